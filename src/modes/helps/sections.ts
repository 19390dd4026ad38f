import type { KeyOf } from '../../i18n/keys.ts';
import { AID, BUILDERS, type DrugName } from './aid.ts';

export type HelpsKey = KeyOf<'helps'>;

/** The questions, in the order in which they are asked. */
export const SECTIONS = [
  'hurt',
  'stop',
  'move',
  'ease',
  'cement',
  'medicine',
  'guides',
  'urgent',
  'visit',
  'about',
] as const;
export type SectionName = (typeof SECTIONS)[number];

/** A figure that fills a text: a number is written as the language has it, a month (2031-05) and drugs by their names. */
export type Figures = Readonly<
  Record<string, number | string | { readonly month: string } | { readonly drugs: readonly DrugName[] }>
>;

/** A part of a section, as it stands on the page. */
export type Block =
  | { readonly type: 'lead' | 'text' | 'warn' | 'note'; readonly key: HelpsKey; readonly values?: Figures }
  /** Each with its name, told side by side and none before another. */
  | { readonly type: 'places'; readonly items: readonly (readonly [name: HelpsKey, text: HelpsKey])[] }
  | { readonly type: 'list'; readonly keys: readonly HelpsKey[] }
  | { readonly type: 'picture'; readonly name: 'course' | 'trials' | 'early' | 'drugs' | 'guides' }
  /** When to get help at once: on every page about pain. */
  | { readonly type: 'urgent' }
  | { readonly type: 'sources'; readonly sources: readonly string[] };

export const FLAGS = [
  'urgent.legs',
  'urgent.saddle',
  'urgent.bladder',
  'urgent.fever',
  'urgent.cancer',
  'urgent.weight',
  'urgent.night',
  'urgent.fall',
] as const satisfies readonly HelpsKey[];

/** Scale of pain, points. */
export const WORST_NRS = 10;

const { people: all, pain, cement, brace, exercise, relief, density, whom } = AID;

const text = (key: HelpsKey, values?: Figures): Block => ({ type: 'text', key, ...(values && { values }) });
const lead = (key: HelpsKey, values?: Figures): Block => ({ type: 'lead', key, ...(values && { values }) });
const warn = (key: HelpsKey): Block => ({ type: 'warn', key });

/** What each section says, with its figures: each is the table's own. */
export const TOLD: Readonly<Record<SectionName, readonly Block[]>> = {
  hurt: [
    lead('hurt.lead'),
    text('hurt.low'),
    text('hurt.four'),
    {
      type: 'places',
      items: [
        ['hurt.bone', 'hurt.bone.text'],
        ['hurt.muscle', 'hurt.muscle.text'],
        ['hurt.joint', 'hurt.joint.text'],
        ['hurt.nerve', 'hurt.nerve.text'],
      ],
    },
    text('hurt.healed'),
    text('hurt.unnoticed', { all, from: pain.unnoticedOf100.from, to: pain.unnoticedOf100.to }),
    { type: 'note', key: 'hurt.colour' },
    { type: 'urgent' },
    { type: 'sources', sources: [pain.unnoticedOf100.source] },
  ],
  stop: [
    lead('stop.lead', { from: pain.improvedWeeks.from, to: pain.improvedWeeks.to }),
    { type: 'picture', name: 'course' },
    text('stop.kept', { usual: pain.keptOf100.usual, most: pain.keptOf100.most, all }),
    text('stop.hospital', { kept: pain.hospital.keptOf100, all }),
    text('stop.study', { little: pain.waited.littleOf100, all, months: pain.waited.mostlyWithinMonths }),
    text('stop.posture'),
    warn('stop.again'),
    { type: 'urgent' },
    {
      type: 'sources',
      sources: [pain.improvedWeeks.source, pain.waited.source, pain.hospital.source],
    },
  ],
  move: [
    lead('move.lead'),
    warn('move.avoid'),
    text('move.lift'),
    text('move.rest'),
    text('move.middle'),
    text('move.drive'),
    text('move.train'),
    text('move.falls', {
      with: Math.round(all * exercise.falls.rateRatio[0]!),
      from: Math.round(all * exercise.falls.rateRatio[1]!),
      to: Math.round(all * exercise.falls.rateRatio[2]!),
      all,
    }),
    text('move.after'),
    text('move.heavy', { people: exercise.heavy.people }),
    warn('move.alone'),
    { type: 'urgent' },
    {
      type: 'sources',
      sources: [exercise.falls.source, exercise.afterFracture, exercise.heavy.source],
    },
  ],
  ease: [
    lead('ease.pills'),
    text('ease.thin', { trials: relief.trials, people: relief.people }),
    warn('ease.nsaid'),
    warn('ease.opioid'),
    text('ease.heat'),
    text('ease.brace'),
    text('ease.brace.load'),
    text('ease.brace.trial', { people: brace.people, weeks: brace.weeks }),
    { type: 'note', key: 'ease.brace.funder' },
    { type: 'urgent' },
    {
      type: 'sources',
      sources: [AID.guidelines.nogg.source, relief.source, brace.source, brace.load, brace.funder],
    },
  ],
  cement: [
    lead('cement.lead'),
    text('cement.blind'),
    { type: 'picture', name: 'trials' },
    text('cement.five', { trials: cement.blinded.trials, people: cement.blinded.people }),
    text('cement.one'),
    { type: 'picture', name: 'early' },
    text('cement.wait', { better: cement.waiting.better, people: cement.waiting.people }),
    text('cement.higher'),
    text('cement.stiff'),
    text('cement.new', {
      with: cement.newFractures.withPercent,
      without: cement.newFractures.withoutPercent,
      all,
      months: cement.newFractures.months,
    }),
    { type: 'urgent' },
    {
      type: 'sources',
      sources: [
        ...cement.differences.map(({ source }) => source),
        cement.early.source,
        cement.blinded.source,
        cement.waiting.source,
        cement.newFractures.source,
      ],
    },
  ],
  medicine: [
    lead('medicine.lead'),
    { type: 'picture', name: 'drugs' },
    warn('next.denosumab'),
    warn('next.follow'),
    warn('next.steroid'),
    text('next.builder', { drugs: { drugs: BUILDERS } }),
    text('next.density'),
    text('next.noise', { percent: density.noisePercent }),
    text('next.stable'),
    text('next.calcium'),
    text('next.hormones'),
    text('next.tScore'),
    { type: 'note', key: 'next.model' },
    { type: 'sources', sources: [AID.stopping, density.source, AID.calcium] },
  ],
  guides: [
    lead('guides.lead'),
    { type: 'picture', name: 'guides' },
    { type: 'sources', sources: Object.values(AID.guidelines).map(({ source }) => source) },
  ],
  urgent: [{ type: 'urgent' }],
  visit: [
    lead('visit.lead'),
    {
      type: 'list',
      keys: [
        'visit.what',
        'visit.scan',
        'visit.drug',
        'visit.long',
        'visit.self',
        'visit.train',
        'visit.pain',
        'visit.call',
      ],
    },
    text('about.ask'),
  ],
  about: [
    lead('about.trial'),
    text('about.who', { age: whom.mostlyOverYears }),
    text('about.others', { young: whom.fewUnderYears }),
    text('about.date', { date: { month: AID.asOf } }),
    text('about.funder'),
    text('about.ask'),
  ],
};

/** Guidelines that answer the same question, side by side. */
export const COMPARED = [
  { name: 'first', guides: ['acp', 'asbmrBhof'] },
  { name: 'cement', guides: ['asbmr', 'aaos'] },
  { name: 'pain', guides: ['nogg', 'bhof'] },
  { name: 'stop', guides: ['ects'] },
] as const satisfies readonly {
  readonly name: string;
  readonly guides: readonly (keyof typeof AID.guidelines)[];
}[];

/** Whatever a section's pictures say of themselves. */
const PICTURED: Readonly<Record<Extract<Block, { type: 'picture' }>['name'], readonly HelpsKey[]>> = {
  course: ['stop.chart', 'stop.chart.note'],
  trials: ['cement.chart', 'cement.apart'],
  early: ['cement.early', 'cement.early.with', 'cement.early.sham'],
  drugs: [
    'medicine.order',
    'array.told',
    'array.most',
    'array.sure',
    'trial.told',
    'trial.less',
    'harm.title',
    'sure.checked',
    'sure.recalled',
  ],
  guides: COMPARED.flatMap(({ guides }) => guides.map((name) => `guide.${name}` as const)),
};

/** Every key that a section shows. */
export const listShown = (section: SectionName): readonly HelpsKey[] =>
  TOLD[section].flatMap((block): readonly HelpsKey[] => {
    switch (block.type) {
      case 'places':
        return block.items.flat();
      case 'list':
        return block.keys;
      case 'picture':
        return PICTURED[block.name];
      case 'urgent':
        return ['urgent.lead', ...FLAGS];
      case 'sources':
        return [];
      default:
        return [block.key];
    }
  });
