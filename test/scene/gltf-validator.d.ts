/** The part of the package that tests use; it comes without types. */
declare module 'gltf-validator' {
  interface Message {
    readonly code: string;
    readonly message: string;
    /** 0 error, 1 warning, 2 information, 3 hint. */
    readonly severity: number;
    readonly pointer?: string;
  }
  export function validateBytes(
    file: Uint8Array,
    options?: { readonly maxIssues?: number },
  ): Promise<{
    readonly issues: { readonly messages: readonly Message[] };
    readonly info: { readonly totalTriangleCount: number };
  }>;
}
