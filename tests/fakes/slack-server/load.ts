import { setTimeout as pause } from 'node:timers/promises';
import type { Happening } from './journal.ts';
import type { Slack } from './server.ts';
import type { Message, User, Workspace } from './types.ts';

export interface LoadPlan {
  /** Questions a second, sent at even times whatever the app does (an open loop). */
  readonly perSecond: number;
  readonly seconds: number;
  /** Share of the deliveries sent once more, 0 to 1: half of them at once, half a second later. */
  readonly repeated: number;
  /** Asked in turn, in direct messages. */
  readonly questions: readonly string[];
  readonly people: readonly User[];
  /** How long after the last question answers are still waited for, in milliseconds. */
  readonly graceMs: number;
}

export interface LoadResult {
  readonly sent: number;
  readonly repeats: number;
  /** Questions answered at least once. */
  readonly answered: number;
  /** Acknowledged and never answered: what must not be. */
  readonly lost: number;
  /** Neither acknowledged nor answered: Slack would send it twice more, a minute and five minutes later. */
  readonly refused: number;
  /** Answers beyond the first to one question: the same text again, or to nobody's question. */
  readonly doubled: number;
  /** Deliveries, repeated ones too, not acknowledged with a 2xx within three seconds; each is retried once. */
  readonly failures: number;
  /** Of the acknowledgements, repeated ones too, in milliseconds. */
  readonly ack: Spread;
  /** From the question to its answer, in milliseconds. */
  readonly answer: Spread;
  /** By how much the driver itself was late at worst, in milliseconds: large, and the other figures say little. */
  readonly driverLate: number;
}

export interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/**
 * Posts signed events to the app of `slack.transport` and counts the answers by question. The app runs in a process of its
 * own; start the server with `echo: false`, or the app's own messages come back as events and count as load.
 */
export async function runLoad(slack: Slack, plan: LoadPlan): Promise<LoadResult> {
  const total = Math.round(plan.perSecond * plan.seconds);
  const pending: Promise<void>[] = [];
  const asked: Message[] = [];
  const acknowledged = new Set<Message>();
  const already = slack.journal.all.length;
  const deliveredBefore = slack.deliveries.length;
  const began = performance.now();
  let driverLate = 0;
  let repeats = 0;

  for (let index = 0; index < total; index++) {
    const due = began + (index * 1_000) / plan.perSecond;
    const wait = due - performance.now();
    if (wait > 1) await pause(wait);
    driverLate = Math.max(driverLate, performance.now() - due);
    pending.push(ask(index));
  }
  await Promise.all(pending);
  await waitForAnswers();

  const { unanswered, ...counts } = countAnswers(asked, slack.journal.all.slice(already));
  const attempts = slack.deliveries.slice(deliveredBefore).flatMap((delivery) => delivery.attempts);
  return {
    sent: total,
    repeats,
    ...counts,
    lost: unanswered.filter((message) => acknowledged.has(message)).length,
    refused: unanswered.filter((message) => !acknowledged.has(message)).length,
    failures: attempts.filter(({ outcome }) => outcome.kind !== 'acked').length,
    ack: spreadOf(attempts.map(({ ms }) => ms)),
    driverLate,
  };

  async function ask(index: number): Promise<void> {
    const person = plan.people[index % plan.people.length];
    const text = plan.questions[index % plan.questions.length];
    if (person === undefined || text === undefined) throw new Error('a load needs people and questions');
    const saying = slack.dm(person, text);
    const again = isRepeated(index, plan.repeated);
    const delivery = slack.deliveries.at(-1);
    if (again && index % 2 === 0 && delivery !== undefined) {
      // The retry that crosses the first delivery.
      repeats += 1;
      await slack.redeliver(delivery);
    }
    const said = await saying;
    asked.push(said.message);
    // What was not acknowledged comes again at once, as Slack's first retry does.
    for (const one of said.deliveries) if (one.attempts[0]?.outcome.kind !== 'acked') await slack.redeliver(one);
    const isKept = () =>
      said.deliveries.some(({ attempts }) => attempts.some(({ outcome }) => outcome.kind === 'acked'));
    if (isKept()) acknowledged.add(said.message);
    if (again && index % 2 === 1) {
      repeats += 1;
      await pause(1_000);
      for (const one of said.deliveries) await slack.redeliver(one);
      if (isKept()) acknowledged.add(said.message);
    }
  }

  async function waitForAnswers(): Promise<void> {
    const deadline = performance.now() + plan.graceMs;
    while (performance.now() < deadline) {
      if (countAnswers(asked, slack.journal.all.slice(already)).answered >= total) break;
      await pause(100);
    }
    // A double comes late by nature: what the last repeated deliveries may bring.
    await pause(Math.min(plan.graceMs, 1_000));
  }
}

/** One in so many, spread evenly and the same at each run. */
function isRepeated(index: number, share: number): boolean {
  return Math.floor((index + 1) * share) > Math.floor(index * share);
}

/**
 * An answer belongs to the question its thread is of; else to the one its metadata names by its `ts`; else to the oldest of
 * its conversation without an answer. An answer in several messages has different texts: the same text again is a double.
 */
export function countAnswers(
  asked: readonly Message[],
  happened: readonly Happening[],
): {
  readonly answered: number;
  readonly doubled: number;
  readonly answer: Spread;
  readonly unanswered: readonly Message[];
} {
  const byPlace = new Map<string, { readonly question: Message; readonly answers: Message[] }[]>();
  for (const question of [...asked].sort((a, b) => (a.ts < b.ts ? -1 : 1)))
    byPlace.set(question.channel, [...(byPlace.get(question.channel) ?? []), { question, answers: [] }]);
  let strays = 0;
  for (const it of happened) {
    if (!isAnswer(it)) continue;
    const { message } = it;
    const here = byPlace.get(message.channel) ?? [];
    const metadata = JSON.stringify(message.metadata ?? {});
    const slot =
      here.find(({ question }) => question.ts === message.threadTs) ??
      here.find(({ question }) => metadata.includes(question.ts)) ??
      here.find(({ answers }) => answers.length === 0);
    if (slot === undefined) strays += 1;
    else slot.answers.push(message);
  }
  const slots = [...byPlace.values()].flat();
  const doubles = slots.map(({ answers }) => answers.length - new Set(answers.map(({ text }) => text)).size);
  const waits = slots.flatMap(({ question, answers: [first] }) =>
    first === undefined ? [] : [(Number(first.ts) - Number(question.ts)) * 1_000],
  );
  return {
    answered: waits.length,
    doubled: doubles.reduce((sum, count) => sum + count, strays),
    answer: spreadOf(waits),
    unanswered: slots.filter(({ answers }) => answers.length === 0).map(({ question }) => question),
  };
}

function isAnswer(it: Happening): it is Extract<Happening, { readonly kind: 'message' | 'stream' }> {
  if (it.kind === 'message') return it.via !== 'person' && !it.message.streaming;
  return it.kind === 'stream' && it.step === 'stopped';
}

function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

/** Enough people that no conversation is ever crowded. */
export function fillTown(slack: Slack, workspace: Workspace, people: number): User[] {
  return Array.from({ length: people }, (_, index) =>
    slack.addUser(workspace, { name: `Agent ${index}`, email: `agent-${index}@vern.example` }),
  );
}
