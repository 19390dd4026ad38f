import type { Quality, Settings } from '../../runtime/device/settings.ts';

/** Light and colour of each theme. Colours are sRGB. */
export interface Look {
  readonly sky: string;
  readonly floor: string;
  readonly skyStrength: number;
  readonly keyStrength: number;
  readonly rimStrength: number;
  /** Colour of the figure's and the ghost's edge. */
  readonly edge: string;
  readonly figureStrength: number;
  readonly ghost: string;
  readonly ghostStrength: number;
  /** Opacity of the bones round the spine. */
  readonly skeletonOpacity: number;
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
    sky: '#dfe8f0',
    floor: '#4a3f36',
    skyStrength: 1.15,
    keyStrength: 2.6,
    rimStrength: 1.3,
    edge: '#9fb4c2',
    figureStrength: 0.34,
    ghost: '#a9d2ea',
    ghostStrength: 0.5,
    skeletonOpacity: 0.3,
    loupeMiddle: '#333d45',
    loupeEdge: '#14181c',
    broken: '#ff5540',
    former: '#ffffff',
    furniture: '#414c54',
  },
  light: {
    sky: '#ffffff',
    floor: '#a8977f',
    skyStrength: 1.5,
    keyStrength: 2.3,
    rimStrength: 0.6,
    edge: '#5b6a76',
    figureStrength: 0.4,
    ghost: '#2f6480',
    ghostStrength: 0.55,
    skeletonOpacity: 0.42,
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
