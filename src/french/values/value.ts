import type { Span } from '../span.ts';

/** Where in the text, and its words as said. */
interface Said {
  readonly span: Span;
  readonly text: string;
}

/**
 * A value as a person writes it, with what it comes down to. A range has `low` below `high`; a single value has them equal;
 * «une trentaine», «environ 30» and «autour de» set `approximate`.
 */
export type SaidValue =
  | (Said & {
      readonly kind: 'amount';
      /** In euros. */
      readonly low: number;
      readonly high: number;
      readonly approximate: boolean;
      readonly tax: 'HT' | 'TTC' | undefined;
      /** Folded singular noun of «par poste», «/ an», «l'unité»; undefined for a total. */
      readonly per: string | undefined;
    })
  | (Said & {
      readonly kind: 'quantity';
      readonly low: number;
      readonly high: number;
      readonly approximate: boolean;
      /** Folded singular of the word counted («poste», «m2», «kg», «heure de formation» → «heure»); undefined for a bare number. */
      readonly unit: string | undefined;
      /** «80 repas par jour» → `jour`; absent for a plain count. */
      readonly per?: string;
    })
  | (Said & {
      readonly kind: 'percentage';
      readonly low: number;
      readonly high: number;
      readonly approximate: boolean;
      readonly per?: string;
    })
  | (Said & {
      readonly kind: 'duration';
      readonly low: number;
      readonly high: number;
      readonly approximate: boolean;
      readonly unit: 'minute' | 'hour' | 'day' | 'working_day' | 'week' | 'month' | 'year';
      /** «4 heures par semaine» → `semaine`. */
      readonly per?: string;
    })
  | (Said & {
      readonly kind: 'date';
      /** ISO day, month (YYYY-MM) or year (YYYY) when the words fix it; undefined for «la rentrée», «d'ici mars», «lundi». */
      readonly iso: string | undefined;
      /** Folded head of what is said, to compare two relative dates: «rentree», «mars», «fin 2027», «noel». */
      readonly head: string;
      readonly edge: 'on' | 'before' | 'after' | 'start' | 'end';
    })
  | (Said & { readonly kind: 'time_of_day'; readonly minutes: number });
