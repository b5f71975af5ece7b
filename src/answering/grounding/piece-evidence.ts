import { content, type Ground, isHard, isSoft, overlap } from './ground.ts';
import { type Clause, type Counted, clauseOf, type Level, namesOf, type Reading, type Word } from './reading.ts';

/** Clauses of the claim, short ones joined to the one before. */
export function piecesOf(claim: Reading): readonly Clause[] {
  const pieces: { words: Word[]; members: Set<number>; numbers: Counted[] }[] = [];
  for (const [index, { words, members }] of claim.parts.entries()) {
    const last = pieces.at(-1);
    const numbers = claim.numbers.filter(({ part }) => part === words[0]?.part);
    if (last !== undefined && (content(words).length < 3 || (index === 1 && content(last.words).length < 3))) {
      last.words.push(...words);
      for (const member of members) last.members.add(member);
      last.numbers.push(...numbers);
    } else pieces.push({ words: [...words], members: new Set(members), numbers });
  }
  return pieces
    .map(({ words, members, numbers }) => clauseOf(words, members, numbers))
    .filter(({ words }) => content(words).length > 0);
}

export function pieceEvidence(piece: Clause, ground: Ground) {
  let cover = 0;
  let same = 0;
  const by: Record<Level, number> = { must: 0, advised: 0, may: 0, forbid: 0, free: 0, tells: 0 };
  const look = (clause: Clause) => {
    const [any, agreed] = overlap(piece.words, clause);
    cover = Math.max(cover, any);
    same = Math.max(
      same,
      (isSoft(piece) && isHard(clause)) || (isHard(piece) && isSoft(clause)) ? Math.max(agreed, any * 0.8) : agreed,
    );
  };
  for (const clause of ground.clauses) look(clause);
  for (const clause of ground.parts) {
    look(clause);
    by[clause.level] = Math.max(by[clause.level], overlap(piece.words, clause)[0]);
  }
  const denies = isHard(piece);
  const hints = isSoft(piece);
  let newNo = 0;
  let deniedTold = 0;
  for (const clause of ground.parts) {
    const [any] = overlap(piece.words, clause);
    const [there, hinted] = [isHard(clause), isSoft(clause)];
    if (there) deniedTold = Math.max(deniedTold, any);
    if (there || hinted) newNo = Math.max(newNo, any);
  }
  const no = denies || hints ? Math.max(0, cover - newNo) : 0;
  const { level } = piece;
  const open = Math.max(by.may, by.free);
  return {
    cover,
    denial: cover - same,
    no,
    hardened: level === 'must' ? Math.max(0, Math.max(open, by.advised) - Math.max(by.must, by.tells, by.forbid)) : 0,
    softened: level === 'may' || level === 'free' ? Math.max(0, Math.max(by.must, by.forbid) - open) : 0,
    forbids: level === 'forbid' ? Math.max(0, Math.max(open, by.must) - Math.max(by.forbid, deniedTold)) : 0,
  };
}

/** Share of the pairs of words of one part of the claim that the passages hold, and never together. */
export function apartIn(pieces: readonly Clause[], ground: Ground): number {
  let pairs = 0;
  let apart = 0;
  for (const piece of pieces) {
    const known = content(piece.words)
      .filter((word) => namesOf(word).some((name) => ground.names.has(name)))
      .slice(0, 14);
    const places = known.map((word) => {
      const set = new Set<number>();
      for (const [index, { says }] of ground.clauses.entries())
        if (namesOf(word).some((name) => says.has(name))) set.add(index);
      return set;
    });
    for (let i = 0; i < places.length; i++)
      for (let j = i + 1; j < places.length; j++) {
        pairs++;
        if (![...(places[i] ?? [])].some((index) => places[j]?.has(index))) apart++;
      }
  }
  return pairs === 0 ? 0 : apart / pairs;
}
