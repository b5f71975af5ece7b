import type { FactName, FactValue } from '../../rules/facts.ts';
import type { GoalName } from '../../rules/goals.ts';
import type { SaidLocal } from '../../rules/local/say-local.ts';
import type { Catalogue } from '../../text/catalogues.ts';

/** An article as it is named, as it is read, and where. */
export interface CitedArticle {
  readonly reference: string;
  readonly cited: string;
  readonly url?: string;
}

/** What the rules worked out of the person's own case, said before anything else. French, typeset; Markdown. */
export interface Computed {
  /** The result in one sentence, its first words first; where a fact is missing, the question that asks for it. */
  readonly said: string;
  /** How it comes, in one line; undefined where nothing was counted. */
  readonly formula: string | undefined;
  readonly articles: readonly CitedArticle[];
  /** Taken for granted, in words. */
  readonly assumed: readonly string[];
  /** Retained of what was said, here or before: «commune», «fournitures», «75 000 € HT». */
  readonly facts: readonly string[];
  /** What was asked of the rules, and all they were given: what a form of the same question begins with. */
  readonly of?: { readonly goal: GoalName; readonly facts: readonly (readonly [FactName, FactValue])[] } | undefined;
  /** The whole reasoning, a sentence each, with its articles: unfolded on demand. */
  readonly steps: readonly string[];
  /** The fact that is asked for, where it decides. */
  readonly missing: string | undefined;
  /** The body's own rules beside the law. */
  readonly local?: SaidLocal | undefined;
}

/** Its lines, the result first; the articles go with the source line. */
export function computedLines(
  { said, formula, assumed, facts, local }: Computed,
  { computed: texts }: Catalogue,
): readonly [string, ...string[]] {
  return [
    ...leadOf(said, local),
    ...(local === undefined ? [] : [[...local.others, local.source].join(' ')]),
    ...(formula === undefined ? [] : [formula]),
    ...(assumed.length === 0 ? [] : [`${texts.assumed} ${assumed.join(' ; ')}.`]),
    ...(facts.length === 0 ? [] : [`*${texts.facts} ${facts.join(' · ')}.*`]),
  ];
}

/** The stricter first: a body's own rule is never told without the law beside it. */
function leadOf(said: string, local: SaidLocal | undefined): readonly [string, ...string[]] {
  if (local?.competition === undefined) return [`**${said}**`];
  return local.first ? [`**${local.competition}** ${local.law}`] : [`**${said}**`, local.competition];
}
