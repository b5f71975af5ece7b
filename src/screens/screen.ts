import type { Once } from '../once.ts';
import type { Language } from '../vocabulary/people.ts';
import type { Verb, VerbValue } from './verbs.ts';

/**
 * What is shown, decided once, as data: a face draws it and hears what is pressed. Every text is plain and shown as it stands
 * (the face escapes it for its platform), but for `markdown` blocks, which are ours: whatever a person wrote in one has been
 * through `escapeMarkdown`.
 */
export interface Screen {
  /** From which a fold or a button is made again after a deploy. */
  readonly ref: ScreenRef;
  readonly language: Language;
  readonly title?: string;
  readonly blocks: readonly Block[];
  /** Filled in on the screen itself; whatever act is pressed takes them along. */
  readonly fields: readonly Field[];
  /** The most expected first; a face shows as many as it has room for, and the others behind one more press. */
  readonly acts: readonly Act[];
  /** The whole as plain text: spoken, notified, and shown where nothing else can be. */
  readonly said: string;
  readonly audience: 'one' | 'all';
  /** For a face that has more to give: the view behind the screen, by name. */
  readonly view?: { readonly name: string; readonly data: unknown };
}

export interface ScreenRef {
  readonly view: View;
  /** Of what is shown: a case, a reply, a brief; empty for what there is one of. */
  readonly key: string;
  /** Of what is shown, where it has one: what is pressed on it was decided on that. */
  readonly version?: number;
}

type View =
  | 'note'
  | 'welcome'
  | 'answer'
  | 'fiche'
  | 'clarification'
  | 'refusal'
  | 'handoff'
  | 'rewording'
  | 'agreement'
  | 'interview'
  | 'purchase'
  | 'calculator'
  | 'ask'
  | 'need'
  | 'consent'
  | 'case'
  | 'offer'
  | 'notice'
  | 'for_case'
  | 'hours'
  | 'mine'
  | 'desk'
  | 'home'
  | 'data'
  | 'forget_me'
  | 'feedback';

export type Tone = 'good' | 'warning' | 'alert' | 'quiet';

export type Block =
  /** Ours: paragraphs, lists, emphasis, links. */
  | {
      readonly kind: 'markdown';
      readonly text: string;
      /** Of the text, where it is not that of the screen. */
      readonly lang?: Language;
      /** Read first: what was asked is answered here. */
      readonly leads?: true;
    }
  | { readonly kind: 'heading'; readonly text: string }
  /** Where what stands above is written, in one line, and how fresh that is. */
  | { readonly kind: 'cited'; readonly places: SourceLine['places']; readonly note: string }
  /** Someone's words, verbatim. */
  | { readonly kind: 'quote'; readonly text: string }
  /** `verbatim`: the values are someone's words. */
  | { readonly kind: 'facts'; readonly facts: readonly Fact[]; readonly verbatim?: true }
  | { readonly kind: 'sources'; readonly title: string; readonly sources: readonly SourceLine[] }
  /** What two sides have said to each other, and what was done meanwhile. */
  | { readonly kind: 'talk'; readonly lines: readonly TalkLine[] }
  /** A sentence to be noticed; `quiet`: one that need not be. */
  | { readonly kind: 'notice'; readonly text: string; readonly tone: Tone }
  | { readonly kind: 'steps'; readonly steps: readonly Step[] }
  | { readonly kind: 'file'; readonly name: string; readonly label: string; readonly href?: string }
  | { readonly kind: 'progress'; readonly text: string }
  /** Shown on demand; where a face cannot fold, below what can be done. */
  | { readonly kind: 'fold'; readonly id: string; readonly label: string; readonly blocks: readonly Block[] }
  /** A list of things that each can be opened: what opens one says which. */
  | { readonly kind: 'rows'; readonly rows: readonly Row[] };

export interface Fact {
  readonly name: string;
  readonly value: string;
}

export interface SourceLine {
  readonly title: string;
  /** Articles, or the section of a document: each a link where it has an address. */
  readonly places: readonly { readonly label: string; readonly url?: string | undefined }[];
  /** How well it was checked, in words. */
  readonly status?: string;
}

export type TalkLine =
  | {
      readonly kind: 'said';
      readonly who: string;
      readonly at: string;
      readonly text: string;
      /** What the other side does not read of it. */
      readonly note?: string | undefined;
    }
  | { readonly kind: 'step'; readonly at: string; readonly text: string };

interface Step {
  readonly label: string;
  readonly is: 'done' | 'now' | 'todo';
}

export interface Row {
  readonly title: string;
  readonly note?: string;
  /** Its label names the row: «Ouvrir : achat de portables». */
  readonly act?: Act;
}

export type Field = TextField | ChoiceField | ToggleField;

interface Named {
  /** Under which its value comes back. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
}

export interface TextField extends Named {
  readonly kind: 'text';
  /** Characters. */
  readonly max: number;
  readonly multiline?: boolean;
  readonly value?: string;
  /** Said when it is left empty; without it, it may be. */
  readonly required?: string;
}

export interface ChoiceField extends Named {
  readonly kind: 'choice';
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  /** What is chosen already. */
  readonly value: readonly string[];
  readonly several: boolean;
  readonly required?: string;
}

interface ToggleField extends Named {
  readonly kind: 'toggle';
  readonly value: boolean;
}

export type Act = { readonly [V in Verb]: ActOf<V> }[Verb];

interface ActOf<V extends Verb> {
  readonly verb: V;
  readonly value: VerbValue<V>;
  readonly label: string;
  readonly look: 'primary' | 'danger' | 'plain';
  /** What a screen reader says, where the label alone is not enough. */
  readonly spoken?: string;
  /** Asked before it is done. */
  readonly confirm?: Confirm;
  /** To be filled in first: in a form, or unfolded under the button. */
  readonly needs?: Form;
  /** The thing as it was shown, on which this is decided: pressed twice, or too late, it is done once, or not. */
  readonly on?: Once & { readonly kind: 'case' | 'agreement'; readonly id: string; readonly version: number };
  /** A page to open in place of an answer. */
  readonly href?: string;
}

export interface Confirm {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
}

export interface Form {
  readonly title: string;
  /** Our own words above the fields. */
  readonly intro?: string;
  readonly fields: readonly Field[];
  /** On the button that sends it. */
  readonly submit: string;
  /** Nothing in it has to be said: a face whose forms take a window of their own may do without. */
  readonly optional?: true;
}
