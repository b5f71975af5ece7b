import type { CpvTable, Pull } from '../../corpus/cpv.ts';
import { fold, words } from '../../french/words.ts';
import type { Sliced } from '../../sliced.ts';
import { cpvTerm, indexCpv } from './index-cpv.ts';

/** A class that a need may be of. */
interface CpvCandidate {
  /** Eight digits, a hyphen and the check digit: the class, or a finer code whose own words were said. */
  readonly code: string;
  readonly label: string;
  /** The words of the person that led to it, as they stand in the text. */
  readonly from: string;
  /** How likely beside the others of the same text. */
  readonly score: number;
  /** Families of purchase that such a class is of. */
  readonly families: readonly string[];
}

interface AboutNeed {
  /** Ids of the concepts of the lexicon met in the need. */
  readonly concepts: readonly string[];
  /** The family of the purchase, where it is known. */
  readonly nature?: string;
}

/** At most three, best first; none when nothing is near. Linear in the length of the text. */
export type FindCpv = (text: string, about: AboutNeed) => readonly CpvCandidate[];

interface Said {
  readonly term: string;
  readonly start: number;
  readonly end: number;
  /** How much it counts: what comes after «pour», «dans»… less. */
  readonly weight: number;
  /** Says something of what is bought. */
  readonly counts: boolean;
}

interface Found {
  readonly score: number;
  /** What led to it, and in which sentence. */
  readonly terms: readonly string[];
  readonly segment: readonly Said[];
}

const SHOWN = 3;
/** Words that what is asked for takes, after «besoin de». */
const ASKED = 5;
/** Of the classes found, how many the rules look at. */
const RULED = 5;

/** How the parts of a score are mixed; held-out figures by `npm run evaluate:rewording -- --cpv FILE`. */
const MIX = {
  /** What is said where, for whom or when, beside what is wanted. */
  frame: 0.7,
  /** A word that says nothing alone: it completes «livraison de repas». */
  empty: 0.2,
  /** Just after «besoin de», «il faudrait»… */
  asked: 1.4,
  /** What is said later counts less: after so many words, half. */
  fades: 40,
  /** A sentence further in the text. */
  later: 0.92,
  called: 1.25,
  putOff: 0.8,
  /** What a rule puts in the place of what was found, and what an act alone leads to. */
  ruled: 1,
  alone: 0.8,
  least: 2,
  near: 0.35,
};

/** Builds the index: some 100 ms, so on first use, or before in slices. */
export function* createFindCpv(
  table: CpvTable,
  classesOf: ReadonlyMap<string, readonly string[]> = new Map(),
): Sliced<FindCpv> {
  const index = yield* indexCpv(table);
  yield;
  const lists = { empty: new Set(table.vides), frame: folded(table.cadre), asks: folded(table.demande) };
  const acts = Object.entries(table.actes).map(([name, act]) => ({ name, act, ways: act.mots.map(termsOf) }));
  const actTerms = new Set(acts.flatMap(({ ways }) => ways.flat()));
  const natures = new Map(Object.entries(table.natures));

  return (text, { concepts, nature }) => {
    const segments = readSegments(text, lists, (term) => index.knows(term) || actTerms.has(term));
    const found = new Map<string, Found>();
    let share = 1;
    for (const segment of segments) {
      scoreSegment(segment, share, found);
      share *= MIX.later;
    }
    const done = segments.flatMap((segment) => {
      const said = new Set(segment.map(({ term }) => term));
      return acts.flatMap(({ name, act, ways }) => {
        const terms = ways.find((way) => way.length > 0 && way.every((term) => said.has(term)));
        return terms === undefined ? [] : [{ name, act, terms, segment }];
      });
    });
    return choose(found, done, concepts, nature).map((one) => present(text, one));
  };

  function scoreSegment(segment: readonly Said[], share: number, found: Map<string, Found>): void {
    const weights = new Map<string, number>();
    for (const { term, weight } of segment) weights.set(term, Math.max(weight, weights.get(term) ?? 0));
    for (const { of: code, phrase, score } of index.score(weights))
      if (share * score > (found.get(code)?.score ?? 0))
        found.set(code, { score: share * score, terms: index.termsOf(phrase), segment });
  }

  function choose(
    found: ReadonlyMap<string, Found>,
    done: readonly Done[],
    concepts: readonly string[],
    nature: string | undefined,
  ): readonly (Found & { readonly code: string })[] {
    const pulls = [...done.map(({ act }) => act), natures.get(nature ?? '') ?? NO_PULL];
    const told = new Set(concepts.flatMap((id) => classesOf.get(id) ?? []));
    const steered = new Map(
      [...found].map(([code, one]) => [
        code,
        { ...one, code, score: one.score * steer(code, pulls) * (told.has(code) ? MIX.called : 1) },
      ]),
    );
    const first = ranked([...found].map(([code, one]) => ({ ...one, code }))).slice(0, RULED);
    const lead = (code: string, { terms, segment }: Pick<Found, 'terms' | 'segment'>, score: number) => {
      if ((steered.get(code)?.score ?? 0) < score) steered.set(code, { code, terms, segment, score });
    };
    for (const { acte, de, vers } of table.regles) {
      const from = first.find(({ code }) => de.some((start) => code.startsWith(start)));
      if (from !== undefined && done.some(({ name }) => name === acte)) lead(vers, from, from.score * MIX.ruled);
    }
    const top = ranked([...steered.values()])[0]?.score ?? 0;
    for (const one of done) for (const code of one.act.seul) lead(code, one, top * MIX.alone);
    const best = ranked([...steered.values()]).slice(0, SHOWN);
    return best.filter(({ score }) => score >= MIX.least && score >= top * MIX.near);
  }

  function present(text: string, { code, terms, segment, score }: Found & { readonly code: string }): CpvCandidate {
    const counted = new Set(segment.filter(({ counts }) => counts).map(({ term }) => term));
    const shown = index.finest(code, counted);
    const led = segment.filter(({ term, counts }) => (counts || !counted.has(term)) && terms.includes(term));
    const [start, end] = [led[0]?.start ?? 0, led.at(-1)?.end ?? 0];
    const near = end - start <= 60 ? [start, end] : [start, led[0]?.end ?? 0];
    const families = [...natures]
      .filter(([, { vers }]) => vers.some((head) => code.startsWith(head)))
      .map(([family]) => family);
    return { ...shown, from: text.slice(...near), score, families };
  }
}

interface Done extends Pick<Found, 'terms' | 'segment'> {
  readonly name: string;
  readonly act: CpvTable['actes'][string];
}

const NO_PULL: Pull = { vers: [], pas: [] };

const ranked = <T extends { readonly code: string; readonly score: number }>(list: readonly T[]): readonly T[] =>
  list.toSorted((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1));

function steer(code: string, pulls: readonly Pull[]): number {
  const any = (starts: readonly string[]) => starts.some((start) => code.startsWith(start));
  if (pulls.some(({ vers }) => any(vers))) return MIX.called;
  return pulls.some(({ pas }) => any(pas)) ? MIX.putOff : 1;
}

interface Lists {
  readonly empty: ReadonlySet<string>;
  readonly frame: ReadonlySet<string>;
  readonly asks: ReadonlySet<string>;
}

const folded = (list: readonly string[]) => new Set(list.map(fold));
const termsOf = (text: string) => words(text).flatMap((word) => cpvTerm(word) ?? []);

const TOKEN = /[\p{L}\p{N}\p{M}]+|[.;!?\n,:(]/gu;
const ENDS = new Set(['.', ';', '!', '?', '\n']);
const PAUSES = new Set([...ENDS, ',', ':', '(']);

/** The words of a text, sentence by sentence, with their place in it and how much each counts. */
function readSegments(
  text: string,
  { empty, frame, asks }: Lists,
  knows: (term: string) => boolean,
): readonly (readonly Said[])[] {
  const segments: Said[][] = [[]];
  let framed = 1;
  let entered = false;
  let asked = 0;
  let read = 0;
  for (const match of text.matchAll(TOKEN)) {
    const token = match[0];
    if (PAUSES.has(token)) {
      framed = 1;
      if (ENDS.has(token)) segments.push([]);
      continue;
    }
    const word = fold(token);
    if (frame.has(word)) {
      framed = MIX.frame;
      entered = true;
      continue;
    }
    // «pour nettoyer les bureaux» says what is wanted, «pour les bureaux» for whom.
    if (entered && /(?:er|ir|re)$/.test(word)) framed = 1;
    if (word.length > 1) entered = false;
    if (asks.has(word)) asked = ASKED;
    const term = cpvTerm(word);
    if (term === undefined || !knows(term)) continue;
    // «livré» is no «livre».
    const counts = !empty.has(token.toLowerCase()) && !/^\d+$/.test(word);
    const weight = counts ? (framed * (asked > 0 ? MIX.asked : 1)) / (1 + read / MIX.fades) : MIX.empty;
    if (counts) {
      asked--;
      read++;
    }
    segments.at(-1)?.push({ term, start: match.index, end: match.index + token.length, weight, counts });
  }
  return segments.filter((one) => one.length > 0);
}
