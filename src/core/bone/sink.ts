import type { RaisedBody } from './raise.ts';
import { copySectionState, LAYERS, type Section, type SectionState } from './section.ts';
import { createLoadedSection } from './sectionForce.ts';
import { calcUnloadedPosition } from './sectionSolve.ts';

/** Crush of a layer that is left standing, as a share of its height: debris packs before. */
const DEEPEST = 0.7;

/**
 * A broken body sinks on under daily life: every column gives some more of what it has given, as loose as it was, first where it is crushed
 * and, once that is packed, beside it. Cement holds the end plates up: a body sinks by the part of its cross-section that has none.
 *
 * @param factor of what each column has lost
 */
export function sinkBody(section: Section, before: SectionState, factor: number): RaisedBody {
  const state = copySectionState(before);
  const { crushMm, restartMm } = state;
  const deepest = DEEPEST * section.layerHeightMm;
  const more = (factor - 1) * (1 - calcProppedShare(section, state));
  for (let j = 0; j < section.count; j++) {
    let left = 0;
    for (let i = j; i < LAYERS * section.count; i += section.count) left += more * crushMm[i]!;
    for (let turn = 0; turn < LAYERS && left > 0; turn++) {
      const i = findGiving(section, state, j, deepest);
      if (i < 0) break;
      const gives = Math.min(left, deepest - crushMm[i]!);
      crushMm[i]! += gives;
      restartMm[i]! += gives;
      left -= gives;
    }
  }
  state.plateSetMm *= 1 + more;
  const unloaded = calcUnloadedPosition(createLoadedSection(section, state));
  state.plateDeflectionMm = unloaded[3]!;
  return { state, unloaded };
}

/** Index of the most crushed layer of a column that can give, −1 without one. */
function findGiving(
  { count }: Section,
  { crushMm, cement }: SectionState,
  j: number,
  deepest: number,
): number {
  let found = -1;
  for (let i = j; i < LAYERS * count; i += count)
    if (cement[i]! === 0 && crushMm[i]! < deepest && (found < 0 || crushMm[i]! > crushMm[found]!)) found = i;
  return found;
}

/** Share of the cross-section, by area, in which a column has cement in some layer. */
function calcProppedShare({ count, areaMm2 }: Section, { cement }: SectionState): number {
  let propped = 0;
  let all = 0;
  for (let j = 0; j < count; j++) {
    all += areaMm2[j]!;
    for (let i = j; i < LAYERS * count; i += count)
      if (cement[i]! > 0) {
        propped += areaMm2[j]!;
        break;
      }
  }
  return propped / all;
}
