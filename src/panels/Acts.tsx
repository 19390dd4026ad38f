import { useState } from 'react';
import { type ActivityEvent, MAX_EVENTS } from '../core/simulation/scenario.ts';
import { ActIcon } from './actIcons.tsx';
import { Choice, Press } from './Control.tsx';
import { usePanel, useSession, useSettings } from './context.ts';
import { Range } from './Range.tsx';

type Bend = Extract<ActivityEvent, { name: 'bend' }>;
type Lift = Extract<ActivityEvent, { name: 'lift' }>;

const KG_PER_POUND = 0.453_592_37;
const CM_PER_INCH = 2.54;
const NAMES = ['stand', 'bend', 'lift', 'cough'] as const;

/** The everyday acts, and one tap deeper how far and how heavy. */
export function Acts() {
  const { session, language } = usePanel();
  const { t } = language;
  const full = useSession((state) => state.scenario.events.length >= MAX_EVENTS);
  const [open, setOpen] = useState(false);
  const [bend, setBend] = useState<Bend>({
    type: 'activity',
    name: 'bend',
    trunkFlexionDeg: 60,
    technique: 'back',
  });
  const [lift, setLift] = useState<Lift>({
    type: 'activity',
    name: 'lift',
    loadKg: 10,
    technique: 'stoop',
    reachCm: 35,
  });
  const events: Record<(typeof NAMES)[number], ActivityEvent> = {
    stand: { type: 'activity', name: 'stand' },
    bend,
    lift,
    cough: { type: 'activity', name: 'cough' },
  };
  return (
    <section className="acts" aria-label={t('act.group')}>
      <div className="act-row">
        {NAMES.map((name) => (
          <Press key={name} className="act" disabled={full} onPress={() => session.act(events[name])}>
            <ActIcon name={name} />
            {t(`act.${name}`)}
          </Press>
        ))}
      </div>
      <Press className="quiet" aria-expanded={open} aria-controls="act-detail" onPress={() => setOpen(!open)}>
        {t('act.detail')} <span aria-hidden="true">{open ? '▴' : '▾'}</span>
      </Press>
      {open && (
        <div id="act-detail" className="act-detail">
          <BendDetail bend={bend} onChange={setBend} />
          <LiftDetail lift={lift} onChange={setLift} />
        </div>
      )}
    </section>
  );
}

function BendDetail({ bend, onChange }: { bend: Bend; onChange: (bend: Bend) => void }) {
  const { t, number } = usePanel().language;
  return (
    <fieldset>
      <legend>{t('act.bend')}</legend>
      <Range
        label={t('act.flexion')}
        value={bend.trunkFlexionDeg}
        min={0}
        max={90}
        step={5}
        shownValue={`${number(bend.trunkFlexionDeg)}°`}
        onChange={(trunkFlexionDeg) => onChange({ ...bend, trunkFlexionDeg })}
      />
      <Choice
        showLabel
        label={t('act.bendFrom')}
        value={bend.technique}
        options={[
          ['back', t('act.back')],
          ['hips', t('act.hips')],
        ]}
        onChange={(technique) => onChange({ ...bend, technique })}
      />
    </fieldset>
  );
}

function LiftDetail({ lift, onChange }: { lift: Lift; onChange: (lift: Lift) => void }) {
  const { t, number } = usePanel().language;
  const imperial = useSettings((state) => state.units === 'imperial');
  return (
    <fieldset>
      <legend>{t('act.lift')}</legend>
      <Range
        label={t('act.load')}
        value={lift.loadKg}
        min={0}
        max={50}
        step={1}
        shownValue={imperial ? `${number(lift.loadKg / KG_PER_POUND)} lb` : `${number(lift.loadKg)} kg`}
        onChange={(loadKg) => onChange({ ...lift, loadKg })}
      />
      <Range
        label={t('act.reach')}
        value={lift.reachCm}
        min={20}
        max={60}
        step={5}
        shownValue={imperial ? `${number(lift.reachCm / CM_PER_INCH)} in` : `${number(lift.reachCm)} cm`}
        onChange={(reachCm) => onChange({ ...lift, reachCm })}
      />
      <Choice
        showLabel
        label={t('act.liftFrom')}
        value={lift.technique}
        options={[
          ['stoop', t('act.stoop')],
          ['squat', t('act.squat')],
        ]}
        onChange={(technique) => onChange({ ...lift, technique })}
      />
    </fieldset>
  );
}
