import type { Fiche } from '../corpus/fiche.ts';
import { type LexiconEntry, labelsOf } from '../corpus/lexicon.ts';
import { phrasingsOf } from '../corpus/phrasings.ts';
import type { IndexDocument } from '../retrieval/document.ts';
import { otherSide, type Side } from './concepts-in.ts';

/** A concept as its own side says it: labels as questions (each embedded alone), the explanation as a part. */
export function ownDocument(entry: LexiconEntry, side: Side): IndexDocument {
  const [title = entry.id, ...others] = labelsOf(entry, side);
  return {
    id: entry.id,
    title,
    questions: others,
    articles: [],
    parts: [...others.map(asQuestion), { name: 'explanation', text: entry.explain[side] }],
  };
}

/**
 * What stands around a concept: the other side's words, and the questions that its fiche answers.
 * It says less about the concept than its own labels do, so it is an index of its own with a weight of its own.
 */
export function aroundDocument(entry: LexiconEntry, side: Side, fiche: Fiche | undefined): IndexDocument {
  const other = otherSide(side);
  const asked = fiche === undefined ? [] : [fiche.title, ...phrasingsOf(fiche).map(({ text }) => text)];
  return {
    id: entry.id,
    title: entry[other].preferred,
    questions: asked,
    articles: [],
    parts: [
      ...[...labelsOf(entry, other), ...asked].map(asQuestion),
      { name: 'explanation', text: entry.explain[other] },
    ],
  };
}

const asQuestion = (text: string) => ({ name: 'question', text });
