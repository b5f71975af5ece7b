import type { LexiconEntry } from '../../corpus/lexicon.ts';
import { fidelityTo } from '../../fidelity/check-fidelity.ts';
import type { Fidelity } from '../../fidelity/port/defect.ts';
import { frenchTypography } from '../../french/typography.ts';
import { formTexts } from '../../text/form-texts.ts';
import type { NoForm } from '../../vocabulary/form.ts';
import { type ReadNeed, readMessage } from '../brief/read-needs.ts';
import type { FindTradeWords } from '../brief/trades.ts';
import { createFindNotions, type Notion } from '../buyer/notions.ts';
import type { Hint } from '../clauses/clause-features.ts';
import { clauseTextOf } from '../clauses/read-clauses.ts';
import type { Learnt } from '../learnt.ts';
import type { Form, FormLine, LintFinding, Term } from '../port/rewording.ts';
import { sayForm, sayNoForm } from '../port/say-form.ts';
import type { FindTerms } from '../terms.ts';
import { fileClauses } from './file-clauses.ts';
import { type FormParts, makeForms, whyNoForm } from './make-forms.ts';
import { quotedFrom } from './own-part.ts';
import { surerSlots } from './surer-slots.ts';

interface ForBuyer {
  readonly text: string;
  readonly fidelity: Fidelity;
  readonly needs: readonly [ReadNeed, ...ReadNeed[]];
  readonly forms: readonly Form[];
  readonly noForm?: NoForm;
  /** The notions that are shown. */
  readonly terms: readonly Term[];
  /** The points of law that are shown. */
  readonly lint: readonly LintFinding[];
}

export type ToBuyer = (source: string, lint: readonly LintFinding[]) => ForBuyer;

/**
 * A department's message as its buyer gets it: the person's own words, untouched, then the form that the buyer would have
 * filled in, a line each, or one line that says why there is none. The guard decides: a line that it finds unfaithful is not
 * shown. Never throws.
 */
export function createToBuyer(parts: {
  readonly findTerms: FindTerms;
  readonly findTradeWords: FindTradeWords;
  readonly learnt: Pick<Learnt, 'judgeLine' | 'readNeed' | 'readNature'>;
  readonly lexicon: readonly LexiconEntry[];
  readonly parts: FormParts | undefined;
}): ToBuyer {
  const findNotions = createFindNotions(parts.lexicon);
  return (source, lint) => {
    const quoted = quotedFrom(source);
    const own = source.slice(0, quoted);
    const hints: Hint[] = [];
    const first = readMessage(own, parts.findTradeWords, (candidate, text) => {
      if (candidate.by !== 'value') hints.push(candidate);
      return parts.learnt.judgeLine(candidate, text);
    });
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
      quotes: quoted !== undefined,
      filed: fileClauses(cut, passages),
    };
    const noForm = whyNoForm(message);
    const terms =
      noForm === undefined ? [] : notions.filter(({ trade }) => !trade).map((notion) => termOf(notion, source));
    const forms = makeForms(message, parts.parts, parts.learnt.readNature);
    const why = noForm === undefined ? [] : sayNoForm(noForm, terms).map((text) => ({ text }));
    const { kept, fidelity } = faithful(source, [...why, ...drawn(forms)]);
    const shown = new Set(kept.map(({ line }) => line));
    const left = forms.map((form) => ({ ...form, lines: form.lines.filter((line) => shown.has(line)) }));
    const lines = left.flatMap((form) => form.lines);
    const held = lines.flatMap(({ name, values }) => (name === 'law' ? values : []));
    return {
      text: textOf(source, kept),
      fidelity,
      needs,
      forms: left,
      ...(noForm === undefined ? {} : { noForm }),
      terms,
      lint: message.lint.filter(({ span }) => held.some(({ said }) => said?.span?.[0] === span[0])),
    };
  };
}

/** A line below the message, with what it draws. */
interface Drawn {
  readonly text: string;
  readonly line?: FormLine | undefined;
}

function drawn(forms: readonly Form[]): readonly Drawn[] {
  return forms.flatMap((form, at) => [
    ...(forms.length > 1 ? [{ text: formTexts.need(at + 1) }] : []),
    ...sayForm(form).flatMap(({ name, value }, index) => {
      const line = form.lines[index];
      // Articles by their code, as whoever reads the text again knows them; a class by its name, for its figures are ours.
      const text = `${name}\u00a0: ${value.replace(/\b([LRD])\.\u00a0(?=\d{4})/g, '$1').replace(/ \(\d{8}-\d\)/g, '')}`;
      return [{ text, line }];
    }),
  ]);
}

/** In characters: below a longer message no line is tried alone, since each one tried is a reading of everything. */
const LONGEST_TRIED = 4_000;

/** Those lines that the guard lets through, together and each alone. */
function faithful(
  source: string,
  lines: readonly Drawn[],
): { readonly kept: readonly Drawn[]; readonly fidelity: Fidelity } {
  const check = fidelityTo(source);
  // What is worked out of the message's figures is a figure of ours.
  const told = lines.filter(({ line }) => line?.name !== 'total');
  const whole = check(textOf(source, told));
  if (whole.faithful) return { kept: lines, fidelity: whole };
  const none = { kept: [], fidelity: check(source) };
  if (source.length > LONGEST_TRIED) return none;
  const kept = told.filter((line) => check(textOf(source, [line])).faithful);
  const again = check(textOf(source, kept));
  return again.faithful
    ? { kept: lines.filter((line) => kept.includes(line) || line.line?.name === 'total'), fidelity: again }
    : none;
}

function textOf(source: string, lines: readonly Drawn[]): string {
  return lines.length === 0 ? source : `${source}\n\n${lines.map(({ text }) => text).join('\n')}`;
}

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
