import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { composeAskHouse } from '../../../scripts/compose-ask-house.ts';
import type { House } from '../../../src/bodies/port/house.ts';
import type { AskHouse } from '../../../src/calls/answer-house.ts';
import { houseLines } from '../../../src/screens/house.ts';
import { AUBRELLE, SERIGNAC } from '../../fixtures/bodies/under-way.ts';
import { SIRET, vallon } from '../../fixtures/bodies/vallon.ts';

/** Written by another hand for a made town. Asked once before anything was learnt from them: 21 went where they belong, 16 were right. */
const asked = readFileSync('tests/golden/learn/have-we.jsonl', 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => z.object({ text: z.string(), kind: z.string(), expect: z.string() }).parse(JSON.parse(line)));
const told = z.object({ text: z.string(), wants: z.array(z.string()), not: z.array(z.string()) });
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

  it('is answered for most of forty phrasings, and to a question on the law nothing is said but under what it says', async () => {
    const wrong: string[] = [];
    for (const { text, kind, expect: wanted } of asked) {
      const said = await ask(text);
      const lines = said?.lines.join(' ') ?? '';
      if (kind === 'none') {
        expect(said?.place ?? 'under', text).toBe('under');
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

  /**
   * Sérignac: written blind by another hand; 7 of its 29 on contracts and buyers were right before the needs were learnt, in other
   * words, from what they showed. Aubrelle: by whoever wrote the needs, before. Both figures are of what was seen.
   */
  it.each([
    // Learnt from: without them 37 and 33 (`npm run train:rows -- --left-out`); «under» is not told here from «above».
    { town: 'communaute', underWay: [], least: 36 },
    { town: 'departement', underWay: [], least: 33 },
    { town: 'serignac', underWay: SERIGNAC, least: 35 },
    { town: 'aubrelle', underWay: AUBRELLE, least: 19 },
  ] as const)('has what $town has for what is told, whatever is asked', async ({ town, underWay, least }) => {
    const { house } = vallon(town, underWay);
    const lines = readFileSync(`tests/golden/learn/have-we-${town}.jsonl`, 'utf8').trimEnd().split('\n');
    const wrong: string[] = [];
    for (const { text, wants, not } of lines.map((line) => told.parse(JSON.parse(line)))) {
      // By who buys there, who sits at each of its demandes.
      const shown = plain(await toldTo(house, 'nadia', text));
      const isRight =
        wants.every((want) => want.split('|').some((one) => shown.includes(plain(one)))) &&
        not.every((one) => (one === '*' ? shown === '' : !shown.includes(plain(one))));
      if (!isRight) wrong.push(`${text} : ${shown}`);
    }
    expect(lines.length - wrong.length, wrong.join('\n')).toBeGreaterThanOrEqual(least);
  });

  it('tells of a demande to those who are in it, and to nobody else of the body', async () => {
    const { house } = vallon('serignac', SERIGNAC);
    const where = 'où en sont les menuiseries de l’école Paul-Cabrol ?';
    const told = (person: string) => toldTo(house, person, where);
    expect(plain(await told('nadia'))).toContain('rapport d');
    expect(plain(await told('Karim Lestage'))).toContain('rapport d');
    for (const other of ['anne', 'Odile Fabrègues', 'bob'])
      expect(await told(other)).not.toMatch(/menuiseries|Lestage/i);
    const program = await composeAskHouse({ body: { siret: SIRET, name: undefined } }, house)?.(where);
    expect(program?.lines.join(' ') ?? '').not.toMatch(/Lestage|rapport/i);
  });

  it('shows what a named holder holds, where no need is known', async () => {
    const here = composeAskHouse({ body: { siret: SIRET, name: undefined } }, vallon('serignac', SERIGNAC).house);
    const said = await here?.('les gens de Loca Garonne passent quand finalement');
    expect(plain(said?.lines[0] ?? '')).toMatch(/^Marché en cours : « Location de nacelles/);
    expect(await here?.('on loue une chambre plus grande')).toBeUndefined();
  });

  it('says little to questions on the law, and nearly always under what the law says', async () => {
    const here = composeAskHouse({ body: { siret: SIRET, name: undefined } }, vallon('serignac', SERIGNAC).house);
    const texts = ['ask', 'ask-2', 'spoken-7'].flatMap((name) =>
      readFileSync(`tests/golden/learn/${name}.jsonl`, 'utf8').trimEnd().split('\n').map(textOf),
    );
    const shown: string[] = [];
    for (const text of texts) {
      const said = await here?.(text);
      if (said !== undefined) shown.push(`${said.place} ${text} : ${said.lines[0]}`);
    }
    const first = shown.filter((one) => !one.startsWith('under'));
    expect(shown.length / texts.length, shown.join('\n')).toBeLessThan(0.15);
    expect(first.length / texts.length, first.join('\n')).toBeLessThan(0.05);
  });
});

async function toldTo(house: House, person: string, text: string): Promise<string> {
  const said = await house.answer(person, text);
  return said.ok && said.value !== undefined ? houseLines(said.value.ask, said.value.answer).join(' ') : '';
}

function plain(text: string): string {
  return text
    .replace(/[\u00a0\u202f]/g, ' ')
    .replaceAll('’', "'")
    .replaceAll('\\', '');
}

function textOf(line: string): string {
  const { text, turns } = z
    .object({ text: z.string().optional(), turns: z.array(z.string()).optional() })
    .parse(JSON.parse(line));
  return text ?? turns?.[0] ?? '';
}
