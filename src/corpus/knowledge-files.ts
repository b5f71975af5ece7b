import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of `knowledge/` that people write, path inside the folder → text: what every line of can be checked. */
export type KnowledgeFiles = ReadonlyMap<string, string>;

const WRITTEN = /^(?:figures\.yaml|(?:modules|lexicon|perimeter|regles)\/.+\.(?:md|yaml))$/;

/** Reads them all; a folder that is not there throws, since `readCorpus` has already said so in words. */
export function readKnowledgeFiles(root: string): KnowledgeFiles {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => WRITTEN.test(name) && !/(?:^|\/)[._]/.test(name))
    .sort();
  return new Map(names.map((name) => [name, readFileSync(join(root, name), 'utf8').normalize('NFC')]));
}

/** 1-based line of the first place where a text stands in a file; 1 when it does not. */
export function lineOfText(files: KnowledgeFiles, file: string, needle: string): number {
  const before = files.get(file)?.split(needle, 2);
  return before === undefined || before.length < 2 ? 1 : (before[0]?.split('\n').length ?? 1);
}
