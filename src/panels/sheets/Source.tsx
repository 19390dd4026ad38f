import { Copy } from './Copy.tsx';
import { SOURCES } from './sourceTable.ts';
import { useTexts } from './texts.ts';

export interface SourceProps {
  /** Key in models/sources.json. */
  readonly source?: string;
  /** A paper that no figure of the model stands on. */
  readonly paper?: string;
}

/** A paper: its text to read and to copy, and no link that would leave the page. */
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
