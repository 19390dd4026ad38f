import type { Bone } from './boneTScores.ts';

/** Outline of a vertebral body cut open, seen from the side. */
const SHELL = 'M6 7q18-4 36 0q-3 13 0 26q-18 4-36 0q3-13 0-26z';
/** Struts in it: all of them, or those that bone loss leaves, the vertical ones longest. */
const STRUTS: Readonly<Record<Bone, string>> = {
  strong: 'M12 7v26M17 6v28M22 5v30M26 5v30M31 6v28M36 7v26M8 12h32M9 17h30M9 23h30M8 28h32',
  fragile: 'M13 8v10M13 24v8M22 5v12M22 21v13M30 6v11M30 25v9M36 9v9M9 13h7M27 27h8M19 21h6',
};

/** Picture of a bone, so that it can be chosen without reading. */
export function BoneIcon({ bone }: { bone: Bone }) {
  return (
    <svg className="bone-icon" data-bone={bone} viewBox="2 1 44 38" aria-hidden="true">
      <path className="bone-shell" d={SHELL} />
      <path className="bone-struts" d={STRUTS[bone]} />
    </svg>
  );
}

/** Picture of a needle in a bone, with cement. */
export function NeedleIcon() {
  return (
    <svg className="needle-icon" viewBox="2 1 60 38" aria-hidden="true">
      <path className="bone-shell" d={SHELL} />
      <ellipse className="needle-cement" cx="21" cy="21" rx="9" ry="7" />
      <path className="needle" d="M60 9L27 19M60 9l-3-6M60 9l0 6" />
    </svg>
  );
}
