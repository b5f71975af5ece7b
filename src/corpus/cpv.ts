import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { needsProblems } from './needs.ts';
import type { CorpusProblem } from './problem.ts';
import { readYaml } from './yaml-source.ts';

const FOLDER = 'cpv';
const LABELS_FILE = `${FOLDER}/cpv-fr.tsv`;
const USAGES_FILE = `${FOLDER}/usages.yaml`;
const TURNS_FILE = `${FOLDER}/tournures.yaml`;
const ACTS_FILE = `${FOLDER}/actes.yaml`;

const listed = z.string().transform((text) => text.split(', '));
const starts = z.array(z.string().regex(/^\d{2,4}$/, { error: 'the first two to four digits of codes' }));
const pullSchema = z.strictObject({ vers: starts, pas: starts });
const actsSchema = z.strictObject({
  vides: listed,
  cadre: listed,
  demande: listed,
  actes: z.record(z.string(), pullSchema.extend({ mots: listed, seul: starts.default([]) })),
  natures: z.record(z.string(), pullSchema),
  regles: z.array(z.strictObject({ acte: z.string(), de: starts, vers: z.string().length(4) })),
  entre: z.array(z.strictObject({ mots: listed, classes: z.array(z.string()).min(2), choix: z.string().min(10) })),
});

/** First digits of codes that an act, or a nature of purchase, calls for or puts off. */
export type Pull = z.infer<typeof pullSchema>;

/** The common procurement vocabulary, regulation (EC) 213/2008, and the words that people have for it. */
export interface CpvTable extends z.infer<typeof actsSchema> {
  /** Every code, `39112000-0`, and its French label, in the order of the codes. */
  readonly labels: ReadonlyMap<string, string>;
  /** The four digits of a class and what people say for it. */
  readonly usages: ReadonlyMap<string, readonly string[]>;
  /** What they say for it sideways: too seldom, or too near another need, to tell a row of a body's table. */
  readonly turns: ReadonlyMap<string, readonly string[]>;
}

/** Throws when a file is missing or is not of its form: `cpvProblems` says each fault. */
export function readCpv(root: string): CpvTable {
  const { table, problems } = read(root);
  if (table === undefined) throw new Error(problems.map(({ file, message }) => `${file}: ${message}`).join('; '));
  return table;
}

/** What is wrong in the folder: a class that no code has, a way of saying in two classes that no rule parts. */
export function cpvProblems(root: string): readonly CorpusProblem[] {
  const { table, lines, problems } = read(root);
  if (table === undefined) return problems;
  const digits = new Set([...table.labels.keys()].map((code) => code.slice(0, 4)));
  const unknown = (code: string) => ![...digits].some((one) => one.startsWith(code));
  const fault = (file: string, line: number, field: string, message: string) => ({ file, line, field, message });
  const said = new Map<string, string>();
  const parted = new Map(table.entre.flatMap(({ mots, classes }) => mots.map((word) => [word, classes] as const)));
  const pulls = [...Object.entries(table.actes), ...Object.entries(table.natures)];
  return [
    ...problems,
    ...[
      ...[...table.usages].map((one) => [USAGES_FILE, ...one] as const),
      ...[...table.turns].map((one) => [TURNS_FILE, ...one] as const),
    ].flatMap(([file, code, ways]) => {
      const line = lines.get(`${file} ${code}`) ?? 1;
      const twice = ways.filter((way) => {
        const first = said.get(way);
        said.set(way, first ?? code);
        return first !== undefined && !(parted.get(way)?.includes(first) && parted.get(way)?.includes(code));
      });
      return [
        ...(digits.has(code) ? [] : [fault(file, line, code, 'no code of cpv-fr.tsv starts so')]),
        ...twice.map((way) =>
          fault(file, line, code, `«${way}» stands in ${said.get(way)} too: say in «entre» what parts them`),
        ),
      ];
    }),
    ...[
      ...pulls.flatMap(([, { vers, pas }]) => [...vers, ...pas]),
      ...table.regles.flatMap((one) => [one.vers, ...one.de]),
    ]
      .filter(unknown)
      .map((code) => fault(ACTS_FILE, 1, code, 'no code of cpv-fr.tsv starts so')),
    ...table.regles
      .filter(({ acte }) => !Object.hasOwn(table.actes, acte))
      .map(({ acte }) => fault(ACTS_FILE, 1, 'regles', `no act is called «${acte}»`)),
    ...needsProblems(root, table.usages),
  ];
}

function read(root: string) {
  const text = (name: string) => readFileSync(join(root, name), 'utf8').normalize('NFC');
  const problems: CorpusProblem[] = [];
  const lines = new Map<string, number>();
  const entries = (name: string, form: RegExp, message: string) =>
    text(name)
      .split('\n')
      .flatMap((line, at) => {
        if (line === '' || line.startsWith('#')) return [];
        const [, key = '', said = ''] = form.exec(line) ?? [];
        const place = `${name} ${key}`;
        if (key === '' || lines.has(place)) problems.push({ file: name, line: at + 1, field: key, message });
        lines.set(place, at + 1);
        return key === '' ? [] : [[key, said] as const];
      });
  const labels = new Map(entries(LABELS_FILE, /^(\d{8}-\d)\t(.+)$/, 'a code, a tab, a label'));
  const waysIn = (name: string) =>
    new Map(
      entries(name, /^"(\d{4})": (.+)$/, 'not `"1234": words, words`, or a class seen before').map(
        ([code, said]) => [code, said.split(', ')] as const,
      ),
    );
  const acts = readYaml(text(ACTS_FILE), actsSchema, ACTS_FILE);
  problems.push(...acts.problems);
  const table = acts.value && {
    ...acts.value,
    labels,
    usages: waysIn(USAGES_FILE),
    turns: waysIn(TURNS_FILE),
  };
  return { table, lines, problems };
}
