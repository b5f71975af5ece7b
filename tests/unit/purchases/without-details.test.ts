import { expect, it } from 'vitest';
import { purchaseScreen } from '../../../src/screens/purchase.ts';
import { MASKER, mustBe } from '../../fixtures/network.ts';
import { createTown } from './town.ts';

const TYPED =
  'il me faut un fauteuil ergonomique pour M. Martin, agent handicapé, il souffre d’une sclérose en plaques';

it('a need leaves without whose health it is for; what the buyer has to know stays, and one may say otherwise', async () => {
  const { purchasing, records } = createTown({ masker: MASKER });
  const draft = mustBe(await purchasing.draft('maelle', TYPED, { key: 'one' }));
  expect(draft.words).toMatch(/fauteuil/);
  expect(draft.words).toMatch(/poste ou matériel adapté/);
  const events = mustBe(await records.eventsOf(draft.id));
  expect(JSON.stringify([draft, events])).not.toMatch(/Martin|sclérose/);
  // The same line again is the same demande.
  expect(mustBe(await purchasing.draft('maelle', TYPED, { key: 'one' })).id).toBe(draft.id);
  const screen = purchaseScreen(draft, { language: 'fr', typed: TYPED });
  expect(screen.said).toContain('ces détails sont retirés');
  const whole = screen.acts.find(({ verb, value }) => verb === 'purchase' && 'as' in value && value.as === 'whole');
  expect(whole?.value).toMatchObject({ text: TYPED });
  const kept = mustBe(await purchasing.draft('maelle', TYPED, { key: 'one' }, 'whole'));
  expect(kept).toMatchObject({ words: TYPED, detailsOut: false });
  expect(kept.id).not.toBe(draft.id);
});

it('what is bought for health is no one’s health', async () => {
  const { purchasing } = createTown({ masker: MASKER });
  for (const words of [
    'il me faut 200 vaccins contre la grippe pour les agents',
    'il nous faut 3 fauteuils roulants',
  ]) {
    expect(mustBe(await purchasing.draft('maelle', words))).toMatchObject({ words, detailsOut: false });
  }
});
