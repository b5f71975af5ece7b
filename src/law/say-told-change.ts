import { sayValue } from '../corpus/figures.ts';
import { fillFigures, placeholders } from '../corpus/prose.ts';
import type { Question } from '../corpus/question.ts';
import type { Corpus } from '../corpus/read-corpus.ts';
import { frenchDate, type IsoDate } from '../days/iso-date.ts';
import { citeArticle, officialUrl } from '../french/articles.ts';
import { frenchTypography } from '../french/typography.ts';
import type { Suggestion } from '../message/message.ts';
import { alertTexts as texts } from '../text/alert-texts.ts';
import type { Role } from '../vocabulary/people.ts';
import type { ValidChange } from './valid-changes.ts';

/** A change as whoever follows it is told: what changes, what that makes of the rule for each side, two questions. Markdown. */
export function sayToldChange(
  change: ValidChange,
  corpus: Corpus,
  { role, today, asks }: { readonly role: Role; readonly today: IsoDate; readonly asks: boolean },
): { readonly text: string; readonly suggestions: readonly Suggestion[] } {
  const { article, since } = change;
  const cited = citeArticle(article);
  const url = officialUrl(article);
  const head =
    since > today ? texts.toCome(frenchDate(since)) : since === today ? texts.today : texts.since(frenchDate(since));
  const sides = role === 'buyer' ? (['achat', 'service'] as const) : (['service', 'achat'] as const);
  const rule = ruleOf(change, corpus);
  const day = since > today ? since : today;
  const text = [
    `**${head}**`,
    ...(change.figures.length > 0
      ? change.figures.map(({ label, before, after, key }) => `- ${sayFigure(corpus, key, label, before, after)}`)
      : [texts.article(cited)]),
    ...(rule === undefined
      ? []
      : [
          texts.rule(fillFigures(rule.ask, corpus.figures, day)),
          ...sides.map((side) => texts.side[side](fillFigures(rule.answer[side], corpus.figures, day))),
        ]),
    url === undefined ? texts.written(cited) : texts.written(`[${cited}](${url})`),
  ].join('\n\n');
  return {
    text: frenchTypography(text),
    suggestions: [
      ...(asks ? [{ label: frenchTypography(texts.quiz), text: texts.quizLine(article) }] : []),
      { label: texts.mine, text: texts.mineLine },
    ],
  };
}

function sayFigure({ figures }: Corpus, key: string, label: string, before: number | null, after: number): string {
  const figure = figures.get(key);
  const say = (value: number) => (figure === undefined ? String(value) : sayValue(figure, value));
  return texts.figure(label, before === null ? undefined : say(before), say(after));
}

/** The question of the corpus whose answer the change turns: one that says the figure, else one that names the article. */
function ruleOf({ article, figures }: ValidChange, { fiches }: Corpus): Question | undefined {
  const keys = new Set(figures.map(({ key }) => key));
  const all = fiches.flatMap(({ questions }) => questions);
  const says = (one: Question) =>
    placeholders(one.answer.service + one.answer.achat).some(({ key, at }) => at === undefined && keys.has(key));
  return (
    all.find((one) => one.articles.includes(article) && says(one)) ??
    all.find(says) ??
    all.find((one) => one.articles.includes(article))
  );
}
