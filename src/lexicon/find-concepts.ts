import type { Fiche } from '../corpus/fiche.ts';
import { type LexiconEntry, labelsOf } from '../corpus/lexicon.ts';
import type { Embed } from '../model/embed.ts';
import { buildHybridIndex } from '../retrieval/build-index.ts';
import { type Hit, type HybridIndex, searchHybrid } from '../retrieval/hybrid.ts';
import { createSpelling } from '../retrieval/spelling.ts';
import { indexTerms, words } from '../text/words.ts';
import { aroundDocument, ownDocument } from './concept-documents.ts';
import { conceptsIn, createFindLabels, type FindLabels, type SaidConcept, type Side } from './concepts-in.ts';
import { withoutCourtesy } from './courtesy.ts';
import { createNearWords, type NearWords } from './near-words.ts';

interface FoundConcept {
  readonly entry: LexiconEntry;
  /** Higher is nearer; comparable within one answer only. */
  readonly score: number;
  /** The label that the text says outright, when it says one. */
  readonly label?: string;
}

export interface ConceptFinder {
  /** The concepts that a sentence of the `from` side means, best first; none when nothing is near enough. */
  find(text: string, from: Side, limit?: number): Promise<readonly FoundConcept[]>;
  /** The concepts that a text says outright by their labels, either side's, in the order of the text. */
  conceptsIn(text: string): readonly SaidConcept[];
}

export interface ConceptFinderParts {
  readonly lexicon: readonly LexiconEntry[];
  readonly fiches: readonly Fiche[];
  readonly embed: Embed;
  /** Whether French knows the word: it is then not taken for a typing slip. */
  readonly knows: (word: string) => boolean;
}

interface SideIndex {
  readonly own: HybridIndex;
  readonly around: HybridIndex;
  readonly nearWords: NearWords;
  readonly terms: ReadonlyMap<string, ReadonlySet<string>>;
}

const LIMIT = 5;
const OWN_FIELDS = { title: 2, questions: 2, articles: 1, body: 0.5 };
const AROUND_FIELDS = { title: 1, questions: 1, articles: 1, body: 1 };
/** Climbed to on tests/golden/lexicon/sentences.jsonl, bare and between two sentences of no meaning, then rounded. */
const WEIGHTS = { words: 1, aroundWords: 1, label: 0.7, explanation: 0.5, around: 0.3, window: 0.4 };
/** A label of two words or more said outright goes before any likeness; one of a single word («place») only helps. */
const SAID = { run: 2, perTerm: 0.5, word: 0.5 };
const WINDOW = { shortest: 2, longest: 8, neighbours: 40 };
/** Rarity (in nats) at which a window or a label is sure to mean something: 1 - 1/e of its weight counts there. */
const TELLING_RARITY = 6;
/**
 * When no concept is as near as this, the sentence speaks of something else. Asked of the sentence, not of each concept:
 * a floor for each cost nine points of the hundred on the same sentences.
 */
const ENOUGH = { likeness: 0.5, shared: 0.35 };

/**
 * 1. labels said outright  2. words shared (BM25)  3. likeness of the sentence and of its windows of 2 to 8 words to the
 * labels and explanations  4. a weighted sum, with what is said outright on top  5. nothing when all are too far.
 */
export function createConceptFinder(parts: ConceptFinderParts): ConceptFinder {
  const { lexicon, embed } = parts;
  const findLabels = createFindLabels(lexicon);
  const fiches = new Map(parts.fiches.map((fiche) => [fiche.id, fiche]));
  const known = lexicon.flatMap((entry) => [...labelsOf(entry, 'service'), ...labelsOf(entry, 'achat')]);
  const explained = lexicon.flatMap(({ explain }) => [explain.service, explain.achat]);
  const spelling = createSpelling(new Set([...known, ...explained].flatMap(words)), parts.knows);
  const indexes = new Map<Side, Promise<SideIndex>>();

  const indexOf = (side: Side): Promise<SideIndex> => {
    const built = indexes.get(side) ?? buildSide(parts, fiches, side);
    indexes.set(side, built);
    return built;
  };

  return {
    conceptsIn: (text) => conceptsIn(text, findLabels),
    find: async (text, from, limit = LIMIT) => {
      const corrected = spelling.correct(withoutCourtesy(text));
      const index = await indexOf(from);
      const likeness = await likenessOf(index, embed, corrected);
      const said = saidIn(corrected, from, findLabels, index.own);
      const near = [...likeness.values()];
      if (said.size === 0 && !near.some(({ enough }) => enough)) return [];
      return lexicon
        .map((entry) => {
          const label = said.get(entry.id);
          const score = (likeness.get(entry.id)?.score ?? 0) + (label?.score ?? 0);
          return { entry, score, ...(label === undefined ? {} : { label: label.label }) };
        })
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score)
        .slice(0, limit);
    },
  };
}

async function buildSide(
  { lexicon, embed, knows }: ConceptFinderParts,
  fiches: ReadonlyMap<string, Fiche>,
  side: Side,
): Promise<SideIndex> {
  const own = lexicon.map((entry) => ownDocument(entry, side));
  const around = lexicon.map((entry) => aroundDocument(entry, side, fiches.get(entry.fiche ?? '')));
  return {
    own: await buildHybridIndex(own, embed, OWN_FIELDS),
    around: await buildHybridIndex(around, embed, AROUND_FIELDS),
    nearWords: await createNearWords(
      [...own, ...around].flatMap(({ title, parts }) => [title, ...parts.map(({ text }) => text)]),
      embed,
      knows,
    ),
    terms: new Map(
      own.map(({ id, title, parts }) => [id, new Set([title, ...parts.map(({ text }) => text)].flatMap(indexTerms))]),
    ),
  };
}

/** What the labels said outright are worth, by concept: the longest first, those of the speaker's own side before. */
function saidIn(text: string, from: Side, findLabels: FindLabels, index: HybridIndex) {
  const said = new Map<string, { readonly label: string; readonly score: number }>();
  for (const { entry, side, label, terms } of findLabels(text)) {
    const telling = tellingOf(terms, index);
    const score =
      terms.length > 1
        ? SAID.run + SAID.perTerm * terms.length + (side === from ? SAID.perTerm / 2 : 0)
        : SAID.word * telling;
    if (score > (said.get(entry.id)?.score ?? 0)) said.set(entry.id, { label, score });
  }
  return said;
}

/** How much a run of terms tells, 0 to 1: rare words tell, common ones do not. */
function tellingOf(terms: readonly string[], { lexical }: HybridIndex): number {
  return 1 - Math.exp(-terms.reduce((sum, term) => sum + lexical.rarity(term), 0) / TELLING_RARITY);
}

async function likenessOf(index: SideIndex, embed: Embed, text: string) {
  const terms = indexTerms(text);
  const query = {
    terms: new Map([...(await index.nearWords(text)), ...terms.map((term) => [term, 1] as const)]),
    text,
  };
  const all = index.own.documents.length;
  const own = await searchHybrid(index.own, embed, query, 0.5, all);
  const around = await searchHybrid(index.around, embed, query, 0.5, all);
  const windows = await nearWindows(index.own, embed, text);
  const mostWords = highest(own.map(wordScore));
  const mostAround = highest(around.map(wordScore));
  const aroundById = new Map(around.map((hit) => [hit.document.id, hit]));
  const ownById = new Map(own.map((hit) => [hit.document.id, hit]));
  const rarity = (list: readonly string[]) => list.reduce((sum, term) => sum + index.own.lexical.rarity(term), 0);

  return new Map(
    index.own.documents.map(({ id }) => {
      const [mine, other] = [ownById.get(id), aroundById.get(id)];
      const label = nearest(mine, false);
      const window = windows.get(id) ?? 0;
      const score =
        WEIGHTS.words * (wordScore(mine) / mostWords) +
        WEIGHTS.aroundWords * (wordScore(other) / mostAround) +
        WEIGHTS.label * label +
        WEIGHTS.explanation * nearest(mine, true) +
        WEIGHTS.around * (other?.dense?.similarity ?? 0) +
        WEIGHTS.window * window;
      const shared = rarity(terms.filter((term) => index.terms.get(id)?.has(term))) / (rarity(terms) || 1);
      return [id, { score, enough: Math.max(label, window) >= ENOUGH.likeness || shared >= ENOUGH.shared }];
    }),
  );
}

const wordScore = (hit: Hit | undefined) => hit?.lexical?.score ?? 0;
const highest = (scores: readonly number[]) => Math.max(0, ...scores) || 1;

/** Best likeness of a concept's explanation (its last part), or of its labels (all the others). */
function nearest(hit: Hit | undefined, explanation: boolean): number {
  if (hit === undefined) return 0;
  const last = hit.document.parts.length - 1;
  return Math.max(
    0,
    ...hit.parts.filter(({ part }) => (part === last) === explanation).map(({ similarity }) => similarity),
  );
}

/** Best likeness of any window of the sentence to any label, by concept; a window of common words counts for little. */
async function nearWindows(index: HybridIndex, embed: Embed, text: string): Promise<ReadonlyMap<string, number>> {
  const said = words(text);
  const windows = new Set<string>();
  for (let size = WINDOW.shortest; size <= WINDOW.longest; size++)
    for (let start = 0; start + size <= said.length; start++) windows.add(said.slice(start, start + size).join(' '));
  const telling = [...windows]
    .map((window) => ({ window, weight: tellingOf(indexTerms(window), index) }))
    .filter(({ weight }) => weight > 0);
  const vectors = await embed.embed(telling.map(({ window }) => window));
  const best = new Map<string, number>();
  for (const [i, { weight }] of telling.entries()) {
    const vector = vectors[i];
    if (vector === undefined || vector.every((x) => x === 0)) continue;
    for (const { point, similarity } of index.vectors.search(vector, WINDOW.neighbours)) {
      const [number = -1, part] = index.points[point] ?? [];
      const document = index.documents[number];
      if (document === undefined || part === document.parts.length - 1) continue;
      const value = similarity * weight;
      if (value > (best.get(document.id) ?? 0)) best.set(document.id, value);
    }
  }
  return best;
}
