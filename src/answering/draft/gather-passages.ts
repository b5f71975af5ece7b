import type { Contrasts } from '../../corpus/contrasts.ts';
import { type Fiche, SECTIONS } from '../../corpus/fiche.ts';
import type { Figures } from '../../corpus/figures.ts';
import { answersTo } from '../../corpus/phrasings.ts';
import type { IsoDate } from '../../days/iso-date.ts';
import { readSignals } from '../../dialogue/signals.ts';
import { sentencesOf } from '../../french/sentences.ts';
import type { OwnPassage } from '../../retrieval/own-passages.ts';
import type { Judged } from '../../retrieval/pair/judge.ts';
import { type Passage, type PassageOrigin, readPassage } from '../grounding/passage.ts';

/** What was found, as the model is given it. */
export interface Gathered {
  readonly passages: readonly Passage[];
  /** Passages of documents that give orders: not sent. */
  readonly withheld: number;
}

interface FoundDocument {
  readonly passage: OwnPassage;
  readonly title: string;
}

/**
 * What the fiche holds as statements. Pitfalls tell what people wrongly believe, examples a case that is nobody's: a sentence
 * of either, taken alone, may say the contrary of the rule.
 */
const STATED = ['brief', 'service', 'buyer'] as const;
/** Answers to questions near the one asked. */
const ANSWERS = 6;
/** Fiches besides the one that answers. */
const OTHERS = 2;
/** Passages of a document. */
const PARTS = 4;

export interface ToGather {
  /** The fiche that answers; undefined where a document does. */
  readonly main: Fiche | undefined;
  /** Questions held against the one asked, the likeliest first. */
  readonly judged: readonly Judged[];
  readonly others: readonly Fiche[];
  readonly document: FoundDocument | undefined;
}

export function gatherPassages(
  { main, judged, others, document }: ToGather,
  reading: { readonly figures: Figures; readonly contrasts: Contrasts },
  at: IsoDate,
): Gathered {
  const passages: Passage[] = [];
  let withheld = 0;
  const add = (
    from: PassageOrigin,
    title: string,
    name: string,
    raw: string,
    articles: readonly string[] = [],
  ): void => {
    const passage = readPassage({ id: `P${passages.length + 1}`, from, title, name }, raw, reading, at, articles);
    if (passage.sentences.length > 0) passages.push(passage);
  };
  if (document !== undefined) {
    const title = givesOrders(document.title) ? 'Document' : document.title;
    for (const part of partsOf(document.passage)) {
      if (givesOrders(part.text) || givesOrders(part.name)) withheld++;
      else
        add(
          { kind: 'document', id: document.passage.document.id },
          title,
          part.name,
          part.text.replace(/\{\{|\}\}/g, ''),
        );
    }
  }
  if (main !== undefined) {
    const from = { kind: 'fiche', id: main.id, main: true } as const;
    for (const name of STATED) add(from, main.title, SECTIONS[name], main.sections[name]);
  }
  for (const { fiche, ask, answer, articles } of nearestAnswers(judged)) {
    const from = { kind: 'fiche', id: fiche.id, main: fiche === main } as const;
    for (const text of answer) add(from, fiche.title, `Question : ${ask}`, text, articles);
  }
  for (const fiche of others.slice(0, OTHERS))
    add({ kind: 'fiche', id: fiche.id, main: false }, fiche.title, SECTIONS.brief, fiche.sections.brief);
  return { passages, withheld };
}

/** The passage that was found, then those after it. */
function partsOf({ document, part }: OwnPassage) {
  return document.parts.slice(part, part + PARTS);
}

/** The questions likest to the one asked, of whatever fiche: what the rules did not choose, a model may. */
function nearestAnswers(judged: readonly Judged[]) {
  return judged.slice(0, ANSWERS).flatMap(({ fiche, question: at }) => {
    const question = fiche.questions[at];
    return question === undefined
      ? []
      : [{ fiche, ask: question.ask, answer: answersTo(question), articles: question.articles ?? [] }];
  });
}

/** An order to the machine, as in a question: in a document it has nothing to do. */
function givesOrders(text: string): boolean {
  return (
    readSignals(text).kind === 'injection' ||
    sentencesOf(text).some((span) => readSignals(text.slice(...span)).kind === 'injection')
  );
}
