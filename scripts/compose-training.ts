import { randomBytes, randomUUID } from 'node:crypto';
import { createAttempt } from '../src/attempts/attempts.ts';
import type { Ward } from '../src/attempts/ward.ts';
import type { Config } from '../src/config/config.ts';
import type { Corpus } from '../src/corpus/read-corpus.ts';
import { parisDay } from '../src/days/iso-date.ts';
import type { Logger } from '../src/log.ts';
import { createReserve } from '../src/reserve/manage.ts';
import type { Retriever } from '../src/retrieval/retrieve.ts';
import type { Store } from '../src/store/store.ts';
import { createBadges } from '../src/training/badge/badge.ts';
import { readBadgeKey } from '../src/training/badge/key-file.ts';
import { createCourse } from '../src/training/course.ts';
import { createTraining } from '../src/training/create-training.ts';
import { createPersonCourier } from '../src/training/person-courier.ts';
import type { Training } from '../src/training/port/training.ts';
import { codeFrom } from '../src/training/proofs.ts';
import { readLine, watchLine } from '../src/training/read-line.ts';
import { createLrsCourier } from '../src/training/xapi/lrs-courier.ts';
import { createStatements } from '../src/training/xapi/statement.ts';
import type { Reach } from './compose-mail.ts';
import { repeat } from './repeat.ts';

const SWEEP_EVERY_MS = 15 * 60_000;
const LRS_EVERY_MS = 20_000;
const WORDS_EVERY_MS = 10_000;
/** Months: what a learner did, what has left, and what holds no more. */
const KEPT = { events: 24, queue: 3, attestations: 36 } as const;

export interface ComposedTraining {
  readonly training: Training;
  /** Nudges, notices, lapses, statements to a record store, retention: now and again until stopped. */
  start(): { stop(): Promise<void> };
}

export interface TrainingOptions {
  readonly config: Config;
  readonly corpus: Corpus;
  readonly retriever: Retriever;
  readonly store: Store;
  readonly ward: Ward;
  readonly log: Logger;
  readonly reach: Pick<Reach, 'tell'>;
}

/** Training over a store. @throws when the badges' key is there and is not one */
export async function composeTraining({
  config,
  corpus,
  retriever,
  store,
  ward,
  log,
  reach,
}: TrainingOptions): Promise<ComposedTraining> {
  const now = () => new Date();
  const course = createCourse(corpus);
  const site = config.openId?.publicUrl ?? config.mail?.publicUrl ?? `http://${config.host}:${config.port}`;
  const issuer = config.training.issuer;
  const key = await readBadgeKey(config.data);
  const { lrs } = config.training;
  const { training, sweep } = createTraining({
    course,
    store,
    reserve: createReserve({
      records: store.reserve,
      cases: store.cases,
      competences: new Set(corpus.modules.flatMap((module) => module.competences)),
      now,
      newId: randomUUID,
    }),
    badges: await createBadges(key, { name: issuer, site }),
    now,
    day: () => parisDay(now()),
    newId: randomUUID,
    newCode: () => codeFrom(randomBytes),
    readLine: watchLine(readLine, log),
    search: async (words) => {
      const { hits } = await retriever.retrieve({ text: words.slice(0, 500) });
      return hits.map(({ document }) => document.id).filter((id) => course.fiche(id) !== undefined);
    },
    statements: lrs === undefined ? () => [] : createStatements({ site, secret: key.secretKeyMultibase }),
    smallestGroup: config.training.smallestGroup,
    site,
    issuer,
  });
  const courier = lrs && createLrsCourier({ ...lrs, records: store.training, now, log });

  const words = createPersonCourier({
    store,
    attempt: createAttempt({ trials: store.trials, ward, now }),
    now,
    tell: reach.tell,
  });

  const sweepOnce = async () => {
    const swept = await sweep();
    const gone = await purge(store.training, now());
    if (swept.ok) log.info(swept.value, 'training: one round of the clock');
    if (!swept.ok || !gone.ok) log.warn({}, 'training waits: the store is down');
  };
  return {
    training,
    start: () => {
      const fail = (error: unknown) => log.error({ err: error }, 'training: a round failed');
      const loops = [
        repeat(sweepOnce, SWEEP_EVERY_MS, fail),
        repeat(emptying(words), WORDS_EVERY_MS, fail),
        ...(courier === undefined ? [] : [repeat(emptying(courier), LRS_EVERY_MS, fail)]),
      ];
      return { stop: async () => void (await Promise.all(loops.map((loop) => loop.stop()))) };
    },
  };
}

function purge(records: Store['training'], now: Date): ReturnType<Store['training']['purge']> {
  const before = (months: number) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1)).toISOString();
  return records.purge({
    events: before(KEPT.events),
    queue: before(KEPT.queue),
    attestations: before(KEPT.attestations),
  });
}

function emptying(from: Pick<ReturnType<typeof createPersonCourier>, 'deliverDue'>): () => Promise<void> {
  return async () => {
    for (let more = true; more; ) {
      const sent = await from.deliverDue();
      more = sent.ok && sent.value > 0;
    }
  };
}
