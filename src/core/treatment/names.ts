import table from '../../../models/drugs.json' with { type: 'json' };

// Names of treatments, without what they do: the page asks for these long before it computes anything.

export type DrugName = keyof typeof table.drugs;
export const DRUG_NAMES = Object.keys(table.drugs) as DrugName[];
export const TRAINING_NAMES = ['back-extensors-home', 'supervised-heavy', 'balance', 'posture'] as const;
export const BRACE_NAMES = ['soft', 'rigid', 'activating'] as const;
