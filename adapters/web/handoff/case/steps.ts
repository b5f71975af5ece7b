import type { Catalogue } from '../../../../src/text/catalogues.ts';
import type { CaseStatus } from '../../../../src/vocabulary/cases.ts';
import { html, type Markup } from '../../html.ts';
import type { View } from '../../view.ts';

/** Steps of a case as its page shows them, in order. */
type CaseStep = keyof Catalogue['handoffWeb']['case']['step'];

const STEPS: readonly CaseStep[] = ['sent', 'sought', 'taken', 'answered', 'closed'];

/** The step a case is at; a case that ended otherwise than closed ends where it stood. */
const AT: Readonly<Record<CaseStatus, CaseStep>> = {
  draft: 'sent',
  consented: 'sought',
  queued: 'sought',
  offered: 'sought',
  accepted: 'taken',
  in_progress: 'taken',
  answered: 'answered',
  closed: 'closed',
  withdrawn: 'closed',
  expired: 'closed',
};

/** Where a case stands on its way: each step says in words whether it is done, under way or to come. */
export function renderSteps(status: CaseStatus, view: View): Markup {
  const { case: texts, status: names } = view.texts.handoffWeb;
  const broken = status === 'withdrawn' || status === 'expired';
  const steps = broken ? (['sent', 'closed'] as const) : STEPS;
  const at = steps.indexOf(AT[status]);
  return html`<ol class="steps" aria-label="${texts.steps}">${steps.map((step, index) => {
    const is = index < at || status === 'closed' ? 'done' : index === at ? 'now' : 'todo';
    const name = broken && step === 'closed' ? names[status] : texts.step[step];
    return html`<li class="step is-${is}"${index === at && html` aria-current="step"`}><span class="step-name">${name}</span><span class="visually-hidden">, ${texts.stepIs[is]}</span></li>`;
  })}</ol>`;
}
