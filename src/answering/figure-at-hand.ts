import { type Figure, type Figures, type FigureValue, figureAt, isSettled, sayValue } from '../corpus/figures.ts';
import { frenchDate, type IsoDate } from '../days/iso-date.ts';
import { citeArticle } from '../french/articles.ts';
import { frenchTypography } from '../french/typography.ts';
import { figureTexts as texts } from '../text/article-texts.ts';

/** A figure on a day; `said` holds the value, its day and its article in one sentence. French, typeset. */
export interface FigureAtHand extends Pick<Figure, 'key' | 'label' | 'unit' | 'tax'> {
  readonly said: string;
  /** Null where the table is silent on the day. */
  readonly value: number | null;
  readonly from: IsoDate | null;
  readonly to?: IsoDate;
  readonly article: string | null;
  readonly status: FigureValue['status'] | null;
  /** Not in force: announced for a later day, or not confirmed. */
  readonly announced?: {
    readonly said: string;
    readonly value: number;
    readonly from: IsoDate;
    readonly status: FigureValue['status'];
    readonly note?: string;
  };
}

export function figureAtHand(figure: Figure, at: IsoDate): FigureAtHand {
  const { key, label, unit, tax } = figure;
  const now = figureAt(figure, at);
  const later = figure.values.find(({ announced }) => announced === 'pending');
  return {
    key,
    label: frenchTypography(label),
    unit,
    ...(tax === undefined ? {} : { tax }),
    said: frenchTypography(now === undefined ? saySilent(figure, at) : sayDated(figure, now)),
    value: now?.value ?? null,
    from: now?.valid_from ?? null,
    ...(now?.valid_to === undefined ? {} : { to: now.valid_to }),
    article: now?.article ?? null,
    status: now?.status ?? null,
    ...(later === undefined ? {} : { announced: sayLater(figure, later) }),
  };
}

function sayDated(figure: Figure, { value, valid_from, valid_to, article, status }: FigureValue): string {
  const [said, from, cited] = [sayValue(figure, value), frenchDate(valid_from), citeArticle(article)];
  const dated =
    valid_to === undefined
      ? texts.since(figure.label, said, from, cited)
      : texts.until(figure.label, said, from, frenchDate(valid_to), cited);
  return [dated, texts.status[status]].filter((part) => part !== '').join(' ');
}

function saySilent(figure: Figure, at: IsoDate): string {
  const first = figure.values.find(isSettled) ?? figure.values[0];
  return texts.silent(figure.label, frenchDate(at), frenchDate(first?.valid_from ?? at));
}

function sayLater(figure: Figure, { value, valid_from, status, note }: FigureValue) {
  return {
    said: frenchTypography(texts.announced(figure.label, sayValue(figure, value), frenchDate(valid_from))),
    value,
    from: valid_from,
    status,
    ...(note === undefined ? {} : { note: frenchTypography(note) }),
  };
}

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
  const said =
    before === undefined || isPending
      ? texts.announced(label, sayValue(figure, value.value), frenchDate(on))
      : texts.changed(
          label,
          sayValue(figure, before.value),
          sayValue(figure, value.value),
          frenchDate(on),
          citeArticle(article),
        );
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
