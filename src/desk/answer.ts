import { isOfOffers } from '../answering/early.ts';
import { sayOutcome } from '../answering/port/say.ts';
import { FEEDBACK_BOX, sayWhy } from '../screens/feedback.ts';
import { catalogues } from '../text/catalogues.ts';
import { lessonUnder, noteMet } from '../training/port/after-answer.ts';
import { draft, requestOf } from './brief-acts.ts';
import { type Context, givenOf, seatOf, workedOut } from './context.ts';
import type { Given, PressedOf, Said } from './port/heard.ts';
import type { Happened } from './port/shown.ts';

type Asked = Pick<Said, 'text' | 'message' | 'conversation' | 'after' | 'language' | 'onSentence'> &
  Pick<Said, 'face' | 'actor' | 'isPrivate' | 'key'>;

/** Asks the assistant for someone, in the role they have said; a role that is told now is kept. Nothing of what was taken back. */
export async function answer(context: Context, asked: Asked, signal?: AbortSignal): Promise<readonly Happened[]> {
  const { conversing, teaching } = context;
  const { actor, conversation, after, onSentence } = asked;
  const before = context.last.get(seatOf(asked));
  const side = await actor.role();
  // What is a body's own is said where nobody of another may read.
  const known = asked.isPrivate ? await actor.known() : undefined;
  const siret = known?.ok === true ? known.value?.siret : undefined;
  const reply = await conversing.respond(
    {
      id: asked.message,
      address: { platform: asked.face.name, conversation },
      text: asked.text,
      ...(after === undefined ? {} : { after }),
      ...(asked.language === undefined ? {} : { language: asked.language }),
      ...(side === undefined ? {} : { role: side }),
      ...(siret === undefined ? {} : { siret }),
    },
    { ...(onSentence === undefined ? {} : { onSentence }), ...(signal === undefined ? {} : { signal }) },
  );
  if (signal?.aborted === true) return [];
  if (reply.roleIs === 'declared' && reply.role !== side) await actor.setRole(reply.role);
  // The core's own word for «un humain»: of a hand-over, «partial» is said of nothing else.
  const callsForHuman = reply.outcome.kind === 'handoff' && reply.outcome.reason === 'partial';
  if (callsForHuman && !asked.face.can.press && context.helping !== undefined)
    return before === undefined
      ? [{ name: 'ask' }]
      : draft(context, { ...asked, kind: 'said' }, requestOf(before.question, before));
  // Whoever is asked for is asked about what was said before: «un humain» is no question to a reservist.
  // What offers hold goes to nobody: whoever wants a human says it in other words.
  const words = isOfOffers(reply) ? '' : asked.text;
  const given: Given = { reply, question: callsForHuman ? (before?.question ?? words) : words };
  context.given.set(reply.inReplyTo, given);
  // What is asked of a case that was worked out is answered next, and not what was asked of a purchase before.
  if ('computed' in reply.outcome) context.asking.delete(seatOf(asked));
  if (reply.outcome.kind !== 'smalltalk') context.last.set(seatOf(asked), given);
  // Never waited for: an answer does not depend on it.
  noted(context, asked, given).catch((error: unknown) => context.report(error, 'what a question led to was not kept'));
  return [{ name: 'answer', ...given, lesson: lessonUnder(teaching, reply), purchase: isPurchase(context, given) }];
}

/** What was asked, or the case that was worked out, which the line may only have changed. */
function isPurchase({ interviewing }: Context, { reply: { outcome }, question }: Given): boolean {
  const answers = outcome.kind === 'answer' || outcome.kind === 'clarification';
  return answers && interviewing?.isPurchase(question, workedOut(outcome)) === true;
}

/** What a reply met, for the recommendations of who asked; of a stranger nothing is kept. */
async function noted({ teaching }: Context, { actor }: Asked, { reply }: Given): Promise<void> {
  if (teaching === undefined || (reply.outcome.kind !== 'answer' && reply.outcome.kind !== 'rewording')) return;
  const found = await actor.known();
  if (found.ok && found.value !== undefined) await noteMet(teaching, found.value.person, reply);
}

/** The same answer in the other register, more of it, or for others: figures and sources are the same. */
export async function register(
  context: Context,
  heard: PressedOf<'register' | 'more' | 'share'>,
): Promise<readonly Happened[]> {
  const { reply: id, role, question } = heard.value;
  const kept = await givenOf(context, heard, id);
  if (kept === undefined) {
    // Not at hand any more: asked again in its own dialogue.
    if (question === undefined || question === '') return [{ name: 'lost' }];
    return answer(context, { ...heard, text: question, message: id });
  }
  const { reply } = kept;
  const said = sayOutcome(reply.outcome, role, catalogues[reply.language]);
  const turned: Given = { ...kept, reply: { ...reply, role, roleIs: 'declared', text: said } };
  context.given.set(id, turned);
  return [
    { name: 'answer', ...turned, lesson: lessonUnder(context.teaching, reply), purchase: isPurchase(context, turned) },
  ];
}

export async function feedback(context: Context, heard: PressedOf<'feedback'>): Promise<readonly Happened[]> {
  const { reply, useful } = heard.value;
  context.conversing.addFeedback({ messageId: reply, useful, why: whyOf(heard) });
  return [{ name: 'thanked' }];
}

/** Where a reason was asked for, the one chosen, then what was written; else what was written. */
function whyOf({ filled }: PressedOf<'feedback'>): string | undefined {
  return sayWhy(filled.get(FEEDBACK_BOX.why), filled.get(FEEDBACK_BOX.comment));
}
