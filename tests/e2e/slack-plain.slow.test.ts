import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Shape, startPlainSlack } from '../fakes/plain-slack.ts';
import { indexedFolder } from '../fixtures/fresh-data.ts';
import { strayMarkup } from '../fixtures/stray-markup.ts';
import { killAll, runCommand, startProcess, wall } from './slack-process.ts';

/** An index and a reserve, once for all. */
let built: string;
const RESERVIST = [
  'nom=Karim Benali',
  'courriel=karim@val.example',
  'organisation=Communauté de communes du Val',
  'classe=communauté de communes',
  'territoires=35',
  'compétences=seuils',
  'heures par mois=40',
  'dossiers à la fois=3',
  'disponibilités=tous les jours de 0 h à 24 h',
];
beforeAll(async () => {
  built = await indexedFolder();
  await runCommand(['scripts/reserve.ts', 'add', ...RESERVIST], { TRUCHEMENT_DATA: built });
}, 90_000);

const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  killAll();
  for (const end of endings.splice(0)) await end();
});

/** Claire asks; Karim lends help, and Slack knows him by his e-mail alone. */
const [CLAIRE, KARIM] = ['U1', 'U2'] as const;
const [HERS, HIS, CHANNEL] = ['D1', 'D2', 'C1'] as const;

describe.each<[Shape, 'http' | 'socket']>([
  ['few', 'http'],
  ['bare', 'http'],
  ['by id', 'socket'],
])('a Slack of nine methods (%s), over %s', (shape, mode) => {
  it('serves the whole story: asked, reworded, handed over, relayed, closed', { timeout: 120_000 }, async () => {
    const emails = { [CLAIRE]: 'claire@vern.example', [KARIM]: 'karim@val.example' };
    const slack = await startPlainSlack(emails, wall, shape);
    endings.push(slack.stop);
    const data = mkdtempSync(join(tmpdir(), 'truchement-slack-plain-life-'));
    cpSync(built, data, { recursive: true });
    // Where Slack says nobody's e-mail, a reservist is known by their account, and need never have written.
    if (shape === 'bare')
      await runCommand(['scripts/reserve.ts', 'add', ...RESERVIST, `slack=${KARIM}`], { TRUCHEMENT_DATA: data });
    const app = await startProcess(mode, data, slack.env);
    if (mode === 'http') slack.useHttp(app.url);
    else await slack.connected();

    // He opens Home once, and is known from then on.
    if (shape !== 'bare') {
      await slack.openHome(KARIM);
      expect(JSON.stringify(await slack.nextView(undefined))).toContain('Mon bureau de réserviste');
    }

    await slack.say(HERS, CLAIRE, 'un seul devis peut-il suffire ?');
    const answer = await slack.nextMessage(HERS);
    expect(answer.text).toContain('60 000 € HT');
    await slack.click(CLAIRE, answer, 'answer_register');
    expect((await slack.nextMessage(HERS)).ts).toBe(answer.ts);

    await slack.say(CHANNEL, CLAIRE, '<@UBOT> quel est le délai de paiement d’une commune ?', {
      type: 'app_mention',
      ts: '1700000000.000100',
    });
    expect(await slack.nextMessage(CHANNEL)).toMatchObject({
      thread: '1700000000.000100',
      text: expect.stringContaining('30 jours'),
    });

    // Nobody can be spoken to alone in a channel of this one: what is private comes in one's own messages.
    await slack.command(CHANNEL, CLAIRE, 'reformuler il nous faudrait 15 PC portables Dell pour la rentrée');
    expect((await slack.nextMessage(HERS)).blocks).toMatch(/Marque citée sans «.ou équivalent.»/);

    await slack.command(CHANNEL, CLAIRE, 'réserviste un prestataire a deux mois de retard, que faire ?');
    await slack.nextView('consent');
    await slack.command(CHANNEL, CLAIRE, 'aide');
    await slack.nextMessage(HERS, '/achat');
    await slack.command(CHANNEL, CLAIRE, 'dispo');
    const hours = await slack.nextView('availability');
    expect(await slack.submit(CLAIRE, hours)).toMatchObject({
      response_action: 'errors',
      errors: { availability: expect.any(String) },
    });

    await slack.click(CLAIRE, answer, 'ask_reservist');
    const consent = await slack.nextView('consent');
    expect(await slack.submit(CLAIRE, consent)).toMatchObject({ response_action: 'update' });
    const offer = await slack.nextMessage(HIS, 'On vous propose');
    const root = await slack.nextMessage(HERS, 'Votre demande');
    await slack.click(KARIM, offer, 'offer_accept');
    expect((await slack.nextMessage(HIS)).ts).toBe(offer.ts);

    await slack.say(HIS, KARIM, 'Combien avez-vous acheté cette année ?', { thread_ts: offer.ts });
    expect((await slack.nextMessage(HERS, 'cette année')).thread).toBe(root.ts);
    await slack.say(HERS, CLAIRE, 'Rien d’autre, c’est le premier.', { thread_ts: root.ts });
    expect((await slack.nextMessage(HIS, 'le premier')).thread).toBe(offer.ts);
    await slack.say(HIS, KARIM, 'J’ai répondu.', { thread_ts: offer.ts });
    const answered = await slack.nextMessage(HERS, 'pense avoir répondu');
    await slack.click(CLAIRE, answered, 'case_close');
    const closed = await slack.nextMessage(HERS, 'Votre avis compte');
    await slack.click(CLAIRE, closed, 'case_rate_useful');
    await slack.nextMessage(HERS, 'avis');
    await slack.nextMessage(HIS, 'clos');

    if (shape !== 'bare') await slack.say(HERS, 'UBOT', 'ce que dit le robot lui-même');
    // The answer, the rewording, the help, the card of the case; one answer in the channel. Nothing twice, and none of them to itself.
    const inThreads = new Set(slack.messages.flatMap(({ ts, thread }) => (thread === undefined ? [] : [ts])));
    const begun = (where: string) =>
      new Set(slack.messages.flatMap(({ channel, ts }) => (channel === where && !inThreads.has(ts) ? [ts] : [])));
    expect([begun(HERS).size, begun(HIS).size]).toEqual([4, 1]);
    expect(slack.messages.filter(({ channel }) => channel === CHANNEL)).toHaveLength(1);
    expect(slack.faults).toEqual([]);
    const shown = slack.messages.map(({ text, blocks }) => ({ text, blocks: JSON.parse(blocks) }));
    expect(strayMarkup([shown, slack.views, slack.answers])).toEqual([]);
    const stopping = performance.now();
    await app.kill('SIGTERM');
    // Nobody is waited for who only keeps a connection.
    expect(performance.now() - stopping).toBeLessThan(30_000);
    expect(app.child.exitCode).toBe(0);
    // What is done without is said once; nothing else is worth a line.
    const lines = app.said.err.split('\n').filter((line) => line !== '');
    expect(lines.filter((line) => !line.includes('done without'))).toEqual([]);
  });
});
