import type { LexiconEntry } from '../../src/corpus/lexicon.ts';
import { phrasingsOf, withPhrasings } from '../../src/corpus/phrasings.ts';
import type { Corpus } from '../../src/corpus/read-corpus.ts';
import type { IsoDate } from '../../src/days/iso-date.ts';
import type { Embed } from '../../src/model/embed.ts';
import { corpusDocuments } from '../../src/retrieval/corpus-documents.ts';
import type { HoldOut } from './hold-out.ts';

export interface Hits {
  readonly asked: number;
  readonly first: number;
}

/**
 * Held-back questions whose own fiche comes first among all fiches and themes, by best cosine of a part. The parts are
 * those that the index holds, less the held-back questions and their direct answers.
 */
export async function heldBackQuestions(corpus: Corpus, at: IsoDate, held: HoldOut, embed: Embed): Promise<Hits> {
  const fiches = corpus.fiches.map((fiche) => withPhrasings(fiche, (text) => !held.keepsQuestion(fiche, text)));
  const parts = corpusDocuments({ ...corpus, fiches }, at).flatMap(({ id, title, parts }) => [
    { owner: id, text: title },
    ...parts.map(({ name, text }) => ({ owner: id, text: name === 'question' ? text : `${title} ${text}` })),
  ]);
  const asked = corpus.fiches.flatMap((fiche) =>
    phrasingsOf(fiche)
      .filter(({ text }) => held.keepsQuestion(fiche, text))
      .map(({ text }) => ({ owner: fiche.id, text })),
  );
  return firstRankHits(asked, parts, embed);
}

/** Held-back concepts found by a label of the one side among the labels of the other side of all concepts. */
export async function heldBackConcepts(
  lexicon: readonly LexiconEntry[],
  held: HoldOut,
  from: 'service' | 'achat',
  embed: Embed,
): Promise<Hits> {
  const shown = (entry: LexiconEntry, side: 'service' | 'achat') =>
    [entry[side].preferred, ...entry[side].alt].map((text) => ({ owner: entry.id, text }));
  const asked = lexicon.filter((entry) => held.keepsConcept(entry)).flatMap((entry) => shown(entry, from));
  const others = lexicon.flatMap((entry) => shown(entry, from === 'service' ? 'achat' : 'service'));
  return firstRankHits(asked, others, embed);
}

interface Owned {
  readonly owner: string;
  readonly text: string;
}

async function firstRankHits(asked: readonly Owned[], parts: readonly Owned[], embed: Embed): Promise<Hits> {
  const questions = await embed.embed(asked.map(({ text }) => text));
  const vectors = await embed.embed(parts.map(({ text }) => text));
  let first = 0;
  for (const [i, question] of questions.entries()) {
    let best = { owner: '', similarity: Number.NEGATIVE_INFINITY };
    for (const [j, vector] of vectors.entries()) {
      let similarity = 0;
      for (let k = 0; k < vector.length; k++) similarity += (question[k] ?? 0) * (vector[k] ?? 0);
      if (similarity > best.similarity) best = { owner: parts[j]?.owner ?? '', similarity };
    }
    if (best.owner === asked[i]?.owner) first += 1;
  }
  return { asked: asked.length, first };
}
