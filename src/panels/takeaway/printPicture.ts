import './takeaway.css';
import { writePng } from './drawPicture.ts';

/** Prints a picture alone, as large as the paper. */
export async function printPicture(picture: HTMLCanvasElement | null): Promise<void> {
  const png = picture && (await writePng(picture));
  if (!png) throw new Error('the browser has no memory for a picture of this size');
  const image = new Image();
  image.className = 'printed-picture';
  image.src = URL.createObjectURL(png);
  await image.decode();
  document.body.append(image);
  addEventListener(
    'afterprint',
    () => {
      URL.revokeObjectURL(image.src);
      image.remove();
    },
    { once: true },
  );
  print();
}
