import { readFileSync } from 'node:fs';
import { findArchDensity } from '../../../src/core/imaging/exams/archLaw.ts';
import type { ImagePosture } from '../../../src/core/imaging/exams/names.ts';
import type { BoneShape } from '../../../src/core/imaging/phantom/arch.ts';
import { createPhantom, type Phantom } from '../../../src/core/imaging/phantom/phantom.ts';
import { applyKnownFractures } from '../../../src/core/simulation/patient/knownFractures.ts';
import { createPerson, type Person } from '../../../src/core/simulation/patient/person.ts';
import { createSpineState, type SpineState } from '../../../src/core/simulation/patient/state.ts';
import type { Patient } from '../../../src/core/simulation/scenario.ts';
import { readGlb } from '../../../src/runtime/files/readGlb.ts';

const read = (file: string) => readGlb(Uint8Array.from(readFileSync(`models/meshes/${file}.glb`)).buffer);

/** All bones of the meshes' files. */
export const readShapes = async (): Promise<readonly BoneShape[]> => [
  ...(await read('spine')),
  ...(await read('skeleton')),
];

export const WOMAN: Patient = { ageYears: 72, sex: 'female', heightCm: 160, massKg: 60, tScore: -2.5 };

export interface Imaged {
  readonly person: Person;
  readonly state: SpineState;
  readonly arch: Float64Array;
}

/** A person with her known fractures, and the mineral of her arches. */
export function createImaged(patient: Patient, shapes: readonly BoneShape[]): Imaged {
  const person = createPerson(patient);
  const intact = createSpineState(person.sections);
  return {
    person,
    state: applyKnownFractures(person, intact, patient.knownFractures ?? []),
    arch: findArchDensity(person, shapes),
  };
}

export const phantomOf = (
  { person, state, arch }: Imaged,
  shapes: readonly BoneShape[],
  posture: ImagePosture = 'standing',
): Phantom => createPhantom(person, state, { posture, archMgPerCm3: arch, shapes, cleft: 'fluid' });
