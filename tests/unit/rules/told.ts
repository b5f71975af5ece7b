import { createReckon } from '../../../src/rules/reckon.ts';
import { figures } from './fixtures.ts';

const reckon = createReckon('knowledge', figures);

/** What a message is told of itself, in plain letters, and the fact that it is asked for. */
export async function told(text: string) {
  const reckoned = await reckon({ text, at: '2026-11-28', reader: 'achat', before: undefined });
  const plain = (said = '') =>
    said
      .replace(/[\u00a0\u202f]/g, ' ')
      .replace(/’/g, "'")
      .replace(/\*/g, '');
  return { said: plain(reckoned?.told.said), asks: reckoned?.told.missing?.fact };
}
