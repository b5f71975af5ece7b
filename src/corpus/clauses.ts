import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { z } from 'zod';
import type { IsoDate } from '../days/iso-date.ts';
import { fold, indexTerms } from '../french/words.ts';
import { readYaml } from './yaml-source.ts';

const FOLDER = 'clauses';

const schema = z.strictObject({
  titre: z.string().min(3),
  clause: z.string().min(20),
  /** What it was bought for, and how. */
  contexte: z.string().min(3),
  /** A kind of body, never a name. */
  origine: z.string().min(3),
  /** What became of it. */
  devenu: z.string().min(3),
  relue: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
});

/** A clause that served once, as whoever looks for one reads it. French; no name in it. */
export interface Clause {
  readonly title: string;
  readonly text: string;
  readonly context: string;
  readonly origin: string;
  readonly became: string;
  readonly readOn: IsoDate;
}

/** Those that were read by a second person; a file that is none is left out. @throws where the folder cannot be read */
export function readClauses(knowledge: string): readonly Clause[] {
  const folder = join(knowledge, FOLDER);
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml') && !name.startsWith('.'));
  return names.sort().flatMap((name) => {
    const { value } = readYaml(readFileSync(join(folder, name), 'utf8'), schema, name);
    if (value === undefined) return [];
    const { titre, clause, contexte, origine, devenu, relue } = value;
    return [{ title: titre, text: clause, context: contexte, origin: origine, became: devenu, readOn: relue }];
  });
}

/** One file a clause, whole or not at all; again under the same id, the same file. @returns its path inside `knowledge` */
export function writeClause(knowledge: string, id: string, clause: Clause): string {
  const folder = join(knowledge, FOLDER);
  mkdirSync(folder, { recursive: true });
  const slug = (fold(clause.title).match(/[a-z0-9]+/g) ?? []).slice(0, 5).map((word) => word.slice(0, 20));
  const name = `${[
    ...slug,
    fold(id)
      .replace(/[^a-z0-9]/g, '')
      .slice(0, 12),
  ].join('-')}.yaml`;
  const { title: titre, text, context: contexte, origin: origine, became: devenu, readOn: relue } = clause;
  writeFileSync(join(folder, `.${name}`), stringify({ titre, clause: text, contexte, origine, devenu, relue }));
  renameSync(join(folder, `.${name}`), join(folder, name));
  return join(FOLDER, name);
}

const MOST = 3;
/** A word of the title says more of what it is about than one of its text. */
const WEIGHTS = { title: 3, context: 2, text: 1 } as const;

/** The nearest to what it is wanted for, nearest first; none where not one word of it is shared with a title or a context. */
export function findClauses(clauses: readonly Clause[], wanted: string): readonly Clause[] {
  const asked = new Set(indexTerms(wanted));
  const sharedBy = (text: string) => new Set(indexTerms(text).filter((term) => asked.has(term))).size;
  return clauses
    .map((clause) => {
      const about = WEIGHTS.title * sharedBy(clause.title) + WEIGHTS.context * sharedBy(clause.context);
      return { clause, score: about === 0 ? 0 : about + WEIGHTS.text * sharedBy(clause.text) };
    })
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)
    .slice(0, MOST)
    .map(({ clause }) => clause);
}

const SHORTEST_WANTED = 3;
const END = /[?.!\n]/;
/** «qu'est-ce qu'une clause de réexamen ?» asks for none. */
const ASKS =
  /\b(?:une|des|quelles?|exemples? de|modeles? de) clauses? (?:(?:types? )?(?:pour|sur|concernant|qui)|types? d[e']) ?/;

/** What a clause is wanted for, where one is asked for in a line; undefined for any other line. */
export function clauseWanted(line: string): string | undefined {
  const said = fold(line).replaceAll('’', "'");
  const asks = ASKS.exec(said);
  const [wanted = ''] = asks === null ? [] : said.slice(asks.index + asks[0].length).split(END, 1);
  return wanted.trim().length < SHORTEST_WANTED ? undefined : wanted.trim();
}
