/** One parameter of the model: what the lab shows, what an override may set, what the mechanics reads. */
export interface Parameter {
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly unit: string;
  readonly label: string;
  /** Key in models/sources.json, or `model` for our own assumption. */
  readonly source: string;
}

const parameter = (
  label: string,
  unit: string,
  value: number,
  min: number,
  max: number,
  source: string,
): Parameter => ({ default: value, min, max, unit, label, source });

/** Every parameter of the model, by its registry key. The panel's lab, the address and the tests read this list. */
export const PARAMETERS = {
  // bone
  trabecularDensityAtT0: parameter(
    'Lumbar trabecular density at T = 0',
    'mg/cm³',
    147,
    80,
    220,
    'qct-by-decade',
  ),
  trabecularDensityPerT: parameter('Density per T-score', 'mg/cm³', 27, 10, 40, 'qct-by-decade'),
  shellThicknessMm: parameter('Cortical shell at T = 0', 'mm', 0.38, 0.2, 0.8, 'eswaran-2007'),
  endPlateThicknessMm: parameter('Bony end plate of L1', 'mm', 0.6, 0.3, 1.5, 'end-plate-thickness'),
  plateauOverYield: parameter('Crush plateau over peak stress', '', 0.65, 0.2, 0.95, 'model'),
  softeningCrushMm: parameter('Crush over which stress falls to the plateau', 'mm', 1, 0.3, 4, 'model'),
  densifyCrushFraction: parameter('Crush of a layer at which it packs', '', 0.7, 0.3, 0.9, 'model'),
  // load sharing
  archShareWorn: parameter('Load on the neural arch, worn disc, upright', '', 0.4, 0, 0.8, 'pollintine-2004'),
  annulusShare: parameter('Annulus share of the passive bending moment', '', 0.3, 0, 1, 'adams-passive'),
  kyphoticEccentricity: parameter(
    'Forward lean of the load in kyphosis, of the depth',
    '',
    0.1,
    0,
    0.2,
    'model',
  ),
  ribShare: parameter('Share of the bending moment that the ribs bear', '', 0.42, 0, 0.7, 'iyer-2010'),
  // muscles
  specificTensionNPerCm2: parameter(
    'Greatest muscle force over area, man up to 45',
    'N/cm²',
    100,
    40,
    160,
    'trunk-strength',
  ),
  postureYieldDeg: parameter('Most that a joint gives where muscles tire', '°', 3.5, 0.5, 5, 'model'),
  muscleCostPower: parameter('Power of the muscles’ cost Σ(F/Fmax)^p', '', 3, 2, 3, 'model'),
  // stiffness in series with a vertebra
  muscleStiffnessNPerMm: parameter(
    'Short-range stiffness of the trunk muscles',
    'N/mm',
    100,
    20,
    400,
    'model',
  ),
  muscleRetakeMs: parameter('Time in which muscles take up their slack', 'ms', 80, 50, 2000, 'model'),
  collapseTimeMs: parameter('Rate term of a collapse', 'ms', 12, 5, 40, 'model'),
  // standing after a fracture
  pelvicShare: parameter('Share of a forward shift that the pelvis makes good', '', 0.6, 0, 1, 'model'),
  neighbourShare: parameter('Share of a wedge that the discs beside it make good', '', 0.4, 0, 1, 'model'),
  // reflex
  painfulLossPercent: parameter('Height lost in an act that makes one let go', '%', 15, 5, 40, 'model'),
  reflexDelayMs: parameter('Pain to letting go', 'ms', 100, 40, 400, 'model'),
  // cement
  cementModulusMPa: parameter('Cement modulus', 'MPa', 1937, 500, 3500, 'pmma'),
  cementStrengthMPa: parameter('Cement strength', 'MPa', 90, 40, 140, 'pmma'),
} as const satisfies Record<string, Parameter>;

export type ParameterKey = keyof typeof PARAMETERS;

/** Values of all parameters: the defaults, replaced where the scenario overrides them. */
export type ParameterValues = Readonly<Record<ParameterKey, number>>;

export function getParameterValues(overrides: Readonly<Record<string, number>> = {}): ParameterValues {
  return Object.fromEntries(
    Object.entries(PARAMETERS).map(([key, entry]) => [key, overrides[key] ?? entry.default]),
  ) as Record<ParameterKey, number>;
}
