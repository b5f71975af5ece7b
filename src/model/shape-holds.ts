import { plainWords, words } from '../french/words.ts';
import type { Ungrounded } from './ungrounded.ts';

export interface ShapeRules {
  /** Statements that no passage makes true: see `knowledge/modele/interdits.yaml`. On folded text. */
  readonly forbidden: readonly RegExp[];
  /** Runs of words of our own rules, and the mark planted in them: see `createLeakCheck`. */
  readonly leaks: (text: string) => boolean;
}

/** In characters: one sentence, a long one. */
const LONGEST = 420;

/** Links, addresses, mentions, markup, code: an answer needs none, and each can carry someone off. */
const MARKUP =
  /https?:|www\.|:\/\/|[@`<>{}⟦⟧\\[\]#|~^=]|&\w{1,8};|\*\*|__|!\(|(?<![\p{L}\d-])[\p{L}\d-]{2,}\.(?:fr|com|org|net|io|eu|gouv|info|html?|php|pdf)(?![\p{L}])|\d{2}(?:[ .]\d{2}){4}/u;
/** A script that no French sentence is written in. */
const FOREIGN_SCRIPT = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;
/** «TA» is an administrative court. */
const FAMILIAR = /(?<![\p{L}\d-])(?:[Tt]u|[Tt]oi|[Tt]on|[Tt]es|ta|t['’](?:es|as))(?![\p{L}\d])/u;
const INVISIBLE = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Cs}]/u;

/** What can be told of a claim without its passages. Undefined when nothing is wrong. */
export function shapeFault(text: string, { forbidden, leaks }: ShapeRules): Ungrounded | undefined {
  if (text.length > LONGEST) return 'too_long';
  if (MARKUP.test(text) || FOREIGN_SCRIPT.test(text) || INVISIBLE.test(text)) return 'markup';
  if (FAMILIAR.test(text)) return 'familiar';
  if (leaks(text)) return 'leak';
  const plain = plainWords(text);
  return forbidden.some((pattern) => pattern.test(plain)) ? 'forbidden' : undefined;
}

/** Words in a row that are nobody's but ours. */
const RUN = 6;

/**
 * Tells whether a text gives away what the model was told: a run of six words of it, or the mark planted in it.
 * @param common words that the passages hold too are no leak: their runs are left out
 */
export function createLeakCheck(system: string, mark: string): (text: string) => boolean {
  const own = new Set(runsOf(system));
  const planted = words(mark).join(' ');
  return (text) => {
    const said = words(text);
    return ` ${said.join(' ')} `.includes(` ${planted} `) || runs(said).some((run) => own.has(run));
  };
}

const runsOf = (text: string): readonly string[] => runs(words(text));

const runs = (list: readonly string[]): readonly string[] =>
  list.slice(0, Math.max(0, list.length - RUN + 1)).map((_, start) => list.slice(start, start + RUN).join(' '));
