import { describe, expect, it } from 'vitest';
import { createQualityJudge } from '../../src/scene/stage/autoQuality.ts';

describe('automatic quality', () => {
  const watch = (stepS: number, frames: number, quality: 'low' | 'medium' | 'high') => {
    const judge = createQualityJudge();
    return (
      Array.from({ length: frames }, () => judge(stepS, quality)).find((lower) => lower !== null) ?? null
    );
  };

  it('goes down a step when frames are slow for a while', () => {
    expect(watch(0.1, 40, 'high')).toBe('medium');
    expect(watch(0.1, 40, 'medium')).toBe('low');
  });

  it('stays when frames are quick, when few were slow, and when there is nothing lower', () => {
    expect(watch(1 / 60, 200, 'high')).toBeNull();
    expect(watch(0.1, 10, 'high')).toBeNull();
    expect(watch(0.1, 100, 'low')).toBeNull();
    const judge = createQualityJudge();
    for (let n = 0; n < 100; n++) expect(judge(n % 5 === 0 ? 0.2 : 1 / 60, 'high')).toBeNull();
  });

  it('takes no pause for a slow frame', () => {
    expect(watch(5, 100, 'high')).toBeNull();
  });
});
