import type { Contrasts } from '../../corpus/contrasts.ts';
import { frenchDate, type IsoDate } from '../../days/iso-date.ts';
import type { Turned } from '../../dialogue/talked.ts';
import type { Masking } from '../../masking/model-masking.ts';
import type { Complete, Prompt } from '../../model/complete.ts';
import { joinSignals } from '../../model/deadline.ts';
import type { ModelMetrics, Wording } from '../../model/model-metrics.ts';
import { createMark, type PromptText, renderData, renderPrompt } from '../../model/prompts.ts';
import { createLeakCheck, type ShapeRules, shapeFault } from '../../model/shape-holds.ts';
import { err, ok, type Result } from '../../result.ts';
import type { Role } from '../../vocabulary/people.ts';
import { checkClaim, type GroundingRules } from '../grounding/check-claim.ts';
import type { Passage } from '../grounding/passage.ts';
import { ANSWER_SHAPE, type Chosen, readAfterwards } from './answer-shape.ts';
import type { Offered } from './gather-passages.ts';
import { createKeptClaims, type KeptClaims, withoutVerdict } from './kept-claims.ts';
import { createPartsReader } from './read-parts.ts';

export interface WordingParts {
  readonly complete: Complete;
  readonly metrics: ModelMetrics;
  readonly prompt: PromptText;
  readonly forbidden: readonly RegExp[];
  readonly contrasts: Contrasts;
}

export interface ToWord<Frame extends Framed> {
  readonly question: string;
  /** The same as it was understood, standing alone; undefined where nobody read it so. */
  readonly alone: string | undefined;
  /** The day asked about. */
  readonly at: IsoDate;
  readonly turns: readonly Turned[];
  /** What was retained of the purchase, in words. */
  readonly facts: readonly string[];
  readonly role: Role;
  readonly offered: readonly Offered[];
  readonly masking: Masking;
  readonly organisation: string;
  readonly signal: AbortSignal;
  /** What is said around the words, by what was chosen. */
  readonly frame: (chosen: Offered, verdict: Chosen['verdict']) => Frame;
  readonly onSentence?: ((sentence: string) => void) | undefined;
}

export interface Framed {
  /** Said before the first claim. */
  readonly opening: string | undefined;
  /** Words that the claims may take; none where the rules' own reply is what was chosen. */
  readonly room: number;
}

interface Worded<Frame> {
  readonly frame: Frame;
  readonly kept: Pick<KeptClaims, 'sentences' | 'passages'>;
  readonly ask: string | undefined;
  /** What may be asked next. */
  readonly follow: readonly Offered[];
  readonly how: Exclude<Wording, 'abstained'>;
}

/** Nothing that can be shown: what it was given does not treat the question, or why there is nothing. */
export type NotWorded =
  | { readonly kind: 'abstained'; readonly search: string }
  | { readonly kind: Exclude<Wording, 'worded' | 'abstained'> };

const MAX_TOKENS = 900;
const NOTHING_SAID = {
  kept: { sentences: () => [], passages: () => new Set<Passage>() },
  ask: undefined,
  follow: [],
  how: 'worded',
} as const;

/**
 * A model chooses what the question is about and words the answer: each claim is checked once it is whole, and shown only
 * then; one whose wording does not hold is shown as the sentence it leans on, in quotation marks. What was shown stays.
 */
export async function wordAnswer<Frame extends Framed>(
  { complete, metrics, prompt: text, forbidden, contrasts }: WordingParts,
  task: ToWord<Frame>,
): Promise<Result<Worded<Frame>, NotWorded>> {
  const mark = createMark();
  const prompt = promptFor(text, task, mark);
  const shape: ShapeRules = { forbidden, leaks: createLeakCheck(prompt.system, mark) };
  const byId = new Map(task.offered.map((one) => [one.passage.id, one]));
  const started = performance.now();
  const stop = new AbortController();
  let abstained: string | undefined;
  let spoken: { frame: Frame; kept: KeptClaims; rules: GroundingRules } | undefined;
  let hostile = false;
  let heard = false;

  const say = (sentence: string, opening: string | undefined): void => {
    if (task.signal.aborted) return;
    if (!heard) {
      metrics.firstSentence(performance.now() - started);
      if (opening !== undefined) task.onSentence?.(opening);
    }
    heard = true;
    task.onSentence?.(sentence);
  };
  const reader = createPartsReader({
    chosen: ({ choice, search, verdict }) => {
      const chosen = choice === undefined ? undefined : byId.get(choice);
      if (chosen === undefined) {
        hostile = choice !== undefined;
        abstained = choice === undefined ? search : undefined;
        stop.abort();
        return;
      }
      const frame = task.frame(chosen, verdict);
      const rules = { passages: passagesFor(task.offered, chosen), question: task.question, shape, contrasts };
      spoken = { frame, kept: createKeptClaims(frame.room), rules };
      if (frame.room === 0) stop.abort();
    },
    claim: (given) => {
      if (hostile || spoken === undefined || spoken.frame.room === 0) return;
      const { kept, rules, frame } = spoken;
      const claim = { ...given, text: withoutVerdict(task.masking.show(given.text).replace(/\s+/g, ' ')) };
      const before = performance.now();
      const checked = checkClaim(claim, rules);
      metrics.checked(performance.now() - before);
      const added = kept.add(claim.text, checked);
      if (!added.ok) metrics.claimRejected(added.error);
      else if (checked.as !== 'said') metrics.claimRejected(checked.why);
      else metrics.claimShown();
      if (added.ok && added.value !== undefined) say(added.value, frame.opening);
      hostile = kept.isHostile();
      if (hostile) stop.abort();
    },
  });
  const given = await complete(prompt, {
    signal: joinSignals(task.signal, stop.signal),
    organisation: task.organisation,
    onPart: reader.read,
  });
  const isWhole = given.ok && reader.end(given.value.value);
  if (abstained !== undefined) return err({ kind: 'abstained', search: sought(abstained, shape) });
  if (spoken?.frame.room === 0) return ok({ ...NOTHING_SAID, frame: spoken.frame });
  const fault = hostile ? 'hostile' : given.ok ? (isWhole ? undefined : 'malformed') : given.error.kind;
  if (spoken === undefined || (!heard && fault !== undefined)) return err({ kind: fault ?? 'malformed' });
  const { ask, follow } = readAfterwards(given.ok && !hostile ? given.value.value : undefined);
  const shown = ask === undefined ? undefined : task.masking.show(ask);
  return ok({
    frame: spoken.frame,
    kept: spoken.kept,
    ask: shown !== undefined && isPlainQuestion(shown, task, shape) ? shown : undefined,
    follow: follow.flatMap((id) => byId.get(id) ?? []),
    how: fault ?? (spoken.kept.sentences().length === 0 ? 'too_few' : 'worded'),
  });
}

/** The fiche of what was chosen stands above the answer: its rules need not say again for whom they stand. */
function passagesFor(offered: readonly Offered[], chosen: Offered): GroundingRules['passages'] {
  const main = chosen.passage.from.id;
  return new Map(
    offered.map(({ passage }) => {
      const { from } = passage;
      return [passage.id, from.kind === 'fiche' ? { ...passage, from: { ...from, main: from.id === main } } : passage];
    }),
  );
}

/** Words to search by: nothing of ours, and no markup. */
const sought = (search: string, shape: ShapeRules): string =>
  shapeFault(search, shape) === undefined ? search.trim() : '';

/** In words: what is asked back is one short question. */
const LONGEST_QUESTION = 28;

/** One question and nothing else, with no number that the person did not say. */
function isPlainQuestion(
  ask: string,
  { question, turns }: Pick<ToWord<Framed>, 'question' | 'turns'>,
  shape: ShapeRules,
) {
  const said = [question, ...turns.map((turn) => turn.question)].join(' ');
  const numbers = ask.match(/\d+/g) ?? [];
  return (
    /^[^.!?;:]+\?$/u.test(ask) &&
    ask.split(/\s+/).length <= LONGEST_QUESTION &&
    shapeFault(ask, shape) === undefined &&
    numbers.every((number) => said.includes(number))
  );
}

function promptFor(text: PromptText, task: ToWord<Framed>, mark: string): Prompt {
  const { hide } = task.masking;
  const data = {
    jour: frenchDate(task.at),
    lecteur: task.role === 'buyer' ? 'achat' : 'service',
    ...(task.turns.length === 0 ? {} : { dialogue: task.turns.map((turn) => saidIn(turn, hide)) }),
    question: hide(task.question),
    ...(task.alone === undefined ? {} : { comprise: hide(task.alone) }),
    ...(task.facts.length === 0 ? {} : { cas: task.facts.map(hide) }),
    passages: task.offered.map(({ passage: { id, from, title, name, text: held } }) => {
      const own = from.kind === 'document' ? hide : (said: string) => said;
      const [fiche, what] = [own(title), own(name)];
      return { id, ...(fiche === '' ? {} : { fiche }), objet: what, texte: own(held) };
    }),
  };
  return {
    purpose: 'answer',
    system: renderPrompt(text, { repere: mark }),
    user: renderData(data),
    shape: ANSWER_SHAPE,
    maxTokens: MAX_TOKENS,
  };
}

function saidIn({ question, answer }: Turned, hide: (text: string) => string): object {
  return { question: hide(question), ...(answer === undefined ? {} : { reponse: hide(answer) }) };
}
