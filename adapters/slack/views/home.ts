import type { HomeView, KnownBlock } from '@slack/types';
import type { CaseRow, DeskView } from '../../../src/handoff/port/views.ts';
import type { SignedIn } from '../../../src/reserve/port/signed-in.ts';
import type { Language, Role } from '../../../src/vocabulary/people.ts';
import { actions, button, context, header, option, section } from '../blocks/build.ts';
import { shorten } from '../blocks/clean.ts';
import { LIMITS } from '../blocks/limits.ts';
import { richText } from '../blocks/markdown.ts';
import { escapeMrkdwn } from '../blocks/mrkdwn.ts';
import { ACTIONS } from '../ids.ts';
import { sayDate, sayShort } from '../say.ts';
import { type Texts, textsOf } from '../texts.ts';
import { packValue } from '../values.ts';

export interface HomeFacts {
  readonly language: Language;
  /** As Slack names them, for someone not yet known. */
  readonly name: string;
  /** Undefined for someone who has only asked questions. */
  readonly person: SignedIn | undefined;
  readonly role: Role | undefined;
  readonly mine: readonly CaseRow[];
  /** Of a reservist. */
  readonly desk: DeskView | undefined;
  /** The cases could not be read. */
  readonly down: boolean;
  /** Where people can be handed over. */
  readonly human: boolean;
  readonly at: string;
}

const MOST_ROWS = 8;

/** Who I am here, my requests, my desk, my data. */
export function homeView(facts: HomeFacts): HomeView {
  const texts = textsOf(facts.language);
  const { home: says } = texts.slack;
  const { person } = facts;
  const parts = [
    person?.reservist === true ? says.reservist : undefined,
    person?.coordinator === true ? says.coordinator : undefined,
  ].filter((part) => part !== undefined);
  const blocks: readonly KnownBlock[] = [
    header(says.hello(person?.name ?? facts.name)),
    ...richText(says.intro),
    ...context(
      person === undefined ? undefined : escapeMrkdwn(says.organisation(person.organisation)),
      parts.length === 0 ? undefined : escapeMrkdwn(parts.join(', ')),
    ),
    roleRow(facts.role, texts),
    ...richText(says.ask),
    ...actions([
      button(ACTIONS.homeNeed, says.need, 'home', { style: 'primary' }),
      ...(facts.human ? [button(ACTIONS.homeAsk, says.askReservist, 'home')] : []),
    ]),
    ...(facts.down ? context(escapeMrkdwn(says.down)) : []),
    ...(person?.reservist === true && facts.desk !== undefined ? deskBlocks(facts.desk, texts) : []),
    ...(facts.human ? mineBlocks(facts.mine, texts) : []),
    header(says.modules),
    ...richText(says.modulesText),
    ...actions([
      button(ACTIONS.homeModules, says.seeModules, 'modules'),
      button(ACTIONS.homeLearning, says.myLearning, 'mes formations'),
    ]),
    ...(person === undefined ? [] : dataBlocks(texts)),
    ...context(escapeMrkdwn(says.updated(sayDate(facts.at, facts.language)))),
  ];
  return { type: 'home', blocks: [...blocks.slice(0, LIMITS.viewBlocks)] };
}

function roleRow(role: Role | undefined, { slack }: Texts): KnownBlock {
  const options = (['prescriber', 'buyer'] as const).map((one) => option(slack.home.roles[one], one));
  const initial = options.find(({ value }) => value === role);
  return section(`*${escapeMrkdwn(slack.home.role)}*`, {
    type: 'static_select',
    action_id: ACTIONS.homeRole,
    options,
    ...(initial === undefined ? { placeholder: { type: 'plain_text', text: '…' } } : { initial_option: initial }),
  });
}

function mineBlocks(mine: readonly CaseRow[], texts: Texts): readonly KnownBlock[] {
  const { home: says } = texts.slack;
  const rows = mine.filter(({ status }) => status !== 'draft');
  return [
    header(says.cases),
    ...(rows.length === 0
      ? context(escapeMrkdwn(says.noCase))
      : rows.slice(0, MOST_ROWS).map((row) => caseRow(row, texts))),
  ];
}

function deskBlocks(desk: DeskView, texts: Texts): readonly KnownBlock[] {
  const { home: says } = texts.slack;
  const { desk: words } = texts.all.handoffWeb;
  const { availability: hours } = desk;
  const { language } = texts;
  const paused =
    hours.pausedUntil === undefined ? words.paused : words.pausedUntil(sayDate(hours.pausedUntil, language));
  const lines = [
    hours.said === '' ? words.noWeek : hours.said,
    `${words.hours(lengthOf(hours.usedMinutes), lengthOf(hours.monthlyMinutes))} ; ${words.atOnce(hours.simultaneousCases)}`,
    ...hours.absences
      .slice(0, 3)
      // An absence ends where the next day begins.
      .map(({ from, to }) =>
        words.absence(sayDate(from, language), sayDate(new Date(Date.parse(to) - 1).toISOString(), language)),
      ),
    ...(hours.nextAt === undefined ? [] : [words.next(sayShort(hours.nextAt, language))]),
  ];
  return [
    header(says.desk),
    ...(desk.offers.length === 0 ? [] : [section(`*${escapeMrkdwn(says.offers)}*`)]),
    ...desk.offers.slice(0, MOST_ROWS).map((row) => caseRow(row, texts)),
    ...desk.cases.slice(0, MOST_ROWS).map((row) => caseRow(row, texts)),
    section(
      [
        `*${escapeMrkdwn(says.availability)}*\u00a0: ${escapeMrkdwn(hours.paused ? paused : words.available)}`,
        ...lines.map((line) => `• ${escapeMrkdwn(line)}`),
      ].join('\n'),
      button(ACTIONS.homeAvailability, says.changeAvailability, 'home'),
    ),
  ];
}

function caseRow({ id, question, status, expiresAt }: CaseRow, { all, slack, language }: Texts): KnownBlock {
  const words = escapeMrkdwn(shorten(question.replace(/\s+/g, ' '), 160));
  const until =
    expiresAt === undefined ? '' : ` · ${escapeMrkdwn(all.handoffWeb.case.until(sayShort(expiresAt, language)))}`;
  return section(
    `*${escapeMrkdwn(all.handoffWeb.status[status])}*${until}\n${words}`,
    button(ACTIONS.caseShow, slack.home.show, packValue({ k: id }, 'k'), {
      label: `${slack.home.show}\u00a0: ${question}`,
    }),
  );
}

function dataBlocks({ slack }: Texts): readonly KnownBlock[] {
  const { home: says } = slack;
  return [
    header(says.data),
    ...richText(says.dataText),
    ...actions([
      button(ACTIONS.homeExport, says.export, 'home'),
      button(ACTIONS.homeForget, says.forget, 'home', { style: 'danger', confirm: says.forgetConfirm }),
    ]),
  ];
}

/** «1 h 35». */
function lengthOf(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest}\u00a0min`;
  return rest === 0 ? `${hours}\u00a0h` : `${hours}\u00a0h\u00a0${String(rest).padStart(2, '0')}`;
}
