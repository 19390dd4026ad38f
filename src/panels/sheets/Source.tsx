import { Copy } from './Copy.tsx';
import { SOURCES } from './sourceTable.ts';
import { useTexts } from './texts.ts';

export interface SourceProps {
  /** Key in models/sources.json. */
  readonly source?: string;
  /** Paper that no figure of the model uses. */
  readonly paper?: string;
}

/** A paper as text to read and to copy, without a link that would leave the page. */
export function Source({ source, paper }: SourceProps) {
  const t = useTexts();
  const row = source === undefined ? undefined : SOURCES[source];
  const citation = row?.citation ?? paper ?? '';
  return (
    <div className="source">
      <p>
        <strong>{t('glossary.source')}</strong> <cite>{citation}</cite>{' '}
        {row && <small>{t(row.verified ? 'sources.verified' : 'sources.unverified')}</small>}
      </p>
      <Copy text={citation} name={t('sources.copy', { key: citation })} />
    </div>
  );
}
