import { type Learner, learnerSchema, newLearner } from '../training/learner.ts';
import type { Attestation, Card, Join, Letter, Progress, Queued, TrainingEvent } from '../training/training-records.ts';
import type { Tables } from './tables.ts';

/** A row that cannot be read is someone who has done nothing yet: what they passed stands in other tables. */
export function learnerOf({ person, body, version }: Tables['training_learners']): Learner {
  const parsed = learnerSchema.safeParse({ ...JSON.parse(body), version });
  return parsed.success ? parsed.data : { ...newLearner(person, ''), version };
}

export function progressOf(row: Tables['training_progress']): Progress {
  return {
    module: row.module,
    startedAt: row.started_at,
    lastAt: row.last_at,
    lessons: JSON.parse(row.lessons),
    best: row.best ?? undefined,
    passedAt: row.passed_at ?? undefined,
  };
}

export function attestationOf(row: Tables['training_attestations']): Attestation {
  const { body, issued_at, valid_until, kind, ...rest } = row;
  return {
    ...rest,
    kind: kind as Attestation['kind'],
    issuedAt: issued_at,
    validUntil: valid_until,
    ...JSON.parse(body),
  };
}

export function joinOf(row: Tables['training_joins']): Join {
  return {
    person: row.person,
    path: row.path,
    at: row.at,
    status: row.status as Join['status'],
    judgedBy: row.judged_by ?? undefined,
    judgedAt: row.judged_at ?? undefined,
    noticedAt: row.noticed_at ?? undefined,
  };
}

export function cardOf({ question, due, body }: Tables['training_cards']): Card {
  return { question, due, body: JSON.parse(body) };
}

export function letterOf({ offered, body, ...row }: Tables['training_letters']): Letter {
  return { ...row, offered: offered === 1, text: JSON.parse(body) };
}

export function eventOf({ right, kind, ...row }: Tables['training_events']): TrainingEvent {
  return { ...row, kind: kind as TrainingEvent['kind'], right: right === null ? undefined : right === 1 };
}

export function queuedOf(
  row: Pick<Tables['training_queue'], 'id' | 'at' | 'person' | 'target' | 'body' | 'attempts'>,
): Queued {
  const { id, at, person, target, body, attempts } = row;
  return { id, at, person, target: target as Queued['target'], body: JSON.parse(body), attempts };
}
