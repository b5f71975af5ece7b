import { announcedAt, type Figure, type Figures, figureAt, sayFigure, sayValue } from '../../corpus/figures.ts';
import { ANNOUNCED, fillFigures, placeholders } from '../../corpus/prose.ts';
import { type Reference, referencesIn } from '../../corpus/references.ts';
import type { IsoDate } from '../../days/iso-date.ts';
import { readSide } from '../../fidelity/read-side.ts';
import type { Side } from '../../fidelity/side.ts';
import { sentencesOf } from '../../french/sentences.ts';
import { fold, indexTerms } from '../../french/words.ts';

/** Something found that a model may rest a claim on, read once for all the claims that cite it. */
export interface Passage {
  /** `P1`, `P2`…: how the model cites it. */
  readonly id: string;
  readonly from: PassageOrigin;
  /** Of the fiche or the document. */
  readonly title: string;
  /** Of the section, or of the page. */
  readonly name: string;
  /** Figures put in for the day asked about. */
  readonly text: string;
  readonly sentences: readonly PassageSentence[];
}

/** `main`: the fiche whose title stands above the answer. */
export type PassageOrigin =
  | { readonly kind: 'fiche'; readonly id: string; readonly main: boolean }
  | { readonly kind: 'document'; readonly id: string };

export interface PassageSentence {
  readonly text: string;
  readonly folded: string;
  readonly side: Side;
  /** Stems of its words, without stop words and numbers. */
  readonly terms: ReadonlySet<string>;
  readonly references: readonly Reference[];
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

/** @param raw with the figures as keys, as the corpus holds them; a document has none */
export function readPassage(
  about: Pick<Passage, 'id' | 'from' | 'title' | 'name'>,
  raw: string,
  figures: Figures,
  at: IsoDate,
): Passage {
  const sentences = sentencesOf(raw)
    .map((span) => raw.slice(...span).replace(/^[-*•]\s+/, ''))
    .filter((sentence) => /\p{L}/u.test(sentence))
    .map((sentence) => readSentence(sentence, figures, at));
  return { ...about, text: sentences.map(({ text }) => text).join('\n'), sentences };
}

function readSentence(raw: string, figures: Figures, at: IsoDate): PassageSentence {
  const text = fillFigures(raw, figures, at);
  return {
    text,
    folded: fold(text),
    side: readSide(text),
    terms: termsOf(text),
    references: referencesIn(text, []),
    figures: placeholders(raw).flatMap(({ key, at: day }) => statedFigures(figures, key, day, at)),
  };
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

/** Stems without numbers and articles, which are looked at one by one. */
export function termsOf(text: string): ReadonlySet<string> {
  return new Set(indexTerms(text).filter((term) => !/\d/.test(term)));
}
