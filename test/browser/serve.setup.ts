import type { TestProject } from 'vitest/node';
import { serveBuild } from './serve.ts';

declare module 'vitest' {
  interface ProvidedContext {
    baseUrl: string;
    /** Where the built page lies. */
    folder: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { baseUrl, folder, close } = await serveBuild();
  project.provide('baseUrl', baseUrl);
  project.provide('folder', folder);
  return close;
}
