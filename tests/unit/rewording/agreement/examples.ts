import fc from 'fast-check';
import { applyEvent, openAgreement } from '../../../../src/rewording/agreement/agreement.ts';
import { openingOf } from '../../../../src/rewording/agreement/agreements.ts';
import { decide } from '../../../../src/rewording/agreement/rules.ts';
import type {
  AgreementAct,
  AgreementEvent,
  AgreementView,
  OpenedEvent,
  Opening,
  RuleFault,
} from '../../../../src/rewording/port/agreement.ts';
import type { Need, Rewording, Said } from '../../../../src/rewording/port/rewording.ts';
import { SLOTS, type Slot } from '../../../../src/vocabulary/rewording.ts';
import { SIGNED_IN } from '../../../fixtures/parties.ts';

const SOURCE =
  'Bonjour, il nous faudrait 30 chaises solides pour la cantine de l’école Pasteur, d’ici mars, budget 4000 € ' +
  'ou plutôt 6000 €. Elles doivent s’empiler par 8. Pas de plastique. Si elles cassent, les enfants mangent debout.';

function said(value: string, understood?: string): Said {
  const start = SOURCE.indexOf(value);
  if (start < 0) throw new Error(`not in the source: ${value}`);
  return { value, span: [start, start + value.length], ...(understood === undefined ? {} : { understood }) };
}

const CHAIRS: Need = {
  slots: {
    object: { said: [said('30 chaises solides pour la cantine')], conflict: false },
    quantity: { said: [said('30', '30 chaises')], conflict: false },
    budget: { said: [said('4000 €', '4 000 €'), said('6000 €', '6 000 €')], conflict: true },
    deadline: { said: [said('d’ici mars', 'avant mars')], conflict: false },
    place: { said: [said('l’école Pasteur')], conflict: false },
    constraints: { said: [said('Pas de plastique')], conflict: false },
  },
  functions: [{ statement: said('s’empiler'), level: said('par 8'), flexibility: 'firm' }],
  lots: [{ label: 'Mobilier de restauration', why: 'Un seul usage, un seul métier.', said: said('chaises') }],
  proof: [],
  risks: [said('Si elles cassent, les enfants mangent debout')],
  missing: ['budget', 'existing_contract'],
};

export const TO_BUYER: Rewording = {
  direction: 'to_buyer',
  source: SOURCE,
  text: 'Le besoin porte sur la fourniture de 30 chaises empilables par 8, sans plastique, d’ici mars.',
  terms: [
    {
      from: 'chaises',
      span: said('chaises').span,
      to: 'mobilier scolaire',
      concept: 'mobilier',
      explanation: 'Ce qui meuble les locaux.',
      articles: [],
    },
  ],
  lint: [],
  fidelity: { faithful: true, defects: [] },
  missing: ['budget', 'existing_contract'],
  questions: [
    { slot: 'budget', text: 'Quel montant retenir, et est-il hors taxes ?', need: 0 },
    { slot: 'existing_contract', text: 'Un contrat couvre-t-il déjà cet achat ?', need: 0 },
  ],
  needs: [CHAIRS],
  asked: [],
  forms: [
    {
      need: 0,
      nature: 'fournitures',
      lines: [
        { name: 'nature', values: [{ note: 'fournitures (acquisition de biens, L1111-3)' }] },
        { name: 'object', values: [{ said: said('30 chaises solides'), note: 'mobilier scolaire' }] },
        {
          name: 'budget',
          conflict: true,
          values: [
            { said: { ...said('4000 €'), understood: '4 000 €' } },
            { said: { ...said('6000 €'), understood: '6 000 €' }, note: 'HT ou TTC à préciser' },
          ],
        },
        {
          name: 'constraints',
          values: [{ said: said('s’empiler par 8') }],
          law: [{ code: 'VAGUE_PERFORMANCE', articles: ['R2111-10'] }],
        },
        { name: 'risks', values: [{ said: said('Si elles cassent, les enfants mangent debout') }] },
        { name: 'procedure', values: [{ note: 'procédure adaptée' }] },
      ],
      unsaid: ['existing_contract'],
    },
  ],
};

export const TO_PRESCRIBER: Rewording = {
  direction: 'to_prescriber',
  source: 'Merci de nous transmettre le CCTP sous huitaine, à défaut la consultation sera reportée.',
  text: 'Merci de nous envoyer le CCTP (le cahier technique) sous huitaine, sinon la consultation sera reportée.',
  terms: [],
  lint: [],
  fidelity: { faithful: true, defects: [] },
  missing: [],
  questions: [],
  points: {
    asks: 'something',
    asked: ['envoyer le cahier technique'],
    notToDo: ['ne rien commander'],
    send: ['Le CCTP'],
    byWhen: [{ when: 'sous huitaine' }],
    otherwise: 'la consultation sera reportée',
  },
  message: 'Merci de nous envoyer le CCTP (le cahier technique) sous huitaine, sinon la consultation sera reportée.',
};

const START = Date.parse('2026-11-25T09:00:00.000Z');
/** One minute more at each event. */
const instant = (minute: number): string => new Date(START + minute * 60_000).toISOString();

export function openedView(rewording: Rewording = TO_BUYER, id = 'agreement-1'): AgreementView {
  return openAgreement(id, opened(openingOf(rewording)));
}

function opened(opening: Opening): OpenedEvent {
  return { kind: 'opened', by: 'prescriber', at: instant(0), opening };
}

/** One act after the other, those refused left out. */
export function played(start: AgreementView, acts: readonly AgreementAct[]): AgreementView {
  return acts.reduce((view, act) => tried(view, act).view, start);
}

export function tried(view: AgreementView, act: AgreementAct): { view: AgreementView; fault: RuleFault | undefined } {
  const change = decide(view, act, SIGNED_IN[act.by]);
  if (!change.ok) return { view, fault: change.error };
  const event: AgreementEvent = { ...change.value, at: instant(view.version) };
  return { view: applyEvent(view, event), fault: undefined };
}

const anyText = fc.string({ unit: 'binary', maxLength: 60 });
const by = fc.constantFrom('prescriber' as const, 'buyer' as const);

/** Acts as people and broken clients send them: good, bad and absurd. */
export const anyAct: fc.Arbitrary<AgreementAct> = fc.oneof(
  fc.record({
    kind: fc.constant('corrected' as const),
    by,
    need: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.double() }),
    slot: fc.oneof({ weight: 5, arbitrary: fc.constantFrom<string>(...SLOTS) }, { weight: 1, arbitrary: anyText }),
    value: fc.oneof(anyText, fc.constantFrom('40 chaises', '5 000 € HT', '', 'x'.repeat(2_001))),
  }),
  fc.record({
    kind: fc.constant('term_corrected' as const),
    by,
    term: fc.oneof(
      fc.constantFrom({ concept: 'mobilier' }, { words: 'cantine' }, { concept: 'none' }),
      anyText.map((words) => ({ words })),
    ),
    wording: fc.oneof(anyText, fc.constantFrom('réfectoire', 'mobilier de restauration')),
  }),
  fc.record({ kind: fc.constant('asked' as const), by, text: anyText }),
  fc.record({ kind: fc.constant('answered' as const), by, question: fc.integer({ min: -1, max: 20 }), text: anyText }),
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('accepted' as const), by }) },
  fc.record({ kind: fc.constantFrom('withdrawn' as const, 'reopened' as const), by }),
);

const anySaid: fc.Arbitrary<Said> = fc.record(
  { value: anyText, span: fc.tuple(fc.nat(100), fc.nat(100)), understood: anyText },
  { requiredKeys: ['value', 'span'] },
);
const someSaid = fc
  .tuple(anySaid, fc.array(anySaid, { maxLength: 2 }))
  .map(([first, rest]): readonly [Said, ...Said[]] => [first, ...rest]);
const anyNeed: fc.Arbitrary<Need> = fc.record({
  slots: fc
    .array(fc.tuple(fc.constantFrom<Slot>(...SLOTS), fc.record({ said: someSaid, conflict: fc.boolean() })), {
      maxLength: 6,
    })
    .map((pairs): Need['slots'] => Object.fromEntries(pairs)),
  functions: fc.array(
    fc.record(
      {
        statement: anySaid,
        level: anySaid,
        flexibility: fc.constantFrom('firm' as const, 'negotiable' as const, 'unsaid' as const),
      },
      { requiredKeys: ['statement', 'flexibility'] },
    ),
    { maxLength: 2 },
  ),
  lots: fc.array(fc.record({ label: anyText, why: anyText, said: anySaid }), { maxLength: 2 }),
  proof: fc.array(anySaid, { maxLength: 2 }),
  risks: fc.array(anySaid, { maxLength: 2 }),
  missing: fc.array(fc.constantFrom<Slot>(...SLOTS), { maxLength: 3 }),
});

/** Openings of any texts whatever, with up to three needs. */
const anyOpening: fc.Arbitrary<Opening> = fc.record({
  direction: fc.constantFrom('to_buyer' as const, 'to_prescriber' as const),
  source: anyText.map((text) => `${text} cantine`),
  text: anyText,
  needs: fc.array(anyNeed, { maxLength: 3 }),
  questions: fc.array(fc.record({ slot: fc.constantFrom<Slot>(...SLOTS), text: anyText, need: fc.nat(2) }), {
    maxLength: 3,
  }),
  terms: fc.array(
    fc.record({
      from: anyText,
      span: fc.tuple(fc.nat(100), fc.nat(100)),
      to: anyText,
      concept: fc.oneof(anyText, fc.constant('mobilier')),
      explanation: anyText,
      articles: fc.array(anyText, { maxLength: 2 }),
    }),
    { maxLength: 2 },
  ),
  points: fc.array(fc.record({ point: fc.constantFrom('asked' as const, 'send' as const), text: anyText }), {
    maxLength: 2,
  }),
});

/** Agreements of any texts after some of any acts. */
export const anyAgreement: fc.Arbitrary<AgreementView> = fc
  .tuple(anyOpening, fc.array(anyAct, { maxLength: 12 }))
  .map(([opening, acts]) => played(openAgreement('any-1', opened(opening)), acts));
