import { type ComponentType, createContext } from 'react';
import type { PictureProps } from '../../runtime/inside/picture.ts';

/** Picture of pressed bodies, which the mode takes from the scene: panels draw none. */
export const PictureSlot = createContext<ComponentType<PictureProps> | null>(null);
