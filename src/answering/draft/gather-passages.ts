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
/** Answers of the fiche to questions near the one asked. */
const ANSWERS = 3;
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

export function gatherPassages({ main, judged, others, document }: ToGather, figures: Figures, at: IsoDate): Gathered {
  const passages: Passage[] = [];
  let withheld = 0;
  const add = (from: PassageOrigin, title: string, name: string, raw: string): void => {
    const passage = readPassage({ id: `P${passages.length + 1}`, from, title, name }, raw, figures, at);
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
    for (const { ask, answer } of nearestAnswers(main, judged))
      for (const text of answer) add(from, main.title, `Question : ${ask}`, text);
  }
  for (const fiche of others.slice(0, OTHERS))
    add({ kind: 'fiche', id: fiche.id, main: false }, fiche.title, SECTIONS.brief, fiche.sections.brief);
  return { passages, withheld };
}

/** The passage that was found, then those after it. */
function partsOf({ document, part }: OwnPassage) {
  return document.parts.slice(part, part + PARTS);
}

function nearestAnswers(
  fiche: Fiche,
  judged: readonly Judged[],
): readonly { ask: string; answer: readonly string[] }[] {
  return judged
    .flatMap((one) => (one.fiche.id === fiche.id ? (fiche.questions[one.question] ?? []) : []))
    .slice(0, ANSWERS)
    .map((question) => ({ ask: question.ask, answer: answersTo(question) }));
}

/** An order to the machine, as in a question: in a document it has nothing to do. */
function givesOrders(text: string): boolean {
  return (
    readSignals(text).kind === 'injection' ||
    sentencesOf(text).some((span) => readSignals(text.slice(...span)).kind === 'injection')
  );
}
