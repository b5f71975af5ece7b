import { describe, expect, it } from 'vitest';
import { messageOf, modalOf } from '../../../adapters/slack/render.ts';
import { createCard } from '../../../adapters/teams/card/pack.ts';
import { cardOf } from '../../../adapters/teams/render.ts';
import { caseScreen } from '../../../src/screens/case.ts';
import { consentScreen, NO_CHOICE } from '../../../src/screens/consent.ts';
import { mineScreen } from '../../../src/screens/desk.ts';
import { actionsOf, titlesOf, wordsOf } from '../../fakes/teams-connector/client.ts';
import { DESK, PREVIEW, VIEW } from '../../fixtures/teams-cards.ts';

const ANSWERED = `**Le retard**\n\n- Mettre en demeure\n- Attendre quinze jours\n\n${'Une phrase de la réponse. '.repeat(60)}`;
const LEAVES = { ...PREVIEW, answered: ANSWERED, hasAnswer: true };
const OFFER = {
  ...VIEW,
  side: 'reservist' as const,
  status: 'offered' as const,
  lines: [],
  brief: { question: 'Quarante jours de retard ?', answered: ANSWERED, need: undefined },
  may: ['accept', 'decline'] as const,
};

const count = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

describe('the consent', () => {
  const screen = consentScreen(LEAVES, NO_CHOICE, 'fr');

  it('is short in Teams: the words that leave, what is hidden of them, then the buttons; the answer unfolds', () => {
    const card = createCard({ language: 'fr', ...cardOf(screen) });
    const shown = JSON.parse(JSON.stringify(card), (_key, value) => (value?.isVisible === false ? undefined : value));
    expect(count(wordsOf({ attachments: [{ content: shown }] }))).toBeLessThan(130);
    const said = JSON.stringify(card);
    expect(said).toContain('Une phrase de la réponse.');
    expect(said.indexOf('Batipro')).toBeLessThan(said.indexOf('"actions":[{"type":"Action.Execute"'));
    expect(said.indexOf('réclame 12 000')).toBeLessThan(said.indexOf('Batipro'));
  });

  it('shows in Slack what is hidden before what can be changed, and no list as it was typed', () => {
    const said = JSON.stringify(modalOf(screen, { callback: 'consent', meta: {} }).blocks);
    expect(said.indexOf('Batipro')).toBeLessThan(said.indexOf('"type":"input"'));
    expect(said.lastIndexOf('"type":"input"')).toBeLessThan(said.indexOf('Mettre en demeure'));
    expect(said).not.toContain('**Le retard**');
  });
});

it('an offer in Slack has its buttons under the question, above all that comes with it', () => {
  const { blocks } = messageOf(caseScreen(OFFER, { language: 'fr', writes: 'thread', talk: false }));
  const said = JSON.stringify(blocks);
  const at = (words: string) => said.indexOf(words);
  expect(at('Quarante jours')).toBeLessThan(at('offer_accept'));
  expect(at('offer_accept')).toBeLessThan(at('Mettre en demeure'));
  expect(said).not.toContain('**Le retard**');
});

it('a row of Slack shows four buttons at most beside those that ask before they act; the others stand in its menu', () => {
  const may = ['answer', 'pass_to', 'propose_fiche', 'reopen', 'decline', 'accept'] as const;
  const { blocks } = messageOf(caseScreen({ ...OFFER, may }, { language: 'fr', writes: 'thread', talk: false }));
  const row = blocks.find((block) => block.type === 'actions');
  const types = row?.type === 'actions' ? row.elements.map(({ type }) => type) : [];
  expect(types.filter((type) => type === 'button').length).toBeLessThanOrEqual(4);
  expect(types.at(-1)).toBe('overflow');
});

it('ten requests in Teams are five buttons that say what they open, and the rest unfolds', () => {
  const [offer] = DESK.offers;
  if (offer === undefined) throw new Error('no row');
  const rows = Array.from({ length: 10 }, (_, index) => ({
    ...offer,
    id: `c${index}`,
    question: `Question ${index} ?`,
  }));
  const card = createCard({ language: 'fr', ...cardOf(mineScreen(rows, 'fr')) });
  expect(new Set(titlesOf({ attachments: [{ content: card }] })).size).toBe(11);
  const shown = JSON.parse(JSON.stringify(card), (_key, value) => (value?.isVisible === false ? undefined : value));
  expect(actionsOf(shown).filter(({ type }) => type === 'Action.Execute')).toHaveLength(5);
});
