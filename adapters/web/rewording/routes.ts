import { randomUUID } from 'node:crypto';
import { ok } from '../../../src/result.ts';
import { addAnswers } from '../../../src/rewording/port/add-answers.ts';
import { LONGEST_TEXT } from '../../../src/vocabulary/rewording.ts';
import type { View } from '../view.ts';
import { renderLinks } from './agreement/links.ts';
import { bindSide, briefPath, partyOf } from './agreement/party.ts';
import { agreementRoutes } from './agreement/routes.ts';
import type { Draft } from './composer.ts';
import { type AskedRewording, LARGEST_BODY, readKeeping, readRewording, readSide } from './inbound.ts';
import type { Asked, Reply, Route, RouteParts } from './route.ts';
import { renderResult, renderStart } from './screen.ts';
import { createShow } from './show.ts';

/** The pages that reword a text. Nothing is kept before a person asks for it: each form carries the text again. */
export function rewordingRoutes(parts: RouteParts): readonly Route[] {
  const { interpreting, assets, log } = parts;
  const show = createShow(assets);

  async function reword(asked: Asked): Promise<Reply> {
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
      const reworded = await rewordText(wanted, asked.view);
      if (!reworded.ok) return tooSlow(asked, { ...draft, text: all });
      const { rewording, guessed } = reworded.value;
      log?.info({ direction: rewording.direction, guessed, findings: rewording.lint.length }, 'reworded');
      return show(asked, 200, renderResult({ rewording, guessed, key: randomUUID() }, asked.view));
    } catch (error) {
      log?.error({ err: error }, 'a text could not be reworded');
      return show(asked, 500, renderStart(asked.view, { ...draft, fault: asked.view.texts.rewording.fault.failed }));
    }
  }

  async function rewordText(wanted: AskedRewording, { language }: View) {
    const guessed = wanted.direction === undefined || wanted.guessed;
    const first = await interpreting.reword(wanted.text, wanted.direction, language);
    if (!first.ok) return first;
    const rewording = first.value;
    if (wanted.answers.length === 0) return ok({ rewording, guessed });
    const answered = addAnswers(rewording, wanted.answers);
    const again = await interpreting.reword(answered, rewording.direction, language);
    return again.ok ? ok({ rewording: again.value, guessed }) : again;
  }

  function tooSlow(asked: Asked, draft: Pick<Draft, 'text' | 'direction'>): Reply {
    return show(asked, 422, renderStart(asked.view, { ...draft, fault: asked.view.texts.rewording.fault.tooSlow }));
  }

  /** Keeps the brief and leads to its page; when it cannot be kept the person is back where she was, with all of it. */
  async function save(asked: Asked): Promise<Reply> {
    const wanted = readRewording(asked.body);
    const by = readSide(asked.body);
    const { own, other, ...kept } = readKeeping(asked.body);
    const key = kept.key === '' ? randomUUID() : kept.key;
    const fault = faultOf(wanted.text, asked.view);
    if (fault !== undefined)
      return show(asked, fault.status, renderStart(asked.view, { ...wanted, fault: fault.text }));
    const reworded = await rewordText(wanted, asked.view);
    if (!reworded.ok) return tooSlow(asked, wanted);
    const { rewording, guessed } = reworded.value;
    const { refused } = asked.view.texts.rewording.agreement;
    const party = partyOf(asked);
    const names = { prescriber: by === 'buyer' ? other : own, buyer: by === 'buyer' ? own : other };
    if (party.kind !== 'person' && asked.view.help !== undefined) return withNotice(401, refused.not_signed_in);
    if (party.kind !== 'person' && by === undefined) return withNotice(422, refused.side);
    if (party.kind !== 'person' && (own === '' || other === '')) return withNotice(422, refused.names);
    const opener = party.kind === 'person' ? party : ({ kind: 'named', names, key } as const);
    const opened = await interpreting.open(rewording, by ?? 'prescriber', opener, { key }).catch((error: unknown) => {
      log?.error({ err: error }, 'a brief could not be kept');
      return undefined;
    });
    if (opened === undefined || !opened.ok) return withNotice(503, asked.view.texts.faults.store_down.text);
    const { view, links } = opened.value;
    // Not the id: who holds it may read the brief.
    log?.info({ by: view.history[0]?.by }, 'kept a brief');
    if (links === undefined || by === undefined)
      return {
        status: 303,
        type: 'text/plain',
        headers: { location: asked.view.at(briefPath(view.id, undefined)) },
        body: '',
      };
    const inside = renderLinks(view, links, { by, origin: asked.origin }, asked.view);
    return { ...show(asked, 200, inside), headers: { 'set-cookie': bindSide(view.id, by, asked) } };

    function withNotice(status: number, notice: string): Reply {
      return show(asked, status, renderResult({ rewording, guessed, notice, by, key }, asked.view));
    }
  }

  return [
    { method: 'GET', path: '/reformuler', answer: async (asked) => show(asked, 200, renderStart(asked.view)) },
    { method: 'POST', path: '/reformuler', largestBody: LARGEST_BODY, answer: reword },
    { method: 'POST', path: '/besoin', largestBody: LARGEST_BODY, answer: save },
    ...agreementRoutes(parts),
  ];
}

function faultOf(text: string, view: View): { readonly status: number; readonly text: string } | undefined {
  const { fault } = view.texts.rewording;
  if (text.trim() === '') return { status: 422, text: fault.empty };
  if (text.length <= LONGEST_TEXT) return undefined;
  const over = (text.length - LONGEST_TEXT).toLocaleString(view.language === 'fr' ? 'fr-FR' : 'en-GB');
  return { status: 413, text: fault.tooLong(over) };
}
