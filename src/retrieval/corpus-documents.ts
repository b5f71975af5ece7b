import type { Fiche } from '../corpus/fiche.ts';
import { SECTION_NAMES } from '../corpus/fiche.ts';
import type { Boundary } from '../corpus/perimeter.ts';
import { fillFigures } from '../corpus/prose.ts';
import type { Corpus } from '../corpus/read-corpus.ts';
import type { IsoDate } from '../days/iso-date.ts';
import type { IndexDocument } from './document.ts';

const BOUNDARY_PREFIX = 'perimeter:';

/** The corpus as documents to find: every fiche, and every theme at the edge of the assistant. */
export function corpusDocuments(corpus: Corpus, at: IsoDate): readonly IndexDocument[] {
  return [
    ...corpus.fiches.map((fiche) => ficheDocument(fiche, corpus, at)),
    ...corpus.boundaries.map(boundaryDocument),
  ];
}

/** The boundary's id when the document stands for one. */
export function boundaryIdOf(document: IndexDocument): string | undefined {
  return document.id.startsWith(BOUNDARY_PREFIX) ? document.id.slice(BOUNDARY_PREFIX.length) : undefined;
}

function ficheDocument(fiche: Fiche, corpus: Corpus, at: IsoDate): IndexDocument {
  const fill = (text: string) => fillFigures(text, corpus.figures, at);
  return {
    id: fiche.id,
    title: fill(fiche.title),
    questions: fiche.questions.map((question) => question.ask),
    articles: fiche.articles,
    parts: [
      ...fiche.questions.map((question) => ({ name: 'question', text: question.ask })),
      ...SECTION_NAMES.map((name) => ({ name, text: fill(fiche.sections[name]) })),
      ...fiche.questions
        .filter((q) => q.answer !== undefined)
        .map((q) => ({ name: 'direct', text: fill(q.answer ?? '') })),
    ],
  };
}

function boundaryDocument(boundary: Boundary): IndexDocument {
  return {
    id: `${BOUNDARY_PREFIX}${boundary.id}`,
    title: boundary.title,
    questions: boundary.questions,
    articles: [],
    parts: boundary.questions.map((text) => ({ name: 'question', text })),
  };
}
