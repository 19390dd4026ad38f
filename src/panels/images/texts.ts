import type { Translate } from '../../i18n/translate.ts';
import { useNamespace } from '../useNamespace.ts';

export type RoomTranslate = Translate<'images'>;

/** Texts of the reading room, loaded with it. */
export const useRoomTexts = (): RoomTranslate => useNamespace('images');
