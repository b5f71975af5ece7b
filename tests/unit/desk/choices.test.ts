import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/answering/port/outcome.ts';
import { createDesk } from '../../../src/desk/create-desk.ts';
import type { Actor, FaceTraits, Heard } from '../../../src/desk/port/heard.ts';
import type { Shown } from '../../../src/desk/port/shown.ts';
import { ok } from '../../../src/result.ts';
import type { Screen } from '../../../src/screens/screen.ts';
import { answerWith, createFakeConversing } from '../../fakes/conversing.ts';
import { plain } from '../../fixtures/plain.ts';

const { sources } = answerWith({});
const DOUBT: Outcome = {
  kind: 'clarification',
  reason: 'doubt',
  question: 'Laquelle ?',
  choices: [
    { question: 'Faut-il publier ?', answer: 'Cela dépend.', fiche: 'a' },
    { question: 'Où publier ?', answer: 'Au BOAMP.', fiche: 'b' },
  ],
  sources,
  confidence: 0.3,
};
const FACT: Outcome = {
  kind: 'clarification',
  reason: 'fact',
  question: 'Qui achète ?',
  choices: [
    { label: 'Une commune', text: 'Une commune' },
    { label: 'Je ne sais pas', text: 'Je ne sais pas' },
  ],
  sources,
  confidence: 0.3,
};
const SHORT = {
  near: 'Quel seuil ?',
  others: [
    { question: 'Faut-il publier ?', answer: 'Cela dépend.' },
    { question: 'Où publier ?', answer: 'Au BOAMP.' },
  ],
  answer: 'Sous 60 000 € HT.',
  but: undefined,
  next: undefined,
};
const NEAR = answerWith({ short: { prescriber: SHORT, buyer: SHORT } });
const FACE: FaceTraits = {
  name: 'web',
  can: { press: true, whisper: false, file: true },
  writes: 'box',
  carries: () => true,
  whenDown: 'answer',
  strangers: 'met',
  briefs: 'own',
};
const ACTOR: Actor = {
  account: 'a',
  language: 'fr',
  known: async () => ok(undefined),
  meet: async () => ({ ok: false, error: { kind: 'store_down' } }),
  role: async () => undefined,
  setRole: async () => undefined,
};

function sit(outcome: Outcome) {
  const conversing = createFakeConversing(outcome);
  const report = (error: unknown) => {
    throw error;
  };
  const desk = createDesk({ conversing, report, now: () => new Date('2026-11-28T10:00:00Z') });
  let count = 0;
  const say = async (text: string, more: Partial<Extract<Heard, { kind: 'said' }>> = {}) => {
    count += 1;
    const key = more.key ?? `k${count}`;
    const common = { key, face: FACE, actor: ACTOR, conversation: 'c', isPrivate: true } as const;
    const came: Shown[] = [];
    for await (const one of desk.hear({ ...common, kind: 'said', message: `m${count}`, text, ...more })) came.push(one);
    return came;
  };
  return { conversing, say };
}

function mustHave<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('nothing was shown');
  return value;
}

const pressable = ({ acts, blocks }: Screen): readonly unknown[] => [
  ...acts.filter(({ verb }) => verb === 'say'),
  ...blocks.flatMap((block) => (block.kind === 'rows' ? block.rows.flatMap(({ act }) => act ?? []) : [])),
];

describe.each([
  ['doubt', DOUBT, 'Faut-il publier ?'],
  ['a fact', FACT, 'Je ne sais pas'],
  ['an answer that may be to another question', NEAR, 'Où publier ?'],
] as const)('choices of %s', (_, outcome, choice) => {
  it('are gone from what offered them once one is made, which says which', async () => {
    const { say, conversing } = sit(outcome);
    const [offer] = await say('publier ?');
    expect(pressable(mustHave(offer).screen)).toHaveLength(2);
    const [closed, answered] = await say(choice, { under: 'm1' });
    expect(closed).toMatchObject({ instead: true, happened: { name: 'chosen', again: false } });
    expect(pressable(mustHave(closed).screen)).toEqual([]);
    expect(plain(mustHave(closed).screen.said)).toContain(plain(`Vous avez choisi : « ${choice} »`));
    expect(answered?.happened.name).toBe('answer');
    expect(conversing.heard.map(({ text }) => text)).toEqual(['publier ?', choice]);
  });

  it('made again, say what was done, and ask nothing again', async () => {
    const { say, conversing } = sit(outcome);
    await say('publier ?');
    await say(choice, { under: 'm1' });
    const came = await say(choice, { under: 'm1' });
    expect(came.map(({ happened, instead }) => [happened.name, instead])).toEqual([['chosen', false]]);
    expect(plain(mustHave(came[0]).screen.said)).toContain("Vous l'avez déjà dit");
    expect(conversing.heard).toHaveLength(2);
  });

  it('the same event, tried again after a fault, is answered', async () => {
    const { say, conversing } = sit(outcome);
    await say('publier ?');
    await say(choice, { under: 'm1', key: 'same' });
    await say(choice, { under: 'm1', key: 'same' });
    expect(conversing.heard).toHaveLength(3);
  });
});
