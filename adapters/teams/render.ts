import { clean } from '../../src/french/clean.ts';
import type { Act, Block, Field, Row, Screen, SourceLine, TalkLine, Tone } from '../../src/screens/screen.ts';
import { wordsOf } from '../../src/screens/words.ts';
import { oneLine, shorten } from './card/clean.ts';
import { type Action, type Element, heading, note, notice, type TextRun } from './card/elements.ts';
import { ownWords, richText } from './card/markdown.ts';
import { LARGEST_ELEMENT, sizeOf } from './card/pack.ts';
import { sayAction, wireOf } from './wire.ts';

/** What a card is made of, before it is cut to size. */
export interface CardPart {
  readonly body: readonly Element[];
  readonly actions: readonly Action[];
  /** What it says, as plain text: spoken, and shown where cards are not. */
  readonly said: string;
}

/** Buttons of a card that are seen at once. */
const MOST_BUTTONS = 5;
/** Rows that are shown at once, each with its button. */
const MOST_ROWS = 5;
const LONGEST = { title: 60, label: 120, row: 200, choice: 100 } as const;

/** A screen as a card: its title, its blocks, what is filled in, then what can be done. */
export function cardOf(screen: Screen): CardPart {
  const { title, blocks, fields, acts, said, language } = screen;
  const { own } = wordsOf(language);
  const { seen, others } = actionsOf(acts, fields.length > 0, own.more);
  return {
    body: [
      ...(title === undefined ? [] : [heading(title, 'Large')]),
      ...elementsOf(blocks, own.all),
      ...fields.map(inputOf),
      ...others,
    ],
    actions: seen,
    said,
  };
}

/** A screen as a form of a dialog, which gives in what was filled in. @param data what comes back with it */
export function formOf(screen: Screen, data: object): CardPart {
  const actions = screen.acts.slice(0, 1).map(({ label }): Action => ({ type: 'Action.Submit', title: label, data }));
  return { ...cardOf({ ...screen, acts: [] }), actions };
}

/** The most expected as buttons, the others in a row that one more button shows. */
function actionsOf(acts: readonly Act[], hasFields: boolean, more: string) {
  const drawn = acts.map((act) => actionOf(act, hasFields)).filter((action) => action !== undefined);
  if (drawn.length <= MOST_BUTTONS) return { seen: drawn, others: [] };
  const [seen, rest] = [drawn.slice(0, MOST_BUTTONS - 1), drawn.slice(MOST_BUTTONS - 1)];
  const rows = Array.from({ length: Math.ceil(rest.length / MOST_BUTTONS) }, (_, index): Element => {
    const from = index * MOST_BUTTONS;
    return { type: 'ActionSet', actions: rest.slice(from, from + MOST_BUTTONS) };
  });
  const show: Action = { type: 'Action.ToggleVisibility', title: more, targetElements: [OTHERS] };
  const others: readonly Element[] = [{ type: 'Container', id: OTHERS, isVisible: false, items: rows }];
  return { seen: [...seen, show], others };
}

const OTHERS = 'others';

/** Fields of the screen go with what is about them alone: a box left half filled keeps nobody from closing. */
const TAKES_FIELDS: ReadonlySet<Act['verb']> = new Set([
  'human',
  'question',
  'preview',
  'send',
  'give_up',
  'to_case',
  'availability',
  'reword',
  'interview',
  'complete',
  'correct',
  'agree',
  'purchase',
  'calculate',
]);

function actionOf(act: Act, hasFields: boolean): Action | undefined {
  const title = shorten(oneLine(act.label), LONGEST.title) || '…';
  if (act.href !== undefined) return { type: 'Action.OpenUrl', title, url: act.href };
  if (act.verb === 'say') return sayAction(act);
  const wire = wireOf(act);
  if (wire === undefined) return undefined;
  const style = act.look === 'primary' ? 'positive' : act.look === 'danger' ? 'destructive' : 'default';
  const unfolds = act.needs !== undefined || act.confirm !== undefined;
  const takes =
    TAKES_FIELDS.has(act.verb) ||
    (act.verb === 'act' && act.value.act === 'say') ||
    (act.verb === 'interview_act' && act.value.do === 'answer');
  const execute = (changes: Partial<Extract<Action, { type: 'Action.Execute' }>>): Action => ({
    type: 'Action.Execute',
    title,
    style,
    ...wire,
    ...changes,
  });
  if (!unfolds) return execute(hasFields && !takes ? { associatedInputs: 'none' } : {});
  const { needs, confirm } = act;
  const intro = needs?.intro ?? confirm?.text;
  const send = execute({
    title: shorten(needs?.submit ?? confirm?.yes ?? title, LONGEST.title),
    ...(needs === undefined ? { associatedInputs: 'none' } : {}),
  });
  return {
    type: 'Action.ShowCard',
    title,
    card: {
      type: 'AdaptiveCard',
      body: [...(intro === undefined ? [] : [note(intro, { isSubtle: true })]), ...(needs?.fields ?? []).map(inputOf)],
      actions: [send],
    },
  };
}

function inputOf(field: Field): Element {
  const { name: id, hint } = field;
  const label = shorten(oneLine(field.label), LONGEST.label);
  switch (field.kind) {
    case 'text':
      return {
        type: 'Input.Text',
        id,
        label,
        ...(hint === undefined ? {} : { placeholder: hint }),
        isMultiline: field.multiline === true,
        maxLength: field.max,
        ...(field.required === undefined ? {} : { isRequired: true, errorMessage: field.required }),
        ...(field.value === undefined || field.value === '' ? {} : { value: clean(field.value).slice(0, field.max) }),
      };
    case 'choice':
      return {
        type: 'Input.ChoiceSet',
        id,
        label,
        isMultiSelect: field.several,
        style: 'expanded',
        wrap: true,
        choices: field.choices.map((one) => ({ title: shorten(oneLine(one.label), LONGEST.choice), value: one.value })),
        ...(field.required === undefined ? {} : { isRequired: true, errorMessage: field.required }),
        ...(field.value.length === 0 ? {} : { value: field.value.join(',') }),
      };
    case 'toggle':
      return { type: 'Input.Toggle', id, title: label, wrap: true, value: field.value ? 'true' : 'false' };
  }
}

function elementsOf(blocks: readonly Block[], all: string): readonly Element[] {
  return blocks.flatMap((block, index) => elementOf(block, all, index));
}

function elementOf(block: Block, all: string, index: number): readonly Element[] {
  switch (block.kind) {
    case 'markdown':
      return richText(block.text);
    case 'heading':
      return [heading(block.text)];
    case 'quote':
      return [{ type: 'Container', style: 'emphasis', items: ownWords(block.text) }];
    case 'facts':
      return block.facts.map(({ name, value }) => runs([bold(`${name}\u00a0: `), plain(value)]));
    case 'cited':
      return [runs([...placeRuns(block.places), plain(`${block.places.length === 0 ? '' : ' · '}${block.note}`)])];
    case 'sources':
      return [heading(block.title), ...block.sources.map((one) => runs(sourceRuns(one)))];
    case 'talk':
      return block.lines.flatMap(lineElements);
    case 'notice':
      return [toned(block.text, block.tone)];
    case 'steps':
      return block.steps.map(({ label, is }) => note(`${MARK[is]} ${label}`, { isSubtle: is === 'todo' }));
    case 'file':
      return [note(block.label)];
    case 'progress':
      return [note(block.text, { isSubtle: true })];
    case 'fold':
      return folded(block.id, block.label, elementsOf(block.blocks, all));
    case 'rows':
      return rowsOf(block.rows, all, index);
  }
}

const MARK = { done: '✓', now: '●', todo: '○' } as const;

/** One element, so that what unfolds is on the card of its button; what no single card could hold is shown at once. */
function folded(id: string, title: string, items: readonly Element[]): readonly Element[] {
  const fold: Element = {
    type: 'Container',
    items: [
      { type: 'ActionSet', actions: [{ type: 'Action.ToggleVisibility', title, targetElements: [id] }] },
      { type: 'Container', id, isVisible: false, style: 'emphasis', items },
    ],
  };
  return sizeOf(fold) > LARGEST_ELEMENT ? [heading(title), ...items] : [fold];
}

function rowsOf(rows: readonly Row[], all: string, index: number): readonly Element[] {
  const shown = rows.slice(0, MOST_ROWS).flatMap(rowElements);
  const rest = rows.slice(MOST_ROWS);
  return rest.length === 0
    ? shown
    : [...shown, ...folded(`rows-${index}`, `${all} (${rows.length})`, rest.flatMap(rowElements))];
}

function rowElements({ title, note: said, act }: Row): readonly Element[] {
  // A row of many alike: its button says which.
  const open = act === undefined ? undefined : actionOf({ ...act, label: act.spoken ?? act.label }, true);
  return [
    {
      type: 'Container',
      separator: true,
      items: [
        ...ownWords(shorten(oneLine(title), LONGEST.row)),
        ...(said === undefined ? [] : [note(said, { isSubtle: true, size: 'Small' })]),
        ...(open === undefined ? [] : [{ type: 'ActionSet', actions: [open] } as const]),
      ],
    },
  ];
}

function toned(text: string, tone: Tone): Element {
  switch (tone) {
    case 'quiet':
      return note(text, { isSubtle: true });
    case 'alert':
      return notice(text, 'attention');
    default:
      return notice(text, tone);
  }
}

function lineElements(line: TalkLine): readonly Element[] {
  if (line.kind === 'step') return [note(`${line.at} · ${line.text}`, { isSubtle: true, size: 'Small' })];
  return [
    note(`${line.who} · ${line.at}`, { isSubtle: true, size: 'Small' }),
    { type: 'Container', style: 'emphasis', items: ownWords(line.text) },
    ...(line.note === undefined ? [] : [note(line.note, { isSubtle: true, size: 'Small' })]),
  ];
}

function sourceRuns({ title, places, status }: SourceLine): readonly TextRun[] {
  return [
    bold(`${title}\u00a0: `),
    ...placeRuns(places),
    ...(status === undefined ? [] : [{ type: 'TextRun', text: ` (${status})`, isSubtle: true } as const]),
  ];
}

function placeRuns(places: SourceLine['places']): readonly TextRun[] {
  return places.flatMap(({ label, url }, index): readonly TextRun[] => [
    ...(index === 0 ? [] : [plain(', ')]),
    url?.startsWith('https://') === true
      ? { type: 'TextRun', text: label, color: 'Accent', selectAction: { type: 'Action.OpenUrl', title: label, url } }
      : plain(label),
  ]);
}

function runs(inlines: readonly TextRun[]): Element {
  return { type: 'RichTextBlock', inlines };
}

function plain(text: string): TextRun {
  return { type: 'TextRun', text };
}

function bold(text: string): TextRun {
  return { type: 'TextRun', text, weight: 'Bolder' };
}
