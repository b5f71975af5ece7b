import { findAddresses } from './addresses.ts';
import { findAgain } from './again.ts';
import { findBodies } from './bodies.ts';
import type { Claims } from './claims.ts';
import { findContracts } from './contracts.ts';
import type { Sighting } from './finding.ts';
import { findFirms } from './firms.ts';
import { findHealth } from './health.ts';
import { findLetteredFirms } from './lettered-firms.ts';
import { findPersons } from './persons.ts';
import { findPlaces } from './places.ts';
import { findReach } from './reach.ts';
import { findRegisteredNumbers } from './registered-numbers.ts';
import type { Source } from './source.ts';
import { findSpokenPhones } from './spoken-phones.ts';
import type { Words } from './word-lists.ts';

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
  findLetteredFirms,
  findPersons,
];
/** Tried on what is left once the names found are known wherever they come back: «Dupont réclame» is M. Dupont. */
const LAST_FINDERS: readonly Finder[] = [findPlaces];

/** Claims what the rules and the lists tell, the surest first. */
export function claimByRules(source: Source, words: Words, claims: Claims): void {
  for (const find of FINDERS) claims.claim(find(source, words));
  claims.claim(findAgain(source, claims.kept(), claims.isTaken, words));
  // Before names that only their place tells («la maladie de Crohn»), and after them: they say of whom it is.
  claimHealth(source, words, claims);
  for (const find of LAST_FINDERS) claims.claim(find(source, words));
  claimWhatFollows(source, words, claims);
}

/** Names known by now, wherever they come back, and the health of those who are named. */
export function claimWhatFollows(source: Source, words: Words, claims: Claims): void {
  claims.claim(findAgain(source, claims.kept(), claims.isTaken, words));
  claimHealth(source, words, claims);
}

function claimHealth(source: Source, words: Words, claims: Claims): void {
  const people = claims.kept().filter(({ kind }) => kind === 'person');
  claims.claim(findHealth(source, words, people));
}
