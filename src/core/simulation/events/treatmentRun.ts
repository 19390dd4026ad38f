import type { Course } from '../../treatment/course.ts';
import { applyCourses, type BoneCondition } from '../patient/boneCondition.ts';
import type { PatientModel } from '../patient/patientModel.ts';
import type { Person } from '../patient/person.ts';
import type { SpineState } from '../patient/state.ts';
import type { EventOutcome } from './outcome.ts';
import type { TreatmentRefusal, TreatmentResult } from './treatment.ts';
import { ONE_AT_A_TIME, type TreatmentEvent, type TreatmentType } from './treatments.ts';

/** A treatment started or stopped: nothing happens at once. */
export function* runTreatment<T extends TreatmentType>(
  person: Person,
  state: SpineState,
  event: TreatmentEvent<T>,
  index: number,
): Generator<number, EventOutcome<TreatmentResult<T>>> {
  const { patient, condition } = person;
  const { type, name, action } = event;
  const of = { index, type, name, action, fractures: [] };
  const changed = changeCourses(condition, event);
  yield 1;
  return 'code' in changed
    ? { result: { ...of, feasible: false, refusal: changed }, trace: null, state, condition }
    : {
        result: { ...of, feasible: true },
        trace: null,
        state,
        condition: applyCourses(patient, condition, changed),
      };
}

/** What a start or stop makes of a condition; the condition itself where it is refused. */
export function applyTreatment(
  patient: PatientModel,
  condition: BoneCondition,
  event: TreatmentEvent,
): BoneCondition {
  const changed = changeCourses(condition, event);
  return 'code' in changed ? condition : applyCourses(patient, condition, changed);
}

const stopAt = (course: Course, atMonths: number): Course => ({ ...course, toMonths: atMonths });

/** The courses with one more, or with one ended; or why that cannot be. */
function changeCourses(
  { courses, elapsedMonths }: BoneCondition,
  { type: kind, name, action }: TreatmentEvent,
): readonly Course[] | TreatmentRefusal {
  const isGoing = (course: Course) => course.kind === kind && course.toMonths === null;
  const going = courses.find((course) => isGoing(course) && course.name === name);
  if (action === 'stop')
    return going
      ? courses.map((course) => (course === going ? stopAt(course, elapsedMonths) : course))
      : { code: 'notStarted', values: {} };
  if (going) return { code: 'alreadyStarted', values: {} };
  const others = ONE_AT_A_TIME.includes(kind)
    ? courses.map((course) => (isGoing(course) ? stopAt(course, elapsedMonths) : course))
    : courses;
  return [...others, { kind, name, fromMonths: elapsedMonths, toMonths: null }];
}
