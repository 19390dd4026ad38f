import './iconArray.css';

/** What became of someone: nothing either way, something else because of the treatment, or the same in spite of it. */
export type Fate = 'whole' | 'changed' | 'anyway';

export interface Share {
  readonly fate: Fate;
  readonly count: number;
  /** What it means, with its count: beside the picture, and in its stead for those who do not see it. */
  readonly told: string;
}

interface IconArrayProps {
  readonly title: string;
  readonly shares: readonly Share[];
  /** Whether what is changed is for the worse: drawn as what happens, not as what is spared. */
  readonly isHarm?: boolean;
}

/** Size of the picture, whatever it counts: figures of ten rows, or points of a hundred. */
const WIDE = 200;
const HIGH = 240;
const FIGURES = 100;
const POINTS_A_ROW = 100;

/** People as figures, or where something is rare ten thousand as points: the same size for good and for harm. */
export function IconArray({ title, shares, isHarm = false }: IconArrayProps) {
  const all = shares.reduce((sum, { count }) => sum + count, 0);
  return (
    <figure className="icon-array" data-harm={isHarm || undefined}>
      <figcaption>{title}</figcaption>
      <svg
        viewBox={`0 0 ${WIDE} ${HIGH}`}
        role="img"
        aria-label={`${title}: ${shares.map(({ told }) => told).join('; ')}`}
      >
        {all === FIGURES ? <People shares={shares} /> : <Points shares={shares} all={all} />}
      </svg>
      <ul>
        {shares.map(({ fate, told }) => (
          <li key={fate} data-fate={fate}>
            <svg viewBox="0 0 20 24" aria-hidden="true">
              <Person fate={fate} />
            </svg>
            <span>{told}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}

/** Fates in the order of their shares, one for each person. */
const spread = (shares: readonly Share[]): readonly Fate[] =>
  shares.flatMap(({ fate, count }) => Array<Fate>(count).fill(fate));

function People({ shares }: { shares: readonly Share[] }) {
  return spread(shares).map((fate, n) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a person is her place
    <g key={n} data-fate={fate} transform={`translate(${(n % 10) * 20} ${Math.floor(n / 10) * 24})`}>
      <Person fate={fate} />
    </g>
  ));
}

/** Who is not whole stands out by shape as well: one with a ring round her, the other filled. */
const Person = ({ fate }: { fate: Fate }) => (
  <g className="person" data-fate={fate}>
    {fate === 'changed' && <rect className="person-ring" x="1.4" y="1" width="17.2" height="22" rx="5" />}
    <circle cx="10" cy="6.2" r="3.1" />
    <path d="M4.6 20.6v-5.2a5.4 5 0 0 1 10.8 0v5.2z" />
  </g>
);

/** The many as a ground of points; the few drawn over it, larger than to scale so that one can be found. */
function Points({ shares, all }: { shares: readonly Share[]; all: number }) {
  const [stepX, stepY] = [WIDE / POINTS_A_ROW, HIGH / (all / POINTS_A_ROW)];
  const rows = all / POINTS_A_ROW;
  const few = spread(shares.filter(({ fate }) => fate !== 'whole'));
  return (
    <>
      <defs>
        <pattern id="icon-points" width={stepX} height={stepY} patternUnits="userSpaceOnUse">
          <circle className="points-ground" cx={stepX / 2} cy={stepY / 2} r={0.55} />
        </pattern>
      </defs>
      <rect width={WIDE} height={HIGH} fill="url(#icon-points)" />
      {few.map((fate, n) => {
        const at = all - few.length + n;
        const [column, row] = [at % POINTS_A_ROW, Math.min(rows - 1, Math.floor(at / POINTS_A_ROW))];
        return (
          <circle
            // biome-ignore lint/suspicious/noArrayIndexKey: a person is her place
            key={n}
            className="point"
            data-fate={fate}
            cx={(column + 0.5) * stepX}
            cy={(row + 0.5) * stepY}
            r={few.length > 20 ? 1 : 1.9}
          />
        );
      })}
    </>
  );
}
