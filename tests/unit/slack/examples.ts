import fc from 'fast-check';
import type { Answer, OutboundMessage, Outcome } from '../../../src/answering/port/outcome.ts';
import type { BriefPreview, CaseLine, CaseView, DeskView } from '../../../src/handoff/port/views.ts';
import type { Rewording } from '../../../src/rewording/port/rewording.ts';
import { FORM_LINES } from '../../../src/vocabulary/form.ts';
import type { Role } from '../../../src/vocabulary/people.ts';
import { LINT_CODES, SLOTS } from '../../../src/vocabulary/rewording.ts';
import { answerWith, replyWith } from '../../fakes/conversing.ts';

/** What people type to see what breaks. */
const NASTY = [
  '<!channel> <!here> <@U123> <#C123|general> <!subteam^S1|equipe> @everyone @here',
  '<https://mechant.example|R. 2122-8> & <mailto:a@b.fr|x> https://mechant.example',
  '*gras* _italique_ ~barré~ `code` ```bloc``` > cité :tada: 1. un - deux # titre',
  '**gras** [lien](https://mechant.example) ![image](https://mechant.example/i.png) <b>html</b>',
  'é\u0301\u200d👩‍👩‍👧‍👦\ud83d\u202e\u2066 inversé \u0007',
  'mot '.repeat(3_000),
  'x'.repeat(7_000),
  '|a|b|\n|-|-|\n|1|2|',
  '\n\n\n',
  '',
];

export const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 300 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4_000 }) },
  { weight: 1, arbitrary: fc.array(fc.constantFrom(...NASTY), { maxLength: 6 }).map((parts) => parts.join('\n\n')) },
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
export const role = fc.constantFrom<Role>('prescriber', 'buyer');
export const language = fc.constantFrom('fr' as const, 'en' as const);

const source = fc.record({
  fiche: fc.constant('f'),
  title: text,
  section: text,
  articles: fc.array(
    fc.record({
      reference: fc.constant('R2122-8'),
      cited: text,
      url: fc.constantFrom('https://www.legifrance.gouv.fr/search/code?q=R2122-8&x=1', 'javascript:alert(1)'),
    }),
    { maxLength: 14 },
  ),
  verifiedOn: fc.constantFrom('2026-11-24', '2026-12-01'),
  status: fc.constant('V1'),
  module: fc.constant('seuils'),
});
const suggestion = fc.record({ label: text, text });

const answer: fc.Arbitrary<Answer> = fc
  .record({
    title: text,
    direct: maybe(text),
    nearby: fc.array(fc.record({ question: text, answer: text }), { maxLength: 4 }),
    brief: text,
    registers: fc.record({ prescriber: text, buyer: text }),
    pitfalls: text,
    next: text,
    sources: fc.tuple(source, source),
    also: maybe(fc.record({ title: text, brief: text })),
    limit: maybe(text),
    caution: maybe(text),
    suggestions: fc.array(suggestion, { maxLength: 6 }),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map((some) => answerWith(some));

const rewordingBase = {
  source: text,
  text,
  terms: fc.array(
    fc.record({
      from: text,
      span: fc.constant([0, 3] as const),
      to: text,
      concept: fc.constant('c'),
      explanation: text,
      articles: fc.constant([]),
    }),
    { maxLength: 9 },
  ),
  lint: fc.array(
    fc.record({
      code: fc.constantFrom(...LINT_CODES),
      span: fc.constant([0, 200] as const),
      articles: fc.constant(['R2111-7']),
      message: text,
      suggestion: text,
    }),
    { maxLength: 12 },
  ),
  fidelity: fc.record({
    faithful: fc.boolean(),
    defects: fc.array(fc.record({ kind: fc.constant('DATE_CHANGED' as const), source: text, target: text }), {
      maxLength: 6,
    }),
  }),
  missing: fc.uniqueArray(fc.constantFrom(...SLOTS)),
  questions: fc.array(fc.record({ slot: fc.constantFrom(...SLOTS), text, need: fc.constant(0) }), { maxLength: 4 }),
};

export const rewording: fc.Arbitrary<Rewording> = fc.oneof(
  fc.record({
    ...rewordingBase,
    direction: fc.constant('to_buyer' as const),
    asked: fc.array(text, { maxLength: 2 }),
    needs: fc.constant([{ slots: {}, functions: [], lots: [], proof: [], risks: [], missing: [] }] as const),
    forms: fc.array(
      fc.record({
        need: fc.constant(0),
        lines: fc.array(
          fc.record({ name: fc.constantFrom(...FORM_LINES), values: fc.array(fc.record({ note: text })) }),
        ),
        unsaid: fc.uniqueArray(fc.constantFrom(...SLOTS)),
      }),
      { maxLength: 2 },
    ),
  }),
  fc.record({
    ...rewordingBase,
    direction: fc.constant('to_prescriber' as const),
    message: text,
    points: fc.record({
      asks: fc.constantFrom('something' as const, 'nothing' as const, 'unsure' as const),
      asked: fc.array(text, { maxLength: 9 }),
      notToDo: fc.array(text, { maxLength: 3 }),
      send: fc.array(text, { maxLength: 5 }),
      byWhen: fc.array(fc.record({ when: text, what: text }), { maxLength: 3 }),
      otherwise: maybe(text),
      buyerDoes: maybe(text),
      why: maybe(text),
    }),
  }),
);

const choice = fc.record({ question: text, answer: text, fiche: fc.constant('f') });

const outcome: fc.Arbitrary<Outcome> = fc.oneof(
  answer,
  fc.record({
    kind: fc.constant('clarification' as const),
    reason: fc.constant('fact' as const),
    question: text,
    choices: fc.array(suggestion, { maxLength: 6 }),
    sources: fc.array(source, { maxLength: 5 }),
    confidence: fc.constant(0.5),
  }),
  fc.record({
    kind: fc.constant('clarification' as const),
    reason: fc.constant('doubt' as const),
    question: text,
    // Questions of the corpus are told apart by their words, whatever markup is taken out of them.
    choices: fc
      .tuple(choice, choice, choice)
      .map(([first, second, third]): [typeof first, typeof first, typeof first] => [
        first,
        { ...second, question: `deux ${second.question}` },
        { ...third, question: `trois ${third.question}` },
      ]),
    sources: fc.array(source, { maxLength: 5 }),
    confidence: fc.constant(0.5),
  }),
  fc.record({
    kind: fc.constant('handoff' as const),
    reason: fc.constant('individual_decision' as const),
    why: text,
    turnTo: text,
    known: maybe(answer),
  }),
  fc.record({
    kind: fc.constant('refusal' as const),
    reason: fc.constantFrom('no_source' as const, 'unclear' as const),
    text,
    next: text,
    suggestions: fc.array(suggestion, { maxLength: 5 }),
  }),
  fc.record({ kind: fc.constant('smalltalk' as const), text, suggestions: fc.array(suggestion, { maxLength: 5 }) }),
  fc.record({
    kind: fc.constant('rewording' as const),
    rewording,
    suggestions: fc.constant([]),
  }),
);

export const reply: fc.Arbitrary<OutboundMessage> = fc
  .record({ outcome, role, language })
  .map(({ outcome: said, role: by, language: spoken }) =>
    replyWith(said, { language: spoken, address: { platform: 'slack', conversation: 'T1:D1:1.2' } }, by),
  );

const line: fc.Arbitrary<CaseLine> = fc.oneof(
  fc.record({ at: fc.constant('2026-11-25T09:00:00Z'), kind: fc.constant('step' as const), text }),
  fc.record({
    at: fc.constantFrom('2026-11-25T09:00:00Z', 'jamais'),
    kind: fc.constant('message' as const),
    from: fc.constantFrom('you' as const, 'requester' as const, 'reservist' as const),
    text,
  }),
);

const ACTS = [
  'say',
  'accept',
  'decline',
  'answer',
  'give_back',
  'pass_to',
  'open_identity',
  'close',
  'rate',
  'reopen',
  'withdraw',
  'propose_fiche',
] as const;

export const caseView: fc.Arbitrary<CaseView> = fc.record({
  id: fc.uuid(),
  version: fc.nat(),
  status: fc.constantFrom('offered' as const, 'in_progress' as const, 'closed' as const),
  standing: text,
  side: fc.constantFrom('requester' as const, 'reservist' as const),
  brief: fc.record({ question: text, answered: maybe(text), need: maybe(text) }),
  lines: fc.array(line, { maxLength: 60 }),
  other: fc.record({ name: maybe(text), organisation: text }),
  identity: fc.record({ you: fc.boolean(), other: fc.boolean() }),
  expectedAt: fc.constant(undefined),
  openedAt: fc.constant('2026-11-25T09:00:00Z'),
  may: fc.uniqueArray(fc.constantFrom(...ACTS)),
});

export const preview: fc.Arbitrary<BriefPreview> = fc.record({
  case: fc.uuid(),
  seen: fc.stringMatching(/^[\w-]{22}$/),
  question: text,
  typed: text,
  answered: maybe(text),
  hasAnswer: fc.boolean(),
  need: maybe(text),
  competences: fc.array(text, { maxLength: 4 }),
  masks: fc.array(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 12 }),
      kind: fc.constantFrom('person', 'amount', 'added', 'inconnu'),
      text: text.filter((one) => one !== ''),
      replacement: fc.constantFrom('[personne 1]', '[montant]'),
      masked: fc.boolean(),
    }),
    { maxLength: 120 },
  ),
});

const row = fc.record({
  id: fc.uuid(),
  question: text,
  status: fc.constantFrom('offered' as const, 'draft' as const, 'closed' as const),
  openedAt: fc.constant('2026-11-25T09:00:00Z'),
  since: fc.constant('2026-11-25T09:00:00Z'),
  expiresAt: maybe(fc.constant('2026-11-25T11:00:00Z')),
});
export const rows = fc.array(row, { maxLength: 40 });

export const desk: fc.Arbitrary<DeskView> = fc.record({
  offers: rows,
  cases: rows,
  availability: fc.record({
    said: text,
    pausedUntil: maybe(fc.constant('2026-12-16T00:00:00Z')),
    paused: fc.boolean(),
    absences: fc.array(
      fc.record({ from: fc.constant('2026-12-21T00:00:00Z'), to: fc.constant('2026-12-27T00:00:00Z') }),
      {
        maxLength: 9,
      },
    ),
    monthlyMinutes: fc.nat(10_000),
    usedMinutes: fc.nat(10_000),
    simultaneousCases: fc.nat(9),
    nextAt: maybe(fc.constant('2026-12-16T08:00:00Z')),
  }),
  lent: fc.record({
    competences: fc.array(text, { maxLength: 4 }),
    allCompetences: fc.array(text, { maxLength: 4 }),
    substitute: maybe(text),
    conflicts: fc.record({
      organisations: fc.array(text, { maxLength: 4 }),
      suppliers: fc.array(text, { maxLength: 4 }),
    }),
  }),
});
