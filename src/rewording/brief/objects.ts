import { allMatches } from '../../french/all-matches.ts';
import { readAction, readPhrase, type Stops, skipTo } from './object-phrase.ts';
import {
  ACTION,
  ACTIONS,
  CUE,
  DEFINITE,
  DONE,
  EMPTY,
  HEAD_BEFORE,
  ON_CONTRACT,
  SAID_AFTER,
  SAID_BEFORE,
  SAYS,
  SINGLE_DONE,
  THINGS,
  TO_DO,
} from './object-words.ts';
import { reachEnd } from './reach.ts';
import type { Trade, TradeWord } from './trades.ts';

/** The thing bought, as folded positions, and where its idea starts (the need verb, when there is one). */
export interface ObjectFound {
  readonly lead: number;
  readonly start: number;
  readonly end: number;
  readonly trade: Trade | undefined;
  /** Said with a need verb or in a subject line, not merely named. */
  readonly announced: boolean;
  /** Stands at the head of the message or after a title's colon. */
  readonly opens: boolean;
  /** A number leads to it. */
  readonly counted: boolean;
  /** Preceded by «un», «une» or «le»: one thing, whose number is not to be asked. */
  readonly single: boolean;
  /** Told by the noun of what is done («la création d'un terrain»), whatever the thing. */
  readonly nominal?: boolean;
  /** An act on a signed contract («prolonger le contrat de ménage», «une rallonge»): the message is about it. */
  readonly onContract?: boolean;
}

interface Room {
  readonly folded: string;
  readonly stops: Stops;
  readonly words: readonly TradeWord[];
  readonly out: ObjectFound[];
}

export function findObjects(
  folded: string,
  stops: Stops,
  hidden: (at: number) => boolean,
  words: readonly TradeWord[],
): readonly ObjectFound[] {
  const room: Room = { folded, stops, words, out: [] };
  for (const read of READINGS) read(room);
  return room.out.filter(({ start }) => !hidden(start)).sort((a, b) => a.start - b.start || b.end - a.end);
}

/** In this order: of two that say the same, the first is kept. */
const READINGS: readonly ((room: Room) => void)[] = [
  announcedBy,
  actedOn,
  onContract,
  doneNouns,
  toDo,
  openingObjects,
  namedTrades,
];

function tradeIn({ words }: Room, start: number, end: number): TradeWord | undefined {
  return words.find((word) => word.start < end && word.end > start);
}

function add(room: Room, lead: number, start: number, end: number, announced: boolean): void {
  const trade = tradeIn(room, start, end)?.trade;
  const counted = /\d|aine\b|\b(?:deux|trois|quatre|cinq|six|huit|dix|douze)\b/.test(
    room.folded.slice(Math.max(lead, start - 24), start),
  );
  room.out.push({
    lead,
    start,
    end,
    trade,
    announced,
    opens: false,
    counted,
    single: isSingle(room.folded, lead, start) || SINGLE_DONE.test(room.folded.slice(start, start + 24)),
  });
}

function announcedBy(room: Room): void {
  const { folded, stops } = room;
  for (const match of allMatches(CUE, folded)) {
    const lead = match.index;
    // «en changer», «nous voulons le renouveler»: the thing was named before.
    const after = lead + match[0].length;
    if (
      SAID_BEFORE.test(folded.slice(Math.max(0, lead - 4), after)) ||
      SAID_AFTER.test(folded.slice(after, after + 16))
    )
      continue;
    let at = after;
    if (match[0] === 'louer') at = lead;
    at = skipTo(folded, at);
    const verb = /^[a-z]{4,}(?:er|ir|uire|dre|ttre) (?=(?:le |la |les |l'|un |une |des |nos |notre |du )?[a-z])/.exec(
      folded.slice(at, at + 40),
    );
    const action =
      ACTION.exec(folded.slice(at, at + 40)) ??
      (verb !== null && !EMPTY.test(verb[0].trim()) && !THINGS.test(verb[0].trim()) ? verb : null);
    if (action !== null) at = readAction(folded, at, action[0].length);
    const start = action !== null ? skipTo(folded, lead + match[0].length) : at;
    const end = readPhrase(folded, at, stops);
    const head = /^[a-z0-9-]+/.exec(folded.slice(at, end))?.[0] ?? '';
    if (end <= at || EMPTY.test(head) || !/[a-z]/.test(head)) continue;
    add(room, lead, start - providerBefore(folded, start, end) - figureBefore(folded, start, end), end, true);
  }
}

function actedOn(room: Room): void {
  const { folded, stops } = room;
  for (const match of allMatches(ACTIONS, folded)) {
    const at = readAction(folded, match.index, match[0].length);
    const end = readPhrase(folded, at, stops);
    if (end > at && !EMPTY.test(/^[a-z0-9-]+/.exec(folded.slice(at, end))?.[0] ?? ''))
      add(room, match.index, match.index, end, true);
  }
}

function onContract(room: Room): void {
  const { folded, out } = room;
  for (const match of allMatches(ON_CONTRACT, folded)) {
    const [lead, start] = [match.index, match.index + (match[1] ?? '').length];
    const through = lead + match[0].length;
    const end = match[1] === undefined ? reachEnd(folded, start, through, 90) : through;
    out.push({
      lead,
      start,
      end,
      trade: undefined,
      announced: true,
      opens: false,
      counted: false,
      single: true,
      onContract: true,
    });
  }
}

function doneNouns(room: Room): void {
  const { folded, stops, out } = room;
  for (const match of allMatches(DONE, folded)) {
    const at = match.index + match[0].length;
    const figure = /^(?:\d{1,5}|deux|trois|quatre|cinq|six|dix|douze) /.exec(folded.slice(at, at + 8))?.[0].length ?? 0;
    const end = readPhrase(folded, at + figure, stops);
    const head = /^[a-z-]+/.exec(folded.slice(at + figure, end))?.[0] ?? '';
    if (end <= at + figure || EMPTY.test(head) || /^(?:contrat|marche|donnee|historique|existant|ancien)/.test(head))
      continue;
    const trade = tradeIn(room, match.index, end)?.trade;
    out.push({
      lead: match.index,
      start: match.index,
      end,
      trade,
      announced: false,
      opens: false,
      counted: false,
      single: false,
      nominal: true,
    });
  }
}

function toDo(room: Room): void {
  const { folded } = room;
  for (const match of allMatches(TO_DO, folded)) {
    const start = match.index + match[0].indexOf(match[1] ?? '');
    if (!EMPTY.test((match[1] ?? '').split(' ')[0] ?? ''))
      add(room, match.index, start, match.index + match[0].length, true);
  }
}

function openingObjects(room: Room): void {
  const { folded, stops, out } = room;
  for (const opening of readOpenings(folded)) {
    const start = skipTo(folded, opening);
    const end = readPhrase(folded, start, stops);
    const head = /^[a-z0-9-]+/.exec(folded.slice(start, end))?.[0] ?? '';
    if (
      end > start &&
      head.length > 2 &&
      !EMPTY.test(head) &&
      !SAYS.test(folded.slice(start, end)) &&
      !(
        DEFINITE.test(folded.slice(opening, opening + 6)) &&
        /^ [a-z]/.test(folded.slice(end, end + 2)) &&
        tradeIn(room, start, end) === undefined
      )
    ) {
      const trade = tradeIn(room, start, end)?.trade;
      out.push({
        lead: opening,
        start,
        end,
        trade,
        announced: false,
        opens: true,
        counted: /\d|aine|deux|trois|quatre/.test(folded.slice(opening, start)),
        single: isSingle(folded, opening, start),
      });
    }
  }
}

function namedTrades(room: Room): void {
  const { folded, stops, words } = room;
  for (const word of words) {
    const before = HEAD_BEFORE.exec(folded.slice(Math.max(0, word.start - 60), word.start));
    const start = before === null ? word.start : word.start - before[0].length;
    add(room, start, start, Math.max(word.end, readPhrase(folded, word.start, stops)), false);
  }
}

/** «un prestataire de restauration»: who does it is said with the little he does. */
function providerBefore(folded: string, start: number, end: number): number {
  if (folded.slice(start, end).split(' ').length > 2) return 0;
  return (
    /(?:prestataire|entreprise|cabinet|organisme|societe|agence|bureau) (?:de |d'|en )$/.exec(
      folded.slice(Math.max(0, start - 20), start),
    )?.[0].length ?? 0
  );
}

/** «6 couveuses»: a lone word is said with its figure. */
const figureBefore = (folded: string, start: number, end: number): number =>
  /^[a-z-]+$/.test(folded.slice(start, end))
    ? (/(?<![\d.,€] ?)(?:\d{1,3} \d{3}|\d{1,5}) $/.exec(folded.slice(Math.max(0, start - 9), start))?.[0].length ?? 0)
    : 0;

/** Where the message starts to say something, greetings left out. */
function readOpenings(folded: string): readonly number[] {
  const first = /[a-z0-9]/.exec(folded);
  if (
    first === null ||
    /^(?:il|on|nous|je|j'|vous|elle|ils|pouvez|peux|pourriez|faut|faudrait|besoin (?:de|d'|urgent)|ca|c'est|merci|suite|dans le cadre|afin|comme|si|est-ce|qui|que|quel\w{0,20}|comment|combien|pourquoi|ou|quand|y|ya|qq'un|quelqu'un|voici|voila|pour|cherch\w{1,20}|recherch\w{1,20}|souhait\w{1,20}|voudr\w{1,20}|avons|aurions|expression)(?![a-z])/.test(
      folded.slice(first.index, first.index + 24),
    )
  )
    return [];
  const line = folded.slice(first.index, first.index + 60);
  const title = /^(?:besoins?|demande|objet|expression de besoins?|commande|urgent|re|tr|projet|sujet|info) ?: ?/.exec(
    line,
  );
  return [first.index + (title?.[0].length ?? 0)];
}

function isSingle(folded: string, lead: number, start: number): boolean {
  const before = folded.slice(Math.max(lead - 5, start - 26, 0), start);
  if (
    /\bde (?:la|l')? ?$/.test(before) ||
    /^(?:mobilier|materiel|equipement|vaisselle|linge|papier|outillage)/.test(folded.slice(start, start + 12))
  )
    return false;
  return /(?:^|[\s'])(?:une?|le|la|notre|mon|ma|l')(?: ?(?:nouve(?:au|lle|l)|petite?|grande?|bonne?|autre|vraie?))? ?$/.test(
    before,
  );
}
