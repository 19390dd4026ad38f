import { useEffect, useState } from 'react';
import { MODEL_VERSION } from '../../core/simulation/modelVersion.ts';
import { calcAddress } from '../../runtime/address/address.ts';
import { writeCsv } from '../../runtime/files/csv.ts';
import { usePanel, useSession, useSettings } from '../context.ts';
import { Press } from '../controls/Control.tsx';
import { describePatient } from '../patientWords.ts';
import { Takeaway } from '../takeaway/Takeaway.tsx';
import { describeEvent } from '../words.ts';
import { Copy } from './Copy.tsx';
import { handOver, writeJson } from './handOver.ts';
import { OpenFile } from './OpenFile.tsx';
import { Sheet } from './Sheet.tsx';
import type { SheetProps } from './sheets.ts';
import { useTexts } from './texts.ts';

/** Sheet with everything that can be saved, shared and opened. */
export default function SaveSheet({ onClose }: SheetProps) {
  const { language } = usePanel();
  const t = useTexts();
  const scenario = useSession((state) => state.scenario);
  const results = useSession((state) => state.results);
  const caption = useCaption();
  const link = useLink();
  const [saved, setSaved] = useState<string | null>(null);
  const save = (blob: Blob, file: string) => {
    handOver(blob, file);
    setSaved(file);
  };
  const saveCsv = (marks: 'comma' | 'semicolon') =>
    results &&
    save(new Blob([writeCsv(results, marks)], { type: 'text/csv;charset=utf-8' }), 'columna-results.csv');
  const writesDecimalCommas = language.number(0.5, 1).includes(',');
  const cited = t('save.cite.text', { version: MODEL_VERSION, link });
  return (
    <Sheet title={t('save.title')} onClose={onClose}>
      <p className="saved done" aria-live="polite">
        {saved && `✓ ${t('save.done', { file: saved })}`}
      </p>
      <section className="takeaway">
        <h3>{t('save.link')}</h3>
        <p>{t('save.link.text')}</p>
        <Copy text={link} label={t('save.link.copy')} done={t('save.link.done')} className="" />
      </section>
      <Takeaway caption={{ title: language.t('title'), text: caption }} onSave={save} />
      <section className="takeaway">
        <h3>{t('save.results')}</h3>
        <p>{t('save.results.text')}</p>
        <div className="sheet-row">
          <Press disabled={!results} onPress={() => saveCsv('comma')}>
            {t('save.results.csv')}
          </Press>
          {writesDecimalCommas && (
            <Press disabled={!results} onPress={() => saveCsv('semicolon')}>
              {t('save.results.csv.semicolon')}
            </Press>
          )}
          <Press
            disabled={!results}
            onPress={() => results && save(writeJson(results), 'columna-results.json')}
          >
            {t('save.results.json')}
          </Press>
        </div>
      </section>
      <section className="takeaway">
        <h3>{t('save.scenario')}</h3>
        <p>
          {t('save.scenario.text')} {t('save.scenario.drop')}
        </p>
        <div className="sheet-row">
          <Press onPress={() => save(writeJson(scenario), 'columna-scenario.json')}>
            {t('save.scenario.save')}
          </Press>
          <OpenFile onDone={onClose} />
        </div>
      </section>
      <section className="takeaway">
        <h3>{t('save.cite')}</h3>
        <p className="cited">{cited}</p>
        <Copy text={cited} label={t('save.cite.copy')} className="" />
      </section>
    </Sheet>
  );
}

/** Caption of the picture. */
function useCaption(): string {
  const { language } = usePanel();
  const t = useTexts();
  const shown = useSession((state) => state.shown);
  const imperial = useSettings((state) => state.units === 'imperial');
  const scenario = shown?.scenario;
  const event = scenario?.events.at(-1);
  return [
    ...(scenario
      ? [
          describePatient(scenario.patient, language, imperial),
          language.t('density.value', { t: language.number(scenario.patient.tScore, 1) }),
        ]
      : []),
    ...(event ? [describeEvent(event, language, imperial)] : []),
    t('save.model', { version: MODEL_VERSION }),
  ].join(' · ');
}

/** Link, ready before it is asked for: browsers let a page copy only directly after a tap. */
function useLink(): string {
  const scenario = useSession((state) => state.scenario);
  const [link, setLink] = useState(location.href);
  useEffect(() => {
    let stale = false;
    void calcAddress(location.search, scenario).then((address) => {
      if (!stale) setLink(`${location.origin}${location.pathname}${address}`);
    });
    return () => {
      stale = true;
    };
  }, [scenario]);
  return link;
}
