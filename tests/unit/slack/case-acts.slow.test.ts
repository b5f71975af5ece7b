import { expect, it } from 'vitest';
import { asText } from '../../fakes/slack-server/json.ts';
import type { Message, User } from '../../fakes/slack-server/types.ts';
import { elementsOf } from '../../fakes/slack-server/validate/across.ts';
import { mustBe, PEOPLE, RESERVISTS } from '../../fixtures/network.ts';
import { plain } from '../../fixtures/plain.ts';
import { openSlackTown } from '../../fixtures/slack-town.ts';

const buttonsOf = ({ blocks = [] }: Message) =>
  [...elementsOf(blocks)].map(({ element }) => asText(element['action_id']));
const has = (action: string) => (message: Message) => buttonsOf(message).includes(action);
const wordsOf = ({ text, blocks }: Message) => plain(`${text} ${JSON.stringify(blocks)}`);

/** A case on offer to Paul, asked by Claire. */
async function openOffer() {
  const town = await openSlackTown();
  const { slack, claire, paul, net, store } = town;
  await slack.dm(claire, 'Une entreprise a 40 jours de retard : que faire ?');
  await slack.click(await slack.nextMessage(claire, has('ask_reservist')), 'ask_reservist');
  // Known to the network by his e-mail alone, he comes to be known here.
  const bob = mustBe(await store.reserve.person('bob'));
  if (bob !== undefined) mustBe(await store.reserve.savePerson({ ...bob, address: undefined }));
  await slack.openHome(paul);
  await slack.nextHome(paul);
  await slack.submitView(await slack.nextView(claire), {});
  const settle = async () => {
    await expect.poll(async () => mustBe(await store.inbound.underWay())).toBe(0);
    await net.turn();
  };
  await settle();
  const offer = await slack.nextMessage(paul, has('offer_accept'));
  const root = await slack.nextMessage(claire, has('case_withdraw'));
  const people = mustBe(await store.reserve.people());
  const asked = people.find(({ email }) => email === claire.email)?.id ?? '';
  const [row] = mustBe(await net.helping.mine(asked));
  const state = async () => mustBe(await net.cases.read(row?.id ?? ''));
  /** Clicks on a card as it is now. */
  const act = async (card: Message, action: string, user?: User) => {
    await slack.click(card, action, user === undefined ? {} : { user });
    await settle();
  };
  return { ...town, settle, offer, root, state, act };
}

async function openTaken() {
  const open = await openOffer();
  await open.act(open.offer, 'offer_accept');
  expect((await open.state()).status).toBe('accepted');
  return open;
}

it('an offer put off stays, declined it is over for its reader, on its own card', async () => {
  const { slack, paul, offer, act, state } = await openOffer();
  await act(offer, 'offer_later');
  expect((await slack.nextMessage(paul)).threadTs).toBe(offer.ts);
  expect((await state()).offers).toHaveLength(1);
  await act(offer, 'offer_decline');
  const card = await slack.nextUpdate(paul);
  expect(card.ts).toBe(offer.ts);
  expect(buttonsOf(card)).toEqual([]);
  expect((await state()).offers).toEqual([]);
});

it('an offer that is over meanwhile says so in its place, and is not taken', async () => {
  const { slack, paul, claire, offer, root, act, state } = await openOffer();
  await slack.click(root, 'case_withdraw', { user: claire });
  await slack.nextUpdate(claire);
  await act(offer, 'offer_accept');
  expect(buttonsOf(await slack.nextUpdate(paul))).toEqual([]);
  expect((await state()).status).toBe('withdrawn');
});

it('a case is given back in one click, and looks for someone else', async () => {
  const { offer, act, state } = await openTaken();
  await act(offer, 'case_give_back');
  expect((await state()).status).not.toBe('accepted');
});

it('a case is passed to whom the form names; nobody by that name is said under the field', async () => {
  const { slack, paul, store, offer, settle, state } = await openTaken();
  const carl = RESERVISTS.find(({ id }) => id === 'r-carl');
  if (carl !== undefined) mustBe(await store.reserve.saveReservist(carl));
  await slack.click(offer, 'case_pass_to');
  const form = await slack.nextView(paul);
  const refused = await slack.submitView(form, { reservist: 'Personne Inconnue' });
  expect(refused.result).toMatchObject({ kind: 'errors', errors: { reservist: expect.any(String) } });
  const name = PEOPLE.find(({ id }) => id === 'carl')?.name ?? '';
  expect((await slack.submitView(form, { reservist: name })).result).toEqual({ kind: 'closed' });
  await settle();
  expect((await state()).offers.map(({ reservist }) => reservist)).toEqual(['r-carl']);
});

it('names open only once both have agreed', async () => {
  const { slack, paul, claire, offer, root, act, settle } = await openTaken();
  await act(offer, 'case_open_identity');
  expect(wordsOf(offer)).not.toContain('Claire Morel');
  await act(root, 'case_open_identity');
  expect(wordsOf(offer)).toContain('Claire Morel');
  expect(wordsOf(root)).toContain('Robert Le Goff');
  // From then on messages bear a name, and nothing says that they do not.
  for (const card of [offer, root]) expect(wordsOf(card)).not.toContain('sans votre nom');
  await slack.dm(paul, 'Mettez l’entreprise en demeure.', { threadTs: offer.ts });
  await settle();
  const told = await slack.nextMessage(claire, (message) => wordsOf(message).includes('en demeure'));
  expect(wordsOf(told)).toContain('Robert Le Goff');
});

it('a message passed on is answered in its thread by what was hidden in it, and by nothing when nothing was', async () => {
  const { slack, claire, root, settle } = await openTaken();
  await slack.dm(claire, 'Le marché est un marché de travaux.', { threadTs: root.ts });
  await settle();
  await slack.dm(claire, 'Appelez M. Brezhon au 06 12 34 56 78.', { threadTs: root.ts });
  await settle();
  const told = await slack.nextMessage(claire, (message) => wordsOf(message).includes('Masqué avant envoi'));
  expect(told.threadTs).toBe(root.ts);
  expect(plain(told.text ?? '')).toBe('Masqué avant envoi : un nom, un téléphone.');
});

it('a line typed beside the thread reaches the other side once its author has said so, and so does the next', async () => {
  const { slack, claire, net, settle, state, conversing } = await openTaken();
  const said = async () =>
    mustBe(await net.cases.history((await state()).id)).flatMap((event) =>
      event.kind === 'messaged' ? [event.text] : [],
    );
  await slack.dm(claire, 'Voici le constat.');
  const asked = await slack.nextMessage(claire, has('case_say_0'));
  expect(plain(asked.text ?? '')).toContain("n'est pas encore parti");
  expect(await said()).toEqual([]);
  await slack.click(asked, 'case_say_0');
  await settle();
  await slack.dm(claire, 'Et le courrier.');
  await settle();
  expect(await said()).toEqual(['Voici le constat.', 'Et le courrier.']);
  expect(conversing.heard.map(({ text }) => text)).not.toContain('Voici le constat.');
});

it('a line of a case keeps its words and loses its buttons once they are used, or once another bears them', async () => {
  const { slack, claire, paul, offer, root, act, settle } = await openTaken();
  await slack.dm(paul, 'J’ai répondu.', { threadTs: offer.ts });
  await settle();
  const answered = await slack.nextMessage(claire, (one) => one.threadTs === root.ts && has('case_close')(one));
  await act(answered, 'case_close');
  expect(buttonsOf(answered)).toEqual([]);
  expect(wordsOf(answered)).toContain('pense avoir répondu');
  const closed = await slack.nextMessage(claire, (one) => one.threadTs === root.ts && has('case_rate_useful')(one));
  // What is done on the card is done for the line too.
  await act(root, 'case_rate_useful');
  expect(buttonsOf(closed)).toEqual([]);
});

it('once closed it may be found of no use, reopened with a word of why, and proposed as a fiche', async () => {
  const { slack, claire, paul, net, offer, root, act, settle, state } = await openTaken();
  await slack.dm(paul, 'Mettez l’entreprise en demeure par écrit, avec un délai.', { threadTs: offer.ts });
  await settle();
  await act(offer, 'case_answered');
  await act(root, 'case_close');
  expect((await state()).status).toBe('closed');
  await act(root, 'case_rate_useless');
  expect(JSON.stringify(await net.cases.history((await state()).id))).toContain('"useful":false');

  await slack.click(offer, 'case_propose_fiche');
  const proposal = await slack.nextView(paul);
  expect(JSON.stringify(proposal.body)).toContain('Mettez l’entreprise en demeure');
  const sent = await slack.submitView(proposal, {
    question: 'Que faire si une entreprise a du retard ?',
    answer: 'La mettre en demeure par écrit, avec un délai.',
  });
  expect(sent.result).toEqual({ kind: 'closed' });

  await slack.click(root, 'case_reopen');
  const why = await slack.nextView(claire, ({ body }) => body['callback_id'] === 'case_reopen');
  const reopened = await slack.submitView(why, { why: 'L’entreprise a répondu.' });
  expect(reopened.result).toEqual({ kind: 'closed' });
  await settle();
  expect((await state()).status).not.toBe('closed');
});
