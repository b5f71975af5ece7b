import { fold } from '../french/words.ts';

/** A word by what it is looked up by. */
export interface Term {
  /** Its index term: one for «repeindre» and «repeinte». */
  readonly term: string;
  /** Folded, in the singular. */
  readonly form: string;
  /** It says little: what frames a question («marché»), what is done to anything («entretien», «location»). */
  readonly isFaint: boolean;
}

/** Reads a word as it is written, in lower case; undefined for one that says nothing at all. */
export type ReadTerm = (written: string) => Term | undefined;

/** A word of what is asked. */
export interface AskedWord extends Term {
  readonly word: string;
  /** First in its phrase, and no place. */
  readonly isHead: boolean;
  /** 1 for what is asked for; less for what completes it, least for where, for whom or when it is. */
  readonly weight: number;
}

const OF_KIND = 0.85;
const OF_COMPLEMENT = 0.6;
const OF_PLACE = 0.35;
/** «on conserve» says what is done. */
const OF_VERB = 0.6;

const PLACES = set('aux au dans chez sur sous vers devant derriere pres lors pendant avant apres depuis avec par en');
const OF = set('de du des d');
const DETERMINERS = set(
  'le la les l un une ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs',
);
const CLAUSES = set('je j on il ils elle elles nous vous tu qui que qu est sont ont ai a y mais car si il');
const SUBJECTS = set('je j on il ils elle elles nous vous tu');
const STRONG = set('. ; ! ? \n');

const TOKEN = /[\p{L}\p{N}\p{M}]+|[.,;:!?()\n]/gu;

/** «laver les vitres des vestiaires»: the panes are what is asked for, the changing rooms are where. Linear in the length of the text. */
export function askedWords(text: string, readTerm: ReadTerm): readonly AskedWord[] {
  const tokens = [...text.matchAll(TOKEN)].map(([token]) => ({ raw: token.toLowerCase(), word: fold(token) }));
  const asked: AskedWord[] = [];
  let sentence: AskedWord[] = [];
  const close = () => {
    // «il reste combien sur les pneus»: where nothing else is said, that is what is asked for.
    const telling = sentence.filter(({ isFaint }) => !isFaint);
    const most = Math.max(0, ...telling.map(({ weight }) => weight)) || 1;
    asked.push(...sentence.map((one) => ({ ...one, weight: Math.min(1, one.weight / most) })));
    sentence = [];
    hasHead = false;
  };
  /** What the phrase is about: less inside one that says where. */
  let phrase = 1;
  /** Whether that phrase has its noun. */
  let isFilled = true;
  let share = 1;
  let isAfterWord = false;
  let hasHead = false;
  const open = (weight: number) => {
    phrase = weight;
    share = 1;
    isFilled = false;
    isAfterWord = false;
  };
  for (const [at, { raw, word }] of tokens.entries()) {
    const next = tokens[at + 1]?.word ?? '';
    if (!/[\p{L}\p{N}]/u.test(raw)) {
      open(1);
      if (STRONG.has(raw)) close();
    } else if (CLAUSES.has(word) && raw !== 'à') open(1);
    else if (PLACES.has(word)) open(OF_PLACE);
    else if (raw === 'à') {
      // «à la piscine» is where, «matelas à air» which.
      if (DETERMINERS.has(next)) open(OF_PLACE);
      else share = OF_KIND;
    } else if (word === 'pour') open(hasHead && !isInfinitive(next) ? OF_PLACE : 1);
    else if (OF.has(word)) {
      // «une palette de sel» is salt, «la toiture de la halle» no hall.
      if (isAfterWord) share = DETERMINERS.has(next) || word === 'du' || word === 'des' ? OF_COMPLEMENT : OF_KIND;
      else if (isFilled) open(1);
    } else if (DETERMINERS.has(word)) {
      const before = tokens[at - 1]?.word ?? '';
      if (isFilled && before !== 'et' && !OF.has(before)) open(1);
    } else {
      const term = readTerm(raw);
      if (term === undefined) continue;
      const weight = phrase * (SUBJECTS.has(tokens[at - 1]?.word ?? '') ? OF_VERB : share);
      sentence.push({ ...term, word, weight, isHead: !isFilled && weight === 1 });
      if (term.isFaint) continue;
      isFilled = true;
      isAfterWord = true;
      if (weight === 1) hasHead = true;
    }
  }
  close();
  return asked;
}

function isInfinitive(word: string): boolean {
  return /(?:er|ir|re)$/.test(word);
}

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
