import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Outgoing } from '../../../../src/message/delivery.ts';
import { openSqlite } from '../../../../src/store/sqlite.ts';
import type { CaseAction } from '../../../../src/vocabulary/cases.ts';
import { opened } from '../../../contract/store/places.ts';
import { asShown, BODIES, folder, mustBe, network, PEOPLE } from '../../../fixtures/network.ts';
import { runs } from '../../../fixtures/runs.ts';

/** Planted in the question, as people write them; `bare` is what must be nowhere. */
const SECRETS = [
  { said: 'Mme Sophie Tanguy', bare: 'tanguy', again: 'Sophie Tanguy' },
  { said: 'M. Ronan Quéméneur', bare: 'quemeneur', again: 'Quéméneur' },
  { said: 'l’entreprise Brezhon Travaux SARL', bare: 'brezhontravaux', again: 'Brezhon Travaux' },
  { said: 'au 06 12 34 56 78', bare: '0612345678', again: '06 12 34 56 78' },
  { said: 'sophie.tanguy@vitre-mairie.fr', bare: 'sophietanguyvitremairiefr', again: 'sophie.tanguy@vitre-mairie.fr' },
  { said: 'SIRET 732 829 320 00074', bare: '73282932000074', again: '732 829 320 00074' },
  { said: 'la ville de Vitré', bare: 'villedevitre', again: 'ville de Vitré' },
] as const;
/** Words that only the requester knows to be telling. */
const ADDED = ['salle des fêtes du Mesnil', 'projet Korrigan'];
const LATER_ONLY = [
  { said: 'joignez-moi au 02 99 55 44 33', bare: '0299554433' },
  { said: 'écrivez à chef.projet@autre-mairie.fr', bare: 'chefprojetautremairiefr' },
  { said: 'voyez Mme Nolwenn Guivarch', bare: 'guivarch' },
];

const bareOf = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** The same words in another dress. */
const DRESSES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => text.normalize('NFD'),
  (text) => text.normalize('NFD').replace(/\p{M}/gu, ''),
  (text) => text.replace(/ /g, '\u00a0'),
  (text) => text.replace(/ /g, '  '),
  (text) => text.replace(/(\d) (?=\d)/g, '$1.'),
  (text) => text.replace(/(\d) (?=\d)/g, '$1'),
  (text) => [...text].join('\u200b'),
  (text) => `**${text}**`,
  (text) => text.replace(/\p{L}(?=\p{L}{3})/u, '$&*'),
  (text) => `(${text})`,
];
const dressed = (texts: readonly string[]) =>
  fc.tuple(fc.constantFrom(...texts), fc.constantFrom(...DRESSES)).map(([text, dress]) => dress(text));
const hidden = [...SECRETS.map(({ again }) => again), ...ADDED];
const filler = fc.constantFrom(
  'Bonjour,',
  'le retard est de 40 jours',
  'que dit R. 2112-1 ?',
  '\n',
  '> cité',
  '<!channel>',
);
const words = (texts: readonly string[], clear: readonly string[]) =>
  fc
    .array(
      fc.oneof(
        { weight: 3, arbitrary: dressed(texts) },
        { weight: 1, arbitrary: filler },
        { weight: 1, arbitrary: fc.constantFrom(...clear) },
      ),
      { minLength: 1, maxLength: 5 },
    )
    .map((parts) => parts.join(', '));
const asked = words(
  hidden,
  LATER_ONLY.map(({ said }) => said),
);

/** What would tell the requester who a reservist is, by person. */
const TELLING = new Map(
  PEOPLE.filter(({ id }) => ['bob', 'carl', 'dora'].includes(id)).map(({ id, name, email, organisation, address }) => [
    id,
    [
      name,
      name.split(' ').slice(1).join(' '),
      email ?? '',
      BODIES.find((body) => body.id === organisation)?.name ?? '',
      address?.conversation ?? '',
    ],
  ]),
);
const answered = fc.tuple(
  fc.nat(4),
  fc.constantFrom(...DRESSES),
  filler,
  fc.constantFrom('', 'mon numéro : 02 98 00 11 22'),
);

type Step = { readonly by: 'requester' | 'lender'; readonly action: CaseAction; readonly wait: number };
const step: fc.Arbitrary<Step> = fc.record({
  by: fc.constantFrom('requester' as const, 'lender' as const),
  wait: fc.constantFrom(0, 0, 0, 30, 24 * 60),
  action: fc.oneof(
    { weight: 8, arbitrary: fc.constant({ kind: 'say', text: '' } as const) },
    { weight: 3, arbitrary: fc.constant({ kind: 'accept' } as const) },
    fc.constantFrom<CaseAction>(
      { kind: 'decline', reason: 'Sophie Tanguy' },
      { kind: 'answer' },
      { kind: 'give_back' },
      { kind: 'pass_to', reservist: 'r-carl' },
      { kind: 'close' },
      { kind: 'open_identity' },
      { kind: 'reopen', why: 'Mme Tanguy insiste' },
      { kind: 'rate', useful: false, comment: 'Tanguy' },
    ),
  ),
});
const TAKEN: Step = { by: 'lender', action: { kind: 'accept' }, wait: 0 };
const story = fc.record({
  need: fc.option(words(hidden, ['30 chaises']), { nil: undefined }),
  // Most are taken at once: what is relayed is what matters here.
  steps: fc
    .tuple(fc.integer({ min: 0, max: 3 }), fc.array(step, { minLength: 4, maxLength: 14 }))
    .map(([rank, steps]) => (rank === 0 ? steps : [TAKEN, ...steps])),
  asked: fc.array(asked, { minLength: 6, maxLength: 6 }),
  answered: fc.array(answered, { minLength: 6, maxLength: 6 }),
});

const STORIES = runs(600);

describe('what comes out of the outbox', () => {
  const data = folder();
  afterAll(() => rmSync(data, { recursive: true, force: true }));

  it('tells a reservist nothing that was hidden, and a requester not who the reservist is before both agree', async () => {
    const store = await opened(openSqlite(data));
    const net = await network(store);
    const counts = { reservist: 0, requester: 0, relayed: 0 };
    await fc.assert(
      fc.asyncProperty(story, async ({ need, steps, asked: questions, answered: answers }) => {
        const from = net.sent.length;
        const question = `${SECRETS.map(({ said }) => said).join(', ')} : ${ADDED.join(' et ')}, signé Anne Kerbrat. Que faire ?`;
        const { case: id } = mustBe(await net.helping.preview('anne', { question, answered: undefined, need }));
        const choices = { lifted: [], added: ADDED, amountsAsRanges: false };
        const preview = mustBe(await net.helping.revise('anne', id, choices));
        mustBe(await net.helping.send('anne', id, asShown(preview, choices)));
        let agreed = false;
        let said = 0;
        for (const { by, action, wait } of steps) {
          net.wait(wait);
          await net.turn();
          const state = mustBe(await net.cases.read(id));
          const lender = (state.holder ?? state.offers[0]?.reservist ?? 'r-bob').replace('r-', '');
          const [which, dress, before, more] = answers[said % 6] ?? [0, String, '', ''];
          const signed = `${before} ${dress(TELLING.get(lender)?.[which] ?? '')} ${more}`;
          const text = by === 'requester' ? (questions[said % 6] ?? '') : signed;
          said++;
          const what = action.kind === 'say' ? { ...action, text } : action;
          await net.helping.act(by === 'requester' ? 'anne' : lender, id, what);
          const after = mustBe(await net.cases.read(id));
          agreed ||= after.identity.requester && after.identity.reservist;
          for (const view of [await net.helping.view(lender, id)])
            if (view.ok) expectNoSecret(seenBy(view.value), agreed);
        }
        await net.helping.act('anne', id, { kind: 'withdraw' });
        await net.turn();
        for (const message of net.sent.slice(from).filter((one) => one.case === id)) {
          if (message.person === 'anne') {
            counts.requester++;
            if (!agreed) expectNobodyTold(message);
          } else {
            counts.reservist++;
            if (message.kind === 'relayed') counts.relayed++;
            expectNoSecret(message.text, agreed);
          }
        }
      }),
      { numRuns: STORIES, endOnFailure: false },
    );
    await store.close();
    console.info(`sealed: ${JSON.stringify(counts)}`);
    expect(counts.relayed).toBeGreaterThan(STORIES / 5);
  }, 240_000);
});

function seenBy(view: { readonly brief: object; readonly lines: readonly object[] }): string {
  const own = (line: object) => 'from' in line && line.from === 'you';
  return JSON.stringify([view.brief, view.lines.filter((line) => !own(line))]);
}

/** Who the requester is may be known once both agreed; what they hid of others never is. */
function expectNoSecret(text: string, agreed: boolean): void {
  const bare = bareOf(text);
  for (const { bare: secret } of SECRETS)
    if (!(agreed && secret === 'villedevitre')) expect(bare).not.toContain(secret);
  for (const secret of ADDED) expect(bare).not.toContain(bareOf(secret));
  if (agreed) return;
  for (const { bare: secret } of LATER_ONLY) expect(bare).not.toContain(secret);
  expect(bare).not.toContain('kerbrat');
  expect(bare).not.toContain(bareOf('D0ANNE77'));
}

function expectNobodyTold({ text }: Outgoing): void {
  const bare = bareOf(text);
  for (const telling of [...TELLING.values()].flat()) expect(bare).not.toContain(bareOf(telling));
  expect(bare).not.toContain('0298001122');
}
