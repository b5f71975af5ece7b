import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { readGolden } from '../../scripts/golden.ts';
import { checkFidelity } from '../../src/fidelity/check-fidelity.ts';
import { createMasker } from '../../src/masking/masker.ts';
import { readMaskingLists } from '../../src/masking/masking-lists.ts';
import { createLearnt } from '../../src/rewording/learnt.ts';
import { createReworder } from '../../src/rewording/reword.ts';
import { composeReal, dialogue } from '../fixtures/composed.ts';
import { realCorpus } from '../fixtures/real-corpus.ts';

/**
 * What the golden texts give today, a line each: a move of code changes none of them; a change of what is said shows here which,
 * and `npx vitest run tests/golden/snapshots --update` takes it. Long texts stand by their digest.
 */
const GOLDEN = 'tests/golden';
const item = z.object({
  id: z.string(),
  text: z.string().optional(),
  direction: z.enum(['to_buyer', 'to_prescriber']).default('to_buyer'),
  source: z.string().optional(),
  target: z.string().optional(),
});

const itemsOf = (folder: string) =>
  readdirSync(join(GOLDEN, folder), { recursive: true, encoding: 'utf8' })
    // Needs with their classes are no rewordings.
    .filter((name) => name.endsWith('.jsonl') && !name.startsWith('cpv'))
    .sort()
    .flatMap((name) =>
      readFileSync(join(GOLDEN, folder, name), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => item.parse(JSON.parse(line)))
        .map(({ id, ...rest }) => ({ ...rest, id: `${name.replace('.jsonl', '')}/${id}` })),
    );

/** How sure an answer is moves with every word of the corpus, and says nothing that is shown. */
const shown = (key: string, value: unknown) => (key === 'confidence' ? undefined : value);
const digest = (said: unknown) =>
  createHash('sha256').update(JSON.stringify(said, shown)).digest('base64url').slice(0, 12);
const row = (id: string, ...said: readonly unknown[]) => `${id} ${JSON.stringify(said)}`;
const keep = (name: string, rows: readonly string[]) =>
  expect(`${rows.join('\n')}\n`).toMatchFileSnapshot(`snapshots/${basename(name)}.txt`);

const reworder = createReworder(realCorpus, createLearnt('knowledge'));
const rewordings = itemsOf('rewording');

it('needs, rewordings and remarks', async () => {
  const needs: string[] = [];
  const texts: string[] = [];
  const lint: string[] = [];
  for (const { id, text, direction } of rewordings) {
    if (text === undefined) continue;
    const reworded = await reworder.reword(text, direction, 'fr');
    const terms = reworded.terms.map(({ concept, span }) => [concept, ...span].join(' '));
    texts.push(row(id, digest(reworded.text), terms, reworded.missing));
    lint.push(row(id, ...reworded.lint.map(({ code, span }) => [code, ...span].join(' '))));
    if (reworded.direction === 'to_prescriber') continue;
    for (const { slots } of reworded.needs)
      needs.push(
        row(id, ...Object.entries(slots).map(([slot, { said }]) => [slot, ...said.map(({ value }) => value)])),
      );
  }
  await keep('needs', needs);
  await keep('rewordings', texts);
  await keep('lint', lint);
}, 240_000);

it('defects', () =>
  keep(
    'fidelity',
    rewordings.flatMap(({ id, source, target }) =>
      source === undefined || target === undefined
        ? []
        : [row(id, ...checkFidelity(source, target).defects.map(({ kind }) => kind))],
    ),
  ));

it('masks', () => {
  const masker = createMasker(readMaskingLists('knowledge/masquage').lists);
  return keep(
    'masks',
    itemsOf('masking').map(({ id, text = '' }) =>
      row(id, ...masker.find(text).map(({ kind, span }) => [kind, ...span].join(' '))),
    ),
  );
});

it('answers', async () => {
  const { assistant } = await composeReal();
  const files = ['', 'law'].flatMap((folder) =>
    readdirSync(join(GOLDEN, folder)).flatMap((name) => (name.endsWith('.jsonl') ? [join(GOLDEN, folder, name)] : [])),
  );
  const rows: string[] = [];
  for (const { id, text, role } of readGolden(files)) {
    const { outcome } = await dialogue(assistant, { role: role === 'acheteur' ? 'buyer' : 'prescriber' })(text);
    const sources = 'sources' in outcome ? outcome.sources.map(({ fiche, section }) => `${fiche} ${section}`) : [];
    rows.push(row(id, outcome.kind, sources, digest(outcome)));
  }
  await keep('answers', rows);
});
