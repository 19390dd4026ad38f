import type { Quality, Settings } from '../../runtime/device/settings.ts';

/** Soft light from all around: colour and radiance everywhere, and of wide lights in a direction; W/(m² sr) in the picture's own measure. */
export interface Studio {
  readonly around: readonly [colour: string, radiance: number];
  readonly lobes: readonly (readonly [
    colour: string,
    radiance: number,
    from: readonly [number, number, number],
  ])[];
}

/** Light and colour of each theme. Colours are sRGB. */
export interface Look {
  readonly studio: Studio;
  readonly keyStrength: number;
  /** Light from behind, which draws the edges. */
  readonly backStrength: number;
  /** Colour of the figure's and the ghost's edge. */
  readonly edge: string;
  readonly figureStrength: number;
  readonly ghost: string;
  readonly ghostStrength: number;
  /** Colour and strength of the bones round the spine, which are like glass. */
  readonly glass: string;
  readonly glassStrength: number;
  /** Colours of the loupe's ground, in the middle and at the edge. */
  readonly loupeMiddle: string;
  readonly loupeEdge: string;
  /** Colour of the line round a broken bone, and of that round the body as it was. */
  readonly broken: string;
  readonly former: string;
  /** Colour of floor, seat and bed: little different from the background. */
  readonly furniture: string;
}

export const LOOKS: Record<Settings['theme'], Look> = {
  dark: {
    studio: {
      around: ['#8fa9c6', 0.13],
      lobes: [
        ['#ffe9cc', 0.42, [0.5, 0.55, 0.65]],
        ['#dfeaf4', 0.22, [0, 1, 0]],
        ['#5f86b4', 0.2, [-0.8, -0.2, -0.5]],
      ],
    },
    keyStrength: 2.3,
    backStrength: 3.2,
    edge: '#9fb4c2',
    figureStrength: 0.34,
    ghost: '#ffffff',
    ghostStrength: 0.85,
    glass: '#8fb0c8',
    glassStrength: 0.75,
    loupeMiddle: '#333d45',
    loupeEdge: '#14181c',
    broken: '#ff5540',
    former: '#ffffff',
    furniture: '#414c54',
  },
  light: {
    studio: {
      around: ['#e9eef2', 0.26],
      lobes: [
        ['#fff3e0', 0.4, [0.5, 0.55, 0.65]],
        ['#ffffff', 0.3, [0, 1, 0]],
        ['#c8d8e6', 0.15, [-0.8, -0.2, -0.5]],
      ],
    },
    keyStrength: 2.2,
    backStrength: 1.6,
    edge: '#5b6a76',
    figureStrength: 0.4,
    ghost: '#10222e',
    ghostStrength: 0.8,
    glass: '#51707f',
    glassStrength: 0.6,
    loupeMiddle: '#fdfdfb',
    loupeEdge: '#ccd2d4',
    broken: '#c4200f',
    former: '#10222e',
    furniture: '#aaa497',
  },
};

/** Factor on a layer's opacity while it is faint. */
export const FAINT = 0.3;

/** Settings of each quality. `detail`: level of the bones' meshes, 0 the finest. */
export const QUALITY: Record<
  Quality,
  { readonly maxPixelRatio: number; readonly shadowSize: number; readonly detail: number }
> = {
  low: { maxPixelRatio: 1, shadowSize: 0, detail: 2 },
  medium: { maxPixelRatio: 1.5, shadowSize: 1024, detail: 1 },
  high: { maxPixelRatio: 2, shadowSize: 2048, detail: 0 },
};
