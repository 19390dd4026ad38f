import type { TestProject } from 'vitest/node';
import { serveBuild } from './serve.ts';

declare module 'vitest' {
  interface ProvidedContext {
    baseUrl: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { baseUrl, close } = await serveBuild();
  project.provide('baseUrl', baseUrl);
  return close;
}
