import type { ActionsBlock, KnownBlock } from '@slack/types';
import type { CaseView } from '../../../src/handoff/port/views.ts';
import type { Outgoing } from '../../../src/message/delivery.ts';
import type { CaseAction } from '../../../src/vocabulary/cases.ts';
import type { Language } from '../../../src/vocabulary/people.ts';
import { actions, button, context, header } from '../blocks/build.ts';
import { escapeMarkdown } from '../blocks/clean.ts';
import { plainText, richText } from '../blocks/markdown.ts';
import { message, type SlackMessage } from '../blocks/message.ts';
import { escapeMrkdwn } from '../blocks/mrkdwn.ts';
import { ACTIONS } from '../ids.ts';
import { sayShort } from '../say.ts';
import { type Texts, textsOf } from '../texts.ts';
import { packValue } from '../values.ts';

/** An offer's card, or what became of it. */
export type OfferState = 'open' | 'accepted' | 'declined' | 'over';

/** @param text the notice, as Markdown, already without anything its reader may not know */
export function offerMessage(
  caseId: string,
  text: string,
  state: OfferState,
  language: Language,
  note?: string,
): SlackMessage {
  const texts = textsOf(language);
  const { offer: says } = texts.slack;
  const value = packValue({ k: caseId }, 'k');
  const outcome = note ?? (state === 'open' ? undefined : says[state]);
  return caseMessage(texts, {
    head: [header(says.title), ...(outcome === undefined ? [] : richText(`**${outcome}**`))],
    body: richText(text),
    tail:
      state === 'open'
        ? actions([
            button(ACTIONS.acceptOffer, says.accept, value, { style: 'primary' }),
            button(ACTIONS.declineOffer, says.decline, value),
            button(ACTIONS.laterOffer, says.later, value),
          ])
        : [],
    text: [says.title, outcome, plainText(text)].filter((part) => part !== undefined).join('\n'),
  });
}

/** The message that a case's thread hangs on: where it stands, and what may be done now. */
export function caseRoot(view: CaseView, language: Language): SlackMessage {
  const texts = textsOf(language);
  const { case: says } = texts.slack;
  const title = view.side === 'requester' ? says.title : says.titleDesk;
  const { name, organisation } = view.other;
  const who =
    name === undefined
      ? undefined
      : texts.all.handoffWeb.case.identityOpen(escapeMrkdwn(name), escapeMrkdwn(organisation));
  return caseMessage(texts, {
    head: [header(title), ...richText(`**${texts.all.handoffWeb.status[view.status]}** · ${view.standing}`)],
    body: [...quoted(view.brief.question, texts), ...(view.side === 'reservist' ? leftWith(view, texts) : [])],
    tail: [
      ...context(
        who,
        view.may.includes('say') ? escapeMrkdwn(name === undefined ? says.replyHere : says.replyKnown) : undefined,
      ),
      ...actRow(view.id, view.may, texts),
    ],
    text: `${title}\u00a0: ${view.standing}`,
  });
}

/** What was said and done in a case, for someone who asks to see it. */
export function caseHistory(view: CaseView, language: Language): SlackMessage {
  const texts = textsOf(language);
  const { case: says } = texts.all.handoffWeb;
  const root = caseRoot(view, language);
  const lines = view.lines.flatMap((line): readonly KnownBlock[] => {
    const at = sayShort(line.at, language);
    if (line.kind === 'step') return context(escapeMrkdwn(`${at} · ${line.text}`));
    const who = line.from === 'you' ? says.you : says[line.from];
    return [
      ...context(`${escapeMrkdwn(at)} · *${escapeMrkdwn(who)}*`),
      ...richText(quoteMarkdown(line.text)),
      ...(line.hidden === undefined ? [] : context(escapeMrkdwn(line.hidden))),
    ];
  });
  return caseMessage(texts, {
    head: root.blocks.slice(0, -1),
    body: lines.length === 0 ? context(escapeMrkdwn(says.noTalk)) : lines,
    tail: root.blocks.slice(-1),
    text: root.text,
  });
}

/** One message of a case, in its thread, with what its reader may want to do at once. */
export function caseNotice(
  { text, language, kind, case: id }: Pick<Outgoing, 'text' | 'language' | 'kind' | 'case'>,
  may: CaseView['may'],
): SlackMessage {
  const texts = textsOf(language);
  const acts = (AT_ONCE[kind] ?? []).filter((act) => may.includes(act));
  return caseMessage(texts, { head: [], body: richText(text), tail: actRow(id, acts, texts), text: plainText(text) });
}

const AT_ONCE: Readonly<Partial<Record<Outgoing['kind'], readonly CaseAction['kind'][]>>> = {
  queued: ['withdraw'],
  answered: ['close'],
  identity_asked: ['open_identity'],
  reminder: ['answer', 'give_back'],
  closed: ['rate', 'reopen', 'propose_fiche'],
};

export function rated(language: Language): SlackMessage {
  const texts = textsOf(language);
  return note(texts.slack.case.rated, language);
}

/** One sentence of ours. @param markdown built of escaped parts */
export function note(markdown: string, language: Language, tail: readonly KnownBlock[] = []): SlackMessage {
  return caseMessage(textsOf(language), { head: [], body: richText(markdown), tail, text: plainText(markdown) });
}

type Act = CaseAction['kind'];

/** Buttons for what may be done; writing is done in the thread. */
function actRow(id: string, may: readonly Act[], texts: Texts): readonly ActionsBlock[] {
  return actions(may.flatMap((kind) => actButtons(kind, packValue({ k: id }, 'k'), texts)));
}

function actButtons(kind: Act, value: string, { all, slack }: Texts) {
  const { action: names } = all.handoff;
  const { case: says, offer } = slack;
  switch (kind) {
    case 'say':
      return [];
    case 'accept':
      return [button(ACTIONS.acceptOffer, offer.accept, value, { style: 'primary' })];
    case 'decline':
      return [button(ACTIONS.declineOffer, offer.decline, value)];
    case 'answer':
      return [button(ACTIONS.caseAnswered, names.answer, value, { style: 'primary' })];
    case 'give_back':
      return [button(ACTIONS.caseGiveBack, names.give_back, value, { confirm: says.confirm.give_back })];
    case 'pass_to':
      return [button(ACTIONS.casePass, names.pass_to, value)];
    case 'open_identity':
      return [button(ACTIONS.caseIdentity, names.open_identity, value, { confirm: says.confirm.open_identity })];
    case 'close':
      return [button(ACTIONS.caseClose, names.close, value, { confirm: says.confirm.close })];
    case 'rate':
      return [
        button(ACTIONS.caseUseful, says.useful, value, { style: 'primary' }),
        button(ACTIONS.caseUseless, says.useless, value),
      ];
    case 'reopen':
      return [button(ACTIONS.caseReopen, names.reopen, value)];
    case 'withdraw':
      return [button(ACTIONS.caseWithdraw, names.withdraw, value, { style: 'danger', confirm: says.confirm.withdraw })];
    case 'propose_fiche':
      return [button(ACTIONS.casePropose, names.propose_fiche, value)];
  }
}

function quoted(question: string, { all }: Texts): readonly KnownBlock[] {
  return question === '' ? [] : richText(`**${all.handoffWeb.case.brief}**\n\n${quoteMarkdown(question)}`);
}

/** What came with the question, for whoever answers it. */
function leftWith({ brief }: CaseView, { all }: Texts): readonly KnownBlock[] {
  const { brief: names } = all.handoffWeb;
  return (['answered', 'need'] as const).flatMap((piece) => {
    const text = brief[piece];
    return text === undefined ? [] : richText(`**${names[piece]}**\n\n${quoteMarkdown(text)}`);
  });
}

/** A person's words as a quotation in Markdown, with nothing of theirs obeyed. */
function quoteMarkdown(text: string): string {
  return escapeMarkdown(text)
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

function caseMessage(
  texts: Texts,
  parts: {
    readonly head: readonly KnownBlock[];
    readonly body: readonly KnownBlock[];
    readonly tail: readonly KnownBlock[];
    readonly text: string;
  },
): SlackMessage {
  const cut = context(escapeMrkdwn(texts.slack.answer.cut))[0] ?? header(texts.slack.answer.cut);
  return message({ ...parts, cut });
}
