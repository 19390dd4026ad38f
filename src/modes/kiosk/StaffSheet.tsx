import { useSyncExternalStore } from 'react';
import { FIRST_ACTS } from '../../panels/acts/actGroups.ts';
import { usePanel } from '../../panels/context.ts';
import { Press } from '../../panels/controls/Control.tsx';
import { handOver } from '../../panels/sheets/handOver.ts';
import { Sheet } from '../../panels/sheets/Sheet.tsx';
import { useNamespace } from '../../panels/useNamespace.ts';
import { CountsCode } from './CountsCode.tsx';
import { writeCountsCsv } from './counts.ts';
import { useKiosk, useKioskTexts } from './useKiosk.ts';

/** Sheet for the staff, opened by a gesture: how often each thing was done, and the way out. */
export default function StaffSheet() {
  const { counts, end, closeStaff } = useKiosk();
  const { language } = usePanel();
  const t = useKioskTexts();
  const visits = useNamespace('visits');
  const all = useSyncExternalStore(counts.store.subscribe, counts.store.getState);
  const { sinceDay, numbers, kept, damaged } = all;
  const date = new Intl.DateTimeFormat(language.lang === 'stress' ? 'en' : language.lang, {
    dateStyle: 'long',
  });
  const rows: readonly (readonly [string, string])[] = [
    ['visits', t('staff.visits')],
    ...FIRST_ACTS.map((name) => [name, language.t(`act.${name}`)] as const),
    ['fractures', t('staff.fractures')],
    ['cement', language.t('cement.act')],
    ['fragile', t('invite.fragile')],
    ['strong', t('invite.strong')],
  ];
  return (
    <Sheet title={t('staff.title')} onClose={closeStaff}>
      <p className="lead">
        {sinceDay
          ? t('staff.since', { day: date.format(new Date(`${sinceDay}T12:00`)) })
          : t('staff.nothing')}
      </p>
      <table className="kiosk-counts">
        <thead>
          <tr>
            <th scope="col">{t('staff.what')}</th>
            <th scope="col">{t('staff.often')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([what, name]) => (
            <tr key={what}>
              <th scope="row">{name}</th>
              <td data-count={what}>{language.number(numbers[what] ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="note">{t(kept ? 'staff.private' : 'staff.lost')}</p>
      {damaged && <p className="problem">{visits('damaged')}</p>}
      <div className="sheet-row">
        <Press
          onPress={() => {
            const csv = writeCountsCsv(
              all,
              rows.map(([what]) => what),
            );
            handOver(new Blob([csv], { type: 'text/csv;charset=utf-8' }), 'columna-visits.csv');
          }}
        >
          {visits('csv')}
        </Press>
        <CountsCode counts={all} />
      </div>
      <div className="sheet-row">
        <Press onPress={counts.clear}>{t('staff.clear')}</Press>
        <Press className="main" onPress={end}>
          {t('staff.end')}
        </Press>
      </div>
    </Sheet>
  );
}
