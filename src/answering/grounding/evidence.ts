import type { ContrastKind, Contrasts } from '../../corpus/contrasts.ts';
import type { Passage, PassageSentence } from './passage.ts';
import { type Clause, type Counted, clauseOf, type Level, namesOf, type Reading, type Word } from './reading.ts';

/** What a claim is held against: the statements of its passages, and the sentence it leans on. */
export interface Ground {
  readonly readings: readonly Reading[];
  readonly clauses: readonly Clause[];
  readonly parts: readonly Clause[];
  readonly sentences: readonly Clause[];
  readonly names: ReadonlySet<string>;
  readonly members: ReadonlySet<number>;
  readonly numbers: readonly Counted[];
  readonly flat: string;
  readonly sentenceReadings: readonly Reading[];
  /** Texts of law that they name, or rest on. */
  readonly articles: ReadonlySet<string>;
  /** Verdicts that the passages open with. */
  readonly verdicts: ReadonlySet<'oui' | 'non'>;
}

/** Signs, each from 0 to 1 (or a small count), of how far a claim is from its passages, and of what turned on the way. */
export type Evidence = Readonly<Record<string, number>>;

/** Says no without a negation: one way of saying it may stand for the other. */
const SOFT =
  /^(?:refus|interdi|evit|exclu|ecart|echapp|dispens|ferm|confidenti|absten|irregul|illegal|manqu|seul|uniquement|impossib|inutil|hors|facultati|libre|recus|gratuit)/;
/** Says no by itself, where the passages say nothing of the kind. */
const STRONG = /^(?:refus|interdi|echapp|dispens|irregul|illegal|impossib|inutil|recus)/;
const isHard = ({ words }: Pick<Clause, 'words'>) => words.some(({ denied, term }) => denied && term !== undefined);
/** «ne … que» limits, as «seul» does. */
const isSoft = ({ words }: Pick<Clause, 'words'>) =>
  words.some(({ text, denied }) => SOFT.test(text) || ((text === 'ne' || text === 'n') && !denied));

/** Share of the words that a clause holds, whatever their polarity, and with the same. */
function overlap(words: readonly Word[], { says }: Clause): readonly [any: number, same: number] {
  let any = 0;
  let same = 0;
  let all = 0;
  for (const word of words) {
    if (word.term === undefined) continue;
    all++;
    let found: { plain: boolean; denied: boolean } | undefined;
    for (const name of namesOf(word)) found ??= says.get(name);
    if (found === undefined) continue;
    any++;
    if (word.denied ? found.denied : found.plain) same++;
  }
  return all === 0 ? [0, 0] : [any / all, same / all];
}

/** @param sentences those of the passages that speak of the claim: the rest must not lend it words */
export function groundOf(passages: readonly Passage[], sentences: readonly PassageSentence[]): Ground {
  const readings = sentences.map(({ reading }) => reading);
  const own = passages.filter((passage) => passage.sentences.some((sentence) => sentences.includes(sentence)));
  const answered = own.flatMap(({ answered: one }) => one ?? []);
  const clauses = [...readings.flatMap((one) => one.clauses), ...answered];
  const numbers = readings.flatMap((one) => one.numbers);
  const articles = numbers.filter(({ unit }) => unit === 'article').map(({ value }) => value);
  return {
    readings,
    clauses,
    parts: [...readings.flatMap((one) => one.parts), ...answered],
    sentences: [...sentences.map(({ says }) => says), ...answered],
    sentenceReadings: sentences.map(({ reading }) => reading),
    names: new Set(clauses.flatMap((clause) => [...clause.says.keys()])),
    members: new Set(clauses.flatMap((clause) => [...clause.members])),
    numbers,
    flat: readings.map(({ flat }) => flat).join(' '),
    articles: new Set([...articles, ...own.flatMap((passage) => passage.articles)]),
    verdicts: new Set(own.flatMap(({ verdict }) => verdict ?? [])),
  };
}

const content = (words: readonly Word[]) => words.filter(({ term }) => term !== undefined);

/** @param claim read as the passages were */
export function evidenceOf(claim: Reading, ground: Ground, contrasts: Contrasts): Evidence {
  const words = content(claim.words);
  const held = words.filter((word) => namesOf(word).some((name) => ground.names.has(name)));
  const cover = words.length === 0 ? 1 : held.length / words.length;
  const pieces = piecesOf(claim);
  const per = pieces.map((piece) => pieceEvidence(piece, ground));
  const top = (of: (one: ReturnType<typeof pieceEvidence>) => number) =>
    per.reduce((best, one) => Math.max(best, of(one)), 0);
  const newly = (pattern: RegExp) => (pattern.test(claim.flat) && !pattern.test(ground.flat) ? 1 : 0);
  const sign = (is: boolean) => (is ? 1 : 0);
  return {
    ...swapsIn(claim, ground, contrasts),
    unheld: 1 - cover,
    denial: top(({ denial }) => denial),
    hardened: top(({ hardened }) => hardened),
    softened: top(({ softened }) => softened),
    forbids: top(({ forbids }) => forbids),
    noSoft: saysNoAnew(claim, ground) ? top(({ no }) => no) : 0,
    verbTurned: sign(isVerbTurned(claim, ground)),
    opposite: oppositeIn(claim, ground),
    scattered: words.length < 3 ? 0 : 1 - most(ground.sentences, (sentence) => wordedAlike(words, sentence)),
    tail: tailUnheld(claim, ground),
    loose: per.reduce(
      (worst, one, at) => (content(pieces[at]?.words ?? []).length >= 3 ? Math.max(worst, 1 - one.cover) : worst),
      0,
    ),
    verdict: sign(isVerdictTurned(claim, ground)),
    override: newly(OVERRIDE),
    added: ADDED.some(
      (pattern) =>
        newly(pattern) > 0 &&
        !SAME_SAID.some(
          ([one, other]) =>
            one.test(claim.flat) && other.test(ground.flat) && pattern.test(one.exec(claim.flat)?.[0] ?? ''),
        ),
    )
      ? 1
      : 0,
    both: newly(BOTH),
    andOr: sign(isAndOrTurned(claim, ground)),
    numberNowhere: sign(
      claim.numbers.some(
        (one) => one.unit !== 'article' && one.unit !== '' && !ground.numbers.some((other) => isSame(one, other)),
      ),
    ),
    bareNumberNowhere: sign(
      claim.numbers.some(({ unit, value }) => unit === '' && !ground.clauses.some(({ numbers }) => numbers.has(value))),
    ),
    articleNowhere: sign(claim.numbers.some(({ unit, value }) => unit === 'article' && !ground.articles.has(value))),
    bound: sign(isBoundTurned(claim, ground)),
    memberNumber: sign(isNumberOfAnother(claim, ground, contrasts)),
    anchorNumber: sign(isCountedFromElsewhere(claim, ground, contrasts)),
    memberDenied: sign(isMemberDenied(claim, ground, contrasts)),
    roles: sign(areRolesTurned(claim, ground, contrasts)),
    order: sign(isOrderTurned(claim, ground)),
    mixed: cover >= 0.85 ? apartIn(pieces, ground) : 0,
  };
}

const isSame = (one: Counted, other: Counted) =>
  one.value === other.value && (one.unit === other.unit || one.unit === '' || other.unit === '');

function most<T>(list: readonly T[], of: (one: T) => number): number {
  let best = 0;
  for (const one of list) best = Math.max(best, of(one));
  return best;
}

/** Clauses of the claim, short ones joined to the one before. */
function piecesOf(claim: Reading): readonly Clause[] {
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

function pieceEvidence(piece: Clause, ground: Ground) {
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
    softened:
      level === 'may' || level === 'free' ? Math.max(0, Math.max(by.must, by.forbid) - open) : 0,
    forbids: level === 'forbid' ? Math.max(0, Math.max(open, by.must) - Math.max(by.forbid, deniedTold)) : 0,
  };
}

const OVERRIDE =
  /\b(?:dans tous les cas|en tout cas|en toute circonstance|(?<!\b(?:le|la|les|de|du|au|lui|elle|soi|eux|vous)[ -])meme(?! (?:regle|ordre|jour|facon|date|temps|type|cause|operateur|fournisseur|procedure|chose|montant|cas)s?\b)|quel que soit|quelle que soit|quels que soient|peu importe|ou non|sans (?:que|condition|exception|limite)|toujours|automatiquement|systematiquement|aucun cas|s'il le souhaite|au choix|tous les (?:marches|cas|achats)|toutes les|a chaque|n'importe)/;
/** What narrows, stretches or counts otherwise, put in where no passage says it. */
const ADDED: readonly RegExp[] = [
  /\b(?:environ|approximativement|a peu pres|autour de)\b/,
  /\b(?:inclus|incluse|compris)\b/,
  /\b(?:seulement|uniquement|exclusivement|seule?s?)\b|\bn(?:e |')(?!.{0,40}\b(?:pas|jamais|aucun)).{1,60}\bqu/,
  /\bpar (?:jour|semaine|mois|an|lot|fournisseur|entreprise|commande)\b/,
  /\b(?:ouvres?|ouvrables?|francs?|calendaires?)\b/,
  /\b(?:recommand|conseill|souhaitable|preferable|deconseill)/,
  /\b(?:facultati|optionnel)/,
  /\b(?:jamais|aucun|rien|nul)\w*/,
  /\bpoints?\b|[$£]/,
  /\b(?:doubl|tripl)/,
  /\bpartiel|\btotal/,
];
/** Ways of saying the same in other words, told in the claim and in the passages. */
const SAME_SAID: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:seulement|uniquement|exclusivement|seule?s?|que?)\b/,
    /\b(?:seule?s?|uniquement|que|qu'|propre|sauf|reserv\w*|non|pas)\b/,
  ],
  [/\b(?:inclus|incluse|compris)\b/, /\b(?:inclus|compris|total|ensemble|ajout\w*|addition\w*)\b/],
  [/\b(?:jamais|aucun|aucune|rien|nul)\b/, /\b(?:ne|n'|pas|sans|non|ni|jamais|aucune?|rien)\b/],
  [/\b(?:recommand\w*|conseill\w*|preferable|souhaitable)\b/, /\b(?:prudent\w*|utile|mieux|prefer\w*|bonne)\b/],
];
const BOTH = /\b(?:a la fois|les deux|en meme temps|ainsi que|l'un et l'autre|aussi bien)\b/;
/** «X ou Y» told as «X et Y», or the other way. */
function isAndOrTurned(claim: Reading, ground: Ground): boolean {
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

const KINDS: readonly ContrastKind[] = ['date', 'ordre', 'scope', 'acteur', 'figure', 'negation'];

/** Words put in the place of their contrary, or taken with what is said of it; numbers and texts of law taken with another rule. */
function swapsIn(claim: Reading, ground: Ground, contrasts: Contrasts): Record<string, number> {
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

function isVerdictTurned({ flat }: Reading, { verdicts }: Ground): boolean {
  const said = /^\W*(oui|non)\b/.exec(flat)?.[1];
  return (
    (said === 'oui' && verdicts.has('non') && !verdicts.has('oui')) ||
    (said === 'non' && verdicts.has('oui') && !verdicts.has('non'))
  );
}

function partWords(claim: Reading, { part, clause }: Pick<Counted, 'part' | 'clause'>): readonly Word[] {
  const near = content(claim.words.filter((word) => word.part === part));
  return near.length >= 3 ? near : content(claim.words.filter((word) => word.clause === clause));
}

/** «refusé», «échappe»: a word that denies by itself and that no passage has. */
function saysNoAnew(claim: Reading, ground: Ground): boolean {
  return claim.words.some(({ text, key }) => STRONG.test(text) && !(key !== undefined && ground.names.has(`=${key}`)));
}

/** Share of the words that a sentence holds by their stem: that two words may stand for each other is left aside. */
function wordedAlike(words: readonly Word[], { says }: Clause): number {
  return words.filter(({ term }) => term !== undefined && says.has(term)).length / Math.max(1, words.length);
}

/** How much of what a strong mark tacks on no sentence holds. */
function tailUnheld(claim: Reading, ground: Ground): number {
  if (claim.clauses.length < 2) return 0;
  return most(claim.clauses, ({ words }) =>
    content(words).length < 3 ? 0 : 1 - most(ground.sentences, (sentence) => overlap(words, sentence)[0]),
  );
}

/** «au plus» where every passage that has the number says «au moins». */
function isBoundTurned(claim: Reading, ground: Ground): boolean {
  return claim.numbers.some(({ value, unit, bound }) => {
    if (bound === undefined) return false;
    const stated = ground.numbers
      .filter((other) => other.value === value && (other.unit === unit || unit === ''))
      .map((other) => other.bound);
    return !stated.includes(bound) && stated.some((other) => other !== undefined);
  });
}

/** Share of the pairs of words of one part of the claim that the passages hold, and never together. */
function apartIn(pieces: readonly Clause[], ground: Ground): number {
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

/** «80 000 € en travaux» where the passages say works of another number, and never of this one. */
function isNumberOfAnother(claim: Reading, ground: Ground, contrasts: Contrasts): boolean {
  return claim.parts.some((part) =>
    [...part.members].some((member) => {
      if (contrasts.members[member]?.kind !== 'scope' || part.numbers.size === 0) return false;
      const withIt = ground.parts.filter(({ members }) => members.has(member));
      return [...part.numbers].some((number) => {
        const unit = claim.numbers.find(({ value }) => value === number)?.unit;
        const others = ground.numbers.filter((other) => other.unit === unit && other.value !== number);
        return (
          unit !== 'article' &&
          withIt.every(({ numbers }) => !numbers.has(number)) &&
          withIt.some(({ numbers }) => others.some(({ value }) => numbers.has(value)))
        );
      });
    }),
  );
}

/** Two who act, told in the other order. */
function areRolesTurned(claim: Reading, ground: Ground, contrasts: Contrasts): boolean {
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

/** Told of those of whom the passages say only that it is not so. */
function isMemberDenied(claim: Reading, ground: Ground, contrasts: Contrasts): boolean {
  return [...claim.members.keys()].some((member) => {
    if (contrasts.members[member]?.kind !== 'scope') return false;
    if (claim.parts.some((part) => part.members.has(member) && (isHard(part) || isSoft(part)))) return false;
    const stated = ground.parts.filter(({ members }) => members.has(member));
    return stated.length > 0 && stated.every(isHard);
  });
}

/** Share of the words that stand in parts that deny, where the passages have them only in parts that do not; or the contrary. */
function oppositeIn(claim: Reading, ground: Ground): number {
  let all = 0;
  let opposed = 0;
  for (const part of claim.parts) {
    const own = isHard(part);
    if (!own && isSoft(part)) continue;
    for (const word of content(part.words)) {
      all++;
      const name = word.term ?? '';
      const places = ground.parts.filter(({ says }) => says.has(name));
      if (places.length > 0 && places.every((place) => isHard(place) !== own && (!own || !isSoft(place)))) opposed++;
    }
  }
  return all === 0 ? 0 : opposed / all;
}

/** The verb that a negation bears on is never denied in the passages, or one that they deny is told plainly. */
function isVerbTurned(claim: Reading, ground: Ground): boolean {
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

/** «11 jours après la signature» where the passages count the 11 days from the publication. */
function isCountedFromElsewhere(claim: Reading, ground: Ground, contrasts: Contrasts): boolean {
  const anchors = ({ members }: Clause) => [...members].filter((member) => contrasts.members[member]?.kind === 'date');
  return claim.parts.some((part) => {
    const own = anchors(part);
    return (
      own.length > 0 &&
      [...part.numbers].some((number) => {
        const stated = ground.parts.filter(({ numbers }) => numbers.has(number)).flatMap(anchors);
        return stated.length > 0 && own.every((anchor) => !stated.includes(anchor));
      })
    );
  });
}

const FIRST_THEN = /\b(?:d'abord|puis|ensuite)\b|(?!^)\bavant (?:de|d'|que)\b/;
const MARKER = /^(?:abord|puis|ensuite|avant|apres)$/;
const wayOf = (flat: string): number => (FIRST_THEN.test(flat) ? 1 : 0);

/** First and then, told the other way round: the words that both hold come in the other order. */
function isOrderTurned(claim: Reading, { sentenceReadings }: Ground): boolean {
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
