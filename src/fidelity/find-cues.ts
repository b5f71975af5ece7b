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

/** All cues, a longer one hiding what it holds. */
export function findCues(
  flat: string,
  place: (from: number, to: number) => CuePlace,
  around: (place: CuePlace) => Around,
): readonly Cue[] {
  const hidden = new Uint8Array(flat.length + 1);
  const isHidden = (from: number, to: number) => hidden[from] === 1 || hidden[to - 1] === 1;
  const obliging = new Uint8Array(flat.length + 1);
  const each = (pattern: RegExp, use: (match: RegExpExecArray) => void) => {
    for (const match of allMatches(pattern, flat)) use(match);
  };
  const cues: Cue[] = [];
  const add = (kind: CueKind, from: number, to: number) => {
    const where = place(from, to);
    const { segment, clause, sentence, aside, start, end } = where;
    const reach = UNAIMED.has(kind) ? NOTHING : reachOf(kind, around(where));
    const said = flat.slice(from, to);
    cues.push({ segment, clause, sentence, aside, start, end, kind, from, to, said, reach });
  };
  const hide = (match: RegExpExecArray) => hidden.fill(1, match.index, match.index + match[0].length);

  each(NO_DENIAL, hide);
  each(BOUND_DENIAL, (match) => {
    hide(match);
    obliging.fill(1, match.index, match.index + match[0].length);
  });
  each(DOUBLE, (match) => {
    hide(match);
    add('may', match.index, match.index + match[0].length);
  });
  each(NO_MUST, (match) => {
    if (isHidden(match.index, match.index + match[0].length)) return;
    obliging.fill(1, match.index, match.index + match[0].length);
    add('may', match.index, match.index + match[0].length);
  });
  each(CANNOT, (match) => {
    if (isHidden(match.index, match.index + match[0].length)) return;
    obliging.fill(1, match.index, match.index + match[0].length);
    add('must', match.index, match.index + match[0].length);
  });
  // «demande s'il est nécessaire de»: a question obliges nobody.
  each(QUESTION, (match) => obliging.fill(1, match.index, match.index + match[0].length));
  // «seul le virement est accepté»: what alone is allowed is required.
  each(
    /\bseule?s? (?:[a-z'-]+ ){1,6}?(?:est|sont|sera|seront) (?:accepte|admis|autoris|possib|permi)[a-z]*/g,
    (match) => {
      obliging.fill(1, match.index, match.index + match[0].length);
      add('must', match.index, match.index + match[0].length);
    },
  );
  each(FAUT, (match) => {
    if (obliging[match.index] !== 1) add('must', match.index, match.index + match[0].length);
  });
  each(NE, (match) => {
    const to = match.index + match[0].length;
    if (isHidden(match.index, to)) return;
    if (match[1] !== undefined) add('denies', match.index, to);
    else add('only', match.index, to);
    hidden.fill(1, match.index, to);
  });
  each(/(?<!\bne )\b(?:peut|peuvent|peux|veut|veulent|arrive|arrivent) plus (?=[a-z]+(?:er|ir|re)\b)/g, (match) => {
    const to = match.index + match[0].length - 1;
    if (!isHidden(match.index, to)) add('denies', match.index, to);
  });
  each(
    /\bne (?:peu(?:t|vent)|pourra|pourront|saurai(?:t|ent)|puissent|puisse) (?!pas|que|plus|jamais|point)/g,
    (match) => {
      const to = match.index + match[0].length - 1;
      if (isHidden(match.index, to)) return;
      hidden.fill(1, match.index, to);
      obliging.fill(1, match.index, to);
      add('denies', match.index, to);
      add('must', match.index, to);
    },
  );
  each(/\b(?:pas|point(?= d[e']))\b(?!-)/g, (match) => {
    const from = match.index;
    const to = from + 3;
    if (isHidden(from, to)) return;
    add(
      /^ (?:de |d'|le |la |les |l'|avant|apres|un |une |du |des )/.test(flat.slice(from + 3, from + 10))
        ? 'without'
        : 'denies',
      from,
      to,
    );
  });
  each(
    /\b(?:marche|marchent|fonctionne|fonctionnent|y a|demarre|tient|ferme|veut|veulent) plus\b(?! (?:vite|de \d|que))/g,
    (match) => add('denies', match.index, match.index + match[0].length),
  );
  each(
    /\b(?:(?:a|ai|avons|ont|y a|reste|voit) )?(?:plus|jamais|y a) (?:personne(?! [a-z]*ment)|grand monde)\b/g,
    (match) => {
      const to = match.index + match[0].length;
      if (isHidden(match.index, to)) return;
      hidden.fill(1, match.index, to);
      add('denies', match.index, to);
    },
  );
  for (const [kind, pattern] of CUES) {
    each(pattern, (match) => {
      const from = match.index;
      const to = from + match[0].length;
      if (match[0] === '') return;
      const denial = kind === 'denies' || kind === 'without' || kind === 'except';
      if (denial && isHidden(from, to)) return;
      if ((kind === 'must' || kind === 'may' || kind === 'ask') && (obliging[from] === 1 || obliging[to - 1] === 1))
        return;
      if (
        (kind === 'must' || kind === 'may') &&
        /^(?:-| )(?:on|je|il|elle|ils|nous|vous|t-on|t-il)\b/.test(flat.slice(to, to + 6)) &&
        flat[to] === '-'
      )
        return;
      add(kind, from, to);
    });
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
