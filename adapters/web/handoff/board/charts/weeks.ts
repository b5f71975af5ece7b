import type { BoardView } from '../../../../../src/handoff/port/views.ts';
import { lengthText } from '../../../../../src/text/reserve-texts.ts';
import { html, type Markup } from '../../../html.ts';
import type { View } from '../../../view.ts';
import { percent, scaleTo } from './scale.ts';

type Week = BoardView['weeks'][number];

/** Pixels: letters above, the plot, the names of the weeks below. */
const ABOVE = 20;
const PLOT = 150;
const BELOW = 26;
/** Height a column needs to hold its figure. */
const INSIDE = 20;
/** Share of a week's room that its column takes. */
const COLUMN = 0.62;
/** Room left of the first week for the figures of the lines, as a share of the width. */
const GUTTER = 0.07;

/** Opened as an outline, taken up as what fills it: told apart by form, and each figure is written. */
export function drawWeeks(weeks: readonly Week[], id: string, view: View): Markup {
  const { top, lines } = scaleTo(Math.max(...weeks.flatMap(({ opened, taken }) => [opened, taken])));
  const y = (value: number) => ABOVE + PLOT * (1 - value / top);
  return frame(
    id,
    html`${lines.map((value) => drawLine(y(value), String(value)))}${drawLine(y(0), '')}
    ${weeks.map(({ week, opened, taken }, index) => {
      const [left, middle, width] = placeOf(index, weeks.length);
      return html`<g><rect class="opened" x="${percent(left)}" y="${y(opened)}" width="${percent(width)}" height="${Math.max(0, y(0) - y(opened))}" rx="2"/>
        <rect class="taken" x="${percent(left)}" y="${y(taken)}" width="${percent(width)}" height="${Math.max(0, y(0) - y(taken))}" rx="2"/>
        <text class="value" x="${percent(middle)}" y="${y(Math.max(opened, taken)) - 6}">${opened}</text>
        ${y(0) - y(taken) >= INSIDE && html`<text class="value inside" x="${percent(middle)}" y="${y(0) - 6}">${taken}</text>`}
        ${drawName(week, index, weeks.length, middle, view)}</g>`;
    })}`,
    view,
  );
}

/** The median wait of each week as a point, joined; a week in which nothing was taken up has none. */
export function drawWaits(weeks: readonly Week[], id: string, view: View): Markup {
  const known = weeks.flatMap(({ medianWait }, index) =>
    medianWait === undefined ? [] : [{ index, wait: medianWait }],
  );
  const hours = scaleTo(Math.max(...known.map(({ wait }) => wait)) / 60);
  const y = (minutes: number) => ABOVE + PLOT * (1 - minutes / 60 / hours.top);
  const x = (index: number) => percent(placeOf(index, weeks.length)[1]);
  const longest = known.reduce((most, one) => (one.wait > most.wait ? one : most));
  return frame(
    id,
    html`${hours.lines.map((value) => drawLine(y(value * 60), lengthText(value * 60)))}${drawLine(y(0), '')}
    ${known.slice(1).map(({ index, wait }, at) => {
      const before = known[at];
      if (before === undefined) return undefined;
      return html`<line class="trend${index - before.index > 1 && ' gap'}" x1="${x(before.index)}" y1="${y(before.wait)}" x2="${x(index)}" y2="${y(wait)}"/>`;
    })}
    ${known.map(({ index, wait }) => {
      const last = index === weeks.length - 1;
      const said = last || index === longest.index;
      return html`<g><circle class="point" cx="${x(index)}" cy="${y(wait)}" r="5"/>${said && html`<text class="value${last && ' last'}${index === 0 && ' first'}" x="${x(index)}" y="${y(wait) - 11}">${lengthText(Math.round(wait))}</text>`}</g>`;
    })}
    ${weeks.map(({ week }, index) => drawName(week, index, weeks.length, placeOf(index, weeks.length)[1], view))}`,
    view,
  );
}

export function weekNumber(week: string, view: View): string {
  const number = Number(/W(\d{1,2})$/.exec(week)?.[1]);
  return Number.isNaN(number) ? week : view.texts.handoffWeb.board.weekName(number);
}

function frame(id: string, inside: Markup, view: View): Markup {
  return html`<svg class="plot" width="100%" height="${ABOVE + PLOT + BELOW}" role="img" aria-labelledby="${id}-svg-title" aria-describedby="${id}-desc" lang="${view.language}"><title id="${id}-svg-title">${titleOf(id, view)}</title>${inside}</svg>`;
}

function titleOf(id: string, view: View): string {
  const { weeks, waits } = view.texts.handoffWeb.board;
  return id === 'waits' ? waits : weeks;
}

function placeOf(index: number, of: number): readonly [left: number, middle: number, width: number] {
  const room = (1 - GUTTER) / of;
  const width = room * COLUMN;
  const middle = GUTTER + room * (index + 0.5);
  return [middle - width / 2, middle, width];
}

function drawLine(y: number, name: string): Markup {
  return html`<line class="rule" x1="0" x2="100%" y1="${y}" y2="${y}"/>${name !== '' && html`<text class="rule-name" x="0" y="${y - 4}">${name}</text>`}`;
}

/** In a narrow room every second name gives way; the last always stays. */
function drawName(week: string, index: number, of: number, middle: number, view: View): Markup {
  const gives = (of - 1 - index) % 2 === 1;
  return html`<text class="week${gives && ' gives'}" x="${percent(middle)}" y="${ABOVE + PLOT + 18}">${weekNumber(week, view)}</text>`;
}
