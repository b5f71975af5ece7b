import { expect, it } from 'vitest';
import { formOf, readForm } from '../../../adapters/slack/forms.ts';
import { TOGGLES } from '../../../adapters/slack/render.ts';
import { CONSENT, consentScreen } from '../../../src/screens/consent.ts';
import { asText } from '../../fakes/slack-server/json.ts';
import type { Message } from '../../fakes/slack-server/types.ts';
import { elementsOf } from '../../fakes/slack-server/validate/across.ts';
import { plain } from '../../fixtures/plain.ts';
import { openSlackTown } from '../../fixtures/slack-town.ts';

const carriedBy = ({ blocks = [] }: Message, action: string) =>
  [...elementsOf(blocks)].map(({ element }) => element).find((element) => element['action_id'] === action)?.['value'];

it('a click that says neither where it was nor where to answer still shows what was asked for, to whoever clicked', async () => {
  const { slack, vern, claire, achats } = await openSlackTown();
  await slack.mention(claire, achats, 'Quel seuil ?');
  const seen = await slack.nextEphemeral(claire, achats);
  const click = {
    type: 'block_actions',
    team: { id: vern.id },
    user: { id: claire.id },
    channel: { id: achats.id },
    actions: [{ action_id: 'answer_register', value: carriedBy(seen, 'answer_register') }],
  };
  await slack.deliver('interaction', click);
  expect(JSON.stringify((await slack.nextEphemeral(claire, achats)).blocks)).toContain('dispense sous');
  // Seen by one person, and no address to answer at.
  await slack.deliver('interaction', { ...click, container: { message_ts: seen.ts, is_ephemeral: true } });
  expect(JSON.stringify((await slack.nextEphemeral(claire, achats)).blocks)).toContain('dispense sous');
  // An address where nobody answers.
  await slack.deliver('interaction', {
    ...click,
    container: { message_ts: seen.ts, is_ephemeral: true },
    response_url: 'http://127.0.0.1:9/nowhere',
  });
  expect(JSON.stringify((await slack.nextEphemeral(claire, achats)).blocks)).toContain('dispense sous');
});

it('an answer is shared once, though Slack does not hear that it was', async () => {
  const { slack, claire, achats, logged } = await openSlackTown();
  await slack.mention(claire, achats, 'Quel seuil ?');
  const seen = await slack.nextEphemeral(claire, achats);
  await slack.deliver('interaction', {
    type: 'block_actions',
    user: { id: claire.id, team_id: claire.team },
    channel: { id: achats.id },
    container: { message_ts: seen.ts, is_ephemeral: true },
    response_url: 'http://127.0.0.1:9/nowhere',
    actions: [{ action_id: 'answer_share', value: carriedBy(seen, 'answer_share') }],
  });
  await slack.nextMessage(achats);
  await expect.poll(() => logged.filter((line) => line.includes('response_url'))).toHaveLength(1);
  expect(logged.filter((line) => line.includes('tried again'))).toEqual([]);
});

it('a channel whose answers are for all has them in the channel where no response_url is given', async () => {
  const { slack, vern, claire, achats } = await openSlackTown();
  const command = (text: string) =>
    slack.deliver('command', {
      command: '/achat',
      text,
      team_id: vern.id,
      channel_id: achats.id,
      user_id: claire.id,
      trigger_id: `t-${text}`,
    });
  await command('canal public');
  await slack.nextEphemeral(claire, achats);
  await command('quel seuil pour trois devis ?');
  expect((await slack.nextMessage(achats)).text).toContain('Oui, sous');
});

it('who the app is, is asked again when Slack could not be reached', async () => {
  const { slack, claire } = await openSlackTown();
  slack.mischiefs.next('auth.test', { kind: 'drop' });
  await slack.dm(claire, 'Quel seuil ?');
  await slack.nextMessage(claire);
  await slack.dm(claire, 'Et en 2027 ?');
  await slack.nextMessage(claire);
  expect(slack.journal.of('call').filter(({ call }) => call.method === 'auth.test')).toHaveLength(2);
});

it('a form that comes too late is offered again under the button that opens it', async () => {
  const { slack, claire } = await openSlackTown();
  const late = () => slack.mischiefs.next('views.open', { kind: 'error', error: 'expired_trigger_id' });
  await slack.dm(claire, 'Quel seuil ?');
  const answer = await slack.nextMessage(claire);
  late();
  await slack.click(answer, 'ask_reservist');
  const again = await slack.nextEphemeral(claire, claire);
  await slack.click(again, 'ask_reservist');
  expect((await slack.nextView(claire)).body['callback_id']).toBe('consent');
  await slack.openHome(claire);
  late();
  await slack.click(await slack.nextHome(claire), 'home_need');
  await slack.click(await slack.nextMessage(claire), 'home_need');
  expect((await slack.nextView(claire)).body['callback_id']).toBe('express_need');
});

it('what is written beside a file is answered, and the file is said not to be read', async () => {
  const { slack, claire, conversing } = await openSlackTown();
  const files = [{ name: 'devis.pdf', bytes: Buffer.from('%PDF') }];
  await slack.dm(claire, 'Puis-je signer ce devis ?', { files });
  const said = JSON.stringify((await slack.nextMessage(claire)).blocks);
  expect(said).toContain('Je ne lis pas les fichiers joints');
  expect(said).toContain('Oui, sous');
  expect(conversing.heard.map(({ text }) => text)).toEqual(['Puis-je signer ce devis ?']);
  await slack.dm(claire, 'Et sans fichier ?');
  expect(JSON.stringify((await slack.nextMessage(claire)).blocks)).not.toContain('fichiers joints');
});

it('one person may ask for help and lend it: they are never offered their own case', async () => {
  const { slack, paul, net } = await openSlackTown();
  await slack.openHome(paul);
  expect(JSON.stringify((await slack.nextHome(paul)).body)).toContain('Mon bureau de réserviste');
  await slack.dm(paul, 'Une entreprise a 40 jours de retard : que faire ?');
  await slack.click(await slack.nextMessage(paul), 'ask_reservist');
  await slack.submitView(await slack.nextView(paul), {});
  await net.turn();
  const root = await slack.nextMessage(paul);
  expect(plain(root.text)).toContain('Votre demande');
  const actions = [...elementsOf(root.blocks ?? [])].map(({ element }) => asText(element['action_id']));
  expect(actions).toContain('case_withdraw');
  expect(net.sent.filter(({ kind }) => kind === 'offer')).toEqual([]);
});

it('a field of the consent form that is not sent back was left as it was shown', () => {
  const mask = { id: 'm1', kind: 'person' as const, text: 'Dupont', replacement: '[personne 1]', masked: true };
  const preview = {
    case: 'k',
    seen: 'a mark',
    question: 'q',
    typed: 'BOAMP',
    answered: undefined,
    hasAnswer: false,
    need: undefined,
    competences: [],
    masks: [mask],
  };
  const shown = { lifted: ['m1'], added: ['BOAMP'], amountsAsRanges: true, sameBody: false };
  const view = formOf(consentScreen(preview, shown, 'fr'), { c: 'T:D' });
  const read = (state: unknown) => {
    const { press, filled = new Map() } = readForm('consent', view.private_metadata, state) ?? {};
    expect(press).toEqual({ verb: 'send', value: { case: 'k', seen: 'a mark' } });
    return Object.fromEntries(filled);
  };
  const asShown = {
    [CONSENT.question]: 'BOAMP',
    [CONSENT.deadline]: '',
    [CONSENT.lifted]: ['m1'],
    [CONSENT.added]: 'BOAMP',
    [CONSENT.amounts]: true,
    [CONSENT.sameBody]: false,
  };
  expect(read(undefined)).toEqual(asShown);
  expect(read({ values: { [CONSENT.added]: { [CONSENT.added]: { value: '' } } } })).toEqual({
    ...asShown,
    [CONSENT.added]: '',
  });
  // Slack itself sends every field: what is empty was emptied.
  const all = {
    values: {
      [CONSENT.lifted]: { [CONSENT.lifted]: { selected_options: [] } },
      [CONSENT.added]: { [CONSENT.added]: { value: null } },
      [TOGGLES]: { [TOGGLES]: { selected_options: [] } },
    },
  };
  expect(read(all)).toEqual({
    ...asShown,
    [CONSENT.lifted]: [],
    [CONSENT.added]: '',
    [CONSENT.answer]: false,
    [CONSENT.amounts]: false,
    [CONSENT.sameBody]: false,
  });
});

it('where messages cannot be changed, what would change is said under them, and that is said once', async () => {
  const { slack, claire, logged } = await openSlackTown();
  slack.mischiefs.next('chat.update', { kind: 'error', error: 'unknown_method' }, 9);
  await slack.dm(claire, 'Quel seuil ?');
  const answer = await slack.nextMessage(claire);
  for (let times = 0; times < 2; times += 1) {
    await slack.click(answer, 'answer_register');
    const other = await slack.nextMessage(claire);
    expect([other.threadTs, JSON.stringify(other.blocks)]).toEqual([
      answer.ts,
      expect.stringContaining('dispense sous'),
    ]);
  }
  expect(logged.filter((line) => line.includes('done without') && line.includes('chat.update'))).toHaveLength(1);
});
