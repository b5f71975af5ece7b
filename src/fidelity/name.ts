/** A name of one of the two texts, as it is compared. */
export interface Name {
  readonly key: string;
  readonly text: string;
  readonly kind: 'place' | 'brand' | 'acronym' | 'proper';
  readonly aside: boolean;
  /** Index of its token. */
  readonly at: number;
  /** Only signs the message: «Cordialement, Marie D.». */
  readonly signs: boolean;
}
