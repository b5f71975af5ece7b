import type { IsoDate } from '../../days/iso-date.ts';
import type { Once } from '../../once.ts';
import type { Result } from '../../result.ts';
import type { Line } from '../../rules/work.ts';

/** Boxes of a need, as they are typed; in the order in which they are filled in. */
export const NEED_BOXES = ['title', 'family', 'amount', 'wanted'] as const;
export type NeedBox = (typeof NEED_BOXES)[number];
export type NeedTyped = Readonly<Record<NeedBox, string>>;

export interface NeedRow {
  readonly id: string;
  readonly version: number;
  readonly typed: NeedTyped;
  /** As it was said. */
  readonly words: string;
  /** «4 000 €»; undefined where no sum is known. */
  readonly sum: string | undefined;
  readonly wanted: IsoDate | undefined;
  readonly by: string;
  /** Its reader announced it, and may ask for it; `changes`: or buys for the body. */
  readonly mine: boolean;
  readonly changes: boolean;
  /** The demande that was made of it, for whoever announced it. */
  readonly purchase: string | undefined;
  readonly asked: boolean;
}

/** What is bought alike, counted together. */
export interface ProgrammeFamily {
  /** Undefined: what no family was made out of; each counts alone. */
  readonly name: string | undefined;
  readonly needs: readonly NeedRow[];
  /** Of those whose sum is known. */
  readonly sum: string;
  /** How many say no sum. */
  readonly unknown: number;
  /** What the rules make of the whole, with their articles: the need's total, the way to follow. */
  readonly rules: readonly Line[];
  /** From the first day wanted back. */
  readonly calendar: readonly Line[];
}

export interface Programme {
  readonly body: string;
  readonly year: number;
  readonly years: readonly number[];
  readonly families: readonly ProgrammeFamily[];
  readonly count: number;
  readonly sum: string;
}

export type ProgrammeFault =
  | { readonly kind: 'store_down' | 'too_slow' }
  /** Nobody of the network, or a need that is none of theirs: nobody is told which. */
  | { readonly kind: 'unknown_need' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'too_long'; readonly limit: number }
  /** No need was made out in the words. */
  | { readonly kind: 'no_need' }
  | { readonly kind: 'wrong_box'; readonly box: NeedBox }
  /** It is not any more what was looked at: nothing was kept. */
  | { readonly kind: 'stale' };

type Done<T> = Promise<Result<T, ProgrammeFault>>;

/** A body's yearly campaign: its members read it whole, each changes what they announced, those who buy change all. */
export interface Programming {
  /** @param year the coming campaign without one */
  read(by: string, year?: number): Done<Programme>;
  /** A sentence becomes a need of the year that it names, else of the coming campaign. */
  add(by: string, words: string, once?: Once): Done<{ readonly need: NeedRow; readonly programme: Programme }>;
  change(by: string, id: string, on: number, typed: NeedTyped): Done<Programme>;
  remove(by: string, id: string, on: number): Done<Programme>;
  /** It becomes a demande of whoever announced it, shown to them before it is sent; once. @returns its id */
  ask(by: string, id: string): Done<string>;
  /**
   * Of the year in which a demande falls, what else its body announces that is bought alike and has a sum, euros without tax; the
   * need that the demande was made of is not among it.
   */
  besides(by: string, of: { readonly purchase: string; readonly words: string }): Done<readonly number[]>;
  file(by: string, year: number, as: 'csv' | 'xlsx'): Done<{ readonly name: string; readonly bytes: Uint8Array }>;
  /** For «mes données». */
  exportOf(by: string): Done<unknown>;
}
