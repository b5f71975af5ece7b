import type { Contrasts } from '../../corpus/contrasts.ts';
import { senseOf } from '../../fidelity/vocabulary.ts';
import { fold, termOf } from '../../french/words.ts';

/** What a clause lays on someone: a duty, a choice, a prohibition, a freedom; `tells` where it only says. */
export type Level = 'must' | 'advised' | 'may' | 'forbid' | 'free' | 'tells';

export interface Word {
  readonly text: string;
  /** Its stem; undefined for a word that says nothing by itself. */
  readonly term: string | undefined;
  readonly key: string | undefined;
  /** Members of contrasts that it says: another word of the same member says the same. */
  readonly members: readonly number[];
  /** It stands in what a negation or an exception bears on. */
  readonly denied: boolean;
  /** Number of the part between commas it stands in, and of the part between strong marks. */
  readonly part: number;
  readonly clause: number;
}

/** What stands between strong marks. */
export interface Clause {
  readonly words: readonly Word[];
  /** Stems and keys, each with whether it is said denied, plainly, or both. */
  readonly says: ReadonlyMap<string, { plain: boolean; denied: boolean }>;
  readonly members: ReadonlySet<number>;
  readonly numbers: ReadonlySet<string>;
  readonly level: Level;
}

/** A number with what it counts: «30 jour», «60000 €»; or a text of law, whose unit is `article`. */
export interface Counted {
  readonly value: string;
  readonly unit: string;
  /** On which side of it one is: «au plus», «à partir de». */
  readonly bound: 'max' | 'min' | undefined;
  readonly part: number;
  readonly clause: number;
}

/** A text as it is held against another: words with their polarity, by clause and by part. */
export interface Reading {
  readonly flat: string;
  readonly words: readonly Word[];
  readonly clauses: readonly Clause[];
  /** The same, cut at commas too. */
  readonly parts: readonly Clause[];
  readonly members: ReadonlyMap<number, readonly number[]>;
  readonly numbers: readonly Counted[];
}

const TOKEN = /article[0-9a-z.]+|[a-z]+|\d+(?:[.,]\d+)*|[,;:.?!()«»€%]|'|-/g;
const STRONG = /^[;:.?!]$/;
const NUMBERS = new Map(
  'deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'
    .split(' ')
    .map((word, index) => [word, String(index + 2)] as const)
    .concat([
      ['vingt', '20'],
      ['trente', '30'],
      ['quarante', '40'],
      ['cinquante', '50'],
      ['soixante', '60'],
      ['cent', '100'],
    ]),
);
const UNITS = /^(?:jours?|mois|ans?|annees?|semaines?|heures?|euros?|€|%|trimestres?)$/;
const DENIES =
  /^(?:pas|jamais|aucune?s?|sans|ni|nulle?|interdi\w*|impossib\w*|exclu(?:re|s|e|es|t)?|non|rien|inutile\w*)$/;
const EXCEPTS = /^(?:sauf|hors|except\w*|hormis)$/;
const WHOLE = /^(?:interdi\w*|impossib\w*|inutile\w*)$/;
const MUST =
  /^(?:doi[ts]?|doivent|devez|devons|devra\w*|devront|oblig\w*|impos\w*|exig\w*|requi\w*|faut|faudra|tenue?s?|imperati\w*|necessaire\w*)$/;
const MAY =
  /^(?:peu[txs]?|peuvent|pouvez|pouvons|pourr\w*|possib\w*|permi\w*|permet\w*|autoris\w*|libres?|librement|faculte\w*|droit|admis\w*)$/;
const ADVISED = /^(?:prudent\w*|souhait\w*|conseil\w*|recommand\w*|prefer\w*|utile\w*|mieux)$/;
const FREE = /^(?:facultati\w*|dispens\w*|optionnel\w*)$/;
const NO_ORDER = /^(?:assez|chez|nez|devez|pouvez|voulez|avez|etes|rez|savez)$/;

/** Linear in the text. */
export function readText(text: string, contrasts: Contrasts): Reading {
  const flat = fold(withoutCodes(text.normalize('NFKC')).replace(/(?<=\d)[\s\u00a0\u202f](?=\d{3}(?!\d))/g, ''));
  const tokens = flat.match(TOKEN) ?? [];
  const words: Word[] = [];
  const numbers: Counted[] = [];
  let part = 0;
  let clause = 0;
  let denies = false;
  let opened = -1;
  for (const [at, token] of tokens.entries()) {
    if (STRONG.test(token)) {
      part++;
      clause++;
      denies = false;
    } else if (/^[,()«»]$/.test(token)) {
      part++;
      denies = false;
    } else if (/^article\d/.test(token)) {
      numbers.push({ value: token, unit: 'article', bound: undefined, part, clause });
    } else if (/^[a-z]+$/.test(token)) {
      if (token === 'ne' || (token === 'n' && tokens[at + 1] === "'")) {
        denies = deniesFrom(tokens, at);
      } else if ((DENIES.test(token) || EXCEPTS.test(token)) && !isTax(tokens, at) && !isOnly(tokens, at)) {
        denies = true;
        if (WHOLE.test(token)) opened = part;
      } else if (/^(?:mais|que|qu|puis)$/.test(token) && denies && token !== 'que' && token !== 'qu') denies = false;
      const number = NUMBERS.get(token);
      if (number !== undefined)
        numbers.push({ value: number, unit: unitAt(tokens, at), bound: boundAt(tokens, at), part, clause });
      const text = token;
      const term = number === undefined ? termOf(text) : undefined;
      words.push({ text, term, key: senseOf(text).key, members: contrasts.of(text), denied: denies, part, clause });
    } else if (/^\d/.test(token)) {
      if (!isCode(tokens, at))
        numbers.push({
          value: token.replace(',', '.'),
          unit: unitAt(tokens, at),
          bound: boundAt(tokens, at),
          part,
          clause,
        });
    }
    if (opened === part && WHOLE.test(token))
      for (let back = words.length - 1; back >= 0 && words[back]?.part === part; back--) {
        const word = words[back];
        if (word !== undefined) words[back] = { ...word, denied: true };
      }
  }
  const members = membersOf(words, contrasts);
  const cut = (of: (word: { part: number; clause: number }) => number) => clausesOf(words, members, numbers, of);
  return {
    flat,
    words,
    clauses: cut(({ clause: at }) => at),
    parts: cut(({ part: at }) => at),
    members,
    numbers,
  };
}

const CODE =
  /\bCCAG[- ](\p{L}{2,8})[ ,]{1,2}(?:articles? )?(\d{1,3}(?:\.\d{1,2})?)(?![\d-])|(?<![\p{L}\d])(?:([LRDA])\.?\s?\*?\s?)?(\d{3,4}-\d{1,3}(?:-\d{1,3}){0,3})(?!\d)/giu;

/** Texts of law as one token each, so that no digit of theirs is read as a number: `R. 2122-8` → `article0r2122.8`. */
function withoutCodes(text: string): string {
  return text.replace(
    CODE,
    (_, ccag: string, at: string, letter: string | undefined, number: string) =>
      ` article0${fold(ccag === undefined ? `${letter ?? ''}${number}` : `${ccag}.${at}`).replace(/[^a-z0-9]+/g, '.')} `,
  );
}

const LESS = /^(?:sous|moins|jusqu|plus|maximum|maxim\w*|inferieur\w*|plafon\w*|limite|tard|dessous)$/;
const MORE = /^(?:dessus|partir|des|moins|minimum|minim\w*|superieur\w*|dela|attein\w*|compter|depass\w*|exced\w*)$/;

/** Words of the six before and the three after, the nearest first. */
function boundAt(tokens: readonly string[], at: number): Counted['bound'] {
  const before = tokens.slice(Math.max(0, at - 6), at);
  const cut = before.findLastIndex((token) => /^[,;:.()]$/.test(token) || /^\d/.test(token));
  const near = before.slice(cut + 1);
  const said = near.join(' ');
  if (/(?:pas|sans) (?:\w+ )?(?:depass|exced)/.test(said) || /\bpas plus d/.test(said)) return 'max';
  if (/\bpas moins d/.test(said)) return 'min';
  const after = tokens.slice(at + 1, at + 7).join(' ');
  if (/^(?:€ |euros? |ht |jours? |mois |ans? |% |heures? )*(?:au plus|au maximum|maximum)/.test(after)) return 'max';
  if (/^(?:€ |euros? |ht |jours? |mois |ans? |% |heures? )*(?:au moins|au minimum|minimum|et au - dessus)/.test(after))
    return 'min';
  if (/\bau plus\b|\bmoins d|\bau plus tard/.test(said)) return 'max';
  if (/\bau moins\b|\bplus d/.test(said)) return 'min';
  for (const token of near.toReversed()) {
    if (token === 'plus' || token === 'moins') continue;
    if (LESS.test(token)) return 'max';
    if (MORE.test(token)) return 'min';
  }
  return undefined;
}

/** «ne … que» only limits. */
function deniesFrom(tokens: readonly string[], at: number): boolean {
  for (let next = at + 1; next < Math.min(tokens.length, at + 10); next++) {
    const token = tokens[next] ?? '';
    if (/^(?:pas|jamais|aucune?|rien|plus|ni|point|personne)$/.test(token)) return true;
    if (/^(?:que|qu)$/.test(token)) return false;
    if (STRONG.test(token)) return true;
  }
  return true;
}

const isTax = (tokens: readonly string[], at: number) => tokens[at] === 'hors' && /^tax/.test(tokens[at + 1] ?? '');
/** «ne … pas seulement», «non seulement». */
const isOnly = (tokens: readonly string[], at: number) => /^seulement$/.test(tokens[at + 1] ?? '');
const isCode = (tokens: readonly string[], at: number) =>
  /^[lrd]$/.test(tokens[at - 1] ?? '') || tokens[at - 1] === '-' || tokens[at + 1] === '-';

function unitAt(tokens: readonly string[], at: number): string {
  for (const token of tokens.slice(at + 1, at + 3)) if (UNITS.test(token)) return token.replace(/s$/, '').slice(0, 4);
  return '';
}

function membersOf(words: readonly Word[], contrasts: Contrasts): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  const add = (member: number, at: number) => {
    const places = found.get(member);
    if (places === undefined) found.set(member, [at]);
    else places.push(at);
  };
  for (const [at, { text }] of words.entries()) for (const member of contrasts.of(text)) add(member, at);
  for (const { words: said, member } of contrasts.phrases)
    for (const [at, { text }] of words.entries())
      if (text === said[0] && said.every((word, next) => words[at + next]?.text === word)) add(member, at);
  return found;
}

function clausesOf(
  words: readonly Word[],
  members: Reading['members'],
  numbers: readonly Counted[],
  of: (word: { part: number; clause: number }) => number,
): readonly Clause[] {
  const byPlace = new Map<number, Word[]>();
  for (const word of words) {
    const own = byPlace.get(of(word));
    if (own === undefined) byPlace.set(of(word), [word]);
    else own.push(word);
  }
  const membersIn = new Map<number, Set<number>>();
  for (const [member, places] of members)
    for (const at of places) {
      const word = words[at];
      if (word === undefined) continue;
      const own = membersIn.get(of(word)) ?? new Set<number>();
      membersIn.set(of(word), own.add(member));
    }
  return [...byPlace].map(([place, own]) =>
    clauseOf(
      own,
      membersIn.get(place) ?? new Set(),
      numbers.filter((one) => of(one) === place),
    ),
  );
}

/** What a word may be found by: its stem, the words that say the same, the member of a contrast. */
export function namesOf({ term, key, members }: Pick<Word, 'term' | 'key' | 'members'>): readonly string[] {
  if (term === undefined) return [];
  return [term, ...(key === undefined ? [] : [`=${key}`]), ...members.map((member) => `#${member}`)];
}

export function clauseOf(words: readonly Word[], members: ReadonlySet<number>, numbers: readonly Counted[]): Clause {
  const says = new Map<string, { plain: boolean; denied: boolean }>();
  for (const { term, key, members: own, denied } of words)
    for (const name of namesOf({ term, key, members: own })) {
      const known = says.get(name) ?? { plain: false, denied: false };
      if (denied) known.denied = true;
      else known.plain = true;
      says.set(name, known);
    }
  return { words, says, members, numbers: new Set(numbers.map(({ value }) => value)), level: levelOf(words) };
}

function levelOf(words: readonly Word[]): Level {
  for (const { text, denied } of words) {
    if (/^interdi/.test(text)) return 'forbid';
    if (FREE.test(text)) return denied ? 'must' : 'free';
    // «on ne doit pas» forbids, «on n'impose pas» frees.
    if (MUST.test(text)) return denied ? (/^(?:d[eo][iv]|fau)/.test(text) ? 'forbid' : 'free') : 'must';
    if (MAY.test(text)) return denied ? 'forbid' : 'may';
  }
  if (words.some(({ text, denied }) => ADVISED.test(text) && !denied)) return 'advised';
  const [first, second] = words;
  const order = [first, second].some(
    (word) => word !== undefined && /ez$/.test(word.text) && !NO_ORDER.test(word.text),
  );
  return order && first?.text !== 'vous' ? (words.some(({ denied }) => denied) ? 'forbid' : 'must') : 'tells';
}
