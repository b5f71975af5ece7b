import { randomUUID } from 'node:crypto';
import type { Case } from '../src/handoff/case.ts';
import { createCases } from '../src/handoff/cases.ts';
import type { CaseCommand } from '../src/handoff/decide.ts';
import { createMatcher } from '../src/handoff/matcher.ts';
import type { HandoffPolicy } from '../src/handoff/policy.ts';
import type { Person } from '../src/reserve/person.ts';
import type { Store } from '../src/store/store.ts';
import { createRandom, type Random } from './random.ts';

const WEEKS = 7;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const SEED = 2026;

/** Made-up questions with what they are about: the board's themes, waits and loads are drawn from them. */
const QUESTIONS: readonly (readonly [question: string, competence: string])[] = [
  [
    'Le titulaire demande une indemnité pour imprévision après la hausse de ses matières : que lui répondre ?',
    'execution',
  ],
  ['Peut-on résilier un marché de restauration pour trois retards de livraison ?', 'execution'],
  ['Un candidat évincé demande les motifs détaillés de notre choix : jusqu’où aller ?', 'attribution'],
  ['L’offre la mieux classée paraît anormalement basse : comment interroger le candidat ?', 'criteres'],
  ['Notre élu est parent d’un candidat : que faire avant la commission ?', 'deontologie'],
  ['Groupement de commandes ou centrale d’achat pour nos photocopieurs ?', 'cooperation'],
  ['Comment écrire une clause d’insertion dans un marché de nettoyage de taille modeste ?', 'achats-durables'],
  ['Le marché arrive à échéance dans un mois et la consultation n’est pas lancée : quelles voies ?', 'execution'],
  ['Faut-il republier l’avis après une erreur sur la date limite ?', 'publicite'],
  ['Le sous-traitant n’est pas payé par le titulaire : que devons-nous faire ?', 'execution'],
];

const UNANSWERED = [
  'Peut-on payer un fournisseur en cryptomonnaie ?',
  'Comment céder des ordinateurs réformés à une association ?',
  'Quelle assurance pour un drone acheté par la police municipale ?',
] as const;

const EXCHANGE = [
  'Bonjour, avez-vous le cahier des clauses particulières sous les yeux ?',
  'Oui, il renvoie au CCAG sans dérogation sur ce point.',
  'Alors commencez par une mise en demeure écrite, avec un délai ; nous verrons la suite ensemble.',
] as const;

/** Seven weeks of cases, played through the machine itself on a clock of their own, the last ones still open. */
export async function seedHistory(
  store: Store,
  people: readonly Person[],
  policy: HandoffPolicy,
  promisedMinutes: number,
): Promise<void> {
  const random = createRandom(SEED);
  const started = Date.now();
  let clock = started - WEEKS * 7 * DAY_MS;
  const { cases: records, reserve } = store;
  const match = createMatcher({ cases: records, reserve, isHoliday: () => false, promisedMinutes });
  const cases = createCases({
    records,
    match,
    policy,
    now: () => new Date(clock),
    newId: randomUUID,
    onDamaged: (_id, error) => {
      throw error;
    },
  });
  const asked = await store.exchanges.add(
    ...UNANSWERED.map((question, at) => ({
      id: `demo-${at}`,
      at: new Date(started - (at + 1) * 2 * DAY_MS).toISOString(),
      question,
      outcome: 'refusal',
      reason: 'no_source',
    })),
  );
  if (!asked.ok) throw new Error('the demo store cannot be written');
  const requesters = people.filter(({ id }) => id === 'maelle' || id === 'yann');

  const give = async (id: string, command: CaseCommand, afterMs: number): Promise<Case | undefined> => {
    clock += afterMs;
    const given = await cases.give(id, command);
    if (!given.ok && given.error.kind === 'store_down') throw new Error('the demo store cannot be written');
    return given.ok ? given.value : undefined;
  };

  const play = (at: number, until: Play['until']) => playOne({ at, random, requesters, cases, give, until });
  let at = 0;
  for (let opened = clock; opened < started - DAY_MS; at++) {
    clock = opened;
    await play(at, 'closed');
    // More of them as the weeks go by.
    const gone = 1 - (started - opened) / (WEEKS * 7 * DAY_MS);
    opened += (0.4 + random()) * (1.6 - gone) * DAY_MS;
  }
  clock = started - 3 * HOUR_MS;
  await play(at, 'talking');
  clock = started - HOUR_MS / 4;
  await play(at + 1, 'offered');
}

interface Play {
  readonly at: number;
  readonly random: Random;
  readonly requesters: readonly Person[];
  readonly cases: ReturnType<typeof createCases>;
  readonly give: (id: string, command: CaseCommand, afterMs: number) => Promise<Case | undefined>;
  /** How far it goes. */
  readonly until: 'offered' | 'talking' | 'closed';
}

async function playOne({ at, random, requesters, cases, give, until }: Play): Promise<void> {
  const [question = '', competence = 'execution'] = QUESTIONS[at % QUESTIONS.length] ?? [];
  const requester = requesters[at % requesters.length];
  if (requester === undefined) return;
  const drafted = await cases.draft(
    {
      person: requester.id,
      organisation: requester.organisation,
      role: at % 2 === 0 ? 'prescriber' : 'buyer',
      address: { platform: 'web', conversation: requester.id },
    },
    { question, answered: undefined, need: undefined, competences: [competence], language: 'fr' },
  );
  if (!drafted.ok) throw new Error('the demo store cannot be written');
  const { id } = drafted.value;
  let state = await give(id, { kind: 'consent', masked: [], suppliers: [], sameBodyPreferred: false }, 5 * 60_000);
  if (until === 'offered') return;
  if (random() < 0.25 && state?.offers[0] !== undefined)
    state = await give(id, { kind: 'decline', reservist: state.offers[0].reservist, reason: undefined }, HOUR_MS / 2);
  const reservist = state?.offers[0]?.reservist;
  if (reservist === undefined) return;
  await give(id, { kind: 'accept', reservist }, (0.1 + random() * 0.6) * HOUR_MS);
  for (const [index, text] of EXCHANGE.entries())
    await give(
      id,
      { kind: 'say', from: index === 1 ? 'requester' : 'reservist', by: index === 1 ? requester.id : reservist, text },
      (until === 'talking' ? 0.3 : 0.3 + random() * 2) * HOUR_MS,
    );
  if (until === 'talking') return;
  await give(id, { kind: 'answer', by: reservist }, HOUR_MS);
  await give(id, { kind: 'close', side: 'requester', by: requester.id }, (1 + random() * 10) * HOUR_MS);
  await give(id, { kind: 'rate', useful: random() < 0.85, comment: undefined }, 60_000);
}
