import { sayTrainingFault } from '../../../src/training/port/say-fault.ts';
import { html } from '../html.ts';
import { field } from '../inbound.ts';
import { type Asked, type Reply, type Route, redirect } from '../route.ts';
import type { View } from '../view.ts';
import { renderLetterForm, renderMine } from './mine-screen.ts';
import { renderMarked, renderQuiz, renderResult, renderVerdict } from './question-screen.ts';
import { download, type TrainingRouteParts, values } from './route.ts';

type Own = (parts: TrainingRouteParts, asked: Asked, person: string) => Promise<Reply>;

/** One's own training: the quiz, attestations, paths, letters, settings. */
export function ownRoutes(parts: TrainingRouteParts): readonly Route[] {
  const own = (answer: Own) => (asked: Asked) => parts.guard(asked, ({ person }) => answer(parts, asked, person));
  return [
    { method: 'GET', path: '/formation/moi', answer: own(mine) },
    { method: 'POST', path: '/formation/:module/quiz', answer: own(start('attest')) },
    { method: 'POST', path: '/formation/:module/reverifier', answer: own(start('recheck')) },
    { method: 'POST', path: '/formation/reviser', answer: own(start('review')) },
    { method: 'GET', path: '/formation/quiz', answer: own(quiz) },
    { method: 'POST', path: '/formation/quiz', answer: own(answer) },
    // The place is kept: leaving is only going elsewhere.
    { method: 'POST', path: '/formation/quiz/quitter', answer: own(async (_parts, { view }) => home(view)) },
    { method: 'GET', path: '/formation/parcours/:path/lettre', answer: own(letter) },
    { method: 'POST', path: '/formation/parcours/:path/lettre', answer: own(letter) },
    { method: 'POST', path: '/formation/parcours/:path/reserve', answer: own(join) },
    { method: 'POST', path: '/formation/lettre/:letter', answer: own(offer) },
    { method: 'POST', path: '/formation/reglages', answer: own(settings) },
    { method: 'GET', path: '/formation/attestation/:attestation/papier', answer: own(proof('paper')) },
    { method: 'GET', path: '/formation/attestation/:attestation/badge', answer: own(proof('badge')) },
  ];
}

const home = (view: View): Reply => redirect(view.at('/formation/moi'));

const mine: Own = async ({ training, show, guarded, refuse }, asked, person) => {
  const found = await guarded(() => training.mine(person));
  if (!found.ok) return refuse(asked, found.error);
  const { web } = asked.view.texts.training;
  const done = field(asked.query, 'fait');
  const notice = done === 'lettre' ? web.letter.done : done === 'reglages' ? web.settings.saved : undefined;
  return show(asked, { status: 200, title: web.mineTitle, inside: renderMine(found.value, notice, asked.view) });
};

const start =
  (purpose: 'attest' | 'recheck' | 'review'): Own =>
  async ({ training, guarded, refuse }, asked, person) => {
    const module = purpose === 'review' ? '' : field(asked.params, 'module');
    const begun = await guarded(() => training.startQuiz(person, purpose, module));
    return begun.ok ? redirect(asked.view.at('/formation/quiz')) : refuse(asked, begun.error);
  };

const quiz: Own = async ({ training, show, guarded, refuse }, asked, person) => {
  const found = await guarded(() => training.quiz(person));
  if (!found.ok) return refuse(asked, found.error);
  if (found.value === undefined) return home(asked.view);
  const title = asked.view.texts.training.web.question.number(found.value.number, found.value.of);
  return show(asked, { status: 200, title, inside: renderQuiz(found.value, asked.view) });
};

const answer: Own = async ({ training, show, guarded, refuse, log }, asked, person) => {
  const { view, body } = asked;
  const { question: texts } = view.texts.training.web;
  const step = await guarded(() => training.answerQuiz(person, field(body, 'question'), values(body, 'choice')));
  if (!step.ok && step.error.kind === 'nothing_chosen') {
    const again = await guarded(() => training.quiz(person));
    if (again.ok && again.value !== undefined) {
      const fault = sayTrainingFault(step.error, view.texts).text;
      const title = texts.number(again.value.number, again.value.of);
      return show(asked, { status: 422, title, inside: renderQuiz(again.value, view, fault) });
    }
  }
  if (!step.ok) return refuse(asked, step.error);
  const { marked, next, result } = step.value;
  if (result !== undefined) log?.info({ purpose: result.purpose, passed: result.passed }, 'a quiz ended');
  const inside = html`<div class="head">${renderVerdict(marked, view)}</div>${renderMarked(marked, view)}
        ${next !== undefined && html`<p class="acts"><a class="send" href="${view.at('/formation/quiz')}">${texts.next}</a></p>`}
        ${result !== undefined && renderResult(result, view)}`;
  return show(asked, { status: 200, title: marked.marking.right ? texts.right : texts.wrong, inside });
};

const letter: Own = async ({ training, show, guarded, refuse }, asked, person) => {
  const paths = await guarded(() => training.paths(person));
  if (!paths.ok) return refuse(asked, paths.error);
  const path = paths.value.find(({ id }) => id === field(asked.params, 'path'));
  if (path === undefined) return refuse(asked, { kind: 'unknown_path' });
  const text = field(asked.body, 'text');
  const offered = field(asked.body, 'offered') === 'yes';
  const page = (status: number, fault: string | undefined): Reply => {
    const inside = renderLetterForm({ path: path.id, title: path.title, text, offered, fault }, asked.view);
    return show(asked, { status, title: asked.view.texts.training.web.letter.title, inside });
  };
  if (asked.method === 'GET') return page(200, undefined);
  const done = await guarded(() => training.writeLetter(person, path.id, text, offered));
  if (done.ok) return redirect(asked.view.at('/formation/moi?fait=lettre'));
  // What was written is on the page again, whatever went wrong.
  return page(done.error.kind === 'store_down' ? 503 : 422, sayTrainingFault(done.error, asked.view.texts).text);
};

const offer: Own = async ({ training, guarded, refuse }, asked, person) => {
  const offered = field(asked.body, 'offered') === 'yes';
  const done = await guarded(() => training.offerLetter(person, field(asked.params, 'letter'), offered));
  return done.ok ? home(asked.view) : refuse(asked, done.error);
};

const join: Own = async ({ training, guarded, refuse }, asked, person) => {
  const yes = field(asked.body, 'join') === 'yes';
  const done = await guarded(() => training.answerInvitation(person, field(asked.params, 'path'), yes));
  return done.ok ? home(asked.view) : refuse(asked, done.error);
};

const settings: Own = async ({ training, guarded, refuse }, asked, person) => {
  const recommend = field(asked.body, 'recommend');
  const hour = Number(field(asked.body, 'nudge') || Number.NaN);
  const change =
    recommend === ''
      ? { nudgeHour: Number.isInteger(hour) && hour >= 0 && hour <= 23 ? hour : null }
      : { recommend: recommend === 'yes' };
  const done = await guarded(() => training.settings(person, change));
  if (!done.ok) return refuse(asked, done.error);
  return redirect(asked.view.at(recommend === '' ? '/formation/moi?fait=reglages' : '/formation'));
};

const proof =
  (kind: 'paper' | 'badge'): Own =>
  async ({ training, guarded, refuse }, asked, person) => {
    const file = await guarded(() => training[kind](person, field(asked.params, 'attestation')));
    return file.ok ? download(file.value) : refuse(asked, file.error);
  };
