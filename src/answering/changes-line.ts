import { frenchDate, type IsoDate } from '../days/iso-date.ts';
import { citeArticle, officialUrl } from '../french/articles.ts';
import { frenchTypography } from '../french/typography.ts';
import type { Period, ToldChange } from '../law/port/law-pages.ts';
import { alertTexts } from '../text/alert-texts.ts';
import type { CitedArticle } from './port/computed.ts';
import type { Outcome, Short, Source } from './port/outcome.ts';
import { countWords } from './port/short.ts';

const { list: texts } = alertTexts;
/** Words of what is shown first: the source line comes under it. */
const MOST_WORDS = 95;

/** What changed in a period, as an answer: the latest first, as many as are read at a glance; the rest unfolds. */
export function changesOutcome(changes: readonly ToldChange[], { from, to }: Period, today: IsoDate): Outcome {
  const suggestions = [{ label: texts.follow, text: texts.followLine }];
  const head =
    to < today
      ? texts.between(changes.length, frenchDate(from), frenchDate(to))
      : texts.head(changes.length, frenchDate(from));
  const [first, ...others] = [...new Set(changes.map(({ article }) => article))].map(
    (article): Source => sourceOf(article, changes.find((one) => one.article === article)?.on ?? from),
  );
  if (first === undefined)
    return { kind: 'smalltalk', text: frenchTypography(texts.none(frenchDate(from))), suggestions };
  const lines = changes.map(({ said }) => `- ${said}`);
  let left = MOST_WORDS - countWords(head);
  const shown = lines.filter((line) => {
    left -= countWords(line);
    return left >= 0;
  });
  const hidden = lines.filter((line) => !shown.includes(line));
  const more = hidden.length === 0 ? [] : [texts.more(hidden.length)];
  const short: Short = {
    near: undefined,
    answer: frenchTypography([`**${head}**`, '', ...shown, ...more].join('\n')),
    but: undefined,
    next: undefined,
  };
  const rest = frenchTypography(hidden.join('\n'));
  return {
    kind: 'answer',
    title: texts.title,
    short: { prescriber: short, buyer: short },
    verdict: undefined,
    cited: [first, ...others].flatMap(({ articles }) => articles).slice(0, 3),
    nearby: [],
    brief: frenchTypography(texts.intro),
    registers: { prescriber: rest, buyer: rest },
    pitfalls: '',
    example: '',
    next: '',
    sources: [first, ...others],
    also: undefined,
    limit: undefined,
    human: false,
    caution: undefined,
    asOf: today,
    sure: texts.source(frenchDate(today)),
    suggestions,
    confidence: 1,
  };
}

function sourceOf(article: string, verifiedOn: IsoDate): Source {
  const url = officialUrl(article);
  const cited: CitedArticle = {
    reference: article,
    cited: citeArticle(article),
    ...(url === undefined ? {} : { url }),
  };
  return {
    fiche: article,
    title: texts.title,
    section: cited.cited,
    articles: [cited],
    verifiedOn,
    status: 'V1',
    module: '',
    ...(url === undefined ? {} : { url }),
  };
}
