import { SECTION_NAMES } from '../../src/corpus/fiche.ts';
import { labelsOf } from '../../src/corpus/lexicon.ts';
import { answersTo, phrasingsOf, withPhrasings } from '../../src/corpus/phrasings.ts';
import { fillFigures } from '../../src/corpus/prose.ts';
import type { Corpus } from '../../src/corpus/read-corpus.ts';
import type { IsoDate } from '../../src/days/iso-date.ts';
import { words } from '../../src/french/words.ts';
import type { Written } from '../written.ts';
import type { HoldOut } from './hold-out.ts';

export type PoolKind =
  | 'question-question'
  | 'question-title'
  | 'question-section'
  | 'question-answer'
  | 'sentence-section'
  | 'theme'
  | 'service-achat'
  | 'achat-service'
  | 'label-explanation'
  | 'same-question';

/** Texts that mean the same: each epoch, every left is paired with a right drawn anew. */
export interface Pool {
  readonly kind: PoolKind;
  /** The fiche, concept or theme: no negatives within. */
  readonly group: string;
  /** Pools whose texts are most easily taken for each other's: they meet as negatives. */
  readonly family?: string;
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/**
 * Pairs to train on, from fiches, lexicon and perimeter, with nothing of what is held out.
 * @param at day whose figures the texts say
 * @param banned texts that must not be trained on: the golden questions and the like
 */
export function trainingPools(
  corpus: Corpus,
  at: IsoDate,
  held: HoldOut,
  banned: (text: string) => boolean,
): readonly Pool[] {
  const pools = [...fichePools(corpus, at, held, banned), ...conceptPools(corpus, held), ...themePools(corpus, banned)];
  return pools.filter((pool) => pool.left.length > 0 && pool.right.length > 0);
}

function fichePools(corpus: Corpus, at: IsoDate, held: HoldOut, banned: (text: string) => boolean): readonly Pool[] {
  const fill = (text: string) => fillFigures(text, corpus.figures, at);
  return corpus.fiches.flatMap((fiche) => {
    const group = `fiche ${fiche.id}`;
    const title = fill(fiche.title);
    const kept = withPhrasings(fiche, (text) => !held.keepsQuestion(fiche, text) && !banned(text));
    const asks = phrasingsOf(kept).map(({ text }) => text);
    const { brief, service, buyer } = fiche.sections;
    // As the index embeds them: the title in front of what is no question.
    const sections = [brief, service, buyer].map((text) => `${title} ${fill(text)}`);
    return [
      { kind: 'question-question', group, left: asks.length > 1 ? asks : [], right: asks },
      { kind: 'question-title', group, left: asks, right: [title] },
      { kind: 'question-section', group, left: asks, right: sections },
      // What one section says, the others say in the other side's words.
      ...SECTION_NAMES.map((name): Pool => {
        const others = SECTION_NAMES.filter((other) => other !== name).map((other) => fill(fiche.sections[other]));
        return {
          kind: 'sentence-section',
          group,
          left: sentencesOf(fill(fiche.sections[name])),
          right: [title, ...others],
        };
      }),
      ...kept.questions.map(
        (question): Pool => ({
          kind: 'question-answer',
          group,
          left: [question.ask, ...question.said],
          right: answersTo(question).map((answer) => `${title} ${fill(answer)}`),
        }),
      ),
    ];
  });
}

/**
 * Ways of asking one question, with its answers: the other questions of its fiche are what it must be told from.
 * @param written ways of asking that stand in no fiche
 * @param keeps what may be learnt from
 */
export function questionPools(
  corpus: Corpus,
  at: IsoDate,
  written: readonly Written[],
  keeps: (text: string) => boolean,
): readonly Pool[] {
  const fill = (text: string) => fillFigures(text, corpus.figures, at);
  const beside = new Map<string, Written[]>();
  for (const one of written) {
    const key = `${one.fiche} ${one.question}`;
    beside.set(key, [...(beside.get(key) ?? []), one]);
  }
  return corpus.fiches.flatMap((fiche) =>
    fiche.questions.map((question, position): Pool => {
      const group = `${fiche.id} ${position}`;
      const said = [question.ask, ...question.said].filter(keeps);
      const answers = [question.answer.service, question.answer.achat].map((text) => `${fiche.title} ${fill(text)}`);
      const others = (beside.get(group) ?? []).map(({ text }) => text).filter(keeps);
      return {
        kind: 'same-question',
        group,
        family: fiche.id,
        left: [...said, ...others],
        right: [...said, ...answers],
      };
    }),
  );
}

const LEAST_WORDS = 4;

function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.;:!?])\s+|\n+/).filter((sentence) => words(sentence).length >= LEAST_WORDS);
}

function conceptPools(corpus: Corpus, held: HoldOut): readonly Pool[] {
  return corpus.lexicon
    .filter((entry) => !held.keepsConcept(entry))
    .flatMap((entry): Pool[] => {
      const group = `concept ${entry.id}`;
      const [service, achat] = [labelsOf(entry, 'service'), labelsOf(entry, 'achat')];
      return [
        { kind: 'service-achat', group, left: service, right: achat },
        { kind: 'achat-service', group, left: achat, right: service },
        {
          kind: 'label-explanation',
          group,
          left: [...service, ...achat],
          right: [entry.explain.service, entry.explain.achat],
        },
      ];
    });
}

function themePools(corpus: Corpus, banned: (text: string) => boolean): readonly Pool[] {
  return corpus.boundaries.map((boundary) => {
    const asks = boundary.questions.filter((ask) => !banned(ask));
    return { kind: 'theme', group: `theme ${boundary.id}`, left: asks, right: [boundary.title, ...asks] };
  });
}

/** Every text of the corpus that an index or a person may show, for the words it brings; misspelt labels left out. */
export function corpusTexts(corpus: Corpus, at: IsoDate): readonly string[] {
  const fill = (text: string) => fillFigures(text, corpus.figures, at);
  return [
    ...corpus.fiches.flatMap((fiche) =>
      [
        fiche.title,
        ...fiche.questions.flatMap((question) => [question.ask, ...question.said, ...answersTo(question)]),
        ...Object.values(fiche.sections),
      ].map(fill),
    ),
    ...corpus.lexicon.flatMap(({ service, achat, explain }) => [
      service.preferred,
      ...service.alt,
      achat.preferred,
      ...achat.alt,
      explain.service,
      explain.achat,
    ]),
    ...corpus.boundaries.flatMap((boundary) => [boundary.title, ...boundary.questions]),
  ];
}
