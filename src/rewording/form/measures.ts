import { fold } from '../../french/words.ts';
import { measureTexts } from '../../text/measure-texts.ts';

/** What a wish without a figure is to be measured in, so that offers can be compared (R2111-8); undefined where it has one. */
export function toMeasure(words: string): string | undefined {
  if (/\d/.test(words)) return undefined;
  const flat = fold(words).replace(/[^a-z]+/g, ' ');
  return measureTexts.find(({ said }) => said.some((stem) => ` ${flat}`.includes(` ${stem}`)))?.unit;
}
