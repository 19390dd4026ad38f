/** A place in a shader's text, and what takes it. */
export type Patch = readonly [find: string, put: string];

/** Changes three's own text at each of the places; throws where one is not there, or not the only one: another three moves them. */
export function patchShader(shader: string, patches: readonly Patch[]): string {
  return patches.reduce((text, [find, put]) => {
    const at = text.indexOf(find);
    if (at < 0) throw new Error(`The shader has no “${find}” to change.`);
    if (text.includes(find, at + find.length))
      throw new Error(`The shader has “${find}” more than once: which one to change?`);
    return text.slice(0, at) + put + text.slice(at + find.length);
  }, shader);
}
