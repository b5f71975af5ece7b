import type { Actor, FaceTraits, Filled, Heard } from '../../src/desk/port/heard.ts';
import { err, ok } from '../../src/result.ts';
import type { Language, Role } from '../../src/vocabulary/people.ts';
import { KIND_OF } from './screen/fields.ts';
import type { Visit } from './session/visit.ts';

/** A page: one person, who presses, fills in and takes files away; whoever is not signed in does so at the door. */
const TRAITS: FaceTraits = {
  name: 'web',
  can: { press: true, whisper: false, file: true },
  writes: 'box',
  carries: () => true,
  whenDown: 'answer',
  strangers: 'met',
  briefs: 'own',
};

interface Seated {
  readonly visit: Pick<Visit, 'person' | 'down'>;
  readonly language: Language;
  /** Of the dialogue of this browser. */
  readonly conversation: string;
  /** The side that the form of the dialogue says. */
  readonly role?: Role | undefined;
}

type Common = Pick<Heard, 'key' | 'face' | 'actor' | 'conversation' | 'isPrivate'>;

/** What everything heard from a page has in common. */
export function commonOf(seated: Seated, key: string): Common {
  return { key, face: TRAITS, actor: actorOf(seated), conversation: seated.conversation, isPrivate: true };
}

function actorOf({ visit: { person, down }, language, conversation, role }: Seated): Actor {
  const known = down ? err({ kind: 'store_down' } as const) : ok(person);
  return {
    account: person?.person ?? conversation,
    language,
    known: async () => known,
    // Nobody is made known but by signing in.
    meet: async () => (person === undefined ? err({ kind: 'store_down' }) : ok(person)),
    role: async () => role ?? person?.role,
    // The page says it: nothing else keeps it.
    setRole: async () => undefined,
  };
}

/** What the boxes of a form hold. A box that was not ticked is not sent: beside it, the form says that it had one. */
export function filledOf(form: unknown): Filled {
  const sent = new Map(Object.entries(typeof form === 'object' && form !== null ? form : {}));
  const filled = new Map<string, string | boolean | readonly string[]>();
  for (const [name, value] of sent) {
    if (!name.startsWith(KIND_OF)) {
      if (typeof value === 'string' && !filled.has(name)) filled.set(name, value);
      continue;
    }
    const box = name.slice(KIND_OF.length);
    const held: unknown = sent.get(box);
    if (value === 'toggle') filled.set(box, held === '1');
    if (value === 'list')
      filled.set(
        box,
        [held].flat().filter((one): one is string => typeof one === 'string'),
      );
  }
  return filled;
}
