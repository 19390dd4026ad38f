import type { TermName } from '../../i18n/keys.ts';

/** Source of a term's explanation: a key of models/sources.json, or a paper of its own. */
export interface TermSource {
  readonly source?: string;
  readonly paper?: string;
}

const COBB = 'Cobb JR. Outline for the study of scoliosis. Instr Course Lect 1948;5:261–275.';
const WHO =
  'WHO Study Group. Assessment of fracture risk and its application to screening for postmenopausal osteoporosis. WHO Technical Report Series 843, 1994.';
const SHAPES: TermSource = { source: 'genant-1993' };

/** Sources by term. A term without an entry is common anatomy or physics as this page uses it, compared with no paper. */
export const TERM_SOURCES: Readonly<Partial<Record<TermName, readonly TermSource[]>>> = {
  'end-plate': [{ source: 'endplate-concavity' }],
  disc: [{ source: 'wilke-1999' }, { source: 'pollintine-2004' }],
  trabecular: [{ source: 'kopperdahl-1998' }],
  shell: [{ source: 'eswaran-2007' }],
  density: [{ source: 'qct-by-decade' }],
  't-score': [{ paper: WHO }],
  osteoporosis: [
    {
      paper:
        'NIH Consensus Development Panel. Osteoporosis prevention, diagnosis, and therapy. JAMA 2001;285:785–795.',
    },
    { paper: WHO },
  ],
  kyphosis: [{ source: 'alignment-kyphosis' }],
  lordosis: [{ source: 'alignment-lordosis' }],
  cobb: [{ paper: COBB }],
  'height-lost': [{ source: 'koele-2020' }],
  fracture: [{ source: 'incident-definition' }],
  wedge: [SHAPES],
  biconcave: [SHAPES],
  crush: [SHAPES],
  genant: [SHAPES],
  ao: [
    {
      paper:
        'Vaccaro AR et al. AOSpine thoracolumbar spine injury classification system. Spine 2013;38:2028–2037.',
    },
  ],
  strength: [{ source: 'brinckmann-1989' }, { source: 'mosekilde-1990' }],
  'load-over-strength': [
    {
      paper:
        'Myers ER, Wilson SE. Biomechanics of osteoporosis and vertebral fracture. Spine 1997;22(24 Suppl):25S–31S.',
    },
  ],
  creep: [{ source: 'rapillard-2006' }],
  newton: [{ paper: 'BIPM. The International System of Units (SI Brochure), 9th edition, 2019.' }],
  cement: [
    {
      paper:
        'Buchbinder R et al. A randomized trial of vertebroplasty for painful osteoporotic vertebral fractures. N Engl J Med 2009;361:557–568.',
    },
    {
      paper:
        'Kallmes DF et al. A randomized trial of vertebroplasty for osteoporotic spinal fractures. N Engl J Med 2009;361:569–579.',
    },
    {
      paper:
        'Clark W et al. Safety and efficacy of vertebroplasty for acute painful osteoporotic fractures (VAPOUR). Lancet 2016;388:1408–1416.',
    },
    { source: 'pmma' },
  ],
  balloon: [{ source: 'lieberman-2001' }, { source: 'balloon-height' }],
};
