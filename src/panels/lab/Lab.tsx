import { LevaPanel, useControls, useCreateStore } from 'leva';
import { useEffect, useRef, useState } from 'react';
import { getParameterValues, PARAMETERS, type ParameterKey } from '../../core/anatomy/parameters.ts';
import { usePanel, useSession } from '../context.ts';
import { SheetButton } from '../sheets/SheetButton.tsx';
import { useTexts } from '../sheets/texts.ts';
import { levaTheme } from './levaTheme.ts';
import { bindTyped, type Mistyped } from './typed.ts';

const KEYS = Object.keys(PARAMETERS) as ParameterKey[];
/** Number of steps of a parameter's slider over its range. */
const STEPS = 200;

/** Sliders for every parameter of the model. A change is an override in the scenario; the default value is none. */
export default function Lab() {
  const { session, language } = usePanel();
  const { t, number } = language;
  const sheets = useTexts();
  const fields = useRef<HTMLDivElement>(null);
  const [mistyped, setMistyped] = useState<Mistyped | null>(null);
  const overrides = useSession((state) => state.scenario.overrides);
  const store = useCreateStore();
  const [, set] = useControls(
    () =>
      Object.fromEntries(
        KEYS.map((key) => {
          const { default: standard, min, max, unit, label, source } = PARAMETERS[key];
          const input = {
            value: getParameterValues(overrides)[key],
            min,
            max,
            step: (max - min) / STEPS,
            label: unit ? `${label}, ${unit}` : label,
            hint: t('lab.source', { source }),
            onEditEnd: (value: number) => session.setOverride(key, value === standard ? null : value),
          };
          return [key, input];
        }),
      ),
    { store },
  );
  useEffect(() => bindTyped(fields.current!, setMistyped), []);
  // undo, redo and reset change the sliders too
  useEffect(() => set(getParameterValues(overrides)), [overrides, set]);

  const describe = ({ key, text, isOutside }: Mistyped): string => {
    const { min, max, label, default: standard } = PARAMETERS[key];
    return isOutside
      ? sheets('patient.wrong', { name: label, min: String(min), max: String(max) })
      : sheets('number.unread', { typed: text, example: number(standard, standard % 1 ? 2 : 0) });
  };
  return (
    <section className="lab">
      <div ref={fields}>
        <LevaPanel store={store} fill flat oneLineLabels titleBar={false} hideCopyButton theme={levaTheme} />
      </div>
      <p className="problem" role="alert">
        {mistyped && describe(mistyped)}
      </p>
      <table className="lab-sources">
        <tbody>
          {KEYS.map((key) => {
            const { default: standard, label, min, max, unit, source } = PARAMETERS[key];
            const value = overrides?.[key] ?? standard;
            return (
              <tr key={key} data-changed={overrides?.[key] !== undefined || undefined}>
                <th scope="row">
                  {label}{' '}
                  <SheetButton sheet="sources" at={source} className="term">
                    <small>{t('lab.source', { source })}</small>
                  </SheetButton>
                </th>
                <td>
                  {number(value, value % 1 ? 2 : 0)} {unit}
                </td>
                <td>
                  {min}–{max}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
