import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cpvProblems, readCpv } from '../../../src/corpus/cpv.ts';

/** The check digits of the regulation, by its own table of codes: no rule makes them, so a few that are known by heart. */
const KNOWN = { '45000000': '7', '72000000': '5', '79000000': '4', '30192000': '1', '90910000': '9', '34110000': '1' };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cpv-'));
  cpSync('knowledge/cpv', join(folder, 'cpv'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));
const messages = () => cpvProblems(folder).map(({ file, message }) => `${file} ${message}`);

describe('the common procurement vocabulary', () => {
  it('has every code once, with its check digit, in order', () => {
    const codes = [...readCpv('knowledge').labels.keys()];
    expect(codes).toHaveLength(9454);
    expect(codes).toEqual(codes.toSorted());
    for (const [digits, check] of Object.entries(KNOWN)) expect(codes).toContain(`${digits}-${check}`);
  });

  it('has no fault, and words for more than five hundred classes', () => {
    expect(messages()).toEqual([]);
    expect(readCpv('knowledge').usages.size).toBeGreaterThan(500);
  });

  it('names a class that no code has', () => {
    appendFileSync(join(folder, 'cpv/usages.yaml'), '"9999": licornes\n');
    expect(messages()).toEqual(['cpv/usages.yaml no code of cpv-fr.tsv starts so']);
  });

  it('names the same of what is said sideways, beside the other words', () => {
    appendFileSync(join(folder, 'cpv/tournures.yaml'), '"9999": licornes\n"0342": photocopieuse\n');
    expect(messages()).toEqual([
      'cpv/tournures.yaml no code of cpv-fr.tsv starts so',
      expect.stringMatching(/^cpv\/tournures\.yaml «photocopieuse»/),
    ]);
  });

  it('names a way of saying in two classes that nothing parts', () => {
    const { usages } = readCpv('knowledge');
    appendFileSync(join(folder, 'cpv/usages.yaml'), '"0342": photocopieuse\n');
    expect(usages.has('0342')).toBe(false);
    expect(messages()).toEqual([expect.stringContaining('«photocopieuse»')]);
  });

  it('names a line that is of no form, and a file that is no YAML', () => {
    appendFileSync(join(folder, 'cpv/usages.yaml'), '3911: chaises\n');
    expect(messages()).toEqual([expect.stringContaining('cpv/usages.yaml not')]);
    writeFileSync(join(folder, 'cpv/actes.yaml'), 'vides: [');
    expect(messages().some((message) => message.startsWith('cpv/actes.yaml'))).toBe(true);
    expect(() => readCpv(folder)).toThrow('cpv/actes.yaml');
  });
});
