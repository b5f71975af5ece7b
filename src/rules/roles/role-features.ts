import { isDenied } from '../../french/denied.ts';
import { sentencesOf } from '../../french/sentences.ts';
import type { Span } from '../../french/span.ts';
import { fold } from '../../french/words.ts';
import type { GoalName } from '../goals.ts';
import type { Claim, Counted } from '../words.ts';
import type { Role, RoleKind } from './role-names.ts';
import type { RoleSpan } from './role-spans.ts';

/** Words of a text that are looked at on each side of a value. */
const NEAR = 3;
const AROUND = 9;
/** What is left of a word that a hurried hand, a gender or a number writes otherwise. */
const STEM = 6;

interface Token {
  readonly span: Span;
  readonly word: string;
}

/** A text whose roles are to be found. */
export interface RoleText {
  readonly text: string;
  readonly spans: readonly RoleSpan[];
  readonly goal: GoalName | undefined;
  /** Words of `mots.yaml` that may claim a value. */
  readonly claims: readonly Claim[];
  /** Of each span, what those words alone count it as, where they say. */
  readonly byWords: readonly (Counted | undefined)[];
}

/** What is seen of each span of a text: words around, what it is by itself, the others beside it, the sentence it stands in. */
export function roleFeatures({ text, spans, goal, claims, byWords }: RoleText): readonly (readonly string[])[] {
  const tokens = tokensOf(text, spans);
  const sentences = sentencesOf(text);
  return spans.map((one, index) => {
    const at = sentences.findIndex(([start, end]) => one.span[0] >= start && one.span[0] < end);
    const sentence = sentences[at] ?? ([0, text.length] as const);
    const features = [
      ...one.marks.map((mark) => `m ${mark}`),
      `g ${goal ?? 'aucun'}`,
      ...(byWords[index] === undefined ? [] : [`lu ${byWords[index]}`, `lu ${goal ?? 'aucun'} ${byWords[index]}`]),
      ...one.marks.map((mark) => `gm ${goal ?? 'aucun'} ${mark}`),
      ...wordsAround(tokens, one, sentence, goal),
      ...placeOf(text, one, sentence, at, sentences.length),
      ...besides(spans, index),
      ...cluesOf(text, one, claims),
      ...(one.kind === 'fait' || one.kind === 'organisme' ? [`nie ${isDenied(text, one.span)}`] : []),
    ];
    return [...new Set(features)].map((feature) => `${one.kind} ${feature}`);
  });
}

/** What the roles found before it say of a span: that of the last of its kind, and all that there were. */
export function afterRoles(
  kind: RoleKind,
  before: readonly { readonly kind: RoleKind; readonly role: Role }[],
): readonly string[] {
  const alike = before.filter((one) => one.kind === kind).map(({ role }) => role);
  return [`${kind} apres ${alike.at(-1) ?? '^'}`, ...new Set(alike.map((role) => `${kind} il y a ${role}`))];
}

/** Words of the text, those of a value replaced by its kind: no number is learnt. */
function tokensOf(text: string, spans: readonly RoleSpan[]): readonly Token[] {
  const folded = fold(text);
  const flat = folded.length === text.length ? folded : text.toLowerCase();
  const tokens: Token[] = [];
  const valued = spans.filter(({ kind }) => kind !== 'fait' && kind !== 'organisme');
  let next = 0;
  const addWords = (from: number, to: number) => {
    for (const match of flat.slice(from, to).matchAll(/[a-z]+|\d+|[.:;,()+?!/=]/g)) {
      const start = from + match.index;
      tokens.push({ span: [start, start + match[0].length], word: /^\d/.test(match[0]) ? 'vnu' : stemOf(match[0]) });
    }
  };
  for (const { kind, span } of valued) {
    if (span[0] < next) continue;
    addWords(next, span[0]);
    tokens.push({ span, word: `v${kind}` });
    next = span[1];
  }
  addWords(next, flat.length);
  return tokens;
}

const stemOf = (word: string): string => word.replace(/(?<=..)s$/, '').slice(0, STEM);

function wordsAround(
  tokens: readonly Token[],
  { span }: RoleSpan,
  [start, end]: Span,
  goal: GoalName | undefined,
): readonly string[] {
  const before = tokens
    .filter((token) => token.span[1] <= span[0])
    .slice(-AROUND)
    .toReversed();
  const after = tokens.filter((token) => token.span[0] >= span[1]).slice(0, AROUND);
  const features: string[] = [];
  for (const [side, words] of [
    ['g', before],
    ['d', after],
  ] as const) {
    const word = (at: number) => words[at]?.word ?? '^';
    for (let at = 0; at < NEAR; at++) features.push(`${side}${at} ${word(at)}`);
    features.push(`${side}p ${word(0)} ${word(1)}`, `${side}t ${word(0)} ${word(1)} ${word(2)}`);
    features.push(`b ${goal ?? 'aucun'} ${side} ${word(0)}`, `b ${goal ?? 'aucun'} ${side} ${word(1)}`);
    for (const token of words)
      features.push(`${side}l ${token.span[0] >= start && token.span[1] <= end ? 'ici' : 'hors'} ${token.word}`);
  }
  features.push(`gd ${before[0]?.word ?? '^'} ${after[0]?.word ?? '$'}`);
  const inside = tokens.filter((token) => token.span[0] < span[1] && token.span[1] > span[0]);
  features.push(...inside.map(({ word }) => `i ${word}`));
  return features;
}

const CLUE = 45;

/** Words that a trainer gave to a fact, near the value and in its clause. */
function cluesOf(text: string, { span: [start, end] }: RoleSpan, claims: readonly Claim[]): readonly string[] {
  return claims.flatMap(({ fact, span: [from, to] }) => {
    const isBefore = to <= start;
    const gap = from < end && start < to ? '' : isBefore ? text.slice(to, start) : text.slice(end, from);
    if (gap.length > CLUE || /[.;?!\n]/.test(gap)) return [];
    const side = gap === '' ? 'sur' : isBefore ? 'avant' : 'apres';
    return [`mot ${fact} ${side}`, ...(gap.length < 16 ? [`mot ${fact} ${side} pres`] : [])];
  });
}

const TENSES: readonly (readonly [string, RegExp])[] = [
  ['imparfait', /\b\w{2,}(?:ait|aient|ions)\b|\betais\b/],
  ['conditionnel', /\b\w{2,}r(?:ait|aient|ions)\b/],
  ['futur', /\b\w{3,}(?:ra|ront|rons|rai)\b/],
  ['passe', /\b(?:a|ai|ont|avons|est|sont) (?:ete )?\w+(?:e|es|ee|ees|u|us|ue|i|is|it)\b/],
  ['je', /\b(?:je|j|mon|ma|mes|moi)\b/],
  ['nous', /\b(?:nous|notre|nos|on)\b/],
  ['tiers', /\b(?:il|elle|ils|elles|son|sa|ses|leur|leurs)\b/],
  ['ancien', /\b(?:avant|ancien\w*|precedent\w*|dernier\w*|passe\w*|deja|autrefois|jadis|venais|viens|quitte)\b/],
  ['dit', /\b(?:dit|disent|pretend|soutient|affirme|croit|pense|parle|lu|calcule|trouve|d'apres|selon)\b/],
];

const BREAKS = ',;:.?!()\n';

function clauseBefore(text: string, from: number, to: number): string {
  let start = to;
  while (start > from && !BREAKS.includes(text.charAt(start - 1))) start--;
  return text.slice(start, to);
}

function placeOf(text: string, { span }: RoleSpan, sentence: Span, at: number, count: number): readonly string[] {
  const said = fold(text.slice(...sentence));
  const clause = fold(clauseBefore(text, sentence[0], span[0]));
  return [
    at === 0 ? 'place premiere' : at === count - 1 ? 'place derniere' : 'place milieu',
    ...(count === 1 ? ['place seule'] : []),
    ...(said.trimEnd().endsWith('?') ? ['phrase ?'] : []),
    ...(text.slice(0, span[0]).split('(').length > text.slice(0, span[0]).split(')').length ? ['parenthese'] : []),
    ...TENSES.flatMap(([name, form]) => [
      ...(form.test(said) ? [`temps ${name}`] : []),
      ...(form.test(clause) ? [`prop ${name}`] : []),
    ]),
  ];
}

/** The others of its kind: how many, which it is among them, whether it is the sum, the product or a double of some. */
function besides(spans: readonly RoleSpan[], index: number): readonly string[] {
  const one = spans[index];
  if (one === undefined) return [];
  const alike = spans.filter(({ kind }) => kind === one.kind);
  const at = alike.indexOf(one);
  const order = alike.length === 1 ? 'seul' : at === 0 ? 'premier' : at === alike.length - 1 ? 'dernier' : 'milieu';
  const features = [
    `rang ${order}`,
    `nombre ${Math.min(alike.length, 4)}`,
    `avant ${spans[index - 1]?.kind ?? '^'}`,
    `apres ${spans[index + 1]?.kind ?? '$'}`,
  ];
  if (one.kind === 'organisme') {
    const sorts = new Set(alike.map(({ donne }) => donne));
    return [
      ...features,
      `sortes ${Math.min(sorts.size, 3)}`,
      ...alike.filter((other) => other !== one).map(({ donne }) => `aussi ${donne}`),
    ];
  }
  return one.kind === 'somme' ? [...features, ...amongSums(one, alike, spans)] : features;
}

const MOST_SUMS = 8;

function amongSums(one: RoleSpan, alike: readonly RoleSpan[], spans: readonly RoleSpan[]): readonly string[] {
  const worth = one.worth ?? 0;
  const others = alike
    .filter((other) => other !== one)
    .slice(0, MOST_SUMS)
    .map((other) => other.worth ?? 0);
  const counts = spans.flatMap((other) => (other.kind === 'nombre' ? [other.worth ?? 0] : []));
  const total = others.reduce((sum, other) => sum + other, 0);
  const near = (value: number, other: number) => Math.abs(value - other) <= 0.005 * Math.max(value, other);
  const pair = others.some((first, i) => others.some((second, j) => i < j && near(first + second, worth)));
  const partOf = others.some((whole) => others.some((other) => other !== whole && near(other + worth, whole)));
  return [
    ...(others.length > 1 && near(total, worth) ? ['est la somme'] : []),
    ...(pair ? ['est une somme'] : []),
    ...(partOf ? ['entre dans une somme'] : []),
    ...(others.some((other) => counts.some((count) => count > 1 && near(other * count, worth)))
      ? ['est un produit']
      : []),
    ...(others.some((other) => counts.some((count) => count > 1 && near(worth * count, other)))
      ? ['est un facteur']
      : []),
    ...(others.includes(worth) ? ['redit'] : []),
    ...(others.length > 0 && worth >= Math.max(...others) ? ['le plus grand'] : []),
    ...(others.length > 0 && worth <= Math.min(...others) ? ['le plus petit'] : []),
    ...(others.some((other) => other > 0 && worth / other > 0.7 && worth / other < 1.4 && worth !== other)
      ? ['voisin']
      : []),
    ...([10_000, 40_000, 60_000, 80_000, 90_000, 100_000, 140_000, 216_000, 5_404_000, 50_000].includes(worth)
      ? ['seuil rond']
      : []),
  ];
}
