import { isIsoDate } from '../../days/iso-date.ts';
import { frenchTypography } from '../../french/typography.ts';
import { ownValue } from '../../own-value.ts';
import { verdictTexts } from '../../text/verdict-texts.ts';
import { weekday } from '../calendar.ts';
import type { Conclusion } from '../compute.ts';
import { day, euros, type Line, type Plain, percent } from '../work.ts';

/** The result in one sentence, said before how it was worked out; while a fact is asked for, its question. */
export function sayVerdict({ goal, value, values, missing, explanation, articles }: Conclusion): readonly Line[] {
  const asked = missing.filter(({ question }) => explanation.every(({ text }) => !text.includes(question)));
  if (missing.length > 0) return asked.map(({ question }) => ({ text: question, articles: [] }));
  const { subjects, words, results } = verdictTexts;
  const told =
    value === undefined || value === null ? undefined : sayValue(goal, value, ownValue(words, String(value)));
  const parts = Object.entries(results).flatMap(([name, label]) => {
    const each = ownValue(values, name);
    if (each === undefined || each === value) return [];
    const said = typeof each === 'number' ? sayNumber(name, each) : sayPlain(each, ownValue(words, String(each)));
    return [`${label} : ${said}`];
  });
  const all = [...(told === undefined ? [] : [told]), ...parts];
  if (all.length === 0) return [];
  const text = frenchTypography(`${subjects[goal]} : ${all.slice(0, 4).join(' ; ')}.`);
  return [{ text, articles: articles.slice(0, 3) }];
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
