/** The parts of Adaptive Cards 1.5 that are used here. */
export type Element =
  | TextBlock
  | RichTextBlock
  | Container
  | FactSet
  | ActionSet
  | InputText
  | InputToggle
  | InputChoices;

interface Common {
  readonly id?: string;
  readonly isVisible?: boolean;
  readonly separator?: boolean;
  readonly spacing?: 'None' | 'Small' | 'Default' | 'Medium' | 'Large';
}

/** Reads the little Markdown of cards: what a person typed never stands in it. */
export interface TextBlock extends Common {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly wrap: true;
  readonly weight?: 'Bolder';
  readonly size?: 'Small' | 'Medium' | 'Large';
  readonly isSubtle?: boolean;
  /** Screen readers go from heading to heading. */
  readonly style?: 'heading';
}

/** Shows its runs as they stand: no Markdown, no mention, whoever wrote them. */
export interface RichTextBlock extends Common {
  readonly type: 'RichTextBlock';
  readonly inlines: readonly TextRun[];
}

export interface TextRun {
  readonly type: 'TextRun';
  readonly text: string;
  readonly weight?: 'Bolder';
  readonly italic?: boolean;
  readonly isSubtle?: boolean;
  readonly fontType?: 'Monospace';
  readonly color?: 'Accent';
  readonly selectAction?: OpenUrl;
}

interface Container extends Common {
  readonly type: 'Container';
  readonly style?: 'emphasis' | 'good' | 'warning' | 'attention' | 'accent';
  readonly items: readonly Element[];
}

interface FactSet extends Common {
  readonly type: 'FactSet';
  readonly facts: readonly { readonly title: string; readonly value: string }[];
}

interface ActionSet extends Common {
  readonly type: 'ActionSet';
  readonly actions: readonly Action[];
}

interface Input extends Common {
  readonly id: string;
  readonly isRequired?: boolean;
  readonly errorMessage?: string;
}

interface Labelled extends Input {
  /** Said by screen readers, shown above. */
  readonly label: string;
}

interface InputText extends Labelled {
  readonly type: 'Input.Text';
  readonly isMultiline?: boolean;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly value?: string;
}

interface InputToggle extends Input {
  readonly type: 'Input.Toggle';
  /** Stands beside the box and names it. */
  readonly title: string;
  readonly wrap: true;
  readonly value?: 'true' | 'false';
}

interface InputChoices extends Labelled {
  readonly type: 'Input.ChoiceSet';
  readonly isMultiSelect?: boolean;
  readonly style?: 'compact' | 'expanded';
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  readonly value?: string;
  readonly wrap?: boolean;
}

export type Action = Execute | Submit | OpenUrl | ShowCard | ToggleVisibility;

interface ActionCommon {
  readonly id?: string;
  readonly title: string;
  readonly style?: 'default' | 'positive' | 'destructive';
}

/** Sent to the bot, which answers with the card that takes this one's place. */
interface Execute extends ActionCommon {
  readonly type: 'Action.Execute';
  readonly verb: string;
  readonly data?: Readonly<Record<string, string | number | boolean>>;
  readonly associatedInputs?: 'auto' | 'none';
}

/** In a card: says something in the person's name. In a form: gives it in. */
interface Submit extends ActionCommon {
  readonly type: 'Action.Submit';
  readonly data: object;
}

interface OpenUrl extends ActionCommon {
  readonly type: 'Action.OpenUrl';
  readonly url: string;
}

interface ShowCard extends ActionCommon {
  readonly type: 'Action.ShowCard';
  readonly card: {
    readonly type: 'AdaptiveCard';
    readonly body: readonly Element[];
    readonly actions: readonly Action[];
  };
}

interface ToggleVisibility extends ActionCommon {
  readonly type: 'Action.ToggleVisibility';
  readonly targetElements: readonly string[];
}

export interface Card {
  readonly type: 'AdaptiveCard';
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly version: '1.5';
  readonly lang: string;
  readonly body: readonly Element[];
  readonly actions?: readonly Action[];
  /** The same in words, for voices. */
  readonly speak: string;
  /** The same in words, where cards are not shown. */
  readonly fallbackText: string;
}

/** @param size said, since clients show a heading without one large: larger than the title above it */
export function heading(text: string, size: 'Medium' | 'Large' = 'Medium'): TextBlock {
  return { type: 'TextBlock', text: escapeMarkdown(text), wrap: true, weight: 'Bolder', style: 'heading', size };
}

/** One of our own sentences. */
export function note(text: string, changes: Partial<TextBlock> = {}): TextBlock {
  return { type: 'TextBlock', text: escapeMarkdown(text), wrap: true, ...changes };
}

/**
 * One of our own sentences that must be noticed. On a ground of its own, in the colour of the text: words of a colour are
 * hard to read on the ground of some clients.
 */
export function notice(text: string, style: 'good' | 'warning' | 'attention'): Element {
  return { type: 'Container', style, items: [note(text)] };
}

/** What cards take for Markdown, kept as it stands. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>~]/g, '\\$&')
    .replace(/^([^\S\r\n\u2028\u2029]*)([-+#]|\d{1,9}[.)])(?=\s)/gm, '$1\\$2');
}
