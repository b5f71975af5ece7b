import type { OutboundMessage } from '../answering/port/outcome.ts';
import { clauseWanted, findClauses } from '../corpus/clauses.ts';
import type { Helping } from '../handoff/port/helping.ts';
import type { Heard as HeardOf } from '../handoff/port/views.ts';
import type { SignedIn } from '../reserve/port/signed-in.ts';
import { assertNever } from '../result.ts';
import { choicesIn } from '../screens/suggest.ts';
import type { TrainingReply } from '../training/port/views.ts';
import { ENDED } from '../vocabulary/cases.ts';
import { alertLine } from './alert-line.ts';
import { answer } from './answer.ts';
import { bidderLine } from './bidder-line.ts';
import { actAt } from './case-acts.ts';
import { type Context, DOWN, givenOf, guarded, withPerson } from './context.ts';
import { interviewLine } from './interview-acts.ts';
import { exportOf } from './own-acts.ts';
import { actSaid } from './port/act-said.ts';
import type { PressedOf, Said } from './port/heard.ts';
import type { Happened } from './port/shown.ts';
import { programmeLine } from './programme-acts.ts';
import { threadLine } from './purchase-acts.ts';

/** A line about oneself is no longer than that: a longer text is a question. */
const LONGEST_LINE = 500;
const MOST_CASES = 5;

/** The one flow of a line: a case's own, training, one's own affairs, a case to be named, then the assistant. */
export async function* hearLine(context: Context, said: Said, signal?: AbortSignal): AsyncIterable<Happened> {
  if (said.case !== undefined) {
    yield* await inCase(context, said, said.case);
    return;
  }
  const chosen = await choiceOf(context, said);
  if (chosen !== undefined) yield chosen;
  if (chosen?.again === true) return;
  const found = await said.actor.known();
  if (!found.ok && said.face.whenDown === 'later') {
    yield DOWN;
    return;
  }
  const person = found.ok ? found.value : undefined;
  if (said.asked === true) {
    await guardedHear(context, person, said.text);
    yield* await answer(context, said, signal);
    return;
  }
  const aside =
    bidderLine(context, said.text) ??
    (await alertLine(context, said, person)) ??
    (await taught(context, said, person)) ??
    (await interviewLine(context, said)) ??
    (await programmeLine(context, said, person)) ??
    (await threadLine(context, said, person)) ??
    (await ownAffairs(context, said, person)) ??
    clausesFor(context, said, person) ??
    (await ofHouse(context, said, person)) ??
    (await whichCase(context, said, person));
  if (aside?.name === 'house' && aside.place !== 'alone' && said.asideOnly !== true) {
    yield* besideLaw(context, said, aside, signal);
    return;
  }
  if (aside !== undefined) {
    yield aside;
    if (aside.name !== 'for_case' || !aside.goesOn) return;
    await guardedHear(context, person, said.text);
  }
  if (said.asideOnly !== true) yield* await answer(context, said, signal);
}

type Chosen = Extract<Happened, { readonly name: 'chosen' }>;

/** One of the choices of a question put back: made once, for all to see; the same event again is tried again. */
async function choiceOf(context: Context, said: Said): Promise<Chosen | undefined> {
  const { under, text, key } = said;
  const given = under === undefined ? undefined : await givenOf(context, said, under);
  if (under === undefined || given === undefined) return undefined;
  const label = choicesIn(given.reply.outcome, given.reply.role).find((choice) => choice.text === text)?.label;
  if (label === undefined) return undefined;
  const before = context.chosen.get(under);
  const again = before?.text === text && before.key !== key;
  if (!again) context.chosen.set(under, { text, key });
  return { name: 'chosen', ...given, chosen: label, again };
}

/** Typed where one case alone is spoken of: it goes to the other side, or is one of the few words that do something. */
function inCase(context: Context, { key, ...said }: Said, id: string): Promise<readonly Happened[]> {
  return withPerson(context, { key, ...said }, async (by, helping) => {
    const names = said.files === undefined || said.files === 0 ? {} : { files: ['?'] };
    const action = actSaid(said.text) ?? { kind: 'say', text: said.text, ...names };
    return [await actAt(context, helping, by, { case: id, action, once: { key } })];
  });
}

/** Whoever learns is known: their place in a lesson is kept for them. */
async function taught(
  context: Context,
  { text, on, face, isPrivate, actor }: Said,
  person: SignedIn | undefined,
): Promise<Happened | undefined> {
  const { teaching, report } = context;
  if (teaching === undefined) return undefined;
  const hear = (by: string | undefined): Promise<TrainingReply | undefined> => teaching.hear(by, text, on);
  try {
    const heard = await hear(isPrivate || face.can.whisper ? person?.person : undefined);
    if (heard === undefined) return undefined;
    if (!isPrivate && !face.can.whisper) return { name: 'not_here' };
    if (person !== undefined) return { name: 'taught', reply: heard };
    if (face.strangers === 'asked') return { name: 'learn_first', text };
    const met = await actor.meet();
    const reply = met.ok ? await hear(met.value.person) : undefined;
    return reply && { name: 'taught', reply };
  } catch (error) {
    // A store that throws is a store that is down: the assistant answers all the same.
    report(error, 'a line of training could not be read');
    return undefined;
  }
}

/** Someone who has agreed that their progress is kept. */
export async function beginTraining(
  context: Context,
  heard: PressedOf<'begin_training'>,
): Promise<readonly Happened[]> {
  const { text = '' } = heard.value;
  const met = await heard.actor.meet();
  if (!met.ok) return [DOWN];
  const reply = await context.teaching?.hear(met.value.person, text);
  return reply === undefined ? [] : [{ name: 'taught', reply }];
}

/** The core says what a line is; nothing of it is done before it is pressed. */
async function ownAffairs(context: Context, said: Said, person: SignedIn | undefined): Promise<Happened | undefined> {
  const { helping } = context;
  const { text, face, isPrivate } = said;
  if (helping === undefined || (!isPrivate && !face.can.whisper)) return undefined;
  const heard = await guarded(context, () => helping.hear(person?.person, text));
  if (!heard.ok) return heard.error.kind === 'store_down' && face.whenDown === 'later' ? DOWN : undefined;
  if (heard.value.kind === 'for_case')
    return isPrivate && person !== undefined ? forCase(context, helping, person, heard.value, said) : undefined;
  if (text.length > LONGEST_LINE) return undefined;
  switch (heard.value.kind) {
    case 'question':
      return undefined;
    case 'availability':
      return { name: 'hours', playback: heard.value.playback, confirms: heard.value.confirms, text };
    case 'unclear':
      return { name: 'hours_unclear', asked: heard.value.asked, text };
    case 'my_data':
      if (person === undefined) return { name: 'nothing_kept', text };
      return face.can.file ? { name: 'data', kept: undefined, text } : exportOf(context, helping, person, text);
    case 'forget_me':
      return person === undefined ? { name: 'nothing_kept', text } : { name: 'forget_asked', text };
    default:
      return assertNever(heard.value);
  }
}

/** Asked of the first line, then passed on with a line that says so. What no button carries whole is a question, as it stands. */
async function forCase(
  context: Context,
  helping: Helping,
  by: SignedIn,
  { cases, goes }: Extract<HeardOf, { readonly kind: 'for_case' }>,
  { text, key, face }: Said,
): Promise<Happened | undefined> {
  if (!face.can.press) return { name: 'for_case', cases, text, key, goesOn: true };
  if (goes === undefined) return face.carries(text) ? { name: 'for_case', cases, text, key, goesOn: false } : undefined;
  const went = await actAt(context, helping, by, { case: goes.id, action: { kind: 'say', text }, once: { key } });
  return went.name === 'case' ? { ...went, name: 'went', text } : went;
}

/** «une clause pour …», of someone of the network; where none is near, the assistant answers. */
function clausesFor({ clauses, report }: Context, { text }: Said, person: SignedIn | undefined): Happened | undefined {
  const wanted = text.length > LONGEST_LINE ? undefined : clauseWanted(text);
  if (clauses === undefined || person === undefined || wanted === undefined) return undefined;
  try {
    const found = findClauses(clauses(), wanted);
    return found.length === 0 ? undefined : { name: 'clauses', found, text };
  } catch (error) {
    report(error, 'clauses could not be read');
    return undefined;
  }
}

type OfHouse = Extract<Happened, { readonly name: 'house' }>;

/** What one's own body has for a message, first or last; what the law would only ask back, or not answer, is left out under it. */
async function* besideLaw(
  context: Context,
  said: Said,
  house: OfHouse,
  signal: AbortSignal | undefined,
): AsyncIterable<Happened> {
  if (house.place === 'above') yield house;
  const law = await answer(context, said, signal);
  const says = ({ outcome }: OutboundMessage) => outcome.kind !== 'refusal' && outcome.kind !== 'clarification';
  yield* law.filter((one) => house.place === 'under' || one.name !== 'answer' || says(one.reply));
  if (house.place === 'under') yield house;
}

/** What one's own body has for it, asked or not: said where nobody else reads, and to its members alone. */
async function ofHouse(
  { house, report }: Context,
  { text, face, isPrivate }: Said,
  person: SignedIn | undefined,
): Promise<Happened | undefined> {
  if (house === undefined || text.length > LONGEST_LINE) return undefined;
  if (!isPrivate && !face.can.whisper) return house.reads(text) && { name: 'not_here' };
  try {
    const answered = await house.answer(person?.person, text);
    // Of a body without a table, or that has nothing for it, the law alone speaks.
    if (answered.ok) return answered.value && { name: 'house', ...answered.value, text };
    return house.reads(text) && DOWN;
  } catch (error) {
    report(error, 'the table of a body could not be read');
    return house.reads(text) && DOWN;
  }
}

/** «clore», «rendre le cas» said outside a case: which one is meant is for the person to say. */
async function whichCase(
  context: Context,
  { text, face, isPrivate }: Said,
  person: SignedIn | undefined,
): Promise<Happened | undefined> {
  const { helping } = context;
  if (helping === undefined || person === undefined || !face.can.press || !isPrivate) return undefined;
  if (actSaid(text) === undefined) return undefined;
  const mine = await guarded(context, () => helping.mine(person.person));
  const desk = person.reservist ? await guarded(context, () => helping.desk(person.person)) : undefined;
  if (!mine.ok || desk?.ok === false) return face.whenDown === 'later' ? DOWN : undefined;
  const open = [...(desk?.value.cases ?? []), ...mine.value].filter(
    ({ status }) => status !== 'draft' && !ENDED.has(status),
  );
  return open.length === 0 ? undefined : { name: 'which_case', rows: open.slice(0, MOST_CASES), text };
}

/** Until a case moves, what follows is a question too. */
async function guardedHear(context: Context, person: SignedIn | undefined, text: string): Promise<void> {
  const { helping } = context;
  if (helping !== undefined && person !== undefined)
    await guarded(context, () => helping.hear(person.person, text, { case: undefined }));
}

/** A line taken for something else was a question. */
export async function question(context: Context, heard: PressedOf<'question'>): Promise<readonly Happened[]> {
  const { text = '', conversation } = heard.value;
  if (text === '') return [];
  const known = await heard.actor.known();
  await guardedHear(context, known.ok ? known.value : undefined, text);
  const asked = { ...heard, text, message: heard.key, conversation: conversation ?? heard.conversation };
  return [{ name: 'was_question' }, ...(await answer(context, asked))];
}
