import { createHmac } from 'node:crypto';
import { assertNever } from '../../result.ts';
import { statementTexts } from '../../text/paper-texts.ts';
import type { Queued, TrainingEvent } from '../training-records.ts';

const ADL = 'http://adlnet.gov/expapi/verbs/';

/** By its name at ADL. A letter is private by default, and nobody's business but the coordinator's collection; so is practice. */
function verbOf({ kind, right }: TrainingEvent): 'experienced' | 'answered' | 'passed' | 'failed' | undefined {
  switch (kind) {
    case 'lesson':
      return 'experienced';
    case 'answer':
      return 'answered';
    case 'passed':
    case 'failed':
      return kind;
    case 'recheck':
      return right === true ? 'passed' : 'failed';
    case 'letter':
    case 'practice':
      return undefined;
    default:
      return assertNever(kind);
  }
}

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
      const verb = verbOf(event);
      if (verb === undefined) return [];
      const activity = `${site}/formation/${event.module}${event.kind === 'lesson' || event.kind === 'answer' ? `#${event.item}` : ''}`;
      const body = {
        id: event.id,
        actor: { objectType: 'Agent', account: { homePage: site, name: pseudonym(secret, person) } },
        verb: { id: `${ADL}${verb}`, display: { 'en-US': verb, 'fr-FR': statementTexts[verb] } },
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

const TYPES: Readonly<Partial<Record<TrainingEvent['kind'], string>>> = { lesson: 'lesson', answer: 'question' };

function pseudonym(secret: string, person: string): string {
  return createHmac('sha256', secret).update(person).digest('hex').slice(0, 32);
}
