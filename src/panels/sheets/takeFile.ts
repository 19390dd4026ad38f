import { MAX_FILE_BYTES, readFile } from '../../runtime/files/files.ts';
import type { Session } from '../../runtime/session/session.ts';

/** Most problems of one file that are reported; a file that is no scenario at all has dozens. */
const MOST_PROBLEMS = 4;
/** Longest file name shown, characters. */
const LONGEST_NAME = 60;

/** Opens a file as the present scenario, which undo reverts; or reports the problems with it and changes nothing. */
export async function takeFile(picked: File, session: Session): Promise<boolean> {
  const reading = await readFile(picked);
  if (reading.kind === 'scenario') {
    session.replace(reading.scenario);
    return true;
  }
  const file = picked.name.length > LONGEST_NAME ? `${picked.name.slice(0, LONGEST_NAME - 1)}…` : picked.name;
  if (reading.kind === 'problems') {
    const told = reading.problems.slice(0, MOST_PROBLEMS);
    const n = reading.problems.length - told.length;
    session.report([
      ...told.map((problem) => ({ code: 'file.problem' as const, values: { file }, problem })),
      ...(n > 0 ? [{ code: 'file.more' as const, values: { file, n } }] : []),
    ]);
  } else {
    const kb = Math.ceil(picked.size / 1000);
    session.report([
      { code: `file.${reading.kind}`, values: { file, kb, most: Math.ceil(MAX_FILE_BYTES / 1000) } },
    ]);
  }
  return false;
}
