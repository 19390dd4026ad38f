import { LanguageChoice } from './LanguageChoice.tsx';
import { ModeSwitch } from './ModeSwitch.tsx';
import { Notices } from './Notices.tsx';

/** Head of every mode's panel except Explore's: its name, the language, the other modes, and problems. */
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
