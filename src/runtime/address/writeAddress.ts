/**
 * Writes query and fragment into the address, replacing the present entry of the history or adding one. For a page opened from a
 * file, browsers allow only the fragment to change: then only that is written.
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
