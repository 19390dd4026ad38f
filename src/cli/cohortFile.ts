import { readFileSync, writeFileSync } from 'node:fs';
import {
  type CohortRequest,
  countPeople,
  type Shard,
  type TrialRequest,
} from '../core/simulation/cohort/cohort.ts';
import type { Life, LifePair } from '../core/simulation/cohort/life.ts';
import { MODEL_VERSION } from '../core/simulation/modelVersion.ts';
import { findPath, refuse } from './command.ts';

// A shard's file: a line that says what was asked for and which part this is, then a line a person, in the people's order.

type Request = CohortRequest | TrialRequest;

interface Head {
  readonly columnaCohort: 1;
  readonly modelVersion: string;
  readonly request: Request;
  readonly shard: Shard;
}

export function writeShard(
  file: string,
  request: Request,
  shard: Shard,
  lives: readonly (Life | LifePair)[],
): void {
  const head: Head = { columnaCohort: 1, modelVersion: MODEL_VERSION, request, shard };
  const lines = [head, ...lives].map((line) => JSON.stringify(line));
  try {
    writeFileSync(findPath(file), `${lines.join('\n')}\n`);
  } catch {
    refuse(`${file} cannot be written.`);
  }
}

/** The whole cohort of some shards' files, in the people's order; refused where a part is missing, there twice, or of another cohort. */
export function readShards(files: readonly string[]): {
  readonly request: Request;
  readonly lives: readonly (Life | LifePair)[];
} {
  let request: Request | null = null;
  const lives: (Life | LifePair)[] = [];
  for (const file of files) {
    const { head, people } = readShard(file);
    if (request && JSON.stringify(request) !== JSON.stringify(head.request))
      refuse(`${file} is of another cohort than ${files[0]}.`);
    request ??= head.request;
    people.forEach((life, n) => {
      const number = head.shard.first + n * head.shard.step;
      if (lives[number]) refuse(`${file} has people that another file has too.`);
      lives[number] = life;
    });
  }
  if (!request) return refuse('--merge needs the files of a cohort’s parts.');
  const missing = request.people - lives.filter(Boolean).length;
  if (missing > 0) refuse(`${missing} of the ${request.people} people are in none of these files.`);
  return { request, lives };
}

function readShard(file: string): { head: Head; people: (Life | LifePair)[] } {
  let lines: string[];
  try {
    lines = readFileSync(findPath(file), 'utf8').trimEnd().split('\n');
  } catch {
    return refuse(`${file} cannot be read.`);
  }
  try {
    const [head, ...people] = lines.map((line) => JSON.parse(line)) as [Head, ...(Life | LifePair)[]];
    if (head.columnaCohort !== 1) return refuse(`${file} is no part of a cohort.`);
    if (head.modelVersion !== MODEL_VERSION)
      return refuse(`${file} was made with model ${head.modelVersion}; this one is ${MODEL_VERSION}.`);
    if (people.length !== countPeople(head.request.people, head.shard)) return refuse(`${file} is cut off.`);
    return { head, people };
  } catch {
    return refuse(`${file} is no part of a cohort.`);
  }
}
