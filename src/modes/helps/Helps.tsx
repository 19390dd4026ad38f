import { useEffect, useRef } from 'react';
import { usePanel } from '../../panels/context.ts';
import { Press } from '../../panels/controls/Control.tsx';
import { SOURCES } from '../../panels/sheets/sourceTable.ts';
import { useStory, useStoryState } from '../narrative/useStory.ts';
import { Drugs } from './Drugs.tsx';
import { Course, Early, Guides, Trials } from './Pictures.tsx';
import { type Block, FLAGS, SECTIONS, TOLD } from './sections.ts';
import { useHelps } from './useHelps.ts';
import './helps.css';

const PICTURES = { course: Course, trials: Trials, early: Early, drugs: Drugs, guides: Guides } as const;

/** One of the questions that people ask, answered over the stage. */
export default function Helps() {
  const { language } = usePanel();
  const t = useHelps();
  const story = useStory();
  const { section } = useStoryState();
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(section);
  // a question begins at its beginning; at first the focus stays with what opened it
  useEffect(() => {
    if (shown.current === section) return;
    shown.current = section;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'start' });
  }, [section]);
  const next = SECTIONS[SECTIONS.indexOf(section) + 1];
  return (
    <div className="paper-desk helps-desk">
      <article className="helps" data-section={section} aria-labelledby="helps-title">
        <h2 id="helps-title" ref={heading} tabIndex={-1}>
          {t(`${section}.title`)}
        </h2>
        {TOLD[section].map((block, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in its section
          <Part key={`${section} ${n}`} block={block} />
        ))}
        {section === 'about' && <p className="helps-note">{language.review}</p>}
        {next && (
          <Press className="main helps-next" onPress={() => story.look(next)}>
            {t('next', { title: t(`${next}.title`) })}
          </Press>
        )}
      </article>
    </div>
  );
}

function Part({ block }: { block: Block }) {
  const { lang } = usePanel().language;
  const t = useHelps();
  switch (block.type) {
    case 'lead':
    case 'text':
    case 'warn':
    case 'note':
      return <p className={`helps-${block.type}`}>{t(block.key, block.values)}</p>;
    case 'places':
      return (
        <dl className="helps-places">
          {block.items.map(([name, text]) => (
            <div key={name}>
              <dt>{t(name)}</dt>
              <dd>{t(text)}</dd>
            </div>
          ))}
        </dl>
      );
    case 'list':
      return (
        <ul className="helps-list">
          {block.keys.map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
      );
    case 'picture': {
      const Picture = PICTURES[block.name];
      return <Picture />;
    }
    case 'urgent':
      return (
        <aside className="helps-urgent">
          <p>{t('urgent.lead')}</p>
          <ul>
            {FLAGS.map((key) => (
              <li key={key}>{t(key)}</li>
            ))}
          </ul>
        </aside>
      );
    case 'sources':
      return (
        <details className="helps-sources">
          <summary>{t('sources')}</summary>
          <ul lang={lang === 'en' ? undefined : 'en'} dir="ltr">
            {block.sources.map((source) => (
              <li key={source}>
                <cite>{SOURCES[source]!.citation}</cite> <Mark source={source} />
              </li>
            ))}
          </ul>
        </details>
      );
  }
}

function Mark({ source }: { source: string }) {
  const { lang } = usePanel().language;
  const t = useHelps();
  return (
    <small lang={lang} dir="auto">
      {t(SOURCES[source]!.verified ? 'sure.checked' : 'sure.recalled')}
    </small>
  );
}
