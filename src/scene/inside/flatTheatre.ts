import type { ShownBody } from '../../runtime/inside/picture.ts';
import { calcPlaceOnScale, type Measure, STRESS_STOPS, YIELDED_BELOW } from '../../scales/stressScale.ts';
import { cutBody } from './cut.ts';
import { createField, mixFields, sampled, sampleField } from './field.ts';
import type { Spot, Theatre } from './theatre.ts';

const parse = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
const STOPS = STRESS_STOPS.map(parse);

function calcColour(place: number): string {
  const at = place * (STOPS.length - 1);
  const low = Math.min(STOPS.length - 2, Math.floor(at));
  return `rgb(${STOPS[low]!.map((part, i) => Math.round(part + (at - low) * (STOPS[low + 1]![i]! - part))).join(' ')})`;
}

/** The cut faces alone, drawn flat, where there are no 3-D graphics. */
export function createFlatTheatre(canvas: HTMLCanvasElement): Theatre {
  const context = canvas.getContext('2d')!;
  let [width, height] = [1, 1];
  const findField = ({ body, frame, next, part }: ShownBody, measure: Measure) =>
    mixFields(createField(body, frame, measure), createField(body, next, measure), part);
  return {
    resize(w, h) {
      [width, height] = [w, h];
      canvas.width = w * devicePixelRatio;
      canvas.height = h * devicePixelRatio;
    },
    show(shown, cut, measure) {
      context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
      context.clearRect(0, 0, width, height);
      const cell = width / shown.length;
      const largest = Math.max(...shown.map(({ body }) => Math.max(body.widthMm, body.depthMm)));
      const scale = Math.min((0.8 * cell) / largest, (0.6 * height) / largest);
      return shown.map((one, n) => {
        const { body, stretch } = one;
        const field = findField(one, measure);
        const [c, s] = [Math.cos(cut.turnRad), Math.sin(cut.turnRad)];
        const middle = (body.lowerMm + body.upperMm) / 2;
        const project = (x: number, y: number, z: number): Spot => ({
          x: (n + 0.5) * cell + scale * (cut.isLevel ? x : x * c - z * s),
          y: 0.56 * height - scale * (cut.isLevel ? -z : y - middle),
          isBeside: cut.isLevel || Math.abs(x * c - z * s) > 0.7 * Math.hypot(x, z),
        });
        const { rows, columns, at } = cutBody(body, cut).face;
        const points = Array.from({ length: rows * columns }, (_, i) => {
          const [x, y, z] = [at[3 * i]!, at[3 * i + 1]!, at[3 * i + 2]!];
          sampleField(field, x, y, z);
          const [squeezed, left, , dx, dy, dz] = sampled;
          return {
            ...project(x + stretch * dx!, y + stretch * dy!, z + stretch * dz!),
            squeezed: squeezed!,
            left: left!,
          };
        });
        for (let r = 0; r + 1 < rows; r++)
          for (let k = 0; k + 1 < columns; k++) {
            const i = r * columns + k;
            const { squeezed, left } = points[i]!;
            context.fillStyle = calcColour(calcPlaceOnScale(measure, squeezed));
            if (left < YIELDED_BELOW && (r + k) % 4 === 0)
              context.fillStyle = squeezed > 0 ? '#0b4f5c' : '#bff3ff';
            context.beginPath();
            for (const corner of [i, i + 1, i + columns + 1, i + columns])
              context.lineTo(points[corner]!.x, points[corner]!.y);
            context.fill();
          }
        const [a, b] = [body.depthMm * 0.55, body.widthMm * 0.55];
        sampleField(field, body.frontMm, body.upperMm - body.dishMm, 0);
        return {
          sides: {
            front: project(a, middle, 0),
            back: project(-a, middle, 0),
            right: project(0, middle, b),
            left: project(0, middle, -b),
          },
          force: project(body.frontMm, body.upperMm - body.dishMm + stretch * sampled[4]!, 0),
          left: n * cell,
          width: cell,
          top: 0,
          height,
        };
      });
    },
    dispose() {},
  };
}
