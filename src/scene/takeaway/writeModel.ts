import { GLTFExporter } from 'three/examples/jsm/exporters/GLTFExporter.js';
import { USDZExporter } from 'three/examples/jsm/exporters/USDZExporter.js';
import spineUrl from '../../../models/meshes/spine.glb?url';
import { fetchMeshes } from '../../runtime/files/fetchMeshes.ts';
import { readGlb } from '../../runtime/files/readGlb.ts';
import type { ModelFormat } from '../../runtime/picture/takeaway.ts';
import type { Shown } from '../../runtime/session/session.ts';
import { createModel, disposeModel } from './createModel.ts';

/** Level of detail of the bones: all of it for a printer, less in USD, which is written as text. */
const DETAIL: Readonly<Record<ModelFormat, number>> = { glb: 0, usdz: 1 };

/** The spine as it is shown at a time of its act, as a file. */
export async function writeModel(shown: Shown, timeS: number, format: ModelFormat): Promise<Blob> {
  const meshes = await readGlb(await fetchMeshes(spineUrl));
  const model = createModel(meshes, shown, timeS, DETAIL[format]);
  try {
    if (format === 'glb') {
      const file = (await new GLTFExporter().parseAsync(model, { binary: true })) as ArrayBuffer;
      return new Blob([file], { type: 'model/gltf-binary' });
    }
    const file = (await new USDZExporter().parseAsync(model, { quickLookCompatible: true })) as BlobPart;
    return new Blob([file], { type: 'model/vnd.usdz+zip' });
  } finally {
    disposeModel(model);
  }
}
