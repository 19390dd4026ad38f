import { type Picture, writePng } from './drawPicture.ts';

/** Prints a picture alone, as large as the paper. */
export async function printPicture(picture: Picture): Promise<void> {
  const image = new Image();
  image.className = 'printed-picture';
  image.src = URL.createObjectURL(await writePng(picture));
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
