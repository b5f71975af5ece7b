import { fold } from '../../text/words.ts';
import { ACCENTED, AFTER_APOSTROPHE } from './accents.ts';
import { EVERYDAY_TURNS, EVERYDAY_WORDS } from './everyday-words.ts';
import { latin } from './latin.ts';
import { createScreen } from './screen.ts';

/** Everyday spelling and words; a word in capitals, or capitalised inside the sentence, is a name and is left alone. */
export function respell(text: string): string {
  return joinWords(turn(replaceWords(turn(accentPreposition(text)))));
}

function turn(text: string): string {
  let said = text;
  let maySay = screen(said);
  for (const [i, [pattern, to]] of TURNS.entries()) {
    if (maySay[i] === 0) continue;
    const before = said;
    said = said.replace(pattern, (...all: unknown[]) => {
      const whole = String(all[0]);
      // «Faudrait» → «Il faudrait»: what no longer opens the sentence loses its capital.
      const put = to.replace(/\$(\d)/g, (_sign, group: string, at: number) => {
        const part = String(all[Number(group)] ?? '');
        return at > 0 && whole.startsWith(part) ? part.charAt(0).toLowerCase() + part.slice(1) : part;
      });
      return /^[A-ZÀ-ÞŒ]/.test(whole) ? upperStart(put) : put;
    });
    // A turn may make room for the next one.
    if (said !== before) maySay = screen(said);
  }
  return said;
}

const TURNS = EVERYDAY_TURNS.map(([pattern, to]) => [latin(pattern), to] as const);
const screen = createScreen(TURNS.map(([pattern]) => pattern));

function replaceWords(turned: string): string {
  return turned.replace(WORD, (word, at: number) => {
    const inside = at > 0 && !/[.!?…\n«]\s*$/u.test(turned.slice(Math.max(0, at - 4), at));
    if (word !== word.toLowerCase() && (inside || word === word.toUpperCase())) return word;
    const bare = fold(word);
    const known = EVERYDAY_WORDS.get(bare) ?? (bare === word.toLowerCase() ? respelled(bare) : undefined);
    // «équipé» is no «équipe» short of its accent.
    if (known === undefined || (fold(known) === bare && bare !== word.toLowerCase())) return word;
    if (/ée?s?$/u.test(word) && !/ée?s?$/u.test(known)) return word;
    return word === word.toLowerCase() ? known : upperStart(known);
  });
}

const WORD = latin(/(?<![\p{L}\p{M}\p{N}@./'’-])[\p{L}\p{M}]+(?![\p{L}\p{M}@]|['’]\p{L}|\.\p{L})/gu);

/** A word that came in with a vowel: «le gars» → «le intervenant» → «l'intervenant». */
function joinWords(text: string): string {
  return text.replace(BEFORE_VOWEL, (whole, word: string) => JOINED[word.toLowerCase()] ?? whole);
}
const BEFORE_VOWEL = latin(
  /(?<![\p{L}])(le|la|du|au|ce|de|que|ne|se) (?=(?:intervenant|ordinateur|application|endommag|insuffisant|enfant|entreprise|ami|architecte|argent|écarte|obtenir|université|information|inesthétique|agréable)s?)/giu,
);
const JOINED: Readonly<Record<string, string>> = {
  le: "l'",
  la: "l'",
  du: "de l'",
  au: "à l'",
  ce: 'cet ',
  de: "d'",
  que: "qu'",
  ne: "n'",
  se: "s'",
};

const ACCENTS = new Map(ACCENTED.map((word) => [fold(word), word]));
const OPENS_WITH_VOWEL = new Map(AFTER_APOSTROPHE.map((word) => [fold(word), word]));
/** Words of their own that look like an article run into a noun. */
const WHOLE = new Set('lois laide daide sans sous soffre mami'.split(' '));

/** A word in haste, as a note has it: its accents («modele»), its apostrophe («dencre», «dici»), or undefined. */
function respelled(bare: string): string | undefined {
  const accented = ACCENTS.get(bare);
  if (accented !== undefined) return accented;
  if (/[a-z]{2}ees?$/.test(bare)) return bare.replace(/ee(s?)$/, 'ée$1');
  const joined = /^(d|l|qu)([aeiouh][a-z]{2,})$/.exec(bare);
  if (joined === null || WHOLE.has(bare)) return undefined;
  const noun = OPENS_WITH_VOWEL.get(joined[2] ?? '');
  return noun === undefined ? undefined : `${joined[1]}'${noun}`;
}

/** «a livrer a la mairie»: the preposition, where the sentence has no accent on it and the words around leave no verb. */
function accentPreposition(text: string): string {
  if (/(?<!\p{L})[àÀ](?!\p{L})/u.test(text)) return text;
  return text.replace(PREPOSITION, 'à ');
}
const PREPOSITION = latin(
  /(?<![\p{L}'’])(?<!(?:il|elle|on|qui|y|ça|ca|cela|ce|tu|n['’]en|en|lui|nous|vous|les?|la|leur|ne|a|service|maire|mairie|chef|commune|entreprise|prestataire|direction|société|societe|boite|boîte|titulaire|fournisseur) )a (?=(?:la|l['’]\p{L}+|nos|notre|chaque|partir|cause|propos|domicile|distance|proximit[eé]|midi|savoir|peu pr[eè]s|part|jour|neuf|temps|\d{1,2} ?h(?:eures?)?|[\p{L}]{3,}(?:er|ir|oir|dre|tre|ire|aire))(?!\p{L}))/giu,
);

export const upperStart = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
