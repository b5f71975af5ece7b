import type { IsoDate } from '../days/iso-date.ts';
import type { Result } from '../result.ts';

/** One version of an article, as the official source dates it. */
export interface OfficialVersion {
  /** Of this version alone: `LEGIARTI…`. */
  readonly id: string;
  /** The first day it applies. */
  readonly since: IsoDate;
  /** The first day it no longer applies; undefined: no end is known. */
  readonly until: IsoDate | undefined;
  /** The source's word for it: `VIGUEUR`, `MODIFIE`, `ABROGE`, `VIGUEUR_DIFF`… */
  readonly state: string;
}

export type SourceFault =
  /** The source holds no such article of this text. */
  | { readonly kind: 'unknown_article' }
  /** The source lets us ask no more for now: what was not asked is told. */
  | { readonly kind: 'quota' }
  /** It refuses who we are. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'unreachable'; readonly detail: string };

/** Where the text of the law is read: archives in a folder, or an API. */
export interface OfficialSource {
  /** Every version known of an article, former and future ones too, the oldest first. @param text its LEGITEXT @param number as in the text: `R2122-8` */
  versionsOf(text: string, number: string): Promise<Result<readonly OfficialVersion[], SourceFault>>;
  /** Paragraphs parted by line ends. @param id of a version that `versionsOf` gave */
  textOf(id: string): Promise<Result<string, SourceFault>>;
}

/** Words of versions that say of themselves that they apply no more, or never did. */
const ENDED = /^(?:ABROGE|ANNULE|PERIME|TRANSFERE|DISJOINT)$/;
const NEVER = 'MODIFIE_MORT_NE';

/** Versions that once applied, apply or will: a repeal may stand as an empty version of its own, without an end. */
export function applying(versions: readonly OfficialVersion[]): readonly OfficialVersion[] {
  return versions
    .filter(({ since, until, state }) => state !== NEVER && (until === undefined ? !ENDED.test(state) : since < until))
    .toSorted((a, b) => a.since.localeCompare(b.since));
}

/** The version that applies on a day. */
export function versionAt(versions: readonly OfficialVersion[], day: IsoDate): OfficialVersion | undefined {
  return applying(versions).findLast(({ since, until }) => since <= day && (until === undefined || day < until));
}

/** The day from which nothing applies any more, after the last version that did; undefined where the last has no end. */
export function repealOf(versions: readonly OfficialVersion[]): IsoDate | undefined {
  return applying(versions).at(-1)?.until;
}
