import type { Behaviour } from './behaviour.ts';
import type { ChatRequest } from './request-schema.ts';

/** A passage as the prompt gives it. */
interface SentPassage {
  readonly id: string;
  readonly fiche?: string;
  readonly objet: string;
  readonly texte: string;
}

/** The data block of a prompt, as a model reads it. */
export interface SentData {
  readonly question?: string;
  readonly comprise?: string;
  readonly dialogue?: readonly { readonly question: string; readonly reponse?: string }[];
  readonly lecteur?: 'service' | 'achat';
  readonly passages?: readonly SentPassage[];
  readonly message?: string;
  readonly termes?: readonly { readonly dit: string; readonly dire: string }[];
  readonly rubriques?: readonly string[];
  readonly defauts?: readonly object[];
}

export interface SaidClaim {
  readonly quote: string;
  readonly text: string;
}

export function textOf(chat: ChatRequest, role: 'system' | 'user'): string {
  const content = chat.messages.find((message) => message.role === role)?.content ?? '';
  return typeof content === 'string' ? content : content.map(({ text }) => text).join('');
}

export function dataOf(chat: ChatRequest): SentData {
  return JSON.parse(textOf(chat, 'user').split('\n')[1] ?? '{}');
}

export function purposeOf(chat: ChatRequest): 'answer' | 'understand' | 'reword' {
  const { response_format: format } = chat;
  const name = format?.type === 'json_schema' ? format.json_schema.name : '';
  return name === 'reformulation' ? 'reword' : name === 'comprehension' ? 'understand' : 'answer';
}

/** The answer's JSON in the order asked for, over the first question given. */
export function answerOf(chat: ChatRequest, claims: readonly SaidClaim[], choice = firstOf(chat)?.id ?? ''): string {
  return JSON.stringify({ choice, search: '', verdict: 'aucun', claims, ask: '', follow: [] });
}

export const firstOf = (chat: ChatRequest, letter = 'Q'): SentPassage | undefined =>
  dataOf(chat).passages?.find(({ id }) => id.startsWith(letter));

/** Sentences of the first passages as claims that quote them: what a model that copies its passages would say. */
export function claimsFrom(chat: ChatRequest, letter = 'Q', count = 3): readonly SaidClaim[] {
  return (dataOf(chat).passages ?? [])
    .filter(({ id }) => id.startsWith(letter))
    .flatMap(({ texte }) => texte.split('\n'))
    .filter((sentence) => sentence.length < 220 && !/^(?:non|oui)\b|\?$|:$/i.test(sentence))
    .slice(0, count)
    .map((text) => ({ quote: text, text }));
}

/** What a model that understands nothing more than was said says of a question. */
export function understoodAs(question: string, searches: readonly string[] = []): Behaviour {
  return { kind: 'say', text: JSON.stringify({ question, searches, intent: 'question', facts: [] }) };
}

/** An honest model, as far as copying goes: it says what the passages say, and nothing else. */
export function answerHonestly(chat: ChatRequest): Behaviour {
  switch (purposeOf(chat)) {
    case 'answer':
      return { kind: 'say', text: answerOf(chat, claimsFrom(chat)) };
    case 'understand':
      return understoodAs(dataOf(chat).question ?? '');
    case 'reword':
      return { kind: 'say', text: JSON.stringify({ text: dataOf(chat).message, slots: [] }) };
  }
}

/** The same, but for what it answers to a question. */
export const onlyAnswering =
  (answer: (chat: ChatRequest) => Behaviour) =>
  (chat: ChatRequest): Behaviour =>
    purposeOf(chat) === 'answer' ? answer(chat) : answerHonestly(chat);
