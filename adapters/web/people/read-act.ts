import type { NetworkAct, PersonWritten } from '../../../src/vocabulary/network.ts';
import { PERSON_ROLES } from '../../../src/vocabulary/people.ts';
import { readDeclaration, readOnce } from '../handoff/inbound.ts';
import { field } from '../inbound.ts';
import type { Asked } from '../route.ts';

/** What a form of these pages asks for; undefined for one that is none of theirs. */
export function readAct({ path, params, body }: Asked): NetworkAct | undefined {
  const id = field(params, 'id');
  const text = (name: string) => field(body, name);
  const [, , room] = path.split('/');
  if (room === 'organismes')
    return {
      kind: 'change_body',
      body: text('body'),
      seen: text('seen'),
      name: text('name'),
      siret: text('siret'),
      publicClass: text('publicClass'),
      territories: text('territories'),
    };
  if (room === 'avis') return { kind: 'answer_feedback', exchange: text('exchange'), text: text('text') };
  const wish = text('do');
  switch (wish) {
    case 'add_person':
      return { kind: wish, ...writtenIn(body) };
    case 'change_person':
      return { kind: wish, person: id, seen: text('seen'), ...writtenIn(body) };
    case 'lend': {
      const { competences } = readDeclaration(body);
      const [territories, week, hours, cases] = [text('territories'), text('week'), text('hours'), text('cases')];
      return { kind: wish, person: id, seen: text('seen'), competences, territories, week, hours, cases };
    }
    case 'pause':
    case 'resume':
    case 'stop_lending':
    case 'invite':
    case 'sign_out':
    case 'remove_person':
      return { kind: wish, person: id };
    case 'join':
      return { kind: wish, person: id, other: text('sure') };
    case 'hand_to':
      return { kind: wish, case: id, on: readOnce(body).on ?? 0, reservist: text('reservist') };
    case 'seek_again':
      return { kind: wish, case: id, on: readOnce(body).on ?? 0 };
    case 'retry_message':
      return { kind: wish, message: text('message') };
    case 'retry_aside':
    case 'drop_aside':
      return { kind: wish, what: text('what'), id: text('id') };
    default:
      return undefined;
  }
}

function writtenIn(body: unknown): PersonWritten {
  const [name, email, territories] = [field(body, 'name'), field(body, 'email'), field(body, 'territories')];
  const roles = PERSON_ROLES.filter((role) => field(body, 'side') === role || field(body, role) !== '');
  return { name, email, body: field(body, 'body'), territories, roles };
}
