import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { renderMarkdown } from '../adapters/console/markdown.ts';
import type { OutboundMessage, Outcome, Source } from '../src/answering/port/outcome.ts';
import { sayFirst } from '../src/answering/port/say.ts';
import { loadConfig } from '../src/config/config.ts';
import { isIsoDate } from '../src/days/iso-date.ts';
import { createLog } from '../src/log.ts';
import type { InboundMessage } from '../src/message/message.ts';
import type { Assistant } from '../src/respond.ts';
import { catalogues } from '../src/text/catalogues.ts';
import type { Role } from '../src/vocabulary/people.ts';
import { endWithReader, runBatch } from './batch.ts';
import { readCommandLine } from './command-line.ts';
import { compose } from './compose.ts';

const lineSchema = z.object({
  id: z.string(),
  role: z.enum(['prescripteur', 'acheteur'], { error: 'role is "prescripteur" or "acheteur"' }).optional(),
  text: z.string({ error: 'text is missing' }),
  at: z.string().refine(isIsoDate, { error: 'at is not a date written YYYY-MM-DD' }).optional(),
  conversation: z.string().optional(),
});

/** `ask "question"` for a person; `ask --batch FILE` or JSON Lines on standard input for a tool. */
async function main(): Promise<void> {
  const line = readCommandLine('ask');
  const config = loadConfig(process.env);
  const { assistant } = await compose(config, createLog('warn'));
  const batch = line.value('batch');
  const question = line.rest.join(' ');
  if (batch === undefined && question !== '') {
    const reply = await assistant.respond(inbound({ id: '1', text: question }));
    process.stdout.write(`${renderMarkdown(reply.text, process.stdout.isTTY)}\n`);
    return;
  }
  await runBatch(batch, (input) => answerLine(assistant, input));
}

async function answerLine(assistant: Assistant, input: unknown): Promise<object> {
  const parsed = lineSchema.safeParse(input);
  if (!parsed.success)
    throw new Error(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
  const started = performance.now();
  const reply = await assistant.respond(inbound(parsed.data));
  return { ...report(parsed.data.id, reply), ms: Math.round((performance.now() - started) * 10) / 10 };
}

function inbound(line: z.infer<typeof lineSchema>): InboundMessage {
  const role: Role | undefined =
    line.role === undefined ? undefined : line.role === 'acheteur' ? 'buyer' : 'prescriber';
  return {
    id: line.id,
    // A line without a conversation is one of its own: nothing is remembered from one to the next.
    address: { platform: 'console', conversation: line.conversation ?? randomUUID() },
    text: line.text,
    ...(role === undefined ? {} : { role }),
    ...(line.at === undefined ? {} : { at: line.at }),
  };
}

function report(id: string, reply: OutboundMessage): object {
  const { outcome } = reply;
  const reason = reasonOf(outcome);
  return {
    id,
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

endWithReader();
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
