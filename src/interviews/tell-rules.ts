import { type Figure, figureAt, sayValue } from '../corpus/figures.ts';
import { frenchDate, type IsoDate, isIsoDate } from '../days/iso-date.ts';
import { frenchTypography } from '../french/typography.ts';
import { ownValue } from '../own-value.ts';
import { type Example, engineName, engineRule, figureName, type Rulebook } from '../rules/rulebook.ts';
import type { Rules } from '../rules/work.ts';
import { calculatorTexts as texts } from '../text/calculator-texts.ts';
import { verdictTexts } from '../text/verdict-texts.ts';
import type { ToldRule } from './port/calculating.ts';

/** Every rule that is worked out, in words: what a trainer wrote, with the figures of the day in the place of their names. */
export function tellRules({ book, figures }: Rules, today: IsoDate): readonly ToldRule[] {
  const named = [...figures.values()].map((figure) => [figureName(figure.key), figure] as const);
  const sayWord = wordsOf(book);
  return [...book.rules].flatMap(([name, rule]) => {
    const body = engineRule(rule);
    const own = Object.fromEntries(Object.entries(body).filter(([key]) => !ASIDE.has(key)));
    if (Object.keys(own).length === 0) return [];
    const text = JSON.stringify(own);
    const read = named.filter(([figure]) => text.includes(`${figure}"`) || text.includes(`${figure} `));
    const sayName = namesOf(book, read, sayWord);
    return [
      {
        name,
        title: frenchTypography(rule.titre),
        questions: rule.question,
        lines: linesOf(own, 0, sayName),
        articles: Object.entries(rule.références ?? {}).map(([article, note]) => ({
          name: frenchTypography(article),
          note: frenchTypography(note),
        })),
        figures: read.map(([, figure]) => frenchTypography(sayFigureAt(figure, today))),
        examples: (rule.exemples ?? []).map((example) => tellExample(example, book, sayWord)),
      },
    ];
  });
}

const ASIDE: ReadonlySet<string> = new Set(['titre', 'références', 'note', 'description', 'unité']);

function sayFigureAt(figure: Figure, today: IsoDate): string {
  const value = figureAt(figure, today);
  return value === undefined
    ? figure.label
    : `${figure.label} : ${sayValue(figure, value.value)}, depuis le ${frenchDate(value.valid_from)}`;
}

interface ToldLine {
  readonly deep: number;
  readonly text: string;
}

type SayName = (text: string) => string;

/** The names of rules, facts and figures as people know them. */
function namesOf(book: Rulebook, figures: readonly (readonly [string, Figure])[], sayWord: SayName): SayName {
  const known: readonly (readonly [string, string])[] = [
    ...figures.map(([name, { label }]) => [name, label] as const),
    ...[...book.rules].map(([name, { titre }]) => [name, titre] as const),
    ...[...book.facts].map(([name, { titre }]) => [engineName(name), titre] as const),
  ];
  // The longest first: «montant ht» stands in «montant initial ht».
  const ordered = known.toSorted(([a], [b]) => b.length - a.length);
  return (text) => {
    const whole = ordered.find(([name]) => name === text);
    if (whole !== undefined) return whole[1];
    const words: string[] = [];
    const mark = (word: string): string => `\ue000${words.push(word) - 1}\ue001`;
    // Values before names: «procedure» stands in 'procedure_avec_negociation'.
    const valued = text.replace(QUOTED, (_, value: string) => mark(sayWord(value)));
    const marked = ordered.reduce(
      (left, [name, title]) => (left.includes(name) ? left.replaceAll(name, mark(`«${title}»`)) : left),
      valued,
    );
    return sayOperators(marked).replace(/\ue000(\d{1,3})\ue001/g, (_, index: string) => words[Number(index)] ?? '');
  };
}

const QUOTED = /'([a-z0-9_-]{1,60})'/g;

/** A value that has a name in the rules, as people read it: «office_habitat» is «un office public de l'habitat». */
function wordsOf({ facts }: Rulebook): SayName {
  const choices = new Map([...facts.values()].flatMap(({ choix }) => Object.entries(choix ?? {})));
  return (word) =>
    choices.get(word) ?? ownValue(verdictTexts.words, word) ?? ownValue(verdictTexts.retained, word) ?? spaced(word);
}

const spaced = (word: string): string => word.replaceAll('_', ' ');

const OPERATORS: readonly (readonly [string, string])[] = [
  [' >= ', ' ≥ '],
  [' <= ', ' ≤ '],
  [' != ', ' ≠ '],
  [' * ', ' × '],
  [' - ', ' − '],
];

function sayOperators(text: string): string {
  return OPERATORS.reduce((said, [sign, shown]) => said.replaceAll(sign, shown), text).replaceAll("'", '');
}

const HEADS = new Map([
  ['si', texts.when],
  ['alors', texts.thus],
  ['sinon', texts.otherwise],
  ['toutes ces conditions', texts.allOf],
  ['une de ces conditions', texts.oneOf],
]);
/** What only holds others. */
const BARE: ReadonlySet<string> = new Set(['variations', 'valeur']);

function linesOf(node: unknown, deep: number, say: SayName): readonly ToldLine[] {
  if (Array.isArray(node)) return node.flatMap((one) => linesOf(one, deep, say));
  if (typeof node !== 'object' || node === null) return [{ deep, text: frenchTypography(say(String(node))) }];
  return Object.entries(node).flatMap(([key, value]): readonly ToldLine[] => {
    if (BARE.has(key)) return linesOf(value, deep, say);
    const head = HEADS.get(key) ?? `${key.charAt(0).toUpperCase()}${key.slice(1)}`;
    return typeof value === 'object' && value !== null
      ? [{ deep, text: frenchTypography(`${head} :`) }, ...linesOf(value, deep + 1, say)]
      : [{ deep, text: frenchTypography(`${head} : ${say(String(value))}`) }];
  });
}

function tellExample(
  { le, situation, valeur, faux }: Example,
  { facts }: Rulebook,
  sayWord: SayName,
): ToldRule['examples'][number] {
  const sayPlain = (value: unknown): string => {
    if (typeof value === 'boolean') return ownValue(texts.yesNo, String(value)) ?? '';
    if (typeof value === 'number') return value.toLocaleString('fr-FR');
    const word = String(value);
    return isIsoDate(word) ? frenchDate(word as IsoDate) : sayWord(word);
  };
  const titles = new Map([...facts].map(([name, { titre }]) => [String(name), titre]));
  const told = Object.entries(situation).map(
    ([name, value]) => `${titles.get(name) ?? spaced(name)} : ${sayPlain(value)}`,
  );
  const said =
    faux === true ? texts.wrongly(told.join(' ; '), sayPlain(valeur)) : texts.gives(told.join(' ; '), sayPlain(valeur));
  return { when: texts.at(frenchDate(le)), text: said, wrong: faux === true };
}
