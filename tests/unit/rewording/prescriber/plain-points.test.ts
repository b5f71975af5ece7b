import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fold } from '../../../../src/french/words.ts';
import { saidPoints } from '../../../../src/rewording/prescriber/plain-points.ts';
import { startProcessorClock } from '../../../fixtures/processor-time.ts';

const itemSchema = z.strictObject({
  id: z.string(),
  text: z.string(),
  /** Words of each act, in any order; alternatives between bars. */
  asked: z.array(z.string()),
  not_to_do: z.array(z.string()),
  by_when: z.array(z.string()),
  otherwise: z.string().nullable(),
});
const items = readFileSync('tests/golden/rewording/asked.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => itemSchema.parse(JSON.parse(line)));

const flat = (text: string) => fold(text).replaceAll('’', "'").replace(/\s+/g, ' ');
const holds = (lines: readonly string[], wanted: string) =>
  lines.some((line) => wanted.split('|').some((one) => flat(line).includes(flat(one))));

describe('what a buyer’s message asks', () => {
  it.each(items.map((item) => [item.id, item] as const))('%s', (_, item) => {
    const { asked, notToDo, byWhen, otherwise } = saidPoints(item.text);
    expect(item.asked.filter((one) => !holds(asked, one))).toEqual([]);
    expect(asked).toHaveLength(item.asked.length);
    expect(item.not_to_do.filter((one) => !holds(notToDo, one))).toEqual([]);
    expect(notToDo).toHaveLength(item.not_to_do.length);
    const whens = byWhen.map(({ when }) => when);
    expect(item.by_when.filter((one) => !holds(whens, one))).toEqual([]);
    if (item.by_when.length === 0) expect(whens).toEqual([]);
    if (item.otherwise === null) expect(otherwise).toBeUndefined();
    else expect(flat(otherwise ?? '')).toContain(flat(item.otherwise));
  });

  it.each([
    ['Il n’est pas nécessaire de signer le devis.', 'unsure'],
    ['La commande part sans qu’il soit besoin de produire un devis.', 'nothing'],
    ['Vous n’êtes pas tenus de fournir une attestation.', 'nothing'],
    ['Si vous devez signer un devis, prévenez-nous.', 'something'],
    ['Pour information, le marché est notifié depuis hier.', 'nothing'],
  ] as const)('a duty that is denied or supposed is none: %s', (text, asks) => {
    const points = saidPoints(text);
    expect(points.asked.join(' ')).not.toMatch(/^(?:signer|produire|fournir)/u);
    if (asks !== 'unsure') expect(points.asks).toBe(asks);
  });

  it('that there is nothing to do is said of a message that says so, and of no other', () => {
    expect(saidPoints('Les prestations débutent lundi ; le rapport est dû cinq jours après.').asks).toBe('unsure');
    expect(saidPoints('Aucune action de votre part : le rapport est reçu.').asks).toBe('nothing');
  });

  it('goes through ten pages, and through one sentence as long, in well under a second', () => {
    const page = items.map(({ text }) => text).join('\n');
    for (const text of [
      page.repeat(Math.ceil(40_000 / page.length)),
      'merci de signer, '.repeat(2_400),
      'il manque ni le '.repeat(2_500),
      'doit être signé et nous parvenir '.repeat(1_200),
      'si vous, '.repeat(4_000),
    ]) {
      const spent = startProcessorClock();
      saidPoints(text.slice(0, 40_000));
      expect(spent()).toBeLessThan(1000);
    }
  });
});
