import { err } from '../../../src/result.ts';
import { sayTrainingFault } from '../../../src/training/port/say-fault.ts';
import type { TrainingFault } from '../../../src/training/port/views.ts';
import { renderMessage, type Show } from '../handoff/show.ts';
import { html } from '../html.ts';
import type { Log } from '../route.ts';
import type { TrainingRouteParts } from './route.ts';

export function createTrainingGuarded(log: Log | undefined): TrainingRouteParts['guarded'] {
  return async (ask) => {
    try {
      return await ask();
    } catch (error) {
      log?.error({ err: error }, 'training could not be read or changed');
      return err({ kind: 'store_down' });
    }
  };
}

export function createTrainingRefuse(show: Show): TrainingRouteParts['refuse'] {
  return (asked, fault) => {
    const said = sayTrainingFault(fault, asked.view.texts);
    const { web } = asked.view.texts.training;
    const more = html`<p><a href="${asked.view.at('/formation')}">${web.title}</a></p>`;
    return show(asked, {
      status: STATUS[fault.kind],
      title: said.title,
      inside: renderMessage(said, asked.view, more),
    });
  };
}

const STATUS: Readonly<Record<TrainingFault['kind'], number>> = {
  store_down: 503,
  not_signed_in: 401,
  not_coordinator: 403,
  unknown_module: 404,
  unknown_lesson: 404,
  unknown_question: 404,
  unknown_path: 404,
  unknown_attestation: 404,
  no_quiz: 404,
  nothing_due: 404,
  nothing_chosen: 422,
  empty_text: 422,
  too_long: 422,
  path_not_passed: 409,
  already_judged: 409,
};
