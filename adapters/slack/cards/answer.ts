import type { KnownBlock } from '@slack/types';
import type { Answer, Source } from '../../../src/answering/port/outcome.ts';
import type { Role } from '../../../src/vocabulary/people.ts';
import { context, header, links } from '../blocks/build.ts';
import { plainText, richText } from '../blocks/markdown.ts';
import { escapeMrkdwn } from '../blocks/mrkdwn.ts';
import { sayDay } from '../say.ts';
import type { Texts } from '../texts.ts';

interface AnswerSetting {
  readonly role: Role;
  readonly full: boolean;
  readonly texts: Texts;
  /** In a hand-over the answer is what is known meanwhile. */
  readonly within: 'page' | 'handoff';
}

interface AnswerParts {
  readonly head: readonly KnownBlock[];
  readonly body: readonly KnownBlock[];
  readonly tail: readonly KnownBlock[];
  readonly text: string;
  /** The short form leaves something out. */
  readonly hasMore: boolean;
}

/** Characters of the register's text that the short answer shows: its first paragraphs. */
const TASTE = 420;
const MOST_SOURCES = 6;

/** The answer first, then what it rests on; what it does not have leaves no empty heading. */
export function answerParts(answer: Answer, { role, full, texts, within }: AnswerSetting): AnswerParts {
  const { all } = texts;
  const register = answer.registers[role];
  const taste = firstParagraphs(register);
  const told = full ? register : taste;
  const short = [
    answer.direct,
    answer.situation && `*${all.yourCase}\u00a0:* ${answer.situation}`,
    answer.brief,
    told && `**${all.register[role]}**\n\n${told}`,
  ];
  const rest = [
    answer.nearby.length > 0
      ? `**${all.nearby}**\n\n${answer.nearby.map(({ question, answer: said }) => `- *${question}* ${said}`).join('\n')}`
      : undefined,
    answer.next && `**${all.nextSteps}**\n\n${answer.next}`,
    answer.pitfalls && `**${all.pitfalls}**\n\n${answer.pitfalls}`,
    answer.also && `**${all.also}\u00a0: ${answer.also.title}**\n\n${answer.also.brief}`,
    answer.limit && within === 'page' ? `**${all.limit}**\u00a0: ${answer.limit}` : undefined,
  ];
  const said = join(full ? [...short, ...rest] : short);
  const asOf = `${all.asOf(sayDay(answer.asOf, texts.language))}. ${answer.sure}`;
  return {
    head: [
      ...(within === 'page' ? [header(plainText(answer.title))] : []),
      ...context(
        answer.caution && escapeMrkdwn(plainText(answer.caution)),
        all.frenchSources && escapeMrkdwn(all.frenchSources),
      ),
    ],
    body: richText(within === 'page' ? said : `**${answer.title}**\n\n${said}`),
    tail: context(
      ...sourceLines(full ? answer.sources.slice(0, MOST_SOURCES) : answer.sources.slice(0, 1), texts),
      `*${escapeMrkdwn(asOf)}*`,
      doubt(answer, texts),
    ),
    text: `${plainText(answer.title)}\n\n${plainText(join([answer.direct, answer.situation, answer.brief, told]))}\n\n${asOf}`,
    hasMore: taste !== register || rest.some((part) => part !== undefined && part !== ''),
  };
}

/** One line for each source, «title» (articles, each a link), and the day it is right for. */
export function sourceLines(sources: readonly Source[], texts: Texts): readonly string[] {
  return sources.map(({ title, articles, section, url }, index) => {
    const places =
      articles.length === 0
        ? [{ label: section, url }]
        : articles.map((article) => ({ label: article.cited, url: article.url }));
    return `${index === 0 ? `${texts.all.sources}\u00a0: ` : ''}«\u00a0${escapeMrkdwn(plainText(title))}\u00a0» (${links(places)})`;
  });
}

/** Said when the answer may be beside the question. Cut where the fitted confidence parts answers nearly always right. */
function doubt({ confidence }: Answer, { all }: Texts): string | undefined {
  if (confidence >= 0.75) return undefined;
  const word = confidence >= 0.5 ? 'medium' : 'low';
  return escapeMrkdwn(`${all.web.confidenceName}\u00a0: ${all.web.confidence[word]}`);
}

function firstParagraphs(text: string): string {
  if (text.length <= TASTE) return text;
  const [first = '', ...others] = text.split(/\n{2,}/);
  let taste = first;
  for (const paragraph of others) {
    if (taste.length + paragraph.length > TASTE) break;
    taste += `\n\n${paragraph}`;
  }
  return taste;
}

function join(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}
