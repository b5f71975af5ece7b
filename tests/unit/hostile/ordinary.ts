import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { SlackTown } from '../../fixtures/slack-town.ts';

const FOLDER = new URL('../../fixtures/slack/', import.meta.url);

/** Payloads as Slack sent them; without those that remove the app, which are believed. */
export const RECORDED: readonly Record<string, unknown>[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json') && !/uninstalled|revoked/.test(file))
  .map((file) => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')));

let people = 0;

/** Someone new asks an ordinary question: it is answered, once. */
export async function answersOnce({ slack, vern, store }: SlackTown): Promise<void> {
  const asking = slack.addUser(vern, { name: `Nadia ${++people}`, email: `nadia-${people}@vern.example` });
  const { message } = await slack.dm(asking, 'Faut-il trois devis pour une question ordinaire ?');
  expect((await slack.nextMessage(asking)).text).toContain('sous 60');
  await expect.poll(() => store.inbound.underWay(), { timeout: 60_000 }).toEqual({ ok: true, value: 0 });
  const answers = slack.journal
    .of('message')
    .filter((it) => it.via !== 'person' && it.message.channel === message.channel);
  expect(answers).toHaveLength(1);
}

/** Nothing is stuck nor set aside, nothing failed, and no more was said than was heard. */
export async function isCalm({ store, slack, logged }: SlackTown, heard: number): Promise<void> {
  await expect.poll(() => store.inbound.underWay(), { timeout: 1_200_000 }).toEqual({ ok: true, value: 0 });
  expect(await store.trials.setAside()).toEqual({ ok: true, value: [] });
  expect(logged.filter((line) => line.startsWith('error'))).toEqual([]);
  expect(slack.journal.of('message').filter(({ via }) => via !== 'person').length).toBeLessThanOrEqual(heard);
}
