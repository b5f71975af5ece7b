import type { LexiconEntry } from '../../corpus/lexicon.ts';
import { fidelityTo } from '../../fidelity/check-fidelity.ts';
import type { Fidelity } from '../../fidelity/port/defect.ts';
import { frenchTypography } from '../../french/typography.ts';
import type { Sliced } from '../../sliced.ts';
import type { NoForm } from '../../vocabulary/form.ts';
import { type ReadNeed, readMessage } from '../brief/read-needs.ts';
import type { FindTradeWords } from '../brief/trades.ts';
import { createFindNotions, type Notion } from '../buyer/notions.ts';
import type { Hint } from '../clauses/clause-features.ts';
import { clauseTextOf } from '../clauses/read-clauses.ts';
import type { Learnt } from '../learnt.ts';
import type { Form, LintFinding, Term } from '../port/rewording.ts';
import { type SaidLine, sayAsked, sayBeside } from '../port/say-form.ts';
import type { FindTerms } from '../terms.ts';
import { askedOf } from './asked.ts';
import { fileClauses } from './file-clauses.ts';
import { type FormParts, isPlainNeed, makeForms, whyNoForm } from './make-forms.ts';
import { quotedFrom } from './own-part.ts';
import { surerSlots } from './surer-slots.ts';

interface ForBuyer {
  readonly text: string;
  readonly fidelity: Fidelity;
  readonly needs: readonly [ReadNeed, ...ReadNeed[]];
  readonly forms: readonly Form[];
  readonly asked: readonly string[];
  readonly noForm?: NoForm;
  /** Worth a question: a need and nothing else. */
  readonly isPlain: boolean;
  /** What a buyer calls what the message is about: not shown beside it. */
  readonly terms: readonly Term[];
  /** The points of law that are shown. */
  readonly lint: readonly LintFinding[];
}

export type ToBuyer = (source: string, lint: readonly LintFinding[]) => Sliced<ForBuyer>;

/**
 * A department's message as its buyer gets it: the questions that a long one puts, then the person's own words, untouched, then the
 * few lines that are sure and that the message does not say by itself, mostly none; and the form that goes with the purchase. A line that the guard finds unfaithful
 * is not shown. Never throws.
 */
export function* createToBuyer(parts: {
  readonly findTerms: FindTerms;
  readonly findTradeWords: FindTradeWords;
  readonly learnt: Pick<Learnt, 'judgeLine' | 'readNeed' | 'readNature'>;
  readonly lexicon: readonly LexiconEntry[];
  readonly parts: FormParts | undefined;
}): Sliced<ToBuyer> {
  const findNotions = yield* createFindNotions(parts.lexicon);
  return function* (source, lint) {
    const quoted = quotedFrom(source);
    const own = source.slice(0, quoted);
    const hints: Hint[] = [];
    const first = yield* readMessage(own, parts.findTradeWords, (candidate, text) => {
      if (candidate.by !== 'value') hints.push(candidate);
      return parts.learnt.judgeLine(candidate, text);
    });
    yield;
    const cut = clauseTextOf(own, hints);
    const passages = parts.learnt.readNeed(cut);
    const surer = (read: ReadNeed) => surerSlots(read, hints, passages, cut.source);
    const [head, ...rest] = first;
    const needs: readonly [ReadNeed, ...ReadNeed[]] = [surer(head), ...rest.map(surer)];
    const notions = findNotions(own, parts.findTerms(own, 'service'));
    const message = {
      source: own,
      needs,
      notions,
      lint: lint.filter(({ span }) => span[1] <= own.length),
      filed: fileClauses(cut, passages),
    };
    const noForm = whyNoForm(message);
    const terms = notions.filter(({ trade }) => !trade).map((notion) => termOf(notion, source));
    yield;
    const forms = makeForms(message, parts.parts, parts.learnt.readNature);
    yield;
    const asked = askedOf(cut);
    const { kept, fidelity } = faithful(source, forms.flatMap(sayBeside));
    const held = forms.flatMap(({ lines }) => lines.flatMap(({ name, values }) => (name === 'law' ? values : [])));
    return {
      // Words of the message alone stand above it: the guard has nothing to find there.
      text: [...(asked.length === 0 ? [] : [sayAsked(asked)]), textOf(source, kept)].join('\n\n'),
      fidelity,
      needs,
      forms,
      asked,
      ...(noForm === undefined ? {} : { noForm }),
      isPlain: isPlainNeed(message),
      terms,
      lint: message.lint.filter(({ span }) => held.some(({ said }) => said?.span?.[0] === span[0])),
    };
  };
}

/** In characters: below a longer message no line is tried alone, since each one tried is a reading of everything. */
const LONGEST_TRIED = 4_000;

/** Those lines that the guard lets through, together and each alone. */
function faithful(
  source: string,
  lines: readonly SaidLine[],
): { readonly kept: readonly SaidLine[]; readonly fidelity: Fidelity } {
  const check = fidelityTo(source);
  const whole = check(textOf(source, lines));
  if (whole.faithful) return { kept: lines, fidelity: whole };
  const kept = source.length > LONGEST_TRIED ? [] : lines.filter((line) => check(textOf(source, [line])).faithful);
  const again = check(textOf(source, kept));
  return again.faithful ? { kept, fidelity: again } : { kept: [], fidelity: check(source) };
}

const textOf = (source: string, lines: readonly SaidLine[]): string =>
  lines.length === 0 ? source : `${source}\n\n${lines.map(({ name, value }) => `${name}\u00a0: ${value}`).join('\n')}`;

function termOf({ entry, span, shown }: Notion, source: string): Term {
  return {
    from: source.slice(...span),
    span,
    to: frenchTypography(shown.length === 0 ? entry.achat.preferred : shown.join(', ')),
    concept: entry.id,
    explanation: entry.explain.achat,
    articles: entry.articles,
  };
}
