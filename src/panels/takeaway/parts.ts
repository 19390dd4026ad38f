import type { Caption } from './drawPicture.ts';

export interface TakeawayProps {
  readonly caption: Caption;
  readonly onSave: (blob: Blob, file: string) => void;
}

/** Props of each kind of thing that can be taken along. */
export interface PartProps extends TakeawayProps {
  /** Does something that takes a while, and says where it fails. */
  readonly attempt: (make: () => Promise<void>) => Promise<void>;
  readonly isBusy: boolean;
}
