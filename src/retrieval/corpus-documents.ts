import type { Fiche } from '../corpus/fiche.ts';
import { SECTION_NAMES } from '../corpus/fiche.ts';
import type { Boundary } from '../corpus/perimeter.ts';
import { phrasingsOf } from '../corpus/phrasings.ts';
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
  const phrasings = phrasingsOf(fiche).map(({ text }) => text);
  return {
    id: fiche.id,
    title: fill(fiche.title),
    questions: phrasings,
    articles: fiche.articles,
    parts: [
      ...phrasings.map((text) => ({ name: 'question', text })),
      ...SECTION_NAMES.map((name) => ({ name, text: fill(fiche.sections[name]) })),
      // As said to a service alone: the same answer twice over weighed its words double, and found less (MRR, golden answers).
      ...fiche.questions.flatMap(({ answer }) =>
        answer === undefined ? [] : [{ name: 'direct', text: fill(answer.service) }],
      ),
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
