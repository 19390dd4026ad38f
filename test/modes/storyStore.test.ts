import { expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { createStory } from '../../src/modes/narrative/storyStore.ts';
import type { Page } from '../../src/modes/stay.ts';
import { DEFAULT_SCENARIO } from '../../src/runtime/session/session.ts';

it('stands still beside what helps and the page to take home, where a step let it rotate', async () => {
  const settings = createStore(() => ({ viewAsked: 0, rotating: true, tinted: true, selected: 'T12' }));
  const session = { open: vi.fn() };
  const story = createStory({ session, settings } as unknown as Page);
  story.begin({ patient: DEFAULT_SCENARIO.patient });
  story.visit('helps');
  expect(settings.getState()).toMatchObject({ viewAsked: 1, rotating: false, tinted: false, selected: null });
  expect(session.open).toHaveBeenCalledOnce();
  story.end();
  // what the story computes on this thread, where there is no worker, is fetched before the test ends
  await vi.dynamicImportSettled();
});
