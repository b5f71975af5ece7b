import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { OPERATIONS, type OperationName } from '../../src/calls/port/calls.ts';
import { builtScript } from '../fixtures/built.ts';
import { indexedFolder } from '../fixtures/fresh-data.ts';
import { servePrograms } from '../fixtures/programs.ts';

/** A line of each command that the API has too, right and wrong. */
const LINES = {
  ask: [
    // On a day that is past: the API of the test has a clock of its own.
    { text: 'Quel délai de standstill ?', role: 'acheteur', at: '2026-06-01' },
    { text: 'Peut-on négocier en appel d’offres ?', at: '2026-06-01' },
    { text: 'c’est quoi le R. 2122-8 ?', at: '2026-06-01' },
    { text: 'a', role: 'mairie' },
  ],
  reword: [
    { direction: 'to_buyer', text: 'Il nous faut 12 fauteuils avant le 1er septembre, 6 000 € HT.' },
    { direction: 'to_prescriber', text: 'Merci de transmettre le rapport d’analyse avant le 3 mars 2027.' },
    { direction: 'sideways', text: 'a' },
  ],
  lint: [{ text: 'Fourniture de 20 ordinateurs Dell, prix seul critère.' }, {}],
  fidelity: [{ source: 'Livraison le 12 mars.', target: 'Livraison le 13 mars.' }, { source: 'a' }],
  rules: [
    {
      goal: 'procedure',
      situation: { montant_ht: 45_000, nature: 'fournitures', acheteur: 'collectivite' },
      at: '2026-11-25',
    },
    { text: 'Quelle procédure pour 95 000 € HT de travaux ?', role: 'acheteur', at: '2026-11-25' },
    { goal: 'nothing' },
  ],
  lexicon: [
    { text: 'on veut un bon de commande', from: 'service' },
    { text: 'a', from: 'nobody' },
  ],
} as const satisfies Partial<Record<OperationName, readonly object[]>>;

let programs: Awaited<ReturnType<typeof servePrograms>>;
let headers: Readonly<Record<string, string>>;
let data: string;
beforeAll(async () => {
  programs = await servePrograms();
  const { key } = await programs.makeKey('answer', 'reword', 'check', 'compute', 'read');
  headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  data = await indexedFolder();
});
afterAll(() => programs.stop());

/** What each takes is its own: the time it took is no result. */
const timeless = ({ ms, ...rest }: z.infer<typeof objectSchema>) => rest;
const objectSchema = z.looseObject({});
const refusedSchema = z.object({ errors: z.array(z.object({ message: z.string() })) });

it.each(Object.keys(LINES) as (keyof typeof LINES)[])('%s says the same as its command', async (name) => {
  const sent = LINES[name].map((line, at) => ({ id: String(at), ...line }));
  const running = promisify(execFile)(process.execPath, [await builtScript(`scripts/${name}.ts`)], {
    env: { ...process.env, TRUCHEMENT_DATA: data },
  });
  running.child.stdin?.end(sent.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const run = await running;
  const lines = run.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toHaveLength(sent.length);
  for (const [at, line] of sent.entries()) {
    const reply = await fetch(`${programs.api}${OPERATIONS[name].path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(line),
    });
    const body = objectSchema.parse(await reply.json());
    if (reply.status === 200) expect(timeless(body)).toEqual(timeless(lines[at]));
    else {
      const { error } = lines[at];
      const [first] = refusedSchema.parse(body).errors;
      expect(typeof error === 'string' ? error : error.message).toContain(first?.message);
    }
  }
});
