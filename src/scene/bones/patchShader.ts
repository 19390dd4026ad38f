/** Text in a shader, and its replacement. */
export type Patch = readonly [find: string, put: string];

/** Replaces each text in a shader of three; throws where one is not found exactly once, as after an upgrade of three. */
export function patchShader(shader: string, patches: readonly Patch[]): string {
  return patches.reduce((text, [find, put]) => {
    const at = text.indexOf(find);
    if (at < 0) throw new Error(`The shader has no “${find}” to change.`);
    if (text.includes(find, at + find.length))
      throw new Error(`The shader has “${find}” more than once: which one to change?`);
    return text.slice(0, at) + put + text.slice(at + find.length);
  }, shader);
}
