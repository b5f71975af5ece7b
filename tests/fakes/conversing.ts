import type { Conversing, Exchanged } from '../../src/answering/port/conversing.ts';
import type { Answer, OutboundMessage, Outcome } from '../../src/answering/port/outcome.ts';
import { sayOutcome } from '../../src/answering/port/say.ts';
import type { InboundMessage } from '../../src/message/message.ts';
import { catalogues } from '../../src/text/catalogues.ts';
import type { Role } from '../../src/vocabulary/people.ts';

export interface FakeConversing extends Conversing {
  readonly heard: InboundMessage[];
  readonly feedback: Parameters<Conversing['addFeedback']>[0][];
  readonly forgotten: string[];
}

/** Gives one outcome to whatever is said, or fails when the outcome is an error; remembers what it was handed. */
export function createFakeConversing(outcome: Outcome | Error = answerWith({})): FakeConversing {
  const heard: InboundMessage[] = [];
  const feedback: FakeConversing['feedback'] = [];
  const forgotten: string[] = [];
  const exchanged = new Map<string, Exchanged[]>();
  return {
    heard,
    feedback,
    forgotten,
    respond: async (message) => {
      heard.push(message);
      if (outcome instanceof Error) throw outcome;
      const reply = replyWith(outcome, { inReplyTo: message.id, language: message.language ?? 'fr' }, message.role);
      const { conversation } = message.address;
      exchanged.set(conversation, [...(exchanged.get(conversation) ?? []), { text: message.text, reply }]);
      return reply;
    },
    addFeedback: (given) => {
      feedback.push(given);
    },
    exchanged: (conversation) => exchanged.get(conversation) ?? [],
    forget: (conversation) => {
      forgotten.push(conversation);
      exchanged.delete(conversation);
    },
  };
}

export function replyWith(outcome: Outcome, some: Partial<OutboundMessage> = {}, role?: Role): OutboundMessage {
  return {
    inReplyTo: '00000000-0000-4000-8000-000000000001',
    address: { platform: 'web', conversation: 'c' },
    outcome,
    role: role ?? 'prescriber',
    roleIs: role === undefined ? 'inferred' : 'declared',
    language: 'fr',
    // What a hand-over tells of a doubt.
    text: outcome.kind === 'clarification' ? sayOutcome(outcome, role ?? 'prescriber', catalogues.fr) : '',
    ...some,
  };
}

/** A whole answer, of which a test says only what it is about. */
export function answerWith(some: Partial<Answer>): Answer {
  return {
    kind: 'answer',
    title: 'Petit achat',
    short: {
      prescriber: { near: undefined, answer: 'Oui, sous 60 000 € HT.', but: undefined, next: 'Demandez un devis.' },
      buyer: {
        near: undefined,
        answer: 'Oui : dispense sous 60 000 € HT.',
        but: undefined,
        next: 'Demandez un devis.',
      },
    },
    verdict: 'oui',
    cited: [{ reference: 'R2122-8', cited: 'R. 2122-8', url: 'https://www.legifrance.gouv.fr/search/code?q=R2122-8' }],
    nearby: [],
    brief: 'En bref.',
    registers: { prescriber: 'Le texte du service.', buyer: 'Le texte de l’acheteur.' },
    pitfalls: '- Un piège.',
    example: 'Une commune achète.',
    next: '- Une chose à faire.',
    sources: [
      {
        fiche: 'petit-achat',
        title: 'Petit achat',
        section: 'Pour le service',
        articles: [
          { reference: 'R2122-8', cited: 'R. 2122-8', url: 'https://www.legifrance.gouv.fr/search/code?q=R2122-8' },
        ],
        verifiedOn: '2026-11-24',
        status: 'V1',
        module: 'seuils',
      },
    ],
    also: undefined,
    limit: undefined,
    human: false,
    caution: undefined,
    asOf: '2026-11-24',
    sure: 'Vérifié dans le texte même des articles cités.',
    suggestions: [],
    confidence: 0.9,
    ...some,
  };
}
