import dcmjs from 'dcmjs';
import imaging from '../../models/imaging.json' with { type: 'json' };
import type { ExamResult } from '../core/imaging/exams/exam.ts';
import { SEQUENCES, type SequenceName } from '../core/imaging/exams/mri.ts';
import type { ExamName } from '../core/imaging/exams/names.ts';
import { burnIn, WARNING } from './burnIn.ts';
import type { GreyImage } from './png.ts';

const { DicomMetaDictionary, DicomDict } = dcmjs.data;

const CLASSES = {
  ct: { uid: '1.2.840.10008.5.1.4.1.1.2', modality: 'CT' },
  mri: { uid: '1.2.840.10008.5.1.4.1.1.4', modality: 'MR' },
  film: { uid: '1.2.840.10008.5.1.4.1.1.1.1', modality: 'DX' },
  dxa: { uid: '1.2.840.10008.5.1.4.1.1.7', modality: 'OT' },
} as const;

const EXPLICIT_LITTLE_ENDIAN = '1.2.840.10008.1.2.1';
/** Fixed: the same scenario gives the same file. */
const DATE = '20000101';
const TIME = '000000';
/** MR signals are stored as whole numbers of this. */
const MR_UNIT = 1 / 10_000;

/** Codes of SNOMED CT. */
const code = (CodeValue: string, CodeMeaning: string) => ({
  CodeValue,
  CodingSchemeDesignator: 'SCT',
  CodeMeaning,
});
const SPINE = code('421060004', 'Vertebral column');
const LATERAL_VIEW = { ...code('399198007', 'right lateral'), ViewModifierCodeSequence: [] };
const FRONTAL_VIEW = { ...code('399348003', 'antero-posterior'), ViewModifierCodeSequence: [] };

type Dataset = Record<string, unknown>;

/** Values as a slice's scanner stores them, with the warning in a band below. */
function storeSlice(result: Extract<ExamResult, { kind: 'ct' | 'mri' }>): GreyImage {
  const { columns, rows, pixelMm, values } = result.image;
  const stored = result.kind === 'ct' ? values : values.map((signal) => Math.round(signal / MR_UNIT));
  const image = {
    columns,
    rows,
    columnMm: pixelMm,
    rowMm: pixelMm,
    // CT numbers below zero wrap round to the signed numbers that DICOM says they are
    values: Uint16Array.from(stored, (value) => value & 0xffff),
  };
  return result.kind === 'ct'
    ? burnIn(image, imaging.ct.mostHU, imaging.ct.leastHU & 0xffff)
    : burnIn(
        image,
        stored.reduce((most, value) => Math.max(most, value), 0),
        0,
      );
}

function describeSlice(
  result: Extract<ExamResult, { kind: 'ct' | 'mri' }>,
  exam: ExamName,
  uid: string,
): Dataset {
  const { first, right, down, pixelMm } = result.image;
  // DICOM's patient: x to her left, y to her back, z up; ours: x forward, y up, z right
  const turn = ([x, y, z]: readonly number[]): number[] =>
    [-z!, -x!, y!].map((value) => Number(value.toFixed(6)) + 0);
  const shared = {
    FrameOfReferenceUID: `${uid}9`,
    PositionReferenceIndicator: '',
    ImagePositionPatient: turn(first),
    ImageOrientationPatient: [...turn(right), ...turn(down)],
    PixelSpacing: [pixelMm, pixelMm],
    PatientPosition: 'HFS',
    AcquisitionNumber: '1',
  };
  if (result.kind === 'ct')
    return {
      ...shared,
      SliceThickness: imaging.ct.thicknessMm,
      KVP: '120',
      RescaleIntercept: 0,
      RescaleSlope: 1,
      RescaleType: 'HU',
      WindowCenter: 400,
      WindowWidth: 1800,
    };
  const { trMs, teMs, tiMs } = SEQUENCES[exam.slice('mri-'.length) as SequenceName];
  return {
    ...shared,
    SliceThickness: imaging.mri.thicknessMm,
    ScanningSequence: tiMs === undefined ? 'SE' : 'IR',
    SequenceVariant: 'NONE',
    ScanOptions: '',
    MRAcquisitionType: '2D',
    RepetitionTime: trMs,
    EchoTime: teMs,
    EchoTrainLength: 1,
    ...(tiMs !== undefined && { InversionTime: tiMs }),
  };
}

function describeFilm(image: GreyImage, exam: ExamName): Dataset {
  const lateral = exam !== 'film-ap';
  return {
    ImagerPixelSpacing: [image.rowMm, image.columnMm],
    PixelSpacing: [image.rowMm, image.columnMm],
    PresentationIntentType: 'FOR PRESENTATION',
    PresentationLUTShape: 'IDENTITY',
    PixelIntensityRelationship: 'LOG',
    PixelIntensityRelationshipSign: -1,
    RescaleIntercept: 0,
    RescaleSlope: 1,
    RescaleType: 'US',
    WindowCenter: 32768,
    WindowWidth: 65536,
    PatientOrientation: lateral ? ['P', 'F'] : ['L', 'F'],
    ImageLaterality: 'U',
    AnatomicRegionSequence: [SPINE],
    AcquisitionContextSequence: [],
    ViewCodeSequence: [lateral ? LATERAL_VIEW : FRONTAL_VIEW],
    DetectorType: 'SCINTILLATOR',
    KVP: imaging.film.kVp,
    AcquisitionNumber: '1',
    PositionerType: 'NONE',
    LossyImageCompression: '00',
  };
}

/** DICOM file of an image, marked as synthetic, with the warning burned in. */
export function encodeDicom(
  shown: GreyImage,
  result: ExamResult,
  exam: ExamName,
  decimal: string,
): Uint8Array {
  const isSlice = result.kind === 'ct' || result.kind === 'mri';
  const image = isSlice ? storeSlice(result) : shown;
  const { uid: classUid, modality } = CLASSES[result.kind];
  const uid = `2.25.${decimal}`;
  const instance = `${uid}.${[...exam].reduce((sum, letter) => sum + letter.charCodeAt(0), 0)}`;
  const dataset: Dataset = {
    SpecificCharacterSet: 'ISO_IR 192',
    ImageType: ['DERIVED', 'SECONDARY', ...(isSlice ? [result.kind === 'ct' ? 'AXIAL' : 'OTHER'] : [])],
    SOPClassUID: classUid,
    SOPInstanceUID: instance,
    SyntheticData: 'YES',
    StudyDate: DATE,
    ContentDate: DATE,
    StudyTime: TIME,
    ContentTime: TIME,
    AcquisitionDate: DATE,
    AcquisitionTime: TIME,
    AccessionNumber: '',
    Modality: modality,
    ConversionType: result.kind === 'dxa' ? 'SYN' : undefined,
    Manufacturer: 'Columna (simulation)',
    ReferringPhysicianName: '',
    StudyDescription: WARNING,
    DerivationDescription: 'Computed from a simulated person.',
    PatientName: 'Simulated^Columna',
    PatientID: decimal.slice(0, 16),
    PatientBirthDate: '',
    PatientSex: '',
    StudyInstanceUID: `${uid}.1`,
    SeriesInstanceUID: `${instance}.1`,
    StudyID: '1',
    SeriesNumber: '1',
    InstanceNumber: '1',
    Laterality: result.kind === 'film' ? undefined : '',
    PatientOrientation: '',
    BurnedInAnnotation: 'YES',
    SamplesPerPixel: 1,
    PhotometricInterpretation: 'MONOCHROME2',
    Rows: image.rows,
    Columns: image.columns,
    BitsAllocated: 16,
    BitsStored: 16,
    HighBit: 15,
    PixelRepresentation: result.kind === 'ct' ? 1 : 0,
    ...(isSlice ? describeSlice(result, exam, uid) : result.kind === 'film' ? describeFilm(image, exam) : {}),
    PixelData: [image.values.buffer],
  };
  for (const key of Object.keys(dataset)) if (dataset[key] === undefined) delete dataset[key];
  dataset._vrMap = { PixelData: 'OW' };
  const meta = {
    FileMetaInformationVersion: Uint8Array.of(0, 1).buffer,
    MediaStorageSOPClassUID: classUid,
    MediaStorageSOPInstanceUID: instance,
    TransferSyntaxUID: EXPLICIT_LITTLE_ENDIAN,
    ImplementationClassUID: '2.25.180967823491273',
    ImplementationVersionName: 'COLUMNA',
    _vrMap: { FileMetaInformationVersion: 'OB' },
  };
  const file = new DicomDict(DicomMetaDictionary.denaturalizeDataset(meta));
  file.dict = DicomMetaDictionary.denaturalizeDataset(dataset);
  return new Uint8Array(file.write());
}
