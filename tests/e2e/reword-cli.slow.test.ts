import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DEFECT_KINDS, LINT_CODES, SLOTS } from '../../src/vocabulary/rewording.ts';
import { builtScript } from '../fixtures/built.ts';

const folder = mkdtempSync(join(tmpdir(), 'truchement-reword-'));

/** Runs a command as a tool does: JSON Lines from a file, JSON Lines out. */
async function run(script: string, lines: readonly (object | string)[]) {
  const path = join(folder, `${script}.jsonl`);
  writeFileSync(path, lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''));
  const done = spawnSync(process.execPath, [await builtScript(`scripts/${script}.ts`), '--batch', path], {
    encoding: 'utf8',
  });
  expect(done.stderr).toBe('');
  expect(done.status).toBe(0);
  return done.stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
}

const span = z.tuple([z.int().min(0), z.int().min(0)]);
const said = z.strictObject({ value: z.string().min(1), span, understood: z.string().optional() });
const slot = said.extend({ conflict: z.literal(true).optional(), also: z.array(said).optional() });
const brief = z.partialRecord(z.enum(SLOTS), slot);
const finding = z.strictObject({
  code: z.enum(LINT_CODES),
  span,
  articles: z.array(z.string()),
  message: z.string().min(1),
  suggestion: z.string().min(1),
});
const fidelity = z.strictObject({
  faithful: z.boolean(),
  defects: z.array(z.strictObject({ kind: z.enum(DEFECT_KINDS), source: z.string(), target: z.string() })),
});
const when = z.array(z.strictObject({ when: z.string().min(1), what: z.string().optional() }));
const asks = z.enum(['something', 'nothing', 'unsure']);
const points = z.strictObject({
  asks,
  asked: z.array(z.string()),
  notToDo: z.array(z.string()),
  why: z.string().optional(),
  send: z.array(z.string()),
  byWhen: when,
  otherwise: z.string().optional(),
});
const rewordedLine = z.strictObject({
  id: z.string(),
  text: z.string().min(1),
  quoted: z.string().optional(),
  brief: brief.optional(),
  further_briefs: z.array(brief).optional(),
  notions: z.array(z.strictObject({ concept: z.string(), label: z.string().min(1), span })).optional(),
  cpv: z.array(z.strictObject({ code: z.string(), label: z.string() })).optional(),
  asks: asks.optional(),
  asked: z.array(z.string()).optional(),
  not_to_do: z.array(z.string()).optional(),
  send: z.array(z.string()).optional(),
  by_when: when.optional(),
  otherwise: z.string().nullable().optional(),
  points: points.optional(),
  missing: z.array(z.enum(SLOTS)),
  questions: z.array(z.string()).max(2),
  terms: z.array(z.strictObject({ from: z.string(), to: z.string(), concept: z.string() })),
  lint: z.array(finding),
  fidelity,
});
const failedLine = z.strictObject({ id: z.unknown().optional(), error: z.string().min(1) });

const NEED = 'Il nous faut une quinzaine de PC Dell pour la rentrée, budget 12k€.';

describe('reword --batch', () => {
  it('gives every line its rewording or its error, in order', async () => {
    const lines = await run('reword', [
      { id: '1', direction: 'to_buyer', text: NEED },
      'this is not JSON',
      { id: '3', direction: 'sideways', text: NEED },
      { id: '4', direction: 'to_prescriber', text: 'Le service fait est à certifier sous 5 jours.' },
      { id: '5', direction: 'to_buyer', text: 'x'.repeat(8_001) },
      { id: '6', direction: 'to_buyer' },
    ]);
    expect(lines).toHaveLength(6);
    const first = rewordedLine.parse(lines[0]);
    expect(first.quoted).toBe(NEED);
    expect(first.text.startsWith(`${NEED}\n\n`)).toBe(true);
    // Beside the message only what is sure: a brand asked for by name.
    expect(first.text.slice(NEED.length)).toMatch(/^\n\nPoints de droit\u00a0: «[^\n]*Dell[^\n]*R2111-7/);
    expect(first.brief?.budget).toMatchObject({ value: '12k€' });
    for (const {
      value,
      span: [start, end],
    } of Object.values(first.brief ?? {}))
      expect(NEED.slice(start, end)).toBe(value);
    expect(first.lint.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['BRAND_WITHOUT_EQUIVALENT', 'AMOUNT_WITHOUT_TAX_BASIS']),
    );
    // Its sum and its day are said: nothing else decides enough to be asked.
    expect(first.missing).toEqual(['place', 'users']);
    expect(first.questions).toEqual([]);
    expect(failedLine.parse(lines[1]).error).toMatch(/not a JSON line/);
    expect(failedLine.parse(lines[2])).toMatchObject({
      id: '3',
      error: expect.stringMatching(/"to_buyer" or "to_prescriber"/),
    });
    const fourth = rewordedLine.parse(lines[3]);
    expect(fourth.points).toBeDefined();
    expect(fourth.text).toMatch(/\[Mots du message\u00a0: service fait\u00a0: /);
    expect(failedLine.parse(lines[4]).error).toMatch(/8000 characters/);
    expect(failedLine.parse(lines[5]).error).toMatch(/text is missing/);
  });
});

describe('lint --batch and fidelity --batch', () => {
  it('give findings and defects by the contract', async () => {
    const [faulty, clean, bad] = await run('lint', [
      { id: '1', text: NEED },
      { id: '2', text: 'Il nous faut des écrans de 24 pouces, marque Dell ou équivalent.' },
      { text: NEED },
    ]);
    expect(z.strictObject({ id: z.string(), findings: z.array(finding).min(2) }).parse(faulty).id).toBe('1');
    expect(clean).toEqual({ id: '2', findings: [] });
    expect(failedLine.parse(bad).error).toMatch(/id is missing/);

    const [same, changed, missing] = await run('fidelity', [
      {
        id: '1',
        source: 'Livrer 12 chaises en deux ans.',
        target: 'La livraison porte sur douze chaises, en 24 mois.',
      },
      { id: '2', source: 'Ne pas livrer avant le 15 mars.', target: 'Livrer avant le 15 mai.' },
      { id: '3', source: 'a' },
    ]);
    expect(same).toEqual({ id: '1', faithful: true, defects: [] });
    const { defects } = fidelity.extend({ id: z.string() }).parse(changed);
    expect(defects.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['NEGATION_DROPPED', 'DATE_CHANGED']));
    expect(failedLine.parse(missing).error).toMatch(/target is missing/);
  });
});
