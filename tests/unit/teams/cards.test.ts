import { micromark } from 'micromark';
import { describe, expect, it } from 'vitest';
import type { OutboundActivity } from '../../../adapters/teams/activity.ts';
import { note } from '../../../adapters/teams/card/elements.ts';
import { createCard, fitCard, packCards } from '../../../adapters/teams/card/pack.ts';
import { toActivities } from '../../../adapters/teams/message/activities.ts';
import { replyActivities } from '../../../adapters/teams/message/reply.ts';
import { cardOf } from '../../../adapters/teams/render.ts';
import { createSay } from '../../../adapters/teams/say.ts';
import { frenchTypography } from '../../../src/french/typography.ts';
import { caseScreen } from '../../../src/screens/case.ts';
import { consentScreen, NO_CHOICE } from '../../../src/screens/consent.ts';
import { mineScreen } from '../../../src/screens/desk.ts';
import { welcomeScreen } from '../../../src/screens/start.ts';
import { answerWith, replyWith } from '../../fakes/conversing.ts';
import { actionsOf, titlesOf, wordsOf } from '../../fakes/teams-connector/client.ts';
import { checkActivity } from '../../fakes/teams-connector/rules.ts';
import { faultsOf } from '../../fixtures/adaptive-cards.ts';
import { plain } from '../../fixtures/plain.ts';
import { DESK, everyCard, OUTCOMES, PREVIEW, VIEW } from '../../fixtures/teams-cards.ts';

const IN = { language: 'fr', writes: 'box', talk: true } as const;

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
      // A box to tick is named by what stands beside it.
      for (const input of inputs)
        expect(input, name).toMatch(input.includes('Input.Toggle') ? /"title":"[^"]+"/ : /"label":"[^"]+"/);
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
        const activities = replyActivities(message, { say, reply: 'a:1|2', scope, offersHuman: true });
        for (const activity of activities) expect(refusalOf(activity, scope), `${name} ${scope}`).toBeUndefined();
        for (const { attachments = [] } of activities)
          for (const { content } of attachments) expect(faultsOf(content), name).toEqual([]);
      }
  });
});

describe('an answer', () => {
  const say = createSay('fr');
  const setting = { say, reply: 'a:1|2', scope: 'personal', offersHuman: true } as const;

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
      expect.arrayContaining([
        'Version acheteur',
        'Demander à un réserviste',
        'Pièges',
        'Exemple',
        'La fiche\u00a0: Petit achat',
      ]),
    );
    expect(wordsOf({ ...activity })).toContain('Le texte du service.');
    expect(wordsOf({ ...activity })).not.toContain('Le texte de l’acheteur.');
  });

  it('suggests what to say next in personal chats alone', () => {
    const to = (scope: 'personal' | 'channel') =>
      replyActivities(replyWith(OUTCOMES['answer'] ?? answerWith({})), { ...setting, scope }).at(-1);
    expect(titlesOf({ ...to('personal') })).toContain('Suite');
    expect(titlesOf({ ...to('channel') })).not.toContain('Suite');
  });
});

it('what one may say next is a button of the card, said by its label: Teams draws its own beside no card', () => {
  const say = createSay('fr');
  const letters = ['A', 'B', 'C', 'D'].map((label) => ({ label, text: label.toLowerCase() }));
  const quiz = toActivities({ text: '**Quel seuil ?**', suggestions: letters }, say);
  expect(quiz.map((one) => titlesOf({ ...one }))).toEqual([['A', 'B', 'C', 'D']]);
  expect(plain(wordsOf({ ...quiz[0] }))).toContain('Quel seuil ?');
  const lesson = { label: 'Leçon : le petit achat', text: 'leçon petit-achat' };
  const [welcome] = toActivities({ card: cardOf(welcomeScreen('personal', 'fr')), suggestions: [lesson] }, say);
  const button = actionsOf(welcome).find(({ type }) => type === 'Action.Submit');
  expect(button).toMatchObject({
    data: { msteams: { type: 'messageBack', displayText: frenchTypography(lesson.label), text: lesson.text } },
  });
  expect(JSON.stringify([quiz, welcome])).not.toContain('suggestedActions');
});

describe('what a person wrote is shown as it stands', () => {
  const HOSTILE = 'a <at>Tous</at> @everyone **b** [c](https://evil.example) ![d](x) `e`\n# f\n- g\n<script>';

  it.each([
    ['consent', cardOf(consentScreen({ ...PREVIEW, question: HOSTILE }, NO_CHOICE, 'fr'))],
    [
      'case',
      cardOf(
        caseScreen({ ...VIEW, lines: [{ at: VIEW.openedAt, kind: 'message', from: 'reservist', text: HOSTILE }] }, IN),
      ),
    ],
    ['desk', cardOf(mineScreen([{ ...(DESK.offers[0] as (typeof DESK.offers)[number]), question: HOSTILE }], 'fr'))],
  ])('in the card of %s: in runs, which clients do not read as Markdown, and under no link', (_name, part) => {
    const card = createCard({ language: 'fr', ...part });
    const blocks = JSON.stringify(card).match(/"type":"TextBlock"[^}]*/g) ?? [];
    for (const block of blocks) expect(block).not.toMatch(/everyone|evil|script/);
    expect(JSON.stringify(card)).toContain('<at>Tous</at> @everyone **b**');
    expect(actionsOf(card).filter(({ type }) => type === 'Action.OpenUrl')).toEqual([]);
  });
});

it('a button says what it opens', () => {
  const rows = ['Quarante jours de retard ?', 'Un avenant de 12 % ?'].map((question, index) => ({
    ...(DESK.offers[0] as (typeof DESK.offers)[number]),
    id: `c${index}`,
    question,
  }));
  const titles = titlesOf({
    attachments: [{ content: createCard({ language: 'fr', ...cardOf(mineScreen(rows, 'fr')) }) }],
  });
  expect(titles.map(plain)).toEqual(['Ouvrir : Quarante jours de retard ?', 'Ouvrir : Un avenant de 12 % ?']);
});

describe('a case', () => {
  it('shows its reservist the question and the answer that came with it, whatever has been said since', () => {
    const brief = { question: 'Quarante jours de retard ?', answered: 'Les pénalités du CCAG.', need: undefined };
    const card = createCard({ language: 'fr', ...cardOf(caseScreen({ ...VIEW, side: 'reservist', brief }, IN)) });
    const words = wordsOf({ attachments: [{ content: card }] });
    expect(words).toContain('Merci.');
    expect(words).toContain(brief.question);
    expect(words).toContain(brief.answered);
    const [fold] = actionsOf(card).filter(({ type }) => type === 'Action.ToggleVisibility');
    expect(fold?.['targetElements']).toEqual(['came']);
  });
});

describe('one card where Teams takes one alone', () => {
  it('keeps its buttons and says that there is more', async () => {
    const part = (await everyCard('fr'))['need'];
    if (part === undefined) throw new Error('no card');
    const long = { ...part, body: Array.from({ length: 60 }, () => note('mot '.repeat(120))) };
    const card = fitCard({ language: 'fr', ...long }, note('La suite ailleurs.'));
    expect(JSON.stringify(card).length * 2).toBeLessThanOrEqual(40 * 1024);
    expect(actionsOf(card.actions).map(({ title }) => title)).toEqual(part.actions.map(({ title }) => title));
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

it('shows a person’s words in a block of text as they were typed: no link, emphasis, list or heading of theirs', () => {
  for (const words of [
    'voir [ici](https://x.fr)',
    '**gras** et _fin_',
    '- un',
    '# titre',
    '1. un',
    '`code`',
    '~~non~~',
  ]) {
    const block = note(words);
    const text = block.type === 'TextBlock' ? block.text : '';
    expect(micromark(text), words).not.toMatch(/<(?!\/?p>)/);
    expect(text.replaceAll('\\', ''), words).toBe(words);
  }
});
