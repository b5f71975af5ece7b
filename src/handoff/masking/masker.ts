import type { MaskingLists } from '../../corpus/masking-lists.ts';
import { findAddresses } from './addresses.ts';
import { findAgain } from './again.ts';
import { findAmounts } from './amounts.ts';
import { findBidders } from './bidders.ts';
import { findBodies } from './bodies.ts';
import { findContracts } from './contracts.ts';
import type { Masker, MaskFinding, MaskRequest, Sighting } from './finding.ts';
import { findFirms } from './firms.ts';
import { findHealth } from './health.ts';
import { labelSightings } from './label.ts';
import { findLaw } from './law.ts';
import { findLoneNames } from './lone-names.ts';
import { findPersons } from './persons.ts';
import { findPlaces } from './places.ts';
import { NOTHING_PUBLISHED, type Published, wordsOf } from './published.ts';
import { findReach } from './reach.ts';
import { findRegisteredNumbers } from './registered-numbers.ts';
import { readSource, type Source } from './source.ts';
import { findSpokenPhones } from './spoken-phones.ts';
import { findStrangers } from './strangers.ts';
import { findUnknownNames } from './unknown-names.ts';
import { foldLists, type Words } from './word-lists.ts';

type Finder = (source: Source, words: Words) => readonly Sighting[];

/** What is surest comes first: a word that one has taken is not looked at again by those below. */
const FINDERS: readonly Finder[] = [
  findRegisteredNumbers,
  findReach,
  findSpokenPhones,
  findAddresses,
  findContracts,
  findBodies,
  findFirms,
  findPersons,
];
/** Tried on what is left once the names found are known wherever they come back: «Dupont réclame» is M. Dupont. */
const LAST_FINDERS: readonly Finder[] = [findBidders, findStrangers, findPlaces, findLoneNames, findUnknownNames];

/**
 * Finds personal and identifying data in French text by rule and list, no model. Findings are sorted and never overlap;
 * spans are UTF-16 offsets and `text.slice(...span)` is the finding's text. Never throws; linear in the text.
 */
export function createMasker(lists: MaskingLists, published = NOTHING_PUBLISHED): Masker {
  const words = foldLists(lists);
  return { find: (text, request = {}) => findIn(text, words, published, request) };
}

function findIn(text: string, words: Words, published: Published, request: MaskRequest): readonly MaskFinding[] {
  const source = readSource(text);
  const taken = new Uint8Array(source.flat.length);
  for (const [start, end] of [...findLaw(source), ...headingsIn(source, published)]) taken.fill(1, start, end);
  const isOwn = ownWords(source, published, request.answered);
  const kept: Sighting[] = [];
  const claim = (sightings: readonly Sighting[]): void => {
    for (const sighting of sightings) {
      if (isCaseName(source, sighting)) continue;
      if (sighting.end <= sighting.start || isOwn(sighting)) continue;
      const free = freePart(source, sighting, taken, words);
      if (free === undefined) continue;
      taken.fill(1, free.start, free.end);
      kept.push(free);
    }
  };
  for (const find of FINDERS) claim(find(source, words));
  const claimAgain = () => claim(findAgain(source, kept, ({ start }) => taken[start] === 1, words));
  claimAgain();
  const claimHealth = () =>
    claim(
      findHealth(
        source,
        words,
        kept.filter(({ kind }) => kind === 'person'),
      ),
    );
  // Before names that only their place tells («la maladie de Crohn»), and after them: they say of whom it is.
  claimHealth();
  for (const find of LAST_FINDERS) claim(find(source, words));
  claimAgain();
  claimHealth();
  const findings = labelSightings(source, kept, words, request);
  if (request.amounts !== true) return findings;
  const amounts = findAmounts(text, request.language).filter(
    ({ span: [start, end] }) => !findings.some(({ span }) => span[0] < end && start < span[1]),
  );
  return [...findings, ...amounts].sort((a, b) => a.span[0] - b.span[0]);
}

/** Lines that the assistant itself published: the title of a fiche, sent as a question by a button. */
function* headingsIn(source: Source, published: Published): Iterable<readonly [start: number, end: number]> {
  for (const { 0: line, index } of source.flat.matchAll(/[^\n\r]{3,300}/g))
    if (published.isHeading(wordsOf(source, index, index + line.length))) yield [index, index + line.length];
}

/** Of the assistant's answer: words of its fiches that the person had not typed themselves. */
function ownWords(
  source: Source,
  published: Published,
  answered: MaskRequest['answered'],
): (sighting: Sighting) => boolean {
  if (answered === undefined) return () => false;
  const [from, to] = [source.flatAt(answered[0]), source.flatAt(answered[1])];
  const typed = ` ${wordsOf(source, 0, from)} | ${wordsOf(source, to, source.flat.length)} `;
  return ({ start, end }) => {
    if (start < from || end > to) return false;
    const words = wordsOf(source, start, end);
    return !typed.includes(` ${words} `) && published.says(words);
  };
}

/** All of it, or of a person's name what no other finding took: «M. Bourdon» of «M. Bourdon de Bourdon Frères». */
function freePart(
  { tokens, tokenAt }: Source,
  sighting: Sighting,
  taken: Uint8Array,
  words: Words,
): Sighting | undefined {
  const offset = taken.subarray(sighting.start, sighting.end).indexOf(1);
  if (offset === -1) return sighting;
  const from = tokenAt(sighting.start);
  let last = tokenAt(sighting.start + offset) - 1;
  while (last > from && !tokens[last]?.capital) last--;
  const end = tokens[last]?.end ?? 0;
  const titled = words.civilities.has(tokens[from - 1]?.fold ?? '');
  if (!titled || sighting.kind !== 'person' || last < from || end > sighting.start + offset) return undefined;
  const name = tokens
    .slice(from, last + 1)
    .map(({ fold }) => fold)
    .join(' ');
  return { ...sighting, end, person: { first: undefined, last: name, gender: sighting.person?.gender } };
}

/** «l'arrêt Société Tropic», «la jurisprudence Ville de Paris»: everybody cites it, it names no one here. */
function isCaseName({ tokens, tokenAt }: Source, { kind, start }: Sighting): boolean {
  if (kind !== 'supplier' && kind !== 'body' && kind !== 'place') return false;
  const at = tokenAt(start);
  const before = /^(?:societe|ste|commune|ville|departement)$/.test(tokens[at - 1]?.fold ?? '') ? at - 2 : at - 1;
  return (
    /^(?:arrets?|jurisprudences?)$/.test(tokens[before]?.fold ?? '') && /^[ '«"]+$/.test(tokens[before + 1]?.gap ?? '')
  );
}
