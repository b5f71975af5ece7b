import type { Span } from '../../french/span.ts';
import { sayValue } from '../../french/values/say-value.ts';
import type { SaidValue } from '../../french/values/value.ts';
import type { Said } from '../port/rewording.ts';
import type { SourceText } from './source-text.ts';
import type { ValueFound } from './value-context.ts';

/** The person's own words for folded spans, in order and without overlap, each figure with how it was read; undefined for none. */
export function sayAll(
  source: SourceText,
  spans: readonly Span[],
  found: readonly ValueFound[],
): readonly [Said, ...Said[]] | undefined {
  const said: Said[] = [];
  const values = new Map(found.map(({ span: [start, end], value }) => [`${start}-${end}`, value]));
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const one = source.say(start, wholeEnd(source.folded, start, end));
    const last = said.at(-1);
    if (one === undefined || (last !== undefined && one.span[0] < last.span[1])) continue;
    const value = values.get(`${start}-${end}`);
    said.push(value === undefined ? one : withUnderstood(one, value));
  }
  const [first, ...others] = said;
  return first === undefined ? undefined : [first, ...others];
}

/** «la maison de la», «place du»: a saying that was cut at what another reader knows ends before its last words. */
function wholeEnd(folded: string, start: number, end: number): number {
  const cut = / (?:(?:de|du|des|la|le|les|au|aux|et|ou|a|en|pour|avec|d'|l') ?){1,3}$/.exec(folded.slice(start, end));
  return cut === null || cut.index === 0 ? end : start + cut.index;
}

/** How an amount or a number in words was read, when that is not what the words already show. */
function withUnderstood(said: Said, value: SaidValue): Said {
  if (value.kind !== 'amount' && (value.kind !== 'quantity' || /\d/.test(said.value))) return said;
  const understood = sayValue(value);
  return bare(said.value).includes(bare(understood)) ? said : { ...said, understood };
}

const bare = (text: string): string => text.toLowerCase().replace(/[\s\u00a0\u202f.]/g, '');
