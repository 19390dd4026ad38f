export interface TermText {
  readonly name: string;
  /** For everybody. */
  readonly plain: string;
  /** For clinicians and students, where it says more. */
  readonly clinical?: string;
}

/** The words of the page, explained. */
export const enGlossary = {
  vertebra: {
    name: 'Vertebra',
    plain:
      'One bone of the spine. The spine has 24 of them that move. This page loads 17: T1 to T12 behind the chest, L1 to L5 in the lower back.',
    clinical: 'T1 to L5 are modelled as vertebral bodies with a neural arch behind.',
  },
  body: {
    name: 'Vertebral body',
    plain: 'The thick front part of a vertebra. It is shaped like a drum and bears most of the weight.',
  },
  'end-plate': {
    name: 'End plate',
    plain: 'The thin roof or floor of a vertebra. A disc rests on it.',
    clinical: 'Bony end plate, slightly concave; its corners are what angles and heights are measured from.',
  },
  disc: {
    name: 'Disc',
    plain:
      'The soft cushion between two bones of the spine. It lets the spine bend, and it spreads the load.',
    clinical:
      'Nucleus under pressure within an annulus. As it wears, pressure falls and more load passes through the neural arch in upright stance.',
  },
  trabecular: {
    name: 'Trabecular bone',
    plain:
      'The fine mesh inside a bone, like a sponge made of beams. As bone is lost, the beams get thin and some are cut through.',
    clinical:
      'Cancellous bone. Its strength and stiffness rise more than in proportion with its density, so a small loss costs much strength.',
  },
  shell: {
    name: 'Shell',
    plain: 'The thin, hard skin around a vertebra. It bears a part of the load.',
    clinical:
      'Cortical shell, some tenths of a millimetre thick. Its share of the load grows as the core weakens.',
  },
  density: {
    name: 'Bone density',
    plain: 'How much bone is in a bone. Less bone means a weaker bone.',
    clinical: 'Here by T-score; the model turns it into a trabecular density (QCT, mg/cm³) by a line.',
  },
  't-score': {
    name: 'T-score',
    plain:
      'It compares your bone with that of a young, healthy adult. 0 is the same. Below 0 there is less bone. A scan called DXA measures it.',
    clinical:
      'Standard deviations from the young adult mean. WHO: normal at −1 or above, low bone mass between −1 and −2.5, osteoporosis at −2.5 or below.',
  },
  osteoporosis: {
    name: 'Osteoporosis',
    plain: 'A disease in which bones have lost so much that they break too easily. There is help for it.',
    clinical:
      'Compromised bone strength that raises the risk of fracture; by density, a T-score of −2.5 or below.',
  },
  kyphosis: {
    name: 'Round back (kyphosis)',
    plain: 'How far the upper back is rounded. Everyone’s is, a little. A broken front makes it rounder.',
    clinical:
      'Cobb angle from the upper end plate of T4 to the lower end plate of T12, standing; + is kyphosis.',
  },
  lordosis: {
    name: 'Hollow back (lordosis)',
    plain: 'How far the lower back is hollow. Most people’s is, when they stand.',
    clinical: 'Cobb angle from the upper end plate of L1 to that of S1, standing.',
  },
  cobb: {
    name: 'Cobb angle',
    plain:
      'The angle between two bones of the spine, seen from one side. It says how bent the part between them is.',
    clinical: 'Angle between the upper end plate of the top vertebra and the lower end plate of the last.',
  },
  'height-lost': {
    name: 'Height lost',
    plain:
      'How much shorter the person stands than before any bone broke. It adds up from flat bones and a rounder back.',
    clinical:
      'Drop of the top of the column, standing, against the same patient unfractured. Of one vertebra: % of its own height when intact.',
  },
  fracture: {
    name: 'Fracture',
    plain: 'A broken bone. In the spine a bone most often gives way and sinks. It seldom snaps.',
    clinical:
      'Counted here as in the trials: an anterior, middle or posterior height lost by at least 20 % and 4 mm.',
  },
  wedge: {
    name: 'Wedge',
    plain: 'A broken vertebra that has sunk at its front. It looks like a slice of cake from the side.',
    clinical: 'Anterior height lost most. It adds to kyphosis.',
  },
  biconcave: {
    name: 'Biconcave',
    plain: 'A broken vertebra with hollow ends. Its middle has sunk and its rim stands.',
    clinical: 'Middle height lost most, from one or both end plates.',
  },
  crush: {
    name: 'Crush',
    plain: 'A broken vertebra that has sunk all over, front and back.',
    clinical: 'Posterior height lost as well.',
  },
  genant: {
    name: 'Genant grade',
    plain: 'How badly a vertebra has sunk: 1 is mild. 2 is moderate. 3 is severe.',
    clinical:
      'Semiquantitative: grade 1 about 20–25 %, grade 2 about 25–40 %, grade 3 above 40 % of anterior, middle or posterior height lost.',
  },
  ao: {
    name: 'AO type',
    plain: 'A way to sort injuries of the spine. Type A is pressed, type B is torn, type C has slipped.',
    clinical:
      'AO Spine thoracolumbar: A compression (A1 wedge, A2 split, A3 and A4 burst), B tension band, C translation. The model makes only compression injuries.',
  },
  compression: {
    name: 'Compression',
    plain: 'Force that presses a bone together, along the spine. Muscles cause most of it, not weight alone.',
    clinical:
      'Axial force on the vertebral body, N, the neural arch’s share taken off; the greatest in the act.',
  },
  strength: {
    name: 'Strength',
    plain: 'How much force a bone can bear before it gives way. It is less when the load sits at its front.',
    clinical:
      'Peak force of the section at the eccentricity of the load, N, from its fibres’ densities and the shell.',
  },
  'load-over-strength': {
    name: 'Load against strength',
    plain: 'How close a bone comes to breaking. At 0.5 it bears half of what it can. At 1 it gives way.',
    clinical:
      'Peak compression over the strength at that load’s place, by level. Known in the literature as the factor of risk.',
  },
  newton: {
    name: 'Newton',
    plain:
      'The unit of force. An apple of 100 grams weighs about 1 newton. A person of 60 kg weighs about 590.',
    clinical: '1 N = 1 kg·m/s²; 1 lbf = 4.45 N.',
  },
  creep: {
    name: 'Creep',
    plain: 'A weak bone sinks slowly under daily loads, with no fall and no crack.',
    clinical: 'Deformation that goes on under a steady or repeated load below strength.',
  },
  cement: {
    name: 'Bone cement',
    plain:
      'A paste that a doctor puts into a broken vertebra through a needle. It sets hard and holds the bone. Trials do not agree on how well it eases pain.',
    clinical:
      'PMMA, vertebroplasty. Against a sham, two trials of 2009 found no benefit in pain; one of 2016, in early fractures, did. It stiffens the level; the model shows what the neighbours then bear.',
  },
  balloon: {
    name: 'Balloon',
    plain: 'A small balloon lifts the sunken bone first. Then cement fills the space it leaves.',
    clinical: 'Balloon kyphoplasty. It regains some height and wedge angle before cement.',
  },
} as const satisfies Readonly<Record<string, TermText>>;

export type TermName = keyof typeof enGlossary;
export type GlossaryTexts = Readonly<Record<TermName, TermText>>;
