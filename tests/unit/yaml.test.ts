import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { LineCounter } from 'yaml';
import { openKeptYaml, parseYaml, readYamlDocument, saveKeptYaml } from '../../src/yaml.ts';

const TEXT = 'villes:\n  - Sète\n  - Nîmes\n';
const SAID = { villes: ['Sète', 'Nîmes'] };
const newFile = () => join(mkdtempSync(join(tmpdir(), 'truchement-yaml-')), 'yaml.bin');

it('says the same before it is kept and after, to whoever changes what he got too', () => {
  const file = newFile();
  openKeptYaml(file, 'one');
  expect(parseYaml(TEXT)).toEqual(SAID);
  (parseYaml(TEXT) as typeof SAID).villes.pop();
  saveKeptYaml();
  openKeptYaml(file, 'one');
  expect(parseYaml(TEXT)).toEqual(SAID);
  expect(readYamlDocument(TEXT, new LineCounter()).said()).toEqual(SAID);
});

it('writes once, and only what was parsed since', () => {
  const file = newFile();
  openKeptYaml(file, 'one');
  saveKeptYaml();
  expect(existsSync(file)).toBe(false);
  parseYaml(TEXT);
  saveKeptYaml();
  const written = readFileSync(file);
  openKeptYaml(file, 'one');
  parseYaml(TEXT);
  saveKeptYaml();
  expect(readFileSync(file)).toEqual(written);
});

it('keeps nothing under another fingerprint, and nothing that is no YAML', () => {
  const file = newFile();
  openKeptYaml(file, 'one');
  parseYaml(TEXT);
  saveKeptYaml();
  const written = readFileSync(file);
  openKeptYaml(file, 'two');
  expect(() => parseYaml('a: [1')).toThrow();
  const { said, document } = readYamlDocument('a: [1', new LineCounter());
  expect(said()).toBeUndefined();
  expect(document().errors).not.toEqual([]);
  saveKeptYaml();
  expect(readFileSync(file)).toEqual(written);
});
