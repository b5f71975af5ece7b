import type { AgreementView } from '../../../../src/rewording/port/agreement.ts';
import type { Term } from '../../../../src/rewording/port/rewording.ts';
import { interviewTexts } from '../../../../src/text/interview-texts.ts';
import { html, type Markup } from '../../html.ts';
import { colon, ROLES, type View } from '../../view.ts';
import { renderBrief } from '../brief.ts';
import { renderPoints } from '../points.ts';
import { renderFacing } from '../spread.ts';
import { renderDemand } from './demand.ts';
import { renderEdit } from './edit.ts';
import { renderExchanges } from './exchanges.ts';
import { renderHistory } from './history.ts';
import { nameSide } from './party.ts';
import type { AgreementScreen } from './shown.ts';

/** «Voici ce que j'ai compris»: the brief to correct on one side, agreeing, asking and the history on the other. */
export function renderAgreement(screen: AgreementScreen, view: View): Markup {
  const { agreement, path, fault, done } = screen;
  const { agreement: texts } = view.texts.rewording;
  return html`<form class="agreed" method="post" action="${view.at(path)}" data-live>
    <button name="do" value="" hidden></button><input type="hidden" name="version" value="${agreement.version}">
    ${fault !== undefined && html`<p class="notice" role="alert">${fault}</p>`}
    <div class="result-head"><h2${done === undefined && html` data-focus`} tabindex="-1">${texts.title}</h2>${renderState(agreement, view)}</div>
    ${renderShare(screen, view)}
    <div class="agreed-sides">
      ${renderActing(screen, view)}
      <div class="agreed-brief">
        ${agreement.needs.length > 0 ? renderNeeds(screen, view) : renderPoints(agreement.points, 'something', view)}
        ${renderSheet(agreement, view)}
        ${renderTerms(screen, view)}
      </div>
      <div class="agreed-talk">
        ${renderExchanges(screen, view)}
        ${renderDownloads(agreement.id, view)}
        ${renderHistory(screen, view)}
      </div>
    </div>
    <details class="more originals"><summary>${texts.originals}</summary>${renderFacing(agreement, [], false, view)}</details>
  </form>${renderDemand(agreement, view)}`;
}

/** What this address is for: reading, acting for one side; who may act is told how the other side gets in. */
function renderShare({ agreement: { seats }, by }: AgreementScreen, view: View): Markup {
  const { agreement: texts, copied, notCopied } = view.texts.rewording;
  if (by === undefined)
    return html`<p class="share">${seats === undefined ? texts.share.signIn : texts.share.link}</p>`;
  if (seats !== undefined) return html`<p class="share">${texts.share.own}</p>`;
  return html`<p class="share">${texts.share.both} <button type="button" class="copy" data-copy-address data-done="${copied}" data-failed="${notCopied}" hidden>${texts.copyAddress}</button></p>`;
}

function renderState(agreement: AgreementView, view: View): Markup {
  const { status, acceptances, version } = agreement;
  const { agreement: texts } = view.texts.rewording;
  const state =
    status.kind === 'withdrawn'
      ? texts.state.withdrawn(nameSide(agreement, status.by, view))
      : texts.state[status.kind];
  return html`<p class="state state-${status.kind}"><strong>${state}</strong>, ${texts.version(version)}
    ${
      status.kind === 'open' &&
      ROLES.map((role) => {
        const said = acceptances[role] === undefined ? texts.waiting : texts.accepted;
        return html`<span class="state-side ${acceptances[role] === undefined ? 'waits' : 'accepts'}">${said(nameSide(agreement, role, view))}</span> `;
      })
    }</p>`;
}

function renderNeeds(screen: AgreementScreen, view: View): Markup {
  const { needs, questions, status } = screen.agreement;
  const { slot: names, agreement: texts, brief, briefAim } = view.texts.rewording;
  const beside =
    status.kind !== 'open' || screen.by === undefined
      ? undefined
      : (slot: keyof typeof names, need: number) => {
          const said = needs[need]?.slots[slot]?.said ?? [];
          const question = questions.find((one) => one.need === need && one.slot === slot);
          return {
            asked: question && html`<p class="slot-question">${view.say(question.text)}</p>`,
            box: renderEdit(
              {
                name: `slot_${need}_${slot}`,
                summary: said.length === 0 ? texts.fill : texts.edit,
                label: texts.newValue(names[slot]),
                hint: texts.oneByLine,
                value: said.map(({ value }) => value).join('\n'),
                send: texts.save,
              },
              screen,
              view,
            ),
          };
        };
  return html`<section aria-labelledby="brief-title"><h3 id="brief-title">${brief}</h3><p class="aside">${briefAim}</p>
    ${renderBrief(needs, view, beside)}</section>`;
}

/** The purchase that it is for, as its sheet has it. */
function renderSheet({ sheet = [] }: AgreementView, view: View): Markup | undefined {
  if (sheet.length === 0) return undefined;
  const { title, heads } = interviewTexts[view.language];
  return html`<section aria-labelledby="sheet-title"><h3 id="sheet-title">${title}</h3>
    ${sheet.map(({ name, text }) => html`<p><b>${heads[name]}</b>${colon(view)} <span${view.french}>${text}</span></p>`)}</section>`;
}

function renderTerms(screen: AgreementScreen, view: View): Markup | undefined {
  const { terms, wordings, status } = screen.agreement;
  const { side, agreement: texts } = view.texts.rewording;
  const distinct = [...new Map(terms.map((term): [string, Term] => [term.from, term])).values()];
  if (distinct.length === 0) return undefined;
  return html`<section aria-labelledby="terms-title"><h3 id="terms-title">${texts.terms}</h3><p class="aside">${texts.termsAim}</p>
    <ul class="pairs">${distinct.map(
      ({
        from,
        to,
      }) => html`<li class="pair"><div class="pair-words"${view.french}><span>${from}</span> <span class="crossing" aria-hidden="true"></span> <span>${to}</span></div>
      ${wordings
        .filter(({ words }) => words === from)
        .map(
          ({ wording, by }) =>
            html`<p class="understood"><b${view.french}>${wording}</b>, ${texts.preferredBy(side[by])}</p>`,
        )}
      ${
        status.kind === 'open' &&
        screen.by !== undefined &&
        renderEdit(
          {
            name: `term:${from}`,
            summary: texts.edit,
            label: texts.newTerm(from),
            hint: undefined,
            value: '',
            send: texts.save,
          },
          screen,
          view,
        )
      }</li>`,
    )}</ul></section>`;
}

function renderActing({ agreement, by, done }: AgreementScreen, view: View): Markup | undefined {
  if (by === undefined) return undefined;
  const { status, acceptances } = agreement;
  const { agreement: texts } = view.texts.rewording;
  const all = ROLES.every((role) => acceptances[role] !== undefined);
  return html`<section class="acting"${(done === 'accept' || done === 'reopen' || done === 'withdraw') && html` data-focus tabindex="-1"`}>
    <p>${texts.actingFor(nameSide(agreement, by, view))}</p>
    ${status.kind === 'open' && !all && html`<p class="aside">${texts.acceptWhy}</p>`}
    <div class="acts">${
      status.kind === 'open'
        ? html`${acceptances[by] === undefined && html`<button class="send" name="do" value="accept">${texts.accept}</button>`}<button class="quiet" name="do" value="withdraw">${texts.withdraw}</button>`
        : html`<button class="plain" name="do" value="reopen">${texts.reopen}</button>`
    }</div></section>`;
}

function renderDownloads(id: string, view: View): Markup {
  const { download, downloads } = view.texts.rewording.agreement;
  return html`<section class="downloads" aria-labelledby="downloads-title"><h3 id="downloads-title">${downloads}</h3>
    <ul>${(['docx', 'md', 'json'] as const).map(
      (format) => html`<li><a href="/besoin/${encodeURIComponent(id)}.${format}" download>${download[format]}</a></li>`,
    )}</ul></section>`;
}
