import type { BoardView } from '../../../../src/handoff/port/views.ts';
import { sayCompetence } from '../../../../src/text/competence-names.ts';
import { lengthText } from '../../../../src/text/reserve-texts.ts';
import { html, type Markup } from '../../html.ts';
import type { View } from '../../view.ts';
import { renderBars } from './charts/bars.ts';
import { renderFigure } from './charts/figure.ts';
import { drawWaits, drawWeeks, weekNumber } from './charts/weeks.ts';

/** Weeks, waits, themes and load: a picture each, with its table. */
export function renderFigures(board: BoardView, view: View): Markup {
  return html`${renderWeeks(board.weeks, view)}${renderWaits(board.weeks, view)}${renderThemes(board.themes, view)}${renderLoad(board.reservists, view)}`;
}

function renderWeeks(weeks: BoardView['weeks'], view: View): Markup {
  const { board } = view.texts.handoffWeb;
  if (weeks.length === 0) return renderEmpty(board.weeks, board.noData);
  const total = (name: 'opened' | 'taken') => weeks.reduce((sum, week) => sum + week[name], 0);
  return renderFigure(
    {
      id: 'weeks',
      title: board.weeks,
      description: board.weeksDesc(weeks.length, total('opened'), total('taken')),
      legend: html`<p class="legend" aria-hidden="true"><span><span class="key"></span>${board.legendOpened}</span> <span><span class="key key-taken"></span>${board.legendTaken}</span></p>`,
      picture: drawWeeks(weeks, 'weeks', view),
      heads: [board.columns.week, board.columns.openedCount, board.columns.taken],
      rows: weeks.map(({ week, opened, taken }) => [weekNumber(week, view), opened, taken]),
    },
    view,
  );
}

function renderWaits(weeks: BoardView['weeks'], view: View): Markup {
  const { board } = view.texts.handoffWeb;
  const waits = weeks.flatMap(({ medianWait }) => (medianWait === undefined ? [] : [medianWait]));
  const last = waits.at(-1);
  if (last === undefined) return renderEmpty(board.waits, board.noWait);
  const said = (minutes: number) => lengthText(Math.round(minutes));
  return renderFigure(
    {
      id: 'waits',
      title: board.waits,
      description: board.waitsDesc(said(Math.min(...waits)), said(Math.max(...waits)), said(last)),
      picture: drawWaits(weeks, 'waits', view),
      heads: [board.columns.week, board.columns.median],
      rows: weeks.map(({ week, medianWait }) => [
        weekNumber(week, view),
        medianWait === undefined ? '—' : said(medianWait),
      ]),
    },
    view,
  );
}

function renderThemes(themes: BoardView['themes'], view: View): Markup {
  const { board } = view.texts.handoffWeb;
  const sorted = themes.toSorted((one, other) => other.cases - one.cases);
  const [first] = sorted;
  if (first === undefined) return renderEmpty(board.themes, board.noData);
  return renderFigure(
    {
      id: 'themes',
      title: board.themes,
      description: board.themesDesc(sayCompetence(first.competence), first.cases),
      picture: renderBars(
        sorted.map(({ competence, cases }) => ({
          name: html`<span${view.french}>${sayCompetence(competence)}</span>`,
          said: String(cases),
          value: cases,
        })),
      ),
      heads: [board.columns.theme, board.columns.cases],
      rows: sorted.map(({ competence, cases }) => [sayCompetence(competence), cases]),
    },
    view,
  );
}

function renderLoad(reservists: BoardView['reservists'], view: View): Markup {
  const { board } = view.texts.handoffWeb;
  if (reservists.length === 0) return renderEmpty(board.load, board.noData);
  const total = (name: 'minutesThisMonth' | 'monthlyMinutes') =>
    lengthText(reservists.reduce((sum, one) => sum + one[name], 0));
  const sorted = reservists.toSorted((one, other) => other.minutesThisMonth - one.minutesThisMonth);
  const free = (available: boolean) => (available ? board.freeNow : board.notFree);
  return renderFigure(
    {
      id: 'load',
      title: board.load,
      description: board.loadDesc(reservists.length, total('minutesThisMonth'), total('monthlyMinutes')),
      picture: renderBars(
        sorted.map((one) => ({
          name: html`<b>${one.name}</b> <span class="aside"${view.french}>${one.organisation}</span> <span class="badge ${one.available ? 'agrees' : 'waits'}">${free(one.available)}</span>`,
          said: board.loadRow(
            lengthText(one.minutesThisMonth),
            lengthText(one.monthlyMinutes),
            one.cases,
            one.askedThisMonth,
          ),
          value: one.minutesThisMonth,
          of: one.monthlyMinutes,
        })),
      ),
      heads: [
        board.columns.reservist,
        board.columns.organisation,
        board.columns.following,
        board.columns.asked,
        board.columns.minutes,
        board.columns.offered,
        board.columns.free,
      ],
      rows: sorted.map((one) => [
        one.name,
        one.organisation,
        one.cases,
        one.askedThisMonth,
        lengthText(one.minutesThisMonth),
        lengthText(one.monthlyMinutes),
        one.available ? board.yes : board.no,
      ]),
    },
    view,
  );
}

function renderEmpty(title: string, text: string): Markup {
  return html`<section class="chart"><h3>${title}</h3><p class="empty">${text}</p></section>`;
}
