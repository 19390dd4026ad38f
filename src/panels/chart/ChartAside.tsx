import { usePanel } from '../context.ts';
import { Legend } from '../view/Legend.tsx';
import { LoadChart } from './LoadChart.tsx';

/** Chart of load against strength by level, with the legend of its colours, beside the spine on the stage. */
export function ChartAside() {
  const { t } = usePanel().language;
  return (
    <section className="stage-chart" aria-label={t('chart.title')}>
      <LoadChart />
      <Legend />
    </section>
  );
}
