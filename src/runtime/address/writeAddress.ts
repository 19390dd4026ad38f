/**
 * Writes query and fragment into the address, over what is there or as a page of its own to the browser. From a file browsers let
 * the fragment alone be changed: then that is written, and the rest left out.
 *
 * @param rest `?query#fragment`, either of which may be missing
 */
export function writeAddress(rest: string, how: 'replaceState' | 'pushState' = 'replaceState'): void {
  try {
    history[how](null, '', location.pathname + rest);
  } catch {
    const fragment = rest.indexOf('#');
    history.replaceState(null, '', fragment < 0 ? '#' : rest.slice(fragment));
  }
}
