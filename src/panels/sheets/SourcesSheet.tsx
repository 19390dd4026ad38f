import { useEffect, useRef, useState } from 'react';
import { usePanel } from '../context.ts';
import { Copy } from './Copy.tsx';
import { Search } from './Search.tsx';
import { Sheet } from './Sheet.tsx';
import type { SheetProps } from './sheets.ts';
import { SOURCES } from './sourceTable.ts';
import { useTexts } from './texts.ts';

/** Sources in the order of their keys, those that were checked against their paper first. */
const CHECKED_FIRST = Object.entries(SOURCES).sort(([, a], [, b]) => Number(b.verified) - Number(a.verified));

/** Sheet of all sources of the model's figures, with a search; what was taken from each, and whether that was checked. */
export default function SourcesSheet({ at, onClose }: SheetProps) {
  const { number } = usePanel().language;
  const t = useTexts();
  const [query, setQuery] = useState('');
  const list = useRef<HTMLDListElement>(null);
  useEffect(() => {
    if (at) list.current?.querySelector(`[data-source="${CSS.escape(at)}"]`)?.scrollIntoView();
  }, [at]);
  const wanted = query.trim().toLowerCase();
  const rows = CHECKED_FIRST.filter(([key, { citation, population, note }]) =>
    `${key} ${citation} ${population} ${note}`.toLowerCase().includes(wanted),
  );
  return (
    <Sheet title={t('sources.title')} onClose={onClose}>
      <p className="note">{t('sources.intro')}</p>
      <Search label={t('sources.search')} value={query} onChange={setQuery} />
      <p className="note" aria-live="polite">
        {rows.length === 0
          ? t('sources.none')
          : t('sources.count', {
              n: number(rows.length),
              checked: number(rows.filter(([, { verified }]) => verified).length),
            })}
      </p>
      <dl className="glossary" ref={list} lang="en" dir="ltr">
        {rows.map(([key, { citation, population, verified, note }]) => (
          <div key={key} data-source={key} data-asked={key === at || undefined}>
            <dt>
              <code>{key}</code> <small>{t(verified ? 'sources.verified' : 'sources.unverified')}</small>
            </dt>
            <dd>
              <div className="source">
                <cite>{citation}</cite>
                <Copy text={citation} name={t('sources.copy', { key })} />
              </div>
              <p className="note">
                {t('sources.population', { who: population })}. {note}
              </p>
            </dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}
