import { existsSync, readFileSync } from 'node:fs';
import type { About } from '../adapters/web/about.ts';
import type { HelpOptions } from '../adapters/web/handoff/create-help.ts';
import { createWebPlatform } from '../adapters/web/web.ts';
import { createSealing, createSeats } from '../src/answering/shared-state.ts';
import { createWard } from '../src/attempts/ward.ts';
import { type Config, loadConfig } from '../src/config/config.ts';
import { LOOPBACK } from '../src/config/loopback.ts';
import { readClauses } from '../src/corpus/clauses.ts';
import { frenchTypography } from '../src/french/typography.ts';
import { createLog, createTerminalLog, type Logger, withIds } from '../src/log.ts';
import type { Masker } from '../src/masking/finding.ts';
import { adoptAccounts } from '../src/reserve/adopt-accounts.ts';
import { createErrands } from '../src/reserve/errands.ts';
import { createInvitations } from '../src/reserve/invitations.ts';
import { createPersonFor } from '../src/reserve/person-for-claims.ts';
import { createSessions } from '../src/reserve/sessions.ts';
import { rolesOf } from '../src/reserve/signed-in.ts';
import { openStore } from '../src/store/open-store.ts';
import type { Store } from '../src/store/store.ts';
import { catalogues } from '../src/text/catalogues.ts';
import { commandTexts } from '../src/text/command-texts.ts';
import { peopleTexts } from '../src/text/people-texts.ts';
import { readCommandLine } from './command-line.ts';
import { compose, composeInterpreting } from './compose.ts';
import { composeAlerts } from './compose-alerts.ts';
import { composeAskHouse } from './compose-ask-house.ts';
import { composeBodies } from './compose-bodies.ts';
import { composeConversing } from './compose-conversing.ts';
import { composeHandoff } from './compose-handoff.ts';
import { composeCalculating, composeInterviews } from './compose-interviews.ts';
import { composeLaw } from './compose-law.ts';
import { type ComposedMail, composeMail, createReach, startWeek } from './compose-mail.ts';
import type { ComposedModel } from './compose-model.ts';
import { composePlatforms, deskOf } from './compose-platforms.ts';
import { composeProgramming } from './compose-programming.ts';
import { composePrograms } from './compose-programs.ts';
import { composeBossPages, composePurchasing, readAtOf, withPurchases } from './compose-purchasing.ts';
import { composeTraining } from './compose-training.ts';
import { composeWatched } from './compose-watched.ts';
import { demoConfig, seedDemo } from './demo.ts';
import { withOwnData } from './own-data.ts';
import { startImports } from './own-documents.ts';
import { programVersion } from './program-version.ts';
import { startProgress } from './progress-bar.ts';

const { start: texts } = catalogues.fr.web;

/** `npm start`: the assistant behind its web page, until it is told to stop. */
async function main(): Promise<void> {
  const demo = readCommandLine('start').has('demo');
  const loaded = loadConfig(process.env);
  const config = demo ? demoConfig(loaded) : loaded;
  // A person reads lines of words; what gathers logs, or whoever asked for them, gets JSON.
  const isTerminal = process.stdout.isTTY;
  const log =
    isTerminal && config.logLevel === undefined
      ? createTerminalLog(commandTexts.log)
      : createLog(config.logLevel ?? 'info');
  const progress = startProgress(existsSync(`${config.data}/index`) ? undefined : commandTexts.start.first);
  const store = await openStore({ data: config.data, databaseUrl: config.databaseUrl, log });
  const law = composeLaw(config, { records: store.law, corpus: () => corpus, log });
  const composing = { onProgress: progress.show, store, changes: law.changes };
  const composed = await compose(config, log, composing).finally(progress.stop);
  const { reworder, corpus } = composed;
  // Its lists are read at the first text that is masked, else once the first page is served.
  const masker: Masker = { find: (...asked) => composed.reading.masker().find(...asked) };
  if (demo) await seedDemo(store, corpus, config.handoff);
  const mail = await composeMail(config, store, log, (outcome) => watched.mailed(outcome));
  const signIn = await signInBy(config, demo, store, mail);
  // A file is served by one process; a database may be by several.
  const sealing = config.databaseUrl === undefined ? undefined : createSealing(programVersion());
  const seats =
    sealing &&
    createSeats(store.dialogues, sealing, (error) =>
      log.warn({ err: error }, 'what is at hand of a dialogue is not kept'),
    );
  const conversing = composeConversing({ ...composed, store, masker, log, sealing });
  const interpreting = composeInterpreting(reworder, store, log);
  const wiring = { config, store, ward: createWard(), log };
  const reach = createReach(() => platforms.all, mail);
  const learning = await composeTraining({ ...composed, ...wiring, reach });
  const { training } = learning;
  const handoff = composeHandoff({
    ...composed,
    ...wiring,
    masker,
    demo,
    forget: (person) => trades.helping.forgetMe(person),
    clocks: () => [purchasing.ring],
    reach,
  });
  const bodies = composeBodies(config.knowledge, store);
  const purchasing = composePurchasing(store, interpreting, handoff.addWorkingMinutes, {
    knowledge: config.knowledge,
    buying: bodies.buying,
    masker,
    helping: handoff.helping,
  });
  const programming = composeProgramming(store, {
    knowledge: config.knowledge,
    interpret: interpreting,
    buying: bodies.buying,
    purchasing,
  });
  const page = config.openId === undefined ? undefined : `${config.openId.publicUrl}/programmation`;
  const bossPages = composeBossPages(store, handoff.addWorkingMinutes);
  const { worker } = handoff;
  const told = composeAlerts({ ...composed, store, law, log });
  const trades = {
    conversing,
    seats,
    interpreting,
    helping: withOwnData(withPurchases(handoff.helping, purchasing), [
      { name: 'demandes', of: purchasing.exportOf },
      { name: 'programmation', of: programming.exportOf },
      { name: 'training', of: training.exportOf, forget: training.forget },
      { name: 'alertes', of: told.alerts.of, forget: told.alerts.forget },
    ]),
    alerts: told.alerts,
    programming: { ...programming, page },
    teaching: training,
    interviewing: composeInterviews(config.knowledge, composed, store),
    purchasing,
    bossPages,
    readAt: readAtOf(config.api.publicUrl),
    calculating: composeCalculating(config.knowledge, corpus),
    house: bodies.house,
    bids: bodies.bids,
    clauses: () => readClauses(config.knowledge),
  };
  const programs = composePrograms({
    config,
    composed,
    store,
    house: composeAskHouse(config, bodies.house),
    log,
  });
  const platforms = await composePlatforms({ ...wiring, ...trades, find: composed.assistant.find });
  const watched = composeWatched(store, composed, config.metricsToken);
  const web = createWebPlatform({
    host: config.host,
    port: config.port,
    desk: deskOf(trades, log),
    conversing,
    interpreting,
    training,
    interviews: true,
    purchases: true,
    bossPages,
    tables: bodies.tables,
    programming,
    calculating: trades.calculating,
    about: readAbout(config, composed.model),
    ...(signIn === undefined
      ? {}
      : {
          help: {
            helping: trades.helping,
            animating: handoff.animating,
            signIn,
            sessions: createSessions(store.sessions, () => new Date()),
            errands: createErrands(store.platformNotes, () => new Date()),
          },
        }),
    ...(mail === undefined ? {} : { mailboxes: mail.mailboxes }),
    keys: programs.keys,
    law: { pages: told.pages, alerts: told.alerts },
    endpoints: [
      ...platforms.all.flatMap(({ endpoints = [] }) => endpoints),
      ...watched.endpoints,
      ...programs.endpoints,
    ],
    trustProxy: config.trustProxy,
    limits: store.limits,
    onServed: watched.served,
    within: withIds,
    log,
  });
  const address = await web.start().catch((error: unknown) => {
    throw isPortInUse(error) ? new Error(texts.portInUse(config.port), { cause: error }) : error;
  });
  // Slack and Teams wait three seconds: nothing that takes as long may be left to do once they write.
  if (config.slack !== undefined || config.teams !== undefined) await composed.ready();
  await platforms.start();
  const stopping = new AbortController();
  const purging = handoff.startPurging();
  const clock = learning.start();
  const lawWatch = law.start();
  const week = startWeek(config, store, mail?.mailboxes, trades.helping, log);
  const telling = told.start();
  const imports = startImports(config, log);
  const stops = [
    purging.stop,
    web.stop,
    platforms.stop,
    worker.stop,
    clock.stop,
    lawWatch.stop,
    week.stop,
    telling.stop,
    imports.stop,
    conversing.flush,
    store.close,
    composed.reading.own.close,
  ];
  stopWhenTold(stops, stopping, log);
  sayStarted(config.host, address ?? '', isTerminal ? demo : undefined);
  // Its first messages may have to be masked: the lists are read before, a little at a time, and one after the other with the rest.
  const readied = composed
    .readyToHand()
    .then(() => (stopping.signal.aborted ? undefined : worker.start()))
    // Masking lists that cannot be used end it, as they would any text that is to be masked: nothing leaves unmasked.
    .catch((error: unknown) => {
      fail(error);
      process.kill(process.pid, 'SIGTERM');
    });
  readied
    .then(() => composed.warm(stopping.signal))
    .then(() => (stopping.signal.aborted ? undefined : programs.warm()))
    .catch((error: unknown) => log.warn({ error }, 'the fiches are read as they are found'));
  if (signIn !== undefined && signIn.kind !== 'demo') await inviteFirst(store, signIn.publicUrl);
}

/** In order, and what is under way is given up. */
function stopWhenTold(stops: readonly (() => Promise<unknown>)[], stopping: AbortController, log: Logger): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      log.info({ signal }, 'stopping');
      stopping.abort();
      stopAll(stops).catch(fail);
    });
  }
}

/** @param demo undefined where nobody reads: one line for a log then, three for a person */
function sayStarted(host: string, address: string, demo: boolean | undefined): void {
  if (!LOOPBACK.test(host)) process.stderr.write(`${texts.exposed(host)}\n`);
  const { what, stop, demo: made, address: open } = commandTexts.start;
  const lines = demo === undefined ? [texts.listening(address)] : [demo ? made : what, open(address), stop];
  process.stdout.write(frenchTypography(`${lines.join('\n')}\n`));
}

async function stopAll(stops: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const stop of stops) await stop();
}

/** As anyone of the demo, by the identity provider, else by a link in an e-mail, or not at all. */
async function signInBy(
  { openId, body }: Config,
  demo: boolean,
  store: Store,
  mail: ComposedMail | undefined,
): Promise<HelpOptions['signIn'] | undefined> {
  if (demo) return { kind: 'demo' };
  const acceptInvitation = createInvitations(store, () => new Date()).accept;
  if (openId === undefined) return mail && { kind: 'mail', ...mail.signIn, acceptInvitation };
  const { trustEmail, roles, ...provider } = openId;
  const adopted = await adoptAccounts(store, openId.issuer);
  if (!adopted.ok) throw new Error(`accounts cannot be read: ${adopted.error.reason}`);
  return {
    kind: 'openid',
    ...provider,
    personFor: createPersonFor(store, { trustEmail, body, roles }),
    acceptInvitation,
  };
}

/** Until somebody administers, each start gives the link that makes the first one. */
async function inviteFirst(store: Store, publicUrl: string): Promise<void> {
  const people = await store.reserve.people();
  if (!people.ok || people.value.some((person) => rolesOf(person).includes('administrator'))) return;
  const token = await createInvitations(store, () => new Date()).invite(undefined);
  if (token.ok)
    process.stdout.write(
      `${frenchTypography(peopleTexts.invitation(`${publicUrl}/invitation?jeton=${token.value}`))}\n`,
    );
}

function isPortInUse(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

main().catch(fail);

/** @throws naming the file and its variable where the notice cannot be read */
function readAbout({ legalNotice, handoff }: Config, model: ComposedModel | undefined): About {
  let notice: string | undefined;
  try {
    notice = legalNotice === undefined ? undefined : readFileSync(legalNotice, 'utf8');
  } catch (error) {
    throw new Error(`TRUCHEMENT_LEGAL_NOTICE: ${legalNotice} cannot be read`, { cause: error });
  }
  return { version: programVersion(), notice, kept: handoff.retention, hasModel: model !== undefined };
}
