import type { ContrastKind, Contrasts } from '../../corpus/contrasts.ts';
import { content, type Ground, most, overlap } from './ground.ts';
import type { Clause, Counted, Reading, Word } from './reading.ts';

const KINDS: readonly ContrastKind[] = ['date', 'ordre', 'scope', 'acteur', 'figure', 'negation'];

/** Words put in the place of their contrary, or taken with what is said of it; numbers and texts of law taken with another rule. */
export function swapsIn(claim: Reading, ground: Ground, contrasts: Contrasts): Record<string, number> {
  const found = new Map<string, number>(
    KINDS.flatMap((kind) => [[`new_${kind}`, 0] as const, [`turned_${kind}`, 0] as const]),
  );
  const raise = (name: string, by: number) => found.set(name, Math.max(found.get(name) ?? 0, by));
  const said = (near: readonly Word[], units: readonly Clause[], where: (unit: Clause) => boolean) =>
    most(units, (unit) => (where(unit) ? overlap(near, unit)[0] : 0));
  for (const [member, places] of claim.members) {
    const about = contrasts.members[member];
    const rivals = about?.rivals.filter((rival) => ground.members.has(rival)) ?? [];
    if (about === undefined || rivals.length === 0) continue;
    const isRival = ({ members }: Clause) => rivals.some((rival) => members.has(rival));
    if (!ground.members.has(member)) {
      // Of dates only the nouns: «publier» tells what is done, «la publication» from when one counts.
      if (about.kind === 'date' && !places.some((at) => NOUN.test(claim.words[at]?.text ?? ''))) continue;
      const isOther = ({ members }: Clause) => rivals.some((rival) => members.has(rival) && !claim.members.has(rival));
      raise(`new_${about.kind}`, said(neighbours(claim, places[0] ?? 0), ground.sentences, isOther));
      continue;
    }
    for (const at of places) {
      const near = neighbours(claim, at);
      const with_ = ({ members }: Clause) => members.has(member);
      const own = Math.max(said(near, ground.parts, with_), 0.8 * said(near, ground.clauses, with_));
      raise(`turned_${about.kind}`, said(near, ground.parts, (unit) => !with_(unit) && isRival(unit)) - own);
    }
  }
  for (const one of claim.numbers) {
    const near = partWords(claim, one);
    const holds = ({ numbers }: Clause) => numbers.has(one.value);
    const others = ground.numbers.filter(({ unit, value }) => unit === one.unit && value !== one.value);
    const isRival = (unit: Clause) => !holds(unit) && others.some(({ value }) => unit.numbers.has(value));
    const other = said(near, ground.clauses, isRival) - said(near, ground.clauses, holds);
    raise(one.unit === 'article' ? 'turned_article' : 'turned_number', other);
  }
  return Object.fromEntries(found);
}

const NOUN = /(?:ion|ure|oi|ine|ment|on)$/;

/** Content words of the part that a word stands in, without itself; of the clause where the part says little. */
function neighbours(claim: Reading, at: number): readonly Word[] {
  const word = claim.words[at];
  if (word === undefined) return [];
  const near = content(claim.words.filter((other, index) => other.part === word.part && index !== at));
  return near.length >= 3
    ? near
    : content(claim.words.filter((other, index) => other.clause === word.clause && index !== at));
}

function partWords(claim: Reading, { part, clause }: Pick<Counted, 'part' | 'clause'>): readonly Word[] {
  const near = content(claim.words.filter((word) => word.part === part));
  return near.length >= 3 ? near : content(claim.words.filter((word) => word.clause === clause));
}
