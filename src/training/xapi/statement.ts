import { createHmac } from 'node:crypto';
import type { Queued, TrainingEvent } from '../../store/training-records.ts';

const ADL = 'http://adlnet.gov/expapi/verbs/';
const VERBS: Readonly<Record<TrainingEvent['kind'], string | undefined>> = {
  lesson: `${ADL}experienced`,
  answer: `${ADL}answered`,
  passed: `${ADL}passed`,
  failed: `${ADL}failed`,
  recheck: `${ADL}passed`,
  // Private by default, and nobody's business but the coordinator's collection.
  letter: undefined,
  practice: undefined,
};

export interface StatementParts {
  readonly site: string;
  /** Of the organisation alone: without it nobody tells who a pseudonym is. */
  readonly secret: string;
}

/**
 * What was done as xAPI statements (IEEE 9274.1.1), ready for the queue. The actor is a pseudonym: the same person keeps the
 * same one, and no name nor address leaves.
 */
export function createStatements({ site, secret }: StatementParts) {
  return (person: string, events: readonly TrainingEvent[]): readonly Omit<Queued, 'attempts'>[] =>
    events.flatMap((event) => {
      const verb = VERBS[event.kind];
      if (verb === undefined) return [];
      const activity = `${site}/formation/${event.module}${event.kind === 'lesson' || event.kind === 'answer' ? `#${event.item}` : ''}`;
      const body = {
        id: event.id,
        actor: { objectType: 'Agent', account: { homePage: site, name: pseudonym(secret, person) } },
        verb: { id: verb },
        object: {
          objectType: 'Activity',
          id: activity,
          definition: { type: `http://adlnet.gov/expapi/activities/${TYPES[event.kind] ?? 'module'}` },
        },
        ...(event.right === undefined ? {} : { result: { success: event.right } }),
        context: { platform: 'Truchement', language: 'fr' },
        timestamp: event.at,
      };
      return [{ id: `lrs-${event.id}`, at: event.at, person, target: 'lrs', body } as const];
    });
}

const TYPES: Readonly<Partial<Record<TrainingEvent['kind'], string>>> = { lesson: 'lesson', answer: 'cmi.interaction' };

function pseudonym(secret: string, person: string): string {
  return createHmac('sha256', secret).update(person).digest('hex').slice(0, 32);
}
