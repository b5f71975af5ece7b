import type { Span } from '../../french/span.ts';
import type { SaidValue } from '../../french/values/value.ts';
import { fold } from '../../french/words.ts';
import type { ObjectWords } from '../rulebook.ts';
import { isElapsed, type SaidDay } from '../text/said-dates.ts';
import type { SaidSum } from '../text/said-sums.ts';
import type { Counted } from '../words.ts';
import type { RoleKind } from './role-names.ts';

/** Something in a text whose role is to be found: a sum, a share, a day, a length or a count, a body, a fact told. */
export interface RoleSpan {
  readonly kind: RoleKind;
  readonly span: Span;
  /** What it is by itself: unit, tax, rhythm, kind of body, name of the fact. */
  readonly marks: readonly string[];
  /** Of a sum or a count. */
  readonly worth?: number;
  /** The kind of buyer that a body is. */
  readonly donne?: string;
}

/** Of a sum said right after another. */
export const JOINED = 'suite';

interface Read {
  readonly text: string;
  readonly values: readonly SaidValue[];
  readonly sums: readonly SaidSum[];
  readonly days: readonly SaidDay[];
  readonly objects: readonly ObjectWords[];
  readonly told: readonly { readonly span: Span; readonly fact: string }[];
}

/** All of a text whose role is to be found, in their order; none overlaps another of its kind. */
export function roleSpans({ text, values, sums, days, objects, told }: Read): readonly RoleSpan[] {
  const isTaken = ([start, end]: Span) => sums.some(({ span }) => span[0] < end && start < span[1]);
  const inDays = ([start, end]: Span) => days.some(({ span }) => span[0] < end && start < span[1]);
  const spans: RoleSpan[] = [
    ...sums.map((sum) => ({ kind: 'somme' as const, span: sum.span, marks: marksOfSum(sum), worth: worthOf(sum) })),
    ...days.map(({ span }) => ({
      kind: 'jour' as const,
      span,
      marks: [/\d/.test(text.slice(...span)) ? 'chiffre' : 'mots'],
    })),
    ...bodiesIn(text, objects),
    ...told.map(({ span, fact }) => ({ kind: 'fait' as const, span, marks: [fact] })),
  ];
  for (const value of values) {
    if (isTaken(value.span) || inDays(value.span)) continue;
    const one = spanOfValue(text, value);
    if (one !== undefined) spans.push(one);
  }
  return spans.toSorted((one, other) => one.span[0] - other.span[0]);
}

interface ByWords {
  readonly sums: readonly Counted[];
  readonly days: readonly Counted[];
}

/** Of each span, what words alone count it as: of sums and days alone. */
export function countsOf(
  spans: readonly RoleSpan[],
  { sums, days }: Pick<Read, 'sums' | 'days'>,
  counts: ByWords | undefined,
): readonly (Counted | undefined)[] {
  return spans.map(({ kind, span }) => {
    const at = (all: readonly { readonly span: Span }[]) => all.findIndex((one) => one.span === span);
    return kind === 'somme' ? counts?.sums[at(sums)] : kind === 'jour' ? counts?.days[at(days)] : undefined;
  });
}

const worthOf = ({ high, times = 1 }: SaidSum): number => Math.abs(high * times);

function marksOfSum({ tax, per, times, joined, part, low, high }: SaidSum): readonly string[] {
  return [
    `taxe ${tax ?? 'tue'}`,
    `par ${per ?? 'tout'}`,
    ...(times === undefined ? [] : ['fois']),
    ...(joined ? [JOINED] : []),
    ...(part ? ['dont'] : []),
    ...(low < high ? ['fourchette'] : []),
    ...(high < 0 ? ['moins'] : []),
    ...(Math.abs(high) < 1_000 ? ['petit'] : []),
  ];
}

function spanOfValue(text: string, value: SaidValue): RoleSpan | undefined {
  const { span } = value;
  switch (value.kind) {
    case 'percentage':
      return { kind: 'pourcent', span, marks: [`vaut ${value.high}`], worth: value.high };
    case 'date':
      return { kind: 'jour', span, marks: ['mois'] };
    case 'duration':
      return isElapsed(text, span)
        ? undefined
        : { kind: 'nombre', span, marks: [`unite ${value.unit}`, 'duree'], worth: value.high };
    case 'quantity':
      return {
        kind: 'nombre',
        span,
        marks: [`unite ${value.unit ?? 'nue'}`, value.unit === undefined ? 'nu' : 'compte'],
        worth: value.high,
      };
    default:
      return undefined;
  }
}

/** Bodies by the names that `objets.yaml` gives; of two at one place, the longer. */
function bodiesIn(text: string, objects: readonly ObjectWords[]): readonly RoleSpan[] {
  const flat = flatKeeping(text);
  const found = objects
    .filter(({ lu }) => lu === 'nom' || lu === 'organisme')
    .flatMap(({ mots, sauf = [], donne }) => {
      const barred = sauf.flatMap((word) => placesOf(flat, word));
      return mots
        .flatMap((word) => placesOf(flat, word))
        .filter((span) => !barred.some((one) => overlaps(one, span)))
        .map(
          (span): RoleSpan => ({ kind: 'organisme', span, marks: [donne, text.slice(...span).toLowerCase()], donne }),
        );
    })
    .toSorted((one, other) => lengthOf(other) - lengthOf(one) || one.span[0] - other.span[0]);
  const kept: RoleSpan[] = [];
  for (const one of found) if (!kept.some(({ span }) => overlaps(span, one.span))) kept.push(one);
  // «La préfecture de région», «l'hôpital de la ville»: one name of one body.
  const isOfOther = ({ span }: RoleSpan) =>
    kept.some((one) => one.span[1] < span[0] && OF.test(flat.slice(one.span[1] + 1, span[0] + 1)));
  return kept.filter((one) => !isOfOther(one));
}

const OF = /^ (?:de|du|des|de la|de l) $/;

const lengthOf = ({ span }: RoleSpan): number => span[1] - span[0];
const overlaps = (one: Span, other: Span): boolean => one[0] < other[1] && other[0] < one[1];

/** Folded, every mark a space, at the same places. */
function flatKeeping(text: string): string {
  const folded = fold(text);
  return ` ${(folded.length === text.length ? folded : text.toLowerCase()).replace(/[^a-z0-9]/g, ' ')} `;
}

function placesOf(flat: string, word: string): readonly Span[] {
  const places: Span[] = [];
  for (let at = flat.indexOf(` ${word} `); at >= 0; at = flat.indexOf(` ${word} `, at + 1))
    places.push([at, at + word.length]);
  return places;
}
