import {
  calcColumnGeometry,
  calcLowerPlatePitchRad,
  calcUpperPlatePitchRad,
  createColumnGeometry,
  createDiscAngles,
  setSacrumPitch,
} from '../../anatomy/columnGeometry.ts';
import { LEVELS, levelIndex } from '../../anatomy/levels.ts';
import { degrees, millimetres } from '../../quantity/units.ts';
import type { Person } from '../patient/person.ts';
import { calcStandingPosture, calcTopM } from '../patient/standing.ts';
import type { SpineState } from '../patient/state.ts';
import {
  calcBodyHeights,
  calcGenantGrade,
  calcGreatestLossMm,
  isDamaged,
  isFractured,
  RADIOGRAPH_OVER_BONE,
} from './heights.ts';
import type { Findings } from './records.ts';

/** Findings of a person standing still, measured from the deformed end plates. */
export function measureFindings(person: Person, state: SpineState): Findings {
  const { model, standing } = person;
  const posture = calcStandingPosture(model, standing, state);
  const geometry = createColumnGeometry();
  const discAngles = createDiscAngles();
  discAngles.flexionRad.set(posture.flexionRad);
  setSacrumPitch(geometry, posture.sacrumPitchRad);
  calcColumnGeometry(model, state, discAngles, geometry);
  const upper = (i: number) => calcUpperPlatePitchRad(model, state, geometry, i);
  const lower = (i: number) => calcLowerPlatePitchRad(model, state, geometry, i);
  const heights = LEVELS.map((_, i) => calcBodyHeights(person, state, i));
  const fractured = heights.map((body, i) => isFractured(state, i, body));
  const damaged = heights.map((body, i) => !fractured[i] && isDamaged(body));
  return {
    kyphosisDeg: degrees(lower(levelIndex('T12')) - upper(levelIndex('T4'))),
    lordosisDeg: degrees(upper(levelIndex('L1')) - posture.sacrumPitchRad),
    heightLossMm: millimetres(standing.topM - calcTopM(model, state, geometry)),
    fractureCount: fractured.filter(Boolean).length,
    damageCount: damaged.filter(Boolean).length,
    levels: heights.map((body, i) => ({
      level: LEVELS[i]!,
      anteriorHeightMm: body.anteriorMm,
      middleHeightMm: body.middleMm,
      posteriorHeightMm: body.posteriorMm,
      anteriorHeightLossPercent: body.anteriorLossPercent,
      middleHeightLossPercent: body.middleLossPercent,
      posteriorHeightLossPercent: body.posteriorLossPercent,
      genantGrade: calcGenantGrade(body),
      greatestLossMm: calcGreatestLossMm(body),
      greatestRadiographLossMm: RADIOGRAPH_OVER_BONE * calcGreatestLossMm(body),
      fractured: fractured[i]!,
      damaged: damaged[i]!,
      cementMl: state.cementMl[i]!,
    })),
  };
}
