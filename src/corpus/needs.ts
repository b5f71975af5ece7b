import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { CorpusProblem } from './problem.ts';
import { readYaml } from './yaml-source.ts';

const FILE = 'cpv/besoins.yaml';

const listed = z.string().transform((text) => text.split(', '));
const needSchema = z.strictObject({
  table: listed.optional(),
  dit: listed.optional(),
  autour: listed.optional(),
  occasion: listed.optional(),
  cpv: z.array(z.string()).default([]),
  dans: z.array(z.string()).default([]),
});
const needsSchema = z.strictObject({
  besoins: z.record(z.string(), needSchema),
  sans_objet: listed,
  droit: listed,
  absence: listed,
  aspects: z.record(z.string(), z.strictObject({ table: listed, dit: listed })),
});

/**
 * What departments need, by name: how a body's table calls it, how people say it, what larger need it is of; then what only
 * looks like one, the words of whoever asks the law, of an absence, and what
 * contracts leave out of any thing.
 */
export type NeedsTable = z.infer<typeof needsSchema>;

/** @throws where the file is missing or not of its form */
export function readNeeds(root: string): NeedsTable {
  const { value, problems } = read(root);
  if (value === undefined) throw new Error(problems.map(({ message }) => `${FILE}: ${message}`).join('; '));
  return value;
}

/** A larger need or a class that nothing is called, words that lead to two needs. */
export function needsProblems(root: string, classes: ReadonlyMap<string, unknown>): readonly CorpusProblem[] {
  const { value, problems, lineOf } = read(root);
  if (value === undefined) return problems;
  const said = new Map<string, string>();
  return Object.entries(value.besoins).flatMap(([name, { dit = [], cpv, dans }]) => {
    const fault = (message: string) => ({ file: FILE, line: lineOf(['besoins', name]), field: name, message });
    const twice = dit.filter((way) => {
      const first = said.get(way);
      said.set(way, first ?? name);
      return first !== undefined;
    });
    return [
      ...dans.filter((one) => !Object.hasOwn(value.besoins, one)).map((one) => fault(`no need is called «${one}»`)),
      ...cpv.filter((one) => !classes.has(one)).map((one) => fault(`no class of usages.yaml is ${one}`)),
      ...twice.map((way) => fault(`«${way}» is said for ${said.get(way)} too`)),
    ];
  });
}

function read(root: string) {
  return readYaml(readFileSync(join(root, FILE), 'utf8').normalize('NFC'), needsSchema, FILE);
}
