import { readRewordRequest } from '../dialogue/reword-request.ts';
import type { Signals } from '../dialogue/signals.ts';
import type { Reworder } from '../rewording/reword.ts';
import type { Language } from '../vocabulary/people.ts';
import { type Direction, LONGEST_TEXT } from '../vocabulary/rewording.ts';
import { LONGEST_REWORDING_MS, withinTime } from '../within-time.ts';
import type { Remembered } from './memory.ts';
import type { Outcome } from './port/outcome.ts';

/** «reformule pour l'achat : …», or «reformule ça», which means what was last asked. */
export function requestIn(text: string, { kind }: Signals): ReturnType<typeof readRewordRequest> {
  if (kind === 'injection' || kind === 'abusive' || text.length > LONGEST_TEXT) return undefined;
  return readRewordRequest(text);
}

/** Undefined where nothing is to be reworded; a failure where reading it took too long. */
export function rewordIn(
  reworder: Reworder,
  request: ReturnType<typeof readRewordRequest>,
  before: Remembered | undefined,
  language: Language,
) {
  const source = request?.text || before?.question;
  return request === undefined || source === undefined
    ? undefined
    : withinTime(() => rewordingOf(reworder, source, request.direction, language), LONGEST_REWORDING_MS);
}

async function rewordingOf(
  reworder: Reworder,
  source: string,
  asked: Direction | undefined,
  language: Language,
): Promise<Outcome> {
  const rewording = await reworder.reword(source, asked ?? reworder.guess(source), language);
  return { kind: 'rewording', rewording, suggestions: [] };
}
