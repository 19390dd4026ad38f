import type { Language, Translate } from '../../i18n/translate.ts';
import type { LoupePlace } from './loupePlace.ts';

/** Rim, leader and words of the loupe, over the picture. */
export interface LoupeFrame {
  /** @param opening 0 … 1; at 0 it is gone. Leader ends at the bone, px */
  place(place: LoupePlace, opening: number, boneX: number, boneY: number): void;
  /** What is said, and whether the break has come. */
  say(level: string, words: string, broken: boolean): void;
  /** What the button does next. */
  setWhole(whole: boolean): void;
  dispose(): void;
}

/** Way of the leader into the glass, px, so that no gap is seen. */
const INTO_PX = 1;

export function createLoupeFrame(
  host: HTMLElement,
  language: Language,
  t: Translate<'moment'>,
  onWhole: () => void,
): LoupeFrame {
  const figure = document.createElement('figure');
  figure.className = 'loupe';
  figure.dataset.part = 'loupe';
  figure.hidden = true;
  const glass = document.createElement('div');
  glass.className = 'loupe-glass';
  const leader = document.createElement('i');
  const caption = document.createElement('figcaption');
  const name = document.createElement('strong');
  const sentence = document.createElement('span');
  const key = document.createElement('small');
  key.textContent = t('loupe.key');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet';
  button.addEventListener('click', onWhole);
  caption.append(name, sentence, key, button);
  figure.append(leader, glass, caption);
  figure.dir = language.dir;
  host.append(figure);
  return {
    place({ x, y, radius }, opening, boneX, boneY) {
      figure.hidden = opening === 0;
      if (opening === 0) return;
      const wide = `${(2 * radius).toFixed(0)}px`;
      figure.style.width = wide;
      figure.style.transform = `translate(${(x - radius).toFixed(1)}px, ${(y - radius).toFixed(1)}px)`;
      glass.style.height = wide;
      glass.style.transform = `scale(${opening.toFixed(3)})`;
      caption.style.opacity = opening.toFixed(2);
      const [awayX, awayY] = [boneX - x, boneY - y];
      const away = Math.hypot(awayX, awayY);
      const from = radius * opening - INTO_PX;
      leader.style.width = `${Math.max(0, away - from).toFixed(1)}px`;
      leader.style.transform = `translate(${(radius + (awayX / away) * from).toFixed(1)}px, ${(radius + (awayY / away) * from).toFixed(1)}px) rotate(${Math.atan2(awayY, awayX).toFixed(3)}rad)`;
    },
    say(level, words, broken) {
      if (name.textContent !== level) {
        name.textContent = level;
        figure.setAttribute('aria-label', t('loupe.label', { level }));
      }
      if (sentence.textContent !== words) sentence.textContent = words;
      key.hidden = !broken;
      button.hidden = !broken;
      figure.toggleAttribute('data-broken', broken);
    },
    setWhole(whole) {
      button.textContent = t(whole ? 'loupe.near' : 'loupe.whole');
    },
    dispose: () => figure.remove(),
  };
}
