import { fold } from '../../src/french/words.ts';
import type { CaseView } from '../../src/handoff/port/views.ts';
import { CONSENT, type ConsentChoices, NO_CHOICE } from '../../src/screens/consent.ts';
import { HOURS_BOX } from '../../src/screens/desk.ts';
import { QUESTION_BOX } from '../../src/screens/start.ts';
import { catalogues } from '../../src/text/catalogues.ts';
import { consoleTexts } from '../../src/text/console-texts.ts';
import type { CaseAction } from '../../src/vocabulary/cases.ts';
import { type Press, press } from './press.ts';
import { distinctMasks, keyOfMask, renderUsages } from './render.ts';
import type { Block } from './screen.ts';
import { type Mode, rowsOf, type Seat } from './seat.ts';

/** What a line comes to at the terminal: pressed or said at the desk, or words of the terminal's own. */
export type Step =
  | Press
  | { readonly kind: 'said'; readonly text: string; readonly on?: string | undefined; readonly case?: string }
  | { readonly kind: 'forget' | 'explain' | 'leave' | 'unknown' }
  | { readonly kind: 'shown'; readonly blocks: readonly Block[] };

export type Command = (seat: Seat, rest: string) => readonly Step[];

const SAME_BODY = /^meme[- ]organisme$/;
const { brief: briefTexts, cases: caseTexts, usage } = consoleTexts;

export const shown = (...blocks: readonly Block[]): readonly Step[] => [{ kind: 'shown', blocks }];

/** The command needs a preview before the person. */
const within =
  (act: (mode: Extract<Mode, { kind: 'brief' }>, rest: string) => readonly Step[]): Command =>
  ({ mode }, rest) =>
    mode.kind === 'brief' ? act(mode, rest) : shown(briefTexts.none);

const filledBy = ({ lifted, added, amountsAsRanges, sameBody }: ConsentChoices) => ({
  [CONSENT.lifted]: lifted,
  [CONSENT.added]: added,
  [CONSENT.amounts]: amountsAsRanges,
  [CONSENT.sameBody]: sameBody,
});

const revise = ({ preview }: Extract<Mode, { kind: 'brief' }>, choices: ConsentChoices): readonly Step[] => [
  press('preview', { case: preview.case, seen: preview.seen }, filledBy(choices)),
];

const lift = within((mode, rest) => {
  const { preview, choices } = mode;
  const chosen = masksAt(preview, rest);
  if (chosen === undefined) return shown(briefTexts.noSuchMask);
  const words = chosen.filter(({ kind }) => kind === 'added').map(({ text }) => text);
  const ids = chosen.filter(({ kind }) => kind !== 'added').map(({ id }) => id);
  const lifted = [...new Set([...choices.lifted, ...ids])];
  return revise(mode, { ...choices, lifted, added: choices.added.filter((added) => !words.includes(added)) });
});

const hide = within((mode, rest) => {
  if (rest === '') return shown(briefTexts.noWords);
  const { choices } = mode;
  const again = masksAt(mode.preview, rest)?.filter(({ masked }) => !masked) ?? [];
  const ids = new Set(again.map(({ id }) => id));
  if (again.length > 0) return revise(mode, { ...choices, lifted: choices.lifted.filter((id) => !ids.has(id)) });
  return revise(mode, { ...choices, added: [...new Set([...choices.added, rest])] });
});

const amounts = within((mode) => revise(mode, { ...mode.choices, amountsAsRanges: !mode.choices.amountsAsRanges }));

const send = within(({ preview, choices }, rest) => {
  const sameBody = SAME_BODY.test(fold(rest));
  if (rest !== '' && !sameBody) return shown(briefTexts.notSent);
  return [press('send', { case: preview.case, seen: preview.seen }, filledBy({ ...choices, sameBody }))];
});

const giveUp: Command = (seat, rest) => {
  if (seat.mode.kind !== 'asking')
    return within(({ preview }) => [press('give_up', { case: preview.case, seen: preview.seen })])(seat, rest);
  seat.mode = { kind: 'assistant' };
  return shown(consoleTexts.notAsking);
};

const human: Command = ({ asked }, rest) => [
  rest === ''
    ? press('human', asked === undefined ? {} : { reply: asked })
    : press('human', {}, { [QUESTION_BOX]: rest }),
];

const list: Command = () => [press('mine', {})];

const one: Command = (seat, rest) => {
  const { mode, rows } = seat;
  if (rest === '') return mode.kind === 'case' ? [press('open', { case: mode.shown.id })] : list(seat, rest);
  const id = idOf(seat, rest);
  if (id === undefined) return shown(caseTexts.noSuchCase);
  // A draft that was left: the choices made on it are to be made again.
  const isDraft = rowsOf(rows).some((row) => row.id === id && row.status === 'draft');
  return [isDraft ? press('preview', { case: id, seen: id }, filledBy(NO_CHOICE)) : press('open', { case: id })];
};

/** Numbers are given as cases are first seen: someone who knows theirs from before may begin with one. */
function idOf({ numbers, rows }: Seat, typed: string): string | undefined {
  if (!/^\d{1,6}$/.test(typed)) return undefined;
  const known = numbers.idOf(Number(typed));
  if (known !== undefined) return known;
  for (const { id } of rowsOf(rows)) numbers.of(id);
  return numbers.idOf(Number(typed));
}

const back: Command = (seat) => {
  const wasDraft = seat.mode.kind === 'brief';
  seat.mode = { kind: 'assistant' };
  return shown(wasDraft ? briefTexts.kept : caseTexts.left);
};

const help: Command = ({ mode, person }) => {
  const now =
    mode.kind === 'brief'
      ? briefTexts.commands
      : mode.kind === 'case'
        ? mode.shown.may.map((kind) => consoleTexts.act[kind])
        : [];
  const ever = [...consoleTexts.general, ...(person?.reservist === true ? consoleTexts.reservist : [])];
  return shown(
    ...(now.length === 0 ? [] : [`${consoleTexts.may}\n${renderUsages(now)}\n`]),
    `${consoleTexts.always}\n${renderUsages(ever)}\n`,
    consoleTexts.assistant,
  );
};

const hours: Command = (_seat, rest) => [
  rest === '' ? press('desk', {}) : press('availability', {}, { [HOURS_BOX]: rest }),
];

const forget: Command = (seat) => {
  const { forgetAsk } = catalogues.fr.handoffWeb.data;
  seat.pending = press('forget_me', {});
  return shown(`**${forgetAsk.title}** ${forgetAsk.text}`, consoleTexts.sure);
};

/** What an act lacks, in words; or its press. */
type ActOf = (rest: string, on: CaseView) => Press | string;

const at = (act: CaseAction['kind'], field?: string, lacks?: string): ActOf => {
  return (rest, { id }) => {
    if (rest === '' && lacks !== undefined) return lacks;
    return press('act', { case: id, act }, field === undefined || rest === '' ? {} : { [field]: rest });
  };
};

/** Acts on a case by their command, unaccented. */
const ACTS: ReadonlyMap<string, ActOf> = new Map<string, ActOf>([
  ['dire', at('say', 'text', usage.say)],
  ['accepter', at('accept')],
  ['decliner', at('decline', 'reason')],
  ['repondu', at('answer')],
  ['rendre', at('give_back')],
  ['passer', (rest, on) => at('pass_to', 'reservist', usage.pass_to)(rest.replace(/^[àa] /iu, '').trim(), on)],
  ['identite', at('open_identity')],
  ['clore', at('close')],
  [
    'noter',
    (rest, { id }) => {
      const [said = '', ...comment] = rest.split(' ');
      const useful = fold(said).replace(/[,.;:]$/, '');
      if (useful !== 'oui' && useful !== 'non') return usage.rate;
      return press('act', { case: id, act: 'rate', useful: useful === 'oui' }, { comment: comment.join(' ').trim() });
    },
  ],
  ['rouvrir', at('reopen', 'why', usage.reopen)],
  ['retirer', at('withdraw')],
  [
    'fiche',
    (rest, on) => {
      const [question = '', answer = ''] = rest === '' ? [on.brief.question, lastWords(on)] : rest.split('|', 2);
      if (question.trim() === '' || answer.trim() === '') return usage.propose_fiche;
      return press('act', { case: on.id, act: 'propose_fiche' }, { question: question.trim(), answer: answer.trim() });
    },
  ],
]);

/** An offer is answered from anywhere where there is but one; everything else, at the case that is open. */
const act =
  (name: string, actOf: ActOf): Command =>
  (seat, rest) => {
    const { mode, rows } = seat;
    const isAnswer = name === 'accepter' || name === 'decliner';
    if (mode.kind === 'case' && !(isAnswer && !mode.shown.may.includes('accept')))
      return asked(seat, actOf(rest, mode.shown));
    if (!isAnswer || seat.person?.reservist !== true)
      return shown(mode.kind === 'case' ? catalogues.fr.faults.wrong_status.text : caseTexts.noneOpen);
    const offers = rows.desk?.offers ?? [];
    const [offer, ...others] = offers;
    if (offer === undefined || others.length > 0)
      return shown(caseTexts.whichOffer(offers.map(({ id }) => seat.numbers.of(id))));
    const kind = name === 'accepter' ? 'accept' : 'decline';
    return [press('act', { case: offer.id, act: kind }, rest === '' ? {} : { reason: rest })];
  };

/** What is put forward for all to read is read again first. */
function asked(seat: Seat, pressed: Press | string): readonly Step[] {
  if (typeof pressed === 'string') return shown(pressed);
  if (pressed.verb !== 'act' || pressed.value.act !== 'propose_fiche') return [pressed];
  const { proposeWhy, proposeQuestion, proposeAnswer } = catalogues.fr.handoffWeb.case;
  seat.pending = pressed;
  const quoted = (name: string) => ({ quoted: String(pressed.filled.get(name)) });
  const fields = [`**${proposeQuestion}**`, quoted('question'), `**${proposeAnswer}**`, quoted('answer')];
  return shown(proposeWhy, ...fields, consoleTexts.sure);
}

/** Commands of a hand-over. */
export const HELP_COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['aide-humain', human],
  ['aide', help],
  ['retour', back],
  ['lever', lift],
  ['cacher', hide],
  ['montants', amounts],
  ['envoyer', send],
  ['abandonner', giveUp],
  ['dossiers', list],
  ['dossier', one],
  ['dispo', hours],
  ['mes-donnees', () => [press('my_data', {})]],
  ['oublie-moi', forget],
  ...[...ACTS].map(([name, actOf]) => [name, act(name, actOf)] as const),
]);

function lastWords({ lines }: CaseView): string {
  const own = lines.filter((line) => line.kind === 'message' && line.from === 'you').at(-1);
  return own?.kind === 'message' ? own.text : '';
}

/** Every mask under the numbers typed; undefined when they are not all numbers of the list. */
function masksAt({ masks }: Extract<Mode, { kind: 'brief' }>['preview'], typed: string) {
  const listed = distinctMasks(masks);
  const numbers = typed.split(/[\s,]+/);
  if (!numbers.every((number) => /^\d{1,3}$/.test(number))) return undefined;
  const keys = numbers.map((number) => listed[Number(number) - 1]).map((mask) => mask && keyOfMask(mask));
  return keys.includes(undefined) ? undefined : masks.filter((mask) => keys.includes(keyOfMask(mask)));
}
