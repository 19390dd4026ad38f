import { build, preview } from 'vite';

export interface Served {
  /** Ends in a slash. */
  readonly baseUrl: string;
  readonly close: () => Promise<void>;
}

/** Builds the page as a visitor gets it and serves it on a free port. */
export async function serveBuild(): Promise<Served> {
  await build({ logLevel: 'error' });
  const server = await preview({ logLevel: 'error', preview: { port: 4180, strictPort: false } });
  return { baseUrl: server.resolvedUrls!.local[0]!, close: () => server.close() };
}
