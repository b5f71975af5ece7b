import type { Span } from '../french/span.ts';

/** The name of a line: «Objet :», «Valeur estimée du besoin :». */
const LABELLED = /^[\p{L}'’ -]{3,40}(?:, [\p{L}'’ ]{3,20})?[\u00a0 ]: ?[^\n]*/gmu;

/**
 * What is ours in a form below an untouched message: its labelled lines, but for the person's words that they quote. It
 * explains, as brackets do; figures, dates and names in it are read as everywhere.
 */
export function asidesBelow(source: string, target: string): readonly Span[] {
  if (source === '' || !target.startsWith(`${source}\n\n`)) return [];
  return [...target.slice(source.length).matchAll(LABELLED)].flatMap(({ 0: line, index }) => {
    const start = source.length + index;
    const ours: Span[] = [];
    let from = 0;
    for (const quoted of line.matchAll(/«[^«»]*»/g)) {
      ours.push([start + from, start + quoted.index]);
      from = quoted.index + quoted[0].length;
    }
    return [...ours, [start + from, start + line.length]];
  });
}
