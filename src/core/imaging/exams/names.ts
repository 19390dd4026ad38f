/** Examinations that can be taken. */
export const EXAMS = [
  'dxa',
  'vfa',
  'film-lateral',
  'film-ap',
  'ct-sagittal',
  'ct-axial',
  'mri-t1',
  'mri-t2',
  'mri-stir',
] as const;
export type ExamName = (typeof EXAMS)[number];

export const POSTURES = ['standing', 'sitting', 'side', 'supine'] as const;
export type ImagePosture = (typeof POSTURES)[number];

/** Posture in which each is taken where none is asked for. */
export const USUAL: Readonly<Record<ExamName, ImagePosture>> = {
  dxa: 'supine',
  vfa: 'side',
  'film-lateral': 'standing',
  'film-ap': 'standing',
  'ct-sagittal': 'supine',
  'ct-axial': 'supine',
  'mri-t1': 'supine',
  'mri-t2': 'supine',
  'mri-stir': 'supine',
};

/** Postures that an examination allows: a scanner's table, or the wall. */
export const ALLOWED: Readonly<Record<ExamName, readonly ImagePosture[]>> = {
  dxa: ['supine'],
  vfa: ['side', 'supine'],
  'film-lateral': ['standing', 'sitting', 'side', 'supine'],
  'film-ap': ['standing', 'sitting', 'supine'],
  'ct-sagittal': ['supine'],
  'ct-axial': ['supine'],
  'mri-t1': ['supine'],
  'mri-t2': ['supine'],
  'mri-stir': ['supine'],
};
