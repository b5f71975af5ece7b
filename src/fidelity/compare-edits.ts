import { phraseOf } from './around.ts';
import { isContraryKept, isSaidOtherwise } from './compare-denials.ts';
import { comparePolarity } from './compare-polarity.ts';
import type { CueKind } from './cue-patterns.ts';
import type { Defect } from './port/defect.ts';
import type { Cue, Side } from './side.ts';

interface Sentence {
  readonly words: readonly string[];
  readonly cues: readonly Cue[];
  readonly start: number;
  readonly end: number;
}

/**
 * Sentences kept almost word for word: there, a cue that is gone is gone, whatever other negations stand around. This is what
 * tells «n'est pas automatique et aucun…» from «est automatique et aucun…», which a free comparison cannot.
 */
export function compareEdits(source: Side, target: Side): readonly Defect[] {
  const here = sentencesOf(source);
  const there = sentencesOf(target);
  const index = new Map<string, number[]>();
  for (const [at, sentence] of there.entries()) {
    for (const word of new Set(sentence.words)) {
      const known = index.get(word);
      if (known === undefined) index.set(word, [at]);
      else known.push(at);
    }
  }
  const defects: Defect[] = [];
  for (const sentence of here) {
    const twin = twinOf(sentence, there, index);
    if (twin === undefined) continue;
    defects.push(...compareTwins(sentence, twin, source, target));
    const turned = comparePolarity(sentence.words, twin.words, {
      source: source.text.slice(sentence.start, sentence.end),
      target: target.text.slice(twin.start, twin.end),
    });
    if (turned !== undefined) defects.push(turned);
    const brought = broughtIn(sentence, twin, source);
    if (brought !== '') defects.push({ kind: 'INVENTED_FACT', source: '', target: brought });
  }
  return defects;
}

function sentencesOf(side: Side): readonly Sentence[] {
  const sentences: { words: string[]; cues: Cue[]; start: number; end: number; number: number }[] = [];
  const byNumber = new Map<number, (typeof sentences)[number]>();
  for (const [index, token] of side.tokens.entries()) {
    const place = side.places[index];
    if (place === undefined || place.aside || token.kind === 'sign') continue;
    let sentence = byNumber.get(place.sentence);
    if (sentence === undefined) {
      const [start] = side.spanOf(token.start, token.end);
      sentence = { words: [], cues: [], start, end: start, number: place.sentence };
      byNumber.set(place.sentence, sentence);
      sentences.push(sentence);
    }
    sentence.words.push(token.text);
    sentence.end = side.spanOf(token.start, token.end)[1];
  }
  for (const cue of side.cues) if (!cue.aside) byNumber.get(cue.sentence)?.cues.push(cue);
  return sentences;
}

/** Words that say nothing of their own beside those that are kept. */
const PLAIN =
  /^(?:.{1,3}|dans|pour|avec|chez|vers|leur|leurs|votre|notre|cette|sont|sera|seront|etre|bien|aussi|donc|ainsi|tout|tous|toute|toutes|service|besoin|demande|demandee?s?|souhaite|faire|merci|prevue?s?|concerne|environ|celle|celui|ceux|afin|aussi|egalement|notamment|actuellement|bonjour|madame|monsieur)$/;
const MOST_BROUGHT = 3;

/** All the words of the sentence in their order, and others that the source has nowhere: what is brought in. */
function broughtIn(sentence: Sentence, twin: Sentence, source: Side): string {
  const extra: string[] = [];
  let at = 0;
  for (const word of twin.words) {
    if (word === sentence.words[at]) at += 1;
    else extra.push(word);
  }
  if (at < sentence.words.length || at < 4 || extra.length === 0 || extra.length > MOST_BROUGHT) return '';
  const said = new Set(source.words.map(({ text }) => text));
  const own = extra.filter((word) => !PLAIN.test(word) && !said.has(word) && !/\d/.test(word));
  return own.length === 0 ? '' : extra.join(' ');
}

/** The sentence of the other text that shares at least three words in four, both ways; undefined for a free rewording. */
function twinOf(
  sentence: Sentence,
  there: readonly Sentence[],
  index: ReadonlyMap<string, readonly number[]>,
): Sentence | undefined {
  const counts = new Map<number, number>();
  for (const word of new Set(sentence.words)) {
    const places = index.get(word) ?? [];
    if (places.length > 30 && there.length > 30) continue;
    for (const at of places) counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  let best: Sentence | undefined;
  let bestShare = 0.74;
  for (const [at, count] of counts) {
    const other = there[at];
    if (other === undefined) continue;
    const sizes = [new Set(sentence.words).size, new Set(other.words).size] as const;
    const whole = count / Math.max(...sizes);
    // A phrase cut off, the rest kept.
    const share = count >= Math.min(...sizes) * 0.9 && whole >= 0.45 ? Math.max(whole, 0.75) : whole;
    if (share > bestShare) {
      best = other;
      bestShare = share;
    }
  }
  return best === undefined || isSplit(sentence, best, index) ? undefined : best;
}

/** What the twin lacks is said in another sentence of the target: the sentence was cut in two, not cut down. */
function isSplit(sentence: Sentence, twin: Sentence, index: ReadonlyMap<string, readonly number[]>): boolean {
  const kept = new Set(twin.words);
  const missing = [...new Set(sentence.words)].filter((word) => word.length > 3 && !kept.has(word));
  return missing.length > 1 && missing.filter((word) => index.has(word)).length * 2 >= missing.length;
}

const DENIALS: ReadonlySet<CueKind> = new Set(['denies', 'without', 'except']);

function compareTwins(from: Sentence, to: Sentence, source: Side, target: Side): readonly Defect[] {
  const defects: Defect[] = [];
  const said = target.text.slice(to.start, to.end);
  const quote = (cue: Cue) => ({ source: phraseOf(source, cue), target: said });
  const fresh = (kinds: readonly CueKind[]) => added(from, to, (cue) => kinds.includes(cue.kind));
  const denial = missing(from, to, (cue) => DENIALS.has(cue.kind));
  const kept = denial !== undefined && (isSaidOtherwise(denial, target) || isContraryKept(denial, target, source));
  if (denial !== undefined && !kept && fresh(['excuse', 'only', 'may']).length === 0)
    defects.push({ kind: 'NEGATION_DROPPED', ...quote(denial) });
  const permission = denial !== undefined && fresh(['may']).length > 0;
  if (
    permission &&
    denial !== undefined &&
    !kept &&
    fresh(['excuse', 'only']).length === 0 &&
    /interdi|impossib|exclu|refus|proscri|prohib|pas|jamais|aucun/.test(denial.said)
  )
    defects.push({ kind: 'NEGATION_DROPPED', ...quote(denial) });
  for (const [kind, excuse] of KEPT) {
    const cue = missing(from, to, (one) => one.kind === kind);
    if (cue !== undefined && fresh(excuse).length === 0) defects.push({ kind: 'CONSTRAINT_DROPPED', ...quote(cue) });
  }
  const must = missing(from, to, (cue) => cue.kind === 'must');
  const weaker = fresh(['should', 'wish', 'may', 'rather'])[0];
  if (must !== undefined && weaker !== undefined)
    defects.push({ kind: 'OBLIGATION_WEAKENED', source: must.said, target: weaker.said });
  const weak = missing(
    from,
    to,
    (cue) => cue.kind === 'should' || cue.kind === 'wish' || cue.kind === 'may' || cue.kind === 'rather',
  );
  const stronger = fresh(['must'])[0];
  if (weak !== undefined && stronger !== undefined)
    defects.push({ kind: 'OBLIGATION_STRENGTHENED', source: weak.said, target: stronger.said });
  return defects;
}

const KEPT: readonly (readonly [CueKind, readonly CueKind[]])[] = [
  ['only', ['only', 'excuse_only', 'except']],
  ['condition', ['condition', 'excuse_condition', 'except']],
];

/** A cue of the one that the other lacks, where the other has fewer of its family. */
function missing(from: Sentence, to: Sentence, family: (cue: Cue) => boolean): Cue | undefined {
  const here = from.cues.filter(family);
  const there = to.cues.filter(family);
  if (here.length <= there.length) return undefined;
  const left = there.map((cue) => cue.said);
  return here.find((cue) => {
    const at = left.indexOf(cue.said);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Cues of the second sentence that the first has not. */
function added(from: Sentence, to: Sentence, family: (cue: Cue) => boolean): readonly Cue[] {
  const left = from.cues.filter(family).map((cue) => cue.said);
  return to.cues.filter(family).filter((cue) => {
    const at = left.indexOf(cue.said);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
