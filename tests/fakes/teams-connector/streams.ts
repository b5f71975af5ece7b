import { randomUUID } from 'node:crypto';
import { entitiesOf, type Refusal, type Wire } from './rules.ts';

/**
 * Streamed messages as Teams keeps them: gives the id of the stream an activity belongs to, undefined for none. Each number
 * comes once, in order, and nothing after the end.
 */
export function createStreams(): (activity: Wire) => string | Refusal | undefined {
  const streams = new Map<string, number>();
  return (activity) => {
    const info = entitiesOf(activity).find((entity) => entity['type'] === 'streaminfo');
    if (info === undefined) return undefined;
    const { streamId, streamType, streamSequence } = info;
    if (streamId === undefined) {
      const begun = `s:${randomUUID()}`;
      streams.set(begun, 1);
      return streamSequence === 1 ? begun : { status: 400, code: 'BadRequest', message: 'a stream begins at 1' };
    }
    const at = streams.get(String(streamId));
    if (at === undefined)
      return { status: 403, code: 'ContentStreamNotAllowed', message: 'Content stream was finished or never began.' };
    if (streamType === 'final') streams.delete(String(streamId));
    else if (typeof streamSequence !== 'number' || streamSequence <= at)
      return { status: 202, code: 'ContentStreamSequenceOrderPreConditionFailed', message: 'out of order' };
    else streams.set(String(streamId), streamSequence);
    return String(streamId);
  };
}
