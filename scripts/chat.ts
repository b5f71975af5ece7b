import { type ConsoleOptions, createConsolePlatform } from '../adapters/console/console.ts';
import { createWard } from '../src/attempts/ward.ts';
import { type Config, loadConfig } from '../src/config/config.ts';
import { readClauses } from '../src/corpus/clauses.ts';
import { createDesk } from '../src/desk/create-desk.ts';
import { createLog, type Logger } from '../src/log.ts';
import { explainRetrieval } from '../src/retrieval/explain.ts';
import { openStore } from '../src/store/open-store.ts';
import { endWithReader } from './batch.ts';
import { readCommandLine } from './command-line.ts';
import { type Composed, compose, composeInterpreting } from './compose.ts';
import { composeAlerts } from './compose-alerts.ts';
import { composeBodies } from './compose-bodies.ts';
import { composeConversing } from './compose-conversing.ts';
import { composeHandoff } from './compose-handoff.ts';
import { composeInterviews } from './compose-interviews.ts';
import { composeLaw } from './compose-law.ts';
import { createReach } from './compose-mail.ts';
import { composePurchasing, withPurchases } from './compose-purchasing.ts';
import { composeTraining } from './compose-training.ts';
import { demoConfig, seedDemo } from './demo.ts';
import { openLaw } from './open-law.ts';
import { withOwnData } from './own-data.ts';

/** `npm run chat [-- --demo [--as PERSON]]`: the assistant in the terminal; the demo with its hand-over, as one of its people. */
async function main(): Promise<void> {
  const line = readCommandLine('chat');
  const demoed = line.has('demo');
  const loaded = loadConfig(process.env);
  const config = demoed ? demoConfig(loaded) : loaded;
  const log = createLog('warn');
  const law = await openLaw(config, () => composed.corpus, log);
  const composed = await compose(config, log, law.changes === undefined ? {} : { changes: law.changes });
  await law.start();
  const { assistant, memory } = composed;
  const demo = demoed ? await openDemo(config, log, composed) : undefined;
  try {
    const { respond } = assistant;
    const { addFeedback, exchanged, forget } = memory;
    const desk = createDesk({
      conversing: demo?.conversing ?? { respond, addFeedback, exchanged, forget },
      helping: demo?.helping,
      teaching: demo?.teaching,
      interviewing: demo?.interviewing,
      house: demo?.house,
      clauses: () => readClauses(config.knowledge),
      purchasing: demo?.purchasing,
      alerts: demo?.alerts,
      report: (error, what) => log.error({ err: error }, what),
      now: () => new Date(),
    });
    const platform = createConsolePlatform({
      desk,
      explain: async (text) => explainRetrieval(await assistant.explain(text)),
      input: process.stdin,
      output: process.stdout,
      ...(demo === undefined ? {} : { help: await demo.help(), teaches: true }),
    });
    await platform.start();
    await platform.stop();
  } finally {
    await law.close();
    await demo?.close();
  }
}

/** The store of `npm start -- --demo`: the page and any number of terminals play its people together. */
async function openDemo(config: Config, log: Logger, composed: Composed) {
  const store = await openStore({ data: config.data, databaseUrl: undefined, log });
  await seedDemo(store, composed.corpus, config.handoff);
  const masker = composed.reading.masker();
  const ward = createWard();
  const reach = createReach(() => [], undefined);
  const learning = await composeTraining({ ...composed, config, store, ward, log, reach });
  const handoff = composeHandoff({
    ...composed,
    config,
    store,
    ward,
    log,
    masker,
    demo: true,
    forget: (person) => handoff.helping.forgetMe(person),
    clocks: () => [purchasing.ring],
    reach,
  });
  const bodies = composeBodies(config.knowledge, store);
  const interpreting = composeInterpreting(composed.reworder, store, log);
  const purchasing = composePurchasing(store, interpreting, handoff.addWorkingMinutes, {
    knowledge: config.knowledge,
    buying: bodies.buying,
    helping: handoff.helping,
  });
  const { worker } = handoff;
  const law = composeLaw(config, { records: store.law, corpus: () => composed.corpus, log });
  const { alerts } = composeAlerts({ ...composed, store, law, log });
  const { training } = learning;
  const helping = withOwnData(withPurchases(handoff.helping, purchasing), [
    { name: 'demandes', of: purchasing.exportOf },
    { name: 'training', of: training.exportOf, forget: training.forget },
    { name: 'alertes', of: alerts.of, forget: alerts.forget },
  ]);
  const conversing = composeConversing({ ...composed, store, masker, log });
  worker.start();
  return {
    teaching: learning.training,
    interviewing: composeInterviews(config.knowledge, composed, store),
    house: bodies.house,
    bids: bodies.bids,
    clauses: () => readClauses(config.knowledge),
    purchasing,
    alerts,
    conversing,
    helping,
    help: async (): Promise<NonNullable<ConsoleOptions['help']>> => {
      const name = readCommandLine('chat').value('as');
      if (name === undefined) return { helping };
      const as = await helping.signedIn(name);
      if (as !== undefined) return { helping, as };
      const people = await helping.demoPeople();
      throw new Error(`--as ${name} ? ${people.map(({ person }) => person).join(', ')}`);
    },
    close: async () => {
      await worker.stop();
      await conversing.flush();
      await store.close();
    },
  };
}

endWithReader();
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
