import { allMatches } from '../french/all-matches.ts';
import {
  BOUND_DENIAL,
  CANNOT,
  CUES,
  type CueKind,
  DOUBLE,
  FAUT,
  NE,
  NO_DENIAL,
  NO_MUST,
  QUESTION,
} from './cue-patterns.ts';
import { type Cue, firstWordAt, NOWHERE, type Place, type Side } from './side.ts';

interface CuePlace extends Place {
  readonly start: number;
  readonly end: number;
}

interface Around {
  readonly before: readonly string[];
  /** Words within the cue: the verb of «ne marche plus». */
  readonly inside: readonly string[];
  readonly after: readonly string[];
}

export function cueAt(
  side: Pick<Side, 'places' | 'spanOf'>,
  at: (offset: number) => number,
  from: number,
  to: number,
): CuePlace {
  const [start, end] = side.spanOf(from, to);
  const { segment, clause, sentence, aside } = side.places[at(start)] ?? NOWHERE;
  return { segment, clause, sentence, aside, start, end };
}

export function wordsAround(side: Pick<Side, 'words'>, place: CuePlace): Around {
  const { start, end } = place;
  const next = firstWordAt(side.words, start);
  const before: string[] = [];
  for (let index = next - 1; index >= 0 && index >= next - 6; index--) {
    const word = side.words[index];
    if (word === undefined || (word.clause !== place.clause && word.aside === place.aside)) break;
    if (word.aside === place.aside) before.push(word.key);
  }
  const inside: string[] = [];
  const solid: string[] = [];
  const after: string[] = [];
  for (let index = next; index < side.words.length && index < next + 14; index++) {
    const word = side.words[index];
    if (word === undefined || word.sentence !== place.sentence) break;
    if (word.aside !== place.aside) continue;
    if (word.start < end) {
      if (!word.glue) inside.push(word.key);
      continue;
    }
    // «à défaut, …» bears on the clause that follows.
    if (word.clause !== place.clause && (solid.length > 0 || after.length > 2)) break;
    if (word.glue) after.push(word.key);
    else solid.push(word.key);
    if (solid.length + after.length >= 8) break;
  }
  return { before, inside, after: [...solid, ...after] };
}

/** One reading of the words: what it hides from later ones, what it takes for an obligation, what it says. */
interface Pass {
  readonly pattern: RegExp;
  readonly hides?: boolean;
  readonly obliges?: boolean;
  /** Left alone where an earlier reading has hidden it. */
  readonly heeds?: boolean;
  readonly says?: (match: RegExpExecArray, flat: string) => readonly CueKind[];
  /** How long the cue is, where it is not the whole match. */
  readonly length?: (match: RegExpExecArray) => number;
}

const butLast = (match: RegExpExecArray) => match[0].length - 1;

const PASSES: readonly Pass[] = [
  { pattern: NO_DENIAL, hides: true },
  { pattern: BOUND_DENIAL, hides: true, obliges: true },
  { pattern: DOUBLE, hides: true, says: () => ['may'] },
  { pattern: NO_MUST, heeds: true, obliges: true, says: () => ['may'] },
  { pattern: CANNOT, heeds: true, obliges: true, says: () => ['must'] },
  // «demande s'il est nécessaire de»: a question obliges nobody.
  { pattern: QUESTION, obliges: true },
  // «seul le virement est accepté»: what alone is allowed is required.
  {
    pattern: /\bseule?s? (?:[a-z'-]+ ){1,6}?(?:est|sont|sera|seront) (?:accepte|admis|autoris|possib|permi)[a-z]*/g,
    obliges: true,
    says: () => ['must'],
  },
];

/** Those that come after «il faut». */
const DENIALS: readonly Pass[] = [
  { pattern: NE, heeds: true, hides: true, says: (match) => [match[1] === undefined ? 'only' : 'denies'] },
  {
    pattern: /(?<!\bne )\b(?:peut|peuvent|peux|veut|veulent|arrive|arrivent) plus (?=[a-z]+(?:er|ir|re)\b)/g,
    heeds: true,
    says: () => ['denies'],
    length: butLast,
  },
  {
    pattern: /\bne (?:peu(?:t|vent)|pourra|pourront|saurai(?:t|ent)|puissent|puisse) (?!pas|que|plus|jamais|point)/g,
    heeds: true,
    hides: true,
    obliges: true,
    says: () => ['denies', 'must'],
    length: butLast,
  },
  {
    pattern: /\b(?:pas|point(?= d[e']))\b(?!-)/g,
    heeds: true,
    says: ({ index }, flat) =>
      /^ (?:de |d'|le |la |les |l'|avant|apres|un |une |du |des )/.test(flat.slice(index + 3, index + 10))
        ? ['without']
        : ['denies'],
    length: () => 3,
  },
  {
    pattern:
      /\b(?:marche|marchent|fonctionne|fonctionnent|y a|demarre|tient|ferme|veut|veulent) plus\b(?! (?:vite|de \d|que))/g,
    says: () => ['denies'],
  },
  {
    pattern: /\b(?:(?:a|ai|avons|ont|y a|reste|voit) )?(?:plus|jamais|y a) (?:personne(?! [a-z]*ment)|grand monde)\b/g,
    heeds: true,
    hides: true,
    says: () => ['denies'],
  },
];

/** All cues, a longer one hiding what it holds. */
export function findCues(
  flat: string,
  place: (from: number, to: number) => CuePlace,
  around: (place: CuePlace) => Around,
): readonly Cue[] {
  const hidden = new Uint8Array(flat.length + 1);
  const obliging = new Uint8Array(flat.length + 1);
  const touches = (marks: Uint8Array, from: number, to: number) => marks[from] === 1 || marks[to - 1] === 1;
  const cues: Cue[] = [];
  const add = (kind: CueKind, from: number, to: number) => {
    const where = place(from, to);
    const { segment, clause, sentence, aside, start, end } = where;
    const reach = UNAIMED.has(kind) ? NOTHING : reachOf(kind, around(where));
    const said = flat.slice(from, to);
    cues.push({ segment, clause, sentence, aside, start, end, kind, from, to, said, reach });
  };
  const run = ({ pattern, hides, obliges, heeds, says, length }: Pass) => {
    for (const match of allMatches(pattern, flat)) {
      const from = match.index;
      const to = from + (length?.(match) ?? match[0].length);
      if (heeds && touches(hidden, from, to)) continue;
      if (hides) hidden.fill(1, from, to);
      if (obliges) obliging.fill(1, from, to);
      for (const kind of says?.(match, flat) ?? []) add(kind, from, to);
    }
  };
  PASSES.forEach(run);
  for (const { index, 0: said } of allMatches(FAUT, flat))
    if (obliging[index] !== 1) add('must', index, index + said.length);
  DENIALS.forEach(run);
  for (const [kind, pattern] of CUES)
    for (const { index: from, 0: said } of allMatches(pattern, flat)) {
      const to = from + said.length;
      const denial = kind === 'denies' || kind === 'without' || kind === 'except';
      if (said === '' || (denial && touches(hidden, from, to))) continue;
      const duty = kind === 'must' || kind === 'may';
      if ((duty || kind === 'ask') && touches(obliging, from, to)) continue;
      // «doit-on»: asked, not said.
      if (duty && /^-(?:on|je|il|elle|ils|nous|vous|t-on|t-il)\b/.test(flat.slice(to, to + 6))) continue;
      add(kind, from, to);
    }
  return forbid(cues.sort((a, b) => a.start - b.start));
}

/** Kinds compared by where they stand, whatever they bear on. */
const UNAIMED: ReadonlySet<CueKind> = new Set([
  'excuse',
  'excuse_condition',
  'excuse_only',
  'must',
  'ask',
  'wish',
  'may',
]);
const NOTHING: readonly string[] = [];

/** Kinds that bear on what follows them only. */
const FORWARD: ReadonlySet<CueKind> = new Set([
  'without',
  'except',
  'only',
  'until',
  'condition',
  'rather',
  'equivalent',
]);

function reachOf(kind: CueKind, { before, inside, after }: Around): readonly string[] {
  const reach = FORWARD.has(kind) ? after : [...inside, ...after, ...before];
  return reach.length === 0 ? before.slice(0, 2) : reach;
}

/** «aucun bruit n'est admis», «n'est pas autorisé»: a permission denied is a prohibition, which obliges. */
function forbid(cues: readonly Cue[]): readonly Cue[] {
  let denied = -1;
  return cues.map((cue) => {
    if (cue.kind === 'denies' || (cue.kind === 'without' && !/^(?:sans|non)/.test(cue.said))) denied = cue.clause;
    const permits = cue.kind === 'may' && /\b(?:peu|pou|autoris|permi|admis|toler|accept|possib)/.test(cue.said);
    return permits && cue.clause === denied ? { ...cue, kind: 'must' } : cue;
  });
}
