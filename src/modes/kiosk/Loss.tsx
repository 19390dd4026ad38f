import { usePanel, usePlayhead, useSession, useSettings } from '../../panels/context.ts';
import { getFindings } from '../../runtime/session/moment.ts';

const MM_PER_INCH = 25.4;
const MM_PER_CM = 10;

/** Height lost by the playback time, large over the stage; hidden while nothing is lost. */
export function Loss() {
  const { language } = usePanel();
  const { t, number, unit } = language;
  const shown = useSession((state) => state.shown);
  const timeS = usePlayhead((state) => state.timeS);
  const imperial = useSettings((state) => state.units === 'imperial');
  if (!shown) return null;
  const { heightLossMm, fractureCount } = getFindings(shown.run.trace, timeS);
  const height = imperial
    ? unit(heightLossMm / MM_PER_INCH, 'inch', 1)
    : unit(heightLossMm / MM_PER_CM, 'centimeter', 1);
  return (
    <dl className="kiosk-loss" data-whole={fractureCount === 0 || undefined}>
      <div>
        <dt>{t('reading.fractures')}</dt>
        <dd data-reading="fracture-count" data-value={fractureCount}>
          {number(fractureCount)}
        </dd>
      </div>
      <div>
        <dt>{t('reading.height')}</dt>
        <dd data-reading="height-loss-mm" data-value={heightLossMm}>
          {height}
        </dd>
      </div>
    </dl>
  );
}
