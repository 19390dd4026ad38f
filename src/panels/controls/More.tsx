import { lazy, useState } from 'react';
import { usePanel, useSession, useSettings } from '../context.ts';
import { handOver, writeJson } from '../sheets/handOver.ts';
import { OnDemand } from '../sheets/OnDemand.tsx';
import { SheetButton } from '../sheets/SheetButton.tsx';
import type { SheetName } from '../sheets/sheets.ts';
import { Layers } from '../view/Layers.tsx';
import { bringIntoView } from './bringIntoView.ts';
import { Press } from './Control.tsx';

const SHEETS = [
  'images',
  'inside',
  'save',
  'class',
  'glossary',
  'published',
  'sources',
] as const satisfies readonly SheetName[];

const Lab = lazy(() => import('../lab/Lab.tsx'));
const Hearing = lazy(() => import('../hearing/Hearing.tsx'));

/** Further controls, for students rather than visitors. */
export function More() {
  const { settings, language } = usePanel();
  const { t } = language;
  const results = useSession((state) => state.shown?.run.results);
  const theme = useSettings((state) => state.theme);
  const sound = useSettings((state) => state.sound);
  const [lab, setLab] = useState(false);
  const [tones, setTones] = useState(false);
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <>
      <Layers />
      <div className="more">
        {SHEETS.map((sheet) => (
          <SheetButton key={sheet} sheet={sheet}>
            {t(`more.${sheet}`)}
          </SheetButton>
        ))}
        <Press className="quiet" aria-expanded={lab} onPress={() => setLab(!lab)}>
          {t(lab ? 'more.labClose' : 'more.lab')}
        </Press>
        <Press
          className="quiet"
          disabled={!results}
          onPress={() => results && handOver(writeJson(results), 'columna-results.json')}
        >
          {t('more.download')}
        </Press>
        <Press className="quiet" onPress={() => settings.setState({ theme: other })}>
          {t(`more.${other}`)}
        </Press>
        <Press className="quiet" onPress={() => settings.setState({ sound: !sound })}>
          {t(sound ? 'more.soundOff' : 'more.soundOn')}
        </Press>
        <Press className="quiet" aria-pressed={tones} onPress={() => setTones(!tones)}>
          {t('more.tones')}
        </Press>
      </div>
      {tones && (
        <OnDemand onFail={() => setTones(false)}>
          <Hearing />
        </OnDemand>
      )}
      {lab && (
        <OnDemand fallback={<p>{t('lab.loading')}</p>} onFail={() => setLab(false)}>
          <div ref={bringIntoView}>
            <Lab />
          </div>
        </OnDemand>
      )}
    </>
  );
}
