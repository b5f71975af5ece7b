import type { Act, Screen } from '../../../src/screens/screen.ts';
import { interviewTexts } from '../../../src/text/interview-texts.ts';
import { html, type Markup } from '../html.ts';
import { renderAct } from '../screen/acts.ts';
import { renderBlocks } from '../screen/blocks.ts';
import type { View } from '../view.ts';

/** A question with its answers, or the sheet with what can be done about it. */
export function renderInterview({ title = '', blocks, fields, acts }: Screen, view: View): Markup {
  const { title: name } = interviewTexts[view.language];
  const own = (act: Act) => renderAct(act, { view, ...(takesBox(act) ? { fields } : {}) });
  const answers = acts.filter(isAnswer);
  return html`${title !== name && html`<p class="aside">${name}</p>`}
    <h2 data-focus autofocus tabindex="-1"${title !== name && view.french}>${title}</h2>
    ${renderBlocks(blocks, view)}
    ${answers.length > 0 && html`<div class="answers"${view.french}>${answers.map(own)}</div>`}
    <div class="gestures">${acts.filter((act) => !isAnswer(act)).map(own)}</div>`;
}

function isAnswer({ verb, value }: Act): boolean {
  return verb === 'interview_act' && value.do === 'answer' && value.said !== undefined;
}

/** What is typed goes with the one button that sends it. */
export function takesBox({ verb, value, needs }: Act): boolean {
  return (
    needs === undefined &&
    (verb === 'interview' || (verb === 'interview_act' && value.do === 'answer' && value.said === undefined))
  );
}
