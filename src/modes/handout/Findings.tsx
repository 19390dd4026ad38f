import type { Scenario } from '../../core/simulation/scenario.ts';
import { usePanel, useSession } from '../../panels/context.ts';
import { tellHeight } from '../narrative/tell.ts';
import { useManner, useStoryState } from '../narrative/useStory.ts';
import { useHandout } from './useHandout.ts';

/** Figures that were entered, and the model's results for them. */
export function Findings({ scenario, who }: { scenario: Scenario; who: string }) {
  const { language } = usePanel();
  const t = useHandout();
  const manner = useManner();
  const { number, unit, list } = language;
  const { figures } = useStoryState();
  const findings = useSession((state) => state.results?.findings);
  const { patient } = scenario;
  const known = patient.knownFractures?.map(({ level }) => level) ?? [];
  const rows: readonly (readonly [
    name: string,
    reading: string | null,
    value: number | null,
    text: string,
  ])[] = [
    [t('back.tScore'), null, null, number(patient.tScore, 1)],
    [t('back.known'), null, null, known.length > 0 ? list(known) : t('back.none')],
    ...(findings
      ? ([
          [
            t('back.fractures'),
            'paper-fracture-count',
            findings.fractureCount,
            number(findings.fractureCount),
          ],
          [
            t('back.height'),
            'paper-height-loss-mm',
            findings.heightLossMm,
            tellHeight(findings.heightLossMm, manner),
          ],
          [
            t('back.kyphosis'),
            'paper-kyphosis-deg',
            findings.kyphosisDeg,
            unit(findings.kyphosisDeg, 'degree'),
          ],
        ] as const)
      : []),
    ...(figures.bone
      ? ([
          [
            t('back.bone'),
            'paper-bone-share',
            figures.bone.strengthRatio,
            t('back.bone.value', { percent: number(figures.bone.strengthRatio * 100) }),
          ],
        ] as const)
      : []),
  ];
  return (
    <section>
      <h2>{t('back.figures')}</h2>
      <p>{who}</p>
      <dl className="paper-figures">
        {rows.map(([name, reading, value, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd data-reading={reading ?? undefined} data-value={value ?? undefined}>
              {text}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
