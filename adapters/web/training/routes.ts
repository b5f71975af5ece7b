import type { Training } from '../../../src/training/port/training.ts';
import type { Assets } from '../assets.ts';
import { createShow } from '../handoff/show.ts';
import { field } from '../inbound.ts';
import { type Asked, type Log, type Reply, type Route, redirect } from '../route.ts';
import type { Guard } from '../session/guard.ts';
import { renderCohort } from './cohort-screen.ts';
import { createTrainingGuarded, createTrainingRefuse } from './faults.ts';
import { learnRoutes } from './learn-routes.ts';
import { ownRoutes } from './own-routes.ts';
import { download, type TrainingRouteParts } from './route.ts';

export interface TrainingPagesParts {
  readonly training: Training;
  readonly assets: Assets;
  /** Undefined where nobody can sign in: modules are read, nothing is kept. */
  readonly guard: Guard | undefined;
  readonly log: Log | undefined;
}

/** The pages of training. All of it works by plain forms. */
export function trainingRoutes({ training, assets, guard, log }: TrainingPagesParts): readonly Route[] {
  const show = createShow(assets, ['handoff.css', 'training.css']);
  const refuse = createTrainingRefuse(show);
  const parts: TrainingRouteParts = {
    training,
    show,
    guard: guard ?? (async (asked) => refuse(asked, { kind: 'not_signed_in' })),
    guarded: createTrainingGuarded(log),
    refuse,
    log,
  };
  return [...learnRoutes(parts), ...ownRoutes(parts), ...coordinatorRoutes(parts)];
}

function coordinatorRoutes({ training, show, guard, guarded, refuse, log }: TrainingRouteParts): readonly Route[] {
  const forCoordinators = (asked: Asked, then: (person: string) => Promise<Reply>) =>
    guard(asked, async ({ person, coordinator }) =>
      coordinator ? then(person) : refuse(asked, { kind: 'not_coordinator' }),
    );

  const read = (asked: Asked) =>
    forCoordinators(asked, async (person) => {
      const cohort = await guarded(() => training.cohort(person));
      if (!cohort.ok) return refuse(asked, cohort.error);
      const { title, judged } = asked.view.texts.training.web.cohort;
      const done = field(asked.query, 'fait');
      const notice = done === 'approved' || done === 'refused' ? judged[done] : undefined;
      return show(asked, { status: 200, title, inside: renderCohort(cohort.value, notice, asked.view) });
    });

  const judge = (asked: Asked) =>
    forCoordinators(asked, async (person) => {
      const approve = field(asked.body, 'do') === 'approve';
      const done = await guarded(() =>
        training.judgeJoin(person, field(asked.body, 'person'), field(asked.body, 'path'), approve),
      );
      if (!done.ok) return refuse(asked, done.error);
      log?.info({ approve }, 'judged who asked to join the reserve');
      return redirect(asked.view.at(`/animation/formation?fait=${approve ? 'approved' : 'refused'}`));
    });

  const csv = (asked: Asked) =>
    forCoordinators(asked, async (person) => {
      const file = await guarded(() => training.cohortFile(person));
      return file.ok ? download(file.value) : refuse(asked, file.error);
    });

  /** The package holds the right answers: it is for who looks after the network, not for who learns. */
  const exported = (asked: Asked) =>
    forCoordinators(asked, async () => {
      const format = field(asked.params, 'format');
      if (format !== 'scorm12' && format !== 'cmi5') return refuse(asked, { kind: 'unknown_module' });
      const role = field(asked.query, 'pour') === 'prescriber' ? 'prescriber' : 'buyer';
      const file = await guarded(() => training.exportModule(field(asked.params, 'module'), format, role));
      return file.ok ? download(file.value) : refuse(asked, file.error);
    });

  return [
    { method: 'GET', path: '/animation/formation', answer: read },
    { method: 'POST', path: '/animation/formation', answer: judge },
    { method: 'GET', path: '/animation/formation.csv', answer: csv },
    { method: 'GET', path: '/formation/:module/export/:format', answer: exported },
  ];
}
