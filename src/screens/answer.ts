import { computedLines } from '../answering/port/computed.ts';
import type { Answer, Source } from '../answering/port/outcome.ts';
import { sayDay } from '../text/moments.ts';
import type { Language, Role } from '../vocabulary/people.ts';
import { heading, makeScreen, markdown, notice } from './make.ts';
import type { Act, Block, Screen } from './screen.ts';
import { sayStatus, type Words, wordsOf } from './words.ts';

/**
 * How much of an answer is shown at once. `short`: what was asked, and the first lines of the register. `full`: all of it. `rest`:
 * what the first lines leave out, where a face says those in a message of their own.
 */
export type Depth = 'short' | 'full' | 'rest';

/** Characters of the register's text that the short answer shows: its first paragraphs. */
const TASTE = 420;
const MOST_SOURCES = 6;

export interface AnswerView {
  readonly role: Role;
  readonly depth: Depth;
  /** In a hand-over it is what is known meanwhile. */
  readonly within: 'page' | 'handoff';
}

/** What an answer says, in the order a reader wants it; what it does not have leaves no empty heading. */
export function answerBlocks(answer: Answer, { role, depth, within }: AnswerView, words: Words): readonly Block[] {
  const { all } = words;
  const register = answer.registers[role];
  const told = depth === 'short' ? firstParagraphs(register) : register;
  return [
    ...notice(answer.caution, 'warning'),
    ...(depth === 'rest' ? [] : first(answer, words)),
    ...titled(all.register[role], told),
    ...(depth === 'short' ? [] : more(answer, within, words)),
    ...sourceBlocks(answer.sources.slice(0, depth === 'short' ? 1 : MOST_SOURCES), words),
    ...notice(`${all.asOf(sayDay(answer.asOf, words.language))}. ${answer.sure}`),
    ...notice(doubt(answer, words)),
    ...(depth === 'full' ? unfolded(answer, words) : depth === 'rest' ? folds(answer, words) : []),
  ];
}

/** To what was asked, at once. */
function first(answer: Answer, { all }: Words): readonly Block[] {
  const computed = answer.computed === undefined ? [] : computedLines(answer.computed, all);
  const said = [
    ...computed,
    answer.direct,
    answer.situation && `*${all.yourCase}\u00a0:* ${answer.situation}`,
    answer.brief,
  ];
  return [...notice(all.frenchSources), ...text(join(said))];
}

/** The short form leaves something out. */
export function hasMore(answer: Answer, role: Role): boolean {
  const register = answer.registers[role];
  const { nearby, next, pitfalls, also, limit } = answer;
  return (
    firstParagraphs(register) !== register ||
    nearby.length > 0 ||
    `${next}${pitfalls}${limit ?? ''}` !== '' ||
    also !== undefined
  );
}

function more(answer: Answer, within: AnswerView['within'], { all }: Words): readonly Block[] {
  const nearby = answer.nearby.map(({ question, answer: said }) => `- *${question}* ${said}`).join('\n');
  return [
    ...titled(all.nearby, nearby),
    ...titled(all.nextSteps, answer.next),
    ...(within === 'page' ? titled(all.limit, answer.limit ?? '') : []),
  ];
}

function also({ also: other }: Answer): string {
  return other === undefined ? '' : `**${other.title}**\n\n${other.brief}`;
}

function unfolded(answer: Answer, { all }: Words): readonly Block[] {
  return [...titled(all.pitfalls, answer.pitfalls), ...titled(all.also, also(answer))];
}

function folds(answer: Answer, { all }: Words): readonly Block[] {
  return [...folded('pitfalls', all.pitfalls, answer.pitfalls), ...folded('also', all.also, also(answer))];
}

function folded(id: string, label: string, said: string): readonly Block[] {
  return said === '' ? [] : [{ kind: 'fold', id, label, blocks: [markdown(said)] }];
}

function titled(title: string, said: string): readonly Block[] {
  return said === '' ? [] : [heading(title), markdown(said)];
}

function text(said: string): readonly Block[] {
  return said === '' ? [] : [markdown(said)];
}

/** Where to read it: the articles, or the section of a document which cites none. */
export function sourceBlocks(sources: readonly Source[], words: Words): readonly Block[] {
  if (sources.length === 0) return [];
  return [
    {
      kind: 'sources',
      title: words.all.sources,
      sources: sources.map(({ title, articles, section, url, status }) => ({
        title,
        places:
          articles.length === 0
            ? [{ label: section, url }]
            : articles.map((article) => ({ label: article.cited, url: article.url })),
        status: sayStatus(status, words),
      })),
    },
  ];
}

/** Said when the answer may be beside the question. Cut where the fitted confidence parts answers nearly always right. */
function doubt({ confidence }: Answer, { all }: Words): string | undefined {
  if (confidence >= 0.75) return undefined;
  const word = confidence >= 0.5 ? 'medium' : 'low';
  return `${all.web.confidenceName}\u00a0: ${all.web.confidence[word]}`;
}

function firstParagraphs(said: string): string {
  if (said.length <= TASTE) return said;
  const [opening = '', ...others] = said.split(/\n{2,}/);
  let taste = opening;
  for (const paragraph of others) {
    if (taste.length + paragraph.length > TASTE) break;
    taste += `\n\n${paragraph}`;
  }
  return taste;
}

function join(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

/** A fiche to put in a conversation: what it says in short, both ways of putting it on demand, its sources. */
export function ficheScreen(answer: Answer, language: Language): Screen {
  const words = wordsOf(language);
  const { register, pitfalls } = words.all;
  return makeScreen({
    ref: { view: 'fiche', key: answer.sources[0].fiche },
    language,
    title: answer.title,
    blocks: [
      ...text(answer.brief),
      ...sourceBlocks(answer.sources, words),
      ...folded('prescriber', register.prescriber, answer.registers.prescriber),
      ...folded('buyer', register.buyer, answer.registers.buyer),
      ...folded('pitfalls', pitfalls, answer.pitfalls),
    ],
    acts: [] satisfies readonly Act[],
    audience: 'all',
  });
}
