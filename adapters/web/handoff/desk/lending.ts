import { sayCompetence } from '../../../../src/text/competence-names.ts';
import { html, type Markup } from '../../html.ts';
import { colon, type View } from '../../view.ts';
import { competenceName } from '../inbound.ts';
import type { DeskPage } from './shown.ts';

/** One's own diary: the hours given as a file, and the busy times of another as absences. */
export function renderDiary({ calendar }: DeskPage, view: View): Markup {
  const { desk: texts } = view.texts.handoffWeb;
  return html`<details class="more"${calendar !== undefined && html` open`} data-key="diary"><summary>${texts.calendar}</summary>
    <p><a href="${view.at('/reserve/calendrier.ics')}" download>${texts.calendarOut}</a></p>
    <form class="act" method="post" enctype="multipart/form-data" action="${view.at('/reserve/calendrier')}">
      <label class="field-name" for="calendar-file">${texts.calendarIn}</label><p class="aside" id="calendar-hint">${texts.calendarHint}</p>
      ${calendar !== undefined && html`<p class="form-fault" id="calendar-fault" role="alert">${view.say(calendar.fault)}</p>`}
      <input id="calendar-file" type="file" name="calendar" accept=".ics,text/calendar" aria-describedby="calendar-hint${calendar !== undefined && ' calendar-fault'}"${calendar !== undefined && html` aria-invalid="true"`}>
      <button class="plain">${texts.calendarTake}</button></form></details>`;
}

/** What keeps a case from them, what they are trained in, who stands in: shown, and changed as a whole. */
export function renderDeclaration({ desk: { lent }, declared, fault }: DeskPage, view: View): Markup {
  const { desk: texts } = view.texts.handoffWeb;
  const { competences, organisations, suppliers, substitute } = declared ?? { ...lent, ...lent.conflicts };
  const facts = [
    [texts.competences, lent.competences.map(sayCompetence)],
    [texts.substitute, lent.substitute === undefined ? [] : [lent.substitute]],
    [texts.organisations, lent.conflicts.organisations],
    [texts.suppliers, lent.conflicts.suppliers],
  ] as const;
  return html`<h3 class="lent-title">${texts.lent}</h3>
    <ul class="facts">${facts.map(([label, values]) => html`<li>${label}${colon(view)} ${values.length === 0 ? texts.nothing : values.join(', ')}</li>`)}</ul>
    <details class="more"${declared !== undefined && html` open`} data-key="declare"><summary>${texts.declare}</summary>
    <form class="act" method="post" action="${view.at('/reserve/declaration')}">
      ${fault !== undefined && html`<p class="form-fault" id="declare-fault" role="alert">${view.say(fault)}</p>`}
      <p class="aside">${texts.declareWhy}</p>
      <fieldset class="competences"><legend>${texts.competences}</legend>${lent.allCompetences.map(
        (one) =>
          html`<label class="choice"><input type="checkbox" name="${competenceName(one)}" value="1"${competences.includes(one) && html` checked`}> <span${view.french}>${sayCompetence(one)}</span></label>`,
      )}</fieldset>
      <label class="field-name" for="organisations">${texts.organisations}</label><p class="aside" id="organisations-hint">${texts.oneALine}</p>
      <textarea id="organisations" name="organisations" rows="3" autocomplete="off" aria-describedby="organisations-hint">${'\n'}${organisations.join('\n')}</textarea>
      <label class="field-name" for="suppliers">${texts.suppliers}</label><p class="aside" id="suppliers-hint">${texts.oneALine}</p>
      <textarea id="suppliers" name="suppliers" rows="3" autocomplete="off" aria-describedby="suppliers-hint">${'\n'}${suppliers.join('\n')}</textarea>
      <label class="field-name" for="substitute">${texts.substitute}</label><p class="aside" id="substitute-hint">${texts.substituteHint}</p>
      <input id="substitute" name="substitute" autocomplete="off" value="${substitute ?? ''}" aria-describedby="substitute-hint">
      <button class="plain">${texts.declareSave}</button></form></details>`;
}
