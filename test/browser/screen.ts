import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

const XVFB = '/usr/bin/Xvfb';

export interface Screen {
  /** Its number, as X has it. */
  readonly display: string;
  readonly close: () => void;
}

/** The machine's screen, or else one of its own (Xvfb) in memory; null where there is neither. */
export async function openScreen(): Promise<Screen | null> {
  const display = process.env.DISPLAY;
  if (display) return { display, close: () => {} };
  if (!existsSync(XVFB)) return null;
  // it finds a free number, and writes it when it is ready
  const xvfb = spawn(XVFB, ['-displayfd', '1', '-screen', '0', '1600x1300x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    xvfb.stdout.once('data', (text: Buffer) => resolve(String(text).trim()));
    xvfb.once('error', reject);
    xvfb.once('exit', () => reject(new Error('Xvfb gave no screen.')));
  });
  return { display: `:${number}`, close: () => void xvfb.kill() };
}
