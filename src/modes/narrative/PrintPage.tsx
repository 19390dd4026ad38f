import { Press } from '../../panels/controls/Control.tsx';
import { NEEDS } from './steps.ts';
import { useStoryState } from './useStory.ts';

/** In the words of the mode that it stands in. */
interface PrintPageProps {
  readonly about: string;
  readonly busy: string;
  readonly print: string;
}

/** Prints the page to take home, once all that it says is worked out. */
export function PrintPage({ about, busy, print: label }: PrintPageProps) {
  const { figures } = useStoryState();
  const isReady = Object.values(NEEDS).every((part) => figures[part] !== undefined);
  return (
    <>
      <p>{about}</p>
      <p role="status">{!isReady && busy}</p>
      <Press className="main clinic-on" disabled={!isReady} onPress={() => print()}>
        {label}
      </Press>
    </>
  );
}
