import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { BreakerState } from './breaker.ts';
import type { ModelFault, Purpose, Usage } from './complete.ts';
import { UNGROUNDED, type Ungrounded } from './ungrounded.ts';

/** What became of one exchange that a model was asked to word; the reasons of the model-less wording besides the faults. */
export type Wording = 'worded' | 'abstained' | 'hostile' | 'too_few' | 'malformed' | ModelFault['kind'];

/** What is seen of the model at work. Counts and times only: no text, no person. */
export interface ModelMetrics {
  called(call: { purpose: Purpose; outcome: 'ok' | ModelFault['kind']; usage: Usage; ms: number }): void;
  retried(purpose: Purpose): void;
  breaker(state: BreakerState): void;
  claimShown(): void;
  claimRejected(why: Ungrounded): void;
  checked(ms: number): void;
  firstSentence(ms: number): void;
  /** @param what an answer, a rewording, a question understood */
  finished(what: Purpose, how: Wording): void;
  /** A passage that gives orders was not sent. */
  passageWithheld(): void;
  /** The endpoint of embeddings failed and the local index searched instead. */
  embeddingFellBack(): void;
  /** Prometheus text format. */
  render(): Promise<string>;
}

const STATES: Readonly<Record<BreakerState, number>> = { closed: 0, half_open: 1, open: 2 };
const SECONDS = [0.1, 0.25, 0.5, 1, 2, 4, 8, 12];

export function createModelMetrics(): ModelMetrics {
  const registry = new Registry();
  const registers = [registry];
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Counter({ name: `truchement_model_${name}`, help, labelNames: [...labelNames], registers });
  const histogram = (name: string, help: string, buckets: number[]) =>
    new Histogram({ name: `truchement_model_${name}`, help, labelNames: ['purpose'], buckets, registers });

  const calls = counter('calls_total', 'Calls to the model, by what came of them', ['purpose', 'outcome']);
  const tokens = counter('tokens_total', 'Tokens used', ['purpose', 'kind']);
  const cost = counter('cost_total', 'Cost as the endpoint reports it or as the configured prices give it', [
    'purpose',
  ]);
  const carbon = counter('co2_kilograms_total', 'CO2 equivalent as the endpoint reports it', ['purpose']);
  const retries = counter('retries_total', 'Calls tried again', ['purpose']);
  const seconds = histogram('call_seconds', 'Time of a call', SECONDS);
  const first = histogram('first_sentence_seconds', 'Time to the first checked sentence', SECONDS);
  const checks = histogram(
    'check_seconds',
    'Time of the grounding check of one claim',
    [0.0005, 0.001, 0.002, 0.005, 0.01, 0.05],
  );
  const state = new Gauge({
    name: 'truchement_model_breaker_state',
    help: 'Circuit breaker: 0 closed, 1 half open, 2 open',
    registers,
  });
  const opened = counter('breaker_opened_total', 'Times the circuit breaker opened');
  const shown = counter('claims_shown_total', 'Claims that passed the check');
  // A name each: an alert on wrong figures is not one on long sentences.
  const rejected = new Map(
    UNGROUNDED.map((why) => [why, counter(`rejected_${why}_total`, `Claims not shown: ${why}`)] as const),
  );
  const finished = counter('wordings_total', 'Exchanges by how they were worded', ['what', 'how']);
  const withheld = counter('passages_withheld_total', 'Passages not sent because they give orders');
  const fellBack = counter('embedding_fallbacks_total', 'Searches by the local index because the endpoint failed');
  state.set(STATES.closed);

  return {
    called: ({ purpose, outcome, usage, ms }) => {
      calls.inc({ purpose, outcome });
      tokens.inc({ purpose, kind: 'prompt' }, usage.promptTokens);
      tokens.inc({ purpose, kind: 'completion' }, usage.completionTokens);
      cost.inc({ purpose }, usage.cost ?? 0);
      carbon.inc({ purpose }, usage.kgCo2 ?? 0);
      seconds.observe({ purpose }, ms / 1000);
    },
    retried: (purpose) => retries.inc({ purpose }),
    breaker: (now) => {
      state.set(STATES[now]);
      if (now === 'open') opened.inc();
    },
    claimShown: () => shown.inc(),
    claimRejected: (why) => rejected.get(why)?.inc(),
    checked: (ms) => checks.observe({ purpose: 'answer' }, ms / 1000),
    firstSentence: (ms) => first.observe({ purpose: 'answer' }, ms / 1000),
    finished: (what, how) => finished.inc({ what, how }),
    passageWithheld: () => withheld.inc(),
    embeddingFellBack: () => fellBack.inc(),
    render: () => registry.metrics(),
  };
}
