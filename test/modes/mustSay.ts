import type { HelpsKey, SectionName } from '../../src/modes/helps/sections.ts';

/** What has to be said right, and where: a section of what helps, and the texts that say it there. */
export const MUST_SAY: readonly {
  readonly what: string;
  readonly said: readonly (readonly [section: SectionName, ...keys: HelpsKey[]])[];
}[] = [
  {
    what: 'of a trial of women who …, never of the reader; no T-score picks a drug',
    said: [
      ['medicine', 'trial.told', 'next.tScore'],
      ['about', 'about.trial'],
    ],
  },
  {
    what: 'relative and absolute together, and what happens to most either way',
    said: [['medicine', 'array.told', 'array.most', 'trial.told', 'trial.less']],
  },
  {
    what: 'density is not the aim; stable on tablets is success',
    said: [['medicine', 'next.density', 'next.noise', 'next.stable']],
  },
  {
    what: 'denosumab is not stopped or delayed without the prescriber; another follows; steroids not at once',
    said: [['medicine', 'next.denosumab', 'next.follow', 'next.steroid']],
  },
  {
    what: 'red flags on every page about pain',
    said: (['hurt', 'stop', 'move', 'ease', 'cement', 'urgent'] as const).map(
      (section) =>
        [
          section,
          'urgent.legs',
          'urgent.saddle',
          'urgent.bladder',
          'urgent.fever',
          'urgent.cancer',
          'urgent.weight',
          'urgent.night',
          'urgent.fall',
        ] as const,
    ),
  },
  { what: 'rest is days; up as pain allows', said: [['move', 'move.rest', 'move.middle']] },
  {
    what: 'analgesics without doses and without a ranking',
    said: [['ease', 'ease.pills', 'ease.nsaid', 'ease.opioid', 'ease.thin']],
  },
  { what: 'a brace carries no weight', said: [['ease', 'ease.brace', 'ease.brace.load']] },
  {
    what: 'cement beside the sham',
    said: [['cement', 'cement.lead', 'cement.one', 'cement.early', 'cement.higher', 'cement.stiff']],
  },
  {
    what: 'exercise without fear, and no heavy lifts alone',
    said: [['move', 'move.lead', 'move.avoid', 'move.alone', 'move.heavy']],
  },
  { what: 'calcium and vitamin D: enough, not more', said: [['medicine', 'next.calcium']] },
  { what: 'hormones and raloxifene: the rest decides', said: [['medicine', 'next.hormones']] },
  {
    what: 'hurt is not harm; four places, not found; many never noticed; no colour of pain',
    said: [
      ['hurt', 'hurt.lead', 'hurt.four', 'hurt.healed', 'hurt.unnoticed', 'hurt.colour'],
      ['hurt', 'hurt.bone', 'hurt.muscle', 'hurt.joint', 'hurt.nerve'],
    ],
  },
  {
    what: 'most improve in weeks; about a quarter keep pain, with the range',
    said: [['stop', 'stop.lead', 'stop.kept', 'stop.hospital']],
  },
  { what: 'a bone has been pressed lower', said: [['hurt', 'hurt.low']] },
  { what: 'whom the figures come from', said: [['about', 'about.who', 'about.others']] },
  {
    what: 'date, funder, whom to ask, no brand and no order',
    said: [
      ['about', 'about.date', 'about.funder', 'about.ask'],
      ['medicine', 'medicine.order', 'next.model'],
      ['guides', 'guide.acp', 'guide.asbmrBhof'],
    ],
  },
];
