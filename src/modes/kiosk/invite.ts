import { type Level, levelIndex } from '../../core/anatomy/levels.ts';
import type { Shown } from '../../runtime/session/session.ts';
import type { Bone } from './boneTScores.ts';

/** Suggestion for the visitor's next step. */
export type Invite =
  | { readonly what: 'lift' | 'fragile' | 'strong' }
  | { readonly what: 'cement'; readonly level: Level };

/** Broken level without cement that has lost most height; null where there is none. */
export function findUntreated({ run: { results } }: Shown): Level | null {
  const { levels } = results.findings;
  const broken = results.events.flatMap(({ fractures }) =>
    fractures.map(({ level }) => levels[levelIndex(level)]!),
  );
  const lossOf = (row: (typeof broken)[number]) =>
    Math.max(row.anteriorHeightLossPercent, row.middleHeightLossPercent, row.posteriorHeightLossPercent);
  const [worst] = broken.filter(({ cementMl }) => cementMl === 0).sort((a, b) => lossOf(b) - lossOf(a));
  return worst?.level ?? null;
}

/** Next step: after a fracture cement, after cement strong bone, and after strong bone has held fragile bone. */
export function findInvite(shown: Shown, bone: Bone): Invite {
  const { events } = shown.scenario;
  const level = findUntreated(shown);
  if (level) return { what: 'cement', level };
  if (events.length === 0) return { what: 'lift' };
  if (bone === 'strong') return { what: 'fragile' };
  return { what: events.at(-1)!.type === 'cement' ? 'strong' : 'lift' };
}
