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
  readonly color?: 'Good' | 'Warning' | 'Attention' | 'Accent';
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
  readonly color?: 'Good' | 'Warning' | 'Attention' | 'Accent';
  readonly selectAction?: OpenUrl;
}

interface Container extends Common {
  readonly type: 'Container';
  readonly style?: 'emphasis' | 'good' | 'warning' | 'attention' | 'accent';
  readonly items: readonly Element[];
}

export interface FactSet extends Common {
  readonly type: 'FactSet';
  readonly facts: readonly { readonly title: string; readonly value: string }[];
}

interface ActionSet extends Common {
  readonly type: 'ActionSet';
  readonly actions: readonly Action[];
}

interface Input extends Common {
  readonly id: string;
  /** Said by screen readers, shown above. */
  readonly label: string;
  readonly isRequired?: boolean;
  readonly errorMessage?: string;
}

export interface InputText extends Input {
  readonly type: 'Input.Text';
  readonly isMultiline?: boolean;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly value?: string;
}

interface InputToggle extends Input {
  readonly type: 'Input.Toggle';
  readonly title: string;
  readonly value?: 'true' | 'false';
}

interface InputChoices extends Input {
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

export function heading(text: string, size?: 'Medium' | 'Large'): TextBlock {
  const sized = size === undefined ? {} : { size };
  return { type: 'TextBlock', text: escapeMarkdown(text), wrap: true, weight: 'Bolder', style: 'heading', ...sized };
}

/** One of our own sentences. */
export function note(text: string, changes: Partial<TextBlock> = {}): TextBlock {
  return { type: 'TextBlock', text: escapeMarkdown(text), wrap: true, ...changes };
}

/** What cards take for Markdown, kept as it stands. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>~]/g, '\\$&').replace(/^(\s*)([-+#]|\d+[.)])(?=\s)/gm, '$1\\$2');
}
