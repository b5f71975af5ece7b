import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { composeAskHouse } from '../../../scripts/compose-ask-house.ts';
import type { AskHouse } from '../../../src/calls/answer-house.ts';
import { SIRET, vallon } from '../../fixtures/bodies/vallon.ts';

/** Written by another hand for a made town. Asked once before anything was learnt from them: 21 went where they belong, 16 were right. */
const asked = readFileSync('tests/golden/learn/have-we.jsonl', 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => z.object({ text: z.string(), kind: z.string(), expect: z.string() }).parse(JSON.parse(line)));
const NAMES = ['Nadia Benali', 'Marc Perrin'];
/** As measured once what they showed was learnt, in other words. */
const FLOOR = 33;

describe('what a program of the body asks of its table', () => {
  let ask: AskHouse;
  beforeAll(() => {
    const made = composeAskHouse({ body: { siret: SIRET, name: undefined } }, vallon('valmore').house);
    if (made === undefined) throw new Error('no body');
    ask = made;
  });

  it('is answered for most of forty phrasings, and nothing of the body is said to a question on the law', async () => {
    const wrong: string[] = [];
    for (const { text, kind, expect: wanted } of asked) {
      const said = await ask(text);
      const lines = said?.lines.join(' ') ?? '';
      if (kind === 'none') {
        expect(said, text).toBeUndefined();
        continue;
      }
      const people = NAMES.every((name) => wanted.includes(name) === lines.includes(name));
      if (said === undefined || !people) wrong.push(`${text} : ${lines}`);
    }
    expect(asked.length - wrong.length, wrong.join('\n')).toBeGreaterThanOrEqual(FLOOR);
  });

  it('is verdict, source and day of the table; another body has none', async () => {
    expect(await ask('A-t-on déjà un marché pour des tables d’école ?')).toMatchObject({
      verdict: 'oui',
      asOf: '2026-03-12',
    });
    expect(await ask('on a un contrat pour les extincteurs ?')).toMatchObject({ verdict: 'non' });
    expect(await ask('qui est mon acheteur pour le papier ?')).toMatchObject({ verdict: 'valeur' });
    expect(await ask('où en est ma demande de stylos ?')).toMatchObject({ verdict: null });
    const elsewhere = composeAskHouse({ body: { siret: '21010001000010', name: undefined } }, vallon('valmore').house);
    expect(await elsewhere?.('A-t-on déjà un marché pour des tables ?')).toBeUndefined();
    expect(composeAskHouse({ body: undefined }, vallon().house)).toBeUndefined();
  });
});
