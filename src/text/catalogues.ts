import type { Language } from '../vocabulary/people.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { typeset } from './typeset.ts';

/** Every text the assistant itself says, one catalogue per language; the corpus stays French. French is the model. */
export type Catalogue = typeof fr;

export const catalogues: Readonly<Record<Language, Catalogue>> = { fr: typeset(fr), en };
