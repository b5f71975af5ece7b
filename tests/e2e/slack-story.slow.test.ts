import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Slack, startSlack } from '../fakes/slack-server/server.ts';
import type { Message } from '../fakes/slack-server/types.ts';
import { indexedFolder } from '../fixtures/fresh-data.ts';
import { killAll, runCommand, startSlackProcess, wall } from './slack-process.ts';

/** One search index for all. */
let built: string;
beforeAll(async () => {
  built = await indexedFolder();
}, 60_000);

const slacks: Slack[] = [];
afterEach(async () => {
  killAll();
  for (const slack of slacks.splice(0)) await slack.stop();
});

async function openTown() {
  const slack = await startSlack({ patienceMs: 20_000, wall });
  slacks.push(slack);
  const vern = slack.addWorkspace({ name: 'Vern' });
  const claire = slack.addUser(vern, { name: 'Claire Morel', email: 'claire@vern.example' });
  const karim = slack.addUser(vern, { name: 'Karim Benali', email: 'karim@val.example' });
  const achats = slack.addChannel(vern, { name: 'achats', members: [claire, karim] });
  const data = mkdtempSync(join(tmpdir(), 'truchement-slack-story-'));
  cpSync(built, data, { recursive: true });
  return { slack, vern, claire, karim, achats, data };
}

const spaced = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const all = ({ text, blocks }: Message) => `${text} ${JSON.stringify(blocks)}`;

describe.each(['http', 'socket'] as const)('over %s, told by the environment alone', (mode) => {
  it('a question is asked, reworded, handed over, relayed both ways and closed', { timeout: 120_000 }, async () => {
    const { slack, vern, claire, karim, achats, data } = await openTown();
    await runCommand(
      [
        'scripts/reserve.ts',
        'add',
        'nom=Karim Benali',
        'courriel=karim@val.example',
        'organisation=Communauté de communes du Val',
        'classe=communauté de communes',
        'territoires=35',
        'compétences=seuils',
        'heures par mois=40',
        'dossiers à la fois=3',
        'disponibilités=tous les jours de 0 h à 24 h',
        `slack=${karim.id}`,
      ],
      { TRUCHEMENT_DATA: data },
    );
    const app = await startSlackProcess(slack, vern, mode, data);

    await slack.dm(claire, 'j’ai un devis de 30 000 euros, je peux signer ?');
    const answer = await slack.nextMessage(claire);
    expect(spaced(answer.text)).toContain('60 000 € HT');
    expect(spaced(all(answer))).toContain('R. 2122-8');

    await slack.click(answer, 'answer_register');
    expect(all(await slack.nextUpdate(claire))).toContain('Version service');

    await slack.mention(claire, achats, 'quel est le délai de paiement d’une commune ?');
    expect((await slack.nextEphemeral(claire, achats)).text).toContain('30');

    await slack.command(claire, achats, '/achat', 'reformuler il nous faudrait 15 PC portables Dell pour la rentrée');
    const reworded = await slack.nextEphemeral(claire, achats);
    expect(spaced(all(reworded))).toContain('Marque citée sans « ou équivalent »');

    await slack.click(answer, 'ask_reservist');
    const consent = await slack.nextView(claire);
    const sent = await slack.submitView(consent, {});
    expect(sent.result.kind).toBe('updated');

    const offer = await slack.nextMessage(karim, ({ text }) => text.includes('On vous propose'));
    expect(offer.text).toContain('devis');
    const root = await slack.nextMessage(claire, ({ text }) => text.includes('Votre demande'));
    await slack.click(offer, 'offer_accept');
    await slack.nextUpdate(karim);
    await slack.nextMessage(claire, ({ threadTs }) => threadTs === root.ts);
    await slack.nextMessage(karim, ({ threadTs }) => threadTs === offer.ts);

    await slack.dm(karim, 'Combien avez-vous acheté cette année ? <!channel>', { threadTs: offer.ts });
    const relayed = await slack.nextMessage(claire, ({ text }) => text.includes('cette année'));
    expect(relayed.threadTs).toBe(root.ts);
    expect(all(relayed)).not.toContain('<!channel>');
    expect(all(relayed)).not.toContain('Karim');
    await slack.dm(claire, 'Rien d’autre, c’est le premier.', { threadTs: root.ts });
    const back = await slack.nextMessage(karim, ({ text }) => text.includes('premier'));
    expect(back.threadTs).toBe(offer.ts);
    expect(all(back)).not.toContain('Claire');

    await slack.dm(karim, 'J’ai répondu.', { threadTs: offer.ts });
    const answered = await slack.nextMessage(claire, ({ text }) => text.includes('pense avoir répondu'));
    await slack.click(answered, 'case_close');
    // What came of the press may be said before the line that asks for an opinion.
    const closed = await slack.nextMessage(claire, ({ text }) => text.includes('Votre avis compte'));
    await slack.click(closed, 'case_rate_useful');
    expect((await slack.nextUpdate(claire, ({ text }) => text.includes('Merci'))).text).toContain('avis');
    await slack.nextMessage(karim, ({ text }) => text.includes('clos'));

    await app.kill('SIGTERM');
    expect(app.child.exitCode).toBe(0);
    expect(app.said.err).toBe('');
    expect(slack.findInaccessible()).toEqual([]);
    const refused = slack.journal.of('call').filter(({ call }) => call.answer?.['ok'] === false);
    expect(refused.map(({ call }) => [call.method, call.answer?.['error']])).toEqual([]);
  });
});

it('killed in the middle of a burst and started again, answers each question once', { timeout: 120_000 }, async () => {
  const { slack, vern, data } = await openTown();
  const people = Array.from({ length: 12 }, (_, index) => slack.addUser(vern, { name: `Agent ${index}` }));
  const first = await startSlackProcess(slack, vern, 'http', data);
  const questions = people.flatMap((person) => [
    { person, text: 'faut-il trois devis ?' },
    { person, text: 'quel est le délai de paiement d’une commune ?' },
  ]);
  // Each is acknowledged, or Slack sends it again: what was acknowledged must not be lost.
  const asking = questions.map(({ person, text }) => slack.dm(person, text));
  await slack.nextCall('chat.postMessage');
  await first.kill('SIGKILL');
  await Promise.all(asking);
  const before = answersIn(slack);
  await startSlackProcess(slack, vern, 'http', data);
  await slack.retryFailed();
  for (const { person, text } of questions) {
    const asked = slack.dmOf(person).id;
    await expect
      .poll(() => answersIn(slack).filter(({ channel }) => channel === asked).length, { timeout: 30_000 })
      .toBe(questions.filter((one) => one.person === person).length);
    expect(text).not.toBe('');
  }
  expect(before.length).toBeGreaterThan(0);
  expect(before.length).toBeLessThan(questions.length);
  expect(answersIn(slack)).toHaveLength(questions.length);
});

function answersIn(slack: Slack): readonly Message[] {
  return slack.journal.of('message').flatMap((it) => (it.via === 'person' ? [] : [it.message]));
}
