import { Color, LightProbe, SphericalHarmonics3, Vector3 } from 'three';
import type { Studio } from './looks.ts';

/**
 * Integral over the sphere of a clamped cosine with each band of the spherical harmonics (Ramamoorthi and Hanrahan 2001, from memory):
 * a wide soft light in these terms.
 */
const COSINE_BANDS = [Math.PI, (2 * Math.PI) / 3, Math.PI / 4];
const BAND_OF = [0, 1, 1, 1, 2, 2, 2, 2, 2];

/** The studio's light as nine coefficients: exact for a few wide lights, and next to nothing to draw for matt bone. */
export function createStudioLight({ around: [colour, radiance], lobes }: Studio): LightProbe {
  const light = new SphericalHarmonics3();
  const basis = new Array<number>(9).fill(0);
  const tint = new Color();
  const add = (of: string, scale: (coefficient: number) => number) => {
    tint.set(of);
    for (let i = 0; i < 9; i++) {
      const weight = scale(i);
      light.coefficients[i]!.x += tint.r * weight;
      light.coefficients[i]!.y += tint.g * weight;
      light.coefficients[i]!.z += tint.b * weight;
    }
  };
  SphericalHarmonics3.getBasisAt(new Vector3(0, 1, 0), basis);
  // the first basis function is constant
  add(colour, (i) => (i === 0 ? radiance * 4 * Math.PI * basis[0]! : 0));
  for (const [of, strength, from] of lobes) {
    SphericalHarmonics3.getBasisAt(new Vector3(...from).normalize(), basis);
    const own = [...basis];
    add(of, (i) => strength * COSINE_BANDS[BAND_OF[i]!]! * own[i]!);
  }
  return new LightProbe(light);
}
