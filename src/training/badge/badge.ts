import { from, generate } from '@digitalbazaar/ed25519-multikey';
import { z } from 'zod';
import type { BadgeClaim } from './badge-claim.ts';

/** The organisation's key, as it is kept: multibase, secret. */
export const badgeKeySchema = z.object({
  publicKeyMultibase: z.string().startsWith('z6Mk'),
  secretKeyMultibase: z.string().startsWith('z'),
});
export type BadgeKey = z.infer<typeof badgeKeySchema>;

export interface Badges {
  /** The key's own name (`did:key:…`), by which anyone checks a badge without asking anybody. */
  readonly issuer: string;
  /**
   * What the site publishes so that a reader knows whose key it is: a DID document (`did:web` of the site's address) that says
   * it is also known by the key's name. Who holds the domain holds the key.
   */
  readonly document: object;
  /** An Open Badge 3.0 (a W3C verifiable credential, Data Integrity proof eddsa-rdfc-2022), signed. */
  sign(claim: BadgeClaim): Promise<object>;
}

export async function newBadgeKey(): Promise<BadgeKey> {
  const pair = await generate();
  return badgeKeySchema.parse(await pair.export({ publicKey: true, secretKey: true }));
}

/** @throws when the key is not one */
export async function createBadges(
  key: BadgeKey,
  { name, site }: { readonly name: string; readonly site: string },
): Promise<Badges> {
  const did = `did:key:${key.publicKeyMultibase}`;
  const pair = await from({
    '@context': 'https://w3id.org/security/multikey/v1',
    type: 'Multikey',
    id: `${did}#${key.publicKeyMultibase}`,
    controller: did,
    ...key,
  });
  return {
    issuer: did,
    document: issuerDocument(site, key.publicKeyMultibase, did),
    // What canonises and signs takes a third of a second to read: where there is a badge to sign, not at each start.
    sign: async (claim) => {
      const { signBadge } = await import('./sign-badge.ts');
      return signBadge(claim, { did, name, site, signer: pair.signer() });
    },
  };
}

/** The method's own rules: W3C CCG, did:web; a port is written %3A, a path by colons. */
function issuerDocument(site: string, publicKeyMultibase: string, did: string): object {
  const { host, pathname } = new URL(site);
  const path = pathname.split('/').filter((part) => part !== '');
  const id = ['did:web', host.replace(':', '%3A'), ...path].join(':');
  const method = { id: `${id}#${publicKeyMultibase}`, type: 'Multikey', controller: id, publicKeyMultibase };
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id,
    alsoKnownAs: [did],
    verificationMethod: [method],
    assertionMethod: [method.id],
  };
}
