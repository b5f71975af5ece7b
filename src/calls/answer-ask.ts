import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Conversing } from '../answering/port/conversing.ts';
import type { OutboundMessage, Outcome, Source } from '../answering/port/outcome.ts';
import { sayFirst } from '../answering/port/say.ts';
import { catalogues } from '../text/catalogues.ts';
import { type AskHouse, reportHouse, withHouse } from './answer-house.ts';
import type { asked, askFields } from './port/lines.ts';

/** A question as a program asks it, answered as everybody's is. @param dialogue begins the name of every conversation of the caller */
export async function answerAsk(
  respond: Conversing['respond'],
  { role, text, at, conversation }: z.infer<typeof askFields>,
  { id, dialogue, house }: { readonly id: string; readonly dialogue: string; readonly house?: AskHouse | undefined },
): Promise<z.infer<typeof asked>> {
  const started = performance.now();
  const timed = (said: Omit<z.infer<typeof asked>, 'ms'>) => ({
    ...said,
    ms: Math.round((performance.now() - started) * 10) / 10,
  });
  const ofBody = await house?.(text);
  if (ofBody?.place === 'alone') return timed(reportHouse(ofBody));
  const reply = await respond({
    id,
    // A line without a conversation is one of its own: nothing is remembered from one to the next.
    address: { platform: 'console', conversation: conversation === undefined ? randomUUID() : dialogue + conversation },
    text,
    ...(role === undefined ? {} : { role: role === 'acheteur' ? 'buyer' : 'prescriber' }),
    ...(at === undefined ? {} : { at }),
  });
  return timed(ofBody === undefined ? report(reply) : withHouse(report(reply), ofBody));
}

function report(reply: OutboundMessage): Omit<z.infer<typeof asked>, 'ms'> {
  const { outcome } = reply;
  const reason = reasonOf(outcome);
  return {
    kind: outcome.kind,
    ...(reason === undefined ? {} : { reason }),
    ...(outcome.kind === 'clarification' && outcome.reason === 'doubt' ? { choices: outcome.choices } : {}),
    short: sayFirst(outcome, reply.role, catalogues[reply.language]),
    text: reply.text,
    verdict: (outcome.kind === 'answer' && outcome.verdict) || null,
    facts: ('computed' in outcome && outcome.computed?.facts) || [],
    sources: sourcesOf(outcome).map(({ fiche, section, articles, verifiedOn, status, url }) => ({
      fiche,
      section,
      articles: articles.map((article) => article.reference),
      verifiedOn,
      status,
      ...(url === undefined ? {} : { url }),
    })),
    suggestions:
      'suggestions' in outcome ? outcome.suggestions.map((suggestion) => suggestion.label) : choicesOf(outcome),
    confidence: confidenceOf(outcome),
  };
}

/** Why it is not a whole answer, where it is not one. */
function reasonOf(outcome: Outcome): string | undefined {
  if (outcome.kind === 'handoff' || outcome.kind === 'refusal' || outcome.kind === 'clarification')
    return outcome.reason;
  return outcome.kind === 'answer' && outcome.limit !== undefined ? 'partial' : undefined;
}

function sourcesOf(outcome: Outcome): readonly Source[] {
  if (outcome.kind === 'answer' || outcome.kind === 'clarification') return outcome.sources;
  return outcome.kind === 'handoff' ? (outcome.known?.sources ?? []) : [];
}

function choicesOf(outcome: Outcome): readonly string[] {
  if (outcome.kind !== 'clarification') return [];
  return outcome.reason === 'doubt'
    ? outcome.choices.map(({ question }) => question)
    : outcome.choices.map(({ label }) => label);
}

function confidenceOf(outcome: Outcome): number {
  const value =
    outcome.kind === 'answer' || outcome.kind === 'clarification'
      ? outcome.confidence
      : outcome.kind === 'handoff'
        ? (outcome.known?.confidence ?? 0)
        : 0;
  return Math.round(value * 1000) / 1000;
}
