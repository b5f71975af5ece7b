import type { Contrasts } from '../../corpus/contrasts.ts';
import { content, type Ground, isHard, isSoft } from './ground.ts';
import { namesOf, type Reading, type Word } from './reading.ts';

/** «X ou Y» told as «X et Y», or the other way. */
export function isAndOrTurned(claim: Reading, ground: Ground): boolean {
  for (const [at, { text }] of claim.words.entries()) {
    if (text !== 'et' && text !== 'ou') continue;
    const around = [claim.words.slice(Math.max(0, at - 4), at), claim.words.slice(at + 1, at + 5)].map((side) =>
      content(side).flatMap(namesOf),
    );
    const seen = { et: false, ou: false };
    for (const reading of ground.readings)
      for (const [place, word] of reading.words.entries()) {
        if (word.text !== 'et' && word.text !== 'ou') continue;
        const [before, after] = [
          reading.words.slice(Math.max(0, place - 5), place),
          reading.words.slice(place + 1, place + 6),
        ].map((side) => new Set(content(side).flatMap(namesOf)));
        const meets = (names: readonly string[] | undefined, set: Set<string> | undefined) =>
          (names ?? []).some((name) => set?.has(name));
        if (
          (meets(around[0], before) && meets(around[1], after)) ||
          (meets(around[0], after) && meets(around[1], before))
        )
          seen[word.text] = true;
      }
    if ((text === 'et' && seen.ou && !seen.et) || (text === 'ou' && seen.et && !seen.ou)) return true;
  }
  return false;
}

/** Two who act, told in the other order. */
export function areRolesTurned(claim: Reading, ground: Ground, contrasts: Contrasts): boolean {
  const pairsIn = (reading: Reading): ReadonlySet<string> => {
    const said = reading.words.flatMap(({ members, clause }) =>
      members.filter((member) => contrasts.members[member]?.kind === 'acteur').map((member) => ({ member, clause })),
    );
    const passive = new Set(reading.words.filter(({ text }) => text === 'par').map(({ clause }) => clause));
    const pairs = new Set<string>();
    for (const [i, one] of said.entries())
      for (const other of said.slice(i + 1, i + 6))
        if (one.clause === other.clause && one.member !== other.member)
          pairs.add(passive.has(one.clause) ? `${other.member}>${one.member}` : `${one.member}>${other.member}`);
    return pairs;
  };
  const stated = new Set(ground.readings.flatMap((reading) => [...pairsIn(reading)]));
  return [...pairsIn(claim)].some((pair) => !stated.has(pair) && stated.has(pair.split('>').reverse().join('>')));
}

/** The verb that a negation bears on is never denied in the passages, or one that they deny is told plainly. */
export function isVerbTurned(claim: Reading, ground: Ground): boolean {
  const verbsOf = (reading: Reading): readonly Word[] =>
    reading.words.flatMap(({ text, denied, part }, at) => {
      if ((text !== 'ne' && text !== 'n') || !denied) return [];
      const verb = reading.words.slice(at + 1, at + 6).find((word) => word.part === part && word.term !== undefined);
      return verb === undefined ? [] : [verb];
    });
  const names = (word: Word) => namesOf(word).filter((name) => !name.startsWith('#'));
  const added = verbsOf(claim).some((verb) => {
    const places = ground.clauses.filter(({ says }) => names(verb).some((name) => says.has(name)));
    return places.length > 0 && places.every((place) => !isHard(place) && !isSoft(place));
  });
  const denied = ground.readings.flatMap(verbsOf);
  const lost = denied.some((verb) => {
    const own = claim.parts.filter(({ says }) => names(verb).some((name) => says.has(name)));
    const plain = ground.parts.some((part) => !isHard(part) && names(verb).some((name) => part.says.has(name)));
    return own.length > 0 && !plain && own.every((part) => !isHard(part) && !isSoft(part));
  });
  // An order is known by its very form: «signez» where the passages only say «ne signez pas».
  const ordered = claim.words.some(({ text, denied: not }) => {
    if (!/ez$/.test(text) || not) return false;
    const stated = ground.readings.flatMap((reading) => reading.words.filter((word) => word.text === text));
    return stated.length > 0 && stated.every((word) => word.denied);
  });
  return added || lost || ordered;
}

export function isVerdictTurned({ flat }: Reading, { verdicts }: Ground): boolean {
  const said = /^\W*(oui|non)\b/.exec(flat)?.[1];
  return (
    (said === 'oui' && verdicts.has('non') && !verdicts.has('oui')) ||
    (said === 'non' && verdicts.has('oui') && !verdicts.has('non'))
  );
}

/** «au plus» where every passage that has the number says «au moins». */
export function isBoundTurned(claim: Reading, ground: Ground): boolean {
  return claim.numbers.some(({ value, unit, bound }) => {
    if (bound === undefined) return false;
    const stated = ground.numbers
      .filter((other) => other.value === value && (other.unit === unit || unit === ''))
      .map((other) => other.bound);
    return !stated.includes(bound) && stated.some((other) => other !== undefined);
  });
}

const FIRST_THEN = /\b(?:d'abord|puis|ensuite)\b|(?!^)\bavant (?:de|d'|que)\b/;

const MARKER = /^(?:abord|puis|ensuite|avant|apres)$/;

const wayOf = (flat: string): number => (FIRST_THEN.test(flat) ? 1 : 0);

/** First and then, told the other way round: the words that both hold come in the other order. */
export function isOrderTurned(claim: Reading, { sentenceReadings }: Ground): boolean {
  const way = wayOf(claim.flat);
  if (way === 0) return false;
  let straight = false;
  let turned = false;
  const marked = claim.words.filter(({ text }) => MARKER.test(text));
  const within = content(claim.words.filter(({ part, text }) => part === marked[0]?.part && !MARKER.test(text)));
  const own =
    within.length >= 2 && marked.length >= 2
      ? within
      : content(claim.words.filter(({ clause, text }) => clause === marked[0]?.clause && !MARKER.test(text)));
  for (const sentence of sentenceReadings) {
    const there = wayOf(sentence.flat);
    if (there === 0) continue;
    const held = content(sentence.words);
    const places = own.flatMap((word) => {
      const at = held.findIndex(
        (other) => other.term === word.term || (word.key !== undefined && other.key === word.key),
      );
      return at < 0 ? [] : [at];
    });
    if (places.length < 2 || places.length < own.length * 0.5) continue;
    let up = 0;
    let down = 0;
    for (const [i, one] of places.entries())
      for (const other of places.slice(i + 1)) {
        if (other > one) up++;
        else if (other < one) down++;
      }
    if (up === down) continue;
    if (up > down === (way === there)) straight = true;
    else turned = true;
  }
  return turned && !straight;
}
