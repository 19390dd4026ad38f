import type { Page } from 'playwright-core';

/** What a page lets happen that its policy is to forbid. */
export interface Broken {
  readonly inline: boolean;
  readonly evaluated: boolean;
  readonly foreign: boolean;
}

/** Tries to run a script that the page does not bring, to make one of a string, and to ask another origin. */
export async function tryToBreakPolicy(page: Page): Promise<Broken> {
  await page.evaluate(() => {
    const attempt = (text: string) => {
      const script = document.createElement('script');
      script.textContent = text;
      document.body.append(script);
      script.remove();
    };
    attempt('window.ranInline = true');
    const image = document.createElement('img');
    image.setAttribute('onerror', 'window.ranInline = true');
    document.body.append(image);
    image.src = 'data:image/png;base64,AA==';
    // its handler, were it let, would have run before this one
    return new Promise<void>((resolve) => {
      image.addEventListener('error', () => {
        image.remove();
        resolve();
      });
    });
  });
  return page.evaluate(async () => ({
    inline: 'ranInline' in window,
    // a tool's own evaluation is not held to the policy, but what it starts is
    evaluated: await new Promise<boolean>((resolve) => {
      setTimeout(() => {
        try {
          resolve(new Function('return true')() as boolean);
        } catch {
          resolve(false);
        }
      });
    }),
    foreign: await fetch('https://columna.invalid/').then(
      () => true,
      (error: Error) => !/Failed to fetch|Refused|Content Security/i.test(error.message),
    ),
  }));
}

/** Counts from the next load of the page on what its policy has refused. */
export async function countRefused(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const refused: string[] = [];
    Object.assign(window, { refused });
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      refused.push(`${violatedDirective} ${blockedURI}`),
    );
  });
  return () => page.evaluate(() => (window as unknown as { refused: string[] }).refused);
}
