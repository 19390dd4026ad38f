import type { Scenario } from '../../core/simulation/scenario.ts';
import type { Moment } from '../../runtime/session/years.ts';
import type { YearsRow } from './rows.ts';
import type { UntreatedYears } from './useYears.ts';
import { sayWhen, type Wording } from './when.ts';

interface YearsTableProps {
  readonly rows: readonly YearsRow[];
  readonly moments: readonly Moment[];
  readonly untreated: UntreatedYears | null;
  readonly scenario: Scenario;
  readonly wording: Wording;
}

/** The same figures as a table, for screen readers. */
export function YearsTable({ rows, moments, untreated, scenario, wording }: YearsTableProps) {
  const { t } = wording;
  return (
    <div className="unseen">
      <table>
        <caption>{t('years.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('years.when')}</th>
            {rows.map(({ label }) => (
              <th key={label} scope="col">
                {t(label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {moments.map((moment) => (
            <tr key={`${moment.index} ${moment.cutMonths}`}>
              <th scope="row">{sayWhen(moment, scenario, wording)}</th>
              {rows.map((row) => {
                const value = row.show(moment.after, wording);
                const beside = untreated?.getAt(moment);
                const other = beside && row.show(beside.after, wording);
                return <td key={row.label}>{other ? t('years.beside', { value, other }) : value}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
