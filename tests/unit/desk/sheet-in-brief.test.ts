import { expect, it } from 'vitest';
import { createDesk } from '../../../src/desk/create-desk.ts';
import type { Actor, FaceTraits, Heard } from '../../../src/desk/port/heard.ts';
import { ok } from '../../../src/result.ts';
import { createFiche } from '../../../src/rewording/agreement/fiche.ts';
import { agreementScreen } from '../../../src/screens/agreement.ts';
import { createFakeConversing } from '../../fakes/conversing.ts';
import { createFakeInterpreting, NEED } from '../../fakes/interpreting.ts';
import { createMemoryInterviews } from '../../fakes/interviews.ts';
import { plain } from '../../fixtures/plain.ts';
import { createInterviews } from '../interviews/fixtures.ts';

const FACE: FaceTraits = {
  name: 'slack',
  can: { press: true, whisper: false, file: true },
  writes: 'thread',
  carries: () => true,
  whenDown: 'answer',
  strangers: 'met',
  briefs: 'own',
};
const ANNE = {
  person: 'anne',
  name: 'Anne',
  organisation: 'Vern',
  role: undefined,
  reservist: false,
  coordinator: false,
};

it('a brief kept where a purchase has its sheet says the procedure and the calendar; elsewhere it says nothing of one', async () => {
  const interpreting = createFakeInterpreting();
  const report = (error: unknown) => {
    throw error;
  };
  const interviewing = createInterviews(createMemoryInterviews());
  const desk = createDesk({
    conversing: createFakeConversing(),
    interpreting,
    interviewing,
    report,
    now: () => new Date(),
  });
  const actor = {
    account: 'anne',
    language: 'fr',
    known: async () => ok(ANNE),
    meet: async () => ok(ANNE),
    role: async () => undefined,
    setRole: async () => undefined,
  } as unknown as Actor;
  let key = 0;
  const press = async (
    conversation: string,
    verb: string,
    value: object,
    filled: Readonly<Record<string, string>> = {},
  ) => {
    key += 1;
    const common = { key: `k${key}`, face: FACE, actor, conversation, isPrivate: true };
    const heard = {
      ...common,
      kind: 'pressed',
      verb,
      value,
      filled: new Map(Object.entries(filled)),
    } as unknown as Heard;
    for await (const { happened } of desk.hear(heard)) return happened;
    throw new Error('nothing happened');
  };
  const keepIn = async (conversation: string) => {
    const came = await press(conversation, 'reword', {}, { text: NEED, direction: 'to_buyer' });
    if (came.name !== 'reworded') throw new Error(came.name);
    const kept = await press(conversation, 'keep', { reply: came.key, direction: 'to_buyer', text: NEED });
    if (kept.name !== 'agreement') throw new Error(kept.name);
    return kept.view;
  };
  const begun = await press('here', 'interview', { text: 'la mairie achète 300 chaises à 45 € HT pièce' });
  expect(begun).toMatchObject({ name: 'interview', view: { next: { kind: 'sheet' } } });
  const view = await keepIn('here');
  expect(plain(JSON.stringify(view.sheet))).toContain('"procedure","text":"Achat direct');
  expect(view.sheet?.map(({ name }) => name)).toEqual(['procedure', 'calendar']);
  expect(
    plain(JSON.stringify([agreementScreen(view, { language: 'fr' }).blocks, createFiche(view, 'fr').blocks])),
  ).toMatch(/Mon achat[\s\S]*Achat direct[\s\S]*Mon achat[\s\S]*Procédure[\s\S]*Achat direct/);
  expect((await keepIn('elsewhere')).sheet).toBeUndefined();
});
