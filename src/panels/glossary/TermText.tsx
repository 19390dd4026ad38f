import type { TermName, TermText as Text } from '../../i18n/en.glossary.ts';
import { Source } from '../sheets/Source.tsx';
import { useGlossary, useTexts } from '../sheets/texts.ts';
import { TERM_SOURCES } from './termSources.ts';

/** A term in plain and in clinical words, and where that comes from. */
export function TermText({ name }: { name: TermName }) {
  const t = useTexts();
  const { plain, clinical }: Text = useGlossary()[name];
  const sources = TERM_SOURCES[name] ?? [];
  return (
    <div className="term-text">
      <p>{plain}</p>
      {clinical && (
        <p className="clinical">
          <strong>{t('glossary.clinical')}</strong> {clinical}
        </p>
      )}
      {sources.map((source) => (
        <Source key={source.source ?? source.paper} {...source} />
      ))}
      {sources.length === 0 && <p className="note">{t('glossary.unverified')}</p>}
    </div>
  );
}
