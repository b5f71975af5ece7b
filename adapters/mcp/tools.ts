import type { CallToolResult, McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { Answered, Caller, CallFault, Calls, GivenBy, Scope } from '../../src/calls/port/calls.ts';
import { dateFigures } from '../../src/calls/port/date-figures.ts';
import * as lines from '../../src/calls/port/lines.ts';
import { frenchDate, parisDay } from '../../src/days/iso-date.ts';
import { frenchTypography } from '../../src/french/typography.ts';
import { mcpTexts as texts } from '../../src/text/mcp-texts.ts';

export interface ToolParts {
  readonly calls: Calls;
  readonly caller: Caller;
  readonly scopes: ReadonlySet<Scope>;
  readonly now: () => Date;
}

/** A figure is told by the sentence that holds its day and its article, never as a bare number. */
const figures = lines.figuresTold.shape.figures;
const said = z.array(
  z.object({ key: z.string(), said: z.string(), announced: z.string().optional(), caution: z.string().optional() }),
);
const told = {
  asOf: z.string().meta({ description: 'The day that the figures hold on.' }),
  articles: z.array(z.string()),
};

const outputs = {
  demander: lines.asked
    .pick({ kind: true, reason: true, choices: true, verdict: true, sources: true, confidence: true })
    .extend({ reply: z.string(), asOf: told.asOf }),
  reformuler: z.object({
    text: z.string(),
    questions: z.array(z.string()),
    lint: lines.linted.shape.findings,
    fidelity: lines.compared,
    asOf: told.asOf,
  }),
  verifier: z.object({ findings: lines.linted.shape.findings, fidelity: lines.compared.optional(), asOf: told.asOf }),
  calculer: z.object({
    goal: z.string(),
    explanation: lines.concluded.shape.explanation,
    missing: lines.concluded.shape.missing,
    figures: said,
    caution: z.string().optional(),
    ...told,
  }),
  article: lines.articleTold,
  chiffre: z.object({ figures: said, asOf: told.asOf }),
};

/** The tools that a key may use. Inputs are read by the same schemas as the commands and the API. */
export function registerTools(server: McpServer, parts: ToolParts): void {
  const { calls, caller, scopes, now } = parts;
  const today = (at: unknown): string => (typeof at === 'string' ? at : parisDay(now()));
  const tool = <Name extends keyof typeof outputs>(
    name: Name,
    scope: Scope,
    inputSchema: z.ZodObject,
    run: (fields: Readonly<Record<string, unknown>>) => Promise<CallToolResult>,
  ) => {
    if (!scopes.has(scope)) return;
    const { title, about } = texts.tools[name];
    server.registerTool(
      name,
      {
        title,
        description: frenchTypography(about),
        inputSchema: inputSchema.strict(),
        outputSchema: outputs[name],
        annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
      },
      run,
    );
  };

  tool('demander', 'answer', lines.askFields, async (fields) =>
    give(await calls.call('ask', fields, caller), (asked) => tellAsked(asked, today(fields['at']))),
  );
  tool('reformuler', 'reword', lines.rewordFields, async (fields) =>
    give(await calls.call('reword', fields, caller), ({ text, questions, lint, fidelity }) => ({
      text: [text, ...questions.map((one) => `- ${one}`)].join('\n'),
      structured: {
        text,
        questions,
        lint: lint.map((one) => datedFinding(one, today(undefined))),
        fidelity,
        asOf: today(undefined),
      },
    })),
  );
  tool(
    'verifier',
    'check',
    lines.lintFields.extend({ source: lines.fidelityFields.shape.source.optional() }),
    (fields) => verify(parts, fields, today(undefined)),
  );
  tool('calculer', 'compute', lines.rulesFields, async (fields) =>
    give(await calls.call('rules', fields, caller), (concluded) =>
      tellConcluded(concluded, today(fields['at']), parts),
    ),
  );
  tool('article', 'read', lines.articleFields, async (fields) =>
    give(await calls.call('article', fields, caller), (article) => tellArticle(article, today(fields['at']))),
  );
  tool('chiffre', 'read', lines.figureListFields.extend({ key: lines.figureFields.shape.key.optional() }), (fields) =>
    tellFigures(parts, fields, today(fields['at'])),
  );
}

interface Told {
  readonly text: string;
  readonly structured: Record<string, unknown>;
}

async function give<T>(answered: Answered<T>, tell: (value: T) => Told | Promise<Told>): Promise<CallToolResult> {
  if (!answered.ok) return faultResult(answered.error);
  const { text, structured } = await tell(answered.value);
  return { content: [{ type: 'text', text }], structuredContent: structured };
}

/** Names the field, as every door does. */
function faultResult(fault: CallFault): CallToolResult {
  const said =
    fault.kind === 'invalid'
      ? fault.errors.map(({ field, message }) => `${field} : ${message}`)
      : [`${fault.field} : ${fault.message}`];
  return { isError: true, content: [{ type: 'text', text: frenchTypography(said.join('\n')) }] };
}

function tellAsked(asked: GivenBy<'ask'>, at: string): Told {
  const { kind, reason, choices, verdict, sources, confidence, short } = asked;
  const reply = dateFigures(short, at);
  const cited = sources.map(
    ({ fiche, articles, verifiedOn }) => `${[fiche, ...articles].join(', ')} (${frenchDate(verifiedOn)})`,
  );
  return {
    text: [
      reply,
      frenchTypography(cited.length === 0 ? texts.noSource : `${texts.sources} : ${cited.join(' ; ')}.`),
      texts.asOf(frenchDate(at)),
    ].join('\n\n'),
    structured: {
      kind,
      ...(reason === undefined ? {} : { reason }),
      ...(choices === undefined
        ? {}
        : { choices: choices.map((choice) => ({ ...choice, answer: dateFigures(choice.answer, at) })) }),
      verdict,
      sources,
      confidence,
      reply,
      asOf: at,
    },
  };
}

type Finding = GivenBy<'lint'>['findings'][number];

function datedFinding(finding: Finding, at: string): Finding {
  return {
    ...finding,
    message: dateFigures(finding.message, at),
    suggestion: dateFigures(finding.suggestion, at),
  };
}

async function verify(
  { calls, caller }: ToolParts,
  { text, source }: Readonly<Record<string, unknown>>,
  at: string,
): Promise<CallToolResult> {
  const linted = await calls.call('lint', { text }, caller);
  if (!linted.ok) return faultResult(linted.error);
  const compared = source === undefined ? undefined : await calls.call('fidelity', { source, target: text }, caller);
  if (compared?.ok === false) return faultResult(compared.error);
  const findings = linted.value.findings.map((one) => datedFinding(one, at));
  const fidelity = compared?.value;
  const said = [
    ...findings.map(
      ({ code, articles, message, suggestion }) => `- ${code} (${articles.join(', ')}) : ${message} ${suggestion}`,
    ),
    ...(findings.length === 0 ? [texts.nothingFound] : []),
    ...(fidelity?.defects.map((one) => `- ${one.kind} : « ${one.source} » → « ${one.target} »`) ?? []),
    ...(fidelity?.faithful === true ? [texts.faithful] : []),
    texts.asOf(frenchDate(at)),
  ];
  return {
    content: [{ type: 'text', text: frenchTypography(said.join('\n')) }],
    structuredContent: { findings, ...(fidelity === undefined ? {} : { fidelity }), asOf: at },
  };
}

/** Each figure that the rules read, told with its own day. */
async function tellConcluded(concluded: GivenBy<'rules'>, at: string, { calls, caller }: ToolParts): Promise<Told> {
  const { goal, explanation, missing, articles, figures: read, caution } = concluded;
  const dated = explanation.map(({ text, articles }) => ({ text: dateFigures(text, at), articles }));
  const told = await Promise.all(read.map(({ key }) => calls.call('figure', { key, at }, caller)));
  const figures = told.flatMap((one) => (one.ok ? [sayFigure(one.value)] : []));
  const asks = missing.map((one) => ({ ...one, question: dateFigures(one.question, at) }));
  return {
    text: [
      ...dated.map(({ text, articles }) => (articles.length === 0 ? text : `${text} (${articles.join(', ')})`)),
      ...(asks.length === 0
        ? []
        : [`${texts.missing} :`, ...asks.map(({ fact, question }) => `- ${fact} : ${question}`)]),
      ...figures.map(({ said }) => `- ${said}`),
      ...(caution === undefined ? [] : [caution]),
      texts.asOf(frenchDate(at)),
    ].join('\n'),
    structured: {
      goal,
      explanation: dated,
      missing: asks,
      figures,
      ...(caution === undefined ? {} : { caution }),
      articles,
      asOf: at,
    },
  };
}

function tellArticle(article: GivenBy<'article'>, at: string): Told {
  const questions = article.questions.map((one) => ({ ...one, answer: dateFigures(one.answer, at) }));
  const says = dateFigures(article.says, article.since ?? article.readOn);
  return {
    text: [
      says,
      article.caution,
      ...questions.map(({ question, answer }) => `- ${question} ${answer}`),
      article.source,
      article.url,
    ]
      .filter((part) => part !== undefined)
      .join('\n'),
    structured: { ...article, says, questions },
  };
}

type Figure = z.infer<typeof figures>[number];

function sayFigure({ key, said, announced, caution }: Figure) {
  return {
    key,
    said,
    ...(announced === undefined ? {} : { announced: announced.said }),
    ...(caution === undefined ? {} : { caution }),
  };
}

async function tellFigures(
  { calls, caller }: ToolParts,
  { key, about, at }: Readonly<Record<string, unknown>>,
  asOf: string,
): Promise<CallToolResult> {
  if (key === undefined && about === undefined)
    return faultResult({ kind: 'invalid', errors: [{ field: 'key', message: texts.needFigure }] });
  const day = at === undefined ? {} : { at };
  const found =
    key === undefined
      ? await calls.call('figures', { about, ...day }, caller)
      : await calls.call('figure', { key, ...day }, caller);
  if (!found.ok) {
    const { error } = found;
    return error.kind === 'unknown' && error.nearest.length > 0
      ? faultResult({ ...error, message: `${error.message} ${texts.nearest(error.nearest.join(', '))}` })
      : faultResult(error);
  }
  const list = 'figures' in found.value ? found.value.figures : [found.value];
  if (list.length === 0) return faultResult({ kind: 'invalid', errors: [{ field: 'about', message: texts.noFigure }] });
  const told = list.map(sayFigure);
  return {
    content: [
      {
        type: 'text',
        text: told
          .map(
            ({ said, announced = '', caution = '' }) =>
              `- ${[said, announced, caution].filter((one) => one !== '').join(' ')}`,
          )
          .join('\n'),
      },
    ],
    structuredContent: { figures: told, asOf },
  };
}
