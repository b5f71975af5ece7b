import type { Contrasts } from '../../corpus/contrasts.ts';
import { announcedAt, type Figure, type Figures, figureAt, sayFigure, sayValue } from '../../corpus/figures.ts';
import { ANNOUNCED, fillFigures, placeholders } from '../../corpus/prose.ts';
import type { IsoDate } from '../../days/iso-date.ts';
import { readSide } from '../../fidelity/read-side.ts';
import type { Side } from '../../fidelity/side.ts';
import { sentencesOf } from '../../french/sentences.ts';
import { type Clause, clauseOf, type Reading, readText } from './reading.ts';

/** Something found that a model may rest a claim on, read once for all the claims that cite it. */
export interface Passage {
  /** `Q1`, `F2`…: how the model names it. */
  readonly id: string;
  readonly from: PassageOrigin;
  /** Of the fiche or the document. */
  readonly title: string;
  /** Of the section, or of the page. */
  readonly name: string;
  /** Figures put in for the day asked about. */
  readonly text: string;
  readonly sentences: readonly PassageSentence[];
  /** The whole, read at once. */
  readonly reading: Reading;
  /** What its question, where its name or its title is one, comes to with the verdict that it opens with. */
  readonly answered: Clause | undefined;
  readonly verdict: 'oui' | 'non' | undefined;
  /** Texts of law that it rests on besides those it names: tokens of `readText`. */
  readonly articles: readonly string[];
}

/** `main`: the fiche whose title stands above the answer; `rule`: worked out by the rules, or of the table of figures. */
export type PassageOrigin =
  | { readonly kind: 'fiche'; readonly id: string; readonly main: boolean }
  | { readonly kind: 'document' | 'rule'; readonly id: string };

export interface PassageSentence {
  readonly text: string;
  readonly reading: Reading;
  readonly says: Clause;
  /** As rewordings are compared: read when first needed. */
  readonly side: () => Side;
  readonly figures: readonly StatedFigure[];
}

/** A figure of the dated table as a sentence states it. */
export interface StatedFigure {
  readonly key: string;
  readonly label: string;
  /** As said: «60 000 € HT». */
  readonly said: string;
  /** `past`: given for another day, as what the rule was; `announced`: not in force, to be confirmed. */
  readonly standing: 'in_force' | 'past' | 'announced';
}

/**
 * @param raw with the figures as keys, as the corpus holds them; a document has none
 * @param articles texts of law that it rests on without naming them
 */
export function readPassage(
  about: Pick<Passage, 'id' | 'from' | 'title' | 'name'>,
  raw: string,
  { figures, contrasts }: { readonly figures: Figures; readonly contrasts: Contrasts },
  at: IsoDate,
  articles: readonly string[] = [],
): Passage {
  const sentences = sentencesOf(raw)
    .map((span) => raw.slice(...span).replace(/^[-*•]\s+/, ''))
    .filter((sentence) => /\p{L}/u.test(sentence))
    .map((sentence) => {
      const text = fillFigures(sentence, figures, at);
      const reading = readText(text, contrasts);
      const says = clauseOf(reading.words, new Set(reading.members.keys()), reading.numbers);
      const stated = placeholders(sentence).flatMap(({ key, at: day }) => statedFigures(figures, key, day, at));
      let side: Side | undefined;
      return {
        text,
        reading,
        says,
        side: () => {
          side ??= readSide(text);
          return side;
        },
        figures: stated,
      };
    });
  const text = sentences.map((sentence) => sentence.text).join('\n');
  const verdict = verdictOf(text);
  return {
    ...about,
    text,
    sentences,
    reading: readText(text, contrasts),
    answered: answeredOf(
      [about.name, about.title].find((name) => name.trimEnd().endsWith('?')) ?? about.title,
      verdict,
      contrasts,
    ),
    verdict,
    articles: articles.flatMap((article) => readText(article, contrasts).numbers.map(({ value }) => value)),
  };
}

function verdictOf(text: string): Passage['verdict'] {
  const said = /^(oui|non)(?!\p{L})/iu.exec(text)?.[1]?.toLowerCase();
  return said === 'oui' || said === 'non' ? said : undefined;
}

/** «Peut-on …?» with «Non» says that one cannot; a title that asks nothing says what it is about. */
function answeredOf(question: string, verdict: Passage['verdict'], contrasts: Contrasts): Clause {
  const { words, members, numbers } = readText(question, contrasts);
  const asked = words.map((word) => ({ ...word, denied: word.denied !== (verdict === 'non') }));
  const [first] = asked;
  const level = /^p(?:eu|ui)/.test(first?.text ?? '')
    ? verdict === 'non'
      ? 'forbid'
      : 'may'
    : /^(?:fau|doi)/.test(first?.text ?? '')
      ? verdict === 'oui'
        ? 'must'
        : 'free'
      : 'tells';
  return { ...clauseOf(asked, new Set(members.keys()), numbers), level };
}

function statedFigures(figures: Figures, key: string, day: IsoDate | undefined, at: IsoDate): readonly StatedFigure[] {
  const figure = figures.get(key);
  if (figure === undefined) return [];
  if (day === ANNOUNCED) return statedChange(figure, at);
  const about = { key, label: figure.label };
  const announced = announcedAt(figure, day ?? at);
  const inForce = figureAt(figure, day ?? at);
  const now = figureAt(figure, at);
  const past = day !== undefined && inForce?.value !== now?.value;
  return [
    ...(inForce === undefined
      ? [{ ...about, said: sayFigure(figure, day ?? at), standing: 'past' as const }]
      : [
          {
            ...about,
            said: sayValue(figure, inForce.value),
            standing: past ? ('past' as const) : ('in_force' as const),
          },
        ]),
    ...(announced === undefined
      ? []
      : [{ ...about, said: sayValue(figure, announced.value), standing: 'announced' as const }]),
  ];
}

/** What a sentence on an announced change states: the figure to come, unless it is the one in force. */
function statedChange(figure: Figure, at: IsoDate): readonly StatedFigure[] {
  const change = figure.values.findLast(({ announced }) => announced !== undefined);
  if (change === undefined) return [];
  const standing = figureAt(figure, at) === change ? 'in_force' : 'announced';
  return [{ key: figure.key, label: figure.label, said: sayValue(figure, change.value), standing }];
}
