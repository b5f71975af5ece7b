import { describe, expect, it } from 'vitest';
import { createMemory } from '../../../src/answering/memory.ts';
import { answerWith, replyWith } from '../../fakes/conversing.ts';

const WHAT = { role: undefined, question: 'q', given: undefined, answer: undefined };

describe('createMemory', () => {
  it('still knows the last exchanges of a dialogue, one by one, for whoever goes on from one of them', () => {
    const memory = createMemory({ conversations: 2, lifetimeMs: 1000, now: () => 0 });
    const asked = Array.from({ length: 10 }, (_, index) => ({ ...WHAT, question: `q${index}` }));
    for (const [index, what] of asked.entries()) memory.remember('a', what, `m${index}`);
    expect(memory.recall('a')).toBe(asked[9]);
    expect(memory.recall('a', 'm4')).toBe(asked[4]);
    // Too long ago, or never answered: what stands now.
    expect(memory.recall('a', 'm0')).toBe(asked[9]);
    expect(memory.recall('a', 'elsewhere')).toBe(asked[9]);
    memory.forget('a');
    expect(memory.recall('a', 'm4')).toBeUndefined();
  });

  it('forgets the dialogue used longest ago when it is full', () => {
    const memory = createMemory({ conversations: 2, lifetimeMs: 1000, now: () => 0 });
    memory.remember('a', WHAT);
    memory.remember('b', WHAT);
    memory.recall('a');
    memory.remember('c', WHAT);
    expect(memory.recall('a')).toBe(WHAT);
    expect(memory.recall('b')).toBeUndefined();
    expect(memory.recall('c')).toBe(WHAT);
  });

  it('forgets what is too old, not a millisecond before', () => {
    let now = 0;
    const memory = createMemory({ conversations: 9, lifetimeMs: 1000, now: () => now });
    memory.remember('a', WHAT);
    now = 999;
    expect(memory.recall('a')).toBe(WHAT);
    now = 1000;
    expect(memory.recall('a')).toBeUndefined();
    now = 0;
    expect(memory.recall('a')).toBeUndefined();
  });

  it('holds no more than it may, whatever comes', () => {
    const memory = createMemory({ conversations: 10, lifetimeMs: 1000, now: () => 0 });
    for (let i = 0; i < 500; i++) {
      memory.remember(`c${i}`, WHAT);
      memory.addFeedback({ messageId: `m${i}`, useful: true, why: undefined });
    }
    const held = Array.from({ length: 500 }, (_, i) => `c${i}`).filter((id) => memory.recall(id) !== undefined);
    expect(held).toHaveLength(10);
    expect(memory.feedback()).toHaveLength(10);
    expect(memory.feedback().at(-1)?.messageId).toBe('m499');
  });

  it('shows the last exchanges again as long as it remembers the dialogue, and no longer', () => {
    let now = 0;
    const memory = createMemory({ conversations: 10, lifetimeMs: 1000, now: () => now });
    const said = (text: string) => ({ text, reply: replyWith(answerWith({})) });
    memory.keep('unknown', said('q'));
    expect(memory.exchanged('unknown')).toEqual([]);
    for (let at = 0; at < 10; at++) {
      memory.remember('a', WHAT, `m${at}`);
      memory.keep('a', said(`q${at}`));
    }
    expect(memory.exchanged('a').map(({ text }) => text)).toEqual(['q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8', 'q9']);
    now = 1000;
    expect(memory.exchanged('a')).toEqual([]);
  });

  it('forgets on request', () => {
    const memory = createMemory({ conversations: 10, lifetimeMs: 1000, now: () => 0 });
    memory.remember('a', WHAT);
    memory.remember('b', WHAT);
    memory.forget('a');
    expect(memory.recall('a')).toBeUndefined();
    expect(memory.recall('b')).toBe(WHAT);
  });
});
