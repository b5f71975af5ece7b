import type { Behaviour } from './behaviour.ts';
import type { ChatRequest } from './request-schema.ts';

/** A passage as the prompt gives it. */
interface SentPassage {
  readonly id: string;
  readonly titre: string;
  readonly rubrique: string;
  readonly texte: string;
}

/** The data block of a prompt, as a model reads it. */
export interface SentData {
  readonly question?: string;
  readonly avant?: string;
  readonly lecteur?: 'service' | 'achat';
  readonly passages?: readonly SentPassage[];
  readonly message?: string;
  readonly termes?: readonly { readonly dit: string; readonly dire: string }[];
  readonly rubriques?: readonly string[];
  readonly defauts?: readonly object[];
}

export interface SaidClaim {
  readonly text: string;
  readonly passages: readonly string[];
}

export function textOf(chat: ChatRequest, role: 'system' | 'user'): string {
  const content = chat.messages.find((message) => message.role === role)?.content ?? '';
  return typeof content === 'string' ? content : content.map(({ text }) => text).join('');
}

export function dataOf(chat: ChatRequest): SentData {
  return JSON.parse(textOf(chat, 'user').split('\n')[1] ?? '{}');
}

function purposeOf(chat: ChatRequest): 'answer' | 'understand' | 'reword' {
  const { response_format: format } = chat;
  const name = format?.type === 'json_schema' ? format.json_schema.name : '';
  return name === 'reformulation' ? 'reword' : name === 'comprehension' ? 'understand' : 'answer';
}

/** The answer's JSON in the order asked for. */
export function answerOf(
  chat: ChatRequest,
  claims: { service: readonly SaidClaim[]; achat: readonly SaidClaim[] },
): string {
  const { service, achat } = claims;
  const ordered = dataOf(chat).lecteur === 'achat' ? { achat, service } : { service, achat };
  return JSON.stringify({ action: 'answer', reason: 'les passages répondent', ...ordered });
}

/** Sentences of a section as claims that cite it: what a model that copies its passages would say. */
export function claimsFrom(chat: ChatRequest, section: string, count = 3): readonly SaidClaim[] {
  const passage = dataOf(chat).passages?.find(({ rubrique }) => rubrique.startsWith(section));
  return (passage?.texte.split('\n') ?? [])
    .filter((sentence) => sentence.length < 300 && !/^(?:non|oui)\b|\?$|:$/i.test(sentence))
    .slice(0, count)
    .map((text) => ({ text, passages: [passage?.id ?? ''] }));
}

/** An honest model, as far as copying goes: it says what the passages say, and nothing else. */
export function answerHonestly(chat: ChatRequest): Behaviour {
  switch (purposeOf(chat)) {
    case 'answer': {
      const service = claimsFrom(chat, 'Pour le service');
      const achat = claimsFrom(chat, 'Pour l’acheteur');
      return { kind: 'say', text: answerOf(chat, { service, achat }) };
    }
    case 'understand': {
      const { question = '' } = dataOf(chat);
      return { kind: 'say', text: JSON.stringify({ question, intent: 'question', role: 'unknown', facts: [] }) };
    }
    case 'reword':
      return { kind: 'say', text: JSON.stringify({ text: dataOf(chat).message, slots: [] }) };
  }
}
