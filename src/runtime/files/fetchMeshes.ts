/** First bytes of a gzip file. */
const GZIP = [0x1f, 0x8b] as const;

/** Loads a file of meshes; in a page that is a single file it is compressed (`src/build/single.ts`). */
export async function fetchMeshes(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the bones could not be fetched (${response.status})`);
  const bytes = await response.arrayBuffer();
  const [first, second] = new Uint8Array(bytes, 0, 2);
  if (first !== GZIP[0] || second !== GZIP[1]) return bytes;
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}
