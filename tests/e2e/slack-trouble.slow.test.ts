import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sign } from '../fakes/slack-server/deliver/sign.ts';
import { asText } from '../fakes/slack-server/json.ts';
import { countAnswers, fillTown } from '../fakes/slack-server/load.ts';
import type { Message } from '../fakes/slack-server/types.ts';
import { elementsOf } from '../fakes/slack-server/validate/across.ts';
import { openSlackLife, type SlackLife } from './slack-life.ts';

const LONG = { timeout: 240_000 };
const QUESTIONS = [
  'Quel est le délai de paiement d’une commune ?',
  'Quel est le seuil des procédures formalisées pour une commune ?',
  'À partir de quel montant publier un avis au BOAMP pour des fournitures ?',
  'Qu’est-ce qu’un accord-cadre ?',
];
const buttonsOf = ({ blocks = [] }: Message) =>
  [...elementsOf(blocks)].map(({ element }) => asText(element['action_id']));

describe('killed twice in the middle of a burst over a socket', () => {
  let life: SlackLife;
  beforeAll(async () => {
    life = await openSlackLife('socket');
  }, 120_000);
  afterAll(async () => {
    await life.stop();
  });

  it('every question is answered, each once', LONG, async () => {
    const { slack, vern, kill, start } = life;
    const people = fillTown(slack, vern, 12);
    const asked: Message[] = [];
    const burst = async (rounds: number, killAfter: number) => {
      const saying = people.flatMap((person, index) =>
        Array.from({ length: rounds }, (_, round) =>
          slack.dm(person, QUESTIONS[(index + round) % QUESTIONS.length] ?? ''),
        ),
      );
      for (let told = 0; told < killAfter; told++)
        await slack.journal.next('delivered', ({ delivery }) => delivery.kind === 'event', 'delivery');
      await kill();
      asked.push(...(await Promise.all(saying)).map(({ message }) => message));
      await start();
      await slack.retryFailed();
    };
    // Before the first answer is out; then among answers.
    await burst(2, 3);
    await burst(3, 20);
    expect(slack.deliveries.filter(({ attempts }) => attempts[0]?.outcome.kind !== 'acked')).not.toEqual([]);
    const answered = () => countAnswers(asked, slack.journal.all);
    while (answered().answered < asked.length)
      await slack.journal.next(
        'message',
        ({ via }) => via !== 'person',
        `answer ${answered().answered + 1} of ${asked.length}`,
      );
    // What a life left half done would come again with the next one.
    await kill();
    await start();
    asked.push((await slack.dm(life.claire, QUESTIONS[0] ?? '')).message);
    await slack.nextMessage(life.claire);
    expect(answered()).toMatchObject({ answered: 61, doubled: 0 });
  });
});

describe('what goes wrong on the way', () => {
  let life: SlackLife;
  beforeAll(async () => {
    life = await openSlackLife('http');
  }, 120_000);
  afterAll(async () => {
    await life.stop();
  });
  /** What came of some questions of one conversation, asked nowhere else. */
  const answersTo = (...questions: readonly Message[]) =>
    countAnswers(
      questions,
      life.slack.journal.all.filter((it) => it.kind === 'message' && it.message.channel === questions[0]?.channel),
    );

  it('an answer whose acceptance was lost is not given twice', LONG, async () => {
    const { slack, vern } = life;
    const [person] = fillTown(slack, vern, 1);
    if (person === undefined) return;
    slack.mischiefs.next('chat.postMessage', { kind: 'lost-answer' });
    const { message } = await slack.dm(person, QUESTIONS[0] ?? '');
    await slack.nextMessage(person);
    // The app cannot know: it looks whether its answer is there before it says it again.
    await slack.nextCall('conversations.history', ({ args }) => args['channel'] === message.channel);
    const after = await slack.dm(person, QUESTIONS[1] ?? '');
    await slack.nextMessage(person);
    expect(answersTo(message, after.message)).toMatchObject({ answered: 2, doubled: 0 });
  });

  it('«Retry-After» is waited for, then the answer comes once', LONG, async () => {
    const { slack, vern } = life;
    const [person] = fillTown(slack, vern, 1);
    if (person === undefined) return;
    slack.mischiefs.next('chat.postMessage', { kind: 'ratelimited', retryAfter: 3 });
    const began = performance.now();
    const { message } = await slack.dm(person, QUESTIONS[0] ?? '');
    await slack.nextMessage(person);
    expect(performance.now() - began).toBeGreaterThan(2_900);
    expect(answersTo(message)).toMatchObject({ answered: 1, doubled: 0 });
  });

  it('a form that comes too late is offered again, and opens', LONG, async () => {
    const { slack, claire } = life;
    await slack.dm(claire, 'vous pouvez valider mon dossier de consultation ?');
    const answer = await slack.nextMessage(claire, (one) => buttonsOf(one).includes('ask_reservist'));
    slack.mischiefs.next('views.open', { kind: 'error', error: 'expired_trigger_id' });
    await slack.click(answer, 'ask_reservist');
    const again = await slack.nextEphemeral(claire, claire, (one) => one.ts > answer.ts);
    const [offered] = buttonsOf(again);
    await slack.click(again, offered ?? '');
    expect((await slack.nextView(claire)).body['callback_id']).toBe('consent');
  });

  it(
    'what Slack did not sign, or long ago, or for another, is refused; what it signed is heard once',
    LONG,
    async () => {
      const { slack, vern } = life;
      const [person] = fillTown(slack, vern, 1);
      if (person === undefined) return;
      const said = await slack.dm(person, QUESTIONS[3] ?? '');
      await slack.nextMessage(person);
      const [delivery] = said.deliveries;
      const request = delivery === undefined ? undefined : slack.requestOf(delivery);
      if (request === undefined) throw new Error('nothing was sent');
      const { body, headers } = request;
      const now = Math.floor(slack.clock.now() / 1_000);
      const send = async (given: Readonly<Record<string, string>>, text = body) =>
        slack.sendRaw({ body: text, headers: { ...headers, ...given } });
      expect(await send(sign('another secret', now, body))).toMatchObject({ kind: 'refused', status: 401 });
      expect(await send(sign(slack.app.signingSecret, now - 301, body))).toMatchObject({
        kind: 'refused',
        status: 401,
      });
      expect(await send({}, body.replace('accord-cadre', 'marché'))).toMatchObject({ kind: 'refused', status: 401 });
      expect(await send({ 'x-slack-signature': '' })).toMatchObject({ kind: 'refused', status: 401 });
      expect(await slack.verifyUrl()).toBe(true);
      // The very same bytes, and the same event signed anew: both are known already.
      await slack.sendRaw(request);
      if (delivery !== undefined) await slack.redeliver(delivery);
      const next = await slack.dm(person, QUESTIONS[0] ?? '');
      await slack.nextMessage(person);
      expect(answersTo(said.message, next.message)).toMatchObject({ answered: 2, doubled: 0 });
    },
  );

  it('what it does not know, it acknowledges; another robot, it does not answer', LONG, async () => {
    const { slack, vern, achats, claire } = life;
    const robot = slack.addUser(vern, { name: 'Autre robot', isBot: true });
    achats.members.add(robot.id);
    const unknown = await slack.sendEvent(vern, { type: 'something_of_2030', user: claire.id });
    expect(unknown.attempts[0]?.outcome.kind).toBe('acked');
    const interaction = await slack.deliver('interaction', {
      type: 'something_else',
      user: { id: claire.id },
      team: { id: vern.id },
    });
    expect(interaction.attempts[0]?.outcome.kind).toBe('acked');
    await slack.mention(robot, achats, QUESTIONS[0] ?? '');
    await slack.mention(claire, achats, QUESTIONS[0] ?? '');
    expect((await slack.nextEphemeral(claire, achats)).shownTo).toBe(claire.id);
    const told = slack.journal
      .of('message')
      .filter(({ message, via }) => via !== 'person' && message.shownTo === robot.id);
    expect(told).toEqual([]);
  });
});
