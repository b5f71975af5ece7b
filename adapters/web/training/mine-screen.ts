import { sayCompetence } from '../../../src/text/competence-names.ts';
import { sayDay } from '../../../src/text/moments.ts';
import type { MineView, PathRow } from '../../../src/training/port/views.ts';
import { html, type Markup } from '../html.ts';
import { renderMarkdown } from '../markdown.ts';
import type { View } from '../view.ts';
import { renderAttestation } from './attestation-parts.ts';
import { renderModules } from './catalogue-screen.ts';

/** Hours at which a reminder may come: those of a working day. */
const HOURS = [8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18] as const;

/** One's own training: where to go on, what comes back, attestations, paths, letters, settings. */
export function renderMine(mine: MineView, notice: string | undefined, view: View): Markup {
  const { web } = view.texts.training;
  return html`<div class="head"><h2 data-focus tabindex="-1">${web.mineTitle}</h2></div>
    ${notice !== undefined && html`<p class="notice" role="status">${view.say(notice)}</p>`}
    <div class="course">
      ${renderGoOn(mine, view)}
      ${
        mine.messages.length > 0 &&
        html`<section aria-labelledby="messages-title"><h3 id="messages-title">${web.messages}</h3><ul class="messages">${mine.messages.map(
          ({ at, text }) =>
            html`<li class="sheet"><p class="aside"><time datetime="${at}">${sayDay(at.slice(0, 10), view.language)}</time></p>${renderMarkdown(text)}</li>`,
        )}</ul></section>`
      }
      <section aria-labelledby="attestations-title"><h3 id="attestations-title">${web.attestation.title}</h3>
        ${
          mine.attestations.length === 0
            ? html`<p class="empty">${web.attestation.none}</p>`
            : html`<ul class="attestations">${mine.attestations.map((one) => html`<li class="sheet"><h4${view.french}>${one.title}</h4>${renderAttestation(one, view)}</li>`)}</ul>`
        }</section>
      ${
        mine.modules.length > 0 &&
        html`<section aria-labelledby="modules-title"><h3 id="modules-title">${web.mineModules}</h3>${renderModules(mine.modules, view)}</section>`
      }
      <section aria-labelledby="paths-title"><h3 id="paths-title">${web.paths.title}</h3><p class="aside">${web.paths.intro}</p>
        <ul class="paths">${mine.paths.map((path) => renderPath(path, view))}</ul></section>
      ${renderLetters(mine, view)}
      ${renderSettings(mine, view)}
    </div>`;
}

function renderGoOn({ seat, due }: MineView, view: View): Markup | undefined {
  const { web } = view.texts.training;
  if (seat === undefined && due === 0) return undefined;
  const to = seat?.kind === 'quiz' ? '/formation/quiz' : `/formation/${seat?.module ?? ''}`;
  return html`<section class="acts go-on">
    ${seat !== undefined && html`<a class="send" href="${view.at(to)}">${web.resume(seat.title === '' ? web.reviewTitle : seat.title)}</a>`}
    ${due > 0 && html`<form method="post" action="${view.at('/formation/reviser')}"><button class="plain">${web.review(due)}</button></form>`}</section>`;
}

function renderPath(path: PathRow, view: View): Markup {
  const { web } = view.texts.training;
  const { paths: texts } = web;
  const passed = path.modules.every((module) => module.passed);
  const letter = view.at(`/formation/parcours/${path.id}/lettre`);
  return html`<li class="sheet path"><h4${view.french}>${path.title}</h4><p class="aside"${view.french}>${path.summary}</p>
    <ol class="steps-of-path">${path.modules.map(
      ({ id, title, passed: done }) =>
        html`<li class="${done ? 'done' : 'open'}"><a href="${view.at(`/formation/${id}`)}"${view.french}>${title}</a>${done && html` <span class="badge standing-valid">${web.standing.valid}</span>`}</li>`,
    )}<li class="${path.done ? 'done' : 'open'}">${path.done ? texts.done : passed ? html`<a class="send" href="${letter}">${texts.letter}</a>` : texts.lastStep}</li></ol>
    ${path.competences.length > 0 && html`<p class="aside">${texts.leadsTo(path.competences.map(sayCompetence).join(', '))}</p>`}
    ${
      path.join !== undefined &&
      html`<p>${texts.join[path.join]}</p>${
        (path.join === 'invited' || path.join === 'declined') &&
        html`<form class="acts" method="post" action="${view.at(`/formation/parcours/${path.id}/reserve`)}"><button class="send" name="join" value="yes">${texts.yes}</button>
        ${path.join === 'invited' && html`<button class="plain" name="join" value="no">${texts.no}</button>`}</form>`
      }`
    }</li>`;
}

function renderLetters({ letters }: MineView, view: View): Markup | undefined {
  const { letter: texts } = view.texts.training.web;
  if (letters.length === 0) return undefined;
  return html`<section aria-labelledby="letters-title"><h3 id="letters-title">${texts.mine}</h3><ul class="letters">${letters.map(
    ({
      id,
      at,
      path,
      text,
      offered,
    }) => html`<li class="sheet"><p class="aside"><span${view.french}>${path}</span>, ${sayDay(at.slice(0, 10), view.language)}, ${offered ? texts.isOffered : texts.private}</p>
      <p class="letter-text"${view.french}>${text}</p>
      <form method="post" action="${view.at(`/formation/lettre/${encodeURIComponent(id)}`)}"><button class="quiet" name="offered" value="${offered ? 'no' : 'yes'}">${offered ? texts.makePrivate : texts.offer}</button></form></li>`,
  )}</ul></section>`;
}

function renderSettings({ nudgeHour }: MineView, view: View): Markup {
  const { settings: texts } = view.texts.training.web;
  return html`<section class="sheet" aria-labelledby="settings-title"><h3 id="settings-title">${texts.title}</h3>
    <form class="filter" method="post" action="${view.at('/formation/reglages')}"><div><label for="nudge">${texts.nudge}</label>
      <select id="nudge" name="nudge" aria-describedby="nudge-why"><option value="">${texts.never}</option>${HOURS.map((hour) => html`<option value="${hour}"${hour === nudgeHour && html` selected`}>${texts.hour(hour)}</option>`)}</select></div>
      <p class="aside" id="nudge-why">${texts.nudgeWhy}</p><div class="acts"><button class="plain">${texts.save}</button></div></form></section>`;
}

export interface LetterScreen {
  readonly path: string;
  readonly title: string;
  readonly text: string;
  readonly offered: boolean;
  readonly fault: string | undefined;
}

export function renderLetterForm({ path, title, text, offered, fault }: LetterScreen, view: View): Markup {
  const { letter: texts } = view.texts.training.web;
  return html`<div class="head"><p class="crumb"${view.french}>${title}</p><h2 data-focus tabindex="-1">${texts.title}</h2><p class="intro">${texts.intro}</p></div>
    <form class="letter" method="post" action="${view.at(`/formation/parcours/${path}/lettre`)}">
      ${fault !== undefined && html`<p class="form-fault" role="alert" id="letter-fault">${fault}</p>`}
      <label class="field-name" for="letter">${texts.label}</label>
      <textarea id="letter" name="text" rows="12" required${fault !== undefined && html` aria-describedby="letter-fault"`}${view.french}>${text === '' ? `${texts.prompt}\n\n` : text}</textarea>
      <label class="choice"><input type="checkbox" name="offered" value="yes"${offered && html` checked`} aria-describedby="offered-why"><span>${texts.offered}</span></label>
      <p class="aside" id="offered-why">${texts.offeredWhy}</p><button class="send">${texts.send}</button></form>`;
}
