import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Slack, startSlack } from '../fakes/slack-server/server.ts';
import type { Message, Workspace } from '../fakes/slack-server/types.ts';
import { createTeamsClient, type TeamsClient, titlesOf, wordsOf } from '../fakes/teams-connector/client.ts';
import { type FakeConnector, type Member, startTeamsConnector } from '../fakes/teams-connector/connector.ts';
import { indexedFolder } from '../fixtures/fresh-data.ts';
import { plain } from '../fixtures/plain.ts';
import { killAll, runCommand, type SlackProcess, startProcess, wall } from './slack-process.ts';

const TENANT = '0d1b3f6e-7a55-4b67-8f0e-2f6a5d4c3b21';
const CLAIM = 'Le fournisseur nous réclame 12 000 € de plus, que dois-je faire ?';
const QUOTE = 'J’ai un devis de 30 000 €, je peux signer ?';
const NASTY = '<!channel> <at>tous</at>';

const BOTH = ['Communauté de communes du Val', 'communauté de communes', '35'];
const FREE = ['40', '3', 'tous les jours de 0 h à 24 h'];
/** One in Teams, one in Slack: what they know parts their cases. */
const RESERVE = [
  [
    'nom',
    'courriel',
    'organisation',
    'classe',
    'territoires',
    'compétences',
    'heures par mois',
    'dossiers à la fois',
    'disponibilités',
  ],
  ['Karim Benali', 'karim@val.example', ...BOTH, 'execution', ...FREE],
  ['Soizic Morvan', 'soizic@val.example', ...BOTH, 'seuils', ...FREE],
];

let slack: Slack;
let teams: FakeConnector;
let client: TeamsClient;
let vern: Workspace;
let app: SlackProcess;

/** One process as a town hall runs it, told of both by the environment alone: real Bolt, real botbuilder, real store. */
beforeAll(async () => {
  slack = await startSlack({ patienceMs: 20_000, wall });
  teams = await startTeamsConnector({ botId: 'a-bot', tenantId: TENANT });
  vern = slack.addWorkspace({ name: 'Vern' });
  const data = await indexedFolder();
  const reserve = join(data, 'reserve.csv');
  writeFileSync(reserve, RESERVE.map((row) => row.join(';')).join('\n'));
  await runCommand(['scripts/reserve.ts', 'import', reserve], { TRUCHEMENT_DATA: data });
  app = await startProcess('http', data, {
    SLACK_BOT_TOKEN: vern.token,
    SLACK_APP_TOKEN: slack.app.appToken,
    SLACK_SIGNING_SECRET: slack.app.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    TEAMS_APP_ID: '',
    TEAMS_ALLOW_ANONYMOUS: '1',
  });
  slack.transport = { kind: 'http', url: app.url };
  const url = new URL('/api/messages', app.url).href;
  client = createTeamsClient(teams, { appId: 'a-bot', tenant: TENANT, url: () => url, signed: false });
}, 60_000);
afterAll(async () => {
  killAll();
  await slack?.stop();
  await teams?.stop();
});

const all = ({ text, blocks }: Message) => plain(`${text} ${JSON.stringify(blocks)}`);

/** What stands in someone's chat, read once it holds the words. */
async function inTeams(chat: string, words: string) {
  const found = () => teams.shown(chat).findLast(({ activity }) => plain(wordsOf(activity)).includes(plain(words)));
  await expect.poll(found, { timeout: 20_000, message: `never seen in Teams: ${words}` }).toBeDefined();
  const { id, activity } = found() ?? { id: '', activity: {} };
  return { conversation: chat, id, activity };
}

function lastWith(chat: string, title: string) {
  const found = teams.shown(chat).findLast(({ activity }) => titlesOf(activity).includes(title));
  if (found === undefined) throw new Error(`no button «${title}»`);
  return { conversation: chat, ...found };
}

function everyWordIn(chat: string): string {
  return teams
    .shown(chat)
    .map(({ activity }) => JSON.stringify(activity))
    .join('\n');
}

describe('a case between Slack and Teams', () => {
  it('asked in Slack, taken in Teams, relayed both ways, closed', { timeout: 60_000 }, async () => {
    const claire = slack.addUser(vern, { name: 'Claire Morel', email: 'claire@vern.example' });
    const karim: Member = client.addPerson('Karim Benali', { email: 'karim@val.example' });
    const his = client.chatOf(karim).id;
    await client.post(karim, { type: 'installationUpdate', action: 'add' });
    await inTeams(his, 'je suis Truchement');

    await slack.dm(claire, CLAIM);
    await slack.click(await slack.nextMessage(claire), 'ask_reservist');
    await slack.submitView(await slack.nextView(claire), {});
    const root = await slack.nextMessage(claire, ({ text }) => text.includes('Votre demande'));

    await inTeams(his, 'que dois-je faire');
    await client.press(karim, lastWith(his, 'Accepter'), 'Accepter');
    await slack.nextMessage(claire, ({ threadTs }) => threadTs === root.ts);
    const asked = { text: `Quel est le décompte détaillé ? ${NASTY}` };
    await client.press(karim, lastWith(his, 'Envoyer le message'), 'Envoyer le message', asked);
    const relayed = await slack.nextMessage(claire, ({ text }) => text.includes('décompte'));
    expect(relayed.threadTs).toBe(root.ts);
    expect(all(relayed)).not.toMatch(/<!channel>|Karim/);

    await slack.dm(claire, `Je le demande. ${NASTY}`, { threadTs: root.ts });
    const back = await inTeams(his, 'Je le demande.');
    expect(back.activity['entities'] ?? []).toEqual([]);
    expect(everyWordIn(his)).not.toMatch(/Claire|Morel|"mention"/);

    await client.press(karim, lastWith(his, 'J’ai répondu'), 'J’ai répondu');
    const answered = await slack.nextMessage(claire, ({ text }) => text.includes('pense avoir répondu'));
    await slack.click(answered, 'case_close');
    await slack.click(
      await slack.nextMessage(claire, ({ text }) => text.includes('Votre avis compte')),
      'case_rate_useful',
    );
    await inTeams(his, 'a clos la demande');
    expect(app.said.err).toBe('');
  });

  it('asked in Teams, taken in Slack, relayed both ways, closed', { timeout: 60_000 }, async () => {
    const soizic = slack.addUser(vern, { name: 'Soizic Morvan', email: 'soizic@val.example' });
    const claire: Member = client.addPerson('Claire Morel', { email: 'claire@vern.example' });
    const hers = client.chatOf(claire).id;
    await slack.openHome(soizic);
    await slack.nextHome(soizic);

    await client.say(claire, QUOTE);
    await inTeams(hers, 'Sources');
    await client.press(claire, lastWith(hers, 'Demander à un réserviste'), 'Demander à un réserviste');
    await inTeams(hers, 'Ce qui partira');
    await client.press(claire, lastWith(hers, 'Envoyer à un réserviste'), 'Envoyer à un réserviste');

    const offer = await slack.nextMessage(soizic, ({ text }) => /proposé/i.test(text));
    await slack.click(offer, 'offer_accept');
    await inTeams(hers, 'Un réserviste a pris votre demande');
    await slack.dm(soizic, `Quel est le décompte détaillé ? ${NASTY}`, { threadTs: offer.ts });
    const relayed = await inTeams(hers, 'décompte détaillé');
    expect(relayed.activity['entities'] ?? []).toEqual([]);
    expect(everyWordIn(hers)).not.toMatch(/Soizic|Morvan|"mention"/);

    const said = { text: `Je le demande. ${NASTY}` };
    await client.press(claire, lastWith(hers, 'Envoyer le message'), 'Envoyer le message', said);
    const back = await slack.nextMessage(soizic, ({ text }) => text.includes('Je le demande'));
    expect(back.threadTs).toBe(offer.ts);
    expect(all(back)).not.toMatch(/<!channel>|Claire/);

    await slack.dm(soizic, 'J’ai répondu.', { threadTs: offer.ts });
    await inTeams(hers, 'pense avoir répondu');
    await client.press(claire, lastWith(hers, 'Clore'), 'Clore');
    await inTeams(hers, 'La demande est close');
    await client.press(claire, lastWith(hers, 'Oui, utile'), 'Oui, utile', {});
    await slack.nextMessage(soizic, ({ text }) => text.includes('clos'));
    expect(app.said.err).toBe('');
  });
});
