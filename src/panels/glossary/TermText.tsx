import { Source } from '../sheets/Source.tsx';
import { useTexts } from '../sheets/texts.ts';
import { TERM_SOURCES } from './termSources.ts';
import type { TermExplanation } from './useGlossary.ts';

/** Explanation of a term in plain and in clinical words, and its sources. */
export function TermText({ term, plain, clinical }: TermExplanation) {
  const t = useTexts();
  const sources = TERM_SOURCES[term] ?? [];
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
