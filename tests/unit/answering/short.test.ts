import { describe, expect, it } from 'vitest';
import { sayFirst, sayOutcome } from '../../../src/answering/port/say.ts';
import {
  askedLines,
  countWords,
  firstLine,
  firstLines,
  firstSentences,
  MOST_WORDS,
  oneLine,
} from '../../../src/answering/port/short.ts';
import { catalogues } from '../../../src/text/catalogues.ts';
import { answerWith } from '../../fakes/conversing.ts';

const both = (short: { near?: string; answer: string; but?: string; next?: string }) => {
  const whole = { near: undefined, but: undefined, next: undefined, ...short };
  return { prescriber: whole, buyer: whole };
};
const kindsOf = (some: Parameters<typeof answerWith>[0], most = MOST_WORDS) =>
  firstLines(answerWith(some), 'prescriber', catalogues.fr, most).map(({ kind }) => kind);
const WORDS = (count: number) => `${Array.from({ length: count }, () => 'mot').join(' ')}.`;

describe('the one fact that decides', () => {
  const QUESTION = 'Combien cela coûtera-t-il ?';
  const lines = (words: number) =>
    askedLines(
      {
        kind: 'clarification',
        reason: 'fact',
        question: QUESTION,
        computed: {
          said: WORDS(30),
          formula: `${WORDS(words)} ${QUESTION}`,
          articles: [],
          assumed: [],
          facts: [],
          steps: [],
          missing: 'montant_ht',
        },
        choices: [],
        sources: [],
        confidence: 1,
      },
      catalogues.fr,
    ).lines;

  it('is asked once, whether or not there is room for how the result comes', () => {
    for (const words of [20, 70, 90, 120]) {
      const shown = lines(words).join(' ');
      expect(shown.split(QUESTION)).toHaveLength(2);
      expect(countWords(shown)).toBeLessThanOrEqual(MOST_WORDS);
    }
    expect(lines(20)).toHaveLength(2);
    expect(lines(120).at(-1)).toBe(`**${QUESTION}**`);
  });
});

describe('what is shown first', () => {
  it('is the answer, the condition, the step, then where it is written; the whole begins with it', () => {
    const answer = answerWith({ short: both({ answer: 'Non. Jamais.', but: 'Sauf urgence.', next: 'Écrivez-le.' }) });
    const said = sayFirst(answer, 'prescriber', catalogues.fr);
    expect(said.split('\n\n')).toEqual([
      'Non. Jamais.',
      'Sauf urgence.',
      '*À faire\u00a0:* Écrivez-le.',
      'R. 2122-8 · à jour au 24 novembre 2026',
    ]);
    expect(sayOutcome(answer, 'prescriber', catalogues.fr).startsWith(said)).toBe(true);
    expect(said).not.toContain('Petit achat');
  });

  it('never has more words than it may: the step goes first, then the condition, never the answer', () => {
    const short = both({ answer: WORDS(60), but: WORDS(40), next: WORDS(30) });
    expect(kindsOf({ short })).toEqual(['answer', 'but']);
    expect(kindsOf({ short }, 70)).toEqual(['answer']);
    expect(kindsOf({ short }, 10)).toEqual(['answer']);
    for (const limit of ['x', WORDS(70)]) {
      const lines = firstLines(answerWith({ short, limit, human: true }), 'prescriber', catalogues.fr);
      expect(countWords(lines.map(({ text }) => text).join(' '))).toBeLessThanOrEqual(MOST_WORDS);
    }
  });

  it('names a question that is only near; beside what was worked out it is left to the folds', () => {
    const short = both({ near: 'Faut-il publier ?', answer: 'Non.' });
    expect(kindsOf({ short })).toEqual(['near', 'answer']);
    const computed = {
      said: 'Procédure adaptée : 75 000 € HT.',
      formula: undefined,
      articles: [{ reference: 'R2123-1', cited: 'R. 2123-1' }],
      assumed: [],
      facts: [],
      steps: [],
      missing: undefined,
    };
    expect(kindsOf({ short, computed })).toEqual(['computed']);
    // Nor the values of every other case, where the fiche's question is the one asked.
    const asked = { prescriber: { ...short.prescriber, near: undefined }, buyer: short.buyer };
    expect(kindsOf({ short: asked, verdict: 'depend', computed })).toEqual(['computed']);
    expect(kindsOf({ short: asked, verdict: 'oui', computed })).toContain('answer');
    expect(sayFirst(answerWith({ short, computed }), 'prescriber', catalogues.fr)).toMatch(/\n\nR\. 2123-1 · /);
  });

  it('leaves room under a question that may be the one asked for the next likeliest; what goes on from it is not said', () => {
    const others = [30, 20, 50].map((count) => ({ question: 'Et sinon ?', answer: WORDS(count) }));
    const short = both({
      near: 'Faut-il publier ?',
      answer: `Non. ${WORDS(15)} ${WORDS(60)}`,
      but: 'Sauf urgence.',
      next: 'Écrivez-le.',
    });
    const whole = { ...short, prescriber: { ...short.prescriber, others } };
    expect(kindsOf({ short: whole })).toEqual(['near', 'answer', 'but', 'other', 'other']);
    const said = sayFirst(answerWith({ short: whole }), 'prescriber', catalogues.fr);
    expect(said).toMatch(/^\*Vous demandez peut-être.:\* \*\*Faut-il publier \?\*\*\n\nNon\. /);
    expect(said).toContain('**Et sinon ?** mot');
    const computed = {
      said: 'Publier.',
      formula: undefined,
      articles: [],
      assumed: [],
      facts: [],
      steps: [],
      missing: undefined,
    };
    expect(kindsOf({ short: whole, computed })).toEqual(['computed']);
  });

  it('tells an English reader the verdict in English, and that the rest is quoted', () => {
    const said = sayFirst(answerWith({ short: both({ answer: 'Non. Jamais.' }) }), 'buyer', catalogues.en);
    expect(said).toContain('**No.**\n\nNon. Jamais.');
    expect(said).toContain('The corpus is in French');
  });
});

it('a first line is a sentence, and one more where the first is a bare verdict', () => {
  expect(firstLine('Non. Il faut une faute grave. Pas plus.')).toBe('Non. Il faut une faute grave.');
  expect(firstLine('Il faut une faute grave. Pas plus.')).toBe('Il faut une faute grave.');
  expect(firstLine('Oui.')).toBe('Oui.');
  expect(firstSentences('Un deux trois. Quatre cinq. Six.', 5)).toBe('Un deux trois. Quatre cinq.');
});

it('an answer stands in one line of twenty words, cut after a whole clause and said to be', () => {
  expect(oneLine('Non. Il faut une faute grave. Pas plus.')).toBe('Non. Il faut une faute grave.');
  const long = `Oui, tant que le marché n’est pas signé par les deux parties, l’acheteur peut arrêter ${'encore '.repeat(20)}.`;
  expect(oneLine(long)).toBe('Oui, tant que le marché n’est pas signé par les deux parties\u00a0…');
  expect(countWords(oneLine(`Oui, ${'encore '.repeat(30)}.`))).toBe(20);
});
