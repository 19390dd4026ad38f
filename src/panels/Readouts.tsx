import type { Key } from '../i18n/en.ts';
import { getFindings } from '../runtime/moment.ts';
import { usePanel, usePlayhead, useSession, useSettings } from './context.ts';

const MM_PER_INCH = 25.4;

/** What a clinician would write down at the playback's moment. */
export function Readouts() {
  const { number } = usePanel().language;
  const shown = useSession((state) => state.shown);
  const timeS = usePlayhead((state) => state.timeS);
  const imperial = useSettings((state) => state.units === 'imperial');
  if (!shown) return <dl className="readouts" aria-busy="true" />;
  const findings = getFindings(shown.run.trace, timeS);
  const { kyphosisDeg, lordosisDeg, heightLossMm, fractureCount } = findings;
  const lost = imperial ? `${number(heightLossMm / MM_PER_INCH, 2)} in` : `${number(heightLossMm, 1)} mm`;
  return (
    <dl className="readouts">
      <Reading
        name="kyphosis"
        reading="kyphosis-deg"
        value={kyphosisDeg}
        text={`${number(kyphosisDeg, 1)}°`}
      />
      <Reading name="height" reading="height-loss-mm" value={heightLossMm} text={lost} />
      <Reading
        name="fractures"
        reading="fracture-count"
        value={fractureCount}
        text={number(fractureCount)}
        alert={fractureCount > 0}
      />
      <Reading
        name="lordosis"
        reading="lordosis-deg"
        value={lordosisDeg}
        text={`${number(lordosisDeg, 1)}°`}
      />
    </dl>
  );
}

interface ReadingProps {
  readonly name: 'kyphosis' | 'height' | 'fractures' | 'lordosis';
  readonly reading: string;
  /** Unrounded, metric. */
  readonly value: number;
  readonly text: string;
  readonly alert?: boolean;
}

function Reading({ name, reading, value, text, alert = false }: ReadingProps) {
  const { t } = usePanel().language;
  const [figure, unit] = text.split(' ');
  return (
    <div className={`reading reading-${name}`} data-alert={alert || undefined}>
      <dt>
        {t(`reading.${name}` satisfies Key)} <small>{t(`reading.${name}.hint` satisfies Key)}</small>
      </dt>
      <dd data-reading={reading} data-value={value}>
        {figure}
        {unit && <span className="unit"> {unit}</span>}
      </dd>
    </div>
  );
}
