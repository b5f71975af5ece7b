import type { FormLineName } from '../../vocabulary/form.ts';
import { isSlot, type Slot } from '../../vocabulary/rewording.ts';
import { findCourtesies } from '../brief/sentences.ts';
import type { SourceText } from '../brief/source-text.ts';
import { within } from '../brief/spans.ts';
import type { ClauseText } from '../clauses/clause-features.ts';
import type { NeedSaid } from '../clauses/needs-said.ts';
import type { Passage } from '../clauses/read-clauses.ts';
import { opens } from '../clauses/split-clauses.ts';
import type { FormValue } from '../port/rewording.ts';

/** The lines of a form, each with the words of the message that stand on it. */
export type Filed = ReadonlyMap<FormLineName, readonly FormValue[]>;

/** Words of a message that may stand on a line, in folded positions. */
export interface Piece {
  readonly line: Slot | 'asked';
  /** How likely. */
  readonly share: number;
  readonly start: number;
  readonly end: number;
}

/**
 * From which likelihood words stand on a line: there they are right, whole and neither refused nor another's nine times in ten
 * on messages that the weights have not seen (`train:clauses -- --folds 4` prints it line by line). Below it they stand in the
 * message and nowhere else; a line that is not here is never that sure.
 */
const SURE_FROM: Readonly<Partial<Record<Piece['line'], number>>> = {
  object: 0.979,
  quantity: 0.935,
  place: 0.982,
  deadline: 0.864,
  duration: 0.5,
  budget: 0.774,
  existing_contract: 0.778,
  constraints: 0.961,
  environment: 0.982,
  social: 0.5,
  criteria: 0.5,
  asked: 0.3,
};

/** What is sure of a message on the line of what it says, in the person's own words. */
export function fileClauses(
  text: ClauseText & { readonly source: SourceText },
  passages: readonly Passage<NeedSaid>[],
): Filed {
  const out = new Map<FormLineName, FormValue[]>();
  for (const { line, share, start, end } of piecesOf(text, passages)) {
    const said = share < (SURE_FROM[line] ?? 2) ? undefined : text.source.say(start, end);
    if (said !== undefined) out.set(line, [...(out.get(line) ?? []), { said }]);
  }
  return out;
}

/** What may stand on a line: clauses that say one thing, and of an object the name of the thing. */
export function piecesOf(text: ClauseText, passages: readonly Passage<NeedSaid>[]): readonly Piece[] {
  const courtesies = findCourtesies(text.folded);
  return passages.flatMap((passage, at): readonly Piece[] => {
    const { start, end, share } = passage;
    if (within(start, courtesies)) return [];
    const line = lineOf(passage, text);
    const refused =
      CALLED_OFF.test(sentenceOf(passages, at, text.folded)) || DENIED.test(text.folded.slice(start, end));
    if (line === undefined || (line !== 'asked' && refused)) return [];
    if (line !== 'object') return [{ line, share, start, end }];
    const names = text.hints.filter(({ by, span }) => by === 'object' && span[0] >= start && span[1] <= end);
    // Two things named in one clause: which of them is bought is not sure.
    const [name, ...others] = names;
    return name === undefined || others.length > 0 ? [] : [{ line, share, start: name.span[0], end: name.span[1] }];
  });
}

function lineOf(
  { label, start, end, clauses }: Passage<NeedSaid>,
  { folded, values }: ClauseText,
): Piece['line'] | undefined {
  const asks = clauses.some(({ question }) => question);
  if (label === 'asks') return asks ? 'asked' : undefined;
  if (!isSlot(label) || asks) return undefined;
  const kinds = VALUES[label];
  if (kinds === undefined) return label;
  const held = values.filter(({ value, span }) => kinds.includes(value.kind) && span[0] >= start && span[0] < end);
  const isOne = label !== 'budget' || (held.length === 1 && !OF_ONE.test(folded.slice(start, end)));
  return held.length > 0 && isOne ? label : undefined;
}

/** What a line says by a value: a budget is a sum. */
const VALUES: Readonly<Partial<Record<Slot, readonly string[]>>> = {
  budget: ['amount'],
  quantity: ['quantity'],
  duration: ['duration'],
};

/** So many clauses away nothing is called off any more. */
const FARTHEST = 12;

/** From the clause that opens its sentence to the one before the next. */
function sentenceOf(passages: readonly Passage<NeedSaid>[], at: number, folded: string): string {
  const opensOne = (index: number) => {
    const first = passages[index]?.clauses[0];
    return first === undefined || opens(first);
  };
  let [from, to] = [at, at];
  while (from > 0 && at - from < FARTHEST && !opensOne(from)) from -= 1;
  while (to + 1 < passages.length && to - at < FARTHEST && !opensOne(to + 1)) to += 1;
  return folded.slice(passages[from]?.start, passages[to]?.end);
}

/** What is given up, had already, done by others, or was so once. */
const CALLED_OFF =
  /\b(?:finalement|oubli\w{1,6}|annul\w{1,8}|abandonn\w{1,6}|renonc\w{1,6}|plutot que|au lieu d|on garde|nous gardons|deja (?:ete )?(?:livre|commande|fait|achete|prevu|pris)\w{0,3}|commandee?s, livraison|en regie|prete|avai(?:t|s|ent)|etai(?:t|ent))\b/;
/** A verb under a denial. */
const DENIED = /(?:\bne |\bn')(?:[a-z']{1,20} ){1,4}?(?:pas|plus|rien|jamais|aucune?)\b/;
/** The price of one, which is no budget. */
const OF_ONE =
  /\b(?:pieces?|l'unite|chacune?|(?:l[ea]|par|\/) ?(?:mot|repas|jour|heure|nuit|soiree|m2|m3|metre|tonne|kg|poste|personne|eleve|video|film|seance))\b|€ ?\/|\/ ?(?:jour|mois|u)\b/;
