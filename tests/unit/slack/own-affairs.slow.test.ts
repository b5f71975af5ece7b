import { expect, it } from 'vitest';
import { err } from '../../../src/result.ts';
import { catalogues } from '../../../src/text/catalogues.ts';
import { answerWith, createFakeConversing } from '../../fakes/conversing.ts';
import { createFakeInterpreting, NEED } from '../../fakes/interpreting.ts';
import { asList, asText } from '../../fakes/slack-server/json.ts';
import type { Message, View } from '../../fakes/slack-server/types.ts';
import { elementsOf } from '../../fakes/slack-server/validate/across.ts';
import { mustBe } from '../../fixtures/network.ts';
import { plain } from '../../fixtures/plain.ts';
import { openSlackTown, type SlackTown } from '../../fixtures/slack-town.ts';

const buttonsOf = ({ blocks = [] }: Message) =>
  [...elementsOf(blocks)].map(({ element }) => asText(element['action_id']));
const has = (action: string) => (message: Message) => buttonsOf(message).includes(action);
const called = (name: string) => (view: View) => view.body['callback_id'] === name;
const settled = ({ store }: Pick<SlackTown, 'store'>) =>
  expect.poll(async () => mustBe(await store.inbound.underWay())).toBe(0);

it('under an answer: the rest of it, what may be asked next, whether it was useful and why not', async () => {
  const conversing = createFakeConversing(
    answerWith({ suggestions: [{ label: 'Et pour les travaux ?', text: 'et pour les travaux ?' }] }),
  );
  const town = await openSlackTown({ conversing });
  const { slack, claire } = town;
  await slack.dm(claire, 'Quel seuil ?');
  const answer = await slack.nextMessage(claire);
  expect(JSON.stringify(answer.blocks)).not.toContain('Un piège');
  await slack.click(answer, 'answer_more');
  const whole = await slack.nextUpdate(claire);
  expect([whole.ts, JSON.stringify(whole.blocks)]).toEqual([answer.ts, expect.stringContaining('Un piège')]);
  await slack.click(answer, 'answer_feedback', { value: 'positive' });
  await slack.click(answer, 'answer_feedback', { value: 'negative' });
  const form = await slack.nextView(claire, called('feedback_reason'));
  const [reasons] = [...elementsOf(asList(form.body['blocks']))];
  const [first] = asList(reasons?.element['options']);
  await slack.submitView(form, { why: asText(first?.['value']), comment: 'Trop long' });
  await slack.react(claire, answer, '+1');
  await slack.react(claire, answer, 'tada');
  await settled(town);
  const ids = new Set(conversing.feedback.map(({ messageId }) => messageId));
  expect([...ids]).toEqual([conversing.heard[0]?.id]);
  const told = conversing.feedback.map(({ useful, why }) => [useful, why]);
  expect(told).toHaveLength(3);
  expect(told).toEqual(
    expect.arrayContaining([
      [true, undefined],
      [false, `${asText(first?.['value'])}: Trop long`],
    ]),
  );
  await slack.click(answer, 'ask_suggestion');
  const next = await slack.nextMessage(claire);
  expect(JSON.stringify(next.blocks)).toContain('et pour les travaux ?');
  expect(conversing.heard.map(({ text }) => text)).toEqual(['Quel seuil ?', 'et pour les travaux ?']);
});

it('an answer that a whole channel reads is changed for nobody by whoever wants its other version, who sees it alone', async () => {
  const town = await openSlackTown();
  const { slack, claire, paul, achats } = town;
  await slack.command(claire, achats, '/achat', 'canal public');
  await slack.nextEphemeral(claire, achats);
  const { message } = await slack.mention(claire, achats, 'Quel seuil ?');
  const answer = await slack.nextMessage(achats, ({ threadTs }) => threadTs === message.ts);
  await slack.click(answer, 'answer_register', { user: paul });
  const seen = await slack.nextEphemeral(paul, achats);
  expect(JSON.stringify(seen.blocks)).toContain('dispense sous');
  await slack.click(seen, 'answer_more');
  await settled(town);
  expect(JSON.stringify(answer.blocks)).toContain('Oui, sous');
  expect(slack.journal.of('update').filter(({ message: { ts } }) => ts === answer.ts)).toEqual([]);
});

it('nothing is said to be erased before the button is pressed', async () => {
  const { slack, paul, store } = await openSlackTown();
  await slack.dm(paul, 'oublie-moi');
  const asked = await slack.nextMessage(paul, has('home_forget'));
  expect(plain(asked.text)).toContain("Effacer toutes vos données ? C'est définitif.");
  expect(buttonsOf(asked)).toEqual(['home_forget', 'was_question']);
  expect(mustBe(await store.reserve.person('bob'))).toBeDefined();
});

it('Home: the role one has is what one is answered in, wherever one asks, and after a restart', async () => {
  const town = await openSlackTown();
  const { slack, claire, achats, conversing } = town;
  await slack.openHome(claire);
  await slack.select(await slack.nextHome(claire), 'home_role', 'buyer');
  await slack.nextHome(claire);
  await town.restart();
  await slack.dm(claire, 'Quel seuil ?');
  await slack.nextMessage(claire);
  await slack.command(claire, achats, '/achat', 'quel seuil pour des travaux ?');
  await slack.nextEphemeral(claire, achats);
  expect(conversing.heard.map(({ role }) => role)).toEqual(['buyer', 'buyer']);
});

it('Home: a need is told, help is asked for and hours are said in forms, each checked before it closes', async () => {
  const town = await openSlackTown();
  const { slack, claire, paul, net } = town;
  await slack.openHome(claire);
  const home = await slack.nextHome(claire);
  await slack.click(home, 'home_need');
  expect((await slack.submitView(await slack.nextView(claire, called('express_need')), { text: NEED })).result).toEqual(
    { kind: 'closed' },
  );
  await slack.nextMessage(claire, has('brief_complete'));
  await slack.click(home, 'home_ask');
  const asked = await slack.submitView(await slack.nextView(claire, called('ask_reservist')), {
    question: 'Une entreprise a 40 jours de retard : que faire ?',
  });
  expect(asked.result.kind).toBe('updated');
  const consent = slack.topView(claire);
  expect(consent?.body['callback_id']).toBe('consent');
  // The preview under other choices, before anything is sent.
  if (consent === undefined) return;
  await slack.click(consent, 'consent_refresh');
  await slack.nextView(claire, (view) => view.id === consent.id && view.body['callback_id'] === 'consent');

  const bob = mustBe(await town.store.reserve.person('bob'));
  if (bob !== undefined) mustBe(await town.store.reserve.savePerson({ ...bob, address: undefined }));
  await slack.openHome(paul);
  await slack.click(await slack.nextHome(paul), 'home_availability');
  const hours = await slack.nextView(paul, called('availability'));
  expect((await slack.submitView(hours, { availability: 'le prix du fer' })).result).toMatchObject({ kind: 'errors' });
  expect((await slack.submitView(hours, { availability: 'pause jusqu’au 15' })).result.kind).toBe('updated');
  const before = mustBe(await net.helping.desk('bob')).availability;
  await slack.click(await slack.nextMessage(paul, has('availability_confirm')), 'availability_confirm');
  await slack.nextUpdate(paul);
  expect(mustBe(await net.helping.desk('bob')).availability).not.toEqual(before);
});

it('one’s data come as a file, or as words where files are refused', async () => {
  const town = await openSlackTown();
  const { slack, claire, store } = town;
  await slack.dm(claire, 'Une entreprise a 40 jours de retard : que faire ?');
  await slack.click(await slack.nextMessage(claire), 'ask_reservist');
  await slack.submitView(await slack.nextView(claire), {});
  await town.net.turn();
  await slack.dm(claire, 'Peux-tu me donner mes données ?');
  const offered = await slack.nextMessage(claire, has('home_export'));
  await slack.click(offered, 'home_export');
  const [file] = (await slack.nextMessage(claire, ({ files }) => files.length > 0)).files;
  const own = mustBe(await store.reserve.people()).find(({ email }) => email === claire.email);
  expect(file?.bytes.toString()).toContain(own?.name);
  slack.mischiefs.next('files.getUploadURLExternal', { kind: 'error', error: 'missing_scope' });
  await slack.dm(claire, 'mes données');
  await slack.click(await slack.nextMessage(claire, has('home_export')), 'home_export');
  const inline = await slack.nextMessage(claire, ({ text }) => text.includes('40 jours'));
  expect(inline.files).toEqual([]);
});

it('a brief is corrected in its form by one side, and shown again to both as it stands', async () => {
  const town = await openSlackTown();
  const { slack, claire, achats } = town;
  await slack.command(claire, achats, '/achat', `reformuler ${NEED}`);
  const reworded = await slack.nextEphemeral(claire, achats, has('brief_share'));
  await slack.click(reworded, 'brief_docx');
  expect((await slack.nextMessage(achats, ({ files }) => files.length > 0)).files[0]?.name).toMatch(/\.docx$/);
  await slack.click(reworded, 'brief_share');
  await slack.submitView(await slack.nextView(claire, called('brief_share')), { where: achats.id, side: 'prescriber' });
  const card = await slack.nextMessage(achats, has('agreement_correct'));
  await slack.click(card, 'agreement_correct', { user: claire });
  const form = await slack.nextView(claire, called('agreement_correct'));
  const otherSide = await slack.submitView(form, { side: 'buyer', 'slot-0-deadline': 'avant le 1er mars' });
  expect(otherSide.result).toMatchObject({
    kind: 'errors',
    errors: { side: expect.stringMatching(/vous agissez pour le service/) },
  });
  expect((await slack.submitView(form, { side: 'prescriber', 'slot-0-deadline': 'avant le 1er mars' })).result).toEqual(
    {
      kind: 'closed',
    },
  );
  const shown = await slack.nextUpdate(achats);
  expect([shown.ts, plain(JSON.stringify(shown.blocks))]).toEqual([
    card.ts,
    expect.stringContaining('avant le 1er mars'),
  ]);
  // The same hand on both buttons signs once.
  await slack.click(shown, 'agreement_accept_prescriber', { user: claire });
  await slack.nextUpdate(achats);
  await slack.click(shown, 'agreement_accept_buyer', { user: claire });
  const told = await slack.nextEphemeral(claire, achats, ({ text }) => /des deux côtés/.test(text));
  expect(told.text).toContain('vous agissez pour le service');
});

it('where suggestions are shown in the pane, they are those of one’s role, at most four', async () => {
  const { slack, claire, achats } = await openSlackTown();
  const promptsOf = async () => {
    await slack.openAssistant(claire, achats);
    await slack.nextMessage(claire);
    const { prompts } = (await slack.nextAssistant(claire, 'prompts')).body;
    return asList(prompts).map((prompt) => prompt['message']);
  };
  const prescriber = await promptsOf();
  await slack.openHome(claire);
  await slack.select(await slack.nextHome(claire), 'home_role', 'buyer');
  await slack.nextHome(claire);
  const buyer = await promptsOf();
  for (const prompts of [prescriber, buyer]) {
    expect(prompts.length).toBeGreaterThan(1);
    expect(prompts.length).toBeLessThanOrEqual(4);
  }
  expect(buyer).not.toEqual(prescriber);
});

it('whoever opens their messages with the app is welcomed once, and shown what their role may ask each time', async () => {
  const town = await openSlackTown();
  const { slack, vern, claire } = town;
  await slack.openHome(claire, 'messages');
  expect(plain((await slack.nextMessage(claire)).text)).toContain('Posez votre question');
  const first = await slack.nextAssistant(claire, 'prompts');
  expect(asList(first.body['prompts'])).toHaveLength(4);
  expect(first.threadTs).toBe('');
  await slack.sendEvent(vern, { type: 'app_context_changed', user: claire.id, context: { entities: [] } });
  await slack.openHome(claire, 'messages');
  await slack.nextAssistant(claire, 'prompts');
  await settled(town);
  expect(slack.journal.of('message').filter(({ via }) => via !== 'person')).toHaveLength(1);
});

it('a text whose reading was stopped is told of, and comes back with the answer', async () => {
  const { slack, claire, achats } = await openSlackTown({
    interpreting: { ...createFakeInterpreting(), reword: async () => err({ kind: 'too_slow', limitMs: 1 }) },
  });
  await slack.command(claire, achats, '/achat', `reformuler ${NEED}`);
  const told = await slack.nextEphemeral(claire, achats);
  const words = plain(`${told.text} ${JSON.stringify(told.blocks)}`);
  expect(words).toContain(plain(catalogues.fr.rewording.fault.tooSlow));
  expect(words).toContain(plain(NEED));
});
