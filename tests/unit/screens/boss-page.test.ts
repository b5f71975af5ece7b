import { expect, it } from 'vitest';
import { messageOf } from '../../../adapters/slack/render.ts';
import { cardOf } from '../../../adapters/teams/render.ts';
import { bossScreen } from '../../../src/screens/boss-page.ts';

const PAGE = {
  title: '30 chaises',
  prescribers: ['Anne Kerbrat'],
  buyers: [],
  parts: [],
  hasSheet: false,
  sharedUntil: '2026-12-13T10:00:00.000Z',
};

it.each([
  'https://t.example/lecture/58f6.W8F4-_9v1_-GuB',
  'https://t.example/lecture/58f6._W8F49v1_',
  'https://t.example/lecture/58f6.W__8F4__9v1-',
])('shows the link to read with every character of it: %s', (address) => {
  const screen = bossScreen({ purchase: 'p', page: PAGE, address, shares: true });
  const { blocks } = messageOf(screen, 'T:D');
  const shown = JSON.stringify(blocks);
  expect(shown).toContain(`"url":"${address}"`);
  // What is read of it, where it is not the address itself.
  for (const [, label] of shown.matchAll(/"type":"link","url":"[^"]*","text":"([^"]*)"/g)) expect(label).toBe(address);
  expect(JSON.stringify(cardOf(screen).body)).toContain(address);
});
