import { randomUUID } from 'node:crypto';
import { err, ok, type Result } from '../../../src/result.ts';
import { addAnswers } from '../../../src/rewording/port/add-answers.ts';
import type { Interpreting } from '../../../src/rewording/port/interpreting.ts';
import type { Role } from '../../../src/vocabulary/people.ts';
import { LONGEST_TEXT } from '../../../src/vocabulary/rewording.ts';
import type { Assets } from '../assets.ts';
import { commonOf } from '../face.ts';
import { readConversation } from '../inbound.ts';
import { type Asked, type Reply, type Route, redirect } from '../route.ts';
import type { View } from '../view.ts';
import { renderLinks } from './agreement/links.ts';
import { bindSide, briefPath, partyOf } from './agreement/party.ts';
import { agreementRoutes } from './agreement/routes.ts';
import type { Draft } from './composer.ts';
import { type AskedRewording, LARGEST_BODY, readKeeping, readRewording, readSide } from './inbound.ts';
import type { RewordingParts } from './parts.ts';
import { renderResult, renderStart } from './screen.ts';
import { createShow } from './show.ts';

/** The pages that reword a text. Nothing is kept before a person asks for it: each form carries the text again. */
export function rewordingRoutes({
  assets,
  ...given
}: Omit<RewordingParts, 'show'> & { readonly assets: Assets }): readonly Route[] {
  const parts: RewordingParts = { ...given, show: createShow(assets) };
  const posts = { method: 'POST', largestBody: LARGEST_BODY } as const;
  return [
    { method: 'GET', path: '/reformuler', answer: async (asked) => parts.show(asked, 200, renderStart(asked.view)) },
    { ...posts, path: '/reformuler', answer: (asked) => reword(parts, asked) },
    { ...posts, path: '/besoin', answer: (asked) => save(parts, asked) },
    ...agreementRoutes(parts),
  ];
}

async function reword(parts: RewordingParts, asked: Asked): Promise<Reply> {
  const { show, log } = parts;
  const wanted = readRewording(asked.body);
  const all = [wanted.text, ...wanted.answers.map(({ text }) => text)].join('\n');
  // Answers become part of the text: with them it may be too long, and then the box holds them too.
  const fault = faultOf(wanted.text, asked.view) ?? faultOf(all, asked.view);
  const draft: Draft = {
    text: fault === undefined ? wanted.text : all,
    direction: wanted.direction,
    fault: fault?.text,
  };
  if (fault !== undefined) return show(asked, fault.status, renderStart(asked.view, draft));
  try {
    const reworded = await rewordText(parts, wanted, asked.view);
    if (!reworded.ok) return tooSlow(parts, asked, { ...draft, text: all });
    const { rewording, guessed } = reworded.value;
    log?.info({ direction: rewording.direction, guessed, findings: rewording.lint.length }, 'reworded');
    return show(asked, 200, renderResult({ rewording, guessed, key: randomUUID() }, asked.view));
  } catch (error) {
    log?.error({ err: error }, 'a text could not be reworded');
    return show(asked, 500, renderStart(asked.view, { ...draft, fault: asked.view.texts.rewording.fault.failed }));
  }
}

async function rewordText({ interpreting }: RewordingParts, wanted: AskedRewording, { language }: View) {
  const guessed = wanted.direction === undefined || wanted.guessed;
  const first = await interpreting.reword(wanted.text, wanted.direction, language);
  if (!first.ok) return first;
  const rewording = first.value;
  if (wanted.answers.length === 0) return ok({ rewording, guessed });
  const answered = addAnswers(rewording, wanted.answers);
  const again = await interpreting.reword(answered, rewording.direction, language);
  return again.ok ? ok({ rewording: again.value, guessed }) : again;
}

function tooSlow({ show }: RewordingParts, asked: Asked, draft: Pick<Draft, 'text' | 'direction'>): Reply {
  return show(asked, 422, renderStart(asked.view, { ...draft, fault: asked.view.texts.rewording.fault.tooSlow }));
}

/** Keeps the brief and leads to its page; when it cannot be kept the person is back where she was, with all of it. */
async function save(parts: RewordingParts, asked: Asked): Promise<Reply> {
  const { interpreting, show, log } = parts;
  const wanted = readRewording(asked.body);
  const by = readSide(asked.body);
  const { key = randomUUID(), ...names } = readKeeping(asked.body);
  const fault = faultOf(wanted.text, asked.view);
  if (fault !== undefined) return show(asked, fault.status, renderStart(asked.view, { ...wanted, fault: fault.text }));
  const reworded = await rewordText(parts, wanted, asked.view);
  if (!reworded.ok) return tooSlow(parts, asked, wanted);
  const { rewording, guessed } = reworded.value;
  const withNotice = (status: number, notice: string): Reply =>
    show(asked, status, renderResult({ rewording, guessed, notice, by, key }, asked.view));
  const opener = openerOf(asked, by, names, key);
  if (!opener.ok) return withNotice(opener.error.status, opener.error.text);
  const seat = {
    visit: asked.visit,
    language: asked.view.language,
    conversation: readConversation(asked.cookies) ?? '',
  };
  const sheet = await parts.desk.sheetOf(commonOf(seat, key));
  const opened = await interpreting
    .open(rewording, by ?? 'prescriber', opener.value, { key, ...sheet })
    .catch((error: unknown) => void log?.error({ err: error }, 'a brief could not be kept'));
  if (opened === undefined || !opened.ok) return withNotice(503, asked.view.texts.faults.store_down.text);
  const { view, links } = opened.value;
  // Not the id: who holds it may read the brief.
  log?.info({ by: view.history[0]?.by }, 'kept a brief');
  if (links === undefined || by === undefined) return redirect(asked.view.at(briefPath(view.id, undefined)));
  const inside = renderLinks(view, links, { by, origin: asked.origin }, asked.view);
  return { ...show(asked, 200, inside), cookies: [bindSide(view.id, by, asked)] };
}

/** Who keeps it: whoever is signed in; where nobody signs in, a side, by the names that both are given. */
function openerOf(
  asked: Asked,
  by: Role | undefined,
  { own, other }: { readonly own: string; readonly other: string },
  key: string,
): Result<Parameters<Interpreting['open']>[2], { readonly status: number; readonly text: string }> {
  const party = partyOf(asked);
  const { refused } = asked.view.texts.rewording.agreement;
  if (party.kind === 'person') return ok(party);
  if (asked.view.help !== undefined) return err({ status: 401, text: refused.not_signed_in });
  if (by === undefined) return err({ status: 422, text: refused.side });
  if (own === '' || other === '') return err({ status: 422, text: refused.names });
  const names = { prescriber: by === 'buyer' ? other : own, buyer: by === 'buyer' ? own : other };
  return ok({ kind: 'named', names, key });
}

function faultOf(text: string, view: View): { readonly status: number; readonly text: string } | undefined {
  const { fault } = view.texts.rewording;
  if (text.trim() === '') return { status: 422, text: fault.empty };
  if (text.length <= LONGEST_TEXT) return undefined;
  const over = (text.length - LONGEST_TEXT).toLocaleString(view.language === 'fr' ? 'fr-FR' : 'en-GB');
  return { status: 413, text: fault.tooLong(over) };
}
