import { usePanel } from '../context.ts';
import { Legend } from '../view/Legend.tsx';
import { LoadChart } from './LoadChart.tsx';

/** Load against strength by level, with what its colours say, beside the spine on the stage. */
export function ChartAside() {
  const { t } = usePanel().language;
  return (
    <section className="stage-chart" aria-label={t('chart.title')}>
      <LoadChart />
      <Legend />
    </section>
  );
}
