import { randomUUID } from 'node:crypto';
import type { Conversing } from '../../src/answering/port/conversing.ts';
import type { OutboundMessage } from '../../src/answering/port/outcome.ts';
import type { HelpRequest } from '../../src/handoff/port/views.ts';
import type { Suggestion } from '../../src/message/message.ts';
import { catalogues } from '../../src/text/catalogues.ts';
import type { Role } from '../../src/vocabulary/people.ts';
import type { Screen } from './screen.ts';

export interface AssistantParts {
  readonly conversing: Conversing;
  readonly explain: (text: string) => Promise<string>;
  readonly screen: Screen;
  readonly role: Role | undefined;
  /** A person was asked for, and can be had; without it the reply is shown as it is. */
  readonly askHuman: ((request: HelpRequest | undefined) => Promise<void>) | undefined;
  /** Told of each reply once it is shown, where modules can be followed; gives a line to show under it. */
  readonly learnt?: (reply: OutboundMessage) => string | undefined;
}

export interface ConsoleAssistant {
  ask(question: string): Promise<void>;
  /** Whether the command was one of the assistant's, and is done. */
  command(name: string, rest: string): Promise<boolean>;
  /** The question last answered, and what was said to it. */
  lastAsked(): HelpRequest | undefined;
}

/** One dialogue with the assistant. */
export function createConsoleAssistant(parts: AssistantParts): ConsoleAssistant {
  const { conversing, explain, screen, askHuman, learnt } = parts;
  const conversation = randomUUID();
  let role = parts.role;
  let last: { reply: OutboundMessage; question: string } | undefined;
  let lastAsked: HelpRequest | undefined;

  const ask = async (typed: string): Promise<void> => {
    const question = (last && suggestionsOf(last.reply)[Number(typed) - 1]?.text) ?? typed;
    const reply = await conversing.respond({
      id: randomUUID(),
      address: { platform: 'console', conversation },
      text: question,
      ...(role === undefined ? {} : { role }),
    });
    if (askHuman !== undefined && isCallForHuman(reply)) return askHuman(lastAsked);
    last = { reply, question };
    if (reply.outcome.kind !== 'smalltalk') lastAsked = requestOf(question, reply);
    screen.say(reply.text);
    const lesson = learnt?.(reply);
    if (lesson !== undefined) screen.say(lesson);
    const choices = suggestionsOf(reply);
    if (choices.length > 0) screen.say(choices.map(({ label }, i) => `${i + 1}. ${label}`).join('\n'));
    if (reply.roleIs === 'inferred' && reply.outcome.kind === 'answer')
      screen.say(`*${catalogues[reply.language].roleInferred[reply.role]}*`);
  };

  const turnTo = async (to: Role): Promise<void> => {
    role = to;
    if (last === undefined) screen.say(catalogues.fr.roleSet[to]);
    else await ask(last.question);
  };

  const rate = (useful: boolean, why: string): void => {
    if (last === undefined) screen.say('Rien à noter encore : posez d’abord une question.');
    else {
      conversing.addFeedback({ messageId: last.reply.inReplyTo, useful, why: why || undefined });
      screen.say('C’est noté, merci.');
    }
  };

  return {
    ask,
    lastAsked: () => lastAsked,
    command: async (name, rest) => {
      switch (name) {
        case 'acheteur':
          await turnTo('buyer');
          return true;
        case 'service':
          await turnTo('prescriber');
          return true;
        case 'explain':
          screen.say(last === undefined ? 'Posez d’abord une question.' : await explain(last.question));
          return true;
        case 'oui':
        case 'non':
          rate(name === 'oui', rest);
          return true;
        case 'oublie':
          conversing.forget(conversation);
          last = undefined;
          lastAsked = undefined;
          screen.say('Cette conversation est effacée.');
          return true;
        default:
          return false;
      }
    },
  };
}

/** The core's own word for it: of a hand-over, «partial» is said of nothing else. */
function isCallForHuman({ outcome }: OutboundMessage): boolean {
  return outcome.kind === 'handoff' && outcome.reason === 'partial';
}

function requestOf(question: string, { outcome, text }: OutboundMessage): HelpRequest {
  const answered = outcome.kind === 'answer' || outcome.kind === 'handoff' ? text : undefined;
  return { question, answered, need: outcome.kind === 'rewording' ? text : undefined };
}

function suggestionsOf({ outcome }: OutboundMessage): readonly Suggestion[] {
  if (outcome.kind === 'clarification') return outcome.choices;
  return outcome.kind === 'handoff' ? [] : outcome.suggestions;
}
