import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { createTeamsClient } from '../../fakes/teams-connector/client.ts';
import type { FakeConnector } from '../../fakes/teams-connector/connector.ts';
import type { Wire } from '../../fakes/teams-connector/rules.ts';

export interface LoadPlan {
  readonly url: string;
  readonly tenant: string;
  readonly appId: string;
  /** Activities a second, sent at even times whatever the bot does (an open loop). */
  readonly perSecond: number;
  readonly seconds: number;
  /** Share of the activities delivered twice, 0 to 1. */
  readonly repeated: number;
  readonly questions: readonly string[];
  /** How long answers are still waited for after the last question, in milliseconds. */
  readonly graceMs: number;
}

export interface LoadResult {
  readonly sent: number;
  readonly repeats: number;
  readonly answered: number;
  readonly lost: number;
  /** Messages that say again what their thread has already. */
  readonly doubled: number;
  /** Deliveries that the bot did not take with a 2xx. */
  readonly failures: number;
  /** From the question to the first message of its answer, and to its acknowledgement, in milliseconds. */
  readonly answer: readonly number[];
  readonly ack: readonly number[];
  /** By how much this driver was late at worst, in milliseconds: large, and the other figures say little. */
  readonly driverLate: number;
}

const PEOPLE = 200;
const CHANNELS = 20;

/** Questions that mention the bot, each in a thread of its own of some channel: what is said in a thread answers its question. */
export async function runLoad(teams: FakeConnector, plan: LoadPlan): Promise<LoadResult> {
  const client = createTeamsClient(teams, { ...plan, url: () => plan.url, signed: false });
  const people = Array.from({ length: PEOPLE }, (_, index) => client.addPerson(`Personne ${index}`));
  const channels = Array.from({ length: CHANNELS }, () => client.addConversation('channel', people));
  const total = Math.round(plan.perSecond * plan.seconds);
  const asked = new Map<string, number>();
  const [acks, answers]: [number[], number[]] = [[], []];
  const said = new Map<string, string[]>();
  let [failures, repeats, driverLate] = [0, 0, 0];

  const stopListening = teams.onMessage((conversation, activity) => {
    const since = asked.get(conversation);
    if (since === undefined) return;
    const before = said.get(conversation) ?? [];
    if (before.length === 0) answers.push(performance.now() - since);
    said.set(conversation, [...before, contentOf(activity)]);
  });

  const ask = async (index: number): Promise<void> => {
    const person = people[index % PEOPLE];
    const channel = channels[index % CHANNELS];
    const text = plan.questions[index % plan.questions.length];
    if (person === undefined || channel === undefined || text === undefined) throw new Error('nothing to ask');
    const id = randomUUID();
    const deliver = async (): Promise<void> => {
      const began = performance.now();
      const { status } = await client.say(person, text, { in: channel, thread: id, id });
      acks.push(performance.now() - began);
      if (status < 200 || status > 299) failures += 1;
    };
    asked.set(`${channel.id};messageid=${id}`, performance.now());
    const again = Math.floor((index + 1) * plan.repeated) > Math.floor(index * plan.repeated);
    if (again) repeats += 1;
    await Promise.all([deliver(), ...(again ? [deliver()] : [])]);
  };

  const began = performance.now();
  const pending: Promise<void>[] = [];
  for (let index = 0; index < total; index++) {
    const due = began + (index * 1_000) / plan.perSecond;
    const wait = due - performance.now();
    if (wait > 1) await pause(wait);
    driverLate = Math.max(driverLate, performance.now() - due);
    pending.push(ask(index));
  }
  await Promise.all(pending);
  const deadline = performance.now() + plan.graceMs;
  while (said.size < total && performance.now() < deadline) await pause(50);
  // A double comes late by nature, and so does a card after its text.
  await pause(1_000);
  stopListening();
  const doubled = [...said.values()].reduce((sum, each) => sum + each.length - new Set(each).size, 0);
  const counted = { sent: total, repeats, answered: said.size, lost: total - said.size, doubled, failures };
  return { ...counted, answer: answers, ack: acks, driverLate };
}

function contentOf({ text, attachments }: Wire): string {
  return JSON.stringify([text, attachments]);
}
