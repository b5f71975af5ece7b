import type { FormLineName } from '../../vocabulary/form.ts';
import { findCourtesies } from '../brief/sentences.ts';
import type { SourceText } from '../brief/source-text.ts';
import { within } from '../brief/spans.ts';
import type { ClauseText } from '../clauses/clause-features.ts';
import type { NeedSaid } from '../clauses/needs-said.ts';
import type { Passage } from '../clauses/read-clauses.ts';
import { opens } from '../clauses/split-clauses.ts';
import type { FormValue } from '../port/rewording.ts';

/** The lines of a form, each with the clauses of the message that stand on it. */
export type Filed = ReadonlyMap<FormLineName, readonly FormValue[]>;

/** Words of a message that stand on a line together, in folded positions. */
interface Piece {
  readonly line: FormLineName | 'none';
  readonly start: number;
  readonly end: number;
  /** Begins a sentence. */
  readonly opens: boolean;
  readonly words: number;
}

/**
 * From which likelihood a clause stands on a line of its own name; below it is a fact beside the others, and nothing of it is
 * lost. A budget, a date or a contract under a wrong heading is worse than one under «Autres précisions».
 */
const SURE: Readonly<Partial<Record<NeedSaid, number>>> = {
  object: 0.35,
  constraints: 0.4,
  deadline: 0.45,
  quantity: 0.5,
  place: 0.5,
  budget: 0.5,
  duration: 0.5,
  existing_contract: 0.5,
  users: 0.5,
  criteria: 0.5,
  environment: 0.5,
  social: 0.5,
};
/** Words of a piece that says nothing alone: it goes with its neighbour. */
const SCRAP = 3;

/** Every clause of a message on the line of what it says, in the person's own words; what says nothing of the need is left. */
export function fileClauses(
  text: ClauseText & { readonly source: SourceText },
  passages: readonly Passage<NeedSaid>[],
): Filed {
  const courtesies = findCourtesies(text.folded);
  const pieces = joined(passages.flatMap((passage) => pieceOf(passage, text, courtesies) ?? []));
  const out = new Map<FormLineName, FormValue[]>();
  for (const { line, start, end } of pieces) {
    const said = text.source.say(start, end);
    if (line === 'none' || said === undefined) continue;
    out.set(line, [...(out.get(line) ?? []), { said }]);
  }
  return out;
}

function pieceOf(
  passage: Passage<NeedSaid>,
  { folded, values }: ClauseText,
  courtesies: Parameters<typeof within>[1],
): Piece | undefined {
  const { start, end, clauses } = passage;
  const [first] = clauses;
  if (first === undefined) return undefined;
  const words = folded.slice(start, end);
  const has = (kind: string) =>
    values.some(({ value, span }) => value.kind === kind && span[0] >= start && span[0] < end);
  const line =
    within(start, courtesies) || PHONE.test(words)
      ? 'none'
      : ROW.test(words) && passage.label !== 'talk'
        ? 'object'
        : lineOf(passage, words, has);
  return { line, start, end, opens: opens(first), words: words.split(/\s+/).length };
}

/** «| violoncelle | 2 |»: a row of a table. */
const ROW = /\|.*\|/;
const PHONE = /\b0\d(?:[ .]?\d\d){4}\b|\b(?:poste|tel|bureau|joignable)\b.{0,8}\d{2,}|@/;

function lineOf(
  { label, share, clauses }: Passage<NeedSaid>,
  words: string,
  has: (kind: string) => boolean,
): FormLineName | 'none' {
  const asks = clauses.some(({ question }) => question) || ASKS.test(words);
  if (label === 'talk') return asks && words.length > 20 ? 'asked' : /[€]/.test(words) ? 'prices' : 'none';
  if (label === 'asks' || (asks && (label !== 'object' || clauses.length === 1 || share < 0.6))) return 'asked';
  const sure = label !== 'fact' && share >= (SURE[label] ?? 0);
  if (sure && label === 'budget')
    return has('amount') && !OF_ONE.test(words) ? 'budget' : has('amount') ? 'prices' : 'more';
  if (sure)
    return label === 'quantity' && !/\d|\bun|\bdeux|\btrois|\bquatre|\bcinq|\bdix|\bvingt|\btrent|aine/.test(words)
      ? 'more'
      : label;
  return has('amount') ? 'prices' : 'more';
}

/** «je commande comment», «est ce qu'on peut» without a mark. */
const ASKS = /\best[ -]ce qu|^(?:tu |vous )?(?:peux-tu|pouvez-vous|peut-on|dois-je|sommes-nous|faut-il|tu peux nous)\b/;
/** The price of one, which is no budget. */
const OF_ONE =
  /\b(?:pieces?|l'unite|chacune?|(?:l[ea]|par|\/) ?(?:mot|repas|jour|heure|nuit|soiree|m2|m3|metre|tonne|kg|poste|personne|eleve|video|film|seance))\b|€ ?\/|\/ ?(?:jour|mois|u)\b/;

/**
 * What is beside the lines goes together, sentence by sentence; rows of a table too; a scrap that no line holds goes with what
 * stands before it in its sentence.
 */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    const goesOn = last !== undefined && !piece.opens;
    const isBeside = (one: Piece) => one.line === 'more' || one.line === 'prices';
    const line =
      goesOn && (isBeside(last) || last.line === 'none') && (isBeside(piece) || piece.line === 'none')
        ? [last.line, piece.line].includes('prices')
          ? 'prices'
          : isBeside(last) || isBeside(piece)
            ? 'more'
            : 'none'
        : goesOn && isBeside(piece) && piece.words <= SCRAP && last.line !== 'asked'
          ? last.line
          : goesOn && isBeside(last) && last.words <= SCRAP && last.opens && piece.line !== 'none'
            ? piece.line
            : undefined;
    if (last === undefined || line === undefined) out.push(piece);
    else out[out.length - 1] = { ...last, line, end: piece.end, words: last.words + piece.words };
  }
  return out.filter(({ line, words, opens: first }) => line !== 'more' || words > (first ? 2 : 0));
}
