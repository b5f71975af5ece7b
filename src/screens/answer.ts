import type { Computed } from '../answering/port/computed.ts';
import type { Answer, NearQuestion, Source } from '../answering/port/outcome.ts';
import { citedFirst, type FirstLine, firstLines, LEAST_KNOWN, lowered } from '../answering/port/short.ts';
import { sayDay } from '../text/moments.ts';
import type { Language, Role } from '../vocabulary/people.ts';
import { heading, makeScreen, markdown, notice } from './make.ts';
import type { Act, Block, Row, Screen } from './screen.ts';
import { suggestActs } from './suggest.ts';
import { sayStatus, type Words, wordsOf } from './words.ts';

/** How much of an answer is shown at once. `short`: its first lines. `rest`: what unfolds of it. `full`: both. */
export type Depth = 'short' | 'full' | 'rest';

const MOST_SOURCES = 6;
export const OTHER: Readonly<Record<Role, Role>> = { prescriber: 'buyer', buyer: 'prescriber' };

export interface AnswerView {
  readonly role: Role;
  readonly depth: Depth;
  /** A button says it in the other register, which then does not unfold. */
  readonly turns: boolean;
  /** Words of its first lines. */
  readonly most?: number;
  /** What may be said next, or done, from what unfolds. */
  readonly lesson?: Act | undefined;
  readonly human?: Act | undefined;
  /** The reply that offers other questions, and which of them was chosen. */
  readonly under?: string | undefined;
  readonly chosen?: string | undefined;
}

/** What an answer says, in the order a reader wants it; what it does not have leaves no empty heading. */
export function answerBlocks(answer: Answer, view: AnswerView, words: Words): readonly Block[] {
  return [
    ...(view.depth === 'rest' ? [] : firstBlocks(answer, view, words)),
    ...(view.depth === 'short' ? [] : foldsOf(answer, view, words)),
  ];
}

/** What is known whatever the fact is: in the words that are left, or folded where there are too few. */
export function knownBlocks(
  known: Answer,
  view: Pick<AnswerView, 'role' | 'turns'> & { readonly most: number },
  depth: Depth,
  words: Words,
): readonly Block[] {
  if (view.most >= LEAST_KNOWN) return answerBlocks(known, { ...view, depth: 'short' }, words);
  const { most: _, ...whole } = view;
  return depth === 'short'
    ? []
    : folded('known', words.all.known, answerBlocks(known, { ...whole, depth: 'short' }, words));
}

/** The first lines, then where they are written. */
function firstBlocks(answer: Answer, view: AnswerView, words: Words): readonly Block[] {
  const { role, most } = view;
  const { all, language } = words;
  const lines = firstLines(answer, role, all, most);
  const lead = lines.find(({ kind }) => LEADS.has(kind));
  return [
    ...notice(all.frenchSources),
    ...lines.flatMap((line) => (line.question === undefined ? [lineBlock(line, line === lead)] : [])),
    ...rowsOf(
      lines.flatMap(({ question, text }) =>
        question === undefined ? [] : [questionRow({ question, answer: text }, view, all)],
      ),
    ),
    ...chosenNotice(view, words),
    {
      kind: 'cited',
      places: citedFirst(answer, role).map(({ cited, url }) => ({ label: cited, url })),
      note: lowered(all.asOf(sayDay(answer.asOf, language))),
    },
  ];
}

/** A question that may be the one asked, with its answer: a press asks it, once. */
export function questionRow(
  { question: title, answer: note }: NearQuestion,
  { under, chosen }: Pick<AnswerView, 'under' | 'chosen'>,
  { doubtPick }: Words['all'],
): Row {
  if (chosen !== undefined) return { title, note };
  const value = under === undefined ? { text: title } : { text: title, under };
  return { title, note, act: { verb: 'say', value, label: doubtPick, spoken: title, look: 'plain' } };
}

/** Under what was chosen from. */
export function chosenNotice(view: Pick<AnswerView, 'chosen'>, words: Words): readonly Block[] {
  return notice(chosenIn(view, words), 'good');
}

export function chosenIn({ chosen }: Pick<AnswerView, 'chosen'>, { all }: Words): string | undefined {
  return chosen === undefined ? undefined : all.chosen(chosen);
}

/** The questions offered before, which a reservist will read too. */
export function offeredBlocks(offered: readonly NearQuestion[] | undefined, { all }: Words): readonly Block[] {
  if (offered === undefined) return [];
  const rows = offered.map(({ question: title, answer }) => ({ title, note: answer }));
  return [heading(all.offered), { kind: 'rows', rows }];
}

const LEADS: ReadonlySet<FirstLine['kind']> = new Set(['computed', 'verdict', 'answer']);

function lineBlock({ kind, text }: FirstLine, leads: boolean): Block {
  if (kind === 'caution') return { kind: 'notice', text, tone: 'warning' };
  const block: Block = { kind: 'markdown', text, ...(kind === 'verdict' || kind === 'note' ? {} : { lang: 'fr' }) };
  return leads ? { ...block, leads } : block;
}

function foldsOf(answer: Answer, view: AnswerView, words: Words): readonly Block[] {
  const { all } = words;
  const { role, turns } = view;
  const other = OTHER[role];
  return [
    ...reasoning(answer.computed, words),
    ...folded('other', all.register[other], turns ? [] : otherRegister(answer, other)),
    ...folded('nearby', all.nearby, nearbyBlocks(answer, words)),
    ...folded('fiche', all.fiche(answer.title), ficheBlocks(answer, view, words)),
    ...folded('pitfalls', all.pitfalls, french(answer.pitfalls)),
    ...folded('example', all.example, french(answer.example)),
  ];
}

/** How the rules come to what they conclude, a sentence each. */
export function reasoning(computed: Computed | undefined, { all }: Words): readonly Block[] {
  if (computed === undefined) return [];
  const { assumed, steps } = computed;
  const taken = assumed.length === 0 ? '' : `${all.computed.assumed} ${assumed.join(' ; ')}.`;
  const listed = steps.map((step) => `- ${step}`).join('\n');
  return folded('reasoning', all.computed.steps, [listed, taken].flatMap(french));
}

function otherRegister({ short, registers }: Answer, role: Role): readonly Block[] {
  if (registers[role] === '') return [];
  const { near, answer } = short[role];
  return [...french(near === undefined ? answer : `*${near}* ${answer}`), ...french(registers[role])];
}

function nearbyBlocks({ nearby, suggestions }: Answer, { own }: Words): readonly Block[] {
  return [
    ...nearby.flatMap(({ question, answer }) => french(`**${question}**\n\n${answer}`)),
    ...rowsOf(suggestActs(suggestions).map((act): Row => ({ title: act.label, act: { ...act, label: own.see } }))),
  ];
}

/** The whole of what it comes from, how sure that is, and where to go from it. */
function ficheBlocks(answer: Answer, { role, lesson, human }: AnswerView, words: Words): readonly Block[] {
  const { all, own } = words;
  const { brief, registers, next, also, limit, sure } = answer;
  const shown = answer.human ? undefined : limit;
  return [
    ...french(brief),
    ...titled(all.register[role], registers[role]),
    ...titled(all.nextSteps, next),
    ...titled(all.limit, shown ?? ''),
    ...titled(all.also, also === undefined ? '' : `**${also.title}**\n\n${also.brief}`),
    ...sourceBlocks(answer.sources, words),
    ...notice(sure),
    ...notice(doubt(answer, words)),
    ...rowsOf([
      ...(lesson === undefined
        ? []
        : [{ title: lesson.label, act: { ...lesson, label: own.see, spoken: lesson.label } }]),
      ...(human === undefined ? [] : [{ title: own.notThat, act: human }]),
    ]),
  ];
}

export function folded(id: string, label: string, blocks: readonly Block[]): readonly Block[] {
  return blocks.length === 0 ? [] : [{ kind: 'fold', id, label, blocks }];
}

function titled(title: string, said: string): readonly Block[] {
  return said === '' ? [] : [heading(title), ...french(said)];
}

/** Words of the corpus, which is French whatever the reader's language. */
export function french(said: string): readonly Block[] {
  return said === '' ? [] : [{ ...markdown(said), lang: 'fr' }];
}

function rowsOf(rows: readonly Row[]): readonly Block[] {
  return rows.length === 0 ? [] : [{ kind: 'rows', rows }];
}

/** Where to read it: the articles, or the section of a document which cites none. */
export function sourceBlocks(sources: readonly Source[], words: Words): readonly Block[] {
  if (sources.length === 0) return [];
  return [
    {
      kind: 'sources',
      title: words.all.sources,
      sources: sources.slice(0, MOST_SOURCES).map(({ title, articles, section, url, status }) => ({
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

/** How sure it is that this is what was asked. Cut where the fitted confidence parts answers nearly always right. */
function doubt({ confidence }: Answer, { all }: Words): string | undefined {
  if (confidence >= 0.45) return undefined;
  const word = confidence >= 0.35 ? 'medium' : 'low';
  return `${all.web.confidenceName}\u00a0: ${all.web.confidence[word]}`;
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
      ...french(answer.brief),
      ...sourceBlocks(answer.sources, words),
      ...folded('prescriber', register.prescriber, french(answer.registers.prescriber)),
      ...folded('buyer', register.buyer, french(answer.registers.buyer)),
      ...folded('pitfalls', pitfalls, french(answer.pitfalls)),
    ],
    acts: [] satisfies readonly Act[],
    audience: 'all',
  });
}
