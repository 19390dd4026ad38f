import type { RaisedBody } from './raise.ts';
import { copySectionState, LAYERS, type Section, type SectionState } from './section.ts';
import { createLoadedSection } from './sectionForce.ts';
import { calcUnloadedPosition } from './sectionSolve.ts';

/** Crush of a layer that is left standing, as a share of its height: debris packs before. */
const DEEPEST = 0.7;

/**
 * A broken body sinks on under daily life: every crushed layer gives some more of what it has given, as loose as it was. What cement fills
 * stays.
 *
 * @param factor of the crush
 */
export function sinkBody(section: Section, before: SectionState, factor: number): RaisedBody {
  const state = copySectionState(before);
  const deepest = DEEPEST * section.layerHeightMm;
  for (let i = 0; i < LAYERS * section.count; i++) {
    const crush = state.crushMm[i]!;
    if (state.cement[i]! > 0 || crush >= deepest) continue;
    const more = Math.min(crush * factor, deepest) - crush;
    state.crushMm[i] = crush + more;
    state.restartMm[i]! += more;
  }
  state.plateSetMm *= factor;
  const unloaded = calcUnloadedPosition(createLoadedSection(section, state));
  state.plateDeflectionMm = unloaded[3]!;
  return { state, unloaded };
}
