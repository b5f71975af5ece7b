import type { KeyFault, KeyKeeping } from '../../../src/calls/port/keys.ts';
import type { SignedIn } from '../../../src/reserve/port/signed-in.ts';
import { keyTexts } from '../../../src/text/key-texts.ts';
import { faultPage } from '../handoff/faults.ts';
import type { Show } from '../handoff/show.ts';
import { field } from '../inbound.ts';
import { type Asked, type Log, type Reply, type Route, redirect } from '../route.ts';
import type { Guard } from '../session/guard.ts';
import { type KeysShown, renderKeys, renderMade, renderSure } from './screen.ts';

interface KeyParts {
  readonly keys: KeyKeeping;
  readonly guard: Guard;
  readonly show: Show;
  readonly log: Log | undefined;
}

const PATH = '/animation/cles';

/** Keys of programs, for coordinators: made and shown once, listed, revoked after a second yes. */
export function keyRoutes(parts: KeyParts): readonly Route[] {
  const { guard, show } = parts;
  const forCoordinators =
    (then: (parts: KeyParts, asked: Asked, by: SignedIn) => Promise<Reply>): Route['answer'] =>
    (asked) =>
      guard(asked, async (by) =>
        by.coordinator ? then(parts, asked, by) : faultPage(show, asked, 403, 'not_coordinator'),
      );
  return [
    { method: 'GET', path: PATH, answer: forCoordinators(list) },
    { method: 'POST', path: PATH, answer: forCoordinators(make) },
    { method: 'POST', path: `${PATH}/revoquer`, answer: forCoordinators(revoke) },
  ];
}

function list(parts: KeyParts, asked: Asked, by: SignedIn): Promise<Reply> {
  const texts = keyTexts[asked.view.language];
  const notice = field(asked.query, 'fait') === 'revoquee' ? texts.done : undefined;
  return showList(parts, asked, by, 200, { notice });
}

async function make(parts: KeyParts, asked: Asked, by: SignedIn): Promise<Reply> {
  const { body, view } = asked;
  const typed = {
    id: field(body, 'id'),
    organisation: field(body, 'organisation'),
    name: field(body, 'name'),
    scopes: choicesIn(body),
  };
  const made = await parts.keys.make(typed);
  if (!made.ok) return showList(parts, asked, by, statusOf(made.error), { fault: made.error, typed });
  parts.log?.info({ scopes: made.value.row.scopes }, 'made a key');
  return parts.show(asked, { status: 200, title: keyTexts[view.language].title, inside: renderMade(made.value, view) });
}

async function revoke(parts: KeyParts, asked: Asked, by: SignedIn): Promise<Reply> {
  const { body, view } = asked;
  const id = field(body, 'id');
  if (field(body, 'sure') !== 'yes') {
    const all = await parts.keys.list();
    const row = all.ok ? all.value.find((one) => one.id === id && one.revokedAt === undefined) : undefined;
    const fault: KeyFault = all.ok ? { kind: 'unknown_key' } : all.error;
    if (row === undefined) return showList(parts, asked, by, statusOf(fault), { fault });
    return parts.show(asked, { status: 200, title: keyTexts[view.language].title, inside: renderSure(row, view) });
  }
  const revoked = await parts.keys.revoke(id);
  if (!revoked.ok) return showList(parts, asked, by, statusOf(revoked.error), { fault: revoked.error });
  parts.log?.info({}, 'revoked a key');
  return redirect(view.at(`${PATH}?fait=revoquee`));
}

async function showList(
  { keys, show }: KeyParts,
  asked: Asked,
  { organisation }: SignedIn,
  status: number,
  shown: Partial<KeysShown>,
): Promise<Reply> {
  const { view } = asked;
  const all = await keys.list();
  const rows = all.ok ? all.value : [];
  const fault = shown.fault ?? (all.ok ? undefined : all.error);
  return show(asked, {
    status: all.ok ? status : 503,
    title: keyTexts[view.language].title,
    inside: renderKeys({ ...shown, fault, rows, newId: keys.newId(), organisation }, view),
  });
}

/** A field a form may send several times comes as one text, or as several. */
function choicesIn(body: unknown): readonly string[] {
  const chosen: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'choice') : undefined;
  return [chosen].flat().filter((one) => typeof one === 'string');
}

function statusOf({ kind }: KeyFault): number {
  if (kind === 'store_down') return 503;
  if (kind === 'unknown_key') return 404;
  return kind === 'made_before' ? 409 : 422;
}
