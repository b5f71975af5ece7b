import type { Fidelity } from '../../fidelity/port/defect.ts';
import type { Span } from '../../french/span.ts';
import type { FormLineName, NoForm, PurchaseNature } from '../../vocabulary/form.ts';
import type { Flexibility, LintCode, Slot } from '../../vocabulary/rewording.ts';

/** One thing said for a slot: always the person's own words, never a value of ours. */
export interface Said {
  /** Verbatim: `source.slice(...span)`. */
  readonly value: string;
  readonly span: Span;
  /** How it was read, shown beside the words, when that adds something: «12k€» → «12 000 €». */
  readonly understood?: string;
}

/** What is known of one slot. More than one saying stands for a list (constraints…) or, with `conflict`, for a contradiction. */
export interface SlotEntry {
  readonly said: readonly [Said, ...Said[]];
  /** The sayings contradict each other: all are shown, and the slot still counts as missing. */
  readonly conflict: boolean;
}

/** A service function (NF EN 16271): what the thing must do, how that is judged, and how firmly. Each part as said. */
export interface ServiceFunction {
  /** Verb and object, as said. */
  readonly statement: Said;
  /** Criterion with its level and unit («moins de 2 h»), when said. */
  readonly level?: Said;
  readonly flexibility: Flexibility;
}

/** A division into lots that the need suggests (L2113-10), with the words that suggest it. */
export interface CandidateLot {
  readonly label: string;
  readonly why: string;
  readonly said: Said;
}

/** One need of the message: a message may hold two. */
export interface Need {
  readonly slots: Readonly<Partial<Record<Slot, SlotEntry>>>;
  readonly functions: readonly ServiceFunction[];
  readonly lots: readonly CandidateLot[];
  /** What the bidder must show to prove the level (documents, samples, tests), as said. */
  readonly proof: readonly Said[];
  /** What may go wrong, as said («si ça tombe en panne on ferme»). */
  readonly risks: readonly Said[];
  /** Slots to ask, the most decisive first. */
  readonly missing: readonly Slot[];
}

export interface SlotQuestion {
  readonly slot: Slot;
  /** In everyday words, in the language of the interface. */
  readonly text: string;
  /** Which need of the message it is about. */
  readonly need: number;
}

/** A lexicon term met in the source, and what the other side says for it. */
export interface Term {
  /** As said in the source. */
  readonly from: string;
  readonly span: Span;
  /** The other side's wording, as it stands in the rewording. */
  readonly to: string;
  readonly concept: string;
  /** It means this in any sentence. */
  readonly sure?: boolean;
  /** For the reader of the rewording. */
  readonly explanation: string;
  readonly articles: readonly string[];
}

export interface LintFinding {
  readonly code: LintCode;
  readonly span: Span;
  readonly articles: readonly string[];
  /** Why, in one plain sentence. */
  readonly message: string;
  /** A lawful wording, or the question to ask. */
  readonly suggestion: string;
}

/** A day or a delay in the message's own words, and what is due or happens then; nothing more where it is of all that is asked. */
interface ByWhen {
  readonly when: string;
  readonly what?: string;
}

/** What a buyer's message comes down to for the department; each empty or undefined when the message does not say it. */
export interface PlainPoints {
  /** `unsure`: something more may be asked that was not made out. */
  readonly asks: 'something' | 'nothing' | 'unsure';
  /** One line for each act, in the message's own words, what is due by a day first. */
  readonly asked: readonly string[];
  /** What is forbidden, as the message says it, denial included. */
  readonly notToDo: readonly string[];
  /** What of it is to be sent. */
  readonly send: readonly string[];
  /** The earliest first, as far as the words fix the day. */
  readonly byWhen: readonly ByWhen[];
  /** What happens otherwise. */
  readonly otherwise: string | undefined;
}

/** A value of a line: the person's own words, how they are understood, or both. */
export interface FormValue {
  /** Verbatim; words of a correction have no span. */
  readonly said?: Pick<Said, 'value'> & Partial<Said>;
  /** In the buyer's words: French, never a value of the message. */
  readonly note?: string;
  /** Of a class of the common procurement vocabulary, for the person to confirm. */
  readonly code?: string;
  /** The concept that it says, of a notion. */
  readonly notion?: string;
}

export interface FormLine {
  readonly name: FormLineName;
  readonly values: readonly FormValue[];
  /** The values contradict each other. */
  readonly conflict?: true;
  /** Points of law about these values. */
  readonly law?: readonly Pick<LintFinding, 'code' | 'articles'>[];
}

/** What a buyer would have written of one need. */
export interface Form {
  /** Which need of the message it is of. */
  readonly need: number;
  /** Undefined where the words do not settle it. */
  readonly nature?: PurchaseNature;
  readonly lines: readonly FormLine[];
  /** Code of the class of the nomenclature that the thing most likely is of, for whoever sorts by family: not sure enough to be shown. */
  readonly likelyClass?: string;
  /** What the message does not say, and the buyer will need. */
  readonly unsaid: readonly Slot[];
}

interface RewordingBase {
  readonly source: string;
  /** The whole rewording, in French, as plain paragraphs: holds every value and name of the source. */
  readonly text: string;
  readonly terms: readonly Term[];
  readonly lint: readonly LintFinding[];
  readonly fidelity: Fidelity;
  /** A language model worded the text, and it passed the same guard; left out where it was made by rule. */
  readonly wordedBy?: 'model';
  readonly missing: readonly Slot[];
  readonly questions: readonly SlotQuestion[];
}

export type Rewording =
  | (RewordingBase & {
      readonly direction: 'to_buyer';
      readonly needs: readonly [Need, ...Need[]];
      /** What a buyer would have written, one a need; none of a message that states no need. */
      readonly forms: readonly Form[];
      /** Its questions to the buyer, whole sentences of it, where it is long enough to hide them. */
      readonly asked: readonly string[];
      /** Why there is no form. */
      readonly noForm?: NoForm;
    })
  | (RewordingBase & {
      readonly direction: 'to_prescriber';
      readonly points: PlainPoints;
      /** The message alone, as `text` holds it below what is asked. */
      readonly message: string;
    });
