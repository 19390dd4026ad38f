import { PARAMETERS, type ParameterKey } from '../../core/anatomy/parameters.ts';
import { readNumber } from '../sheets/readNumber.ts';

export interface Mistyped {
  readonly key: ParameterKey;
  readonly text: string;
  /** Whether it is a number outside the range. */
  readonly isOutside: boolean;
}

/**
 * Reads typed values before leva does, which would silently take the part it knows (0 of `0,5`) and the nearest end of the range. A
 * number is passed on as leva writes it; anything else, or a number outside the range, stays as typed and is not passed on.
 *
 * @returns a function that removes the listeners
 */
export function bindTyped(fields: HTMLElement, onRead: (mistyped: Mistyped | null) => void): () => void {
  const stop = new AbortController();
  const read = (event: Event) => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement) || field.type !== 'text') return;
    // leva names a field by its parameter
    const key = field.id as ParameterKey;
    if (!Object.hasOwn(PARAMETERS, key)) return;
    const { min, max, unit } = PARAMETERS[key];
    const text = field.value.trim();
    const bare = unit && text.endsWith(unit) ? text.slice(0, -unit.length) : text;
    const reading = readNumber(bare, { min, max });
    const isOutside = reading.ok && (reading.value < min || reading.value > max);
    if (reading.ok && !isOutside) {
      field.value = String(reading.value);
      onRead(null);
      return;
    }
    event.stopPropagation();
    onRead({ key, text, isOutside });
  };
  const options = { signal: stop.signal, capture: true };
  fields.addEventListener('blur', read, options);
  fields.addEventListener('keypress', (event) => event.key === 'Enter' && read(event), options);
  return () => stop.abort();
}
