/** All bytes of the arrays in a value, and everything else of it as text. */
export function toBytes(value: unknown): string {
  const arrays: string[] = [];
  const text = JSON.stringify(value, (_, inner) => {
    if (!ArrayBuffer.isView(inner)) return inner;
    arrays.push(Buffer.from(inner.buffer, inner.byteOffset, inner.byteLength).toString('base64'));
    return '';
  });
  return [text, ...arrays].join('\n');
}
