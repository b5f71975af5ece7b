// The library that verifies badges in the tests; it brings no types.
declare module '@digitalcredentials/vc' {
  export function verifyCredential(options: {
    readonly credential: object;
    readonly suite: object;
    readonly documentLoader: (url: string) => Promise<object>;
    readonly now?: Date;
  }): Promise<{ readonly verified: boolean; readonly error?: { readonly errors?: readonly unknown[] } }>;
}
declare module '@digitalcredentials/data-integrity' {
  export const DataIntegrityProof: new (options: { readonly cryptosuite: unknown }) => object;
}
declare module '@digitalcredentials/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: unknown;
}
