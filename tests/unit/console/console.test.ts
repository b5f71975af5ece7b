import { PassThrough } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import { createConsolePlatform } from '../../../adapters/console/console.ts';
import { renderMarkdown } from '../../../adapters/console/markdown.ts';
import type { Composed } from '../../../scripts/compose.ts';
import { createDesk } from '../../../src/desk/create-desk.ts';
import { explainRetrieval } from '../../../src/retrieval/explain.ts';
import { composeReal, plain } from '../../fixtures/composed.ts';

let parts: Composed;
beforeAll(async () => {
  parts = await composeReal();
});

/** Plays the lines to the end and returns all that the terminal showed. */
async function play(lines: readonly string[]): Promise<string> {
  const input = new PassThrough();
  const output = new PassThrough();
  const shown: Buffer[] = [];
  output.on('data', (chunk: Buffer) => shown.push(chunk));
  const { assistant, memory } = parts;
  const { respond } = assistant;
  const { addFeedback, exchanged, forget } = memory;
  const report = (error: unknown) => {
    throw error;
  };
  const platform = createConsolePlatform({
    desk: createDesk({
      conversing: { respond, addFeedback, exchanged, forget },
      report,
      now: () => new Date(),
    }),
    explain: async (text) => explainRetrieval(await assistant.explain(text)),
    input,
    output,
  });
  await platform.start();
  input.end(`${lines.join('\n')}\n`);
  await platform.stop();
  return Buffer.concat(shown).toString('utf8');
}

describe('the terminal chat', () => {
  it('answers, changes register, explains, notes feedback and forgets', async () => {
    const before = parts.memory.feedback().length;
    const shown = await play([
      'De quelle date part le délai de paiement ?',
      ':acheteur',
      ':plus',
      ':explain',
      ':non trop long',
      ':oublie',
      ':quitter',
    ]);
    expect(shown).toContain('Pour l’acheteur');
    expect(shown).toMatch(/1\. delai-de-paiement \d\.\d\d = mots : rang 1/);
    expect(parts.memory.feedback().slice(before)).toMatchObject([{ useful: false, why: 'trop long' }]);
    expect(shown).toContain('Cette conversation est effacée.');
  });

  it('takes a number for a suggestion, an unknown command for a call for help, and the end of input for a leave', async () => {
    const shown = await play(['bonjour', '1', ':nimporte']);
    expect(shown).toContain('1. J’ai un devis de 30\u202f000\u00a0€, je peux signer\u202f?');
    expect(shown).toContain('60\u202f000\u00a0€\u00a0HT');
    expect(shown).toContain(':explain');
  });
});

describe('what is asked back in the terminal', () => {
  it('is numbered, once, and answered by its number', async () => {
    const shown = plain(await play(['j’ai envoyé les lettres de rejet hier, quand je signe ?', '3']));
    expect(shown.match(/un appel d'offres ouvert/g)).toHaveLength(1);
    expect(shown).toContain('3. Je ne sais pas');
    expect(shown).toContain('Cela dépend de ce que vous ne savez pas encore');
  });
});

describe('Markdown in the terminal', () => {
  it('folds at plain spaces only and keeps a number with its unit', () => {
    const rows = renderMarkdown(`${'mot '.repeat(21)}60\u202f000\u00a0€ fin`, false).split('\n');
    expect(rows.every((row) => row.length <= 88)).toBe(true);
    expect(rows.join(' ')).toContain('60\u202f000\u00a0€ fin');
  });

  it('shows bold as escape codes only where there are colours', () => {
    expect(renderMarkdown('**gras**', true)).toBe('\u001b[1mgras\u001b[22m');
    expect(renderMarkdown('**gras**', false)).toBe('gras');
  });
});
