import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { calcFlexedPosture } from '../../src/core/activity/posture.ts';
import {
  type ColumnGeometry,
  calcColumnGeometry,
  createColumnGeometry,
  createDiscAngles,
  setSacrumPitch,
} from '../../src/core/anatomy/columnGeometry.ts';
import { LEVEL_COUNT } from '../../src/core/anatomy/levels.ts';
import {
  createFascicles,
  type Fascicle,
  MUSCLE_GROUPS,
  type MuscleGroup,
  mirrorFascicle,
  PELVIS_BODY,
} from '../../src/core/anatomy/muscles.ts';
import {
  createSpineModel,
  type PatientDescription,
  type SpineModel,
} from '../../src/core/anatomy/spineModel.ts';
import { createPerson } from '../../src/core/simulation/patient/person.ts';
import { INTACT_SHAPES } from '../../src/core/simulation/patient/state.ts';

/** The man that the table's points are given for. */
const REFERENCE: PatientDescription = { ageYears: 40, sex: 'male', heightCm: 175, massKg: 78, tScore: 0 };
const model = createSpineModel(REFERENCE);

/** The discs' rows of the source's own table, T1-T2 … L5-S1: mean arm of what extends and of what flexes, mm. */
const SOURCE_EXTENSOR_ARM_MM = [
  59.7, 63.1, 57.4, 50.2, 43.7, 38.1, 35.4, 33.9, 38.4, 36.3, 40.7, 44.1, 45.0, 47.3, 51.4, 54.6, 48.9,
];

/** Areas of both sides in Christophy's table, mm². */
const CHRISTOPHY_MM2: Partial<Record<MuscleGroup, number>> = {
  psoasMajor: 3310.4,
  rectusAbdominis: 1280.9,
  iliocostalisLumborum: 2556.6,
  longissimusThoracis: 2374.4,
  longissimusLumborum: 1012.1,
  quadratusLumborum: 898.9,
  multifidusLumbar: 2271.8,
  externalOblique: 3814.3,
};

const of = (spine: SpineModel): readonly Fascicle[] =>
  createFascicles(spine.vertebrae, spine.discs, spine.stature, spine.patient.massKg);
const fascicles = of(model);

const upright = createPerson(REFERENCE).standing.posture;

function stack(flexionRad: Float64Array, sacrumPitchRad: number): ColumnGeometry {
  const geometry = createColumnGeometry();
  setSacrumPitch(geometry, sacrumPitchRad);
  return calcColumnGeometry(model, INTACT_SHAPES, { ...createDiscAngles(), flexionRad }, geometry);
}

const standing = (): ColumnGeometry => stack(upright.flexionRad, upright.sacrumPitchRad);

function bent(trunkFlexionDeg: number): ColumnGeometry {
  const back = { pelvisShare: 0.25, lumbarShare: 0.55, thoracicShare: 0.2 };
  const added = calcFlexedPosture(model, INTACT_SHAPES, upright, back, trunkFlexionDeg);
  return stack(
    upright.flexionRad.map((angle, i) => angle + added.flexionRad[i]!),
    upright.sacrumPitchRad + added.sacrumPitchRad,
  );
}

/** World place of a point of a path, from the body's place and pitch alone: the column is in its plane here. */
function locate(fascicle: Fascicle, geometry: ColumnGeometry, k: number): [number, number, number] {
  const body = fascicle.body[k]!;
  const [x, y, z] = fascicle.pointsM.subarray(3 * k, 3 * k + 3) as unknown as [number, number, number];
  const pelvis = body === PELVIS_BODY;
  const origin = pelvis ? geometry.sacrumM : geometry.originM.subarray(3 * body, 3 * body + 3);
  const orientation = pelvis
    ? geometry.sacrumOrientation
    : geometry.orientation.subarray(4 * body, 4 * body + 4);
  const pitch = 2 * Math.atan2(orientation[2]!, orientation[3]!);
  const [c, s] = [Math.cos(pitch), Math.sin(pitch)];
  return [origin[0]! + x * c - y * s, origin[1]! + x * s + y * c, z];
}

/** Extension moment about each disc's centre per newton of the fascicle, m; NaN where it does not cross. */
function calcArms(fascicle: Fascicle, geometry: ColumnGeometry): number[] {
  const arms = new Array<number>(LEVEL_COUNT).fill(Number.NaN);
  for (let k = 0; k + 1 < fascicle.body.length; k++) {
    const [a, b] = [fascicle.body[k]!, fascicle.body[k + 1]!];
    const [upper, lower] = a < b ? [k, k + 1] : [k + 1, k];
    const u = locate(fascicle, geometry, upper);
    const l = locate(fascicle, geometry, lower);
    const length = Math.hypot(l[0] - u[0], l[1] - u[1], l[2] - u[2]);
    for (let disc = Math.min(a, b); disc < Math.max(a, b); disc++) {
      const x = u[0] - geometry.discM[3 * disc]!;
      const y = u[1] - geometry.discM[3 * disc + 1]!;
      const arm = (x * (l[1] - u[1]) - y * (l[0] - u[0])) / length;
      arms[disc] = arm + (Number.isNaN(arms[disc]) ? 0 : arms[disc]!);
    }
  }
  return arms;
}

/** Sums of area and of area × arm over the fascicles that cross a disc and pass a test. */
function sum(geometry: ColumnGeometry, disc: number, passes: (f: Fascicle, arm: number) => boolean) {
  let area = 0;
  let moment = 0;
  for (const fascicle of fascicles) {
    const arm = calcArms(fascicle, geometry)[disc]!;
    if (Number.isNaN(arm) || !passes(fascicle, arm)) continue;
    area += fascicle.areaM2;
    moment += fascicle.areaM2 * arm;
  }
  return { area, moment, armMm: (1000 * moment) / area };
}

const DISCS = Array.from({ length: LEVEL_COUNT }, (_, i) => i);
const ERECTORS: readonly MuscleGroup[] = [
  'iliocostalisLumborum',
  'longissimusLumborum',
  'longissimusThoracis',
  'multifidusLumbar',
  'multifidusThoracic',
];
const isErector = (fascicle: Fascicle) => ERECTORS.includes(fascicle.group);
/** Of the shoulder blade and the arm. */
const GIRDLE: readonly MuscleGroup[] = [
  'trapezius',
  'latissimusDorsi',
  'serratusAnterior',
  'levatorScapulae',
];
const WALL: readonly MuscleGroup[] = ['rectusAbdominis', 'externalOblique', 'internalOblique'];

describe('the table of fascicles', () => {
  it('is small enough to ship', () => {
    const text = readFileSync(join(import.meta.dirname, '../../models/muscles.json'), 'utf8');
    expect(Buffer.byteLength(text)).toBeLessThan(40_000);
  });

  it('has every group, each fascicle once', () => {
    expect(new Set(fascicles.map(({ group }) => group))).toEqual(new Set(MUSCLE_GROUPS));
    expect(new Set(fascicles.map(({ name }) => name)).size).toBe(fascicles.length);
  });

  it('lets every fascicle cross a disc, with points near their bodies', () => {
    for (const { name, body, pointsM, areaM2 } of fascicles) {
      expect(new Set(body).size, name).toBeGreaterThan(1);
      expect(Math.min(...body), name).toBeGreaterThanOrEqual(0);
      expect(Math.max(...body), name).toBeLessThanOrEqual(PELVIS_BODY);
      expect(pointsM.length, name).toBe(3 * body.length);
      expect(areaM2, name).toBeGreaterThan(0);
      for (let k = 0; k < body.length; k++)
        expect(Math.hypot(...pointsM.subarray(3 * k, 3 * k + 3)), name).toBeLessThan(0.35);
    }
  });

  it('lists the right side', () => {
    // fibres that end on the midline reach over it by what a point of the source's skull does: 2.5 mm; the outer oblique goes on
    // to the other side
    for (const { name, group, pointsM, body } of fascicles)
      for (let k = 0; k < body.length; k++)
        if (!(group === 'externalOblique' && body[k] === PELVIS_BODY))
          expect(pointsM[3 * k + 2], name).toBeGreaterThan(-0.0025);
  });

  it('mirrors: the same arms on the other side, twice is the fascicle itself', () => {
    const geometry = standing();
    for (const fascicle of fascicles) {
      const left = mirrorFascicle(fascicle);
      expect(calcArms(left, geometry)).toEqual(calcArms(fascicle, geometry));
      for (let k = 0; k < left.body.length; k++)
        expect(left.pointsM[3 * k + 2]! + fascicle.pointsM[3 * k + 2]!).toBe(0);
      expect(mirrorFascicle(left)).toEqual(fascicle);
    }
  });

  it.each(Object.entries(CHRISTOPHY_MM2))('has the area of %s that Christophy gives', (group, mm2) => {
    const area = fascicles.filter((f) => f.group === group).reduce((total, f) => total + f.areaM2, 0);
    // fascicles are rounded to 0.1 mm²
    expect(Math.abs(2e6 * area - mm2)).toBeLessThan(3);
  });
});

describe('moment arms in standing', () => {
  const geometry = standing();

  // above T4 the source's mean has the muscles of its shoulder blade, which comes to the spine at T1 there and at T4 here
  it.each(DISCS.slice(3))('of the extensors are the source’s within 5 mm, disc %i', (disc) => {
    const { armMm } = sum(geometry, disc, (_, arm) => arm > 0);
    expect(Math.abs(armMm - SOURCE_EXTENSOR_ARM_MM[disc]!)).toBeLessThan(5);
  });

  it.each(DISCS.slice(0, 3))(
    'of the spine’s own extensors are those of its back wall and spines, disc %i',
    (disc) => {
      // from half a body's depth to the tips of the spinous processes, 20–80 mm behind the middle of the disc
      const { armMm } = sum(geometry, disc, ({ group }, arm) => arm > 0 && !GIRDLE.includes(group));
      expect(armMm).toBeGreaterThan(20);
      expect(armMm).toBeLessThan(80);
    },
  );

  it('put erectors and multifidus where images show them in the loins, 53–65 mm', () => {
    for (let disc = LEVEL_COUNT - 5; disc < LEVEL_COUNT; disc++) {
      const { armMm } = sum(geometry, disc, isErector);
      expect(armMm).toBeGreaterThan(53);
      expect(armMm).toBeLessThan(65);
    }
  });

  it('are behind the column for every back muscle, in front for the wall below T10', () => {
    for (const disc of DISCS) {
      expect(sum(geometry, disc, isErector).armMm).toBeGreaterThan(25);
      if (disc >= 9) expect(sum(geometry, disc, ({ group }) => WALL.includes(group)).armMm).toBeLessThan(-45);
    }
  });
});

describe('moment arms when bent by 60°', () => {
  const [straight, down] = [standing(), bent(60)];

  it('keep the erectors’ moment at every disc, because their fibres are held to the column', () => {
    for (const disc of DISCS) {
      const kept = sum(down, disc, isErector).moment / sum(straight, disc, isErector).moment;
      expect(kept).toBeGreaterThan(0.9);
      expect(kept).toBeLessThan(1.1);
    }
  });

  it('leave the rectus and the whole wall flexors', () => {
    for (const disc of DISCS.slice(5)) {
      expect(sum(down, disc, ({ group }) => group === 'rectusAbdominis').armMm).toBeLessThan(-90);
      expect(sum(down, disc, ({ group }) => WALL.includes(group)).armMm).toBeLessThan(-30);
    }
  });
});

describe('fascicles of a person', () => {
  it('follow stature, segments and mass', () => {
    const woman = createSpineModel({ ageYears: 70, sex: 'female', heightCm: 160, massKg: 60, tScore: -2.5 });
    of(woman).forEach((fascicle, j) => {
      const man = fascicles[j]!;
      expect(fascicle.areaM2 / man.areaM2).toBeCloseTo(60 / 78, 12);
      fascicle.body.forEach((body, k) => {
        const [x, y, z] = fascicle.pointsM.subarray(3 * k, 3 * k + 3);
        const [mx, my, mz] = man.pointsM.subarray(3 * k, 3 * k + 3);
        expect(x).toBeCloseTo(mx! * woman.stature, 12);
        expect(z).toBeCloseTo(mz! * woman.stature, 12);
        const aboveDisc = (spine: SpineModel, fromCentre: number) =>
          fromCentre + (spine.vertebrae[body]!.heightM + spine.discs[body]!.heightM) / 2;
        // her bones and discs are all smaller by one ratio
        const ratio = woman.vertebrae[8]!.heightM / model.vertebrae[8]!.heightM;
        if (body === PELVIS_BODY) expect(y).toBeCloseTo(my! * woman.stature, 12);
        else expect(aboveDisc(woman, y!)).toBeCloseTo(ratio * aboveDisc(model, my!), 12);
      });
    });
  });

  it('have their points where the table says for its own man', () => {
    // IL_R10 runs from the iliac crest, held to every vertebra that it passes, to rib 10, about 7 cm beside the midline
    const iliocostalis = fascicles.find(({ name }) => name === 'IL_R10')!;
    expect(iliocostalis.body).toEqual([PELVIS_BODY, 16, 15, 14, 13, 12, 11, 10, 9]);
    const rib = locate(iliocostalis, standing(), iliocostalis.body.length - 1);
    expect(rib[2]).toBeGreaterThan(0.06);
    expect(rib[2]).toBeLessThan(0.08);
    expect(rib[0] - standing().discM[3 * 9]!).toBeCloseTo(-0.0643, 3);
  });
});
