import { peopleCsv } from '../../reserve/people-csv.ts';
import { looksAfter } from '../../reserve/reach.ts';
import { ok, type Result } from '../../result.ts';
import type { NetworkAct, NetworkFault } from '../../vocabulary/network.ts';
import type { Animating } from '../port/animating.ts';
import type { NoteOfAct } from '../records/network-records.ts';
import { answerFeedback, handTo, releaseAside, retryMessage, seekAgain } from './case-acts.ts';
import { changeBody, lend, pause, resume, stopLending } from './lending-acts.ts';
import { addPerson, changePerson, invite, join, removePerson, signOut } from './people-acts.ts';
import { readActs, readHanded, readNetwork, readOpinions, readPerson } from './read-network.ts';
import { type ActOf, type AnimatingParts, DOWN, openRoom, type Planned, type Room } from './room.ts';

const PLANS: { readonly [K in NetworkAct['kind']]: (room: Room, act: ActOf<K>) => Planned } = {
  add_person: addPerson,
  change_person: changePerson,
  lend,
  pause,
  resume,
  stop_lending: stopLending,
  invite,
  sign_out: signOut,
  remove_person: removePerson,
  join,
  change_body: changeBody,
  hand_to: handTo,
  seek_again: seekAgain,
  retry_message: retryMessage,
  retry_aside: releaseAside,
  drop_aside: releaseAside,
  answer_feedback: answerFeedback,
};

/**
 * The network looked after: who is who, what they lend, cases that wait, messages that did not arrive, what people say. An act is
 * looked at whole, then noted, then done: one that is refused leaves no trace, and none is done without one.
 */
export function createAnimating(parts: AnimatingParts): Animating {
  const within = async <T>(
    by: string,
    work: (room: Room) => Promise<Result<T, NetworkFault>>,
  ): Promise<Result<T, NetworkFault>> => {
    const room = await openRoom(parts, by);
    return room.ok ? work(room.value) : room;
  };
  const note = (by: string, act: Pick<NoteOfAct, 'kind' | 'about' | 'changes'>) =>
    parts.store.network.note({ ...act, id: parts.newId(), at: parts.now().toISOString(), by });

  return {
    network: (by) => within(by, readNetwork),
    person: (by, id) => within(by, (room) => readPerson(room, id)),
    handed: (by, caseId) => within(by, (room) => readHanded(room, caseId)),
    opinions: (by) => within(by, readOpinions),
    journal: (by) => within(by, (room) => readActs(room)),
    csv: (by) =>
      within(by, async ({ people, bodies, lenders, by: person }) => {
        const noted = await note(by, { kind: 'export', about: '', changes: [] });
        if (!noted.ok) return DOWN;
        const inReach = [...people.values()].filter((one) => looksAfter(person, bodies.get(one.organisation)));
        return ok(peopleCsv(inReach, bodies, lenders));
      }),
    act: (by, act) =>
      within(by, async (room) => {
        const planned = await plan(room, act.kind, act);
        if (!planned.ok) return planned;
        if (planned.value === undefined) return ok({ same: true });
        const { about, changes = [], apply } = planned.value;
        const noted = await note(by, { kind: act.kind, about, changes });
        return noted.ok ? apply() : DOWN;
      }),
  };
}

function plan<K extends NetworkAct['kind']>(room: Room, kind: K, act: ActOf<K>): Planned {
  return PLANS[kind](room, act);
}
