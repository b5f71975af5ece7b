import { type IsoDate, isIsoDate } from '../days/iso-date.ts';
import { frenchTypography } from '../french/typography.ts';
import { ownValue } from '../own-value.ts';
import type { ComputeOn, Conclusion, Reader } from '../rules/compute.ts';
import type { FactName, FactValue, Situation } from '../rules/facts.ts';
import type { GoalName } from '../rules/goals.ts';
import type { LocalRules } from '../rules/local/local-rules.ts';
import { localLines } from '../rules/local/say-local.ts';
import { euros, type Line, type Rules } from '../rules/work.ts';
import { interviewTexts } from '../text/interview-texts.ts';
import { localTexts } from '../text/local-texts.ts';
import { sayBranches } from './branches.ts';
import { CONTROL, DUTIES, lower, sayChanges } from './changes.ts';
import { localPart } from './local-part.ts';
import { settled } from './read-typed.ts';
import { sayRetained } from './retained.ts';
import { sayOutcomeFor } from './say-outcome.ts';
import type { Known, OnDemand } from './state.ts';
import { besides, type Outcome, type Weigh } from './weigh.ts';

/** A thing to do or to know, its articles, and the reasoning where there is some. */
interface SheetLine extends Line {
  readonly why?: string | undefined;
}

interface SheetStep {
  readonly name: keyof typeof texts.steps;
  readonly label: string;
  readonly date: IsoDate;
}

/** A purchase as it is read, printed and taken along. Everything in it is French. */
export interface Sheet {
  /** What was asked, answered: the procedure and where to publish. */
  readonly verdict: string;
  /** The same in two: where cases differ, the first says what it hangs on. */
  readonly procedure: string;
  readonly publicity: string | undefined;
  /** The need that it was concluded from, where what the body announces counts with it. */
  readonly need?: string | undefined;
  /** The body's own rules beside the law, the stricter first; none where it has none. */
  readonly local: readonly string[];
  /** «fournitures», «13 500 € HT»: what it was concluded from. */
  readonly retained: readonly string[];
  /** What each value of the facts that nobody knows would give. */
  readonly branches: readonly string[];
  readonly why: readonly Line[];
  /** Days in their order. */
  readonly steps: readonly SheetStep[];
  readonly calendar: readonly Line[];
  readonly duties: readonly SheetLine[];
  readonly watch: readonly Line[];
  /** What would be otherwise from the thresholds just above. */
  readonly changes: readonly string[];
  /** Unfolded on demand. */
  readonly more: readonly {
    readonly name: keyof typeof texts.more;
    readonly lines: readonly Line[];
  }[];
}

const texts = interviewTexts.fr;

export interface SheetParts {
  readonly weigh: Weigh;
  readonly compute: ComputeOn;
  readonly rules: Rules;
  /** Of the body that buys, where it has some. */
  readonly local?: LocalRules | undefined;
}

export type DrawSheet = (known: Known, today: IsoDate, reader: Reader) => Sheet;

export function createDrawSheet(parts: SheetParts): DrawSheet {
  return (known, today, reader) => {
    const { weigh } = parts;
    const say = sayOutcomeFor(reader);
    const total = weigh.total(known, today);
    const outcomes = weigh.outcomes(known, today);
    const own = localPart(parts.local, known, total);
    const of = (sum: number | undefined) => own.plan(withProcedure(settled(known, sum), outcomes));
    const concludeOn =
      (given: Situation): Conclude =>
      (goal, more = []) => {
        const concluded = parts.compute({ goal, situation: new Map([...given, ...more]), at: today }, reader);
        return concluded.ok ? concluded.value : undefined;
      };
    const facts = of(total);
    const conclude = concludeOn(facts);
    const publicity = conclude('publicity');
    const said = publicity?.explanation.map(({ text }) => text) ?? [];
    const reasoned = parts.compute(
      { goal: 'procedure', situation: withAnnounced(parts.weigh, known, today), at: today },
      reader,
    );
    // Where something is not known, what each case gives is said above, case by case.
    const why = reasoned.ok && reasoned.value.missing.length === 0 ? reasoned.value.explanation : [];
    const calendar = calendarOf(facts, outcomes, conclude);
    const verdict = say.verdict(
      outcomes,
      weigh.missing(known, today).map(({ fact }) => lower(parts.rules.book.facts.get(fact)?.titre ?? fact)),
    );
    const law = {
      procedures: outcomes.map(({ procedure }) => procedure),
      said: lower(verdict),
      articles: why.findLast(({ text }) => !said.includes(text))?.articles ?? [],
    };
    const local = own.say(
      law,
      calendar.steps.map(({ name }) => name),
    );
    const [only, ...others] = outcomes;
    const isOne = only !== undefined && others.length === 0;
    return {
      procedure: isOne ? say.procedure(only) : verdict,
      publicity: isOne ? say.where(only) : undefined,
      need: total === undefined || besides(known) === 0 ? undefined : texts.need(euros(total), euros(besides(known))),
      verdict: local?.wanted === undefined ? verdict : localTexts.lead(local.wanted, law.said),
      local: local === undefined ? [] : localLines(local),
      retained: sayRetained(known, total, true),
      branches: outcomes.length > 1 ? sayBranches({ ...parts, say }, known, today) : [],
      why: [
        ...why.filter(({ text }) => !said.includes(text)),
        ...(publicity?.missing.length === 0 ? publicity.explanation : []),
      ],
      ...calendar,
      duties: dutiesOf(parts.rules, outcomes, conclude('obligations')),
      watch: (isDirect(outcomes) ? WATCH.slice(0, 1) : WATCH).map(lineOf),
      changes: total === undefined ? [] : sayChanges({ ...parts, say }, known, total, today),
      // An advance, a retention are of this contract alone.
      more: moreOf(known.opened, concludeOn(of(weigh.total({ ...known, announced: [] }, today)))),
    };
  };
}

/** The one purchase and what is announced besides, told as the parts of a need. */
function withAnnounced(weigh: Weigh, known: Known, today: IsoDate): Situation {
  const own = weigh.total({ ...known, announced: [] }, today);
  if (own === undefined || besides(known) === 0) return known.facts;
  const facts = new Map(settled(known, own));
  facts.delete('montant_ht');
  return facts.set('montants', [own, ...known.announced]).set('homogene', true);
}

const isDirect = (outcomes: readonly Outcome[]): boolean =>
  outcomes.every(({ procedure }) => procedure === 'dispense_seuil');

/** Where every case has the same procedure, goals need not find it again from what is not known. */
function withProcedure(facts: Situation, outcomes: readonly Outcome[]): Situation {
  const [first, ...others] = outcomes.map(({ procedure }) => procedure);
  const isSame = others.every((one) => one === first);
  return isSame && (first === 'dispense_seuil' || first === 'adaptee')
    ? new Map<FactName, FactValue>([...facts, ['procedure', first]])
    : facts;
}

type Conclude = (goal: GoalName, more?: readonly (readonly [FactName, FactValue])[]) => Conclusion | undefined;

const PLAN: readonly SheetStep['name'][] = [
  'envoi_avis_au_plus_tard',
  'limite_candidatures',
  'envoi_invitations',
  'limite_offres',
  'envoi_rejets',
];

/** The way back from the day wanted; without one, the days that the law gives. */
function calendarOf(
  facts: Situation,
  outcomes: readonly Outcome[],
  conclude: Conclude,
): Pick<Sheet, 'steps' | 'calendar'> {
  const day = facts.get('signature_visee') ?? facts.get('notification_visee') ?? facts.get('demarrage_vise');
  const formal: readonly (readonly [FactName, FactValue])[] = [
    ['procedure', 'appel_offres_ouvert'],
    ['electronique', true],
  ];
  if (isDirect(outcomes))
    return {
      steps: [],
      calendar: conclude('backplanning', [['signature_visee', '2030-06-28']])?.explanation.slice(-1) ?? [],
    };
  const isFormal = outcomes.every(({ procedure }) => procedure === 'formalisee');
  if (outcomes.some(({ procedure }) => procedure !== outcomes[0]?.procedure)) return { steps: [], calendar: [] };
  if (typeof day !== 'string')
    return {
      steps: [],
      calendar: isFormal
        ? [
            ...(conclude('tender_deadline', formal)?.explanation.slice(0, 1) ?? []),
            ...(conclude('standstill_end', formal)?.explanation.slice(0, 1) ?? []),
          ]
        : (conclude('tender_deadline', [['procedure', 'adaptee']])?.explanation ?? []),
    };
  const planned = conclude('backplanning');
  const values = planned?.values ?? {};
  // A month is wanted from its first day.
  const wanted = /^\d{4}-\d{2}$/.test(day) ? `${day}-01` : day;
  const steps = PLAN.flatMap((name): readonly SheetStep[] => {
    const date = values[name];
    return typeof date === 'string' && isIsoDate(date) ? [{ name, label: texts.steps[name], date }] : [];
  });
  const signed: readonly SheetStep[] = isIsoDate(wanted)
    ? [{ name: 'signature', label: texts.steps.signature, date: wanted }]
    : [];
  return {
    steps: [...steps, ...signed].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
    calendar: planned?.missing.length === 0 ? planned.explanation : (planned?.explanation.slice(1) ?? []),
  };
}

/** What every such purchase has, whatever its sum. */
const DIRECT = [['quotes', ['R2122-8']]] as const;
const COMPETED = [
  ['documents', ['R2132-1']],
  ['proofs', ['R2144-4']],
] as const;
const WATCH = [
  ['split', ['R2121-4']],
  ['lots', ['L2113-10', 'L2113-11']],
] as const;

function lineOf([name, articles]: readonly [keyof typeof texts.lines, readonly string[]]): SheetLine {
  return { text: texts.lines[name], articles };
}

/** What is due whatever is not known, in the order of the work. */
function dutiesOf({ book }: Rules, outcomes: readonly Outcome[], told: Conclusion | undefined): readonly SheetLine[] {
  const reasons = told?.missing.length === 0 ? told.explanation : [];
  const line = (name: string): SheetLine => {
    const rule = book.rules.get(name);
    const named = Object.keys(rule?.références ?? {});
    // A rule names the articles of every buyer; what was worked out, those of this one.
    const own = named.filter((article) => reasons.some((one) => one.articles.includes(article)));
    const articles = own.length > 0 ? own : named;
    const why = reasons.find((one) => one.articles.some((article) => articles.includes(article)))?.text;
    return { text: frenchTypography(rule?.titre ?? name), articles, why };
  };
  const due = (is: (outcome: Outcome) => boolean) => outcomes.every(is);
  return [
    ...(isDirect(outcomes) ? DIRECT : COMPETED).map(lineOf),
    ...DUTIES.filter(([duty]) => due(({ duties }) => ownValue(duties, duty) === true)).map(([, rule]) => line(rule)),
    ...(due(({ control }) => control) ? [line(CONTROL)] : []),
  ];
}

/** Of a part of which something is not known. */
const MOST_LINES = 4;
const LONGEST_LINE = 400;

function moreOf(opened: readonly OnDemand[], conclude: Conclude): Sheet['more'] {
  return opened.map((name) => {
    const lines = conclude(name)?.explanation ?? [];
    return {
      name,
      lines: lines.filter(({ text }) => text.length <= LONGEST_LINE).slice(0, MOST_LINES),
    };
  });
}
