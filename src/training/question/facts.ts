import type { Fiche } from '../../corpus/fiche.ts';
import { type Figures, figureAt } from '../../corpus/figures.ts';
import { placeholders } from '../../corpus/prose.ts';
import type { QuizQuestion } from '../../corpus/quiz/quiz.ts';
import { textsOf } from '../../corpus/quiz/read-quiz.ts';
import type { IsoDate } from '../../days/iso-date.ts';
import { ownValue } from '../../own-value.ts';

/** What the law says on a day, by `figure:<key>` and `article:<name>`: a value with its unit, the version that was read. */
export type Facts = Readonly<Record<string, string>>;

/** Parts of a fiche that state the rule. */
const STATING = ['brief', 'service', 'buyer'] as const;

/**
 * The facts that a question rests on: its own figures, those by which its fiche states the rule, and the versions of the
 * articles that the fiche was checked against. Wording is none of them: an explanation written better is not a new law.
 */
export function factsOf(question: QuizQuestion, fiche: Fiche, figures: Figures, at: IsoDate): Facts {
  const facts: [name: string, value: string][] = [];
  for (const key of keysOf(question, fiche)) {
    const figure = figures.get(key);
    const value = figure && figureAt(figure, at);
    if (figure !== undefined && value !== undefined) facts.push([`figure:${key}`, `${value.value} ${figure.unit}`]);
  }
  for (const { ref } of fiche.sources) {
    const [, article, version] = /article (\S+), version du (\d{4}-\d{2}-\d{2})/.exec(ref) ?? [];
    if (article !== undefined && version !== undefined) facts.push([`article:${article}`, version]);
  }
  return Object.fromEntries(facts);
}

function keysOf(question: QuizQuestion, fiche: Fiche): ReadonlySet<string> {
  const said = [...textsOf(question).map(({ text }) => text), ...STATING.map((name) => fiche.sections[name])];
  const keys = said.flatMap((text) => placeholders(text).flatMap(({ key, at }) => (at === undefined ? [key] : [])));
  const own = question.kind === 'figure' ? [question.figure] : [];
  return new Set([...keys, ...own, ...(question.true_while ?? []).map(({ figure }) => figure)]);
}

/** The facts of `now` that `then` knew otherwise. What `then` did not know is new, not changed. */
export function changedFacts(then: Facts, now: Facts): readonly string[] {
  return Object.keys(now).filter(
    (name) => ownValue(then, name) !== undefined && ownValue(then, name) !== ownValue(now, name),
  );
}
