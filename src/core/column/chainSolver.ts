import { type Body, type JacobianElement, Solver, type World } from 'cannon-es';
import { BLOCK, solveBlockTridiagonal } from '../math/blockTridiagonal.ts';
import type { SpringEquation } from './discConstraint.ts';

const AREA = BLOCK * BLOCK;

/**
 * Exact solver for a chain. Each disc adds six equations, from the top of the column down; only discs that share a vertebra are
 * coupled, so the system is block-tridiagonal and one elimination solves it. (cannon-es's own GSSolver starts from zero at each
 * step and needs hundreds of sweeps for the same.)
 */
export class ChainSolver extends Solver {
  private readonly discCount: number;
  private readonly diagonal: Float64Array;
  private readonly upper: Float64Array;
  private readonly right: Float64Array;
  /** Rows of the Jacobian for each disc's lower and upper body, and the same times the body's inverse mass. */
  private readonly lowerRows: Float64Array;
  private readonly upperRows: Float64Array;
  private readonly lowerMoves: Float64Array;
  private readonly upperMoves: Float64Array;

  constructor(discCount: number) {
    super();
    this.discCount = discCount;
    this.diagonal = new Float64Array(discCount * AREA);
    this.upper = new Float64Array((discCount - 1) * AREA);
    this.right = new Float64Array(discCount * BLOCK);
    this.lowerRows = new Float64Array(discCount * AREA);
    this.upperRows = new Float64Array(discCount * AREA);
    this.lowerMoves = new Float64Array(discCount * AREA);
    this.upperMoves = new Float64Array(discCount * AREA);
  }

  /** @throws where there are not six equations for each disc of the chain */
  override solve(stepS: number, world: World): number {
    const { diagonal, upper, right, discCount } = this;
    const equations = this.equations as SpringEquation[];
    if (equations.length !== right.length)
      throw new Error(`The chain has ${right.length} equations, but was given ${equations.length}.`);
    const { bodies } = world;
    for (let i = 0; i < bodies.length; i++) bodies[i]!.updateSolveMassProperties();
    for (let i = 0; i < equations.length; i++) {
      const equation = equations[i]!;
      right[i] = equation.computeB(stepS);
      fillRow(equation.bi, equation.jacobianElementA, this.lowerRows, this.lowerMoves, i * BLOCK);
      fillRow(equation.bj, equation.jacobianElementB, this.upperRows, this.upperMoves, i * BLOCK);
    }
    for (let disc = 0; disc < discCount; disc++)
      for (let r = 0; r < BLOCK; r++) {
        const row = (disc * BLOCK + r) * BLOCK;
        // only the lower triangle of a diagonal block is read
        for (let c = 0; c <= r; c++) {
          const column = (disc * BLOCK + c) * BLOCK;
          diagonal[disc * AREA + r * BLOCK + c] =
            dot(this.lowerMoves, row, this.lowerRows, column) +
            dot(this.upperMoves, row, this.upperRows, column);
        }
        diagonal[disc * AREA + r * BLOCK + r]! += equations[disc * BLOCK + r]!.eps;
        // the lower body of this disc is the upper body of the next
        if (disc < discCount - 1)
          for (let c = 0; c < BLOCK; c++)
            upper[disc * AREA + r * BLOCK + c] = dot(
              this.lowerMoves,
              row,
              this.upperRows,
              ((disc + 1) * BLOCK + c) * BLOCK,
            );
      }
    solveBlockTridiagonal(discCount, diagonal, upper, right);
    for (let i = 0; i < equations.length; i++) {
      const equation = equations[i]!;
      equation.multiplier = right[i]! / stepS;
      move(equation.bi, this.lowerMoves, i * BLOCK, right[i]!);
      move(equation.bj, this.upperMoves, i * BLOCK, right[i]!);
    }
    return 1;
  }
}

/** One row for one body: its Jacobian, and the change of the body's velocities by a unit impulse along it. */
function fillRow(
  body: Body,
  jacobian: JacobianElement,
  rows: Float64Array,
  moves: Float64Array,
  at: number,
): void {
  const { spatial, rotational } = jacobian;
  const m = body.invMassSolve;
  const { linearFactor } = body;
  const i = body.invInertiaWorldSolve.elements;
  const { x, y, z } = rotational;
  rows[at] = spatial.x;
  rows[at + 1] = spatial.y;
  rows[at + 2] = spatial.z;
  rows[at + 3] = x;
  rows[at + 4] = y;
  rows[at + 5] = z;
  moves[at] = m * spatial.x * linearFactor.x;
  moves[at + 1] = m * spatial.y * linearFactor.y;
  moves[at + 2] = m * spatial.z * linearFactor.z;
  moves[at + 3] = i[0]! * x + i[1]! * y + i[2]! * z;
  moves[at + 4] = i[3]! * x + i[4]! * y + i[5]! * z;
  moves[at + 5] = i[6]! * x + i[7]! * y + i[8]! * z;
}

const dot = (a: Float64Array, i: number, b: Float64Array, j: number): number =>
  a[i]! * b[j]! +
  a[i + 1]! * b[j + 1]! +
  a[i + 2]! * b[j + 2]! +
  a[i + 3]! * b[j + 3]! +
  a[i + 4]! * b[j + 4]! +
  a[i + 5]! * b[j + 5]!;

/** Adds an impulse to a body's velocities. */
function move({ velocity, angularVelocity }: Body, moves: Float64Array, at: number, impulse: number): void {
  velocity.x += impulse * moves[at]!;
  velocity.y += impulse * moves[at + 1]!;
  velocity.z += impulse * moves[at + 2]!;
  angularVelocity.x += impulse * moves[at + 3]!;
  angularVelocity.y += impulse * moves[at + 4]!;
  angularVelocity.z += impulse * moves[at + 5]!;
}
