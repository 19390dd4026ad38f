import { type Body, type Equation, type JacobianElement, Solver, type World } from 'cannon-es';
import { BLOCK, solveBlockTridiagonal } from '../math/blockTridiagonal.ts';
import type { SpringEquation } from './discConstraint.ts';

const AREA = BLOCK * BLOCK;

/**
 * Exact solver for a chain. Each disc adds six equations, from the top of the column down; discs that share a vertebra are
 * coupled and no others, so the system is block-tridiagonal and one elimination solves it. (cannon-es's own GSSolver starts
 * from zero at each step and needs hundreds of sweeps for the same.)
 */
export class ChainSolver extends Solver {
  private readonly diagonal: Float64Array;
  private readonly upper: Float64Array;
  private readonly right: Float64Array;

  constructor(discCount: number) {
    super();
    this.diagonal = new Float64Array(discCount * AREA);
    this.upper = new Float64Array((discCount - 1) * AREA);
    this.right = new Float64Array(discCount * BLOCK);
  }

  /** @throws where the equations are not six for each disc of the chain */
  override solve(stepS: number, world: World): number {
    const { diagonal, upper, right } = this;
    const equations = this.equations as SpringEquation[];
    if (equations.length !== right.length)
      throw new Error(`The chain has ${right.length} equations, but was given ${equations.length}.`);
    const { bodies } = world;
    for (let i = 0; i < bodies.length; i++) bodies[i]!.updateSolveMassProperties();

    const n = equations.length / BLOCK;
    for (let disc = 0; disc < n; disc++)
      for (let r = 0; r < BLOCK; r++) {
        const row = equations[disc * BLOCK + r]!;
        right[disc * BLOCK + r] = row.computeB(stepS);
        // only the lower triangle of a diagonal block is read
        for (let c = 0; c <= r; c++) {
          const column = equations[disc * BLOCK + c]!;
          diagonal[disc * AREA + r * BLOCK + c] =
            couple(row.bi, row.jacobianElementA, column.jacobianElementA) +
            couple(row.bj, row.jacobianElementB, column.jacobianElementB) +
            (r === c ? row.eps : 0);
        }
        if (disc < n - 1)
          for (let c = 0; c < BLOCK; c++)
            // the lower body of this disc is the upper body of the next
            upper[disc * AREA + r * BLOCK + c] = couple(
              row.bi,
              row.jacobianElementA,
              equations[(disc + 1) * BLOCK + c]!.jacobianElementB,
            );
      }
    solveBlockTridiagonal(n, diagonal, upper, right);
    for (let i = 0; i < equations.length; i++) applyImpulse(equations[i]!, right[i]!, stepS);
    return 1;
  }
}

/** One body's part of J M⁻¹ Kᵀ for two rows J and K that act on it. */
function couple(body: Body, j: JacobianElement, k: JacobianElement): number {
  const m = body.invInertiaWorldSolve.elements;
  const a = j.rotational;
  const b = k.rotational;
  return (
    body.invMassSolve * (j.spatial.x * k.spatial.x + j.spatial.y * k.spatial.y + j.spatial.z * k.spatial.z) +
    a.x * (m[0]! * b.x + m[1]! * b.y + m[2]! * b.z) +
    a.y * (m[3]! * b.x + m[4]! * b.y + m[5]! * b.z) +
    a.z * (m[6]! * b.x + m[7]! * b.y + m[8]! * b.z)
  );
}

/** Adds an equation's impulse to the velocities of its two bodies. */
function applyImpulse(equation: Equation, impulse: number, stepS: number): void {
  equation.multiplier = impulse / stepS;
  for (let side = 0; side < 2; side++) {
    const body = side === 0 ? equation.bi : equation.bj;
    const { spatial, rotational } = side === 0 ? equation.jacobianElementA : equation.jacobianElementB;
    const m = body.invMassSolve * impulse;
    body.velocity.x += m * spatial.x;
    body.velocity.y += m * spatial.y;
    body.velocity.z += m * spatial.z;
    const i = body.invInertiaWorldSolve.elements;
    const { x, y, z } = rotational;
    const w = body.angularVelocity;
    w.x += impulse * (i[0]! * x + i[1]! * y + i[2]! * z);
    w.y += impulse * (i[3]! * x + i[4]! * y + i[5]! * z);
    w.z += impulse * (i[6]! * x + i[7]! * y + i[8]! * z);
  }
}
