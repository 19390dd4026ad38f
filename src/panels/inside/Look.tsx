import { type ReactNode, Suspense, use, useEffect, useMemo, useState } from 'react';
import type { PressRequest } from '../../core/simulation/inside/pressing.ts';
import type { Language, Translate } from '../../i18n/translate.ts';
import type { Cut, ShownBody } from '../../runtime/inside/picture.ts';
import type { Pressing } from '../../runtime/inside/pressing.ts';
import { findFirst, followRival, getPlace } from '../../runtime/inside/readings.ts';
import { createRival, RIVALS, type Rival } from '../../runtime/inside/rivals.ts';
import type { Measure } from '../../scales/stressScale.ts';
import { useSettings } from '../context.ts';
import { Choice, Press } from '../controls/Control.tsx';
import { Range } from '../controls/Range.tsx';
import { showForce } from '../why/units.ts';
import { Curve } from './Curve.tsx';
import { LoadSlider } from './LoadSlider.tsx';
import { PictureSlot } from './pictureSlot.ts';
import { Scale } from './Scale.tsx';
import { Told } from './Told.tsx';
import { usePressing } from './usePressing.ts';

interface LookProps {
  readonly request: PressRequest;
  readonly onVoxel: (voxelMm: number) => void;
  readonly choice: ReactNode;
  readonly t: Translate<'inside'>;
  readonly language: Language;
}

const [COARSE_MM, FINE_MM] = [2, 1];
const CUTS = {
  side: { isLevel: false, turnRad: 0, place: 0 },
  front: { isLevel: false, turnRad: Math.PI / 2, place: 0 },
  above: { isLevel: true, turnRad: 0, place: 0 },
} satisfies Record<string, Cut>;
type CutName = keyof typeof CUTS;
const nameCut = (cut: Cut): CutName | null =>
  cut.isLevel ? 'above' : cut.turnRad === 0 ? 'side' : cut.turnRad === CUTS.front.turnRad ? 'front' : null;

/** Times that a change of shape may be drawn larger, and the part of the height that it may take then. */
const STRETCH = 5;
const MOST_DRAWN = 0.5;

export function Look({ request, onVoxel, choice, t, language }: LookProps) {
  const { number } = language;
  const imperial = useSettings((state) => state.units === 'imperial');
  const Picture = use(PictureSlot);
  const [rivalName, setRival] = useState<Rival | null>(null);
  const { own, rival, kind, state, stop, again } = usePressing(request, rivalName);
  const [measure, setMeasure] = useState<Measure>('strain');
  const [cut, setCut] = useState<Cut>(CUTS.side);
  const [isStretched, setStretched] = useState(false);
  // null follows the press, and then shows what the act does
  const [asked, setAsked] = useState<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another body is watched from its beginning
  useEffect(() => setAsked(null), [request]);

  const at = own && (asked ?? (own.end ? findFirst(own) : own.frames.length - 1));
  const sides = useMemo(
    () => ({ front: t('side.front'), back: t('side.back'), left: t('side.left'), right: t('side.right') }),
    [t],
  );
  const shown = useMemo<readonly ShownBody[]>(() => {
    if (!own || at === null) return [];
    const bodies = [
      [own, at, 'own'] as const,
      ...(rival && kind ? [[rival, followRival(own, at, rival), kind] as const] : []),
    ];
    const mostN = Math.max(
      ...bodies.flatMap(([one]) => one.frames.map(({ point }) => point.forceN)),
      own.body.actPeakN ?? 1,
    );
    const stretch = isStretched ? calcStretch(bodies.map(([one, place]) => [one, place] as const)) : 1;
    return bodies.map(([one, place, who]) => {
      const { frame, next, part, forceN } = getPlace(one, place);
      const name = t(`kind.${who}`);
      return {
        body: one.body,
        frame,
        next,
        part,
        stretch,
        name:
          rivalName === null
            ? ''
            : rivalName === 'bone'
              ? t('named', { name, t: number(one.body.tScore, 1) })
              : name,
        force: showForce(forceN, language, imperial),
        forceShare: forceN / mostN,
      };
    });
  }, [own, rival, kind, at, isStretched, rivalName, t, number, language, imperial]);

  const stretch = shown[0]?.stretch ?? 1;
  const cutName = nameCut(cut);
  return (
    <div className="inside" data-state={state} data-at={at ?? undefined}>
      <div className="inside-stage">
        <div className="inside-picture">
          {Picture && (
            <Suspense>
              <Picture
                shown={shown}
                cut={cut}
                measure={measure}
                sides={sides}
                label={t('picture', { level: request.level })}
                onCut={setCut}
              />
            </Suspense>
          )}
          {state !== 'done' && (
            <Progress
              state={state}
              own={own}
              rival={rival}
              onStop={stop}
              onAgain={again}
              t={t}
              number={number}
            />
          )}
        </div>
        <p className="note">{t('drag')}</p>
        {own && at !== null && (
          <LoadSlider
            own={own}
            at={at}
            isComputing={state === 'busy'}
            onChange={setAsked}
            t={t}
            language={language}
          />
        )}
      </div>
      <div className="inside-side">
        <div className="inside-choices">
          {choice}
          <Choice
            label={t('rival')}
            showLabel
            value={rivalName ?? 'none'}
            options={[
              ['none', t('rival.none')] as const,
              ...RIVALS.map((one) => [one, t(`kind.${createRival(request, one).kind}`)] as const),
            ]}
            onChange={(value) => setRival(value === 'none' ? null : value)}
          />
          <Choice
            label={t('show')}
            showLabel
            value={measure}
            options={(['strain', 'stress'] as const).map((one) => [one, t(`show.${one}`)] as const)}
            onChange={setMeasure}
          />
          <Choice
            label={t('cut')}
            showLabel
            value={cutName ?? 'turned'}
            options={[
              ...(['side', 'front', 'above'] as const).map((one) => [one, t(`cut.${one}`)] as const),
              ...(cutName ? [] : [['turned', t('cut.turned')] as const]),
            ]}
            onChange={(value) => value !== 'turned' && setCut(CUTS[value])}
          />
          <Choice
            label={t('stretch')}
            showLabel
            value={isStretched ? 'more' : 'true'}
            options={[
              ['true', t('stretch.true')],
              [
                'more',
                t('stretch.more', {
                  n: number(isStretched ? stretch : STRETCH, isStretched && stretch < STRETCH ? 1 : 0),
                }),
              ],
            ]}
            onChange={(value) => setStretched(value === 'more')}
          />
        </div>
        <Scale
          measure={measure}
          hasCement={shown.some(({ body }) => body.cement.some((part) => part > 0))}
          t={t}
        />
        {own && at !== null && (
          <>
            <Told
              own={own}
              at={at}
              rival={rival}
              rivalName={kind && t(`kind.${kind}`)}
              t={t}
              language={language}
            />
            <Curve
              own={own}
              rival={rival}
              rivalName={kind ? t(`kind.${kind}`) : ''}
              now={getPlace(own, at)}
              t={t}
            />
          </>
        )}
        <Range
          label={t('place')}
          value={Math.round(50 * (1 + cut.place))}
          min={0}
          max={100}
          step={1}
          shownValue={t('place.value', { percent: number(50 * (1 + cut.place)) })}
          onChange={(value) => setCut({ ...cut, place: value / 50 - 1 })}
        />
        <p className="note">
          {t(request.voxelMm < COARSE_MM ? 'note.fine' : 'note.coarse')} {t('note.limits')}
        </p>
        <Press className="quiet" onPress={() => onVoxel(request.voxelMm < COARSE_MM ? COARSE_MM : FINE_MM)}>
          {t(request.voxelMm < COARSE_MM ? 'coarser' : 'finer')}
        </Press>
      </div>
    </div>
  );
}

/** What changes of shape are multiplied by: less than asked where the body would be drawn through itself. */
function calcStretch(bodies: readonly (readonly [Pressing, number])[]): number {
  return Math.min(
    STRETCH,
    ...bodies.map(([one, at]) => {
      const { frame } = getPlace(one, Math.ceil(at));
      const { frontMm, middleMm, backMm } = frame.point;
      const most = Math.max(frontMm, middleMm, backMm, 1e-6);
      return Math.max(1, (MOST_DRAWN * (one.body.upperMm - one.body.lowerMm)) / most);
    }),
  );
}

interface ProgressProps {
  readonly state: 'busy' | 'stopped' | 'failed' | 'done';
  readonly own: Pressing | null;
  readonly rival: Pressing | null;
  readonly onStop: () => void;
  readonly onAgain: () => void;
  readonly t: Translate<'inside'>;
  readonly number: Language['number'];
}

function Progress({ state, own, rival, onStop, onAgain, t, number }: ProgressProps) {
  const done = (own?.end ? rival?.progress : own?.progress) ?? 0;
  return (
    <div className="inside-progress">
      {state === 'busy' ? (
        <>
          <progress value={done} aria-label={t('busy', { percent: number(100 * done) })} />
          <span aria-hidden="true">{t('busy', { percent: number(100 * done) })}</span>
          <Press className="quiet" onPress={onStop}>
            {t('stop')}
          </Press>
        </>
      ) : (
        <>
          {state === 'failed' && <span role="alert">{t('failed')}</span>}
          <Press onPress={onAgain}>{t('again')}</Press>
        </>
      )}
    </div>
  );
}
