import { LanguageChoice } from './LanguageChoice.tsx';
import { ModeSwitch } from './ModeSwitch.tsx';
import { Notices } from './Notices.tsx';

/** What every mode's panel but Explore's own begins with: its name, the language, the way to the others, and what went wrong. */
export function ModeHead({ title }: { title: string }) {
  return (
    <>
      <header className="masthead">
        <h1>{title}</h1>
        <LanguageChoice />
        <ModeSwitch />
      </header>
      <Notices />
    </>
  );
}
