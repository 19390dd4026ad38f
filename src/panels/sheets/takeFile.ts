import type { Language } from '../../i18n/translate.ts';
import { MAX_FILE_BYTES, readFile } from '../../runtime/files/files.ts';
import type { Session } from '../../runtime/session/session.ts';
import { loadTranslate } from './texts.ts';

/** Faults of one file that are told; a file that is no scenario at all has dozens. */
const MOST_PROBLEMS = 4;
/** Of a file's name, characters. */
const LONGEST_NAME = 60;

/** Opens a file as the scenario at hand, which undo brings back; or says what is wrong with it and leaves all as it is. */
export async function takeFile(file: File, session: Session, language: Language): Promise<boolean> {
  const t = await loadTranslate(language);
  const reading = await readFile(file);
  if (reading.kind === 'scenario') {
    session.replace(reading.scenario);
    return true;
  }
  const name = file.name.length > LONGEST_NAME ? `${file.name.slice(0, LONGEST_NAME - 1)}…` : file.name;
  if (reading.kind === 'problems') {
    const told = reading.problems.slice(0, MOST_PROBLEMS);
    const left = reading.problems.length - told.length;
    session.report([
      ...told.map((problem) => t('file.problem', { file: name, problem })),
      ...(left > 0 ? [t('file.more', { file: name, n: left })] : []),
    ]);
  } else {
    const kb = (bytes: number) => language.number(Math.ceil(bytes / 1000));
    session.report([t(`file.${reading.kind}`, { file: name, kb: kb(file.size), most: kb(MAX_FILE_BYTES) })]);
  }
  return false;
}
