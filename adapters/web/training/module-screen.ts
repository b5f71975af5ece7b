import type { ModuleView } from '../../../src/training/port/views.ts';
import { html, type Markup } from '../html.ts';
import type { View } from '../view.ts';
import { renderAttestation } from './attestation-parts.ts';

/** One module: what it teaches, its lessons, its quiz. */
export function renderModule(module: ModuleView, view: View): Markup {
  const { web } = view.texts.training;
  const lesson = (fiche: string) => view.at(`/formation/${module.id}/lecon/${fiche}`);
  const first = module.resume ?? module.contents[0]?.fiche;
  return html`<div class="head"><h2 data-focus tabindex="-1"${view.french}>${module.title}</h2>
    <p class="aside">${web.minutes(module.minutes)}, ${web.lessons(module.lessons)}${module.read > 0 && html`, ${web.progress(module.read, module.lessons)}`}</p></div>
    <div class="course">
      <section class="sheet" aria-labelledby="objectives-title"><h3 id="objectives-title">${web.objectives}</h3>
        <ul class="bullets"${view.french}>${module.objectives.map((objective) => html`<li>${objective}</li>`)}</ul>
        ${first !== undefined && html`<p><a class="send" href="${lesson(first)}">${module.read > 0 && module.resume !== undefined ? web.goOn : web.begin}</a></p>`}</section>
      ${renderQuizBox(module, view)}
      <section aria-labelledby="contents-title"><h3 id="contents-title">${web.contents}</h3>
        <ol class="lessons">${module.contents.map(
          ({ fiche, title, minutes, read }) =>
            html`<li><a href="${lesson(fiche)}"${view.french}>${title}</a> <span class="aside">${web.minutes(minutes)}${read && html`, ${web.read}`}</span></li>`,
        )}</ol></section>
      ${
        module.paths.length > 0 &&
        html`<section aria-labelledby="paths-title"><h3 id="paths-title">${web.partOf}</h3><ul class="bullets"${view.french}>${module.paths.map(({ title }) => html`<li>${title}</li>`)}</ul></section>`
      }
      ${
        view.help?.person?.coordinator === true &&
        module.questions > 0 &&
        html`<section aria-labelledby="export-title"><h3 id="export-title">${web.export}</h3><p><a href="${view.at(`/formation/${module.id}/export/scorm12`)}" download>SCORM 1.2</a> · <a href="${view.at(`/formation/${module.id}/export/cmi5`)}" download>cmi5</a></p></section>`
      }
    </div>`;
}

function renderQuizBox({ id, questions, attestation }: ModuleView, view: View): Markup {
  const { web } = view.texts.training;
  const person = view.help?.person;
  const start = (path: string, label: string, plain = false) =>
    html`<form method="post" action="${view.at(`/formation/${id}/${path}`)}"><button class="${plain ? 'plain' : 'send'}">${label}</button></form>`;
  const standing = attestation?.standing;
  return html`<section class="sheet quiz-box" aria-labelledby="quiz-title"><h3 id="quiz-title">${web.quiz}</h3>
    ${attestation !== undefined && renderAttestation(attestation, view)}
    ${
      questions === 0
        ? html`<p class="empty">${web.noQuiz}</p>`
        : html`<p class="aside">${web.quizHow}</p>
      ${
        person === undefined
          ? html`<p>${web.quizSignIn} ${view.help !== undefined && html`<a href="${view.at(`/connexion?suite=${encodeURIComponent(`/formation/${id}`)}`)}">${view.texts.handoffWeb.nav.signIn}</a>`}</p>`
          : html`<div class="acts">${standing?.questions.length ? start('reverifier', web.recheck(standing.questions.length)) : ''}
        ${start('quiz', attestation === undefined ? web.quiz : web.quizAgain, standing !== undefined && standing.state !== 'lapsed')}</div>`
      }`
    }</section>`;
}
