import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText, shorten } from '../../../adapters/slack/blocks/clean.ts';
import { quoteText, richText } from '../../../adapters/slack/blocks/markdown.ts';
import { fallback } from '../../../adapters/slack/blocks/message.ts';
import { escapeMrkdwn, linkMrkdwn } from '../../../adapters/slack/blocks/mrkdwn.ts';
import { type Press, readPress } from '../../../adapters/slack/inbound/read-press.ts';
import { packValue, readButton } from '../../../adapters/slack/values.ts';
import { wireOf } from '../../../adapters/slack/wire.ts';
import { cleanText } from '../../../src/french/clean.ts';
import { plainMarkdown } from '../../../src/french/plain-markdown.ts';
import type { Act } from '../../../src/screens/screen.ts';
import { text } from './examples.ts';

const saidBy = (blocks: readonly unknown[]): string => {
  const parts: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('text' in value && typeof value.text === 'string') parts.push(value.text);
    for (const inner of Object.values(value)) walk(inner);
  };
  walk(blocks);
  return parts.join('');
};

describe('cutting', () => {
  it('loses nothing, exceeds nothing and splits no surrogate pair', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 8, max: 500 }), (words, limit) => {
        const pieces = cutText(words, limit);
        expect(pieces.join('')).toBe(words);
        for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(limit);
        const clean = words.replace(/\p{Cs}/gu, '');
        for (const piece of cutText(clean, limit)) expect(piece).not.toMatch(/\p{Cs}/u);
      }),
    );
  });

  it('shortens to the limit and says so', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 8, max: 200 }), (words, limit) => {
        const short = shorten(words, limit);
        expect(short.length).toBeLessThanOrEqual(limit);
        if (words.length > limit) expect(short.endsWith('…')).toBe(true);
        else expect(short).toBe(words);
      }),
    );
  });
});

describe('people’s words', () => {
  it('are quoted whole, whatever their length', () => {
    fc.assert(
      fc.property(text, (words) => {
        expect(saidBy(quoteText(words)).trim()).toBe(cleanText(words).trim() || '…');
      }),
    );
  });

  it('mention nobody, link nowhere and format nothing in mrkdwn', () => {
    fc.assert(
      fc.property(text, (words) => {
        const said = escapeMrkdwn(words);
        expect(said).not.toMatch(/[<>]|@\S(?<!@\u2060)/);
        expect(said.replace(/&(?:amp|lt|gt);/g, '')).not.toContain('&');
        expect(said).not.toMatch(/[*_~`](?!\u2060)/);
      }),
    );
    expect(escapeMrkdwn('<!channel> & <@U1>')).toBe('&lt;!channel&gt; &amp; &lt;@\u2060U1&gt;');
  });

  it('stay words in rich text: only https links of ours are links', () => {
    const blocks = JSON.stringify(
      richText('[a](https://ok.example) [b](javascript:x) <@U1> ![i](https://x.example/i.png)'),
    );
    expect(blocks).toContain('"type":"link"');
    expect(blocks.match(/"type":"link"/g)).toHaveLength(1);
    expect(blocks).not.toContain('"type":"user"');
    expect(linkMrkdwn('R. 2122-8|x', 'https://l.example/?a=1&b=2')).toBe(
      '<https://l.example/?a=1&amp;b=2|R. 2122-8❘x>',
    );
    expect(linkMrkdwn('x', 'javascript:alert(1)')).toBe('x');
  });
});

describe('Markdown', () => {
  it('keeps its emphasis, lists, quotations and blank lines', () => {
    expect(richText('**Un** et *deux*\n\nSuite\n\n- a\n- b\n\n> cité')).toEqual([
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: 'Un', style: { bold: true } },
              { type: 'text', text: ' et ' },
              { type: 'text', text: 'deux', style: { italic: true } },
              { type: 'text', text: '\n' },
            ],
          },
          { type: 'rich_text_section', elements: [{ type: 'text', text: 'Suite' }] },
          {
            type: 'rich_text_list',
            style: 'bullet',
            elements: [
              { type: 'rich_text_section', elements: [{ type: 'text', text: 'a' }] },
              { type: 'rich_text_section', elements: [{ type: 'text', text: 'b' }] },
            ],
          },
          { type: 'rich_text_quote', elements: [{ type: 'text', text: 'cité' }] },
        ],
      },
    ]);
    expect(plainMarkdown('**Un** et *deux*\n\n- a\n- b')).toBe('Un et deux\n\n- a\n- b');
  });

  it('is said whole in as many blocks as it takes', () => {
    const words = Array.from({ length: 1_500 }, (_, index) => `mot${index}`).join(' ');
    const blocks = richText(`- ${words}\n- fin`);
    expect(blocks.length).toBeGreaterThan(2);
    expect(saidBy(blocks)).toBe(`${words}fin`);
  });
});

it('the words beside the blocks are never empty nor too long', () => {
  fc.assert(
    fc.property(text, (words) => {
      const said = fallback(words);
      expect(said.length).toBeGreaterThan(0);
      expect(said.length).toBeLessThanOrEqual(3_000);
    }),
  );
});

describe('what a button carries', () => {
  it('fits whatever the question, and comes back', () => {
    fc.assert(
      fc.property(text, (question) => {
        const packed = packValue({ m: 'id', c: 'T1:D1', r: 'buyer', f: 1, q: question }, 'q');
        expect(packed.length).toBeLessThanOrEqual(2_000);
        expect(readButton(packed)).toMatchObject({ m: 'id', c: 'T1:D1', r: 'buyer', f: 1 });
      }),
    );
  });

  it('that is no value of ours is none', () => {
    for (const value of ['', '{', '[]', '"x"', 'not json', undefined]) expect(readButton(value)).toEqual({});
    for (const value of ['', '{', '[]']) expect(readPress('answer_more', value)).toBeUndefined();
    expect(readPress('constructor', '{}')).toBeUndefined();
  });

  it('is what is pressed, for each button there is', () => {
    const answer = { reply: 'm', role: 'buyer', full: true, question: 'q', conversation: 'T1:D1' } as const;
    const reworded = { reply: 'm', direction: 'to_prescriber', text: 'un besoin' } as const;
    const acts = ['accept', 'decline', 'answer', 'give_back', 'pass_to', 'open_identity'] as const;
    const others = ['close', 'reopen', 'withdraw', 'propose_fiche'] as const;
    const presses: readonly Press[] = [
      { verb: 'say', value: { text: 'a', on: 'q1', conversation: 'T1:D1' } },
      { verb: 'question', value: { text: 'a', conversation: 'T1:D1' } },
      { verb: 'begin_training', value: { text: 'modules', conversation: 'T1:D1' } },
      { verb: 'register', value: answer },
      { verb: 'more', value: answer },
      { verb: 'share', value: answer },
      { verb: 'human', value: answer },
      { verb: 'human', value: {} },
      { verb: 'feedback', value: { reply: 'm', useful: false } },
      { verb: 'reword', value: {} },
      { verb: 'complete', value: reworded },
      { verb: 'keep', value: reworded },
      { verb: 'brief_file', value: reworded },
      { verb: 'agree', value: { agreement: 'a', side: 'buyer' } },
      { verb: 'correct', value: { agreement: 'a' } },
      { verb: 'agreement_file', value: { agreement: 'a' } },
      { verb: 'later', value: { case: 'k' } },
      { verb: 'open', value: { case: 'k' } },
      { verb: 'to_case', value: { case: 'k', text: 'le constat' } },
      { verb: 'availability', value: { confirm: 'jeudi matin' } },
      { verb: 'availability', value: {} },
      { verb: 'role', value: { role: 'buyer' } },
      { verb: 'my_data', value: {} },
      { verb: 'forget_me', value: {} },
      { verb: 'act', value: { case: 'k', act: 'rate', useful: false } },
      ...[...acts, ...others].map((act) => ({ verb: 'act', value: { case: 'k', act } }) as const),
    ];
    for (const press of presses) {
      const wire = wireOf({ ...press, label: 'x', look: 'plain' } as Act);
      const { verb, value } = readPress(wire?.id ?? '', wire?.value ?? '') ?? {};
      expect([verb, JSON.parse(JSON.stringify(value ?? null))]).toEqual([press.verb, press.value]);
    }
  });
});
