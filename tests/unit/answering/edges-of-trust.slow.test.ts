import { beforeAll, describe, expect, it } from 'vitest';
import type { Composed } from '../../../scripts/compose.ts';
import { composeReal, dialogue, plain } from '../../fixtures/composed.ts';

describe('the edges of trust', () => {
  let composed: Composed;
  beforeAll(async () => {
    composed = await composeReal();
  });

  it('what stands in offers is neither judged nor kept, and the rule is said', async () => {
    const { assistant, memory } = composed;
    const address = { platform: 'console', conversation: 'offers' } as const;
    const text = 'Dupont propose 12 000 €, Martin 11 500 € et Leroy 14 000 €, lequel choisir ?';
    const reply = await assistant.respond({ id: 'm', address, text });
    expect(reply.outcome).toMatchObject({ kind: 'handoff', ofOffers: true });
    expect(plain(reply.text)).toContain('L. 2132-1');
    expect(memory.recall('offers')).toBeUndefined();
    expect(JSON.stringify(memory.exchanged('offers'))).not.toContain('Dupont');
  });

  it('whoever bids is told the public rule, and that it is all that is told', async () => {
    const reply = await dialogue(composed.assistant)('je suis artisan, comment répondre à un marché public ?');
    if (reply.outcome.kind === 'answer') expect(plain(reply.outcome.limit ?? '')).toContain('candidat');
    const asked = await dialogue(composed.assistant)('comment noter le critère prix ?');
    expect(asked.outcome).not.toMatchObject({ ofOffers: true });
  });
});
