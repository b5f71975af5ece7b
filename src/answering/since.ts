import { figureAt, isSettled, sayValue } from '../corpus/figures.ts';
import { placeholders } from '../corpus/prose.ts';
import type { Corpus } from '../corpus/read-corpus.ts';
import { frenchDate, type IsoDate } from '../days/iso-date.ts';
import { frenchTypography } from '../french/typography.ts';
import type { Catalogue } from '../text/catalogues.ts';

/** Of the figures that a text says, those whose day is known. */
export function sinceOf(text: string, { figures }: Corpus, at: IsoDate, { about }: Catalogue): readonly string[] {
  const keys = new Set(placeholders(text).flatMap(({ key, at: day }) => (day === undefined ? key : [])));
  return [...keys].flatMap((key) => {
    const figure = figures.get(key);
    const now = figure && figureAt(figure, at);
    if (figure === undefined || now === undefined) return [];
    const was = figure.values.findLast((one) => one.valid_from < now.valid_from && isSettled(one));
    return frenchTypography(
      about.figureSince(
        figure.label,
        sayValue(figure, now.value),
        frenchDate(now.valid_from),
        was && sayValue(figure, was.value),
      ),
    );
  });
}
