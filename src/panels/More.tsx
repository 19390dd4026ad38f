import { lazy, Suspense, useState } from 'react';
import type { Results } from '../core/simulation/results.ts';
import { Press } from './Control.tsx';
import { usePanel, useSession, useSettings } from './context.ts';
import { Layers } from './Layers.tsx';

const Lab = lazy(() => import('./lab/Lab.tsx'));

/** Hands the results over as a file, as `npm run -s simulate` prints them. */
function download(results: Results): void {
  const address = URL.createObjectURL(
    new Blob([`${JSON.stringify(results, null, 2)}\n`], { type: 'application/json' }),
  );
  const link = document.createElement('a');
  link.href = address;
  link.download = 'columna-results.json';
  link.click();
  // the download has begun by the next task
  setTimeout(() => URL.revokeObjectURL(address));
}

/** What a student wants and a visitor does not miss. */
export function More() {
  const { settings, language } = usePanel();
  const { t } = language;
  const results = useSession((state) => state.shown?.run.results);
  const theme = useSettings((state) => state.theme);
  const sound = useSettings((state) => state.sound);
  const [lab, setLab] = useState(false);
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <>
      <Layers />
      <div className="more">
        <Press className="quiet" aria-expanded={lab} onPress={() => setLab(!lab)}>
          {t(lab ? 'more.labClose' : 'more.lab')}
        </Press>
        <Press className="quiet" disabled={!results} onPress={() => results && download(results)}>
          {t('more.download')}
        </Press>
        <Press className="quiet" onPress={() => settings.setState({ theme: other })}>
          {t(`more.${other}`)}
        </Press>
        <Press className="quiet" onPress={() => settings.setState({ sound: !sound })}>
          {t(sound ? 'more.soundOff' : 'more.soundOn')}
        </Press>
      </div>
      {lab && (
        <Suspense fallback={<p>{t('lab.loading')}</p>}>
          <Lab />
        </Suspense>
      )}
    </>
  );
}
