import type { Page } from 'playwright-core';

export interface Spot {
  readonly x: number;
  readonly y: number;
}
/** A way over the page, px: from its ground to what is to be seen on it. */
export interface Way {
  readonly name: string;
  readonly from: Spot;
  readonly to: Spot;
}

/** The greatest contrast (WCAG 2) that each way meets with the colour it sets out from. */
export async function measureContrasts(
  page: Page,
  ways: readonly Way[],
): Promise<Readonly<Record<string, number>>> {
  const shot = (await page.screenshot()).toString('base64');
  return page.evaluate(
    async ({ png, list }) => {
      const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = Object.assign(document.createElement('canvas'), {
        width: image.width,
        height: image.height,
      });
      const context = canvas.getContext('2d')!;
      context.drawImage(image, 0, 0);
      const luminance = ({ x, y }: { x: number; y: number }) => {
        const [r, g, b] = [...context.getImageData(Math.round(x), Math.round(y), 1, 1).data].map((value) => {
          const share = value / 255;
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
      };
      return Object.fromEntries(
        list.map(({ name, from, to }) => {
          const ground = luminance(from);
          const steps = Math.ceil(Math.max(Math.abs(to.x - from.x), Math.abs(to.y - from.y)));
          const contrasts = Array.from({ length: steps + 1 }, (_, step) => {
            const share = step / steps;
            const here = luminance({
              x: from.x + share * (to.x - from.x),
              y: from.y + share * (to.y - from.y),
            });
            return (Math.max(here, ground) + 0.05) / (Math.min(here, ground) + 0.05);
          });
          return [name, Math.max(...contrasts)];
        }),
      );
    },
    { png: shot, list: ways },
  );
}
