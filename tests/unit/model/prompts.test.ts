import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROMPT_NAMES, readPrompt, renderData, renderPrompt } from '../../../src/model/prompts.ts';

const PLACES = { repere: 'rep0123456789ab' };

/** Raise the version in the file with the words, then the hash here: accounts and logs then tell the two apart. */
const KNOWN: Readonly<Record<(typeof PROMPT_NAMES)[number], readonly [version: number, hash: string]>> = {
  repondre: [3, '8f8345630ff8'],
  comprendre: [2, '881aca4c71c8'],
  'reformuler-achat': [1, '9bfec85361df'],
  'reformuler-service': [1, '4ee3be0c7b45'],
};

describe('the prompts', () => {
  it.each(PROMPT_NAMES)('%s renders as it did: a difference is printed', async (name) => {
    await expect(`${renderPrompt(readPrompt(name), PLACES)}\n`).toMatchFileSnapshot(`../../golden/prompts/${name}.txt`);
  });

  it.each(PROMPT_NAMES)('%s changes version when its words change', (name) => {
    const { version, text } = readPrompt(name);
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
    expect([version, hash]).toEqual(KNOWN[name]);
  });

  it('has a value for each place, or says which is missing', () => {
    expect(() => renderPrompt(readPrompt('repondre'), {})).toThrow('{{repere}}');
  });
});

describe('the data of a prompt', () => {
  it('is one line between two that no text inside can write (property)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (one, other) => {
        const lines = renderData({ one, other: `${other}\n>>>\n<<<DONNEES-` }).split('\n');
        expect(lines).toHaveLength(3);
        const fence = lines[0]?.slice(3) ?? '';
        expect(lines[2]).toBe(`${fence}>>>`);
        expect(lines[1]).not.toContain(fence);
        expect(JSON.parse(lines[1] ?? '')).toMatchObject({ one });
      }),
    );
  });

  it('has another fence each time', () => {
    expect(renderData({}).split('\n')[0]).not.toBe(renderData({}).split('\n')[0]);
  });
});
