import { STATUS_CODES } from 'node:http';
import type { ChatPlatform, RawReply, RawRequest } from '../../src/platform.ts';
import type { TeamsContext } from './context.ts';
import { createFiles } from './files.ts';
import { createCommands } from './handlers/commands.ts';
import { createDeliver } from './handlers/deliver.ts';
import { createExtension } from './handlers/extension.ts';
import { createFeedback } from './handlers/feedback.ts';
import { createHearing } from './handlers/hear.ts';
import { createHandleHeard } from './handlers/heard.ts';
import { createAnswerInvoke } from './handlers/invoke.ts';
import { createPress } from './handlers/press.ts';
import { createTell } from './handlers/tell.ts';
import { readHeard } from './inbound/read-activity.ts';
import { createKept } from './kept.ts';
import { createPeople } from './people.ts';
import { createSender } from './send.ts';
import { createSpoken } from './spoken.ts';

/** Where Azure is told to send what is said to the bot. */
export const MESSAGES_PATH = '/api/messages';

/**
 * Microsoft Teams. A request is checked and kept before it is acknowledged, then handled from the intake; what waits for an
 * answer (buttons, dialogs, searches) is answered at once.
 */
export function createTeamsPlatform(context: TeamsContext): ChatPlatform {
  const { door, intake, log } = context;
  const kept = createKept(context);
  const people = createPeople(context, kept);
  const files = context.publicUrl === undefined ? undefined : createFiles(context.publicUrl, context.now);
  const parts = { context, kept, people, sender: createSender(context), spoken: createSpoken(), files };
  const hearing = createHearing(parts);
  const press = createPress({ ...parts, hearing });
  const commands = createCommands({ ...parts, press });
  const answerInvoke = createAnswerInvoke({
    ...parts,
    press,
    extension: createExtension(parts),
    feedback: createFeedback({ ...parts, hearing }),
  });

  const receive = async (request: RawRequest): Promise<RawReply> => {
    const received = await door.receive(request);
    if (!received.ok) {
      const { status, why } = received.error;
      log.warn({ status, why }, 'a request to the messaging endpoint was refused');
      return { status, body: STATUS_CODES[status] ?? '' };
    }
    const activity = received.value;
    if (activity.type === 'invoke') {
      const { status, body } = await answerInvoke(activity);
      if (body === undefined) return { status };
      return { status, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(body) };
    }
    const event = readHeard(activity);
    if (event === undefined) return { status: 200 };
    // At once: in its turn it would come after the answer.
    if (event.heard.kind === 'removed') hearing.takeBack(event.heard.place, event.heard.id);
    const { id, lane, heard } = event;
    const taken = await intake.take({ platform: 'teams', id, lane, body: heard });
    // Not acknowledged: Teams shows the person that it did not arrive.
    return taken.ok ? { status: 200 } : { status: 503 };
  };

  return {
    name: 'teams',
    endpoints: [
      { method: 'POST', path: MESSAGES_PATH, handle: receive },
      ...(files === undefined ? [] : [files.endpoint]),
    ],
    start: () => Promise.resolve(undefined),
    stop: () => Promise.resolve(),
    handle: createHandleHeard({
      ...parts,
      hearing,
      commands,
    }),
    deliver: createDeliver(parts),
    tell: createTell(parts),
  };
}
