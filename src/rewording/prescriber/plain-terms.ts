import type { LexiconEntry } from '../../corpus/lexicon.ts';
import type { Span } from '../../french/span.ts';
import { fold } from '../../french/words.ts';
import type { Term } from '../port/rewording.ts';
import { bareWord, type PlacedTerm, placedWords } from '../term-spans.ts';
import type { Gloss } from './gloss.ts';
import { GLOSSES } from './glosses.ts';
import { GLOSSES_OF_ACTS } from './glosses-of-acts.ts';
import { GLOSSES_OF_BODIES } from './glosses-of-bodies.ts';
import { GLOSSES_OF_CHOICE } from './glosses-of-choice.ts';
import { GLOSSES_OF_INITIALS } from './glosses-of-initials.ts';
import { GLOSSES_OF_MONEY } from './glosses-of-money.ts';
import { GLOSSES_OF_ONE_WORD } from './glosses-of-one-word.ts';
import { GLOSSES_OF_PROJECTS } from './glosses-of-projects.ts';

/** A buyer's term of the source, where it first stands. */
export interface Jargon {
  readonly gloss: Gloss;
  readonly span: Span;
}

interface Saying {
  readonly gloss: Gloss;
  /** Without their marks of number and gender, with their accents. */
  readonly words: readonly string[];
  readonly capitals: boolean;
}

/** Two letters, or a word of everyday French: only in capitals. */
const CAPITALS =
  /^(?:[A-Z]{2}|JOUE|MAP|MED|DGP|CPP|VABF|VSR|RSE|CAO|SAD|MOE|MOA|RFI|STB|FEB|EDB|GDC|RPA|OPR|SLA|JAL|DLR|PAN|TED|PRO|ACT|DET|EXE|ESQ|APS|APD|BAT|TIC|POC|DOE|ACV|HVE|MOM|GHT|PPI|SPS|CRT|DPU|PGC|MCO|GIP|ESAT|ESS|IAE|PRA|PCA|CRC|DAE|DAJ|PLIE|REM|SEM|RAR|MAD)$/;
/** Of two rows that say the same, the first holds, or the next where its words around are wanting. */
export const ALL_GLOSSES: readonly Gloss[] = [
  ...GLOSSES_OF_ACTS,
  ...GLOSSES,
  ...GLOSSES_OF_ONE_WORD,
  ...GLOSSES_OF_CHOICE,
  ...GLOSSES_OF_MONEY,
  ...GLOSSES_OF_PROJECTS,
  ...GLOSSES_OF_BODIES,
  ...GLOSSES_OF_INITIALS,
];

const SAYINGS = sayingsByFirstWord();

function sayingsByFirstWord(): ReadonlyMap<string, readonly Saying[]> {
  const byFirst = new Map<string, Saying[]>();
  for (const gloss of ALL_GLOSSES)
    for (const text of gloss.says) {
      const placed = placedWords(text);
      const [head] = placed;
      if (head === undefined) continue;
      const words = placed.map(({ said }) => bareWord(accented(said)));
      const first = bareWord(head.word);
      byFirst.set(first, [...(byFirst.get(first) ?? []), { gloss, words, capitals: CAPITALS.test(text) }]);
    }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  return byFirst;
}

/** In small letters, with its accents. */
function accented(said: string): string {
  return said.normalize('NFC').toLowerCase().replaceAll('œ', 'oe');
}

/**
 * «mètre» is no «métré». A word typed without accents, in capitals or in a message that has none at all, may be one that has
 * them, but for the last letter: «metre» may be either.
 */
function isWord(here: PlacedTerm, wanted: string, unaccented: boolean): boolean {
  const said = bareWord(accented(here.said));
  if (said === wanted) return true;
  const plain = here.word === accented(here.said) && (unaccented || here.said === here.said.toUpperCase());
  return plain && bareWord(here.word) === bareWord(fold(wanted)) && !(unaccented && /é[es]?$/u.test(wanted));
}

/** Every term of art with its place, the longest at each place, in the order of the text; also those said again. */
export function jargonIn(text: string): readonly Jargon[] {
  const placed = placedWords(text);
  const unaccented = !/[à-öø-ÿ]/iu.test(text.normalize('NFC'));
  const found: Jargon[] = [];
  for (let i = 0; i < placed.length; i++) {
    const saying = SAYINGS.get(bareWord(placed[i]?.word ?? ''))?.find((candidate) =>
      says(candidate, { text, placed, unaccented }, i),
    );
    const [first, last] = [placed[i], placed[i + (saying?.words.length ?? 1) - 1]];
    if (saying === undefined || first === undefined || last === undefined) continue;
    if (isInCode(text, [first.span[0], last.span[1]])) continue;
    found.push({ gloss: saying.gloss, span: [first.span[0], last.span[1]] });
    i += saying.words.length - 1;
  }
  return found;
}

/** «2023-FCS-018»: letters of a reference number are no term. */
const isInCode = (text: string, [start, end]: Span): boolean =>
  /[\d_][-/_.]?$/.test(text.slice(Math.max(0, start - 2), start)) || /^[-/_]\d/.test(text.slice(end, end + 2));

interface Reading {
  readonly text: string;
  readonly placed: readonly PlacedTerm[];
  /** No word of the text has an accent. */
  readonly unaccented: boolean;
}

function says({ gloss, words, capitals }: Saying, { text, placed, unaccented }: Reading, start: number): boolean {
  const first = placed[start];
  const last = placed[start + words.length - 1];
  if (first === undefined || last === undefined || (capitals && first.said !== first.said.toUpperCase())) return false;
  const said = words.every((word, i) => {
    const here = placed[start + i];
    return here !== undefined && here.clause === first.clause && isWord(here, word, unaccented);
  });
  return said && (gloss.only?.test(marked(text, [first.span[0], last.span[1]])) ?? true);
}

/** How far the words go that tell a term of art from everyday French. */
const AROUND = 80;

function marked(text: string, [start, end]: Span): string {
  return `${text.slice(Math.max(0, start - AROUND), start)}‹${text.slice(start, end)}›${text.slice(end, end + AROUND)}`;
}

/** What the shown rewording says of a term: for hovering, and for the list of terms. */
export function termOf({ gloss, span }: Jargon, source: string, entries: ReadonlyMap<string, LexiconEntry>): Term {
  const entry = entries.get(gloss.concept);
  return {
    from: source.slice(...span),
    span,
    to: gloss.plain,
    concept: gloss.concept,
    explanation: entry?.explain.service ?? gloss.plain,
    articles: entry?.articles ?? [],
  };
}
