import { CylinderGeometry, Group, Mesh, MeshStandardMaterial, Quaternion, Vector3 } from 'three';
import type { Pose } from '../pose.ts';

/** Course of an injection as shares of its event's time: the needle goes in, the cement spreads and sets, the needle leaves. */
const IN = 0.25;
const FILLED = 0.8;

/** How far an injection has come: needle outside 1 … 0 at its place, and the share of the cement that has gone in. */
export interface Injection {
  readonly away: number;
  readonly filled: number;
}

export function calcInjection(share: number): Injection {
  const rise = (t: number) => {
    const s = Math.min(1, Math.max(0, t));
    return s * s * (3 - 2 * s);
  };
  return {
    away: share < FILLED ? 1 - rise(share / IN) : rise((share - FILLED) / (1 - FILLED)),
    filled: rise((share - IN) / (FILLED - IN)),
  };
}

/** A needle of 11 gauge, mm, as long as one for vertebroplasty. */
const RADIUS_M = 0.0015;
const LENGTH_M = 0.125;
const HUB_M = { radius: 0.005, length: 0.018 } as const;
/** It comes through the left pedicle, the side away from the window: from there inwards, forwards and a little down. */
const WAY = new Vector3(0.9, -0.16, 0.36).normalize();
/** Tip in the body, as shares of half depth, height and half width. */
const TIP = [0.15, 0, -0.12] as const;
/** How far it is drawn back before and after, m. */
const DRAWN_BACK_M = 0.11;

export interface Needle {
  readonly object: Group;
  /** @param level whose body is filled; null hides it */
  update(pose: Pose, level: number | null, away: number): void;
  dispose(): void;
}

export function createNeedle(): Needle {
  const steel = new MeshStandardMaterial({
    color: '#c3c9ce',
    roughness: 0.28,
    metalness: 0.55,
    transparent: true,
  });
  const shaft = new CylinderGeometry(RADIUS_M, RADIUS_M, LENGTH_M, 12).translate(0, -LENGTH_M / 2, 0);
  const hub = new CylinderGeometry(HUB_M.radius, HUB_M.radius * 0.7, HUB_M.length, 16).translate(
    0,
    -LENGTH_M,
    0,
  );
  const object = new Group();
  object.add(new Mesh(shaft, steel), new Mesh(hub, steel));
  object.visible = false;
  const turn = new Quaternion();
  const along = new Quaternion().setFromUnitVectors(new Vector3(0, 1, 0), WAY);
  const tip = new Vector3();
  return {
    object,
    update({ bonePosition, boneTurn, boneSize }, level, away) {
      object.visible = level !== null && away < 1;
      if (level === null) return;
      const at = 4 * level;
      turn.fromArray(boneTurn, at);
      tip
        .set(TIP[0] * boneSize[at]!, TIP[1] * boneSize[at + 1]!, TIP[2] * boneSize[at + 2]!)
        .addScaledVector(WAY, -DRAWN_BACK_M * away)
        .applyQuaternion(turn);
      object.position.fromArray(bonePosition, at).add(tip);
      object.quaternion.multiplyQuaternions(turn, along);
      steel.opacity = 1 - away * away;
    },
    dispose() {
      shaft.dispose();
      hub.dispose();
      steel.dispose();
    },
  };
}
