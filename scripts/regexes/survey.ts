import { builtWhenLoaded } from './load.ts';
import { nameOf, type Placed } from './verdicts.ts';
import { type Site, writtenPatterns } from './written.ts';

export interface Survey {
  /** By name; of the same pattern at several places, one. */
  readonly patterns: ReadonlyMap<string, Placed>;
  /** Places that build patterns when the product runs, none of which was seen. */
  readonly missed: readonly Site[];
  readonly written: number;
  readonly built: number;
  readonly sites: number;
}

/** Every pattern that stands in `files`, and every one that loading `loaded` builds. */
export async function survey(files: readonly string[], loaded: readonly string[]): Promise<Survey> {
  const { patterns: written, sites } = writtenPatterns(files);
  const built = await builtWhenLoaded(loaded);
  return {
    patterns: new Map([...written, ...built].map((one) => [nameOf(one), one])),
    missed: sites.filter(({ file, from, to }) =>
      built.every((one) => one.file !== file || one.line < from || one.line > to),
    ),
    written: written.length,
    built: built.length,
    sites: sites.length,
  };
}

/** What the committed verdicts lack, and what they have in excess: names of patterns. */
export function compare(
  patterns: ReadonlyMap<string, Placed>,
  verdicts: ReadonlySet<string>,
): { readonly unjudged: readonly string[]; readonly stale: readonly string[] } {
  return {
    unjudged: [...patterns.keys()].filter((name) => !verdicts.has(name)),
    stale: [...verdicts].filter((name) => !patterns.has(name)),
  };
}
