import type { IsFrenchWord } from '../french/french-words.ts';
import type { Sliced } from '../sliced.ts';
import type { MaskingLists } from './masking-lists.ts';
import { readSource, type Token } from './source.ts';

/** Phrases found word by word: the folded words joined by a space → what they announce. */
export interface Phrases<T> {
  /** First and last words → how many words the longest phrase has that starts, or ends, with them: most words have none. */
  readonly heads: ReadonlyMap<string, number>;
  readonly tails: ReadonlyMap<string, number>;
  readonly byWords: ReadonlyMap<string, readonly T[]>;
}

export interface BodyWord {
  readonly label: string;
  readonly link: 'de' | 'libre' | 'numero';
  readonly qualified: boolean;
  readonly nameOnly: boolean;
}

/** The lists of `sante.yaml`, folded. */
interface HealthWords {
  readonly states: Phrases<string>;
  readonly ills: Phrases<string>;
  readonly endings: readonly string[];
  readonly qualities: Phrases<string>;
  readonly needs: ReadonlySet<string>;
  readonly kin: ReadonlySet<string>;
}

/** The lists, folded once for looking up. */
export interface Words {
  readonly firstNames: ReadonlySet<string>;
  readonly firstNamesAlsoWords: ReadonlySet<string>;
  readonly common: ReadonlySet<string>;
  readonly surnames: ReadonlySet<string>;
  /** Whether a folded word is one of French. */
  readonly isWord: IsFrenchWord;
  /** Folded word → its family of sense and how usual it is. */
  readonly families: ReadonlyMap<string, string>;
  readonly places: Phrases<string>;
  readonly placesAlsoWords: ReadonlySet<string>;
  /** Communes → the lower end of their bracket of inhabitants. */
  readonly inhabitants: ReadonlyMap<string, number>;
  /** First words of communes → how many words the longest has that starts with it. */
  readonly townHeads: ReadonlyMap<string, number>;
  /** First words of communes' hyphenated names, that are no word, no first name and no surname: «Illkirch». */
  readonly communeHeads: ReadonlySet<string>;
  readonly bodies: Phrases<BodyWord>;
  readonly qualifiers: ReadonlySet<string>;
  /** Whom schools and halls are called after, by surname alone. */
  readonly namesakes: ReadonlySet<string>;
  readonly afterName: ReadonlyMap<string, string>;
  readonly courts: Phrases<string>;
  readonly known: Phrases<string>;
  readonly brands: Phrases<string>;
  readonly legalForms: ReadonlySet<string>;
  readonly firmWords: Phrases<string>;
  readonly firmParts: ReadonlySet<string>;
  readonly firmEnds: ReadonlySet<string>;
  readonly firms: Phrases<string>;
  readonly civilities: ReadonlySet<string>;
  readonly titles: ReadonlySet<string>;
  readonly feminine: ReadonlySet<string>;
  readonly functions: Phrases<string>;
  readonly labels: Phrases<string>;
  readonly turns: Phrases<string>;
  readonly beforeFirstName: ReadonlySet<string>;
  readonly notName: ReadonlySet<string>;
  readonly buildings: Phrases<string>;
  readonly closings: Phrases<string>;
  readonly particles: ReadonlySet<string>;
  readonly contracts: Phrases<'n° de marché' | 'référence'>;
  readonly unnumbered: ReadonlySet<string>;
  readonly openSites: readonly string[];
  readonly health: HealthWords;
  readonly ways: Phrases<string>;
  readonly doubtfulWays: ReadonlySet<string>;
}

export function* foldLists(lists: MaskingLists): Sliced<Words> {
  const { firstNames, places, persons, bodies, firms, health, numbers } = lists;
  const bodyWords = bodies.classes.flatMap(({ classe, lien, qualifie, nom_seul, mots }) =>
    mots.map((mot): [string, BodyWord] => [
      mot,
      { label: classe, link: lien, qualified: qualifie, nameOnly: nom_seul },
    ]),
  );
  const inhabitants = yield* inhabitantsOf(lists);
  yield;
  const townHeads = headsOf(inhabitants.keys());
  yield;
  const heads = yield* communeHeads(lists);
  yield;
  const placeNames = phrases([
    ...places.communes.map((name): [string, string] => [name, 'commune']),
    ...places.departements.map((name): [string, string] => [name, 'département']),
    ...places.regions.map((name): [string, string] => [name, 'région']),
  ]);
  yield;
  return {
    firstNames: setOf(firstNames.prenoms),
    firstNamesAlsoWords: setOf(firstNames.aussi_des_mots),
    common: new Set(lists.commonWords),
    surnames: new Set(lists.surnames),
    isWord: lists.isFrenchWord,
    families: lists.families,
    places: placeNames,
    placesAlsoWords: setOf(places.aussi_des_mots),
    inhabitants,
    townHeads,
    communeHeads: heads,
    bodies: phrases(bodyWords),
    qualifiers: setOf(bodies.qualificatifs),
    namesakes: setOf(bodies.eponymes),
    afterName: new Map(Object.entries(bodies.apres_le_nom)),
    courts: same(bodies.juridictions),
    known: same(bodies.connus),
    brands: same(lists.brands),
    legalForms: setOf(firms.formes),
    firmWords: same(firms.annonces),
    firmParts: setOf(firms.font_partie_du_nom),
    firmEnds: setOf(firms.suites),
    firms: same(firms.connues),
    civilities: setOf(persons.civilites),
    titles: setOf(persons.titres),
    feminine: setOf(persons.feminines),
    functions: same(persons.fonctions),
    labels: same(persons.etiquettes),
    turns: same(persons.tournures),
    beforeFirstName: setOf(persons.avant_un_prenom),
    notName: setOf(persons.pas_un_nom),
    buildings: same(persons.batiments),
    closings: same(persons.formules),
    particles: setOf(persons.particules),
    contracts: phrases([
      ...numbers.reference.map((word): [string, 'référence'] => [word, 'référence']),
      ...numbers.marche.map((word): [string, 'n° de marché'] => [word, 'n° de marché']),
    ]),
    unnumbered: setOf(numbers.sans_numero),
    openSites: numbers.sites_ouverts,
    health: {
      states: same(health.situations),
      ills: same(health.maux),
      endings: health.fins,
      qualities: same(health.qualites),
      needs: setOf(health.besoins),
      kin: setOf(health.proches),
    },
    ways: same(numbers.voies),
    doubtfulWays: setOf(numbers.voies_ambigues),
  };
}

function* inhabitantsOf({ populations }: MaskingLists): Sliced<ReadonlyMap<string, number>> {
  const inhabitants = new Map<string, number>();
  for (const [low, towns] of Object.entries(populations)) {
    for (const [place, town] of towns.entries()) {
      if (place % NAMES === 0) yield;
      const name = phraseKey(town);
      inhabitants.set(name, Number(low));
      // «Petit-Quevilly» for «Le Petit-Quevilly»
      const [article = '', ...rest] = name.split(' ');
      if (rest.length > 1 && /^(?:le|la|les|l)$/.test(article)) inhabitants.set(rest.join(' '), Number(low));
    }
  }
  return inhabitants;
}

/** Folded in one slice. */
const NAMES = 3_000;

function headsOf(names: Iterable<string>): ReadonlyMap<string, number> {
  const heads = new Map<string, number>();
  for (const name of names) {
    const parts = name.split(' ');
    const head = parts[0] ?? '';
    heads.set(head, Math.max(heads.get(head) ?? 0, parts.length));
  }
  return heads;
}

function* communeHeads({
  places,
  populations,
  isFrenchWord,
  surnames,
  firstNames,
}: MaskingLists): Sliced<ReadonlySet<string>> {
  const others = new Set([...surnames, ...firstNames.prenoms, ...firstNames.aussi_des_mots].map(phraseKey));
  yield;
  const heads = [...places.communes, ...Object.values(populations).flat()].flatMap((name) => {
    const head = /^([^ -]{5,})-/.exec(name)?.[1];
    return head === undefined ? [] : [phraseKey(head)];
  });
  yield;
  return new Set(heads.filter((head) => !others.has(head) && !isFrenchWord(head)));
}

/** The words of a phrase, joined as they are looked up. */
function phraseKey(text: string): string {
  // Tens of thousands of names are made of letters alone: they need not be cut into words one by one.
  if (/^[A-Za-z]+(?:[ '-][A-Za-z]+)*$/.test(text)) return text.toLowerCase().replace(/['-]/g, ' ');
  return readSource(text)
    .tokens.map(({ fold }) => fold)
    .join(' ');
}

const setOf = (list: readonly string[]): ReadonlySet<string> => new Set(list.map(phraseKey));
const same = (list: readonly string[]): Phrases<string> => phrases(list.map((text) => [text, text]));

function phrases<T>(entries: readonly (readonly [string, T])[]): Phrases<T> {
  const byWords = new Map<string, T[]>();
  const heads = new Map<string, number>();
  const tails = new Map<string, number>();
  for (const [text, value] of entries) {
    const key = phraseKey(text);
    const parts = key.split(' ');
    for (const [ends, word] of [
      [heads, parts[0]],
      [tails, parts.at(-1)],
    ] as const)
      ends.set(word ?? '', Math.max(ends.get(word ?? '') ?? 0, parts.length));
    const there = byWords.get(key);
    if (there === undefined) byWords.set(key, [value]);
    else there.push(value);
  }
  return { heads, tails, byWords };
}

interface Found<T> {
  readonly values: readonly T[];
  /** Tokens taken. */
  readonly length: number;
  readonly words: string;
}

/** The longest phrase that starts at a token; its words are joined by spaces, hyphens or apostrophes. */
export function phraseAt<T>(list: Phrases<T>, tokens: readonly Token[], at: number): Found<T> | undefined {
  const longest = list.heads.get(tokens[at]?.fold ?? '');
  if (longest === undefined) return undefined;
  let found: Found<T> | undefined;
  let words = '';
  for (let length = 1; length <= longest; length++) {
    const token = tokens[at + length - 1];
    if (token === undefined || (length > 1 && !/^(?:[ '-]|\. ?| & )$/.test(token.gap))) break;
    words = length === 1 ? token.fold : `${words} ${token.fold}`;
    const values = list.byWords.get(words);
    if (values !== undefined) found = { values, length, words };
  }
  return found;
}

/** The longest phrase that ends just before a token. */
export function phraseBefore<T>(list: Phrases<T>, tokens: readonly Token[], at: number): Found<T> | undefined {
  const longest = list.tails.get(tokens[at - 1]?.fold ?? '');
  if (longest === undefined) return undefined;
  let found: Found<T> | undefined;
  let words = '';
  for (let length = 1; length <= longest; length++) {
    const token = tokens[at - length];
    if (token === undefined) break;
    words = length === 1 ? token.fold : `${token.fold} ${words}`;
    const values = list.byWords.get(words);
    if (values !== undefined) found = { values, length, words };
    if (!/^[ '-]$/.test(token.gap)) break;
  }
  return found;
}

/** Whether a phrase of one of the lists starts at a token. */
export const startsAny = (lists: readonly Phrases<unknown>[], tokens: readonly Token[], at: number): boolean =>
  lists.some((list) => phraseAt(list, tokens, at) !== undefined);
