import type { Actor, FaceTraits, Heard, Pressed } from '../../src/desk/port/heard.ts';
import type { Desk, Shown } from '../../src/desk/port/shown.ts';
import { plainMarkdown } from '../../src/french/plain-markdown.ts';
import type { NotDelivered, Outgoing } from '../../src/message/delivery.ts';
import type { SignedIn } from '../../src/reserve/port/signed-in.ts';
import { ok, type Result } from '../../src/result.ts';
import type { Act, Block, Field, Row, Screen } from '../../src/screens/screen.ts';
import { VERBS, type Verb } from '../../src/screens/verbs.ts';
import type { Role } from '../../src/vocabulary/people.ts';

/** What a face of letters and brackets can do: press, and nothing else. */
const TRAITS: FaceTraits = {
  name: 'console',
  can: { press: true, whisper: false, file: false },
  writes: 'box',
  carries: (text) => text.length <= 4_000,
  whenDown: 'answer',
  strangers: 'met',
  briefs: 'own',
};

/** A message as it stands: what was shown in it last. */
interface Message {
  readonly id: string;
  screen: Screen;
}

type Filling = Readonly<Record<string, string | boolean | readonly string[]>>;

/** One person before the plain face: all they can do is type, and press what a message shows. */
export interface PlainSeat {
  type(line: string, more?: { readonly id?: string; readonly case?: string; readonly files?: number }): Promise<void>;
  takeBack(): Promise<void>;
  /** Presses the last button that bears this label; as often as asked, at once. */
  press(label: string, filled?: Filling, times?: number): Promise<void>;
  /** A button as it stood, to be pressed whatever has become of its message. */
  kept(label: string): { press(): Promise<void> };
  /** What the platform sends when a button is pressed, word for word: for one that nobody knows. */
  send(pressed: string): Promise<void>;
  show(screen: Screen): void;
  text(): string;
  screens(): readonly Screen[];
}

export interface PlainFace {
  seat(person: SignedIn): PlainSeat;
  deliver(message: Outgoing): Promise<Result<undefined, NotDelivered>>;
}

/** A whole face, written to show what one takes: events in, screens drawn as text, every button under its label. */
export function createPlainFace(desk: () => Desk): PlainFace {
  const rooms = new Map<string, Message[]>();
  const seen = new Set<string>();
  let count = 0;
  const next = (): string => {
    count += 1;
    return `n${count}`;
  };
  const roomOf = (person: string): Message[] => {
    const room = rooms.get(person) ?? [];
    rooms.set(person, room);
    return room;
  };
  const show = (person: string, { screen, instead }: Shown, on?: Message): void => {
    if (instead && on !== undefined) on.screen = screen;
    else roomOf(person).push({ id: next(), screen });
  };

  return {
    deliver: async (message) => {
      if (seen.has(message.id)) return ok(undefined);
      seen.add(message.id);
      for await (const shown of desk().tell({ kind: 'message', message }, TRAITS)) show(message.person, shown);
      return ok(undefined);
    },
    seat: (person) => {
      const room = roomOf(person.person);
      const actor = actorOf(person);
      const common = { face: TRAITS, actor, conversation: person.person, isPrivate: true };
      const hear = async (heard: Heard, on?: Message): Promise<void> => {
        for await (const shown of desk().hear(heard)) show(person.person, shown, on);
      };
      const send = async (sent: string, on?: Message): Promise<void> => {
        const pressed = readPressed(sent, { ...common, key: next() });
        if (pressed !== undefined) await hear({ ...pressed, on: on?.id }, on);
      };
      const find = (label: string) => {
        const message = room.findLast(({ screen }) => actsOf(screen).some((act) => act.label === label));
        const act = message && actsOf(message.screen).find((one) => one.label === label);
        if (message === undefined || act === undefined) throw new Error(`nothing to press: ${label}`);
        return { message, act };
      };
      return {
        send,
        type: async (text, { id = next(), ...more } = {}) => {
          if (seen.has(id)) return;
          seen.add(id);
          await hear({ ...common, kind: 'said', key: id, message: id, text, ...more });
        },
        takeBack: () => hear({ ...common, kind: 'takenBack', key: next() }),
        press: async (label, filled = {}, times = 1) => {
          const { message, act } = find(label);
          const sent = writePressed(act, message.screen, filled);
          await Promise.all(Array.from({ length: times }, () => send(sent, message)));
        },
        kept: (label) => {
          const { message, act } = find(label);
          const sent = writePressed(act, message.screen, {});
          return { press: () => send(sent, message) };
        },
        show: (screen) => void room.push({ id: next(), screen }),
        text: () => room.map(({ screen }) => draw(screen)).join('\n\n'),
        screens: () => room.map(({ screen }) => screen),
      };
    },
  };
}

function actorOf(person: SignedIn): Actor {
  let role: Role | undefined;
  return {
    account: person.person,
    language: 'fr',
    known: async () => ok(person),
    meet: async () => ok(person),
    role: async () => role,
    setRole: async (said) => {
      role = said;
    },
  };
}

/** What a button sends: its verb, its value, what was filled in, and the thing as it was shown. */
function writePressed({ verb, value, on, needs }: Act, screen: Screen, filled: Filling): string {
  const boxes = [...screen.fields, ...(needs?.fields ?? [])].map((field) => {
    const held = field.kind === 'choice' && !field.several ? (field.value[0] ?? '') : (field.value ?? '');
    return [field.name, held] as const;
  });
  const once = on === undefined ? undefined : { key: `v${on.version}`, on: on.version };
  return JSON.stringify({ verb, value, filled: { ...Object.fromEntries(boxes), ...filled }, once });
}

/** The same read again, as it comes from anybody: what is not on the list is not heard. */
function readPressed(sent: string, common: Omit<Parameters<Desk['hear']>[0], 'kind'>): Pressed | undefined {
  const { verb, value, filled, once } = JSON.parse(sent);
  if (!Object.hasOwn(VERBS, verb)) return undefined;
  const read = VERBS[verb as Verb].safeParse(value);
  if (!read.success) return undefined;
  const boxes = new Map(Object.entries(filled ?? {}));
  return { ...common, kind: 'pressed', verb, value: read.data, filled: boxes, once } as Pressed;
}

function actsOf({ acts, blocks }: Screen): readonly Act[] {
  return [...acts, ...blocks.flatMap(actsIn)];
}

function actsIn(block: Block): readonly Act[] {
  if (block.kind === 'fold') return block.blocks.flatMap(actsIn);
  return block.kind === 'rows' ? block.rows.flatMap(actOf) : [];
}

function actOf({ act }: Row): readonly Act[] {
  return act === undefined ? [] : [act];
}

/** A screen as text: what is said, what can be filled in, what can be pressed. */
function draw({ title, blocks, fields, acts }: Screen): string {
  return [
    ...(title === undefined ? [] : [`== ${title}`]),
    ...blocks.flatMap(drawBlock),
    ...fields.map(drawField),
    acts.map(({ label }) => `[${label}]`).join(' '),
  ].join('\n');
}

function drawBlock(block: Block): readonly string[] {
  switch (block.kind) {
    case 'markdown':
      return [plainMarkdown(block.text)];
    case 'heading':
    case 'notice':
    case 'progress':
      return [block.text];
    case 'quote':
      return block.text.split('\n').map((line) => `| ${line}`);
    case 'facts':
      return block.facts.map(({ name, value }) => `${name} : ${value}`);
    case 'cited':
      return [[...block.places.map(({ label }) => label), block.note].join(' · ')];
    case 'sources':
      return block.sources.map(({ title, places }) => `${title} (${places.map(({ label }) => label).join(', ')})`);
    case 'talk':
      return block.lines.map((line) => (line.kind === 'step' ? line.text : `${line.who} : ${line.text}`));
    case 'steps':
      return block.steps.map(({ label }) => `- ${label}`);
    case 'file':
      return [block.label];
    case 'fold':
      return [`${block.label} :`, ...block.blocks.flatMap(drawBlock)];
    case 'rows':
      return block.rows.map(({ title, act }) => `${title} ${act === undefined ? '' : `[${act.label}]`}`);
  }
}

function drawField(field: Field): string {
  const held = field.kind === 'toggle' ? (field.value ? 'x' : ' ') : field.value;
  return `${field.label} : ${Array.isArray(held) ? held.join(', ') : (held ?? '')}`;
}
