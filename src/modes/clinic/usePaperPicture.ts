import { useEffect, useState } from 'react';
import { usePlayhead, useSession } from '../../panels/context.ts';
import { drawPicture, hasPicture } from '../../panels/sheets/drawPicture.ts';

/** Time for the camera to reach its view before the picture is taken, ms. */
const COMING_MS = 1500;

/** Picture of the stage for paper, once the camera is at rest: URL of a blob, or null while there is none. */
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

/** Picture without a caption, in the light theme to save ink; the page's own theme is back before the next frame. */
function drawLight(): Promise<Blob | null> {
  const { dataset } = document.documentElement;
  const theme = dataset.theme ?? 'dark';
  dataset.theme = 'light';
  const drawing = drawPicture({ title: '', text: '' });
  dataset.theme = theme;
  return drawing;
}
