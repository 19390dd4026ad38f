import { type PressReport, type PressRequest, pressBody } from '../../core/simulation/inside/pressing.ts';
import { createRunCache } from '../../core/simulation/run.ts';

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

const cache = createRunCache();
let latest = 0;

/** Presses a body in the present thread, a step at a time, until another is asked for. */
export async function pressInSlices(
  request: PressRequest,
  onReport: (report: PressReport) => void,
): Promise<void> {
  latest += 1;
  const own = latest;
  await nextTask();
  if (latest !== own) return;
  for (const report of pressBody(request, cache)) {
    onReport(report);
    await nextTask();
    if (latest !== own) return;
  }
}

export function stopPressing(): void {
  latest += 1;
}
