import { isIsoDate } from '../../days/iso-date.ts';
import { frenchTypography } from '../../french/typography.ts';
import { ownValue } from '../../own-value.ts';
import { verdictTexts } from '../../text/verdict-texts.ts';
import { weekday } from '../calendar.ts';
import type { Conclusion } from '../compute.ts';
import { day, euros, type Line, type Plain, percent } from '../work.ts';

/** The result in one sentence, said before how it was worked out; while a fact is asked for, its question. */
export function sayVerdict(conclusion: Conclusion): readonly Line[] {
  const { missing, explanation, articles } = conclusion;
  const asked = missing.filter(({ question }) => explanation.every(({ text }) => !text.includes(question)));
  if (missing.length > 0) return asked.map(({ question }) => ({ text: question, articles: [] }));
  const text = verdictOf(conclusion);
  return text === undefined ? [] : [{ text, articles: articles.slice(0, 3) }];
}

/** «Procédure adaptée : 91 200 € HT ; publicité : BOAMP…»; undefined where nothing was concluded. */
export function verdictOf({ goal, value, values }: Pick<Conclusion, 'goal' | 'value' | 'values'>): string | undefined {
  const { subjects, words, results } = verdictTexts;
  const told =
    value === undefined || value === null ? undefined : sayValue(goal, value, ownValue(words, String(value)));
  const parts = Object.entries(results).flatMap(([name, label]) => {
    const each = ownValue(values, name);
    if (each === undefined || each === value) return [];
    if (name === 'montant_total') return [`${euros(Number(each))} HT`];
    const said = typeof each === 'number' ? sayNumber(name, each) : sayPlain(each, ownValue(words, String(each)));
    return [`${label} : ${said}`];
  });
  const rest = parts.slice(0, MOST_PARTS).join(' ; ');
  if (told === undefined && rest === '') return undefined;
  const text =
    told === undefined
      ? `${subjects[goal]} : ${rest}.`
      : `${capital(told)} : ${[...(goal === 'procedure' ? [] : [subjects[goal].toLowerCase()]), rest].filter((part) => part !== '').join(' ; ')}.`;
  return frenchTypography(text.replace(/ : \.$/, '.'));
}

const MOST_PARTS = 3;

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

function sayValue(goal: Conclusion['goal'], value: Plain, word: string | undefined): string {
  return goal === 'duration_limit' && typeof value === 'number' ? `${value} ans` : sayPlain(value, word);
}

function sayPlain(value: Plain, word: string | undefined): string {
  if (word !== undefined) return word;
  if (typeof value === 'number') return euros(value);
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  return isIsoDate(value) ? `${weekday(value)} ${day(value)}` : value;
}

function sayNumber(name: string, value: number): string {
  if (/pct$/.test(name)) return percent(value);
  return /^(?:jours|nombre|duree)/.test(name) ? String(value) : euros(value);
}
