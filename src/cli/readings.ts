import type { Exclusion } from '../core/imaging/exams/dxa.ts';
import type { ExamResult } from '../core/imaging/exams/exam.ts';
import type { ExamName } from '../core/imaging/exams/names.ts';
import { WARNING } from './burnIn.ts';

const REASONS: Readonly<Record<Exclusion, string>> = {
  fracture: 'A fracture shows on the lateral image: its density is that of crushed bone.',
  cement: 'Cement: its barium counts as bone.',
  differs: 'Its T-score is more than 1.0 above that of every adjacent level.',
};

const OF_NOTE =
  'OF 5, a torn tension band, is not simulated. Questions of the OF score that nothing here answers count 0 and are null in its parts.';

const HIP_NOTE = 'The hip is not read: the model has no bone density of its own there.';

/** What is measured on an image, as the command writes it. */
export function describeExam(result: ExamResult, exam: ExamName): object {
  const head = { warning: WARNING, exam, posture: result.posture };
  if (result.kind === 'dxa') {
    const { levels, total, leastSignificantChangeGPerCm2 } = result.dxa;
    return {
      ...head,
      levels: Object.fromEntries(
        Object.entries(levels).map(([level, reading]) => [
          level,
          { ...reading, excluded: reading.excluded && REASONS[reading.excluded] },
        ]),
      ),
      total,
      totalReason: total ? null : 'Fewer than two levels can be read.',
      hip: { neck: null, total: null, reason: HIP_NOTE },
      leastSignificantChangeGPerCm2,
      references: 'T: Hologic white women and men, L1–L4; Z: NHANES 2005–2008 by sex and age.',
    };
  }
  if (result.kind === 'ct')
    return {
      ...head,
      levels: result.reading.levels,
      ofScore: result.reading.ofScore?.points ?? null,
      ofScoreLevel: result.reading.ofScore?.level ?? null,
      ofScoreParts: result.reading.ofScore?.parts ?? null,
      note: OF_NOTE,
    };
  return { ...head, ...result.reading };
}
