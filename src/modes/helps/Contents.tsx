import type { ReactNode } from 'react';
import { Press } from '../../panels/controls/Control.tsx';
import { useStory, useStoryState } from '../narrative/useStory.ts';
import { SECTIONS } from './sections.ts';
import { useHelps } from './useHelps.ts';
import './helps.css';

/**
 * What people ask, to choose from.
 *
 * @param children ways on from here
 */
export default function Contents({ children }: { children: ReactNode }) {
  const t = useHelps();
  const story = useStory();
  const { section } = useStoryState();
  return (
    <nav className="helps-contents" aria-label={t('contents')}>
      <h2>{t('title')}</h2>
      <ol>
        {SECTIONS.map((name) => (
          <li key={name}>
            <Press aria-current={name === section ? 'page' : undefined} onPress={() => story.look(name)}>
              {t(`${name}.title`)}
            </Press>
          </li>
        ))}
      </ol>
      <div className="helps-ways">{children}</div>
    </nav>
  );
}
