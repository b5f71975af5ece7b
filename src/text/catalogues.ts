import type { Language } from '../vocabulary/people.ts';
import type { Catalogue } from './catalogue.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

export const catalogues: Readonly<Record<Language, Catalogue>> = { fr, en };
