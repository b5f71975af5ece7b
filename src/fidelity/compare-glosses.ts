import { isDenied } from '../french/denied.ts';
import { readFigures } from '../french/values/read-values.ts';
import type { Defect } from './port/defect.ts';

/** A remark in brackets, of a size that explains a term. */
const BRACKET = /[ \u00a0]?\((\p{L}[^()\n]{2,200})\)/gu;

/**
 * Remarks that the target puts beside the source's words: one within a value parts it, one within a word breaks it, and one
 * just after what a denial bears on explains the contrary of what is said.
 */
export function compareGlosses(source: string, target: string): readonly Defect[] {
  const places: { readonly at: number; readonly from: number; readonly said: string }[] = [];
  let bare = '';
  let last = 0;
  for (const { index, 0: whole, 1: said = '' } of target.matchAll(BRACKET)) {
    if (source.includes(said)) continue;
    bare += target.slice(last, index);
    places.push({ at: bare.length, from: index, said: whole });
    last = index + whole.length;
  }
  if (places.length === 0) return [];
  bare += target.slice(last);
  const { values, codes } = readFigures(bare);
  const figures = [...values, ...codes].toSorted((a, b) => a.span[0] - b.span[0]);
  const defects: Defect[] = [];
  let next = 0;
  for (const { at, said } of places) {
    while (next < figures.length && (figures[next]?.span[1] ?? 0) <= at) next++;
    const figure = figures[next];
    if (figure !== undefined && figure.span[0] < at)
      defects.push({ kind: 'NUMBER_CHANGED', source: figure.text, target: said.trim() });
    const word = /[\p{L}\p{M}\p{N}]{1,40}$/u.exec(bare.slice(Math.max(0, at - 40), at))?.[0] ?? '';
    const parted = word !== '' && /^[\p{L}\p{M}\p{N}]/u.test(bare.slice(at, at + 2));
    const kept = word !== '' && source.includes(bare.slice(Math.max(0, at - SAME), at));
    if (parted || (kept && isDenied(bare, [at - word.length, at])))
      defects.push({ kind: 'INVENTED_FACT', source: bare.slice(Math.max(0, at - 40), at).trim(), target: said.trim() });
  }
  return defects;
}

/** In characters: the words before a remark, when they are the source's own. */
const SAME = 12;
