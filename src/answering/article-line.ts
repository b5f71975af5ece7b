import { frenchDate } from '../days/iso-date.ts';
import { officialUrl } from '../french/articles.ts';
import { frenchTypography } from '../french/typography.ts';
import type { OfficialQuote } from '../law/create-quotes.ts';
import type { Result } from '../result.ts';
import { articleTexts as texts } from '../text/article-texts.ts';
import type { Catalogue } from '../text/catalogues.ts';
import type { ArticleAtHand, NoArticle } from './article-at-hand.ts';
import type { Outcome, Short, Source } from './port/outcome.ts';

/** An article asked for by its number, as an answer: what it says, then the questions it answers and what leans on it. */
export function articleOutcome(told: Result<ArticleAtHand, NoArticle>, catalogue: Catalogue): Outcome {
  if (!told.ok) {
    const { message, nearest } = told.error;
    const suggestions = nearest.map((article) => ({ label: frenchTypography(article), text: article }));
    return { kind: 'refusal', reason: 'no_source', text: message, next: catalogue.refusal.no_source.next, suggestions };
  }
  const { article, cited, says, readOn, source, caution, questions, leaning, official } = told.value;
  const short: Short = { near: undefined, answer: says, but: caution, next: undefined };
  const url = officialUrl(article);
  const named = { reference: article, cited, ...(url === undefined ? {} : { url }) };
  const from = (fiche: string, title: string): Source => ({
    fiche,
    title,
    section: cited,
    articles: [named],
    verifiedOn: readOn,
    status: 'V1',
    module: '',
    ...(url === undefined ? {} : { url }),
  });
  const [first] = leaning.fiches;
  const leans =
    leaning.fiches.length === 0 ? texts.nothingLeans : texts.leans(leaning.fiches.map(({ title }) => title));
  const quoted = official === undefined ? [] : [quoteOf(official)];
  const register = [...quoted, frenchTypography(leans)].join('\n\n');
  return {
    kind: 'answer',
    title: frenchTypography(texts.title(cited)),
    short: { prescriber: short, buyer: short },
    verdict: undefined,
    cited: [named],
    nearby: questions.map(({ question, answer }) => ({ question, answer })),
    brief: says,
    registers: { prescriber: register, buyer: register },
    pitfalls: '',
    example: '',
    next: '',
    sources: [from(first?.id ?? article, first?.title ?? frenchTypography(texts.title(cited)))],
    also: undefined,
    limit: undefined,
    human: false,
    caution: undefined,
    asOf: readOn,
    sure: source,
    suggestions: questions.map(({ question }) => ({ label: question, text: question })),
    confidence: 1,
  };
}

/** The official text, word for word: nothing of it is typeset. */
function quoteOf({ text, since, readOn }: OfficialQuote): string {
  const lines = text.split('\n').map((line) => `> ${escapeQuoted(line)}`);
  return [frenchTypography(texts.official(frenchDate(since), frenchDate(readOn))), lines.join('\n>\n')].join('\n\n');
}

/** Someone else's text in Markdown shows as it stands. */
function escapeQuoted(line: string): string {
  return line.replace(/[\\`*_[\]<>#|~&]/g, '\\$&').replace(/^(\s*)([-+]|\d{1,9}[.)])(?=\s)/, '$1\\$2');
}
