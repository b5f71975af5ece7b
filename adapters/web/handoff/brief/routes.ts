import { randomUUID } from 'node:crypto';
import type { SignedIn } from '../../../../src/reserve/port/signed-in.ts';
import { html, type Markup } from '../../html.ts';
import { field } from '../../inbound.ts';
import { type HelpAsked, type HelpReply, type HelpRoute, redirect } from '../../session/route.ts';
import type { View } from '../../view.ts';
import { type BriefForm, LARGEST_BODY, readBriefForm, readOnce, readRequest } from '../inbound.ts';
import type { HelpParts } from '../route.ts';
import { type BriefScreen, renderBrief } from './screen.ts';

const FRESH: BriefForm = {
  wish: 'update',
  choices: { lifted: [], added: [], amountsAsRanges: false },
  sameBody: false,
  seen: '',
  added: '',
};

/** Asking for a person: the question, then the brief as it would leave, then off it goes. */
export function briefRoutes(parts: HelpParts) {
  const { helping, guard, show, guarded, refuse, log } = parts;

  function start(asked: HelpAsked): HelpReply {
    return showStart(asked, 200, field(asked.query, 'question'), undefined);
  }

  function showStart(asked: HelpAsked, status: number, question: string, fault: string | undefined): HelpReply {
    const { title } = asked.view.texts.handoffWeb.ask;
    return show(asked, { status, title, inside: renderStart({ question, fault }, asked.view) });
  }

  const ask = (asked: HelpAsked): Promise<HelpReply> => {
    const wanted = readRequest(asked.body);
    if (wanted.question === '')
      return Promise.resolve(showStart(asked, 422, '', asked.view.texts.handoffWeb.ask.empty));
    return guard(asked, async ({ person }) => {
      const preview = await guarded(() => helping.preview(person, wanted, readOnce(asked.body)));
      if (!preview.ok) return refuse(asked, preview.error);
      log?.info({ case: preview.value.case }, 'drafted a case');
      return redirect(asked.view.at(`/aide/${encodeURIComponent(preview.value.case)}`));
    });
  };

  const read = (asked: HelpAsked) =>
    guard(asked, async (by) => {
      const { again } = asked.view.texts.handoffWeb.brief;
      const taken = field(asked.query, 'reprise') === '1' ? again : undefined;
      return showBrief(asked, by, FRESH, { notice: taken, alert: false });
    });

  /** Nothing else leaves than what was seen: choices that change the text show it again before it can go. */
  const choose = (asked: HelpAsked) =>
    guard(asked, async (by) => {
      const id = field(asked.params, 'id');
      const form = readBriefForm(asked.body);
      const { brief } = asked.view.texts.handoffWeb;
      if (form.wish === 'give_up') {
        const left = await guarded(() => helping.act(by.person, id, { kind: 'withdraw' }));
        return left.ok ? redirect(asked.view.at('/')) : refuse(asked, left.error);
      }
      if (form.wish === 'update') return showBrief(asked, by, form, { notice: brief.updated, alert: false });
      const consent = { seen: form.seen, choices: form.choices, sameBodyPreferred: form.sameBody };
      const sent = await guarded(() => helping.send(by.person, id, consent));
      if (!sent.ok) return refuse(asked, sent.error);
      if (sent.value.kind === 'changed')
        return giveBrief(asked, 409, {
          preview: sent.value.preview,
          ...kept(form),
          notice: brief.changed,
          alert: true,
        });
      log?.info({ case: id }, 'handed a case over');
      return redirect(asked.view.at(`/dossier/${encodeURIComponent(id)}?fait=send`));
    });

  async function showBrief(
    asked: HelpAsked,
    by: SignedIn,
    form: BriefForm,
    said: Pick<BriefScreen, 'notice' | 'alert'>,
    status = 200,
  ): Promise<HelpReply> {
    const id = field(asked.params, 'id');
    const preview = await guarded(() => helping.revise(by.person, id, form.choices));
    if (preview.ok) return giveBrief(asked, status, { preview: preview.value, ...kept(form), ...said });
    // A case that has left already has a page of its own.
    if (preview.error.kind === 'wrong_status' && asked.method === 'GET')
      return redirect(asked.view.at(`/dossier/${encodeURIComponent(id)}`));
    return refuse(asked, preview.error);
  }

  function giveBrief(asked: HelpAsked, status: number, screen: BriefScreen): HelpReply {
    const { title } = asked.view.texts.handoffWeb.brief;
    return show(asked, { status, title, inside: renderBrief(screen, asked.view) });
  }

  const routes: readonly HelpRoute[] = [
    { method: 'GET', path: '/aide', answer: async (asked) => start(asked) },
    { method: 'POST', path: '/aide', largestBody: LARGEST_BODY, answer: ask },
    { method: 'GET', path: '/aide/:id', answer: read },
    { method: 'POST', path: '/aide/:id', largestBody: LARGEST_BODY, answer: choose },
  ];
  return { routes, ask };
}

function kept({ added, choices, sameBody }: BriefForm) {
  return { added, amounts: choices.amountsAsRanges, sameBody };
}

function renderStart(
  { question, fault }: { readonly question: string; readonly fault: string | undefined },
  view: View,
): Markup {
  const { ask } = view.texts.handoffWeb;
  return html`<form class="ask-human" method="post" action="${view.at('/aide')}"><input type="hidden" name="key" value="${randomUUID()}">
    <div class="head"><h2 data-focus tabindex="-1">${ask.title}</h2><p class="intro">${ask.intro}</p></div>
    <label class="field-name" for="question">${ask.question}</label>
    <p class="aside" id="question-hint">${ask.hint}</p>
    ${fault !== undefined && html`<p class="form-fault" id="question-fault" role="alert">${view.say(fault)}</p>`}
    <textarea id="question" name="question" rows="7" aria-describedby="question-hint${fault !== undefined && ' question-fault'}"${fault !== undefined && html` aria-invalid="true"`}>${'\n'}${question}</textarea>
    <p><button class="send">${ask.go}</button></p></form>`;
}
