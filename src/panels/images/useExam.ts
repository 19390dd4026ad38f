import { useEffect, useState } from 'react';
import type { ExamAnswer, ExamQuestion, Pane } from '../../runtime/imaging/examAnswer.ts';
import { createImager, type Imager } from '../../runtime/imaging/imager.ts';

/** The imager of an open reading room; it goes with it. */
export function useImager(): Imager | null {
  const [imager, setImager] = useState<Imager | null>(null);
  useEffect(() => {
    const made = createImager();
    setImager(made);
    return () => made.dispose();
  }, []);
  return imager;
}

export interface Exam {
  /** The last image that came; while another is computed, it stays. */
  readonly answer: ExamAnswer | null;
  /** Fraction that is done; null while nothing is computed. */
  readonly progress: number | null;
  readonly failed: boolean;
  cancel(): void;
  /** Takes it once more, after it was cancelled or failed. */
  again(): void;
}

interface Held {
  readonly answer: ExamAnswer | null;
  readonly progress: number | null;
  readonly failed: boolean;
}

/** Takes an examination whenever the question changes. @param question null: nothing is shown in this place */
export function useExam(imager: Imager | null, pane: Pane, question: ExamQuestion | null): Exam {
  const [held, setHeld] = useState<Held>({ answer: null, progress: null, failed: false });
  const [tries, setTries] = useState(0);
  const key = JSON.stringify(question);
  useEffect(() => {
    const asked = JSON.parse(key) as ExamQuestion | null;
    if (!imager || !asked || tries < 0) {
      setHeld({ answer: null, progress: null, failed: false });
      return;
    }
    let isStale = false;
    setHeld(({ answer }) => ({
      answer: answer?.exam === asked.exam ? answer : null,
      progress: 0,
      failed: false,
    }));
    imager
      .take(pane, asked, (progress) => !isStale && setHeld((before) => ({ ...before, progress })))
      .then(
        (answer) => !isStale && answer && setHeld({ answer, progress: null, failed: false }),
        (error) => {
          if (isStale) return;
          console.error(error);
          setHeld({ answer: null, progress: null, failed: true });
        },
      );
    return () => {
      isStale = true;
    };
  }, [imager, pane, key, tries]);
  return {
    ...held,
    cancel() {
      imager?.cancel(pane);
      setHeld((before) => ({ ...before, progress: null }));
    },
    again: () => setTries((before) => before + 1),
  };
}
