// Slack's renderer: a screen's blocks, fields and acts each as Slack has them. One table of kinds, read from top to bottom.
import type {
  ActionsBlock,
  Button,
  ContextActionsBlock,
  HomeView,
  InputBlock,
  KnownBlock,
  ModalView,
  Overflow,
  StaticSelect,
} from '@slack/types';
import { escapeMarkdown } from '../../src/screens/make.ts';
import type { Act, Block, ChoiceField, Field, Row, Screen, TalkLine, Tone } from '../../src/screens/screen.ts';
import { type Words, wordsOf } from '../../src/screens/words.ts';
import { actions, button, context, header, input, links, option, plain, section } from './blocks/build.ts';
import { shorten } from './blocks/clean.ts';
import { LIMITS } from './blocks/limits.ts';
import { quoteText, richText } from './blocks/markdown.ts';
import { message, type SlackMessage } from './blocks/message.ts';
import { escapeMrkdwn } from './blocks/mrkdwn.ts';
import { ACTS_MENU } from './ids.ts';
import { type Wire, wireOf } from './wire.ts';

interface Drawing {
  readonly words: Words;
  readonly conversation: string;
  /** In a tab or a form headings are headers; in a message they are a line in bold. */
  readonly heading: 'header' | 'line';
}

/** Buttons of one row that are seen at once; the others stand in its menu, where they can. */
const MOST_BUTTONS = 4;
/** Of a menu; fewer than two make none. */
const MENU = { least: 2, most: 5, value: 150 } as const;
const LONGEST = { row: 160, choice: 75 } as const;

/**
 * A screen as a message: its title, what it says, what can be done, and under that what is there on demand, since a message
 * folds nothing: whoever has to act does not scroll for it.
 */
export function messageOf(screen: Screen, conversation = ''): SlackMessage {
  const { title, blocks, acts, said, language } = screen;
  const words = wordsOf(language);
  const drawing: Drawing = { words, conversation, heading: 'line' };
  const own = words.own.cut;
  return message({
    head: title === undefined || title === '' ? [] : [header(title)],
    body: drawAll(blocks.filter(isAtOnce), drawing),
    tail: actBlocks(acts, drawing),
    below: drawAll(
      blocks.filter((block) => !isAtOnce(block)),
      drawing,
    ),
    text: said,
    cut: context(escapeMrkdwn(own))[0] ?? header(own),
  });
}

interface FormPlan {
  readonly callback: string;
  /** Comes back with the form; at most 3,000 characters as JSON. */
  readonly meta: object;
  /** Fields that only this platform has. */
  readonly more?: readonly InputBlock[];
}

/** A screen with fields as a form, sent by its first act; what else can be done stands in it. */
export function modalOf(screen: Screen, { callback, meta, more = [] }: FormPlan): ModalView {
  const { title = '', blocks, fields, acts, language } = screen;
  const words = wordsOf(language);
  const drawing: Drawing = { words, conversation: '', heading: 'line' };
  const [send, ...others] = acts;
  const leaves = others.find(({ verb }) => verb === 'give_up');
  const packed = JSON.stringify(meta);
  if (packed.length > LIMITS.privateMetadata) throw new Error(`what the form ${callback} keeps is too long`);
  return {
    type: 'modal',
    callback_id: callback,
    title: plain(title, LIMITS.modalTitle),
    ...(send === undefined ? {} : { submit: plain(send.label, LIMITS.modalButton) }),
    close: plain(leaves?.label ?? words.own.cancel, LIMITS.modalButton),
    private_metadata: packed,
    blocks: [
      ...drawAll(blocks.filter(isAtOnce), drawing),
      // What nothing sends is not asked.
      ...(send === undefined ? [] : [...more, ...inputs(fields, words)]),
      ...actBlocks(
        others.filter((act) => act !== leaves),
        drawing,
      ),
      ...drawAll(
        blocks.filter((block) => !isAtOnce(block)),
        drawing,
      ),
    ].slice(0, LIMITS.viewBlocks),
  };
}

/** What is left to do with it is to close it. */
export function closingOf({ title = 'Truchement', blocks, language }: Screen): ModalView {
  const words = wordsOf(language);
  return {
    type: 'modal',
    title: plain(title, LIMITS.modalTitle),
    close: plain(words.all.rewording.close, LIMITS.modalButton),
    blocks: [...drawAll(blocks, { words, conversation: '', heading: 'line' })].slice(0, LIMITS.viewBlocks),
  };
}

/** A screen as the Home tab. */
export function homeOf({ title, blocks, acts, language }: Screen): HomeView {
  const drawing: Drawing = { words: wordsOf(language), conversation: '', heading: 'header' };
  const drawn = [
    ...(title === undefined ? [] : [header(title)]),
    ...drawAll(blocks, drawing),
    ...actBlocks(acts, drawing),
  ];
  return { type: 'home', blocks: drawn.slice(0, LIMITS.viewBlocks) };
}

function isAtOnce({ kind }: Block): boolean {
  return kind !== 'fold';
}

function drawAll(blocks: readonly Block[], drawing: Drawing): readonly KnownBlock[] {
  return blocks.flatMap((block) => draw(block, drawing));
}

function draw(block: Block, drawing: Drawing): readonly KnownBlock[] {
  switch (block.kind) {
    case 'markdown':
      return richText(block.text);
    case 'heading':
      return drawing.heading === 'header' ? [header(block.text)] : [section(bold(block.text))];
    case 'quote':
      return quoteText(block.text);
    case 'facts':
      return [section(block.facts.map(({ name, value }) => `${bold(name)}\u00a0: ${escapeMrkdwn(value)}`).join('\n'))];
    case 'cited':
      return context(`${block.places.length === 0 ? '' : `${links(block.places)} · `}${escapeMrkdwn(block.note)}`);
    case 'sources':
      return context(
        ...block.sources.map(
          ({ title, places }, index) =>
            `${index === 0 ? `${escapeMrkdwn(block.title)}\u00a0: ` : ''}«\u00a0${escapeMrkdwn(title)}\u00a0» (${links(places)})`,
        ),
      );
    case 'talk':
      return block.lines.flatMap(drawLine);
    case 'notice':
      return drawNotice(block.text, block.tone);
    case 'steps':
      return [section(block.steps.map(({ label, is }) => `${MARK[is]} ${escapeMrkdwn(label)}`).join('\n'))];
    case 'file':
      return [section(links([{ label: block.label, url: block.href }]))];
    case 'progress':
      return context(escapeMrkdwn(block.text));
    case 'fold':
      return [section(bold(block.label)), ...drawAll(block.blocks, drawing)];
    case 'rows':
      return block.rows.map((row) => drawRow(row, drawing));
  }
}

const MARK = { done: '✓', now: '●', todo: '○' } as const;

function bold(text: string): string {
  return `*${escapeMrkdwn(text) || '…'}*`;
}

function drawNotice(text: string, tone: Tone): readonly KnownBlock[] {
  if (tone === 'quiet') return context(escapeMrkdwn(text));
  const said = escapeMarkdown(text);
  return richText(tone === 'good' ? said : `**${said}**`);
}

function drawLine(line: TalkLine): readonly KnownBlock[] {
  if (line.kind === 'step') return context(escapeMrkdwn(`${line.at} · ${line.text}`));
  return [
    ...context(`${escapeMrkdwn(line.at)} · ${bold(line.who)}`),
    ...quoteText(line.text),
    ...(line.note === undefined ? [] : context(escapeMrkdwn(line.note))),
  ];
}

function drawRow({ title, note, act }: Row, drawing: Drawing): KnownBlock {
  const name = bold(shorten(title.replace(/\s+/g, ' ').trim(), LONGEST.row));
  const text = note === undefined ? name : `${name}\n${escapeMrkdwn(note)}`;
  const wire = act === undefined ? undefined : wireOf(act, drawing.conversation);
  if (act === undefined || wire === undefined) return section(text);
  const [chosen] = act.needs?.fields ?? [];
  return section(text, chosen?.kind === 'choice' ? select(chosen, wire, drawing.words) : drawButton(act, wire));
}

/** What takes one choice and nothing else is chosen where it stands. */
function select({ choices, value }: ChoiceField, { id }: Wire, { own }: Words): StaticSelect {
  const options = choices.map((one) => option(one.label, one.value));
  const initial = options.find((one) => one.value === value[0]);
  return {
    type: 'static_select',
    action_id: id,
    options,
    ...(initial === undefined ? { placeholder: plain(own.choose, LIMITS.placeholder) } : { initial_option: initial }),
  };
}

/** One row for what is done with the screen, one for what may be said next (before it, where that is what is asked), one for the thumbs. */
function actBlocks(acts: readonly Act[], drawing: Drawing): readonly (ActionsBlock | ContextActionsBlock)[] {
  const of = (takes: (act: Act) => boolean) => acts.filter(takes);
  const done = actRow(
    of(({ verb }) => verb !== 'say' && verb !== 'feedback'),
    drawing,
  );
  const said = actRow(distinct(of(({ verb }) => verb === 'say')), drawing);
  return [
    ...(acts[0]?.verb === 'say' ? [...said, ...done] : [...done, ...said]),
    ...thumbs(of(({ verb }) => verb === 'feedback')),
  ];
}

/** Two buttons that read alike are one: nobody could tell which is which. */
function distinct(acts: readonly Act[]): readonly Act[] {
  return [...new Map(acts.map((act) => [shorten(act.spoken ?? act.label, LIMITS.accessibilityLabel), act])).values()];
}

function actRow(acts: readonly Act[], drawing: Drawing): readonly ActionsBlock[] {
  const drawn = acts.flatMap((act) => {
    const wire = wireOf(act, drawing.conversation);
    return wire === undefined ? [] : [{ act, wire }];
  });
  const hidden =
    drawn.length > MOST_BUTTONS
      ? drawn
          .slice(MOST_BUTTONS - 1)
          .filter(canHide)
          .slice(-MENU.most)
      : [];
  const menu = hidden.length < MENU.least ? [] : hidden;
  const seen = drawn.filter((one) => !menu.includes(one));
  // Buttons of one kind in a row bear their place.
  const named = seen.map(({ act, wire }, index) => {
    const isAlone = seen.filter((one) => one.wire.id === wire.id).length === 1 && !IN_SERIES.has(act.verb);
    return drawButton(act, isAlone ? wire : { ...wire, id: `${wire.id}_${index}` });
  });
  return actions([...named, ...(menu.length === 0 ? [] : [overflow(menu)])]);
}

const IN_SERIES: ReadonlySet<Act['verb']> = new Set(['say', 'to_case', 'open']);

interface Drawn {
  readonly act: Act;
  readonly wire: Wire;
}

/** A menu asks nothing before what it does, and carries little. */
function canHide({ act, wire }: Drawn): boolean {
  return act.confirm === undefined && act.look === 'plain' && packed(wire).length <= MENU.value;
}

function overflow(menu: readonly Drawn[]): Overflow {
  return {
    type: 'overflow',
    action_id: ACTS_MENU,
    options: menu.map(({ act, wire }) => option(act.label, packed(wire))),
  };
}

function packed({ id, value }: Wire): string {
  return `${id} ${value}`;
}

function drawButton({ label, look, spoken, confirm, href }: Act, { id, value }: Wire): Button {
  const drawn = button(id, label, value, {
    ...(look === 'plain' ? {} : { style: look }),
    ...(spoken === undefined ? {} : { label: spoken }),
    ...(confirm === undefined ? {} : { confirm }),
  });
  return href === undefined ? drawn : { ...drawn, url: href };
}

function thumbs(acts: readonly Act[]): readonly ContextActionsBlock[] {
  const [up, down] = acts;
  const [yes, no] = [up && wireOf(up), down && wireOf(down)];
  if (up === undefined || down === undefined || yes === undefined || no === undefined) return [];
  const drawn = ({ label, spoken }: Act, { value }: Wire) => ({
    text: { type: 'plain_text' as const, text: plain(label, LIMITS.buttonText).text },
    value,
    accessibility_label: shorten(spoken ?? label, LIMITS.accessibilityLabel),
  });
  return [
    {
      type: 'context_actions',
      elements: [
        {
          type: 'feedback_buttons',
          action_id: yes.id,
          positive_button: drawn(up, yes),
          negative_button: drawn(down, no),
        },
      ],
    },
  ];
}

/** Where what is ticked comes back: each toggle by its name. */
export const TOGGLES = 'toggles';

/** Fields in order; boxes to tick are one question, asked last. */
function inputs(fields: readonly Field[], words: Words): readonly InputBlock[] {
  const toggles = fields.filter((field) => field.kind === 'toggle');
  const options = toggles.map(({ name, label, hint }) => ({
    ...option(label, name),
    ...(hint === undefined ? {} : { description: plain(hint, LIMITS.optionText) }),
  }));
  const initial = options.filter((_, index) => toggles[index]?.value === true);
  return [
    ...fields.flatMap((field) => (field.kind === 'toggle' ? [] : [fieldInput(field, words)])),
    ...(options.length === 0
      ? []
      : [
          input(
            TOGGLES,
            words.own.options,
            { type: 'checkboxes', options, ...(initial.length === 0 ? {} : { initial_options: initial }) },
            { optional: true },
          ),
        ]),
  ];
}

function fieldInput(field: Exclude<Field, { kind: 'toggle' }>, { own }: Words): InputBlock {
  const { name, label, hint, required } = field;
  const more = { hint, ...(required === undefined ? { optional: true } : {}) };
  if (field.kind === 'text') {
    const max = Math.min(field.max, LIMITS.inputInitial);
    const value = field.value === undefined || field.value === '' ? {} : { initial_value: shorten(field.value, max) };
    return input(
      name,
      label,
      {
        type: 'plain_text_input',
        ...(field.multiline === true ? { multiline: true } : {}),
        max_length: max,
        ...value,
      },
      more,
    );
  }
  const options = field.choices.slice(0, LIMITS.options).map((one) => option(one.label, one.value));
  const initial = options.filter(({ value = '' }) => field.value.includes(value));
  if (field.several)
    return input(
      name,
      label,
      {
        type: 'multi_static_select',
        options,
        placeholder: plain(own.choose, LIMITS.placeholder),
        ...(initial.length === 0 ? {} : { initial_options: initial }),
      },
      more,
    );
  const [first] = initial;
  const type = options.length > LIMITS.radios ? 'static_select' : 'radio_buttons';
  return input(name, label, { type, options, ...(first === undefined ? {} : { initial_option: first }) }, more);
}
