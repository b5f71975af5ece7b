import { describe, expect, it } from 'vitest';
import type { Message } from '../../../fakes/slack-server/types.ts';
import { startBolt } from './bolt.ts';
import { openTown } from './town.ts';

describe.each(['http', 'socket'] as const)('a Bolt app over %s', (mode) => {
  it('is told, answers, is clicked, opens a modal, refuses an error in it, takes the submission', async () => {
    const { slack, vern, claire } = await openTown();
    await startBolt(slack, vern, mode);

    const said = await slack.dm(claire, 'Bonjour <!channel> & merci');
    expect(said.message.text).toBe('Bonjour &lt;!channel&gt; &amp; merci');
    expect(said.deliveries.map((one) => one.attempts[0]?.outcome.kind)).toEqual(['acked']);
    const answer = await slack.nextMessage(claire);
    expect(answer.text).toBe('reçu : Bonjour &lt;!channel&gt; &amp; merci');

    await expect(slack.click(answer, 'absent')).rejects.toThrow('nothing «absent» there, only more');
    expect((await slack.click(answer, 'more')).outcome.kind).toBe('acked');
    const modal = await slack.nextView(claire);

    await expect(slack.submitView(modal)).rejects.toThrow('Slack keeps the form open: euros: required');
    const refused = await slack.submitView(modal, { euros: 'beaucoup' });
    expect(refused.result).toEqual({ kind: 'errors', errors: { amount: 'Un nombre, s’il vous plaît' } });
    const taken = await slack.submitView(modal, { euros: '4000' });
    expect(taken.result).toEqual({ kind: 'closed' });
    expect((await slack.nextMessage(claire)).text).toBe('noté : 4000');
  });

  it('answers a command at once and through its response URL', async () => {
    const { slack, vern, claire, achats: channel } = await openTown();
    await startBolt(slack, vern, mode);
    await slack.command(claire, channel, '/achat', 'un marché');
    expect((await slack.nextEphemeral(claire, channel)).text).toBe('compris : un marché');
    const open: Message = await slack.nextMessage(channel);
    expect(open.text).toBe('et voici');
  });
});
