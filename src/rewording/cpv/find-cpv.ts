import type { CpvTable, Pull } from '../../corpus/cpv.ts';
import { fold, termOf } from '../../french/words.ts';
import { indexCpv } from './index-cpv.ts';

/** A class that a need may be of. */
export interface CpvCandidate {
  /** Eight digits, a hyphen and the check digit: the class, or a finer code whose own words were said. */
  readonly code: string;
  readonly label: string;
  /** The words of the person that led to it, as they stand in the text. */
  readonly from: string;
}

export interface AboutNeed {
  /** Ids of the concepts of the lexicon met in the need. */
  readonly concepts: readonly string[];
  /** The family of the purchase, where it is known. */
  readonly nature?: string;
}

/** At most three, best first; none when nothing is near. Linear in the length of the text. */
export type FindCpv = (words: string, about: AboutNeed) => readonly CpvCandidate[];

interface Said {
  readonly term: string;
  readonly start: number;
  readonly end: number;
  /** How much it counts: what comes after «pour», «dans»… less. */
  readonly weight: number;
}

interface Found {
  score: number;
  /** The phrase that was met, and where. */
  phrase: number;
  segment: readonly Said[];
}

const SHOWN = 3;

/** How the parts of a score are mixed; held-out figures by `npm run evaluate:rewording -- --cpv FILE`. */
const MIX = {
  /** What is said where, for whom or when, beside what is wanted. */
  frame: 0.5,
  /** A segment further in the text. */
  later: 0.92,
  called: 1.25,
  putOff: 0.75,
  ruled: 1.05,
  least: 3,
  near: 0.3,
};

/** Builds the index: some 100 ms, so on first use. */
export function createFindCpv(table: CpvTable, classesOf: ReadonlyMap<string, readonly string[]> = new Map()): FindCpv {
  const index = indexCpv(table);
  const emptied = new Set(table.vides.flatMap(termsOf));
  const frame = new Set(table.cadre.map(fold));
  const acts = Object.entries(table.actes).map(([name, act]) => ({ name, act, words: act.mots.map(termsOf) }));
  const natures = new Map(Object.entries(table.natures));

  return (words, { concepts, nature }) => {
    const segments = readSegments(words, frame);
    const found = new Map<string, Found>();
    let share = 1;
    for (const segment of segments) {
      if (!segment.some(({ term }) => index.knows(term))) continue;
      scoreSegment(segment, share, found);
      share *= MIX.later;
    }
    const said = new Set(segments.flat().map(({ term }) => term));
    const done = acts.filter(({ words: ways }) =>
      ways.some((way) => way.length > 0 && way.every((term) => said.has(term))),
    );
    return choose(found, done, concepts, nature).map((one) => present(words, one));
  };

  function scoreSegment(segment: readonly Said[], share: number, found: Map<string, Found>): void {
    const weights = new Map<string, number>();
    for (const { term, weight } of segment)
      if (!emptied.has(term)) weights.set(term, Math.max(weight, weights.get(term) ?? 0));
    for (const { code, phrase, score } of index.score(weights))
      if (share * score > (found.get(code)?.score ?? 0)) found.set(code, { score: share * score, phrase, segment });
  }

  function choose(
    found: ReadonlyMap<string, Found>,
    done: typeof acts,
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
    const first = ranked([...steered.values()]).slice(0, SHOWN);
    for (const { acte, de, vers } of table.regles) {
      if (!done.some(({ name }) => name === acte)) continue;
      const from = first.find(({ code }) => de.some((start) => code.startsWith(start)));
      const own = steered.get(vers)?.score ?? 0;
      if (from !== undefined && own < from.score * MIX.ruled)
        steered.set(vers, { ...from, code: vers, score: from.score * MIX.ruled });
    }
    const best = ranked([...steered.values()]);
    const top = best[0]?.score ?? 0;
    return best.slice(0, SHOWN).filter(({ score }) => score >= MIX.least && score >= top * MIX.near);
  }

  function present(text: string, { code, phrase, segment }: Found & { readonly code: string }): CpvCandidate {
    const said = new Set(segment.map(({ term }) => term));
    const shown = index.finest(code, new Set([...said].filter((term) => !emptied.has(term))));
    const led = segment.filter(({ term }) => index.holds(phrase, term));
    const [start, end] = [led[0]?.start ?? 0, led.at(-1)?.end ?? 0];
    const near = end - start <= 60 ? [start, end] : [start, led[0]?.end ?? 0];
    return { ...shown, from: text.slice(...near) };
  }
}

const NO_PULL: Pull = { vers: [], pas: [] };

const ranked = <T extends { readonly code: string; readonly score: number }>(list: readonly T[]): readonly T[] =>
  list.toSorted((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1));

function steer(code: string, pulls: readonly Pull[]): number {
  const any = (starts: readonly string[]) => starts.some((start) => code.startsWith(start));
  if (pulls.some(({ vers }) => any(vers))) return MIX.called;
  return pulls.some(({ pas }) => any(pas)) ? MIX.putOff : 1;
}

const termsOf = (text: string): readonly string[] =>
  readSegments(text, new Set()).flatMap((said) => said.map(({ term }) => term));

const TOKEN = /[\p{L}\p{N}\p{M}]+|[.;!?\n]|[,:(]/gu;
const ENDS = new Set(['.', ';', '!', '?', '\n']);

/** The words of a text, sentence by sentence, with their place in it. */
function readSegments(text: string, frame: ReadonlySet<string>): readonly (readonly Said[])[] {
  const segments: Said[][] = [[]];
  let weight = 1;
  let entered = false;
  for (const match of text.matchAll(TOKEN)) {
    const token = match[0];
    if (/^[.;!?\n,:(]$/.test(token)) {
      weight = 1;
      if (ENDS.has(token)) segments.push([]);
      continue;
    }
    const word = fold(token);
    if (frame.has(word)) {
      weight = MIX.frame;
      entered = true;
      continue;
    }
    // «pour nettoyer les bureaux» says what is wanted, «pour les bureaux» for whom.
    if (entered && /(?:er|ir|re)$/.test(word)) weight = 1;
    entered = false;
    const term = termOf(word);
    if (term !== undefined)
      segments.at(-1)?.push({ term, start: match.index, end: match.index + token.length, weight });
  }
  return segments.filter((one) => one.length > 0);
}
