/** One way of saying something. */
export interface Phrase {
  /** What it says. */
  readonly of: string;
  readonly terms: readonly string[];
  /** How much it counts by where it is from. */
  readonly source: number;
}

interface Scored {
  readonly of: string;
  readonly score: number;
  /** The best of its phrases, by number. */
  readonly phrase: number;
}

/** How scores are made of what was met. */
export interface PhraseMix {
  /** Rare words count more than common ones, but not as much as they are rarer. */
  readonly rarity: number;
  /** A phrase said in part counts for less than its part. */
  readonly part: number;
  /** Words taken one by one, beside the best phrase. */
  readonly oneByOne: number;
}

export interface PhraseIndex {
  knows(term: string): boolean;
  /** Of all its terms, by how rare they are. */
  sizeOf(phrase: number): number;
  /** Whatever shares a term with what was said, each term with its weight. */
  score(weights: ReadonlyMap<string, number>): readonly Scored[];
}

/** An inverted index over ways of saying; those that say one thing stand together. */
export function indexPhrases(phrases: readonly Phrase[], mix: PhraseMix): PhraseIndex {
  const postings = new Map<string, number[]>();
  for (const [at, { terms }] of phrases.entries())
    for (const term of terms) {
      const list = postings.get(term);
      if (list === undefined) postings.set(term, [at]);
      else list.push(at);
    }
  const count = new Set(phrases.map(({ of }) => of)).size;
  const rarities = new Map(
    [...postings].map(([term, list]) => {
      let things = 0;
      for (const [place, at] of list.entries()) if (phrases[at]?.of !== phrases[list[place - 1] ?? -1]?.of) things++;
      return [term, Math.log((count + 1) / (things + 0.5)) ** mix.rarity] as const;
    }),
  );
  const sizes = Float64Array.from(phrases, ({ terms }) =>
    terms.reduce((total, term) => total + (rarities.get(term) ?? 0), 0),
  );
  // Of each phrase, what was said of it, and the same weighed; blank between two texts.
  const said = new Float64Array(phrases.length);
  const weighed = new Float64Array(phrases.length);

  const gather = (weights: ReadonlyMap<string, number>) => {
    const met = new Set<number>();
    const bags = new Map<string, number>();
    for (const [term, weight] of weights) {
      const rarity = rarities.get(term) ?? 0;
      let last: string | undefined;
      for (const at of postings.get(term) ?? []) {
        met.add(at);
        said[at] = (said[at] ?? 0) + rarity;
        weighed[at] = (weighed[at] ?? 0) + rarity * weight;
        const of = phrases[at]?.of ?? '';
        if (of !== last) bags.set(of, (bags.get(of) ?? 0) + rarity * weight);
        last = of;
      }
    }
    return { met, bags };
  };

  return {
    knows: (term) => postings.has(term),
    sizeOf: (phrase) => sizes[phrase] ?? 0,
    score: (weights) => {
      const { met, bags } = gather(weights);
      const best = new Map<string, Scored>();
      for (const at of met) {
        const { of = '', source = 0 } = phrases[at] ?? {};
        const score = (weighed[at] ?? 0) * source * ((said[at] ?? 0) / (sizes[at] ?? 1)) ** mix.part;
        if (score > (best.get(of)?.score ?? 0)) best.set(of, { of, score, phrase: at });
        said[at] = 0;
        weighed[at] = 0;
      }
      return [...best.values()].map((one) => ({
        ...one,
        score: one.score + mix.oneByOne * (bags.get(one.of) ?? 0),
      }));
    },
  };
}
