import type { CaseRow, DeskView } from '../handoff/port/views.ts';
import { sayDay, sayMoment, sayShort } from '../text/moments.ts';
import type { Language } from '../vocabulary/people.ts';
import { hoursForm } from './aside.ts';
import { heading, inShort, makeScreen, markdown, notice } from './make.ts';
import type { Block, Row, Screen } from './screen.ts';
import { sayLength, type Words, wordsOf } from './words.ts';

const MOST_ROWS = 10;
const MOST_ABSENCES = 3;
/** Of the question that a row opens. */
const LONGEST_TITLE = 50;
export const HOURS_BOX = 'availability';

/** Someone's own cases, the latest first; each opens. */
export function mineScreen(rows: readonly CaseRow[], language: Language): Screen {
  const words = wordsOf(language);
  const { mine } = words.all.handoffWeb;
  return makeScreen({
    ref: { view: 'mine', key: '' },
    language,
    title: mine.title,
    blocks: mineBlocks(rows, words),
    said: rows.length === 0 ? mine.none : `${mine.title}\u00a0: ${rows.length}`,
  });
}

export function mineBlocks(rows: readonly CaseRow[], words: Words): readonly Block[] {
  return rows.length === 0 ? notice(words.all.handoffWeb.mine.none) : [rowsOf(rows, words)];
}

/** What was understood of someone's own hours, and the words for it. */
export interface Played {
  readonly text: string;
  readonly playback: string;
}

/** The reservist's desk: offers, cases, and their hours in their own words. */
export function deskScreen(view: DeskView, language: Language, played?: Played): Screen {
  const words = wordsOf(language);
  const { desk } = words.all.handoffWeb;
  const [box] = hoursForm(language).fields;
  return makeScreen({
    ref: { view: 'desk', key: '' },
    language,
    title: desk.title,
    blocks: [
      heading(desk.offers),
      ...(view.offers.length === 0 ? notice(desk.noOffer) : [rowsOf(view.offers, words)]),
      heading(desk.cases),
      ...(view.cases.length === 0 ? notice(desk.noCase) : [rowsOf(view.cases, words)]),
      heading(desk.availability),
      ...hoursBlocks(view, words),
      ...(played === undefined ? [] : [heading(words.own.understood), markdown(played.playback)]),
    ],
    fields: box?.kind === 'text' ? [{ ...box, ...(played === undefined ? {} : { value: played.text }) }] : [],
    acts: [
      ...(played === undefined
        ? []
        : [{ verb: 'availability', value: { confirm: played.text }, label: desk.confirm, look: 'primary' } as const]),
      { verb: 'availability', value: {}, label: desk.understand, look: 'plain' },
    ],
    said: `${desk.title}. ${stateOf(view, words)}`,
  });
}

/** The hours that someone gives, in a sentence or two. */
export function hoursBlocks(view: DeskView, words: Words): readonly Block[] {
  const { desk } = words.all.handoffWeb;
  const { availability: hours } = view;
  const { language } = words;
  const given = desk.hours(sayLength(hours.usedMinutes), sayLength(hours.monthlyMinutes));
  return [
    markdown(`**${stateOf(view, words)}** · ${hours.said === '' ? desk.noWeek : hours.said}`),
    ...notice(`${given}, ${desk.atOnce(hours.simultaneousCases)}`),
    ...hours.absences.slice(0, MOST_ABSENCES).flatMap(({ from, to }) =>
      // An absence ends where the next day begins.
      notice(desk.absence(sayDay(from, language), sayDay(new Date(Date.parse(to) - 1).toISOString(), language))),
    ),
    ...notice(hours.nextAt === undefined ? undefined : desk.next(sayMoment(hours.nextAt, language))),
  ];
}

function stateOf({ availability: { paused, pausedUntil } }: DeskView, { all, language }: Words): string {
  const { desk } = all.handoffWeb;
  if (!paused) return desk.available;
  return pausedUntil === undefined ? desk.paused : desk.pausedUntil(sayMoment(pausedUntil, language));
}

export function rowsOf(rows: readonly CaseRow[], words: Words): Block {
  return { kind: 'rows', rows: rows.slice(0, MOST_ROWS).map((row) => rowOf(row, words)) };
}

function rowOf({ id, question, status, openedAt, expiresAt }: CaseRow, { all, own, language }: Words): Row {
  const { status: states, mine, case: says } = all.handoffWeb;
  const until = expiresAt === undefined ? '' : ` · ${says.until(sayMoment(expiresAt, language))}`;
  return {
    title: question,
    note: `${states[status]} · ${mine.opened} ${sayShort(openedAt, language)}${until}`,
    act: {
      verb: 'open',
      value: { case: id },
      label: own.case.open,
      spoken: own.case.opens(inShort(question, LONGEST_TITLE)),
      look: 'plain',
    },
  };
}
