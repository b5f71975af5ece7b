import { type Figure, type FigureValue, figureAt, isSettled, sayValue } from '../corpus/figures.ts';
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
