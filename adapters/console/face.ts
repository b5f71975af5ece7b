import type { Actor, FaceTraits, Heard } from '../../src/desk/port/heard.ts';
import { ok } from '../../src/result.ts';
import type { Seat } from './seat.ts';

/** A terminal: no button, one person, nobody else reads. */
const TRAITS: FaceTraits = {
  name: 'console',
  can: { press: false, whisper: true, file: false },
  writes: 'box',
  carries: () => true,
  whenDown: 'answer',
  strangers: 'met',
  briefs: 'own',
};

type Common = Pick<Heard, 'key' | 'face' | 'actor' | 'conversation' | 'isPrivate'>;

/** What every line of this terminal has in common. */
export function commonOf(seat: Seat, key: string): Common {
  return { key, face: TRAITS, actor: actorOf(seat), conversation: seat.conversation, isPrivate: true };
}

function actorOf(seat: Seat): Actor {
  const { person } = seat;
  return {
    account: person?.person ?? 'terminal',
    language: 'fr',
    known: async () => ok(person),
    meet: async () => (person === undefined ? { ok: false, error: { kind: 'store_down' } } : ok(person)),
    role: async () => seat.role,
    setRole: async (role) => {
      seat.role = role;
    },
  };
}
