import type { Span } from '../../french/span.ts';
import type { PlacedValue } from '../brief/value-context.ts';
import { type Clause, opens } from './split-clauses.ts';

/** A message cut into clauses, with what stands in them. */
export interface ClauseText {
  readonly folded: string;
  readonly clauses: readonly Clause[];
  readonly values: readonly PlacedValue[];
  /** What the readers of slots propose. */
  readonly hints: readonly Hint[];
}

export interface Hint {
  readonly by: string;
  readonly span: Span;
}

const WORD = /[a-z]+(?:-(?:moi|nous|les?|la|en|vous|lui|leur))?|\d+(?:[ .,]\d+)*|[€%²?!]/g;
/** Characters of a word that are looked at: its ending says less. */
const STEM = 7;
/** What the forms of a verb have in common. */
const ROOT = 5;
/** Words of a clause that are looked at. */
const MOST = 40;

/** No figure is learnt. */
const seen = (word: string): string => (/^\d/.test(word) ? '#' : word.slice(0, STEM));

/** What is seen of each clause of a message: its words, those of its neighbours, where it stands, which values it holds. */
export function clauseFeatures({ folded, clauses, values, hints }: ClauseText): readonly (readonly string[])[] {
  const words = clauses.map(({ start, end }) =>
    [...folded.slice(start, end).matchAll(WORD)].slice(0, MOST).map(([word]) => seen(word)),
  );
  const kinds = clauses.map((): string[] => []);
  for (const { by, span } of hints) for (const at of clausesOf(clauses, span)) kinds[at]?.push(`r ${by}`);
  for (const { value, span } of values) for (const at of clausesOf(clauses, span)) kinds[at]?.push(...kindsOf(value));
  const turns = clauses.map(({ start, end }) => turnsIn(folded.slice(start, end)));
  let head = 0;
  return clauses.map((clause, at) => {
    const own = words[at] ?? [];
    const out = [
      `after ${clause.after}`,
      `n ${Math.min(12, own.length)}`,
      `down ${Math.floor((5 * at) / clauses.length)}`,
      ...(at === 0 ? ['first'] : []),
      ...(at === 1 ? ['second'] : []),
      ...(at === clauses.length - 1 ? ['last'] : []),
      ...(at === clauses.length - 2 ? ['last but one'] : []),
      ...(clause.item ? ['item'] : []),
      ...(clause.question ? ['asks'] : []),
      ...(clause.leads ? ['leads'] : []),
      ...own.map((word) => `w ${word}`),
      ...own.flatMap((word) => (word.length > ROOT ? [`s ${word.slice(0, ROOT)}`] : [])),
      ...own.map((word, i) => `${word} ${own[i + 1] ?? '$'}`),
      `1 ${own[0]}`,
      `12 ${own[0]} ${own[1]}`,
      `123 ${own[0]} ${own[1]} ${own[2]}`,
      `z ${own.at(-1)}`,
      // What is said by a turn is said more surely than by a word.
      ...(turns[at] ?? []),
      ...(turns[at] ?? []).flatMap((turn) => [`${turn} 2`, `${turn} 3`]),
      ...pairs(turns[at] ?? []),
      ...(kinds[at] ?? []),
      ...((kinds[at] ?? []).length === 0 ? ['no value'] : []),
    ];
    const opened = opens(clause);
    // What opens the sentence says of what follows what it is.
    if (opened) head = at;
    else {
      for (const word of words[head]?.slice(0, 6) ?? []) out.push(`h ${word}`);
      for (const turn of turns[head] ?? []) out.push(`h ${turn}`);
      out.push(`h12 ${words[head]?.[0]} ${words[head]?.[1]}`);
    }
    const lead = clause.item ? leadOf(clauses, at) : undefined;
    if (lead !== undefined) for (const one of [...(words[lead] ?? []), ...(turns[lead] ?? [])]) out.push(`l ${one}`);
    const before = opened ? 'P' : 'p';
    const next = clauses[at + 1];
    const after = next === undefined || opens(next) ? 'N' : 'n';
    for (const word of words[at - 1] ?? ['^']) out.push(`${before} ${word}`);
    for (const word of words[at + 1] ?? ['$']) out.push(`${after} ${word}`);
    for (const turn of turns[at - 1] ?? []) out.push(`${before} ${turn}`);
    for (const turn of turns[at + 1] ?? []) out.push(`${after} ${turn}`);
    for (const kind of kinds[at - 1] ?? []) out.push(`${before} ${kind}`);
    for (const kind of kinds[at + 1] ?? []) out.push(`${after} ${kind}`);
    return [...new Set(out)];
  });
}

/** Which clauses a span stands in: they follow one another, so the first of them is sought by halves. */
function clausesOf(clauses: readonly Clause[], [start, end]: Span): readonly number[] {
  let [low, high] = [0, clauses.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((clauses[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const out: number[] = [];
  for (let at = low; at < clauses.length && (clauses[at]?.start ?? end) < end; at += 1) out.push(at);
  return out;
}

/** Turns of French that say who does what: an order, a wish, a duty, a denial, whom it is said of. */
const TURNS: readonly (readonly [string, RegExp])[] = [
  [
    'order',
    /^(?:et |puis |donc |alors |surtout,? |aussi |ensuite |enfin |sinon |mais )?(?:ne |n'|me |m'|nous |en |y |l')?[a-z]{2,20}ez(?:-|\b)/,
  ],
  ['order to', /[a-z]{2,16}(?:-(?:moi|nous|les?|la|lui|leur|en|vous|toi|y)\b)/],
  [
    'infinitive',
    /^(?:et |puis |ensuite |ou )?(?:de |d'|a )?(?:ne pas |bien |nous |me |m'|vous |l'|les? |la |y )?[a-z]{2,20}(?:er|ir|re)\b/,
  ],
  [
    'thanks to do',
    /\bmerci (?:(?:de|d') ?(?:bien |ne |nous |me |m'|vous |l')?[a-z]{2,20}(?:er|ir|re)|par avance de)\b|\bmerci de votre (?:retour|reponse)/,
  ],
  ['you', /\b(?:vous|toi|tu|te)\b|\bt'/],
  ['of you', /\b(?:votre|vos|ton|ta|tes)\b/],
  [
    'you do',
    /\b(?:vous|tu) (?:ne |n'|me |m'|nous |l'|les? |la |en |y )*(?:devez|devrez|dois|devras|pouvez|pourrez|peux|pourriez|voulez|voudrez|veux|pourrais|auriez|aurez|serez|etes)\b/,
  ],
  ['may you', /\b(?:pou(?:vez|rriez|rrez)|peux|auriez|voudriez|voulez|saurais|pourrais|avez|as|etes)-(?:vous|tu)\b/],
  ['I', /\b(?:je|j')|\bmoi\b/],
  ['to me', /\b(?:me|m'|moi)\b/],
  ['we', /\b(?:nous|notre|nos|on)\b/],
  [
    'duty',
    /\b(?:doi(?:t|s|vent)|dev(?:ra|ront|rait|raient|ez|rez)|faut|faudra(?:it)?|convient|conviendra|importe|imperatif|obligatoire|necessaire|tenus?)\b/,
  ],
  [
    'wish',
    /\b(?:aurai(?:s|t)? besoin|ai besoin|besoin (?:de|que|d')|manque(?:nt)?|attends?|attendons|souhait\w*|voudrais|aimerais|compte sur|prie|invite|demande|remerci\w*|serait bien|gre)\b/,
  ],
  [
    'to be done',
    /\b(?:a (?:me |nous )?[a-z]{2,16}(?:er|ir|re)|est attendue?s?|sont attendue?s?|reste a|d'etre|doi(?:t|vent) (?:etre|me|nous))\b/,
  ],
  ['denial', /\b(?:ne|pas|ni|aucune?|jamais|rien|sans|plus de|non)\b|\bn'/],
  [
    'otherwise',
    /\b(?:sinon|faute de|a defaut|sans quoi|passe (?:ce|cette|le)|autrement|au-dela|sous peine|risque\w*|sans retour|sans reponse|sans nouvelles?)\b/,
  ],
  ['if', /^(?:et |mais )?(?:si|s'il|des que|dans le cas|en cas)\b/],
  [
    'maybe',
    /\b(?:si (?:vous le|tu|besoin|possible|necessaire|utile)|le cas echeant|eventuel\w*|a votre convenance|pouvez aussi|libre a|n'hesitez|ideal\w*|au besoin|facultati\w*)\b/,
  ],
  [
    'supplier',
    /\b(?:titulaires?|candidats?|soumissionnaires?|attributaires?|entreprises?|fournisseurs?|prestataires?|societes?|operateurs?|sous-traitants?|mandataire|loueur|editeur|cabinet|offres?)\b/,
  ],
  [
    'third',
    /\b(?:commission|cao|conseil|elus?|maire|prefecture|prefet|comptable|tresor\w*|perception|juridique|juriste|finances?|dgs|direction|assemblee|bureau|comite|president\w*|dsi)\b/,
  ],
  ['will', /\b[a-z]{2,16}r(?:ai|as|a|ons|ez|ont)\b/],
  [
    'has done',
    /\b(?:ai|as|a|avons|avez|ont|est|sont|ete|etait|avait|aviez) (?:bien |deja |ete |pas )*[a-z]{2,16}(?:e|es|ee|ees|i|is|it|ie|u|us|ue)\b/,
  ],
  [
    'known',
    /\b(?:pour (?:info\w*|memoire|rappel)|je (?:vous|t'|te) ?(?:informe|signale|confirme|rappelle)|a noter|sachez)\b/,
  ],
  [
    'by a day',
    /\b(?:avant|d'ici|au plus tard|sous (?:\d+|huit|quinz|dix|trois|une)\w*|pour (?:le|lundi|mardi|mercredi|jeudi|vendredi|demain|ce)|retour|delai)\b/,
  ],
];

const turnsIn = (words: string): readonly string[] =>
  TURNS.flatMap(([name, says]) => (says.test(words) ? [`t ${name}`] : []));

const pairs = (turns: readonly string[]): readonly string[] =>
  turns.flatMap((one, at) => turns.slice(at + 1).map((other) => `${one} & ${other}`));

/** The clause that leads the list of an item. */
function leadOf(clauses: readonly Clause[], at: number): number | undefined {
  for (let index = at - 1; index >= 0 && at - index < 24; index -= 1) if (clauses[index]?.item === false) return index;
  return undefined;
}

function kindsOf(value: PlacedValue['value']): readonly string[] {
  const out = [`k ${value.kind}`];
  if ('unit' in value) out.push(`u ${value.unit?.slice(0, STEM) ?? '-'}`);
  if (value.kind === 'amount') out.push(`tax ${value.tax ?? '-'}`);
  if (value.kind === 'date') out.push(`edge ${value.edge}`);
  if ('per' in value && value.per !== undefined) out.push('per');
  return out;
}
