import type { CaseRow, DeskView } from '../../../src/handoff/port/views.ts';
import { oneLine, shorten } from '../card/clean.ts';
import { type Action, type Element, heading, note } from '../card/elements.ts';
import { ownWords } from '../card/markdown.ts';
import { type Say, sayMoment, sayShort } from '../say.ts';
import { VERBS } from '../verbs.ts';
import type { CardPart } from './card-part.ts';

const MOST_ROWS = 10;
const LONGEST_QUESTION = 200;
/** Of the question that a button opens. */
const LONGEST_TITLE = 50;
export const AVAILABILITY_BOX = 'availability';

/** Someone's own cases, the latest first; each opens. */
export function minePart(rows: readonly CaseRow[], say: Say): CardPart {
  const { mine } = say.texts.handoffWeb;
  const shown = rows.slice(0, MOST_ROWS);
  return {
    body: [
      heading(mine.title, 'Large'),
      ...(shown.length === 0 ? [note(mine.none)] : shown.flatMap((row) => rowElements(row, say))),
    ],
    actions: [],
    said: shown.length === 0 ? mine.none : `${mine.title}\u00a0: ${shown.length}`,
  };
}

/** The reservist's desk: offers, cases, availability in their own words. */
export function deskPart(
  { offers, cases, availability }: DeskView,
  { say, played }: { readonly say: Say; readonly played?: { readonly text: string; readonly playback: string } },
): CardPart {
  const { desk } = say.texts.handoffWeb;
  const state = !availability.paused
    ? desk.available
    : availability.pausedUntil === undefined
      ? desk.paused
      : desk.pausedUntil(sayMoment(availability.pausedUntil, say.language));
  return {
    body: [
      heading(desk.title, 'Large'),
      heading(desk.offers),
      ...(offers.length === 0
        ? [note(desk.noOffer)]
        : offers.slice(0, MOST_ROWS).flatMap((row) => rowElements(row, say))),
      heading(desk.cases),
      ...(cases.length === 0 ? [note(desk.noCase)] : cases.slice(0, MOST_ROWS).flatMap((row) => rowElements(row, say))),
      heading(desk.availability),
      note(`${state} · ${availability.said === '' ? desk.noWeek : availability.said}`),
      note(
        `${desk.hours(minutes(availability.usedMinutes), minutes(availability.monthlyMinutes))}, ${desk.atOnce(availability.simultaneousCases)}`,
        { isSubtle: true },
      ),
      ...(availability.nextAt === undefined
        ? []
        : [note(desk.next(sayMoment(availability.nextAt, say.language)), { isSubtle: true })]),
      ...(played === undefined
        ? []
        : [
            heading(say.teams.desk.understood),
            { type: 'Container', style: 'accent', items: ownWords(played.playback) } as const,
          ]),
      {
        type: 'Input.Text',
        id: AVAILABILITY_BOX,
        label: desk.change,
        placeholder: desk.changeHint,
        maxLength: 500,
        ...(played === undefined ? {} : { value: played.text }),
      },
    ],
    actions: [
      ...(played === undefined
        ? []
        : ([
            {
              type: 'Action.Execute',
              title: desk.confirm,
              style: 'positive',
              verb: VERBS.availability,
              data: { confirm: played.text },
            },
          ] as const)),
      { type: 'Action.Execute', title: desk.understand, verb: VERBS.availability },
    ],
    said: `${desk.title}. ${state}`,
  };
}

function rowElements(row: CaseRow, { texts, language, teams, set }: Say): readonly Element[] {
  const { status } = texts.handoffWeb;
  const open: Action = {
    type: 'Action.Execute',
    title: set(teams.case.open(shorten(oneLine(row.question), LONGEST_TITLE))),
    verb: VERBS.open,
    data: { case: row.id, lang: language },
    associatedInputs: 'none',
  };
  const until =
    row.expiresAt === undefined ? '' : ` · ${texts.handoffWeb.case.until(sayMoment(row.expiresAt, language))}`;
  return [
    {
      type: 'Container',
      separator: true,
      items: [
        ...ownWords(shorten(oneLine(row.question), LONGEST_QUESTION)),
        note(`${status[row.status]} · ${teams.case.opened} ${sayShort(row.openedAt, language)}${until}`, {
          isSubtle: true,
          size: 'Small',
        }),
        { type: 'ActionSet', actions: [open] },
      ],
    },
  ];
}

/** «1 h 30». */
function minutes(count: number): string {
  const [hours, rest] = [Math.floor(count / 60), Math.round(count % 60)];
  return rest === 0 ? `${hours}\u00a0h` : `${hours}\u00a0h\u00a0${String(rest).padStart(2, '0')}`;
}
