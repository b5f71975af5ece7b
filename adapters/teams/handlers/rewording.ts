import type { OutboundMessage } from '../../../src/answering/port/outcome.ts';
import { ownValue } from '../../../src/own-value.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import { addAnswers } from '../../../src/rewording/port/add-answers.ts';
import type { AgreementFault, AgreementView } from '../../../src/rewording/port/agreement.ts';
import { type Party, sideOf } from '../../../src/rewording/port/party.ts';
import type { Rewording } from '../../../src/rewording/port/rewording.ts';
import { agreementScreen } from '../../../src/screens/agreement.ts';
import { sayAgreementFault } from '../../../src/screens/faults.ts';
import { rewordingScreen } from '../../../src/screens/rewording.ts';
import type { Language, Role } from '../../../src/vocabulary/people.ts';
import { type Direction, LONGEST_TEXT } from '../../../src/vocabulary/rewording.ts';
import { type Given, readAnswers, readCorrections, textOf } from '../inbound/read-action.ts';
import type { KeptReply } from '../kept.ts';
import { notePart } from '../note.ts';
import { cardOf } from '../render.ts';
import type { Say } from '../say.ts';
import type { Shown } from './case-help.ts';
import type { HandlerParts } from './handler-parts.ts';

export interface RewordingHelp {
  /** The card of a text in the other side's words, kept under `key` for what can be done with it. */
  reword(wanted: RewordWish, key: string, say: Say): Promise<Result<Rewording, string>>;
  shown(rewording: Rewording, key: string, say: Say): Shown;
  complete(before: KeptReply, key: string, given: Given, say: Say): Promise<Shown>;
  /** Makes it a brief that both sides can correct and accept. */
  keep(before: KeptReply, party: KnownParty, say: Say): Promise<Shown>;
  agreement(given: Given, party: KnownParty, say: Say): Promise<Shown>;
}

/** Whoever writes in Teams is someone. */
export type KnownParty = Extract<Party, { kind: 'person' }>;

interface RewordWish {
  readonly text: string;
  /** Undefined: to be guessed. */
  readonly direction: Direction | undefined;
}

export function createRewordingHelp({ context, kept }: Pick<HandlerParts, 'context' | 'kept'>): RewordingHelp {
  const { interpreting, log } = context;

  const reword: RewordingHelp['reword'] = async ({ text, direction }, key, say) => {
    if (text.trim() === '') return err(say.teams.reword.empty);
    if (text.length > LONGEST_TEXT) return err(say.set(say.teams.reword.tooLong(LONGEST_TEXT)));
    const reworded = await interpreting.reword(text, direction, say.language);
    if (!reworded.ok) return err(say.texts.rewording.fault.tooSlow);
    const rewording = reworded.value;
    const message = asMessage(rewording, say.language);
    const written = await kept.keepReply(key, { question: text, message, shown: [] });
    if (!written.ok) log.warn({}, 'the buttons of a rewording will not work: the store is down');
    log.info({ direction: rewording.direction, findings: rewording.lint.length }, 'reworded');
    return ok(rewording);
  };

  const shown: RewordingHelp['shown'] = (rewording, reply, say) => ({
    kind: 'card',
    part: cardOf(rewordingScreen(rewording, { language: say.language, reply, boxes: true })),
  });

  const showAgreement = (view: AgreementView, by: Role, say: Say, notice?: string, alert = false): Shown => ({
    kind: 'card',
    part: cardOf(
      agreementScreen(view, {
        language: say.language,
        by,
        ...(notice === undefined ? {} : { told: { text: notice, alert } }),
      }),
    ),
  });

  /** A store that throws is as good as one that is down: logged, and told as such. */
  const guarded = async <T>(read: () => Promise<Result<T, AgreementFault>>): Promise<Result<T, AgreementFault>> => {
    try {
      return await read();
    } catch (error) {
      log.error({ err: error }, 'a brief could not be read or changed');
      return err({ kind: 'store_down', reason: 'unreachable' });
    }
  };

  return {
    reword,
    shown,
    complete: async ({ message }, key, given, say) => {
      const { outcome } = message;
      if (outcome.kind !== 'rewording') return { kind: 'beside', text: say.teams.answer.lost };
      const answers = readAnswers(given);
      if (answers.length === 0) return { kind: 'beside', text: say.texts.rewording.agreement.refused.empty };
      const text = addAnswers(outcome.rewording, answers);
      const done = await reword({ text, direction: outcome.rewording.direction }, key, say);
      return done.ok ? shown(done.value, key, say) : { kind: 'beside', text: done.error };
    },
    keep: async ({ message }, party, say) => {
      const { outcome } = message;
      if (outcome.kind !== 'rewording') return { kind: 'beside', text: say.teams.answer.lost };
      const { rewording } = outcome;
      const opened = await guarded(() => interpreting.open(rewording, party.side, party));
      if (!opened.ok) return { kind: 'beside', text: sayAgreementFault(opened.error, say.language) };
      return showAgreement(opened.value.view, party.side, say, say.teams.reword.kept);
    },
    agreement: async (given, party, say) => {
      const id = textOf(given, 'id');
      const before = await guarded(() => interpreting.agreement(id));
      if (!before.ok)
        return before.error.kind === 'unknown_agreement'
          ? { kind: 'card', part: notePart(sayAgreementFault(before.error, say.language), say, 'alert') }
          : { kind: 'beside', text: sayAgreementFault(before.error, say.language) };
      const by = sideOf(before.value, party) ?? party.side;
      const version = typeof given['version'] === 'number' ? given['version'] : 0;
      const act = textOf(given, 'act');
      if (act === 'save') return save(before.value, version, given, { party, by }, say);
      if (act !== 'accepted' && act !== 'reopened') return { kind: 'beside', text: say.teams.fault.unknownGesture };
      const done = await guarded(() => interpreting.change(id, version, { kind: act, by }, party));
      if (done.ok) return showAgreement(done.value, by, say, say.texts.rewording.agreement.done);
      return refused(before.value, done.error, by, say);
    },
  };

  /** Only what was changed in its box is a correction; each is decided on the version before it. */
  async function save(
    seen: AgreementView,
    version: number,
    given: Given,
    { party, by }: { readonly party: KnownParty; readonly by: Role },
    say: Say,
  ): Promise<Shown> {
    if (seen.version !== version) return refused(seen, { kind: 'stale' }, by, say);
    let view = seen;
    let changed = false;
    for (const correction of readCorrections(given, by)) {
      if (standingValue(view, correction.need, correction.slot) === correction.value) continue;
      const done = await guarded(() => interpreting.change(view.id, view.version, correction, party));
      if (!done.ok && done.error.kind === 'unchanged') continue;
      if (!done.ok) return refused(view, done.error, by, say);
      view = done.value;
      changed = true;
    }
    const { done, refused: says } = say.texts.rewording.agreement;
    return showAgreement(view, by, say, changed ? done : says.unchanged, !changed);
  }

  function refused(view: AgreementView, fault: AgreementFault, by: Role, say: Say): Shown {
    const text = sayAgreementFault(fault, say.language);
    return fault.kind === 'store_down' ? { kind: 'beside', text } : showAgreement(view, by, say, text, true);
  }
}

function standingValue({ needs }: AgreementView, need: number, slot: string): string | undefined {
  const slots: Readonly<Record<string, { readonly said: readonly { readonly value: string }[] }>> =
    needs[need]?.slots ?? {};
  return ownValue(slots, slot)
    ?.said.map(({ value }) => value)
    .join('\n');
}

function asMessage(rewording: Rewording, language: Language): OutboundMessage {
  return {
    inReplyTo: '',
    address: { platform: 'teams', conversation: '' },
    outcome: { kind: 'rewording', rewording, suggestions: [] },
    role: rewording.direction === 'to_buyer' ? 'prescriber' : 'buyer',
    roleIs: 'inferred',
    language,
    text: rewording.text,
  };
}
