import type { OutboundMessage } from '../../src/answering/port/outcome.ts';
import { sayFirst, sayHandedRest, sayRest } from '../../src/answering/port/say.ts';
import type { Happened, Shown } from '../../src/desk/port/shown.ts';
import { frenchTypography } from '../../src/french/typography.ts';
import { fold } from '../../src/french/words.ts';
import type { BriefPreview, CaseView } from '../../src/handoff/port/views.ts';
import type { Suggestion } from '../../src/message/message.ts';
import type { ConsentChoices } from '../../src/screens/consent.ts';
import { choicesIn } from '../../src/screens/suggest.ts';
import { catalogues } from '../../src/text/catalogues.ts';
import { consoleTexts } from '../../src/text/console-texts.ts';
import { sayHelpFault } from '../../src/text/say-help-fault.ts';
import { showInterview, startOf } from './interview.ts';
import { newsOf } from './news.ts';
import { literal } from './plain.ts';
import { press } from './press.ts';
import { renderBrief, renderCase, renderHours, renderMay, renderRow, renderStanding } from './render.ts';
import type { Block } from './screen.ts';
import type { Seat } from './seat.ts';

/** Acts after which the case is no longer this reservist's. */
const GIVEN_AWAY: ReadonlySet<string> = new Set(['decline', 'give_back', 'pass_to']);
const { handoffWeb: web, handoff } = catalogues.fr;

type Of<N extends Happened['name']> = Extract<Happened, { readonly name: N }>;

/** What came of a line, as it is written to the terminal; what a next line means follows from it. */
export function show(seat: Seat, { happened, screen }: Pick<Shown, 'happened' | 'screen'>): readonly Block[] {
  seat.offered = [];
  seat.pressed = [];
  seat.asks = happened.name === 'interview' || happened.name === 'taught';
  switch (happened.name) {
    case 'answer':
      return showAnswer(seat, happened);
    case 'interview':
    case 'purchase':
    case 'purchases':
    case 'where':
    case 'no_purchase':
      return showInterview(seat, screen);
    case 'interview_start':
    case 'no_interview':
      return startOf(happened);
    case 'taught':
      seat.offered = happened.reply.suggestions;
      return [happened.reply.text, ...numbered(happened.reply.suggestions, true)];
    default:
      return showHelp(seat, happened).map((block) => (typeof block === 'string' ? frenchTypography(block) : block));
  }
}

function showHelp(
  seat: Seat,
  happened: Exclude<Happened, Of<'answer'> | Of<'taught'> | Of<'interview'>>,
): readonly Block[] {
  switch (happened.name) {
    case 'case':
      return showCase(seat, happened);
    case 'refused':
      return refuse(seat, happened);
    case 'consent':
      return showBrief(seat, happened.preview, happened.choices, happened.why);
    case 'stale_draft':
      return [sayHelpFault(happened.fault, catalogues.fr).text];
    case 'given_up':
      seat.mode = { kind: 'assistant' };
      return [consoleTexts.brief.givenUp];
    case 'ask':
      seat.mode = { kind: 'asking' };
      return [consoleTexts.asking];
    case 'for_case':
      // The prompt says that a plain line is for the assistant; how to reach the other side is said once.
      return [consoleTexts.cases.toOther(happened.cases.map(({ id }) => seat.numbers.of(id)))];
    case 'went':
      return [web.heard.wentToOther[happened.view.side], ...(happened.hidden === undefined ? [] : [happened.hidden])];
    case 'hours':
      if (happened.confirms) seat.pending = press('availability', { confirm: happened.text });
      return [literal(happened.playback, 2000), ...(happened.confirms ? [consoleTexts.sure] : [])];
    case 'hours_unclear':
      return [literal(happened.asked, 2000)];
    case 'hours_kept':
      return [happened.done ? web.desk.changed : literal(happened.playback, 2000)];
    case 'not_reservist':
      return [catalogues.fr.faults.not_reservist.text];
    case 'desk':
      return renderHours(happened.desk);
    case 'rows':
      return showRows(seat, happened);
    case 'data':
      return [handoff.exported, { quoted: happened.kept?.json ?? '' }];
    case 'forget_asked': {
      seat.pending = press('forget_me', {});
      const { forgetAsk } = web.data;
      return [`**${forgetAsk.title}** ${forgetAsk.text}`, consoleTexts.sure];
    }
    case 'forgotten':
      seat.over = true;
      return [handoff.forgotten];
    case 'thanked':
      return [consoleTexts.dialogue.rated];
    case 'forgot_dialogue':
      seat.last = undefined;
      seat.asked = undefined;
      return [consoleTexts.dialogue.wiped];
    default:
      // What needs a button, a channel or a stranger does not come to a terminal.
      return [];
  }
}

function showAnswer(seat: Seat, { reply, question, lesson }: Of<'answer'>): readonly Block[] {
  const { outcome, role } = reply;
  const catalogue = catalogues[reply.language];
  const more =
    outcome.kind === 'answer' || (outcome.kind === 'handoff' && sayHandedRest(outcome, role, catalogue) !== undefined);
  const choices = suggestionsOf(reply);
  seat.offered = choices;
  seat.asks = outcome.kind === 'clarification' || (outcome.kind === 'answer' && outcome.asks !== undefined);
  seat.last = { id: reply.inReplyTo, question, ...(more ? { reply, lesson: lesson?.said } : {}) };
  if (outcome.kind !== 'smalltalk') seat.asked = reply.inReplyTo;
  return apart([
    sayFirst(outcome, role, catalogue),
    ...(outcome.kind === 'answer' && outcome.human ? [catalogue.offer] : []),
    // What is asked back is numbered already.
    ...(outcome.kind === 'clarification' ? [] : numbered(choices)),
    ...(more ? [`*${consoleTexts.dialogue.more}*`] : []),
  ]);
}

/** What unfolds of the last answer, and where it leads. */
export function showMore(seat: Seat): readonly Block[] {
  const { reply, lesson } = seat.last ?? {};
  const { outcome } = reply ?? {};
  if (reply !== undefined && outcome?.kind === 'handoff' && outcome.known === undefined)
    return [sayHandedRest(outcome, reply.role, catalogues[reply.language]) ?? consoleTexts.dialogue.noMore];
  const answer = outcome?.kind === 'handoff' ? outcome.known : outcome;
  if (reply === undefined || answer?.kind !== 'answer') return [consoleTexts.dialogue.noMore];
  seat.offered = answer.suggestions;
  const catalogue = catalogues[reply.language];
  const parts = ['pitfalls', 'example'] as const;
  return apart([
    sayRest(answer, reply.role, catalogue),
    ...parts.flatMap((part) => (answer[part] === '' ? [] : [`**${catalogue[part]}**\n\n${answer[part]}`])),
    ...(lesson === undefined ? [] : [lesson]),
    ...numbered(answer.suggestions),
  ]);
}

function apart(texts: readonly string[]): readonly Block[] {
  return texts.map((text, index) => (index === texts.length - 1 ? text : `${text}\n`));
}

/** Letters need no number: they are typed as they are. */
function numbered(suggestions: readonly Suggestion[], butLetters = false): readonly string[] {
  if (suggestions.length === 0 || (butLetters && suggestions.every(({ label }) => fold(label).length <= 1))) return [];
  return [suggestions.map(({ label }, index) => `${index + 1}. ${label}`).join('\n')];
}

function suggestionsOf({ outcome, role }: OutboundMessage): readonly Suggestion[] {
  if (outcome.kind === 'clarification') return choicesIn(outcome, role);
  return outcome.kind === 'handoff' || outcome.kind === 'answer' ? [] : outcome.suggestions;
}

function showCase(seat: Seat, { view, did }: Of<'case'>): readonly Block[] {
  const before = seat.mode.kind === 'case' && seat.mode.shown.id === view.id ? seat.mode.shown : view;
  const number = seat.numbers.of(view.id);
  const done = did === undefined ? undefined : (web.case.done[did] ?? '');
  if (did !== undefined && GIVEN_AWAY.has(did)) {
    seat.mode = { kind: 'assistant' };
    return [done ?? ''];
  }
  seat.mode = { kind: 'case', shown: view };
  if (did === undefined) return renderCase(view, number);
  if (did === 'accept') return [`${done}\n`, ...renderCase(view, number)];
  if (did === 'send') return [`**${done}**\n`, ...renderStanding(view, number), ...renderMay(view)];
  return [...newsOf(before, view, true), done ?? '', ...mayIfOther(before, view)];
}

export function mayIfOther(before: CaseView, after: CaseView): readonly Block[] {
  return before.may.join() === after.may.join() ? [] : renderMay(after);
}

/** Where the case stands now says more than that it was too late. */
function refuse(seat: Seat, { fault, act, view }: Of<'refused'>): readonly Block[] {
  const again = act?.kind === 'propose_fiche' && fault.kind === 'taken';
  const said = again ? catalogues.fr.faults.already_proposed.text : sayHelpFault(fault, catalogues.fr).text;
  const { mode } = seat;
  if (act === undefined || fault.kind === 'store_down' || mode.kind !== 'case') return [said];
  if (view === undefined) {
    seat.mode = { kind: 'assistant' };
    return [said];
  }
  if (view.id !== mode.shown.id) return [said];
  seat.mode = { kind: 'case', shown: view };
  const news = newsOf(mode.shown, view);
  const stands = fault.kind === 'wrong_status' && news.length === 0 ? [view.standing] : news;
  return stands.length === 0 ? [said] : [`${said}\n`, ...stands, ...mayIfOther(mode.shown, view)];
}

function showBrief(
  seat: Seat,
  preview: BriefPreview,
  choices: ConsentChoices,
  why: Of<'consent'>['why'],
): readonly Block[] {
  const { mode } = seat;
  const before = mode.kind === 'brief' && mode.preview.case === preview.case ? mode : undefined;
  seat.mode = { kind: 'brief', preview, choices };
  const notice = noticeOf(before?.choices, choices, why);
  return [
    ...(notice === undefined ? [] : [`${notice}\n`]),
    ...renderBrief(preview, choices.amountsAsRanges, before?.preview),
  ];
}

function noticeOf(
  before: ConsentChoices | undefined,
  { amountsAsRanges }: ConsentChoices,
  why: Of<'consent'>['why'],
): string | undefined {
  if (why === undefined) return undefined;
  if (why === 'changed') return web.brief.changed;
  if (before === undefined) return web.brief.again;
  return before.amountsAsRanges === amountsAsRanges
    ? undefined
    : consoleTexts.brief.amounts[amountsAsRanges ? 'on' : 'off'];
}

function showRows(seat: Seat, { mine, desk }: Of<'rows'>): readonly Block[] {
  seat.rows = { mine, desk };
  const section = (title: string, found: typeof mine, none: string) =>
    `**${title}**\n${found.length === 0 ? none : found.map((row) => renderRow(row, seat.numbers)).join('\n')}`;
  const lent =
    desk === undefined
      ? []
      : [
          `${section(web.desk.offers, desk.offers, web.desk.noOffer)}\n`,
          `${section(web.desk.cases, desk.cases, web.desk.noCase)}\n`,
        ];
  return [...lent, section(web.mine.title, mine, web.mine.none)];
}
