import { err, ok, type Result } from '../../result.ts';
import type { HelpFault } from '../../vocabulary/cases.ts';
import type { BroughtBack } from '../port/views.ts';
import { createReadCaseFile } from './case-file.ts';
import { helpFault } from './faults.ts';
import type { HelpingParts } from './parts.ts';
import { createRelay } from './relay.ts';

/** What was said at a case, as its requester reads it, for what the case came of. */
export function createBringBack(parts: HelpingParts) {
  const relay = createRelay(parts.masker);
  const read = createReadCaseFile(parts);
  return async (caseId: string): Promise<Result<BroughtBack, HelpFault>> => {
    const file = await read(caseId);
    if (!file.ok) return err(helpFault(file.error));
    const { state, events } = file.value;
    return ok({
      requester: state.requester.person,
      taken: events.some(({ kind }) => kind === 'accepted'),
      said: events.flatMap((event) =>
        event.kind === 'messaged' && event.from === 'reservist'
          ? [relay.wordsToRequester(file.value, event.text).text]
          : [],
      ),
    });
  };
}
