import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadArticleIndex } from '../../../src/corpus/article-index.ts';
import { createLeaningIndex } from '../../../src/law/leaning.ts';
import { watchedArticles } from '../../../src/law/watched-articles.ts';
import { readRulebook } from '../../../src/rules/rulebook.ts';
import { realReading } from '../../fixtures/real-corpus.ts';

const KNOWLEDGE = 'knowledge';
const index = loadArticleIndex(KNOWLEDGE);
const { corpus } = realReading;
const leaning = createLeaningIndex(corpus, readRulebook(KNOWLEDGE), index.otherTexts);

type Row = Readonly<Record<string, unknown>>;
const read = (file: string) => readFileSync(join(KNOWLEDGE, file), 'utf8').normalize('NFC');
const rowsOf = (value: unknown) => (Array.isArray(value) ? (value as Row[]) : []);
const yamlIn = (folder: string) => readdirSync(join(KNOWLEDGE, folder)).filter((name) => name.endsWith('.yaml'));

/** Every article of the code that a text says, by a count of its own: the first of a list, then «-4», «et -6», «à R…». */
function articlesSaid(text: string): Set<string> {
  const found = new Set<string>();
  const others = index.otherTexts.flatMap(({ forms }) => forms).sort((a, b) => b.length - a.length);
  let plain = text;
  for (const form of others) plain = plain.split(form).join(' ¤ ');
  plain = plain.replace(/(?:CGCT|CJA|CPI|CRPA|CGFP|CGPPP|CMF)[, ]+(?:articles? )?[LRDA]?\.?[  ]?\d[\d-]*/g, ' ¤ ');
  const one =
    /([LRD])[.  ]{0,2}\*?(\d{1,4})-(\d+(?:-\d+)*)((?:(?:, | et | ou | à |, et )(?:[LRD][.  ]{0,2}\d{4})?-\d+(?:-\d+)*)*)/g;
  for (const [, letter = '', book = '', number = '', rest = ''] of plain.matchAll(one)) {
    let at = { letter, book, number };
    found.add(`${letter}${book}-${number}`);
    for (const [, link = '', l, b, n = ''] of rest.matchAll(
      /(, et | et | ou | à |, )(?:([LRD])[.  ]{0,2}(\d{4}))?-(\d+(?:-\d+)*)/g,
    )) {
      const next = { letter: l ?? at.letter, book: b ?? at.book, number: n };
      if (link.trim() === 'à' && !at.number.includes('-') && !n.includes('-'))
        for (let k = Number(at.number); k < Number(n); k++) found.add(`${next.letter}${next.book}-${k}`);
      found.add(`${next.letter}${next.book}-${n}`);
      at = next;
    }
  }
  for (const [, number = ''] of plain.matchAll(/(?<![\p{L}\d])L[.  ]{0,2}(\d{1,2})(?![\d-])/gu))
    found.add(`L${number}`);
  return found;
}

/** The raw files, block by block: what each is called and its words. */
function blocks(): readonly { readonly name: string; readonly text: string }[] {
  const list: { name: string; text: string }[] = [];
  const say = (value: unknown) => JSON.stringify(value).replaceAll('\\n', '\n');
  for (const module of readdirSync(join(KNOWLEDGE, 'modules')))
    for (const file of readdirSync(join(KNOWLEDGE, 'modules', module))) {
      const text = read(`modules/${module}/${file}`);
      if (file === 'quiz.yaml')
        for (const row of rowsOf((parse(text) as Row)['questions']))
          list.push({ name: `quiz ${row['id']}`, text: say(row) });
      if (!file.endsWith('.md') || file.startsWith('_')) continue;
      const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
      const { id, title, articles, limit, conflict, questions } = parse(front) as Row;
      list.push({ name: `fiche ${id}`, text: say([articles, title, limit, conflict]) + body });
      for (const { id: own, ask, answer, but, next, articles: cited } of rowsOf(questions))
        list.push({ name: `question ${id}/${own}`, text: say([ask, answer, but, next, cited]) });
    }
  for (const file of yamlIn('lexicon'))
    for (const { id, explain, false_friend, articles } of rowsOf(parse(read(`lexicon/${file}`))))
      list.push({ name: `concept ${id}`, text: say([explain, false_friend, articles]) });
  for (const file of yamlIn('lint')) {
    const rules = parse(read(`lint/${file}`)) as unknown;
    for (const { id, message, suggestion, articles } of rowsOf(rules).filter((row) => 'code' in row))
      list.push({ name: `lint ${id}`, text: say([message, suggestion, articles]) });
  }
  for (const { id, vrai, articles } of rowsOf(parse(read('idees-recues.yaml'))))
    list.push({ name: `belief ${id}`, text: say([vrai, articles]) });
  for (const { key, values } of rowsOf(parse(read('figures.yaml'))))
    list.push({ name: `figure ${key}`, text: say(rowsOf(values).map(({ article }) => article)) });
  for (const file of yamlIn('regles').filter((name) => !['mots.yaml', 'anglais.yaml', 'faits.yaml'].includes(name))) {
    const rules = parse(read(`regles/${file}`)) as unknown;
    for (const { donne, mots, article } of rowsOf(rules))
      list.push({ name: `rule ${donne}: ${rowsOf(mots)[0]}`, text: say(article) });
    if (!Array.isArray(rules))
      for (const [name, { question, références }] of Object.entries(rules as Record<string, Row>))
        list.push({ name: `rule ${name}`, text: say([question, Object.keys((références ?? {}) as Row)]) });
  }
  return list;
}

const figures = new Map(
  rowsOf(parse(read('figures.yaml'))).map(({ key, values }) => [
    String(key),
    rowsOf(values).map((one) => String(one['article'])),
  ]),
);

/** Each block with every article that it says, or that sets a figure it says. */
const counted = blocks().map(({ name, text }) => {
  const figuresSaid = [...text.matchAll(/\{\{\s*([a-z0-9_.]+)/g)].flatMap(([, key = '']) => figures.get(key) ?? []);
  return { name, articles: new Set([...articlesSaid(text), ...figuresSaid]) };
});

function count(article: string): readonly string[] {
  const found = counted.filter(({ articles }) => articles.has(article));
  return found.map(({ name }) => name).sort();
}

/** A draw that anybody can do again. */
function drawn(all: readonly string[], many: number, seed: number): readonly string[] {
  let state = seed;
  const left = [...all];
  return Array.from({ length: many }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return left.splice(state % left.length, 1)[0] ?? '';
  });
}

describe('what leans on an article', () => {
  const { articles, left } = watchedArticles(KNOWLEDGE, index, leaning.articles);
  const code = articles.filter(({ legitext }) => legitext === 'LEGITEXT000037701019').map(({ article }) => article);

  it.each(drawn(code, 20, 23))('is all there and nothing else: %s', (article) => {
    expect(
      leaning
        .on(article)
        .map(({ kind, id }) => `${kind} ${id}`)
        .sort(),
    ).toEqual(count(article));
  });

  it('is of every kind for the article that sets the first threshold', () => {
    const kinds = new Set(leaning.on('R2122-8').map(({ kind }) => kind));
    for (const kind of ['fiche', 'question', 'figure', 'rule', 'quiz', 'concept'] as const)
      expect(kinds).toContain(kind);
  });

  it('reaches what leans on a finer number of standard terms, and leaves them out of the watch', () => {
    expect(leaning.on('CCAG-FCS 14')).toEqual(leaning.on('CCAG-FCS 14.1'));
    expect(left.some((name) => name.startsWith('CCAG-'))).toBe(true);
    expect(articles.length).toBeGreaterThan(300);
  });
});
