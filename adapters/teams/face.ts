import type { Actor, FaceTraits, Heard } from '../../src/desk/port/heard.ts';
import { ok } from '../../src/result.ts';
import { LONGEST } from '../../src/screens/case-acts.ts';
import type { HandlerParts } from './handlers/handler-parts.ts';
import type { Place } from './inbound/heard.ts';

/** What Teams can do; a line that is held back stands in a box of its card. */
export const TRAITS: FaceTraits = {
  name: 'teams',
  can: { press: true, whisper: false, file: false },
  writes: 'box',
  carries: (text) => text.length <= LONGEST.said,
  whenDown: 'answer',
  strangers: 'met',
  briefs: 'own',
};

/** What everything heard in a place has in common. */
export function commonOf(
  { people, kept, files }: Pick<HandlerParts, 'people' | 'kept' | 'files'>,
  at: Place,
  key: string,
): Omit<Heard, 'kind'> {
  const { conversation } = at.reference;
  return {
    key,
    face: files === undefined ? TRAITS : { ...TRAITS, can: { ...TRAITS.can, link: true } },
    actor: actorOf(people, at),
    conversation,
    isPrivate: at.scope === 'personal',
    recall: async (reply) => {
      // A key leads to the conversation it was made in, and to no other.
      const found = reply.startsWith(`${conversation}|`) ? await kept.reply(reply) : ok(undefined);
      return found.ok && found.value !== undefined
        ? { question: found.value.question, reply: found.value.message }
        : undefined;
    },
  };
}

function actorOf(people: HandlerParts['people'], at: Place): Actor {
  return {
    account: at.from.account,
    language: at.language ?? 'fr',
    known: () => people.known(at),
    meet: () => people.meet(at),
    role: async () => {
      const person = await people.known(at);
      return people.role(at, person.ok ? person.value : undefined);
    },
    setRole: (role) => people.setRole(at, role),
  };
}
