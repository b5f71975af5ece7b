import { describe, expect, it } from 'vitest';
import type { OutboundActivity } from '../../../adapters/teams/activity.ts';
import { note } from '../../../adapters/teams/card/elements.ts';
import { createCard, fitCard, packCards } from '../../../adapters/teams/card/pack.ts';
import { agreementPart } from '../../../adapters/teams/cards/agreement.ts';
import type { CardPart } from '../../../adapters/teams/cards/card-part.ts';
import { casePart } from '../../../adapters/teams/cards/case.ts';
import { consentPart, NO_CHOICE } from '../../../adapters/teams/cards/consent.ts';
import { deskPart, minePart } from '../../../adapters/teams/cards/desk.ts';
import { feedbackPart } from '../../../adapters/teams/cards/feedback.ts';
import { fichePart } from '../../../adapters/teams/cards/fiche.ts';
import { forgetMePart, humanPart, notePart, rewordFormPart, welcomePart } from '../../../adapters/teams/cards/notes.ts';
import { rewordingPart } from '../../../adapters/teams/cards/rewording.ts';
import { replyActivities } from '../../../adapters/teams/message/reply.ts';
import { createSay } from '../../../adapters/teams/say.ts';
import type { BriefPreview, CaseView, DeskView } from '../../../src/handoff/views.ts';
import type { Language, Outcome } from '../../../src/message.ts';
import { answerWith, replyWith } from '../../fakes/conversing.ts';
import { createFakeInterpreting, MESSAGE, NEED } from '../../fakes/interpreting.ts';
import { actionsOf, wordsOf } from '../../fakes/teams-connector/client.ts';
import { checkActivity } from '../../fakes/teams-connector/rules.ts';
import { faultsOf } from '../../fixtures/adaptive-cards.ts';

const PREVIEW: BriefPreview = {
  case: 'c1',
  question: 'La société [fournisseur A] réclame 12 000 €. @everyone <at>tous</at> **gras** [lien](https://x.example)',
  answered: 'On répond d’abord par écrit.',
  need: undefined,
  competences: ['execution'],
  masks: [
    { id: 'm1', kind: 'supplier', text: 'Batipro', replacement: '[fournisseur A]', masked: true },
    { id: 'm2', kind: 'amount', text: '12 000 €', replacement: '[montant]', masked: false },
  ],
};

const VIEW: CaseView = {
  id: 'c1',
  version: 4,
  status: 'in_progress',
  standing: 'Un réserviste vous répond.',
  side: 'requester',
  brief: { question: 'Que faire ?', answered: undefined, need: undefined },
  lines: [
    { at: '2026-11-25T09:00:00Z', kind: 'step', text: 'Pris en charge' },
    {
      at: '2026-11-25T09:10:00Z',
      kind: 'message',
      from: 'reservist',
      text: 'Bonjour <at>x</at> *étoile*\n\nDeuxième.',
    },
    { at: '2026-11-25T09:20:00Z', kind: 'message', from: 'you', text: 'Merci.' },
  ],
  other: { name: undefined, organisation: 'une métropole' },
  identity: { you: false, other: true },
  expectedAt: undefined,
  openedAt: '2026-11-25T08:00:00Z',
  may: ['say', 'close', 'open_identity', 'withdraw', 'rate', 'reopen'],
};

const DESK: DeskView = {
  lent: {
    competences: [],
    allCompetences: [],
    substitute: undefined,
    conflicts: { organisations: [], suppliers: [] },
  },
  offers: [
    {
      id: 'c2',
      question: 'Une question ?',
      status: 'offered',
      openedAt: '2026-11-25T08:00:00Z',
      since: '2026-11-25T08:00:00Z',
      expiresAt: '2026-11-25T10:00:00Z',
    },
  ],
  cases: [],
  availability: {
    said: 'le mardi de 9 h à 12 h',
    pausedUntil: undefined,
    paused: false,
    absences: [],
    monthlyMinutes: 240,
    usedMinutes: 90,
    simultaneousCases: 2,
    nextAt: '2026-11-26T08:00:00Z',
  },
};

const OUTCOMES: Readonly<Record<string, Outcome>> = {
  answer: answerWith({
    suggestions: [{ label: 'Suite', text: 'Et pour les travaux ?' }],
    limit: 'Seul un humain peut le dire.',
    also: { title: 'Autre', brief: 'En bref.' },
    caution: 'À vérifier.',
    nearby: [{ question: 'Et si ?', answer: 'Alors.' }],
  }),
  handoff: { kind: 'handoff', reason: 'pending_litigation', why: 'Un litige menace.', known: answerWith({}) },
  clarification: {
    kind: 'clarification',
    question: 'De quoi s’agit-il ?',
    choices: [{ label: 'Des travaux', text: 'travaux' }],
    branches: [{ title: 'Travaux', brief: 'Sous 100 000 €.' }],
    sources: answerWith({}).sources,
    confidence: 0.6,
  },
  refusal: { kind: 'refusal', reason: 'no_source', text: 'Pas de fiche sûre.', next: 'Reformulez.', suggestions: [] },
  smalltalk: { kind: 'smalltalk', text: 'Bonjour !', suggestions: [{ label: 'Un exemple', text: 'Quel seuil ?' }] },
};

async function everyCard(language: Language): Promise<Readonly<Record<string, CardPart>>> {
  const say = createSay(language);
  const interpreting = createFakeInterpreting();
  const [need, message] = [
    await interpreting.reword(NEED, 'to_buyer', language),
    await interpreting.reword(MESSAGE, 'to_prescriber', language),
  ];
  const opened = await interpreting.open(need, 'prescriber');
  if (!opened.ok) throw new Error('not opened');
  return {
    need: rewordingPart(need, { say, reply: 'k' }),
    message: rewordingPart(message, { say, reply: undefined }),
    agreement: agreementPart(opened.value, { say, by: 'buyer', notice: { text: 'Fait.', alert: false } }),
    consent: consentPart(PREVIEW, { ...NO_CHOICE, added: 'mot' }, { say, notice: { text: 'Relisez.', alert: true } }),
    case: casePart(VIEW, { say, typed: 'à moitié écrit' }),
    desk: deskPart(DESK, { say, played: { text: 'pause', playback: 'En pause jusqu’au 15.' } }),
    mine: minePart(DESK.offers, say),
    none: minePart([], say),
    like: feedbackPart(true, say),
    dislike: feedbackPart(false, say),
    fiche: fichePart(answerWith({}), say),
    welcome: welcomePart('channel', say),
    human: humanPart(say),
    form: rewordFormPart({ text: '', direction: undefined }, { say, action: 'submit' }),
    forget: forgetMePart(say),
    note: notePart('Une phrase.', true),
  };
}

describe.each(['fr', 'en'] as const)('every card (%s)', (language) => {
  it('is valid in Adaptive Cards 1.5, and can be read as text', async () => {
    for (const [name, part] of Object.entries(await everyCard(language))) {
      const card = createCard({ language, ...part });
      expect(faultsOf(card), name).toEqual([]);
      expect(card.speak.length, name).toBeGreaterThan(3);
      expect(card.fallbackText, name).toBe(card.speak);
      expect(wordsOf({ attachments: [{ content: card }] }), name).not.toMatch(/undefined|\[object|NaN/);
    }
  });

  it('names every box and every button for those who do not see them, and needs no more than five buttons', async () => {
    for (const [name, part] of Object.entries(await everyCard(language))) {
      const card = createCard({ language, ...part });
      const inputs = JSON.stringify(card).match(/"type":"Input\.[^}]*/g) ?? [];
      for (const input of inputs) expect(input, name).toMatch(/"label":"[^"]+"/);
      for (const action of actionsOf(card)) expect(String(action['title']), name).toMatch(/\S/);
      expect(part.actions.length, name).toBeLessThanOrEqual(5);
      expect(JSON.stringify(card), name).not.toMatch(/"Carousel"|"Image"/);
    }
  });

  it('says every outcome of the assistant as activities that Teams takes', () => {
    for (const [name, outcome] of Object.entries(OUTCOMES))
      for (const scope of ['personal', 'groupChat', 'channel'] as const) {
        const say = createSay(language);
        const message = replyWith(outcome, { language });
        const activities = replyActivities(message, { say, reply: 'a:1|2', scope, offersHuman: true, to: '29:x' });
        for (const activity of activities) expect(refusalOf(activity, scope), `${name} ${scope}`).toBeUndefined();
        for (const { attachments = [] } of activities)
          for (const { content } of attachments) expect(faultsOf(content), name).toEqual([]);
      }
  });
});

describe('an answer', () => {
  const say = createSay('fr');
  const setting = { say, reply: 'a:1|2', scope: 'personal', offersHuman: true, to: '29:x' } as const;

  it('cites its sources natively, each where the text calls it, and says nothing of AI when people wrote it', () => {
    const [activity, card] = replyActivities(replyWith(OUTCOMES['answer'] ?? answerWith({})), setting);
    expect(activity.text).toContain('[1]');
    // Teams splits a text and a card of one activity, and tells the id of neither.
    expect([activity.attachments, card?.text]).toEqual([undefined, undefined]);
    const [entity] = activity.entities ?? [];
    expect(entity).toMatchObject({
      '@type': 'Message',
      citation: [{ position: 1, appearance: { name: 'Petit achat', abstract: 'R. 2122-8' } }],
    });
    expect(entity).not.toHaveProperty('additionalType');
    expect(card?.channelData).toEqual({ feedbackLoop: { type: 'custom' } });
  });

  it('bears the label of AI where a model worded it, and there alone', () => {
    for (const outcome of Object.values(OUTCOMES)) {
      const activities = replyActivities(replyWith(outcome, { wordedBy: 'model' }), setting);
      for (const activity of activities)
        expect(JSON.stringify(activity)).toContain('"additionalType":["AIGeneratedContent"]');
      expect(JSON.stringify(replyActivities(replyWith(outcome), setting))).not.toContain('AIGeneratedContent');
    }
  });

  it('offers its other register and a human, and folds what is read on demand', () => {
    const [, activity] = replyActivities(replyWith(OUTCOMES['answer'] ?? answerWith({}), {}, 'prescriber'), setting);
    const titles = actionsOf(activity?.attachments).map((action) => action['title']);
    expect(titles).toEqual(
      expect.arrayContaining(['Version pour l’acheteur', 'Demander à un réserviste', 'Pièges', 'À lire aussi']),
    );
    expect(wordsOf({ ...activity })).toContain('Le texte du service.');
    expect(wordsOf({ ...activity })).not.toContain('Le texte de l’acheteur.');
  });

  it('suggests what to say next in personal chats alone', () => {
    const to = (scope: 'personal' | 'channel') =>
      replyActivities(replyWith(OUTCOMES['answer'] ?? answerWith({})), { ...setting, scope }).at(-1);
    expect(to('personal')?.suggestedActions).toMatchObject({
      to: ['29:x'],
      actions: [{ value: 'Et pour les travaux ?' }],
    });
    expect(to('channel')?.suggestedActions).toBeUndefined();
  });
});

describe('what a person wrote is shown as it stands', () => {
  const say = createSay('fr');
  const HOSTILE = 'a <at>Tous</at> @everyone **b** [c](https://evil.example) ![d](x) `e`\n# f\n- g\n<script>';

  it.each([
    ['consent', consentPart({ ...PREVIEW, question: HOSTILE }, NO_CHOICE, { say })],
    [
      'case',
      casePart({ ...VIEW, lines: [{ at: VIEW.openedAt, kind: 'message', from: 'reservist', text: HOSTILE }] }, { say }),
    ],
    ['desk', minePart([{ ...(DESK.offers[0] as (typeof DESK.offers)[number]), question: HOSTILE }], say)],
  ])('in the card of %s: in runs, which clients do not read as Markdown, and under no link', (_name, part) => {
    const card = createCard({ language: 'fr', ...part });
    const blocks = JSON.stringify(card).match(/"type":"TextBlock"[^}]*/g) ?? [];
    for (const block of blocks) expect(block).not.toMatch(/everyone|evil|script/);
    expect(JSON.stringify(card)).toContain('<at>Tous</at> @everyone **b**');
    expect(actionsOf(card).filter(({ type }) => type === 'Action.OpenUrl')).toEqual([]);
  });
});

describe('one card where Teams takes one alone', () => {
  it('keeps its buttons and says that there is more', async () => {
    const part = (await everyCard('fr'))['need'];
    if (part === undefined) throw new Error('no card');
    const long = { ...part, body: Array.from({ length: 60 }, () => note('mot '.repeat(120))) };
    const card = fitCard({ language: 'fr', ...long }, note('La suite ailleurs.'));
    expect(JSON.stringify(card).length * 2).toBeLessThanOrEqual(40 * 1024);
    expect(card.actions).toEqual(part.actions);
    expect(card.body.at(-1)).toMatchObject({ text: 'La suite ailleurs.' });
    expect(packCards({ language: 'fr', ...long }).length).toBeGreaterThan(1);
  });
});

function refusalOf(activity: OutboundActivity, kind: string) {
  // As it goes out: with the addresses that the door adds.
  const wire = {
    ...activity,
    serviceUrl: `https://smba.example/${'x'.repeat(200)}`,
    conversation: { id: 'x'.repeat(200) },
  };
  return checkActivity(wire, JSON.stringify(wire), { kind });
}
