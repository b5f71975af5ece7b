import { plainMarkdown } from '../french/plain-markdown.ts';
import { frenchTypography } from '../french/typography.ts';
import { createLatest } from '../latest.ts';
import type { Language } from '../vocabulary/people.ts';
import type { Act, Block, Field, Form, Screen, ScreenRef, SourceLine, TalkLine, Tone } from './screen.ts';

interface Parts extends Partial<Omit<Screen, 'language' | 'ref'>> {
  readonly ref: ScreenRef;
  readonly language: Language;
}

/**
 * A screen of these parts. Typeset here once and for all faces: in French, the no-break spaces of what is ours; what people
 * wrote stays as they wrote it. What is said, where nothing else is given, is all that stands above what can be done.
 */
export function makeScreen({ blocks = [], fields = [], acts = [], title, said, ...rest }: Parts): Screen {
  const set = rest.language === 'fr' ? frenchTypography : same;
  const shown = blocks.map((block) => setBlock(block, set));
  const named = title === undefined ? undefined : set(title);
  return {
    audience: 'one',
    ...rest,
    ...(named === undefined ? {} : { title: named }),
    blocks: shown,
    fields: fields.map((field) => setField(field, set)),
    acts: acts.map((act) => setAct(act, set)),
    said: said === undefined ? join([named, ...shown.map(sayBlock)], '\n\n') : set(said),
  };
}

const same = (text: string): string => text;

export function markdown(text: string): Extract<Block, { kind: 'markdown' }> {
  return { kind: 'markdown', text };
}

export function heading(text: string): Block {
  return { kind: 'heading', text };
}

/** Someone's words under what they are; none where they said nothing. */
export function quoted(title: string | undefined, text: string | undefined): readonly Block[] {
  if (text === undefined || text === '') return [];
  return [...(title === undefined ? [] : [heading(title)]), { kind: 'quote', text }];
}

export function notice(text: string | undefined, tone: Tone = 'quiet'): readonly Block[] {
  return text === undefined || text === '' ? [] : [{ kind: 'notice', text, tone }];
}

/** What comes of an act stands first on the screen it comes back with. */
export interface Told {
  readonly text: string;
  readonly alert: boolean;
}

export function told(said: Told | undefined): readonly Block[] {
  return notice(said?.text, said?.alert === true ? 'alert' : 'good');
}

/** Any text as Markdown that shows it and does nothing else: no emphasis, link, heading, list or code of a person's. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>#|~&]/g, '\\$&')
    .replace(/^([^\S\r\n\u2028\u2029]*)([-+=]|\d{1,9}[.)])(?=\s|$)/gm, '$1\\$2');
}

/** On one line, at most so many characters, for a title or a button: cut at a word where there is one near. */
export function inShort(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const shown = Array.from(line);
  if (shown.length <= most) return line;
  const cut = shown.slice(0, most - 1).join('');
  const space = cut.lastIndexOf(' ');
  return `${(space > cut.length / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

type Set = (text: string) => string;

function setBlock(block: Block, set: Set): Block {
  switch (block.kind) {
    case 'quote':
    case 'file':
      return block;
    case 'markdown':
    case 'heading':
    case 'notice':
    case 'progress':
      return { ...block, text: set(block.text) };
    case 'facts':
      return {
        ...block,
        facts: block.facts.map(({ name, value }) => ({ name: set(name), value: block.verbatim ? value : set(value) })),
      };
    case 'cited':
      return {
        ...block,
        note: set(block.note),
        places: block.places.map((one) => ({ ...one, label: set(one.label) })),
      };
    case 'sources':
      return { ...block, title: set(block.title), sources: block.sources.map((one) => setSource(one, set)) };
    case 'talk':
      return { ...block, lines: block.lines.map((line) => setLine(line, set)) };
    case 'steps':
      return { ...block, steps: block.steps.map((step) => ({ ...step, label: set(step.label) })) };
    case 'fold':
      return { ...block, label: set(block.label), blocks: block.blocks.map((one) => setBlock(one, set)) };
    case 'rows':
      return {
        ...block,
        rows: block.rows.map(({ act, note, ...row }) => ({
          ...row,
          ...(note === undefined ? {} : { note: set(note) }),
          ...(act === undefined ? {} : { act: setAct(act, set) }),
        })),
      };
  }
}

function setSource({ title, ...source }: SourceLine, set: Set): SourceLine {
  return { ...source, title: set(title), places: source.places.map((one) => ({ ...one, label: set(one.label) })) };
}

function setLine(line: TalkLine, set: Set): TalkLine {
  if (line.kind === 'step') return { ...line, text: set(line.text) };
  return line.note === undefined ? line : { ...line, note: set(line.note) };
}

function setField(field: Field, set: Set): Field {
  const named = {
    label: set(field.label),
    ...(field.hint === undefined ? {} : { hint: set(field.hint) }),
  };
  if (field.kind === 'toggle') return { ...field, ...named };
  const required = field.required === undefined ? {} : { required: set(field.required) };
  return { ...field, ...named, ...required };
}

function setForm({ intro, ...form }: Form, set: Set): Form {
  return {
    ...form,
    title: set(form.title),
    submit: set(form.submit),
    ...(intro === undefined ? {} : { intro: set(intro) }),
    fields: form.fields.map((field) => setField(field, set)),
  };
}

function setAct(act: Act, set: Set): Act {
  const { confirm, needs, spoken } = act;
  return {
    ...act,
    label: set(act.label),
    ...(spoken === undefined ? {} : { spoken: set(spoken) }),
    ...(needs === undefined ? {} : { needs: setForm(needs, set) }),
    ...(confirm === undefined
      ? {}
      : {
          confirm: {
            title: set(confirm.title),
            text: set(confirm.text),
            yes: set(confirm.yes),
            no: set(confirm.no),
          },
        }),
  };
}

/** Plain text of what a block shows at once; what unfolds is not read out. */
function sayBlock(block: Block): string {
  switch (block.kind) {
    case 'markdown':
      return plainOf(block.text);
    case 'heading':
    case 'quote':
    case 'notice':
    case 'progress':
      return block.text;
    case 'facts':
      return join(block.facts.map(({ name, value }) => `${name}\u00a0: ${value}`));
    case 'cited':
      return join([...block.places.map(({ label }) => label), block.note], ' · ');
    case 'sources':
      return `${block.title}\u00a0: ${block.sources.map(({ title }) => title).join('\u00a0; ')}`;
    case 'talk':
      return join(block.lines.map((line) => (line.kind === 'step' ? line.text : `${line.who}\u00a0: ${line.text}`)));
    case 'steps':
      return join(block.steps.map(({ label }) => label));
    case 'file':
      return block.label;
    case 'fold':
      return '';
    case 'rows':
      return join(block.rows.map(({ title, note }) => join([title, note], ' · ')));
  }
}

function join(parts: readonly (string | undefined)[], between = '\n'): string {
  return parts.filter((part) => part !== undefined && part !== '').join(between);
}

/** The same fiches are shown over and over: their reading is kept. */
const LONGEST_KEPT = 6_000;
const kept = createLatest<string>(1_000);

function plainOf(text: string): string {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const plain = plainMarkdown(text);
  if (text.length <= LONGEST_KEPT) kept.set(text, plain);
  return plain;
}
