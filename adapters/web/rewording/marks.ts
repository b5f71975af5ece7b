import type { Span } from '../../../src/french/span.ts';
import { html, type Markup } from '../html.ts';

/** A word that has an explanation: `key` names it. */
export interface TermMark {
  readonly span: Span;
  readonly key: number;
}

/** A passage that a remark is about; `number` is the remark's own, `name` what it is called. */
export interface FindingMark {
  readonly span: Span;
  readonly number: number;
  readonly name: string;
}

/**
 * The text with its terms and findings marked. Its tags hold no text of their own: without them it is the text again, to
 * the letter, so that it can be read aloud, selected and copied. Terms do not overlap (the shortest stays); findings may
 * overlap terms and each other, and each is numbered where it ends. Spans outside the text are left out. One sweep: the
 * time goes with the length of the text and the number of marks, whatever they overlap.
 */
export function markText(text: string, terms: readonly TermMark[], findings: readonly FindingMark[] = []): Markup {
  const kept = apart(terms, text.length);
  const seen = findings.filter(({ span }) => isWithin(span, text.length));
  const starting = groupBy(seen, ({ span }) => span[0]);
  const ending = groupBy(seen, ({ span }) => span[1]);
  const terming = groupBy(kept, ({ span }) => span[0]);
  const edges = new Set([0, text.length, ...[...kept, ...seen].flatMap(({ span }) => span)]);
  const stops = [...edges].sort((one, other) => one - other);

  const parts: Markup[] = [];
  let open: { readonly term: TermMark; readonly inside: Markup[]; readonly badges: Markup[] } | undefined;
  let covering = 0;
  for (const [index, at] of stops.entries()) {
    const ended = ending.get(at) ?? [];
    covering += (starting.get(at)?.length ?? 0) - ended.length;
    (open?.badges ?? parts).push(...ended.map(badge));
    if (open?.term.span[1] === at) {
      parts.push(linkTo(open.term, open.inside), ...open.badges);
      open = undefined;
    }
    const [term] = terming.get(at) ?? [];
    if (term !== undefined) open = { term, inside: [], badges: [] };
    const piece = text.slice(at, stops[index + 1] ?? at);
    (open?.inside ?? parts).push(
      covering > 0 && piece !== '' ? html`<mark class="found">${piece}</mark>` : html`${piece}`,
    );
  }
  return html`${parts}`;
}

function linkTo({ key }: TermMark, inside: readonly Markup[]): Markup {
  return html`<a class="term" data-term="${key}" href="#tip-${key}" aria-describedby="tip-${key}">${inside}</a>`;
}

/** A link to the remark; its number is drawn by the style sheet. */
function badge({ number, name }: FindingMark): Markup {
  return html`<a class="found-link" id="at-${number}" href="#finding-${number}" data-number="${number}" aria-label="${name}"></a>`;
}

/** Of terms that overlap the shortest stays: a word is more telling than the sentence that means it. */
function apart(terms: readonly TermMark[], length: number): readonly TermMark[] {
  const taken = new Uint8Array(length);
  const inside = terms.filter(({ span }) => isWithin(span, length));
  return inside.toSorted((one, other) => lengthOf(one) - lengthOf(other)).filter(({ span }) => take(taken, span));
}

/** Whether the stretch was free; it is not any more. */
function take(taken: Uint8Array, [start, end]: Span): boolean {
  const first = taken.indexOf(1, start);
  if (first !== -1 && first < end) return false;
  taken.fill(1, start, end);
  return true;
}

function groupBy<T>(items: readonly T[], placeOf: (item: T) => number): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const group = groups.get(placeOf(item));
    if (group === undefined) groups.set(placeOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

function lengthOf({ span: [start, end] }: TermMark): number {
  return end - start;
}

function isWithin([start, end]: Span, length: number): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= length;
}
