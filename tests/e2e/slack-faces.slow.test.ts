import { afterEach, describe, expect, it } from 'vitest';
import { asJson, asList, asText } from '../fakes/slack-server/json.ts';
import type { Message, View } from '../fakes/slack-server/types.ts';
import { elementsOf } from '../fakes/slack-server/validate/across.ts';
import { openSlackLife, type SlackLife } from './slack-life.ts';

/** The whole product in a process of its own, told where Slack is by its environment, over a strict Slack of our own. */
const STORY = { timeout: 240_000 };
const NEED = 'Il nous faudrait une quinzaine de portables Dell, c’est urgent';
const QUESTION =
  'Madame Corinne Dupont, de la mairie de Vern, demande : à partir de quel montant publier un avis au BOAMP pour des fournitures ?';

let life: SlackLife | undefined;
afterEach(async () => {
  await life?.stop();
});
async function begin(mode: 'http' | 'socket'): Promise<SlackLife> {
  life = await openSlackLife(mode);
  return life;
}

const buttons = (shown: Message | View): string[] =>
  [...elementsOf('ts' in shown ? (shown.blocks ?? []) : asList(shown.body['blocks']))].map(({ element }) =>
    asText(element['action_id']),
  );
const has = (action: string) => (shown: Message | View) => buttons(shown).includes(action);
/** French typography apart. */
const read = ({ text }: Message) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const says = (words: string) => (message: Message) => read(message).includes(words);

describe.each(['http', 'socket'] as const)('a town hall asks over %s', (mode) => {
  it('and is answered: Home, assistant, direct message, mention in private then shared', STORY, async () => {
    const town = await begin(mode);
    const { slack, claire, rachel, achats } = town;

    await slack.openHome(claire);
    expect(buttons(await slack.nextHome(claire))).toEqual(
      expect.arrayContaining(['home_role', 'home_need', 'home_ask']),
    );

    const pane = await slack.openAssistant(claire, achats);
    expect((await slack.nextMessage(claire)).threadTs).toBe(pane.threadTs);
    const { prompts } = (await slack.nextAssistant(claire, 'prompts')).body;
    expect(asList(prompts).length).toBeGreaterThan(1);
    await slack.dm(claire, 'Quel est le délai de paiement d’une commune ?', { threadTs: pane.threadTs });
    const inPane = await slack.nextMessage(claire, says('30 jours'));
    expect(inPane.threadTs).toBe(pane.threadTs);
    expect((await slack.nextAssistant(claire, 'status')).threadTs).toBe(pane.threadTs);
    expect((await slack.nextAssistant(claire, 'title')).threadTs).toBe(pane.threadTs);

    const said = await slack.dm(claire, 'Quel est le seuil des procédures formalisées pour une commune ?');
    const answer = await slack.nextMessage(claire);
    expect(read(answer)).toContain('216 000 € HT');
    await slack.click(answer, 'answer_register');
    const other = await slack.nextUpdate(claire);
    expect(other.ts).toBe(answer.ts);
    await slack.click(other, 'answer_feedback', { value: 'negative' });
    const why = await slack.nextView(claire);
    expect(why.body['callback_id']).toBe('feedback_reason');
    const [reason] = [...elementsOf(asList(why.body['blocks']))];
    const [first] = asList(reason?.element['options']);
    const thanked = await slack.submitView(why, { [asText(reason?.element['action_id'])]: asText(first?.['value']) });
    expect(thanked.result.kind).toBe('updated');

    await slack.edit(said.message, 'Quel est le délai de paiement d’un hôpital ?');
    expect(read(await slack.nextUpdate(claire))).toContain('50 jours');
    await slack.deleteMessage(said.message);
    expect((await slack.nextDelete(claire)).ts).toBe(answer.ts);

    const { message } = await slack.mention(
      rachel,
      achats,
      'Quel est le seuil des procédures formalisées pour une commune ?',
    );
    const whispered = await slack.nextEphemeral(rachel, achats);
    expect(read(whispered)).toContain('216 000 € HT');
    await slack.click(whispered, 'answer_share');
    expect((await slack.nextMessage(achats, says('216 000 € HT'))).threadTs).toBe(message.ts);
    await nothingRefused(town);
  });
});

// Over a socket the whole story of `slack-story` says the same.
describe('a town hall', () => {
  it('has a need reworded, completed and agreed on by both sides', STORY, async () => {
    const town = await begin('http');
    const { slack, claire, rachel, achats } = town;
    const { message } = await slack.say(claire, achats, NEED);
    await slack.messageShortcut(claire, message, 'reword_to_buyer');
    const reworded = await slack.nextEphemeral(claire, achats);
    expect(read(reworded)).toContain('« ou équivalent », R. 2111-7');

    await slack.click(reworded, 'brief_complete');
    const completed = await slack.submitView(await slack.nextView(claire), {
      'answer-budget-0': '9 000 € HT',
    });
    expect(completed.result).toEqual({ kind: 'closed' });
    const whole = await slack.nextMessage(claire, says('9 000 € HT'));

    await slack.click(whole, 'brief_share');
    const share = await slack.nextView(claire);
    await expect(slack.submitView(share)).rejects.toThrow('where: required; side: required');
    await slack.submitView(share, { where: achats.id, side: 'prescriber' });
    const card = await slack.nextMessage(achats, has('agreement_accept_buyer'));
    await slack.click(card, 'agreement_accept_prescriber', { user: claire });
    await slack.nextUpdate(achats);
    await slack.click(card, 'agreement_accept_buyer', { user: rachel });
    const agreed = await slack.nextUpdate(achats, (one) => !has('agreement_accept_buyer')(one));
    expect(agreed.ts).toBe(card.ts);
    await slack.click(agreed, 'agreement_docx', { user: rachel });
    const sent = await slack.nextMessage(achats, (one) => one.files.length > 0);
    expect(sent.files[0]?.name).toMatch(/\.docx$/);
    expect(sent.files[0]?.bytes.subarray(0, 2).toString()).toBe('PK');
    await nothingRefused(town);
  });

  it('hands over a case, and nothing that names the town or its people leaves with it', STORY, async () => {
    const town = await begin('http');
    const { slack, claire } = town;
    await slack.dm(claire, QUESTION);
    await slack.click(await slack.nextMessage(claire, has('ask_reservist')), 'ask_reservist');
    const consent = await slack.nextView(claire);
    expect(consent.body['callback_id']).toBe('consent');
    const leaves = asList(consent.body['blocks']).filter((block) => block['type'] === 'rich_text');
    for (const name of ['Corinne', 'Dupont', 'Claire', 'Morel', 'Vern'])
      expect(JSON.stringify(leaves)).not.toContain(name);
    const masked = await slack.submitView(consent, { added: 'BOAMP' });
    // Other choices show another text first: what leaves is what was read.
    expect(masked.result.kind).toBe('updated');
    const again = slack.topView(claire);
    expect(again?.body['callback_id']).toBe('consent');
    const shown = asList(again?.body['blocks']).filter((block) => block['type'] === 'rich_text');
    expect(JSON.stringify(shown)).not.toContain('BOAMP');
    expect(again === undefined ? undefined : (await slack.submitView(again)).result.kind).toBe('updated');
    await slack.nextMessage(claire, has('case_withdraw'));
    await nothingRefused(town);
  });
});

/** Slack found nothing to refuse in all that was shown, and those who listen to the screen miss nothing. */
async function nothingRefused({ slack }: SlackLife): Promise<void> {
  const refused = slack.journal
    .of('call')
    .filter(({ call }) => call.answer?.['ok'] !== true)
    .map(({ call }) => `${call.method}: ${JSON.stringify(asJson(call.answer))}`);
  expect(refused).toEqual([]);
  expect(slack.findInaccessible()).toEqual([]);
  expect(slack.deliveries.filter((one) => one.attempts.some(({ outcome }) => outcome.kind !== 'acked'))).toEqual([]);
}
