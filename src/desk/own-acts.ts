import type { Helping } from '../handoff/port/helping.ts';
import type { SignedIn } from '../reserve/port/signed-in.ts';
import { HOURS_BOX } from '../screens/desk.ts';
import { type Context, DOWN, guarded, withPerson } from './context.ts';
import { text } from './filled.ts';
import type { Heard, Opened, PressedOf } from './port/heard.ts';
import type { Happened } from './port/shown.ts';

/** A reservist's own desk. */
export async function desk(context: Context, heard: PressedOf<'desk'>): Promise<readonly Happened[]> {
  return withReservist(context, heard, async (by, helping) => {
    const shown = await guarded(context, () => helping.desk(by.person));
    return [shown.ok ? { name: 'desk', desk: shown.value } : { name: 'refused', fault: shown.error }];
  });
}

/** Who one is here, one's requests, one's desk; a store that is down leaves the page, and says so. */
export async function home(context: Context, { actor, name }: Opened): Promise<Happened> {
  const { helping } = context;
  const { language } = actor;
  const known = await actor.known();
  const person = known.ok ? known.value : undefined;
  const role = (await actor.role()) ?? person?.role;
  const at = context.now().toISOString();
  const facts = { language, name, person, role, at, mine: [], desk: undefined, down: !known.ok };
  if (helping === undefined || person === undefined) return { name: 'home', facts };
  const mine = await guarded(context, () => helping.mine(person.person));
  const desk = person.reservist ? await guarded(context, () => helping.desk(person.person)) : undefined;
  return {
    name: 'home',
    facts: {
      ...facts,
      mine: mine.ok ? mine.value : [],
      desk: desk?.ok === true ? desk.value : undefined,
      down: !mine.ok || desk?.ok === false,
    },
  };
}

/** Hours are played back before they are kept; changed after that, they are played back again. */
export async function availability(context: Context, heard: PressedOf<'availability'>): Promise<readonly Happened[]> {
  const confirmed = heard.value.confirm ?? '';
  const typed = text(heard.filled, HOURS_BOX);
  const confirms = confirmed !== '' && (typed === '' || typed === confirmed);
  const words = confirms ? confirmed : typed;
  return withReservist(context, heard, async (by, helping) => {
    if (words === '') return [{ name: 'refused', fault: { kind: 'empty_text' } }];
    const done = await guarded(context, () => helping.availability(by.person, words, confirms));
    if (!done.ok) return [{ name: 'refused', fault: done.error }];
    const { playback } = done.value;
    // Where it can be looked at, it is shown on the desk.
    const seen = heard.face.writes === 'box' ? await guarded(context, () => helping.desk(by.person)) : undefined;
    const shown = seen?.ok === true ? { desk: seen.value } : {};
    return [
      confirms
        ? { name: 'hours_kept', done: done.value.done, playback, ...shown }
        : { name: 'hours', playback, confirms: true, text: words, ...shown },
    ];
  });
}

/** Whoever lends help is known already: nobody is made known for asking. */
async function withReservist(
  context: Context,
  heard: Heard,
  act: (by: SignedIn, helping: Helping) => Promise<readonly Happened[]>,
): Promise<readonly Happened[]> {
  if (heard.face.strangers === 'asked') {
    const known = await heard.actor.known();
    if (!known.ok) return [DOWN];
    if (known.value?.reservist !== true) return [{ name: 'not_reservist' }];
  }
  return withPerson(context, heard, async (by, helping) =>
    by.reservist ? act(by, helping) : [{ name: 'not_reservist' }],
  );
}

export async function myData(context: Context, heard: PressedOf<'my_data'>): Promise<readonly Happened[]> {
  const { helping } = context;
  if (helping === undefined) return [];
  const known = await heard.actor.known();
  if (!known.ok) return [DOWN];
  const person = known.value;
  if (person === undefined) return [{ name: 'nothing_kept', text: undefined }];
  return [await exportOf(context, helping, person, undefined)];
}

export async function exportOf(
  context: Context,
  helping: Helping,
  person: SignedIn,
  text: string | undefined,
): Promise<Happened> {
  const exported = await guarded(context, () => helping.exportOf(person.person));
  if (!exported.ok) return { name: 'refused', fault: exported.error };
  return { name: 'data', kept: { person, json: exported.value }, text };
}

/** The dialogue goes with the person. */
export async function forgetMe(context: Context, heard: PressedOf<'forget_me'>): Promise<readonly Happened[]> {
  const { helping, conversing } = context;
  if (helping === undefined) return [];
  const known = await heard.actor.known();
  if (!known.ok) return [DOWN];
  const person = known.value?.person;
  const gone = person === undefined ? undefined : await guarded(context, () => helping.forgetMe(person));
  if (gone?.ok === false) return [{ name: 'refused', fault: gone.error }];
  conversing.forget(heard.conversation);
  return [{ name: 'forgotten' }];
}

export async function role(_context: Context, { actor, value }: PressedOf<'role'>): Promise<readonly Happened[]> {
  if (value.role !== undefined) await actor.setRole(value.role);
  return [];
}
