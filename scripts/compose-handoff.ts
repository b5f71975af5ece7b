import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Attempt, createAttempt } from '../src/attempts/attempts.ts';
import type { Ward } from '../src/attempts/ward.ts';
import type { Config } from '../src/config/config.ts';
import { writeClause } from '../src/corpus/clauses.ts';
import type { Corpus } from '../src/corpus/read-corpus.ts';
import { fitFiche, writeFiche } from '../src/corpus/write-fiche.ts';
import { parisDay } from '../src/days/iso-date.ts';
import { createIsHoliday } from '../src/days/public-holidays.ts';
import { addWorkingMinutes, type Hours } from '../src/days/working-hours.ts';
import { createCases } from '../src/handoff/cases.ts';
import { createCourier } from '../src/handoff/courier.ts';
import { createHeartbeat } from '../src/handoff/heartbeat.ts';
import { createHelping } from '../src/handoff/help/create-helping.ts';
import { createDeliver } from '../src/handoff/help/deliver.ts';
import { createLetGo } from '../src/handoff/help/let-go.ts';
import { createPurge } from '../src/handoff/help/purge.ts';
import { createMatcher } from '../src/handoff/matcher.ts';
import { createAnimating } from '../src/handoff/network/create-animating.ts';
import type { HandoffPolicy } from '../src/handoff/policy.ts';
import type { Animating } from '../src/handoff/port/animating.ts';
import type { Helping } from '../src/handoff/port/helping.ts';
import { createWorker, type Worker } from '../src/handoff/worker.ts';
import type { Logger } from '../src/log.ts';
import type { Masker } from '../src/masking/finding.ts';
import { createReserve } from '../src/reserve/manage.ts';
import { readAvailability } from '../src/reserve/say-availability.ts';
import { watchAvailability } from '../src/reserve/watch-availability.ts';
import { ok, type Result } from '../src/result.ts';
import type { Retriever } from '../src/retrieval/retrieve.ts';
import { gravest } from '../src/rewording/lint/gravest.ts';
import type { Reworder } from '../src/rewording/reword.ts';
import type { Store } from '../src/store/store.ts';
import { proposeQuestion } from '../src/training/propose-question.ts';
import type { StoreDown } from '../src/vocabulary/record-faults.ts';
import { watchReader } from '../src/within-time.ts';
import type { Reach } from './compose-mail.ts';
import { repeat } from './repeat.ts';

const REST_MS = 1_000;
const PURGE_EVERY_MS = 3_600_000;

export interface Handoff {
  /** In the network's working time. */
  readonly addWorkingMinutes: HandoffPolicy['addWorkingMinutes'];
  readonly helping: Helping;
  readonly animating: Animating;
  readonly worker: Worker;
  /** Removes what is past its retention, now and every hour; resolves `stop` at once. */
  startPurging(): ReturnType<typeof repeat>;
}

export interface HandoffOptions {
  readonly config: Config;
  readonly corpus: Corpus;
  readonly reworder: Pick<Reworder, 'lint'>;
  readonly retriever: Retriever;
  readonly store: Store;
  readonly ward: Ward;
  readonly log: Logger;
  readonly masker: Masker;
  readonly demo: boolean;
  /** Erases a person, wherever something of them is kept. */
  readonly forget: Helping['forgetMe'];
  /** What else falls due. */
  readonly clocks: () => readonly Clock[];
  readonly reach: Pick<Reach, 'hand'>;
}

/** The hand-over over a store: cases, matching, masking, messages, retention. */
export function composeHandoff(options: HandoffOptions): Handoff {
  const { config, corpus, retriever, reworder, store, ward, log, masker, demo } = options;
  const now = () => new Date();
  // A demo is played at any hour of any day.
  const isHoliday = demo ? () => false : createIsHoliday();
  const { durations, promisedMinutes, retention } = config.handoff;
  const hours = demo ? { ...config.handoff.hours, weekly: AROUND_THE_CLOCK } : config.handoff.hours;
  const policy: HandoffPolicy = {
    ...durations,
    addWorkingMinutes: (from, minutes) => addWorkingMinutes(hours, from, minutes, isHoliday),
  };
  const match = createMatcher({ cases: store.cases, reserve: store.reserve, isHoliday, promisedMinutes });
  const cases = createCases({
    records: store.cases,
    match,
    policy,
    now,
    newId: randomUUID,
    onDamaged: (id, error) => log.error({ case: id, err: error }, 'a case cannot be read: have its record mended'),
  });
  const competences = new Set(corpus.modules.flatMap((module) => module.competences));
  const reserve = createReserve({ records: store.reserve, cases: store.cases, competences, now, newId: randomUUID });
  const looked = { cases, policy, isHoliday, now, newId: randomUUID, competences: [...competences] };
  const helping = createHelping({
    ...looked,
    store,
    reserve,
    masker,
    readAvailability: watchAvailability(readAvailability, log),
    competencesFor: watchReader(
      { reader: 'competences', log },
      createCompetencesFor(corpus, retriever),
      async () => [],
    ),
    fitFiche: (candidate) => fitFiche(config.knowledge, candidate, parisDay(now())),
    writeFiche: (candidate) => {
      const written = writeFiche(config.knowledge, candidate, parisDay(now()));
      if (written.ok) proposeQuestion(config.knowledge, written.value.file, candidate);
      return written;
    },
    clauseFault: createClauseFault(reworder),
    writeClause: ({ id, question, answer, clause }) => {
      writeClause(config.knowledge, id, { title: question, text: answer, ...clause, readOn: parisDay(now()) });
    },
    removeFiche: (file) => rmSync(join(config.knowledge, file), { force: true }),
    hours,
    demo,
  });
  const deliver = createDeliver({
    cases,
    store,
    masker,
    hand: options.reach.hand,
    timeZone: hours.timeZone,
    now,
  });
  const attempt = createAttempt({ trials: store.trials, ward, now });
  const courier = createCourier({
    outbox: store.outbox,
    deliver,
    attempt,
    onGone: createLetGo(cases),
    now,
    onThrown: ({ id }, error) => log.error({ message: id, err: error }, 'a message could not be handed over'),
  });
  const purge = createPurge(store, retention);
  return {
    helping,
    animating: createAnimating({ ...looked, store, reserve, forget: options.forget }),
    addWorkingMinutes: policy.addWorkingMinutes,
    worker: createWorker({
      cases: { ring: () => ringAll([cases.ring, ...options.clocks()], attempt) },
      courier,
      heartbeat: createHeartbeat(store.platformNotes),
      log,
      restMs: REST_MS,
      now,
      elapsedMs: () => performance.now(),
    }),
    startPurging: () => {
      const stopping = new AbortController();
      const once = async () => {
        const counts = await purge(now(), stopping.signal);
        if (counts.ok) log.info(counts.value, 'retention applied');
        else log.warn({ reason: counts.error.reason }, 'retention waits: the store is down');
      };
      const rounds = repeat(once, PURGE_EVERY_MS, (error) => log.error({ err: error }, 'retention failed'));
      return {
        stop: () => {
          stopping.abort();
          return rounds.stop();
        },
      };
    },
  };
}

type Clock = (attempt: Attempt) => Promise<Result<number, StoreDown>>;

async function ringAll(clocks: readonly Clock[], attempt: Attempt): Promise<Result<number, StoreDown>> {
  let moved = 0;
  for (const ring of clocks) {
    const rung = await ring(attempt);
    if (!rung.ok) return rung;
    moved += rung.value;
  }
  return ok(moved);
}

const AROUND_THE_CLOCK: Hours['weekly'] = ([1, 2, 3, 4, 5, 6, 7] as const).map((day) => ({
  day,
  from: 0,
  to: 24 * 60,
}));

/** The gravest thing that the lint finds in a clause, with what to write instead. */
function createClauseFault({ lint }: Pick<Reworder, 'lint'>) {
  return (text: string): string | undefined => {
    const [worst] = gravest(lint(text));
    return worst && `${worst.message} ${worst.suggestion}`;
  };
}

/** The competences of the module whose fiche answers best. */
export function createCompetencesFor(corpus: Corpus, retriever: Retriever) {
  const moduleOf = new Map(corpus.fiches.map((fiche) => [fiche.id, fiche.module]));
  const modules = new Map(corpus.modules.map((module) => [module.id, module]));
  return async (question: string): Promise<readonly string[]> => {
    const { hits } = await retriever.retrieve({ text: question.slice(0, 2_000) });
    const first = hits.map(({ document }) => moduleOf.get(document.id)).find((id) => id !== undefined);
    return modules.get(first ?? '')?.competences.slice(0, 2) ?? [];
  };
}
