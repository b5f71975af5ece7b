import { html } from '../html.ts';
import { field, readSide } from '../inbound.ts';
import { type Asked, type Reply, type Route, redirect } from '../route.ts';
import { renderVerify } from './attestation-parts.ts';
import { renderCatalogue } from './catalogue-screen.ts';
import { renderLesson } from './lesson-screen.ts';
import { renderModule } from './module-screen.ts';
import { renderMarked, renderVerdict } from './question-screen.ts';
import { type TrainingRouteParts, values } from './route.ts';

/** What everyone may read, signed in or not: modules, lessons, their questions, the check of a code. */
export function learnRoutes(parts: TrainingRouteParts): readonly Route[] {
  const on = (answer: (parts: TrainingRouteParts, asked: Asked) => Promise<Reply>) => (asked: Asked) =>
    answer(parts, asked);
  return [
    // Where `did:web` is looked for: at the root of a host, or under the path of a site that has one.
    { method: 'GET', path: '/.well-known/did.json', answer: on(issuer) },
    { method: 'GET', path: '/did.json', answer: on(issuer) },
    { method: 'GET', path: '/formation', answer: on(catalogue) },
    { method: 'GET', path: '/formation/:module', answer: on(module) },
    { method: 'GET', path: '/formation/:module/lecon/:fiche', answer: on(lesson) },
    { method: 'POST', path: '/formation/:module/lecon/:fiche', answer: on(finish) },
    { method: 'POST', path: '/formation/question', answer: on(tryQuestion) },
    { method: 'GET', path: '/attestation', answer: on(verify) },
  ];
}

async function catalogue({ training, show, guarded, refuse }: TrainingRouteParts, asked: Asked): Promise<Reply> {
  const minutes = Number(field(asked.query, 'minutes'));
  const filter = {
    role: readSide(field(asked.query, 'pour')),
    competence: field(asked.query, 'competence') || undefined,
    minutes: Number.isInteger(minutes) && minutes > 0 ? minutes : undefined,
    words: field(asked.query, 'mots').slice(0, 200) || undefined,
  };
  const found = await guarded(() => training.catalogue(by(asked), filter));
  if (!found.ok) return refuse(asked, found.error);
  const { title } = asked.view.texts.training.web;
  return show(asked, { status: 200, title, inside: renderCatalogue(found.value, filter, asked.view) });
}

async function module({ training, show, guarded, refuse }: TrainingRouteParts, asked: Asked): Promise<Reply> {
  const found = await guarded(() => training.module(by(asked), field(asked.params, 'module')));
  if (!found.ok) return refuse(asked, found.error);
  return show(asked, { status: 200, title: found.value.title, inside: renderModule(found.value, asked.view) });
}

async function lesson({ training, show, guarded, refuse }: TrainingRouteParts, asked: Asked): Promise<Reply> {
  const [id, fiche] = placeOf(asked);
  const role = readSide(field(asked.query, 'pour')) ?? asked.visit.person?.role ?? 'prescriber';
  const about = await guarded(() => training.module(by(asked), id));
  const found = await guarded(() => training.lesson(by(asked), id, fiche, role));
  if (!about.ok) return refuse(asked, about.error);
  if (!found.ok) return refuse(asked, found.error);
  const inside = renderLesson({ ...found.value, role, moduleTitle: about.value.title }, asked.view);
  return show(asked, { status: 200, title: found.value.lesson.title, inside });
}

function finish({ training, guard, guarded, refuse }: TrainingRouteParts, asked: Asked): Promise<Reply> {
  return guard(asked, async ({ person }) => {
    const [id, fiche] = placeOf(asked);
    const done = await guarded(() => training.finishLesson(person, id, fiche));
    if (!done.ok) return refuse(asked, done.error);
    const about = await guarded(() => training.module(person, id));
    if (!about.ok) return refuse(asked, about.error);
    const { resume } = about.value;
    return redirect(asked.view.at(resume === undefined ? `/formation/${id}` : `/formation/${id}/lecon/${resume}`));
  });
}

async function tryQuestion({ training, show, guarded, refuse }: TrainingRouteParts, asked: Asked): Promise<Reply> {
  const from = field(asked.body, 'from');
  const chosen = values(asked.body, 'choice');
  const marked = await guarded(() => training.practise(by(asked), field(asked.body, 'question'), chosen));
  if (!marked.ok) return refuse(asked, marked.error);
  const { view } = asked;
  const { question: texts, lesson: lessons } = view.texts.training.web;
  const back = /^[a-z0-9-]+\/lecon\/[a-z0-9-]+$/.test(from) ? `/formation/${from}` : '/formation';
  const inside = html`<div class="head">${renderVerdict(marked.value, view)}</div>${renderMarked(marked.value, view)}
      <p class="acts"><a class="send" href="${view.at(back)}#questions-title">${texts.fiche}</a> <a href="${view.at(`/formation/${marked.value.fiche.module}`)}">${lessons.back}</a></p>`;
  return show(asked, { status: 200, title: marked.value.marking.right ? texts.right : texts.wrong, inside });
}

async function verify({ training, show, guarded, refuse }: TrainingRouteParts, asked: Asked): Promise<Reply> {
  const typed = field(asked.query, 'code').slice(0, 40);
  const { title } = asked.view.texts.training.web.attestation.verify;
  const found = typed === '' ? undefined : await guarded(() => training.verify(typed));
  if (found !== undefined && !found.ok) return refuse(asked, found.error);
  const shown = found === undefined ? undefined : (found.value ?? null);
  const inside = renderVerify({ typed, found: shown }, asked.view);
  return show(asked, { status: shown === null ? 404 : 200, title, inside });
}

async function issuer({ training }: TrainingRouteParts): Promise<Reply> {
  const { type, body } = training.issuerDocument();
  return { status: 200, type, body };
}

function placeOf({ params }: Asked): readonly [module: string, fiche: string] {
  return [field(params, 'module'), field(params, 'fiche')];
}

function by({ visit }: Asked): string | undefined {
  return visit.person?.person;
}
