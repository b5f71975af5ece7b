import { setImmediate as turn } from 'node:timers/promises';
import type { Fiche } from '../corpus/fiche.ts';
import { type LexiconEntry, labelsOf } from '../corpus/lexicon.ts';
import { indexTerms, words } from '../french/words.ts';
import type { StaticEmbed } from '../model/local-embedder.ts';
import { buildLexicalIndex, type LexicalIndex } from '../retrieval/lexical-index.ts';
import { createSpelling } from '../retrieval/spelling.ts';
import { aroundDocument, ownDocument } from './concept-documents.ts';
import { conceptsIn, createFindLabels, type FindLabels, type SaidConcept, type Side } from './concepts-in.ts';
import { withoutCourtesy } from './courtesy.ts';
import { createLikeness, createNearest, type LikenessOf, type Window } from './likeness.ts';
import { createNearWords, type NearWords } from './near-words.ts';
import { createTermScores, type TermScores } from './term-scores.ts';

interface FoundConcept {
  readonly entry: LexiconEntry;
  /** Higher is nearer; comparable within one answer only. */
  readonly score: number;
  /** Cosine of the sentence, or of a telling window of it, to the nearest label of the concept: comparable between answers. */
  readonly near: number;
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
  readonly embed: StaticEmbed;
  /** Whether French knows the word: it is then not taken for a typing slip. */
  readonly knows: (word: string) => boolean;
}

interface SideIndex {
  readonly lexical: LexicalIndex;
  readonly ownWords: TermScores;
  readonly aroundWords: TermScores;
  readonly likeness: LikenessOf;
  readonly aroundLikeness: (text: string) => Promise<Float32Array>;
  readonly nearWords: NearWords;
  /** The terms that each concept's own document holds, by number of the concept. */
  readonly terms: readonly ReadonlySet<string>[];
}

const LIMIT = 5;
const OWN_FIELDS = { title: 2, questions: 2, articles: 1, body: 0.5 };
const AROUND_FIELDS = { title: 1, questions: 1, articles: 1, body: 1 };
/** Climbed to on tests/golden/lexicon/sentences.jsonl, bare and between two sentences of no meaning, then rounded. */
const WEIGHTS = { words: 1, aroundWords: 1, label: 0.7, explanation: 0.5, around: 0.3, window: 0.4 };
/** A label of two words or more said outright goes before any likeness; one of a single word («place») only helps. */
const SAID = { run: 2, perTerm: 0.5, word: 0.5 };
const WINDOW = { shortest: 2, longest: 8 };
/** Words of a text whose likeness, and whose near words, are looked at: a sentence has fewer, and each costs a row of products. */
const LONGEST = { likeness: 200, nearWords: 60 };
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
  const { lexicon } = parts;
  const findLabels = createFindLabels(lexicon);
  const fiches = new Map(parts.fiches.map((fiche) => [fiche.id, fiche]));
  const known = lexicon.flatMap((entry) => [...labelsOf(entry, 'service'), ...labelsOf(entry, 'achat')]);
  const explained = lexicon.flatMap(({ explain }) => [explain.service, explain.achat]);
  const spelling = createSpelling(new Set([...known, ...explained].flatMap(words)), parts.knows);
  const indexes = new Map<Side, Promise<SideIndex>>();

  // Both sides say the same words.
  let nearWords: Promise<NearWords> | undefined;
  const indexOf = (side: Side): Promise<SideIndex> => {
    const built =
      indexes.get(side) ??
      buildSide(parts, fiches, side, (texts) => {
        nearWords ??= createNearWords(texts, parts.embed, parts.knows);
        return nearWords;
      });
    indexes.set(side, built);
    return built;
  };

  return {
    conceptsIn: (text) => conceptsIn(text, findLabels),
    find: async (text, from, limit = LIMIT) => {
      const corrected = spelling.correct(withoutCourtesy(text));
      const index = await indexOf(from);
      const { scores, near, enough } = await likenessOf(index, corrected);
      const said = saidIn(corrected, from, findLabels, index.lexical);
      if (said.size === 0 && !enough) return [];
      return lexicon
        .map((entry, number) => {
          const label = said.get(entry.id);
          const score = (scores[number] ?? 0) + (label?.score ?? 0);
          return { entry, score, near: near[number] ?? 0, ...(label === undefined ? {} : { label: label.label }) };
        })
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score)
        .slice(0, limit);
    },
  };
}

async function buildSide(
  { lexicon, embed }: ConceptFinderParts,
  fiches: ReadonlyMap<string, Fiche>,
  side: Side,
  nearWordsOf: (texts: readonly string[]) => Promise<NearWords>,
): Promise<SideIndex> {
  const own = lexicon.map((entry) => ownDocument(entry, side));
  const around = lexicon.map((entry) => aroundDocument(entry, side, fiches.get(entry.fiche ?? '')));
  const lexical = buildLexicalIndex(own, OWN_FIELDS);
  // Between two steps whoever waits is served.
  await turn();
  const aroundLexical = buildLexicalIndex(around, AROUND_FIELDS);
  await turn();
  const likeness = await createLikeness(own, embed);
  await turn();
  const aroundLikeness = await createNearest(around, embed);
  await turn();
  return {
    lexical,
    ownWords: createTermScores(lexical, own.length),
    aroundWords: createTermScores(aroundLexical, around.length),
    likeness,
    aroundLikeness,
    nearWords: await nearWordsOf(
      [...own, ...around].flatMap(({ title, parts }) => [title, ...parts.map(({ text }) => text)]),
    ),
    terms: own.map(({ title, parts }) => new Set([title, ...parts.map(({ text }) => text)].flatMap(indexTerms))),
  };
}

/** What the labels said outright are worth, by concept: the longest first, those of the speaker's own side before. */
function saidIn(text: string, from: Side, findLabels: FindLabels, lexical: LexicalIndex) {
  const said = new Map<string, { readonly label: string; readonly score: number }>();
  for (const { entry, side, label, terms } of findLabels(text)) {
    const telling = tellingOf(terms, lexical);
    const score =
      terms.length > 1
        ? SAID.run + SAID.perTerm * terms.length + (side === from ? SAID.perTerm / 2 : 0)
        : SAID.word * telling;
    if (score > (said.get(entry.id)?.score ?? 0)) said.set(entry.id, { label, score });
  }
  return said;
}

/** How much a run of terms tells, 0 to 1: rare words tell, common ones do not. */
function tellingOf(terms: readonly string[], lexical: LexicalIndex): number {
  return tellingOfRarity(terms.reduce((sum, term) => sum + lexical.rarity(term), 0));
}

const tellingOfRarity = (rarity: number) => 1 - Math.exp(-rarity / TELLING_RARITY);

/** The score of each concept by its number, and whether any is near enough for the sentence to speak of a purchase. */
async function likenessOf(index: SideIndex, text: string) {
  const terms = indexTerms(text);
  const said = words(text).slice(0, LONGEST.likeness);
  const query = new Map([
    ...(await index.nearWords(said.slice(0, LONGEST.nearWords))),
    ...terms.map((term) => [term, 1] as const),
  ]);
  const ownWords = index.ownWords(query);
  const aroundWords = index.aroundWords(query);
  const { labels, explanations, windows } = index.likeness(said, windowsOf(said, index.lexical));
  const around = await index.aroundLikeness(text);
  const [mostWords, mostAround] = [highest(ownWords), highest(aroundWords)];
  const rarities = terms.map((term) => index.lexical.rarity(term));
  const allRarity = rarities.reduce((sum, rarity) => sum + rarity, 0) || 1;

  let enough = false;
  const near = labels.map((label, number) => Math.max(label, windows[number] ?? 0));
  const scores = Float64Array.from(index.terms, (own, number) => {
    const shared = terms.reduce((sum, term, i) => (own.has(term) ? sum + (rarities[i] ?? 0) : sum), 0) / allRarity;
    enough ||= (near[number] ?? 0) >= ENOUGH.likeness || shared >= ENOUGH.shared;
    return (
      WEIGHTS.words * ((ownWords[number] ?? 0) / mostWords) +
      WEIGHTS.aroundWords * ((aroundWords[number] ?? 0) / mostAround) +
      WEIGHTS.label * (labels[number] ?? 0) +
      WEIGHTS.explanation * (explanations[number] ?? 0) +
      WEIGHTS.around * (around[number] ?? 0) +
      WEIGHTS.window * (windows[number] ?? 0)
    );
  });
  return { scores, near, enough };
}

const highest = (scores: Float64Array) => scores.reduce((most, score) => Math.max(most, score), 0) || 1;

/** The windows of 2 to 8 words that tell something, each once. */
function windowsOf(said: readonly string[], lexical: LexicalIndex): readonly Window[] {
  const rarities = said.map((word) => indexTerms(word).reduce((sum, term) => sum + lexical.rarity(term), 0));
  const windows: Window[] = [];
  for (let start = 0; start < said.length; start++) {
    let rarity = 0;
    for (let end = start + 1; end <= Math.min(said.length, start + WINDOW.longest); end++) {
      rarity += rarities[end - 1] ?? 0;
      if (end - start >= WINDOW.shortest && rarity > 0) windows.push({ start, end, weight: tellingOfRarity(rarity) });
    }
  }
  return windows;
}
