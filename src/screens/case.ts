import { plainMarkdown } from '../french/plain-markdown.ts';
import type { CaseLine, CaseView } from '../handoff/port/views.ts';
import type { Outgoing } from '../message/delivery.ts';
import { sayMoment, sayShort } from '../text/moments.ts';
import type { CaseAction } from '../vocabulary/cases.ts';
import type { Language } from '../vocabulary/people.ts';
import { caseActs, sayField } from './case-acts.ts';
import { heading, inShort, makeScreen, markdown, notice, quoted, type Told, told } from './make.ts';
import type { Act, Block, Screen, TalkLine } from './screen.ts';
import { type Words, wordsOf } from './words.ts';

/** The last lines of talk; the page of the site has them all. */
const MOST_LINES = 8;
/** Characters of the question by which a case is known. */
const LONGEST_ABOUT = 160;

/** Where its reader writes to the other side: in a box of the screen, or in the thread that hangs on it. */
export type Writes = 'box' | 'thread';

export interface CaseSetting {
  readonly language: Language;
  readonly writes: Writes;
  /** Said above all: what was done, or what went wrong. */
  readonly told?: Told;
  /** What was typed and could not be taken: it stands in its box again. */
  readonly typed?: string;
  /** With what was said: where the talk is not read elsewhere. */
  readonly talk: boolean;
}

/** A case for one of its two sides, or the offer of one: where it stands, the question, what was said, what may be done now. */
export function caseScreen(view: CaseView, { language, writes, talk, typed, ...said }: CaseSetting): Screen {
  const words = wordsOf(language);
  const { case: says, status } = words.all.handoffWeb;
  const isOffer = view.may.includes('accept');
  const title = isOffer ? words.own.case.offer : words.own.case.title[view.side];
  return makeScreen({
    ref: { view: 'case', key: view.id, version: view.version },
    language,
    title,
    blocks: [
      ...told(said.told),
      markdown(`**${status[view.status]}** · ${view.standing}`),
      ...notice(isOffer ? `${says.requester}\u00a0: ${view.other.organisation}` : undefined),
      ...(view.expectedAt === undefined ? [] : notice(says.expected(sayMoment(view.expectedAt, language)))),
      ...quoted(words.all.handoffWeb.brief.question, view.brief.question),
      ...(talk && !isOffer ? talkBlocks(view.lines, words) : []),
      ...(isOffer ? [] : identity(view, words)),
      ...notice(view.may.includes('say') && writes === 'thread' ? inThread(view, words) : undefined),
      ...came(view, words),
    ],
    fields: view.may.includes('say') && writes === 'box' ? [sayField(view, words, typed)] : [],
    acts: [...acts(view, words, writes), ...(isOffer ? [later(view, words)] : [])],
    // An offer is decided on where it is notified: the question is said with it.
    ...(isOffer ? {} : { said: `${title}\u00a0: ${status[view.status]}. ${view.standing}` }),
    view: { name: 'case', data: view },
  });
}

/** What happens to a case, said where its reader is, with what they may want to do at once. */
export function caseNotice(
  { text, kind }: Pick<Outgoing, 'text' | 'kind'>,
  view: CaseView,
  { language, writes, about }: { readonly language: Language; readonly writes: Writes; readonly about: boolean },
): Screen {
  const words = wordsOf(language);
  const { case: says } = words.own;
  const asked = inShort(view.brief.question, LONGEST_ABOUT);
  const which = `${says.title[view.side]}\u00a0: «\u00a0${asked}\u00a0»`;
  return makeScreen({
    ref: { view: 'notice', key: view.id, version: view.version },
    language,
    blocks: [...notice(about && asked !== '' ? which : undefined), markdown(text)],
    fields: view.may.includes('say') && writes === 'box' ? [sayField(view, words)] : [],
    acts: writes === 'box' ? acts(view, words, writes) : caseActs(view, words, AT_ONCE[kind] ?? []),
    said: plainMarkdown(text),
  });
}

/** Under a line of a thread, whose card has all that may be done. */
const AT_ONCE: Readonly<Partial<Record<Outgoing['kind'], readonly CaseAction['kind'][]>>> = {
  queued: ['withdraw'],
  answered: ['close'],
  identity_asked: ['open_identity'],
  reminder: ['answer', 'give_back'],
  closed: ['rate', 'reopen', 'propose_fiche'],
};

/** What became of an offer. */
export function offerOver(text: string, language: Language): Screen {
  const { own } = wordsOf(language);
  return makeScreen({ ref: { view: 'note', key: '' }, language, title: own.case.offer, blocks: [markdown(text)] });
}

function later({ id }: CaseView, { own }: Words): Act {
  return { verb: 'later', value: { case: id }, label: own.case.later, look: 'plain' };
}

function acts(view: CaseView, words: Words, writes: Writes): readonly Act[] {
  const all = caseActs(view, words);
  return writes === 'box' ? all : all.filter(({ verb, value }) => verb !== 'act' || value.act !== 'say');
}

function inThread({ other }: CaseView, { own }: Words): string {
  return other.name === undefined ? own.case.threadHidden : own.case.threadNamed;
}

/** What came with the question, on demand, for whoever answers it: its requester knows it. */
function came({ brief, side }: CaseView, { all, own }: Words): readonly Block[] {
  if (side === 'requester') return [];
  const { brief: names } = all.handoffWeb;
  const blocks = (['answered', 'need'] as const).flatMap((piece) => {
    const text = brief[piece];
    return quoted(names[piece], text === undefined ? undefined : plainMarkdown(text));
  });
  return blocks.length === 0 ? [] : [{ kind: 'fold', id: 'came', label: own.case.came, blocks }];
}

function talkBlocks(lines: readonly CaseLine[], words: Words): readonly Block[] {
  const { case: says } = words.all.handoffWeb;
  const shown = lines.slice(-MOST_LINES);
  if (lines.length === 0) return notice(says.noTalk);
  const earlier = lines.length - shown.length;
  return [
    heading(says.talk),
    ...notice(earlier === 0 ? undefined : words.own.case.earlier(earlier)),
    { kind: 'talk', lines: shown.map((line) => talkLine(line, words)) },
  ];
}

function talkLine(line: CaseLine, { all, language }: Words): TalkLine {
  const at = sayShort(line.at, language);
  if (line.kind === 'step') return { kind: 'step', at, text: line.text };
  const { case: says } = all.handoffWeb;
  const who = line.from === 'you' ? says.you : says[line.from];
  return { kind: 'said', at, who, text: line.text, note: line.hidden };
}

function identity({ other, identity: open, side, may }: CaseView, { all }: Words): readonly Block[] {
  const { case: says } = all.handoffWeb;
  if (other.name !== undefined) return notice(says.identityOpen(other.name, other.organisation));
  if (!open.you && !open.other && (side === 'requester' || !may.includes('open_identity'))) return [];
  const you = says.identityYou[open.you ? 'yes' : 'no'];
  const they = says.identityOther[open.other ? 'yes' : 'no'];
  return notice(`${says.identity}\u00a0: ${you}, ${they}.`);
}
