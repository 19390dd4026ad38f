import table from '../../../models/activities.json' with { type: 'json' };
import { minimumJerk } from '../math/scalar.ts';

/** Everyday acts with all their parameters. */
export type ActRequest =
  | { readonly name: 'stand' }
  | { readonly name: 'bend'; readonly trunkFlexionDeg: number; readonly technique: 'back' | 'hips' }
  | {
      readonly name: 'lift';
      readonly loadKg: number;
      readonly technique: 'stoop' | 'squat';
      readonly reachCm: number;
    }
  | { readonly name: 'cough' };

/** How a trunk's flexion is shared out. */
export interface Technique {
  readonly pelvisShare: number;
  readonly lumbarShare: number;
  readonly thoracicShare: number;
}

/** The course of an act; every function of time is smooth to its second derivative. */
export interface Act {
  readonly durationS: number;
  readonly technique: Technique;
  readonly trunkFlexionDeg: number;
  readonly loadKg: number;
  /** Load's centre in front of S1, m; only for acts with a load. */
  readonly reachM: number;
  /** When the hands reach the load, s. */
  readonly graspAtS: number;
  /** Share of the trunk's flexion, 0…1. */
  calcFlexionShare(timeS: number): number;
  /** Hands: 0 hanging, 1 at the handles or carrying. */
  calcHandsOnLoad(timeS: number): number;
  /** Share of the load's weight that the hands carry. */
  calcLoadShare(timeS: number): number;
  /** Share of the load's weight that the person leans against: falls more slowly than the load when it is let go. */
  calcBalanceShare(timeS: number): number;
  /** Course of the load from where it stood (0) to where it is carried (1). */
  calcRaised(timeS: number): number;
  /** Abdominal pressure above rest, kPa. */
  calcPressureKPa(timeS: number): number;
}

const nothing = () => 0;

export function createAct(request: ActRequest): Act {
  const still = {
    technique: table.techniques.back,
    trunkFlexionDeg: 0,
    loadKg: 0,
    reachM: 0,
    graspAtS: 0,
    calcFlexionShare: nothing,
    calcHandsOnLoad: nothing,
    calcLoadShare: nothing,
    calcBalanceShare: nothing,
    calcRaised: nothing,
    calcPressureKPa: nothing,
  };
  switch (request.name) {
    case 'stand':
      return { ...still, durationS: table.stand.durationS };
    case 'bend': {
      const { downS, holdS, upS } = table.bend;
      return {
        ...still,
        durationS: downS + holdS + upS,
        technique: table.techniques[request.technique],
        trunkFlexionDeg: request.trunkFlexionDeg,
        calcFlexionShare: (t) => minimumJerk(t / downS) - minimumJerk((t - downS - holdS) / upS),
      };
    }
    case 'lift': {
      const { downS, graspS, upS, holdS } = table.lift;
      const liftOffS = downS + graspS;
      const technique = table.techniques[request.technique];
      const taken = (t: number) => minimumJerk((t - downS) / graspS);
      return {
        ...still,
        durationS: liftOffS + upS + holdS,
        technique,
        trunkFlexionDeg: technique.trunkFlexionDeg,
        loadKg: request.loadKg,
        reachM: request.reachCm / 100,
        graspAtS: downS,
        calcFlexionShare: (t) => minimumJerk(t / downS) - minimumJerk((t - liftOffS) / upS),
        calcHandsOnLoad: (t) => minimumJerk(t / downS),
        calcLoadShare: taken,
        calcBalanceShare: taken,
        calcRaised: (t) => minimumJerk((t - liftOffS) / upS),
      };
    }
    case 'cough': {
      const { durationS, burstAtS, burstS, pressureKPa, trunkFlexionDeg } = table.cough;
      const burst = (t: number) =>
        minimumJerk((t - burstAtS) / (burstS / 2)) - minimumJerk((t - burstAtS - burstS / 2) / (burstS / 2));
      return {
        ...still,
        durationS,
        trunkFlexionDeg,
        calcFlexionShare: burst,
        calcPressureKPa: (t) => pressureKPa * burst(t),
      };
    }
  }
}

/** How long letting go takes: the load falls at once, the trunk comes up more slowly, s. */
const DROP_S = 0.08;
const RETURN_S = 0.8;

/** The same act, broken off by pain at a moment: the load is let go and the trunk returns to upright. */
export function breakOff(act: Act, atS: number): Act {
  const left = (t: number) => 1 - minimumJerk((t - atS) / RETURN_S);
  const held = (t: number) => 1 - minimumJerk((t - atS) / DROP_S);
  return {
    ...act,
    durationS: Math.max(act.calcFlexionShare(atS) > 0.02 ? atS + RETURN_S + 0.3 : act.durationS, atS + 0.5),
    calcFlexionShare: (t) => act.calcFlexionShare(t) * left(t),
    calcHandsOnLoad: (t) => act.calcHandsOnLoad(t) * left(t),
    calcLoadShare: (t) => act.calcLoadShare(t) * held(t),
    calcBalanceShare: (t) => act.calcBalanceShare(t) * left(t),
    calcPressureKPa: (t) => act.calcPressureKPa(t) * held(t),
  };
}
