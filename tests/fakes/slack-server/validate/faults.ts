import type { z } from 'zod';

/** Why Slack refuses something that was sent, in its own manner: an error code, a sentence, where. */
export interface Fault {
  /** The `error` of the answer. */
  readonly code: string;
  readonly message: string;
  /** JSON pointer into the payload. */
  readonly at: string;
}

type Issue = z.core.$ZodIssue;

export function readFaults(code: string, prefix: string, issues: readonly Issue[]): Fault[] {
  return issues.flatMap((issue) => {
    const at = `${prefix}${issue.path.map((part) => `/${String(part)}`).join('')}`;
    return sentences(issue).map((message) => ({ code, message, at }));
  });
}

/** As in `response_metadata.messages` of an answer. */
export function say(fault: Fault): string {
  return `[ERROR] ${fault.message} [json-pointer:${fault.at}]`;
}

function sentences(issue: Issue): string[] {
  switch (issue.code) {
    case 'too_big':
      return [
        issue.origin === 'string'
          ? `must be less than ${Number(issue.maximum) + 1} characters`
          : issue.origin === 'array'
            ? `no more than ${issue.maximum} items allowed`
            : `must be at most ${issue.maximum}`,
      ];
    case 'too_small':
      return [
        issue.origin === 'string'
          ? `must be more than ${Number(issue.minimum) - 1} characters`
          : issue.origin === 'array'
            ? `no less than ${issue.minimum} items allowed`
            : `must be at least ${issue.minimum}`,
      ];
    case 'unrecognized_keys':
      return issue.keys.map((key) => `invalid additional property: ${key}`);
    case 'invalid_type':
      return [issue.input === undefined ? 'missing required field' : `must provide a ${issue.expected}`];
    case 'invalid_union':
      return [issue.discriminator === undefined ? 'failed to match any allowed form' : 'unsupported type'];
    case 'invalid_value':
      return [`must be one of: ${issue.values.join(', ')}`];
    default:
      return [issue.message];
  }
}
