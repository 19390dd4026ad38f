import './takeaway.css';
import { useState } from 'react';
import { usePanel, useSession } from '../context.ts';
import { Choice, Press } from '../controls/Control.tsx';
import { useNamespace } from '../useNamespace.ts';
import { createPicture, drawPicture, hasPicture, LARGE_PX, writePng } from './drawPicture.ts';
import { FilmPart } from './FilmPart.tsx';
import type { PartProps, TakeawayProps } from './parts.ts';
import { printPicture } from './printPicture.ts';

type Work = 'idle' | 'busy' | 'failed';

/** What can be taken along of the picture: stills, a film, and the bones in three dimensions. */
export function Takeaway({ caption, onSave }: TakeawayProps) {
  const t = useNamespace('take');
  const [isPictured] = useState(hasPicture);
  const [work, setWork] = useState<Work>('idle');
  const attempt = async (make: () => Promise<void>) => {
    setWork('busy');
    // what is said of it is painted before the work begins
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    await make().then(
      () => setWork('idle'),
      () => setWork('failed'),
    );
  };
  const parts = { caption, onSave, attempt, isBusy: work === 'busy' };
  return (
    <section className="takeaway">
      <h3>{t('take.title')}</h3>
      <p className={work === 'failed' ? 'problem' : 'note'} role="status">
        {work === 'busy' && t('take.wait')}
        {work === 'failed' && t('take.failed')}
      </p>
      {isPictured ? (
        <>
          <StillPart {...parts} />
          <FilmPart {...parts} />
        </>
      ) : (
        <p>{t('take.none')}</p>
      )}
      <ModelPart {...parts} />
    </section>
  );
}

/** No screen is larger, px. */
const SCREEN_PX = 20_000;
const SIZES = ['screen', ...LARGE_PX.map(String)];

function StillPart({ caption, onSave, attempt, isBusy }: PartProps) {
  const t = useNamespace('take');
  const { number } = usePanel().language;
  const [size, setSize] = useState(SIZES[0]!);
  const draw = (longPx: number | null) => {
    const picture = createPicture(longPx ?? SCREEN_PX, longPx !== null);
    drawPicture(picture, caption);
    return picture;
  };
  const save = async () =>
    onSave(await writePng(draw(size === 'screen' ? null : Number(size))), 'columna.png');
  return (
    <>
      <h4>{t('take.picture')}</h4>
      <p>{t('take.picture.text')}</p>
      <div className="sheet-row">
        <Choice
          label={t('take.size')}
          showLabel
          value={size}
          options={SIZES.map((one) => [
            one,
            one === 'screen' ? t('take.size.screen') : t('take.size.large', { px: number(Number(one)) }),
          ])}
          onChange={setSize}
        />
        <Press disabled={isBusy} onPress={() => attempt(save)}>
          {t('take.picture.save')}
        </Press>
        <Press disabled={isBusy} onPress={() => attempt(() => printPicture(draw(LARGE_PX[0])))}>
          {t('take.picture.print')}
        </Press>
      </div>
    </>
  );
}

function ModelPart({ onSave, attempt, isBusy }: PartProps) {
  const t = useNamespace('take');
  const { session, loadTakeaway } = usePanel();
  const shown = useSession((state) => state.shown);
  const save = (format: 'glb' | 'usdz') =>
    attempt(async () => {
      const { writeModel } = await loadTakeaway();
      onSave(await writeModel(shown!, session.clock.timeS, format), `columna.${format}`);
    });
  return (
    <>
      <h4>{t('take.model')}</h4>
      <p>
        {t('take.model.text')} {t('take.model.where')}
      </p>
      <div className="sheet-row">
        <Press disabled={!shown || isBusy} onPress={() => save('glb')}>
          {t('take.model.glb')}
        </Press>
        <Press disabled={!shown || isBusy} onPress={() => save('usdz')}>
          {t('take.model.usdz')}
        </Press>
      </div>
    </>
  );
}
