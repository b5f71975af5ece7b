import type { Answer, OutboundMessage } from '../../../src/answering/port/outcome.ts';
import { sayShort } from '../../../src/answering/port/short.ts';
import type { Suggestion } from '../../../src/message/message.ts';
import { assertNever } from '../../../src/result.ts';
import { outcomeScreen } from '../../../src/screens/outcome.ts';
import type { Role } from '../../../src/vocabulary/people.ts';
import type { OutboundActivity } from '../activity.ts';
import { cardOf } from '../render.ts';
import type { Say } from '../say.ts';
import { type MessageParts, toActivities } from './activities.ts';
import { citationMarks, messageEntity } from './citations.ts';

export interface ReplySetting {
  readonly say: Say;
  /** Key under which the reply is kept for its buttons; undefined where it is not kept. */
  readonly reply: string | undefined;
  readonly scope: 'personal' | 'groupChat' | 'channel';
  /** Whether a case can be handed over here. */
  readonly offersHuman: boolean;
  /** It takes the place of the card alone: its first lines are in it. */
  readonly alone?: true;
  /** From an answer to the lesson it comes from, where a module teaches it. */
  readonly lesson?: Suggestion;
  /** What was asked, where it is a purchase that one may take stock of. */
  readonly question?: string;
  /** Which of its choices was pressed. */
  readonly chosen?: string;
}

/** A reply of the assistant as Teams shows it: first lines and citations in a message of text, the rest in a card. */
export function replyActivities(
  message: OutboundMessage,
  setting: ReplySetting,
): readonly [OutboundActivity, ...OutboundActivity[]] {
  const once = toActivities(partsOf(message, setting, true), setting.say);
  const cards = once.filter(({ attachments }) => attachments !== undefined);
  // What takes several cards has no button to show its other register: it would replace the last alone.
  return cards.length <= 1 ? once : toActivities(partsOf(message, setting, false), setting.say);
}

function partsOf(message: OutboundMessage, setting: ReplySetting, turns: boolean): MessageParts {
  const { outcome, role } = message;
  const { say, reply, scope, offersHuman } = setting;
  const speaks = scope === 'personal';
  const screen = outcomeScreen({
    reply: speaks ? message : unspoken(message),
    question: setting.question ?? '',
    role,
    depth: setting.alone === true ? 'full' : 'rest',
    key: reply,
    place: scope === 'personal' ? 'dm' : 'channel',
    human: offersHuman,
    turns,
    folds: true,
    thumbs: false,
    boxes: true,
    lesson: speaks ? setting.lesson : undefined,
    purchase: setting.question !== undefined,
    chosen: setting.chosen,
  });
  const labels = entitiesOf(message, say);
  const card = cardOf(screen);
  switch (outcome.kind) {
    case 'answer':
      return { text: answerText(outcome, role, say), card, ...labels, asksFeedback: true };
    case 'handoff':
    case 'refusal':
      return { card, ...labels, asksFeedback: true };
    case 'clarification':
    case 'rewording':
      return { card, ...labels };
    case 'smalltalk':
      return screen.acts.length > 0 ? { card, ...labels } : { text: say.set(outcome.text), ...labels };
    default:
      return assertNever(outcome);
  }
}

/** In a channel nobody speaks in another's name, but to answer a question put back to them. */
function unspoken(message: OutboundMessage): OutboundMessage {
  const { outcome } = message;
  return 'suggestions' in outcome ? { ...message, outcome: { ...outcome, suggestions: [] } } : message;
}

/** What the question wanted, at once; it is all that notifications and clients without cards show. */
function answerText(answer: Answer, role: Role, { texts }: Say): string {
  return `${sayShort(answer, role, texts)} ${citationMarks(answer.sources)}`;
}

/** Citations where the text calls them; the label wherever it is true. */
function entitiesOf({ outcome, wordedBy }: OutboundMessage, say: Say): Pick<MessageParts, 'citations' | 'label'> {
  const byModel = wordedBy === 'model';
  const citations = messageEntity(outcome.kind === 'answer' ? outcome.sources : [], { byModel, say });
  const label = messageEntity([], { byModel, say });
  return { ...(citations === undefined ? {} : { citations }), ...(label === undefined ? {} : { label }) };
}
