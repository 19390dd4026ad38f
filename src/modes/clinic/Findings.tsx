import { usePanel, useSession, useSettings } from '../../panels/context.ts';
import { useStoryState } from '../narrative/useStory.ts';
import { useClinicState, useClinicTexts } from './useClinic.ts';

const MM_PER_INCH = 25.4;

/** Figures that were entered, and the model's results for them. */
export function Findings({ who }: { who: string }) {
  const { language } = usePanel();
  const t = useClinicTexts();
  const { number, unit, list } = language;
  const { figures } = useStoryState();
  const { visit } = useClinicState();
  const imperial = useSettings((state) => state.units === 'imperial');
  const findings = useSession((state) => state.results?.findings);
  const { patient } = visit!.scenario;
  const known = patient.knownFractures?.map(({ level }) => level) ?? [];
  const stand = figures.daily?.acts.find(({ name }) => name === 'stand');
  const rows: readonly (readonly [
    name: string,
    reading: string | null,
    value: number | null,
    text: string,
  ])[] = [
    [t('paper.tScore'), null, null, number(patient.tScore, 1)],
    [t('paper.known'), null, null, known.length > 0 ? list(known) : t('paper.none')],
    ...(findings
      ? ([
          [
            t('paper.fractures'),
            'paper-fracture-count',
            findings.fractureCount,
            number(findings.fractureCount),
          ],
          [
            t('paper.height'),
            'paper-height-loss-mm',
            findings.heightLossMm,
            imperial
              ? unit(findings.heightLossMm / MM_PER_INCH, 'inch', 1)
              : unit(findings.heightLossMm / 10, 'centimeter', 1),
          ],
          [
            t('paper.kyphosis'),
            'paper-kyphosis-deg',
            findings.kyphosisDeg,
            unit(findings.kyphosisDeg, 'degree'),
          ],
        ] as const)
      : []),
    ...(figures.bone
      ? ([
          [
            t('paper.bone'),
            'paper-bone-share',
            figures.bone.strengthRatio,
            t('paper.bone.value', { percent: number(figures.bone.strengthRatio * 100) }),
          ],
        ] as const)
      : []),
    ...(stand
      ? ([
          [
            t('paper.stand'),
            'paper-stand-share',
            stand.ratio,
            t('paper.stand.value', { percent: number(stand.ratio * 100) }),
          ],
        ] as const)
      : []),
  ];
  return (
    <section>
      <h2>{t('paper.findings')}</h2>
      <p>{visit!.filled ? who : t('paper.sample')}</p>
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
