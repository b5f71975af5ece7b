import { describe, expect, it } from 'vitest';
import { aboutOutcome, isOfAnswer, readLine } from '../../../src/answering/about.ts';
import type { Outcome } from '../../../src/answering/port/outcome.ts';
import { sayFirst } from '../../../src/answering/port/say.ts';
import { countWords, MOST_WORDS } from '../../../src/answering/port/short.ts';
import { readDialogueWords } from '../../../src/corpus/dialogue-words.ts';
import { readSignals } from '../../../src/dialogue/signals.ts';
import { createReadTurn } from '../../../src/dialogue/turn.ts';
import { catalogues } from '../../../src/text/catalogues.ts';
import { answerWith } from '../../fakes/conversing.ts';
import { realCorpus } from '../../fixtures/real-corpus.ts';

const line = (text: string) => readLine(realCorpus.dialogue, text, readSignals(text));
const readTurn = createReadTurn('knowledge');
const asked = (text: string) => {
  const { turn } = readTurn(text, undefined);
  return isOfAnswer(turn) ? turn : undefined;
};
const KEPT = answerWith({
  brief: 'En bref, depuis le 1er avril 2026. Une phrase sans date.',
  nearby: [
    { question: 'Et à 50 000 € ?', answer: 'Oui. Sous le seuil aussi.' },
    { question: 'Et en travaux ?', answer: 'Oui, sous 100 000 € HT. Au-dessus, non.' },
  ],
});
const saidTo = (text: string, kept: typeof KEPT | undefined = KEPT): { outcome: Outcome | undefined; said: string } => {
  const outcome = aboutOutcome(asked(text), kept, 'prescriber', catalogues.fr);
  return { outcome, said: outcome === undefined ? '' : sayFirst(outcome, 'prescriber', catalogues.fr) };
};

describe('a line about the answer just given', () => {
  it.each([
    ['mais t’es sûr de toi ?', 'Vérifié dans le texte même des articles cités.'],
    ['c’est quel article ça ?', 'R. 2122-8'],
    ['euh la source stp', 'Petit achat'],
    ['pk ça', 'En bref'],
    ['t’as un exemple concret ?', 'Une commune achète.'],
    ['trop long', 'Oui, sous 60 000 € HT.'],
    ['j’ai rien compris', 'Le texte du service.'],
    ['depuis quand ?', 'depuis le 1er avril 2026.'],
    ['du coup je fais quoi ?', 'Une chose à faire.'],
    ['les pièges ?', 'Un piège.'],
    ['dites m’en plus', 'Le texte du service.'],
  ])('«%s» is said from it: %s', (text, wanted) => {
    const { outcome, said } = saidTo(text);
    expect(outcome).toMatchObject({ kind: 'answer', sources: KEPT.sources });
    expect(said).toContain(wanted);
    expect(countWords(said)).toBeLessThanOrEqual(MOST_WORDS);
  });

  it('offers the questions beside it, each with its answer in one line', () => {
    expect(saidTo('et sinon ?').outcome).toMatchObject({
      kind: 'clarification',
      reason: 'doubt',
      choices: [{ answer: 'Oui. Sous le seuil aussi.' }, { answer: 'Oui, sous 100 000 € HT.' }],
    });
    expect(saidTo('et sinon ?', answerWith({})).outcome?.kind).toBe('smalltalk');
  });

  it('says that there is none yet, and how to get one', () => {
    expect(aboutOutcome(asked('pourquoi ?'), undefined, 'buyer', catalogues.fr)).toMatchObject({
      kind: 'smalltalk',
      text: catalogues.fr.about.nothing,
    });
  });
});

describe('a line that asks nothing', () => {
  it.each([
    ['test', 'noise'],
    ['blabla', 'noise'],
    ['oui', 'yes_no'],
    ['stop !', 'stop'],
    ['salut ça va ?', 'mood'],
    ['mes questions sont-elles enregistrées ?', 'privacy'],
    ['Lot\tPrix\tQté\nA\t12\t3\nB\t15\t4', 'table'],
  ] as const)('«%s» gets one sentence that helps', (text, kind) => {
    const outcome = aboutOutcome(line(text), KEPT, 'prescriber', catalogues.fr);
    expect(outcome).toMatchObject({ kind: 'smalltalk', text: catalogues.fr.line[kind] });
    const said = outcome === undefined ? '' : sayFirst(outcome, 'prescriber', catalogues.fr);
    expect(said.match(/[.!?](?:\s|$)/g)?.length).toBeLessThanOrEqual(2);
  });

  it('is no insult for holding its letters: «ferme la consultation»', () => {
    expect(readSignals('à quelle heure ferme la consultation').kind).toBe('question');
    expect(readSignals('ferme-la !').kind).toBe('abusive');
    expect(readSignals('ferme la').kind).toBe('abusive');
  });
});

it('what is not read as its examples say is a problem of the file', () => {
  const text =
    'around: [et]\nintents:\n  - intent: mood\n    says: ["sûr"]\n    yes: ["sûr ?", "certain"]\n    no: ["et sûr"]';
  expect(readDialogueWords(text).problems.map(({ line: at, field }) => [at, field])).toEqual([
    [5, 'intents.0.yes.1'],
    [6, 'intents.0.no.0'],
  ]);
});
