import type { Contrasts } from '../../corpus/contrasts.ts';
import type { IsoDate } from '../../days/iso-date.ts';
import { frenchDate } from '../../days/iso-date.ts';
import type { Talked } from '../../dialogue/talked.ts';
import { frenchTypography } from '../../french/typography.ts';
import type { Masking } from '../../masking/model-masking.ts';
import type { Complete, ModelFault, Prompt } from '../../model/complete.ts';
import { joinSignals } from '../../model/deadline.ts';
import type { ModelMetrics, Wording } from '../../model/model-metrics.ts';
import { createMark, type PromptText, renderData, renderPrompt } from '../../model/prompts.ts';
import { createLeakCheck } from '../../model/shape-holds.ts';
import type { Ungrounded } from '../../model/ungrounded.ts';
import { err, ok, type Result } from '../../result.ts';
import type { Role } from '../../vocabulary/people.ts';
import { type Checked, checkClaim, type GroundingRules } from '../grounding/check-claim.ts';
import type { Passage } from '../grounding/passage.ts';
import type { Answer, Short, Source } from '../port/outcome.ts';
import { firstSentences } from '../port/short.ts';
import { type Action, answerShape, type Register, registerOf } from './answer-shape.ts';
import { createKeptClaims, type KeptClaims } from './kept-claims.ts';
import { createStreamReader } from './read-stream.ts';

export interface WordingParts {
  readonly complete: Complete;
  readonly metrics: ModelMetrics;
  readonly prompt: PromptText;
  readonly forbidden: readonly RegExp[];
  readonly contrasts: Contrasts;
}

export interface ToWord {
  /** The answer without a model: what is shown when the wording does not hold. */
  readonly answer: Answer;
  readonly question: string;
  /** The day asked about. */
  readonly at: IsoDate;
  readonly before: Talked | undefined;
  readonly role: Role;
  readonly passages: readonly Passage[];
  readonly masking: Masking;
  readonly organisation: string;
  readonly signal: AbortSignal;
  /** Who backs a claim besides the sources of the answer. */
  readonly sourceOf: (passage: Passage) => Source | undefined;
  readonly onSentence?: ((sentence: string) => void) | undefined;
}

/** What a model said that is no wording: only ever a caution or an offer of a human added to the answer. */
export type NotWorded =
  | { readonly kind: 'abstained'; readonly action: Exclude<Action, 'answer'> }
  | { readonly kind: Exclude<Wording, 'worded' | 'abstained'> };

interface Worded {
  readonly answer: Answer;
  readonly how: Exclude<Wording, 'abstained'>;
}

const MAX_TOKENS = 1400;
/** Of the wording that is shown first; the rest unfolds. */
const WORDED_WORDS = 70;

/**
 * Both registers of an answer in a model's words: each claim is checked when its last brace is read, and shown to the reader
 * only then; one whose wording does not hold is shown as the sentence it leans on, in quotation marks. Figures, sources, what
 * is offered and what is refused stay those of the answer given. What was shown stays: where the model breaks off or shows
 * itself hostile after that, the answer without a model goes on from there.
 */
export async function wordAnswer(parts: WordingParts, task: ToWord): Promise<Result<Worded, NotWorded>> {
  const { complete, metrics } = parts;
  const reader = registerOf(task.role);
  const mark = createMark();
  const prompt = promptFor(parts.prompt, task, reader, mark);
  const rules: GroundingRules = {
    passages: new Map(task.passages.map((passage) => [passage.id, passage])),
    question: task.question,
    shape: { forbidden: parts.forbidden, leaks: createLeakCheck(prompt.system, mark) },
    contrasts: parts.contrasts,
  };
  const started = performance.now();
  const stop = new AbortController();
  const kept: Record<Register, KeptClaims> = { service: createKeptClaims(), achat: createKeptClaims() };
  let action: Action | undefined;
  let hostile = false;
  let heard = false;

  const say = (sentence: string): void => {
    if (task.signal.aborted) return;
    if (!heard) metrics.firstSentence(performance.now() - started);
    heard = true;
    task.onSentence?.(sentence);
  };
  const stream = createStreamReader({
    action: (read) => {
      action = read;
      if (read !== 'answer') stop.abort();
    },
    claim: (register, given) => {
      if (hostile) return;
      const claim = { ...given, text: tidy(task.masking.show(given.text)) };
      const before = performance.now();
      const checked = checkClaim(claim, rules);
      metrics.checked(performance.now() - before);
      const added = kept[register].add(claim.text, checked);
      if (checked.as === 'said' && added.ok) metrics.claimShown();
      else metrics.claimRejected(added.ok ? whyOf(checked) : added.error);
      if (added.ok && added.value !== undefined && register === reader) say(added.value);
      hostile = kept[register].isHostile();
      if (hostile) stop.abort();
    },
    done: (register) => kept[register].end(),
  });
  const given = await complete(prompt, {
    signal: joinSignals(task.signal, stop.signal),
    organisation: task.organisation,
    onText: stream.write,
  });
  if (action !== undefined && action !== 'answer') return err({ kind: 'abstained', action });
  const fault = hostile ? 'hostile' : faultOf(given, stream.isWhole(), kept[reader]);
  if (!kept[reader].isEnough()) return err({ kind: fault ?? 'too_few' });
  return ok({ answer: assemble(task, kept, fault === undefined), how: fault ?? 'worded' });
}

const whyOf = (checked: Checked): Ungrounded => (checked.as === 'said' ? 'unsupported' : checked.why);

/** A stream that broke after all that the reader's register holds was read is no loss to them. */
function faultOf(
  given: Awaited<ReturnType<Complete>>,
  whole: boolean,
  readers: KeptClaims,
): ModelFault['kind'] | undefined {
  if (readers.isEnded()) return undefined;
  if (!given.ok) return given.error.kind;
  return whole ? undefined : 'malformed';
}

/** What was shown already of it, which goes before what is worded. */
function directOf({ verdict, short }: Answer, role: Role): { readonly reponse_directe_deja_affichee?: string } {
  return verdict === undefined ? {} : { reponse_directe_deja_affichee: short[role].answer };
}

function promptFor(text: PromptText, task: ToWord, reader: Register, mark: string): Prompt {
  const { hide } = task.masking;
  const other: Register = reader === 'achat' ? 'service' : 'achat';
  const data = {
    jour: frenchDate(task.at),
    ...(task.before?.question === undefined ? {} : { avant: hide(task.before.question) }),
    ...(task.before?.answer === undefined ? {} : { reponse_precedente: task.before.answer.title }),
    question: hide(task.question),
    ...(task.answer.computed === undefined ? {} : { calcul: hide(JSON.stringify(task.answer.computed)) }),
    lecteur: reader,
    ...directOf(task.answer, task.role),
    passages: task.passages.map(({ id, from, title, name, text: held }) => {
      const own = from.kind === 'document' ? hide : (said: string) => said;
      return { id, titre: own(title), rubrique: own(name), texte: own(held) };
    }),
  };
  return {
    purpose: 'answer',
    system: renderPrompt(text, { premier: reader, second: other, repere: mark }),
    user: renderData(data),
    shape: answerShape(reader),
    maxTokens: MAX_TOKENS,
  };
}

/** «Oui, …» answers the question as the person put it, which no passage does; the rule that follows stands by itself. */
function tidy(text: string): string {
  const bare = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:oui|non)\s*[,:;.]\s*/iu, '');
  return bare.slice(0, 1).toUpperCase() + bare.slice(1);
}

/** @param whole all of it was read: else what the fiche says follows what was shown */
function assemble(
  { answer, role, sourceOf }: ToWord,
  kept: Readonly<Record<Register, KeptClaims>>,
  whole: boolean,
): Answer {
  const worded = (one: Role): string => {
    const claims = kept[registerOf(one)];
    const shown = frenchTypography(claims.sentences().join(' '));
    if (one === role) return whole ? shown : `${shown}\n\n${answer.registers[one]}`;
    return whole && claims.isEnded() && claims.isEnough() ? shown : answer.registers[one];
  };
  const registers = { prescriber: worded('prescriber'), buyer: worded('buyer') };
  // A near question gives way to what was worded for the one asked.
  const shortIn = (one: Role): Short =>
    answer.verdict !== undefined || registers[one] === answer.registers[one]
      ? answer.short[one]
      : { ...answer.short[one], near: undefined, answer: firstSentences(registers[one], WORDED_WORDS) };
  const known = new Set(answer.sources.map(({ fiche }) => fiche));
  const more = new Map<string, Source>();
  for (const passage of [...kept.service.passages(), ...kept.achat.passages()]) {
    const source = sourceOf(passage);
    if (source !== undefined && !known.has(source.fiche)) more.set(source.fiche, source);
  }
  return {
    ...answer,
    registers,
    short: { prescriber: shortIn('prescriber'), buyer: shortIn('buyer') },
    sources: [...answer.sources, ...more.values()],
    wordedBy: 'model',
  };
}
