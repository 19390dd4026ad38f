import { applyPalette, GIFEncoder, quantize } from 'gifenc';
import {
  BufferTarget,
  CanvasSource,
  getFirstEncodableVideoCodec,
  Mp4OutputFormat,
  Output,
  QUALITY_HIGH,
  WebMOutputFormat,
} from 'mediabunny';
import { FRAMES_PER_S } from './frames.ts';

/** Takes a film frame by frame. */
export interface FilmWriter {
  /** Ending of the file's name: the first of these that the browser can write. */
  readonly ending: 'mp4' | 'webm' | 'gif';
  /** Takes what the canvas shows now as the next frame. */
  add(): Promise<void>;
  finish(): Promise<Blob>;
  /** Throws away what was written. */
  cancel(): Promise<void>;
}

/** Writer of a film of what a canvas shows, whose sides have even numbers of px. */
export async function createFilmWriter(canvas: HTMLCanvasElement): Promise<FilmWriter> {
  const { width, height } = canvas;
  const find = (codecs: Parameters<typeof getFirstEncodableVideoCodec>[0]) =>
    getFirstEncodableVideoCodec(codecs, { width, height, bitrate: QUALITY_HIGH });
  const mp4 = await find(['avc', 'hevc']);
  const webm = mp4 ? null : await find(['vp9', 'vp8', 'av1']);
  const codec = mp4 ?? webm;
  if (!codec) return createGifWriter(canvas);
  const target = new BufferTarget();
  const output = new Output({ format: mp4 ? new Mp4OutputFormat() : new WebMOutputFormat(), target });
  const source = new CanvasSource(canvas, { codec, bitrate: QUALITY_HIGH });
  output.addVideoTrack(source, { frameRate: FRAMES_PER_S });
  await output.start();
  let frames = 0;
  return {
    ending: mp4 ? 'mp4' : 'webm',
    add: () => source.add(frames++ / FRAMES_PER_S, 1 / FRAMES_PER_S),
    async finish() {
      await output.finalize();
      return new Blob([target.buffer!], { type: mp4 ? 'video/mp4' : 'video/webm' });
    },
    cancel: () => output.cancel(),
  };
}

/** Frames of a GIF, frames/s: it has times in hundredths of a second, and browsers slow down what is faster. */
const GIF_FRAMES_PER_S = 10;
/** Colours of a GIF's frame. */
const GIF_COLOURS = 256;
/** Longest side of a GIF, px. */
const GIF_LONG_PX = 640;

function createGifWriter(canvas: HTMLCanvasElement): FilmWriter {
  const small = document.createElement('canvas');
  const scale = Math.min(1, GIF_LONG_PX / Math.max(canvas.width, canvas.height));
  small.width = Math.round(scale * canvas.width);
  small.height = Math.round(scale * canvas.height);
  const context = small.getContext('2d', { willReadFrequently: true })!;
  const gif = GIFEncoder();
  let frames = 0;
  return {
    ending: 'gif',
    async add() {
      if (frames++ % (FRAMES_PER_S / GIF_FRAMES_PER_S) !== 0) return;
      context.drawImage(canvas, 0, 0, small.width, small.height);
      const { data } = context.getImageData(0, 0, small.width, small.height);
      const palette = quantize(data, GIF_COLOURS);
      const delay = 1000 / GIF_FRAMES_PER_S;
      gif.writeFrame(applyPalette(data, palette), small.width, small.height, { palette, delay });
    },
    async finish() {
      gif.finish();
      return new Blob([gif.bytes() as Uint8Array<ArrayBuffer>], { type: 'image/gif' });
    },
    cancel: async () => {},
  };
}
