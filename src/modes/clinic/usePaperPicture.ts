import { useEffect, useState } from 'react';
import { usePlayhead, useSession } from '../../panels/context.ts';
import { drawPicture, hasPicture } from '../../panels/sheets/drawPicture.ts';

/** Time for the camera to come round before the picture is taken, ms. */
const COMING_MS = 1500;

/** The stage as a picture for paper, once it has come to rest: an address of the blob, or null while there is none. */
export function usePaperPicture(): string | null {
  const shown = useSession((state) => state.shown);
  const computing = usePlayhead(({ phase }) => phase === 'computing');
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (computing || !shown) return;
    let stale = false;
    const timer = setTimeout(async () => {
      if (!hasPicture()) return;
      const blob = await drawLight();
      if (blob && !stale) setUrl(URL.createObjectURL(blob));
    }, COMING_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [computing, shown]);
  useEffect(() => () => URL.revokeObjectURL(url ?? ''), [url]);
  return url;
}

/** Without a caption, for the page has its own, and on the light theme's ground, whatever the page has: ink is dear, and this theme is back before the next frame. */
function drawLight(): Promise<Blob | null> {
  const { dataset } = document.documentElement;
  const theme = dataset.theme ?? 'dark';
  dataset.theme = 'light';
  const drawing = drawPicture({ title: '', text: '' });
  dataset.theme = theme;
  return drawing;
}
