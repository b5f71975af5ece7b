import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFakeConversing } from '../../fakes/conversing.ts';
import { plain } from '../../fixtures/plain.ts';
import { type Served, serve } from '../../fixtures/served.ts';
import { createCalculators } from '../interviews/fixtures.ts';

let served: Served;
beforeAll(async () => {
  served = await serve(createFakeConversing(), { calculating: createCalculators(), perMinute: 1000 });
});
afterAll(() => served.stop());

const page = async (path: string) => {
  const answered = await served.get(path);
  return { status: answered.status, text: plain(await answered.text()) };
};

it('a calculator is an address that says what was typed, and works with no script', async () => {
  const address =
    '/calculs/standstill_end?procedure=appel_offres_ouvert&date_envoi_rejets=2026-12-03&electronique=true';
  const { status, text } = await page(address);
  expect(status).toBe(200);
  expect(text).toContain('14 décembre 2026');
  expect(text).toContain('R. 2182-1');
  expect(text).toContain('value="2026-12-03"');
  expect(text).toContain('<option value="true" selected>oui</option>');
});

it('what is wrong is said of its box, and nothing is worked out', async () => {
  const { status, text } = await page('/calculs/procedure?montant_ht=-5&nature=services');
  expect(status).toBe(422);
  expect(text).toContain('Montant du besoin, hors taxes : un montant ne peut pas être négatif');
  expect(text).toContain('aria-invalid="true"');
  expect(text).not.toContain('Comment on y arrive');
});

it('what is no calculator, and what a stranger types, is text', async () => {
  expect((await page('/calculs/constructor')).status).toBe(404);
  const { text } = await page('/calculs/duration_limit?forme=%3Cscript%3Ealert(1)%3C/script%3E');
  expect(text).not.toContain('<script>alert');
});

it('the rules are told in words, with their articles and examples', async () => {
  const { text } = await page('/regles');
  expect(text).toContain('Montant sous lequel ni publicité ni mise en concurrence ne sont imposées');
  expect(text).toContain('60 000 € HT');
  expect(text).toContain('(erreur fréquente)');
});
