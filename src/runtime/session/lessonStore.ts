import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Lesson } from './lesson.ts';

export type LessonStore = StoreApi<{ readonly lesson: Lesson | null }>;
export const createLesson = (): LessonStore => createStore(() => ({ lesson: null }));
