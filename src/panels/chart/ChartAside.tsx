import { useState } from 'react';
import { usePanel } from '../context.ts';
import { Press } from '../controls/Control.tsx';
import { Legend } from '../view/Legend.tsx';
import { Highest, LoadChart } from './LoadChart.tsx';

/** On a phone a line below the stage that opens; elsewhere, chart of load against strength by level, with the legend of its colours, beside the spine on the stage. */
export function ChartAside() {
  const { t } = usePanel().language;
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="stage-chart" aria-label={t('chart.title')} data-open={isOpen || undefined}>
      <Press className="quiet chart-open" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
        <span>{t('chart.title')}</span> <Highest /> <span aria-hidden="true">{isOpen ? '▴' : '▾'}</span>
      </Press>
      <LoadChart />
      <Legend />
    </section>
  );
}
