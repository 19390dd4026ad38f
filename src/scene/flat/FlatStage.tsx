import type { Language } from '../../i18n/translate.ts';
import type { SettingsStore } from '../../runtime/device/settings.ts';
import type { Session } from '../../runtime/session/session.ts';
import { type Readable, useStore } from '../stage/useStore.ts';
import { FlatPerson } from './FlatPerson.tsx';
import './flat.css';

export interface FlatStageProps {
  readonly session: Session;
  readonly comparison: Readable<{ readonly session: Session | null }>;
  readonly settings: SettingsStore;
  readonly language: Language;
}

/** Flat picture where the device has no 3-D graphics: the same trace, figures and time. */
export default function FlatStage({ session, comparison, settings, language }: FlatStageProps) {
  const beside = useStore(comparison, (state) => state.session);
  const selected = useStore(settings, (state) => state.selected);
  const shared = {
    language,
    selected,
    onSelect: (level: typeof selected) => settings.setState({ selected: level }),
  };
  return (
    <div className="flat-stage">
      <FlatPerson session={session} beside={beside} {...shared} />
      {beside && <FlatPerson session={beside} beside={session} {...shared} />}
    </div>
  );
}
