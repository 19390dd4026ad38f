/** Source of a statement in the quiz: a key of models/sources.json, or a paper of its own. */
export interface QuizSource {
  readonly source?: string;
  readonly paper?: string;
}

export const QUIZ_SOURCES = {
  'trial-fit1': { source: 'trial-fit1' },
  'trial-fit2': { source: 'trial-fit2' },
  'trial-vert-na': { source: 'trial-vert-na' },
  'trial-horizon': { source: 'trial-horizon' },
  'trial-bone': { source: 'trial-bone' },
  'trial-more': { source: 'trial-more' },
  'trial-freedom': { source: 'trial-freedom' },
  precision: { source: 'density-and-fracture' },
  stopping: { source: 'denosumab-stopping' },
  blinded: { source: 'cochrane-vertebroplasty' },
  vertosIv: { source: 'vertos-iv' },
  invest: { source: 'invest' },
  vapour: { source: 'vapour' },
  pain: { source: 'nogg-2021' },
  bedRest: { source: 'bhof-2022' },
  brace: { source: 'brace-load' },
  genant: { source: 'genant-1993' },
  incident: { source: 'incident-definition' },
  cobb: { paper: 'Cobb JR. Outline for the study of scoliosis. Instr Course Lect 1948;5:261–275.' },
  // from its abstract: average difference between two readings of a kyphosis 3.3°, 95 % of them 7° or less
  readers: {
    paper:
      'Carman DL, Browne RH, Birch JG. Measurement of scoliosis and kyphosis radiographs: intraobserver and interobserver variation. J Bone Joint Surg Am 1990;72:328–333.',
  },
  who: {
    paper:
      'WHO Study Group. Assessment of fracture risk and its application to screening for postmenopausal osteoporosis. WHO Technical Report Series 843, 1994.',
  },
  density: { source: 'qct-by-decade' },
  pressure: { source: 'wilke-1999' },
  muscles: { source: 'thoracolumbar-model' },
  again: { source: 'lindsay-2001' },
  cementLoad: { source: 'molloy-2003' },
  sham: {
    paper:
      'Buchbinder R et al. A randomized trial of vertebroplasty for painful osteoporotic vertebral fractures. N Engl J Med 2009;361:557–568.',
  },
  sham2: {
    paper:
      'Clark W et al. Safety and efficacy of vertebroplasty for acute painful osteoporotic fractures (VAPOUR). Lancet 2016;388:1408–1416.',
  },
} as const satisfies Readonly<Record<string, QuizSource>>;
export type SourceName = keyof typeof QUIZ_SOURCES;
