import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Answer } from '../../../src/answering/port/outcome.ts';
import { plainMarkdown } from '../../../src/french/plain-markdown.ts';
import type { Rewording } from '../../../src/rewording/port/rewording.ts';
import { ficheScreen } from '../../../src/screens/answer.ts';
import { rewordingScreen } from '../../../src/screens/rewording.ts';
import { NEED_BOX, needScreen } from '../../../src/screens/start.ts';
import { wordsOf as textsOf } from '../../../src/screens/words.ts';
import { deskTexts } from '../../../src/text/desk-texts.ts';
import type { Direction } from '../../../src/vocabulary/rewording.ts';
import { shorten } from '../card/clean.ts';
import { note } from '../card/elements.ts';
import { fitCard, packCards } from '../card/pack.ts';
import { commonOf } from '../face.ts';
import type { Place } from '../inbound/heard.ts';
import { directionOf, type Given, textOf } from '../inbound/read-action.ts';
import { textOfHtml } from '../inbound/read-text.ts';
import { replyKey } from '../kept.ts';
import { type CardPart, cardOf, formOf } from '../render.ts';
import { createSay, type Say } from '../say.ts';
import type { HandlerParts } from './handler-parts.ts';
import { asMessage } from './hear.ts';

/** Commands of the message extension, as the manifest names them. */
export const COMMANDS = {
  find: 'chercherFiche',
  toBuyer: 'reformulerAcheteur',
  toService: 'expliquerService',
} as const;

export interface Extension {
  /** Fiches for a few words; a click puts one in the conversation, with its sources. */
  query(at: Place, value: unknown): Promise<object>;
  /** A message's own text in the other side's words; without a message, a form. */
  fetch(at: Place, value: unknown): Promise<object>;
  submit(at: Place, value: unknown): Promise<object>;
}

const CARD = 'application/vnd.microsoft.card.adaptive';
const THUMBNAIL = 'application/vnd.microsoft.card.thumbnail';
const MOST_FICHES = 8;

const query = z.object({
  commandId: z.string().catch(''),
  parameters: z.array(z.object({ name: z.string().catch(''), value: z.string().catch('') })).catch([]),
});
const fetchTask = z.object({
  commandId: z.string().catch(''),
  messagePayload: z
    .object({ body: z.object({ contentType: z.string().optional(), content: z.string().catch('') }).optional() })
    .optional()
    .catch(undefined),
});
const submitted = z.object({ commandId: z.string().catch(''), data: z.record(z.string(), z.unknown()).catch({}) });

export function createExtension(parts: HandlerParts): Extension {
  const { context, kept } = parts;
  const reword = async (at: Place, text: string, direction: Direction | undefined, say: Say): Promise<object> => {
    const key = replyKey(at.reference.conversation, randomUUID());
    const filled = new Map([
      [NEED_BOX.text, text],
      [NEED_BOX.direction, direction ?? 'guess'],
    ]);
    const pressed = { kind: 'pressed', verb: 'reword', value: {}, filled } as const;
    for await (const { happened, screen } of context.desk.hear({ ...commonOf(parts, at, key), ...pressed })) {
      if (happened.name !== 'reworded') return { task: { type: 'message', value: screen.said } };
      const { rewording } = happened;
      await kept.keepReply(key, { question: text, message: asMessage(rewording, say), shown: [] });
      return dialog(resultPart(rewording, key, say), say);
    }
    return { task: { type: 'message', value: say.teams.answer.failed } };
  };

  return {
    query: async (at, value) => {
      const say = createSay(at.language ?? 'fr');
      const asked = query.safeParse(value);
      const words = asked.success ? wordsOf(asked.data.parameters) : '';
      const found = words.trim() === '' ? [] : await context.find(words, say.language, MOST_FICHES);
      if (found.length === 0) return { composeExtension: { type: 'message', text: say.teams.extension.none } };
      return {
        composeExtension: {
          type: 'result',
          attachmentLayout: 'list',
          attachments: found.map((one) => ficheResult(one, say)),
        },
      };
    },
    fetch: async (at, value) => {
      const say = createSay(at.language ?? 'fr');
      const asked = fetchTask.safeParse(value);
      const direction = directionOfCommand(asked.success ? asked.data.commandId : '');
      const body = asked.success ? asked.data.messagePayload?.body : undefined;
      if (body === undefined) return dialog(formOf(needScreen(say.language, '', direction), { do: 'reword' }), say);
      const text = body.contentType === 'text' ? body.content : textOfHtml(body.content);
      if (text === '') return { task: { type: 'message', value: say.teams.extension.noText } };
      return reword(at, text, direction, say);
    },
    submit: async (at, value) => {
      const say = createSay(at.language ?? 'fr');
      const asked = submitted.safeParse(value);
      const given: Given = asked.success ? asked.data.data : {};
      if (textOf(given, 'do') !== 'insert')
        return reword(
          at,
          textOf(given, 'text'),
          directionOf(given) ?? directionOfCommand(asked.data?.commandId ?? ''),
          say,
        );
      const key = textOf(given, 'reply');
      const reply = key.startsWith(`${at.reference.conversation}|`) ? await kept.reply(key) : undefined;
      const outcome = reply?.ok === true ? reply.value?.message.outcome : undefined;
      if (outcome?.kind !== 'rewording') return { task: { type: 'message', value: deskTexts[say.language].lost } };
      const part = rewordingPart(outcome.rewording, say);
      const cards = packCards({ language: say.language, ...part });
      const attachments = cards.map((content) => ({ contentType: CARD, content }));
      return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } };
    },
  };
}

/** The manifest names one parameter; local tools send theirs under a name of their own. */
function wordsOf(parameters: readonly { readonly name: string; readonly value: string }[]): string {
  const given = parameters.filter(({ name }) => name !== 'initialRun');
  return (given.find(({ name }) => name === 'q') ?? given[0])?.value ?? '';
}

function directionOfCommand(commandId: string): Direction | undefined {
  return commandId === COMMANDS.toBuyer ? 'to_buyer' : commandId === COMMANDS.toService ? 'to_prescriber' : undefined;
}

function rewordingPart(rewording: Rewording, { language }: Say): CardPart {
  return cardOf(rewordingScreen(rewording, { language, reply: undefined, boxes: true }));
}

/** In a dialog: what it comes to, and the button that puts it in the conversation. */
function resultPart(rewording: Rewording, key: string, say: Say): CardPart {
  const part = rewordingPart(rewording, say);
  const insert = {
    type: 'Action.Submit',
    title: say.teams.reword.insert,
    style: 'positive',
    data: { do: 'insert', reply: key },
  } as const;
  return { ...part, actions: [insert, ...part.actions] };
}

function dialog(part: CardPart, say: Say): object {
  const content = fitCard({ language: say.language, ...part }, note(say.teams.extension.more));
  const card = { contentType: CARD, content };
  return {
    task: {
      type: 'continue',
      value: { title: textsOf(say.language).own.need.title, height: 'large', width: 'large', card },
    },
  };
}

function ficheResult(answer: Answer, say: Say): object {
  const title = shorten(plainMarkdown(answer.title), 120);
  const text = shorten(plainMarkdown(answer.brief), 200);
  return {
    contentType: CARD,
    content: fitCard(
      { language: say.language, ...cardOf(ficheScreen(answer, say.language)) },
      note(say.teams.extension.more),
    ),
    preview: { contentType: THUMBNAIL, content: { title, text } },
  };
}
