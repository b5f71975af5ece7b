import { sayTrainingFault } from '../../../src/training/port/say-fault.ts';
import { html } from '../html.ts';
import { field } from '../inbound.ts';
import { type Asked, type Reply, type Route, redirect } from '../route.ts';
import { renderLetterForm, renderMine } from './mine-screen.ts';
import { renderMarked, renderQuiz, renderResult, renderVerdict } from './question-screen.ts';
import { download, param, type TrainingRouteParts, values } from './route.ts';

/** One's own training: the quiz, attestations, paths, letters, settings. */
export function ownRoutes({ training, show, guard, guarded, refuse, log }: TrainingRouteParts): readonly Route[] {
  const mine = (asked: Asked) =>
    guard(asked, async ({ person }) => {
      const found = await guarded(() => training.mine(person));
      if (!found.ok) return refuse(asked, found.error);
      const { web } = asked.view.texts.training;
      const done = field(asked.query, 'fait');
      const notice = done === 'lettre' ? web.letter.done : done === 'reglages' ? web.settings.saved : undefined;
      return show(asked, { status: 200, title: web.mineTitle, inside: renderMine(found.value, notice, asked.view) });
    });

  const start = (purpose: 'attest' | 'recheck' | 'review') => (asked: Asked) =>
    guard(asked, async ({ person }) => {
      const begun = await guarded(() =>
        training.startQuiz(person, purpose, purpose === 'review' ? '' : param(asked, 'module')),
      );
      return begun.ok ? redirect(asked.view.at('/formation/quiz')) : refuse(asked, begun.error);
    });

  const quiz = (asked: Asked) =>
    guard(asked, async ({ person }) => {
      const found = await guarded(() => training.quiz(person));
      if (!found.ok) return refuse(asked, found.error);
      if (found.value === undefined) return redirect(asked.view.at('/formation/moi'));
      const { question } = asked.view.texts.training.web;
      const title = question.number(found.value.number, found.value.of);
      return show(asked, { status: 200, title, inside: renderQuiz(found.value, asked.view) });
    });

  const answer = (asked: Asked) =>
    guard(asked, async ({ person }) => {
      const { view } = asked;
      const { question: texts } = view.texts.training.web;
      const step = await guarded(() =>
        training.answerQuiz(person, field(asked.body, 'question'), values(asked.body, 'choice')),
      );
      if (!step.ok && step.error.kind === 'nothing_chosen') {
        const again = await guarded(() => training.quiz(person));
        if (again.ok && again.value !== undefined) {
          const fault = sayTrainingFault(step.error, view.texts).text;
          const inside = renderQuiz(again.value, view, fault);
          return show(asked, { status: 422, title: texts.number(again.value.number, again.value.of), inside });
        }
      }
      if (!step.ok) return refuse(asked, step.error);
      const { marked, next, result } = step.value;
      if (result !== undefined) log?.info({ purpose: result.purpose, passed: result.passed }, 'a quiz ended');
      const inside = html`<div class="head">${renderVerdict(marked, view)}</div>${renderMarked(marked, view)}
        ${next !== undefined && html`<p class="acts"><a class="send" href="${view.at('/formation/quiz')}">${texts.next}</a></p>`}
        ${result !== undefined && renderResult(result, view)}`;
      return show(asked, { status: 200, title: marked.marking.right ? texts.right : texts.wrong, inside });
    });

  /** The place is kept: leaving is only going elsewhere. */
  const quit = (asked: Asked) => guard(asked, async () => redirect(asked.view.at('/formation/moi')));

  const letter = (asked: Asked) =>
    guard(asked, async ({ person }) => {
      const paths = await guarded(() => training.paths(person));
      if (!paths.ok) return refuse(asked, paths.error);
      const path = paths.value.find(({ id }) => id === param(asked, 'path'));
      if (path === undefined) return refuse(asked, { kind: 'unknown_path' });
      const { title } = asked.view.texts.training.web.letter;
      const written = { path: path.id, title: path.title };
      if (asked.method === 'GET')
        return show(asked, {
          status: 200,
          title,
          inside: renderLetterForm({ ...written, text: '', offered: false, fault: undefined }, asked.view),
        });
      const text = field(asked.body, 'text');
      const offered = field(asked.body, 'offered') === 'yes';
      const done = await guarded(() => training.writeLetter(person, path.id, text, offered));
      if (done.ok) return redirect(asked.view.at('/formation/moi?fait=lettre'));
      // What was written is on the page again, whatever went wrong.
      const fault = sayTrainingFault(done.error, asked.view.texts).text;
      const status = done.error.kind === 'store_down' ? 503 : 422;
      return show(asked, { status, title, inside: renderLetterForm({ ...written, text, offered, fault }, asked.view) });
    });

  const offer = (asked: Asked) =>
    guard(asked, async ({ person }) => {
      const offered = field(asked.body, 'offered') === 'yes';
      const done = await guarded(() => training.offerLetter(person, param(asked, 'letter'), offered));
      return done.ok ? redirect(asked.view.at('/formation/moi')) : refuse(asked, done.error);
    });

  const join = (asked: Asked) =>
    guard(asked, async ({ person }) => {
      const yes = field(asked.body, 'join') === 'yes';
      const done = await guarded(() => training.answerInvitation(person, param(asked, 'path'), yes));
      return done.ok ? redirect(asked.view.at('/formation/moi')) : refuse(asked, done.error);
    });

  const settings = (asked: Asked) =>
    guard(asked, async ({ person }) => {
      const recommend = field(asked.body, 'recommend');
      const hour = Number(field(asked.body, 'nudge') || Number.NaN);
      const change =
        recommend === ''
          ? { nudgeHour: Number.isInteger(hour) && hour >= 0 && hour <= 23 ? hour : null }
          : { recommend: recommend === 'yes' };
      const done = await guarded(() => training.settings(person, change));
      if (!done.ok) return refuse(asked, done.error);
      return redirect(asked.view.at(recommend === '' ? '/formation/moi?fait=reglages' : '/formation'));
    });

  const proof =
    (kind: 'paper' | 'badge') =>
    (asked: Asked): Promise<Reply> =>
      guard(asked, async ({ person }) => {
        const file = await guarded(() => training[kind](person, param(asked, 'attestation')));
        return file.ok ? download(file.value) : refuse(asked, file.error);
      });

  return [
    { method: 'GET', path: '/formation/moi', answer: mine },
    { method: 'POST', path: '/formation/:module/quiz', answer: start('attest') },
    { method: 'POST', path: '/formation/:module/reverifier', answer: start('recheck') },
    { method: 'POST', path: '/formation/reviser', answer: start('review') },
    { method: 'GET', path: '/formation/quiz', answer: quiz },
    { method: 'POST', path: '/formation/quiz', answer: answer },
    { method: 'POST', path: '/formation/quiz/quitter', answer: quit },
    { method: 'GET', path: '/formation/parcours/:path/lettre', answer: letter },
    { method: 'POST', path: '/formation/parcours/:path/lettre', answer: letter },
    { method: 'POST', path: '/formation/parcours/:path/reserve', answer: join },
    { method: 'POST', path: '/formation/lettre/:letter', answer: offer },
    { method: 'POST', path: '/formation/reglages', answer: settings },
    { method: 'GET', path: '/formation/attestation/:attestation/papier', answer: proof('paper') },
    { method: 'GET', path: '/formation/attestation/:attestation/badge', answer: proof('badge') },
  ];
}
