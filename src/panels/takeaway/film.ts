import { createFilmWriter } from '../../runtime/film/filmWriter.ts';
import { FRAMES_PER_S, listFrameTimes } from '../../runtime/film/frames.ts';
import type { Session } from '../../runtime/session/session.ts';
import { type Caption, createPicture, drawPicture, endPictures } from './drawPicture.ts';

/** Longest side of a film, px. */
const LONG_PX = 1280;
/** Time for which the camera settles before the first frame, in steps, s. */
const SETTLES = 8;
const SETTLE_STEP_S = 0.25;

interface Film {
  readonly blob: Blob;
  readonly ending: string;
}

/**
 * Draws the act on the stage from its start to its end into a film. The picture is a function of the act's time, so that no frame is
 * late and none is lost, however slow the device.
 *
 * @param onFrame called after each frame with the fraction that is done
 * @returns null where it was stopped
 */
export async function shootFilm(
  session: Session,
  caption: Caption,
  isSlowed: boolean,
  onFrame: (fraction: number) => void,
  signal: AbortSignal,
): Promise<Film | null> {
  const { clock } = session;
  const { trace } = session.store.getState().shown!.run;
  const backS = clock.timeS;
  const picture = createPicture(LONG_PX, false);
  const writer = await createFilmWriter(picture.canvas);
  const times = listFrameTimes(trace, isSlowed);
  try {
    clock.seek(0);
    for (let step = 0; step < SETTLES; step++) drawPicture(picture, caption, SETTLE_STEP_S, true);
    for (const [frame, timeS] of times.entries()) {
      clock.seek(timeS);
      drawPicture(picture, caption, 1 / FRAMES_PER_S, true);
      await writer.add();
      onFrame((frame + 1) / times.length);
      // a task of its own for the page, whose button stops it
      await new Promise((resolve) => setTimeout(resolve));
      if (signal.aborted) {
        await writer.cancel();
        return null;
      }
    }
    return { blob: await writer.finish(), ending: writer.ending };
  } finally {
    clock.seek(backS);
    endPictures(picture);
  }
}
