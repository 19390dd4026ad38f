import { useEffect, useRef, useState } from 'react';
import type { TermName, TermText as Text } from '../../i18n/en.glossary.ts';
import { usePanel } from '../context.ts';
import { Search } from '../sheets/Search.tsx';
import { Sheet } from '../sheets/Sheet.tsx';
import type { SheetProps } from '../sheets/sheets.ts';
import { useGlossary, useTexts } from '../sheets/texts.ts';
import { TermText } from './TermText.tsx';

/** All words of the page, from A to Z, to be searched. */
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
  const terms = (Object.keys(glossary) as TermName[])
    .filter((name) => {
      const { name: word, plain, clinical = '' }: Text = glossary[name];
      return `${word} ${plain} ${clinical}`.toLocaleLowerCase(lang).includes(wanted);
    })
    .sort((a, b) => glossary[a].name.localeCompare(glossary[b].name, lang));
  return (
    <Sheet title={t('glossary.title')} onClose={onClose}>
      <Search label={t('glossary.search')} value={query} onChange={setQuery} />
      {terms.length === 0 && <p className="note">{t('glossary.none')}</p>}
      <dl className="glossary" ref={list}>
        {terms.map((name) => (
          <div key={name} data-term={name} data-asked={name === at || undefined}>
            <dt>{glossary[name].name}</dt>
            <dd>
              <TermText name={name} />
            </dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}
