import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Filled, Heard } from '../../src/desk/port/heard.ts';
import { CONSENT } from '../../src/screens/consent.ts';
import { makeScreen, markdown } from '../../src/screens/make.ts';
import type { Act, Field, Screen } from '../../src/screens/screen.ts';
import type { Verb } from '../../src/screens/verbs.ts';
import { catalogues } from '../../src/text/catalogues.ts';
import type { CaseAction } from '../../src/vocabulary/cases.ts';
import type { Language } from '../../src/vocabulary/people.ts';
import { input } from './blocks/build.ts';
import { VIEWS } from './ids.ts';
import { formState } from './inbound/payload.ts';
import { checked, type Press } from './inbound/read-press.ts';
import { closingOf, modalOf, TOGGLES } from './render.ts';
import { readJson } from './values.ts';

/** Where a brief is shown: Slack's own field. */
export const WHERE = 'where';

type FormVerb =
  | 'send'
  | 'human'
  | 'feedback'
  | 'reword'
  | 'complete'
  | 'keep'
  | 'correct'
  | 'availability'
  | 'act'
  | 'interview'
  | 'interview_act'
  | 'purchase'
  | 'purchase_do'
  | 'boss'
  | 'calculate';

const VERB_OF: ReadonlyMap<string, FormVerb> = new Map<string, FormVerb>([
  [VIEWS.consent, 'send'],
  [VIEWS.ask, 'human'],
  [VIEWS.feedback, 'feedback'],
  [VIEWS.need, 'reword'],
  [VIEWS.completeBrief, 'complete'],
  [VIEWS.shareBrief, 'keep'],
  [VIEWS.correctAgreement, 'correct'],
  [VIEWS.availability, 'availability'],
  [VIEWS.interview, 'interview'],
  [VIEWS.interviewAct, 'interview_act'],
  [VIEWS.demand, 'purchase'],
  [VIEWS.demandDo, 'purchase_do'],
  [VIEWS.boss, 'boss'],
  [VIEWS.calculate, 'calculate'],
  [VIEWS.pass, 'act'],
  [VIEWS.reopen, 'act'],
  [VIEWS.propose, 'act'],
]);

const CASE_VIEWS: Readonly<Partial<Record<CaseAction['kind'], string>>> = {
  pass_to: VIEWS.pass,
  reopen: VIEWS.reopen,
  propose_fiche: VIEWS.propose,
};

/** Where the answer to a form goes: the dialogue it was asked for in, and the message that shows what it changes. */
export interface FormPlace {
  readonly c: string;
  readonly ch?: string | undefined;
  readonly ts?: string | undefined;
}

/** Characters of what was shown, and of what is pressed: all that a form keeps is 3,000 at the most. */
const LONGEST_SHOWN = 1_500;
const LONGEST_VALUE = 1_000;

/** A screen with fields as a form that is sent by its first act; a screen that has none says one thing, and is closed. */
export function formOf(screen: Screen, place: FormPlace): ModalView {
  const [press] = screen.acts;
  const callback = press === undefined ? undefined : viewOf(press);
  if (press === undefined || callback === undefined) return closingOf(screen);
  const more = press.verb === 'keep' ? [whereInput(screen.language)] : [];
  const shown = screen.fields.map(({ name, value = '' }) => [name, value] as const);
  const meta = {
    v: short(press.value),
    ...place,
    ...(press.on === undefined ? {} : { on: press.on.version }),
    // Where what is wrong with it is said: under its first field.
    n: press.verb === 'keep' ? WHERE : firstOf(screen.fields),
    ...(JSON.stringify(shown).length <= LONGEST_SHOWN ? { s: shown } : {}),
  };
  return modalOf(screen, { callback, meta, more });
}

function viewOf({ verb, value }: Act): string | undefined {
  if (verb === 'act') return CASE_VIEWS[value.act];
  return [...VERB_OF].find(([, one]) => one === verb)?.[0];
}

/** What is at hand is not carried along where it is long. */
function short(value: Act['value']): object {
  if (JSON.stringify(value).length <= LONGEST_VALUE) return value;
  return {
    ...value,
    ...('text' in value ? { text: '' } : {}),
    ...('question' in value ? { question: undefined } : {}),
  };
}

function firstOf(fields: readonly Field[]): string {
  return fields.find(({ kind }) => kind !== 'toggle')?.name ?? TOGGLES;
}

function whereInput(language: Language) {
  const { shareForm } = catalogues[language].slack.reword;
  const element = {
    type: 'conversations_select',
    default_to_current_conversation: true,
    filter: { exclude_bot_users: true },
  } as const;
  return input(WHERE, shareForm.where, element, { hint: shareForm.hint });
}

/** A form that says one thing: what is left to do is to close it. */
export function noticeView(title: string, text: string, language: Language): ModalView {
  return closingOf(makeScreen({ ref: { view: 'note', key: '' }, language, title, blocks: [markdown(text)] }));
}

const id = z.string().max(200);
const held = z.union([z.string(), z.boolean(), z.array(z.string())]);
const kept = z.object({
  v: z.unknown().optional(),
  c: id.optional().catch(undefined),
  ch: id.optional(),
  ts: id.optional(),
  on: z.number().optional(),
  n: id.optional(),
  s: z.array(z.tuple([z.string(), held])).optional(),
});

/** A form as it was sent: what it presses, what it holds, and where it came from. */
export interface Sent {
  readonly press: Press;
  readonly filled: Filled;
  readonly where: string | undefined;
  readonly place: Omit<z.infer<typeof kept>, 'v' | 's' | 'n'>;
  readonly first: string;
}

/** @param meta as it was kept; @param state `view.state` as Slack sends it; what cannot be read counts as left empty */
export function readForm(callback: string, meta: string | undefined, state: unknown): Sent | undefined {
  const verb: Verb | undefined = VERB_OF.get(callback);
  const carried = readJson(meta || '{}');
  const read = kept.safeParse(carried).data;
  const former = verb === undefined ? undefined : formerValue(verb, callback, carried);
  const press = verb === undefined ? undefined : checked(verb, former?.v ?? read?.v ?? {});
  if (press === undefined || read === undefined) return undefined;
  const { s: shown = [], n: first = TOGGLES, v: _, ...place } = { ...read, ...former };
  const sent = fieldsIn(state);
  return { press, place, first, where: whereIn(state), filled: new Map([...shown, ...sent]) };
}

const formerMeta = z.object({ m: id, k: id, h: id, a: id, v: z.number() }).partial();

/** What a form kept that was opened before values bore their full names; read for one release. */
function formerValue(verb: FormVerb, callback: string, carried: unknown) {
  const { m, k, h, a, v: on } = formerMeta.safeParse(carried).data ?? {};
  if (verb === 'send' && k !== undefined) return { v: { case: k, seen: h }, n: CONSENT.added };
  if (verb === 'act' && k !== undefined)
    return { v: { case: k, act: Object.entries(CASE_VIEWS).find(([, view]) => view === callback)?.[0] } };
  if (verb === 'correct' && a !== undefined) return { v: { agreement: a }, on, n: 'side' };
  if (m === undefined) return undefined;
  return { v: verb === 'feedback' ? { reply: m, useful: false } : { reply: m, direction: 'to_buyer', text: '' } };
}

/** By the name of each field, as the desk has it. A field that is not sent back was left as it was shown. */
function fieldsIn(state: unknown): Filled {
  const { values = {} } = formState.safeParse(state).data ?? {};
  return new Map(
    Object.entries(values).flatMap(([name, elements]) =>
      Object.values(elements).flatMap((element): (readonly [string, string | boolean | readonly string[]])[] => {
        const chosen = element.selected_options?.map(({ value }) => value) ?? [];
        if (name === TOGGLES) return TICKED.map((toggle) => [toggle, chosen.includes(toggle)]);
        if (element.selected_options != null) return [[name, chosen]];
        return [[name, element.value ?? element.selected_option?.value ?? '']];
      }),
    ),
  );
}

/** The toggles of all forms: only the consent's has any. */
const TICKED = [CONSENT.answer, CONSENT.amounts, CONSENT.sameBody] as const;

function whereIn(state: unknown): string | undefined {
  const where = formState.safeParse(state).data?.values[WHERE] ?? {};
  return Object.values(where).find(({ selected_conversation: one }) => one != null)?.selected_conversation ?? undefined;
}

/** Pressed with what the form holds, on what it showed. */
export function pressedBy(sent: Pick<Sent, 'press' | 'filled'>, common: Omit<Heard, 'kind'>, on?: number): Heard {
  const once = { key: common.key, ...(on === undefined ? {} : { on }) };
  return { ...common, kind: 'pressed', ...sent.press, filled: sent.filled, once } as Heard;
}
