import { useEffect, useRef, useState } from 'react';
import type { Language, Translate } from '../../i18n/translate.ts';
import type { Pressing } from '../../runtime/inside/pressing.ts';
import { findForce, findPeak, getPlace } from '../../runtime/inside/readings.ts';
import { useSettings } from '../context.ts';
import { Press } from '../controls/Control.tsx';
import { Range } from '../controls/Range.tsx';
import { showForce, showOffset } from '../why/units.ts';

interface LoadSliderProps {
  readonly own: Pressing;
  readonly at: number;
  readonly isComputing: boolean;
  readonly onChange: (at: number) => void;
  readonly t: Translate<'inside'>;
  readonly language: Language;
}

/** Points of the curve that pass in a second. */
const POINTS_PER_S = 5;
const MS_PER_S = 1000;

/** Scrubs from nothing to the peak and past it, and plays that slowly. */
export function LoadSlider({ own, at, isComputing, onChange, t, language }: LoadSliderProps) {
  const imperial = useSettings((state) => state.units === 'imperial');
  const [isPlaying, setPlaying] = useState(false);
  const last = own.frames.length - 1;
  const now = useRef(at);
  now.current = at;
  useEffect(() => {
    if (!isPlaying) return;
    let before = performance.now();
    let request = requestAnimationFrame(function step(time: number) {
      const next = now.current + (POINTS_PER_S * Math.max(0, time - before)) / MS_PER_S;
      before = time;
      onChange(Math.min(last, next));
      if (next >= last) setPlaying(false);
      else request = requestAnimationFrame(step);
    });
    return () => cancelAnimationFrame(request);
  }, [isPlaying, last, onChange]);

  const place = getPlace(own, at);
  const value = t('load.value', {
    force: showForce(place.forceN, language, imperial),
    length: showOffset(place.meanMm, language, imperial),
  });
  const { actPeakN } = own.body;
  const act = actPeakN === null ? null : findForce(own, actPeakN);
  const peak = own.end ? findPeak(own) : null;
  return (
    <div className="inside-load">
      <Press
        className="play"
        aria-label={t(isPlaying ? 'load.pause' : 'load.play')}
        disabled={isComputing && !own.end}
        onPress={() => {
          if (!isPlaying && at >= last - 0.01) onChange(0);
          setPlaying(!isPlaying);
        }}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d={isPlaying ? 'M7 5h4v14H7zM13 5h4v14h-4z' : 'M8 5l11 7-11 7z'} />
        </svg>
      </Press>
      <Range
        label={t('load')}
        value={Math.round(10 * at) / 10}
        min={0}
        max={Math.max(1, last)}
        step={0.1}
        shownValue={value}
        spokenValue={value}
        onChange={(next) => {
          setPlaying(false);
          onChange(next);
        }}
      >
        <div className="inside-marks" aria-hidden="true">
          {peak !== null && <Mark at={peak / last} text={t('load.peak')} side="after" />}
          {act !== null && (peak === null || act < peak) && (
            <Mark at={act / last} text={t('load.act')} side="before" />
          )}
        </div>
      </Range>
    </div>
  );
}

function Mark({ at, text, side }: { at: number; text: string; side: 'before' | 'after' }) {
  return (
    <span data-side={side} style={{ insetInlineStart: `calc(0.875rem + (100% - 1.75rem) * ${at})` }}>
      {text}
    </span>
  );
}
