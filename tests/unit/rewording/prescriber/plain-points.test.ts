import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fold } from '../../../../src/french/words.ts';
import { createLearnt } from '../../../../src/rewording/learnt.ts';
import { pointsAbove } from '../../../../src/rewording/port/points.ts';
import type { PlainPoints } from '../../../../src/rewording/port/rewording.ts';
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

const { readActs } = createLearnt('knowledge');
const told = (text: string) => saidPoints(text, readActs);

describe('what a buyer’s message asks', () => {
  it('is told of messages that the weights have not seen, in their own words', () => {
    const count = { wanted: 0, found: 0, forbidden: 0, kept: 0, silent: 0, quiet: 0 };
    for (const { text, asked, not_to_do: notToDo } of items) {
      const points = told(text);
      const lines = [...points.asked, ...points.notToDo];
      for (const line of lines)
        expect(flat(text)).toContain(flat(line.split('\u00a0: ')[0] ?? '').replace(/ ?[?]$/, ''));
      count.wanted += asked.length;
      count.found += asked.filter((one) => holds(lines, one)).length;
      count.forbidden += notToDo.length;
      count.kept += notToDo.filter((one) => holds(lines, one)).length;
      if (asked.length + notToDo.length > 0) continue;
      count.silent += 1;
      count.quiet += Number(lines.length === 0);
    }
    console.log(count);
    // Of a message that is not surely read as a whole nothing is told.
    expect(count.found / count.wanted).toBeGreaterThanOrEqual(0.35);
    expect(count.kept / count.forbidden).toBeGreaterThanOrEqual(0.5);
    expect(count.quiet / count.silent).toBeGreaterThanOrEqual(0.5);
  });

  it('is due by no day that stands in brackets', () => {
    const aside = told(
      'J’ai besoin de toi pour la grille jointe, une note par candidat (je pense à Picard en mars dernier).',
    );
    expect(aside.byWhen).toEqual([]);
  });

  it('is whole: its list, the condition before it, what a pronoun stands for', () => {
    const list = told('Merci de me transmettre avant vendredi les photos, le constat et le numéro de sinistre.');
    expect(list.asked.join()).toContain('les photos, le constat et le numéro de sinistre');
    expect(list.byWhen.map(({ when }) => when)).toEqual(['avant vendredi']);
    const supposed = told('Si le plan glisse, dites-moi aussitôt de combien.');
    expect(supposed.asked).toEqual(['Si le plan glisse, dites-moi aussitôt de combien']);
    const pointed = told('Je n’ai pas votre estimation. Merci de me la transmettre.');
    expect(pointed.asked.join()).toContain('votre estimation');
  });

  it('is nothing where the message says so', () => {
    expect(told('Bonjour, la notification est partie hier. Rien à faire de votre côté.').asks).toBe('nothing');
  });

  it('goes through ten pages, and through one sentence as long, in well under a second', () => {
    const page = items.map(({ text }) => text).join('\n');
    for (const text of [
      page.repeat(Math.ceil(40_000 / page.length)),
      'merci de signer, '.repeat(2_400),
      'il manque ni le '.repeat(2_500),
      'si vous, '.repeat(4_000),
      '('.repeat(20_000) + ','.repeat(20_000),
    ]) {
      const spent = startProcessorClock();
      told(text.slice(0, 8_000));
      expect(spent()).toBeLessThan(1000);
    }
  });
});

describe('what stands above a message', () => {
  const long = `${'Le chantier avance comme prévu. '.repeat(20)}`;
  const dated = 'Envoyez-moi la liste des agents avant le 4 décembre';
  const points: PlainPoints = {
    asks: 'unsure',
    asked: [dated, 'Décrivez la puissance et le poids'],
    notToDo: ['N’appelez pas le fournisseur'],
    send: [],
    byWhen: [{ when: 'avant le 4 décembre', what: dated }],
    otherwise: undefined,
  };

  it('is what is due by a day, where it may not be all that is asked', () => {
    expect(pointsAbove(points, long)).toEqual({ title: 'dated', points: [{ point: 'asked', text: dated }] });
  });

  it('is all that is asked, where that is sure', () => {
    const above = pointsAbove({ ...points, asks: 'something' }, long);
    expect([above.title, above.points.length]).toEqual(['asked', 3]);
  });

  it('is nothing of a message that is read at a glance', () => {
    expect(pointsAbove({ ...points, asks: 'something' }, `Bonjour. ${dated}.`).points).toEqual([]);
  });
});
