import { type RoomTranslate, useRoomTexts } from './texts.ts';

export interface TableProps {
  readonly caption: string;
  /** Texts of the heads after that of the level. */
  readonly columns: readonly Parameters<RoomTranslate>[0][];
  /** Level, figures, and whether the row stands out. */
  readonly rows: readonly (readonly [level: string, cells: readonly string[], standsOut: boolean])[];
}

/** Figures by level. */
export function Table({ caption, columns, rows }: TableProps) {
  const t = useRoomTexts();
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('level')}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([level, cells, standsOut]) => (
          <tr key={level} data-level={level} data-stands-out={standsOut || undefined}>
            <th scope="row">{level}</th>
            {cells.map((cell, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a figure is its column
              <td key={n}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
