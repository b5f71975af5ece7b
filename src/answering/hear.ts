import type { RankNext } from '../dialogue/next-question.ts';
import { namesFact, namesOnly } from '../dialogue/renamed.ts';
import { type Bearing, restate } from '../dialogue/restate.ts';
import type { Signals } from '../dialogue/signals.ts';
import { isOfDialogue, type OfDialogue, type ReadTurn, type Turn } from '../dialogue/turn.ts';
import { sentencesOf } from '../french/sentences.ts';
import { indexTerms } from '../french/words.ts';
import { ok, type Result } from '../result.ts';
import type { After } from '../rules/reckon.ts';
import { readWithinTime } from '../within-time.ts';
import { ONE_ANSWER } from './decide.ts';
import type { Asked, createLook, Searches } from './look.ts';
import type { Remembered } from './memory.ts';
import type { SightOfNext } from './next-sight.ts';

/** What is done with a line of a dialogue. */
export interface Heard {
  /** It asks something of the reply, says thanks, or wants a human. */
  readonly about: Exclude<Turn, OfDialogue> | undefined;
  /** It is about what was being said, and is joined to it. */
  readonly leans: boolean;
  /** … though it could well be a question of its own. */
  readonly inDoubt: boolean;
  /** It is surely a question of its own, and found: nothing said before bears on it. */
  readonly isApart: boolean;
  /** The question before it asked anew, with what the line says in it. */
  readonly restated: string | undefined;
  /** It surely asks another question than the one that was told, and changes no fact. */
  readonly isOther?: boolean;
  /** What it leans on, for what is worked out. */
  readonly after: After | undefined;
  /** What was searched to know it. */
  readonly searches: Searches | undefined;
}

const AS_IT_IS: Heard = {
  about: undefined,
  leans: false,
  inDoubt: false,
  isApart: false,
  restated: undefined,
  after: undefined,
  searches: undefined,
};
const ONLY_DOUBT: Heard = { ...AS_IT_IS, about: 'sure' };
/** Kinds of lines that may lean on what was being said. */
const KINDS: ReadonlySet<Signals['kind']> = new Set(['question', 'help', 'ok']);
/** From here a line is taken for what asks nothing of the corpus; from the second where a fact was asked for just before, or nothing was said. */
const HEARD = 0.5;
const HEARD_SURELY = 0.8;
/** From here it asks something of the reply, whatever that is. */
const OF_REPLY = 0.75;
/** From here a question of the corpus is the one that the line asks by itself. */
const ON_THE_SUBJECT = 0.52;
/** A first line of so few words may name none. */
const NO_SUBJECT = 2;
/** Below this a line is no question of its own. */
const WHOLE = 0.6;
/** From here it may be one all the same. */
const MAY_BE_WHOLE = 0.25;
/** By so much what a line finds by itself leads what it finds after what was being said. */
const AHEAD = 0.1;
/** From here it asks the likeliest of the questions that it may ask. */
const SURELY_ASKED = 0.6;
/** From here it surely is, where its question is found. */
const SURELY_WHOLE = 0.85;

/** Reads what a line is, by its words and by what it finds alone and after what was being said; each is its own question without a reader. */
export function createHear(
  { search, isWritten, isOutside }: ReturnType<typeof createLook>,
  readTurn: ReadTurn | undefined,
  next: { readonly rank: RankNext; readonly sight: SightOfNext } | undefined,
) {
  /** @param isOpen nothing else was heard in the line */
  return (
    asked: Asked,
    { kind }: Signals,
    before: Remembered | undefined,
    isOpen: boolean,
  ): Result<Promise<Heard>, unknown> => {
    const { text } = asked;
    const isWhole = isWritten(text) || isOutside(text);
    if (readTurn === undefined || !isOpen || !KINDS.has(kind) || isWhole) return ok(Promise.resolve(AS_IT_IS));
    return readWithinTime(text.length + (before?.question?.length ?? 0), async () => {
      if (before !== undefined && isOnlyDoubt(text, readTurn)) return ONLY_DOUBT;
      const searches = await search(asked);
      const heard = heardIn(text, readTurn(text, sightOf(searches, before)), searches, before);
      const { joined } = searches;
      if (!heard.leans || heard.restated !== undefined || joined === undefined) return heard;
      const sight = await next?.sight(text, before, asked.joined?.query);
      if (next === undefined || sight === undefined) return heard;
      const judged = next.rank(sight);
      const [first] = judged;
      const isTold = first?.fiche.id === sight.topic.id && first.question === sight.told;
      const isOther = text.includes('?') && !namesFact(text) && !isTold && (first?.confidence ?? 0) >= SURELY_ASKED;
      return { ...heard, isOther, searches: { ...searches, joined: { ...joined, judged } } };
    });
  };
}

/** «on m’a dit que», «mon chef pense»: whoever doubts tells what another says, and no fact of the case. */
const REPORTED =
  /(?<!\p{L})(?:d(?:it|isent|isait)|pens(?:e|ent)|affirme(?:nt)?|pr[ée]tend(?:ent)?|soutien(?:t|nent)|assure(?:nt)?|selon|d['’]apr[èe]s)(?!\p{L})/iu;

/** «t’es sûr ? le service y tient beaucoup»: what comes after the doubt says nothing that the answer would turn on. */
function isOnlyDoubt(text: string, readTurn: ReadTurn): boolean {
  const [opening, more] = sentencesOf(text);
  if (opening === undefined || more === undefined) return false;
  const { turn, share } = readTurn(text.slice(...opening), undefined);
  const rest = text.slice(more[0]);
  const isReported = REPORTED.test(rest);
  const isDoubt = turn === 'sure' && share >= (isReported ? HEARD : HEARD_SURELY);
  return isDoubt && !rest.includes('?') && (isReported || !namesFact(rest));
}

function heardIn(
  text: string,
  { turn, share, shares }: ReturnType<ReadTurn>,
  searches: Searches,
  before: Remembered | undefined,
): Heard {
  const least = before?.question === undefined || before.reckoned?.asked !== undefined ? HEARD_SURELY : HEARD;
  const isFound = findsItself(text, searches);
  const { asked, inAll } = askedOfReply(shares);
  const isOne = turn === asked ? share : 0;
  // Nothing was said that a first line could ask anything of: it has to be surely of one kind.
  const ofReply = searches.joined !== undefined && inAll >= OF_REPLY ? inAll : isOne;
  const namesNothing = indexTerms(text).length <= NO_SUBJECT && ofReply >= HEARD_SURELY;
  const isOther = ofReply >= least && (!isFound || namesNothing);
  const of = (one: Turn) => shares.get(one) ?? 0;
  const isLeaning = before?.question !== undefined && of('whole') < WHOLE;
  const leans = isLeaning && !(turn === 'elliptical' && isBetterAlone(text, searches));
  const states = of('facts') + of('changed') + of('added') > of('elliptical');
  const after = leans && before?.question !== undefined ? { question: before.question, states } : undefined;
  const bearing: Bearing = of('added') > of('changed') ? 'added' : 'changed';
  const isAnew = of('changed') + of('added') > Math.max(of('elliptical'), of('facts')) || namesOnly(text);
  const restated =
    leans && isAnew && before?.question !== undefined ? restate(before.question, text, bearing) : undefined;
  const inDoubt = leans && of('whole') >= MAY_BE_WHOLE;
  const isApart = searches.joined !== undefined && isFound && of('whole') >= SURELY_WHOLE;
  return { about: isOther ? asked : undefined, leans, inDoubt, isApart, restated, after, searches };
}

/** What names a subject is asked of the corpus: its question is found, or nothing was said that it could be about. */
function findsItself(text: string, { alone, joined }: Searches): boolean {
  const confidence = alone.judged[0]?.confidence ?? 0;
  if (joined !== undefined) return confidence >= ON_THE_SUBJECT;
  const terms = indexTerms(text).length;
  return terms > NO_SUBJECT || (terms === NO_SUBJECT && confidence >= ONE_ANSWER);
}

/** What of the reply a line asks likeliest, and how likely it asks anything of it: «plus simple» is shorter, simpler or why. */
function askedOfReply(shares: ReturnType<ReadTurn>['shares']) {
  let asked: Heard['about'];
  let inAll = 0;
  for (const [turn, share] of shares) {
    if (isOfDialogue(turn)) continue;
    if (asked === undefined || share > (shares.get(asked) ?? 0)) asked = turn;
    inAll += share;
  }
  return { asked, inAll };
}

/** By itself the line finds its question, and what was being said leads away from it; one word names none. */
function isBetterAlone(text: string, { alone, joined }: Searches): boolean {
  const own = alone.judged[0]?.confidence ?? 0;
  const after = joined?.judged[0]?.confidence ?? 0;
  return indexTerms(text).length >= NO_SUBJECT && own >= ON_THE_SUBJECT && own >= after + AHEAD;
}

function sightOf({ alone, joined }: Searches, before: Remembered | undefined) {
  if (joined === undefined || before?.question === undefined) return undefined;
  return { question: before.question, topic: (before.answer ?? before.likeliest)?.sources[0].fiche, alone, joined };
}
