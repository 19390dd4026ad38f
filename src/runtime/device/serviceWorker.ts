import { cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';

/** All files of the page, inserted by the build (`src/build/offline.ts`); those with a hash in their name have no revision. */
declare const PAGE_FILES: { url: string; revision: string | null }[];

// one page for every query: patient and mode are read by the page, never by a server
precacheAndRoute(PAGE_FILES, { ignoreURLParametersMatching: [/./] });
cleanupOutdatedCaches();

// controls the visit that installed it; a later version waits until the last page of the former one is closed
addEventListener('activate', (event) => {
  const { clients } = globalThis as unknown as { clients: { claim(): Promise<void> } };
  (event as Event & { waitUntil(work: Promise<void>): void }).waitUntil(clients.claim());
});
