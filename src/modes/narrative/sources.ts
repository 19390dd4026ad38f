import type { StepName } from './steps.ts';

/** Source of a statement: a key of models/sources.json, or a paper of its own. */
export interface StorySource {
  readonly source?: string;
  readonly paper?: string;
  /** Whether the statement was compared with the paper. */
  readonly checked?: boolean;
}

const PAPERS = {
  clinical: {
    paper:
      'Cooper C, Atkinson EJ, O’Fallon WM, Melton LJ. Incidence of clinically diagnosed vertebral fractures: a population-based study in Rochester, Minnesota, 1985–1989. J Bone Miner Res 1992;7:221–227.',
  },
  buchbinder: {
    paper:
      'Buchbinder R et al. A randomized trial of vertebroplasty for painful osteoporotic vertebral fractures. N Engl J Med 2009;361:557–568.',
  },
  kallmes: {
    paper:
      'Kallmes DF et al. A randomized trial of vertebroplasty for osteoporotic spinal fractures. N Engl J Med 2009;361:569–579.',
  },
  vapour: {
    paper:
      'Clark W et al. Safety and efficacy of vertebroplasty for acute painful osteoporotic fractures (VAPOUR). Lancet 2016;388:1408–1416. Pain below 4 of 10 at two weeks: 44 % against 21 % with the sham.',
    checked: true,
  },
  vertos4: {
    paper:
      'Firanescu CE et al. Vertebroplasty versus sham procedure for painful acute osteoporotic vertebral compression fractures (VERTOS IV). BMJ 2018;361:k1551. Difference in pain: 0.4 of 10.',
    checked: true,
  },
  vertos2: {
    paper:
      'Venmans A et al. Natural history of pain in patients with conservatively treated osteoporotic vertebral compression fractures: results from VERTOS II. AJNR 2012;33:519–521. Within a year 60 % came to a pain of 3 of 10 or less, most in three months; 40 % did not.',
    checked: true,
  },
  steady: {
    paper:
      'Brooke-Wavell K et al. Strong, steady and straight: UK consensus statement on physical activity and exercise for osteoporosis. Br J Sports Med 2022;56:837–846.',
  },
  falls: {
    paper:
      'Sherrington C et al. Exercise for preventing falls in older people living in the community. Cochrane Database Syst Rev 2019;1:CD012424.',
  },
  home: {
    paper:
      'Gillespie LD et al. Interventions for preventing falls in older people living in the community. Cochrane Database Syst Rev 2012;9:CD007146.',
  },
  alendronate: {
    paper:
      'Black DM et al. Randomised trial of effect of alendronate on risk of fracture in women with existing vertebral fractures. Lancet 1996;348:1535–1541. New spine fractures in three years: 8.0 % against 15.0 %.',
    checked: true,
  },
  risedronate: {
    paper:
      'VERT trials of risedronate, as tabled in PMC8049374: 41 to 49 % fewer new spine fractures in three years.',
    checked: true,
  },
  zoledronate: {
    paper:
      'Black DM et al. Once-yearly zoledronic acid for treatment of postmenopausal osteoporosis (HORIZON). N Engl J Med 2007;356:1809–1822. 70 % fewer new spine fractures in three years.',
    checked: true,
  },
  denosumab: {
    paper:
      'Cummings SR et al. Denosumab for prevention of fractures in postmenopausal women with osteoporosis (FREEDOM). N Engl J Med 2009;361:756–765. 68 % fewer new spine fractures in three years.',
    checked: true,
  },
  stopping: {
    paper:
      'FREEDOM and its extension, post hoc: several spine fractures at once are more frequent after denosumab is stopped. J Bone Miner Res 2022;37:2112.',
    checked: true,
  },
} as const satisfies Readonly<Record<string, StorySource>>;

const S: Readonly<Record<keyof typeof PAPERS, StorySource>> = PAPERS;
const DRUGS = [S.alendronate, S.risedronate, S.zoledronate, S.denosumab];

/** Sources of each step, beside the computation. */
export const STEP_SOURCES: Readonly<Record<StepName, readonly StorySource[]>> = {
  healthy: [{ source: 'brinckmann-1989' }],
  loss: [{ source: 'qct-by-decade' }, { source: 'mosekilde-1990' }],
  daily: [{ source: 'wilke-1999' }, S.steady],
  lift: [{ source: 'lumbopelvic-rhythm' }, S.steady],
  fracture: [{ source: 'incident-definition' }, S.clinical],
  after: [{ source: 'koele-2020' }, { source: 'lindsay-2001' }, ...DRUGS],
  cement: [{ source: 'molloy-2003' }, S.buchbinder, S.kallmes, S.vertos4, S.vapour, S.vertos2],
  protect: [S.steady, S.falls, S.home, S.alendronate, S.stopping],
};
