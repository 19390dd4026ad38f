import type { ComponentType } from 'react';
import type { ModeName } from '../runtime/device/settings.ts';

/** A way of using the one stage: what lies over it, and what stands beside it. Sessions and canvas outlive it. */
export interface Mode {
  readonly name: ModeName;
  readonly OverStage: ComponentType;
  readonly Beside: ComponentType;
}
