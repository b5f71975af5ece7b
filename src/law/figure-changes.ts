import { type Figure, type Figures, type FigureValue, isSettled, sayValue } from '../corpus/figures.ts';
import { frenchDate, type IsoDate } from '../days/iso-date.ts';
import { citeArticle } from '../french/articles.ts';
import { frenchTypography } from '../french/typography.ts';
import { figureTexts as texts } from '../text/article-texts.ts';

export interface FigureChange {
  readonly key: string;
  readonly label: string;
  readonly on: IsoDate;
  readonly said: string;
  /** Null where nothing is known before it. */
  readonly before: number | null;
  readonly after: number;
  /** Announced and not confirmed: not in force. */
  readonly announced: boolean;
  readonly article: string;
  readonly status: FigureValue['status'];
}

/** The changes that took or take effect between two days, both counted, the oldest first; a figure's first value is none. */
export function changesBetween(figures: Figures, from: IsoDate, to: IsoDate): readonly FigureChange[] {
  return [...figures.values()]
    .flatMap((figure) =>
      figure.values
        .filter(({ valid_from, announced }) => valid_from >= from && valid_from <= to && announced !== 'dropped')
        .flatMap((value) => changeTo(figure, value) ?? []),
    )
    .sort((a, b) => a.on.localeCompare(b.on) || a.key.localeCompare(b.key));
}

function changeTo(figure: Figure, value: FigureValue): FigureChange | undefined {
  const before = figure.values.findLast((one) => one.valid_from < value.valid_from && isSettled(one));
  const isPending = !isSettled(value);
  if (before === undefined && !isPending) return undefined;
  const { key, label } = figure;
  const { valid_from: on, article, status } = value;
  const [worth, day, cited] = [sayValue(figure, value.value), frenchDate(on), citeArticle(article)];
  // «Au moins : 0 jusqu'ici» says nothing.
  const changed = (from: FigureValue): string =>
    from.value === 0
      ? texts.since(label, worth, day, cited)
      : texts.changed(label, sayValue(figure, from.value), worth, day, cited);
  const said = before === undefined || isPending ? texts.announced(label, worth, day) : changed(before);
  return {
    key,
    label: frenchTypography(label),
    on,
    said: frenchTypography(said),
    before: before?.value ?? null,
    after: value.value,
    announced: isPending,
    article,
    status,
  };
}
