import type { Outgoing, Words } from '../message/delivery.ts';
import type { Verb } from '../screens/verbs.ts';
import type { HelpFault } from '../vocabulary/cases.ts';
import { feedback, register } from './answer.ts';
import { boss } from './boss-acts.ts';
import { giveUp, human, revise, send } from './brief-acts.ts';
import { calculate } from './calculate.ts';
import { act, later, mine, open, toCase } from './case-acts.ts';
import { type Context, createContext, type DeskParts, DOWN, guarded, guardedPurchase, seatOf } from './context.ts';
import { draw } from './draw.ts';
import { agreementFile, briefFile } from './file-acts.ts';
import { opening } from './forms.ts';
import { interview, interviewAct, interviewFile, sheetOf } from './interview-acts.ts';
import { beginTraining, hearLine, question } from './line.ts';
import { availability, desk, forgetMe, home, myData, role } from './own-acts.ts';
import type { FaceTraits, Heard, Pressed, PressedOf, Said } from './port/heard.ts';
import type { Desk, DeskEvent, Happened, Shown } from './port/shown.ts';
import { programme } from './programme-acts.ts';
import { purchase, purchaseDo, purchaseOpen, purchases } from './purchase-acts.ts';
import { agree, complete, correct, keep, reopenAgreement, reword } from './rewording-acts.ts';
import { takeSeat } from './seat.ts';

type ActOn<V extends Verb> = (context: Context, heard: PressedOf<V>) => Promise<readonly Happened[]>;

/** What each button does. A verb that is not here is the face's own affair. */
const ACTS: { readonly [V in Verb]?: ActOn<V> } = {
  question,
  register,
  more: register,
  share: register,
  feedback,
  human,
  preview: revise,
  send,
  give_up: giveUp,
  act,
  later,
  open,
  to_case: toCase,
  mine,
  desk,
  availability,
  role,
  begin_training: beginTraining,
  reword,
  complete,
  keep,
  brief_file: briefFile,
  agreement_file: agreementFile,
  agree,
  correct,
  reopen_agreement: reopenAgreement,
  my_data: myData,
  interview,
  interview_act: interviewAct,
  interview_file: interviewFile,
  programme,
  purchase,
  purchases,
  purchase_open: purchaseOpen,
  purchase_do: purchaseDo,
  boss,
  calculate,
  forget_me: forgetMe,
};

/** The same button of the same message with the same words, within that time, is a double click. */
const DOUBLE_MS = 2_000;

/** One desk for every face: what was said or pressed goes in, what it comes to goes out. */
export function createDesk(parts: DeskParts): Desk {
  const context = createContext(parts);
  return {
    hear: (heard, signal) => hearSeated(context, heard, signal),
    tell: (event, face) => tell(context, event, face),
    sheetOf: async (seat) => sheetOf((await takeSeat(context, seat.conversation)).context, seat),
  };
}

async function* hearSeated(context: Context, heard: Heard, signal: AbortSignal | undefined): AsyncIterable<Shown> {
  const elsewhere = heard.kind === 'pressed' && heard.verb === 'say' ? heard.value.conversation : undefined;
  const seat = await takeSeat(context, elsewhere ?? heard.conversation);
  try {
    yield* hear(seat.context, heard, signal);
  } finally {
    await seat.leave(heard.kind === 'takenBack');
  }
}

async function* hear(context: Context, heard: Heard, signal: AbortSignal | undefined): AsyncIterable<Shown> {
  const { face, actor } = heard;
  const again = heard.kind === 'pressed' && isPressedAgain(context, heard);
  for await (const happened of happenings(context, heard, signal))
    yield {
      again,
      to: { kind: 'here' },
      key: heard.key,
      happened,
      // Drawn when it is looked at: a face that shows an answer in its own way does not.
      get screen() {
        return draw(happened, { face, language: actor.language });
      },
      instead:
        happened.name === 'chosen' ? !happened.again : heard.kind === 'pressed' && takesThePlace(heard, happened),
    };
}

async function* happenings(context: Context, heard: Heard, signal: AbortSignal | undefined): AsyncIterable<Happened> {
  switch (heard.kind) {
    case 'said':
      if (!isSaidTwice(context, heard)) yield* hearLine(context, heard, signal);
      return;
    case 'pressed':
      if (heard.verb === 'say') yield* sayAs(context, heard, signal);
      else yield* await pressOnce(context, heard);
      return;
    case 'opened':
      yield await home(context, heard);
      return;
    case 'opening':
      yield* await opening(context, heard);
      return;
    case 'takenBack':
      context.conversing.forget(heard.conversation);
      context.last.delete(seatOf(heard));
      context.asking.delete(seatOf(heard));
      yield { name: 'forgot_dialogue' };
  }
}

/** A reply that one press gives is heard as if it had been typed. */
function sayAs(context: Context, heard: PressedOf<'say'>, signal: AbortSignal | undefined): AsyncIterable<Happened> {
  const { text, on, under, conversation = heard.conversation } = heard.value;
  const { key, face, actor, isPrivate } = heard;
  const said = { key, face, actor, isPrivate, conversation, text, on, under, message: key } as const;
  return hearLine(context, { kind: 'said', ...said }, signal);
}

/** The same event again is no second click: it is tried again. */
function isSaidTwice({ clicks, now }: Context, heard: Said): boolean {
  if (heard.pressed === undefined) return false;
  const button = JSON.stringify([seatOf(heard), heard.pressed, heard.text]);
  const at = heard.at ?? now().getTime();
  const before = clicks.get(button);
  if (before !== undefined && before.key !== heard.key && Math.abs(at - before.at) < DOUBLE_MS) return true;
  clicks.set(button, { at, key: heard.key });
  return false;
}

/** A double click is one: both are answered by what the first comes to. */
function pressOnce(context: Context, heard: Pressed): Promise<readonly Happened[]> {
  const before = firstPress(context, heard);
  if (before !== undefined && before.key !== heard.key) return before.came;
  const came = press(context, heard);
  if (heard.on !== undefined)
    context.presses.set(buttonOf(heard), { at: timeOf(context, heard), key: heard.key, came });
  return came;
}

function isPressedAgain(context: Context, heard: Pressed): boolean {
  const before = firstPress(context, heard);
  return before !== undefined && before.key !== heard.key;
}

/** Of the same button, with the same words, a moment ago. */
function firstPress(context: Context, heard: Pressed) {
  const before = heard.on === undefined ? undefined : context.presses.get(buttonOf(heard));
  return before !== undefined && Math.abs(timeOf(context, heard) - before.at) < DOUBLE_MS ? before : undefined;
}

function buttonOf(heard: Pressed): string {
  return JSON.stringify([seatOf(heard), heard.on, heard.verb, heard.value, [...heard.filled]]);
}

function timeOf({ now }: Context, { at }: Pressed): number {
  return at ?? now().getTime();
}

function press<V extends Verb>(context: Context, heard: PressedOf<V>): Promise<readonly Happened[]> {
  const done: ActOn<V> | undefined = ACTS[heard.verb];
  return done === undefined ? Promise.resolve([]) : done(context, heard);
}

/** The card is still right, and what was typed in it must not go. */
const KEEPS_TYPED: ReadonlySet<HelpFault['kind']> = new Set([
  'empty_text',
  'too_long',
  'too_slow',
  'not_understood',
  'unknown_reservist',
  'unfit_candidate',
  'store_down',
]);

const BESIDE: ReadonlySet<Happened['name']> = new Set([
  'not_here',
  'thanked',
  'lost',
  'no_rewording',
  'file',
  'left_open',
]);

/** An answer stays above what its buttons bring, but for the same answer in the other register. */
function takesThePlace({ verb, value }: Pressed, happened: Happened): boolean {
  if (happened.name === 'refused') return happened.act !== undefined && !KEEPS_TYPED.has(happened.fault.kind);
  if (happened.name === 'no_brief') return happened.fault.kind === 'unknown_agreement' || happened.view !== undefined;
  if (BESIDE.has(happened.name)) return false;
  // What was typed stays, unless the purchase has gone on meanwhile.
  if (happened.name === 'no_purchase') return happened.fault.kind === 'stale' && happened.view !== undefined;
  if (happened.name === 'answer') return verb === 'register';
  // Begun under an answer or a sheet, which stays.
  if (verb === 'interview') return value.text === undefined;
  if (verb === 'boss') return value.do !== 'see';
  // What was pressed on a demand leaves it where it stands.
  if (verb === 'purchase_do' && (happened.name === 'interview' || happened.name === 'consent')) return false;
  if (verb === 'calculate') return value.go === true;
  return verb !== 'human' || value.reply === undefined;
}

async function* tell(context: Context, event: DeskEvent, face: FaceTraits): AsyncIterable<Shown> {
  const { person, id, language } = event.kind === 'words' ? event.words : event.message;
  const happened =
    event.kind === 'words' ? await wordsOf(context, event.words) : await toldOf(context, event.message, face);
  const screen = draw(happened, { face, language });
  yield { to: { kind: 'person', person }, key: id, happened, screen, instead: false, again: false };
}

/** What happened to a demand comes with it as it stands for whoever is told; where it is theirs no more, with nothing of it. */
async function wordsOf(context: Context, words: Words): Promise<Happened> {
  const { purchasing } = context;
  if (words.purchase === undefined || purchasing === undefined) return { name: 'words', words };
  const id = words.purchase;
  const view = await guardedPurchase(context, () => purchasing.view(words.person, id));
  return view.ok
    ? { name: 'purchase', view: view.value, told: words.text }
    : { name: 'no_purchase', fault: view.error };
}

async function toldOf(context: Context, message: Outgoing, face: FaceTraits): Promise<Happened> {
  const { helping } = context;
  const { person, case: id } = message;
  const view = helping === undefined ? undefined : await guarded(context, () => helping.view(person, id));
  // It is said later, with what can be done about it.
  if (view?.ok === false && view.error.kind === 'store_down' && face.whenDown === 'later') return DOWN;
  return { name: 'told', message, view: view?.ok === true ? view.value : undefined };
}
