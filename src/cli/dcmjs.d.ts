declare module 'dcmjs' {
  /** Elements by tag, as DICOM stores them. */
  type Elements = Record<string, { readonly vr: string; readonly Value?: readonly unknown[] }>;

  class DicomDict {
    constructor(meta: Elements);
    readonly meta: Elements;
    dict: Elements;
    write(): ArrayBuffer;
  }

  const dcmjs: {
    readonly data: {
      readonly DicomDict: typeof DicomDict;
      readonly DicomMessage: { readFile(file: ArrayBuffer): DicomDict };
      readonly DicomMetaDictionary: {
        denaturalizeDataset(dataset: Readonly<Record<string, unknown>>): Elements;
        naturalizeDataset(elements: Elements): Record<string, unknown>;
      };
    };
  };
  export default dcmjs;
}
