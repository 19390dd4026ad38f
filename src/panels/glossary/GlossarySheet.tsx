import { useEffect, useRef, useState } from 'react';
import { usePanel } from '../context.ts';
import { Search } from '../sheets/Search.tsx';
import { Sheet } from '../sheets/Sheet.tsx';
import type { SheetProps } from '../sheets/sheets.ts';
import { useTexts } from '../sheets/texts.ts';
import { TermText } from './TermText.tsx';
import { useGlossary } from './useGlossary.ts';

/** Glossary of the page from A to Z, with a search. */
export default function GlossarySheet({ at, onClose }: SheetProps) {
  const { lang } = usePanel().language;
  const t = useTexts();
  const glossary = useGlossary();
  const [query, setQuery] = useState('');
  const list = useRef<HTMLDListElement>(null);
  useEffect(() => {
    if (at) list.current?.querySelector(`[data-term="${at}"]`)?.scrollIntoView({ block: 'start' });
  }, [at]);
  const wanted = query.trim().toLocaleLowerCase(lang);
  const found = glossary
    .filter(({ name, plain, clinical = '' }) =>
      `${name} ${plain} ${clinical}`.toLocaleLowerCase(lang).includes(wanted),
    )
    .sort((a, b) => a.name.localeCompare(b.name, lang));
  return (
    <Sheet title={t('glossary.title')} onClose={onClose}>
      <Search label={t('glossary.search')} value={query} onChange={setQuery} />
      {found.length === 0 && <p className="note">{t('glossary.none')}</p>}
      <dl className="glossary" ref={list}>
        {found.map((explanation) => (
          <div
            key={explanation.term}
            data-term={explanation.term}
            data-asked={explanation.term === at || undefined}
          >
            <dt>{explanation.name}</dt>
            <dd>
              <TermText {...explanation} />
            </dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}
