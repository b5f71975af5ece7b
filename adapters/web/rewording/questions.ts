import type { Rewording, SlotQuestion } from '../../../src/rewording/port/rewording.ts';
import type { Direction } from '../../../src/vocabulary/rewording.ts';
import { html, type Markup } from '../html.ts';
import type { View } from '../view.ts';
import { LONGEST_LINE } from './inbound.ts';

/** What is asked, each with a place to answer; the answers join the text, which is reworded again. */
export function renderQuestions(rewording: Rewording, guessed: boolean, view: View): Markup | undefined {
  const { texts, at } = view;
  const { questions, source, direction } = rewording;
  if (questions.length === 0) return undefined;
  return html`<section class="questions" aria-labelledby="questions-title">
    <h3 id="questions-title">${texts.rewording.questions}</h3>
    <p class="aside">${texts.rewording.questionsWhy}</p>
    <form method="post" action="${at('/reformuler')}" data-live>
      ${renderCarried(source, direction)}${guessed && html`<input type="hidden" name="guessed" value="1">`}
      ${questions.map((question) => renderQuestion(question, rewording, view))}
      <button class="plain">${texts.rewording.answerSend}</button>
    </form>
  </section>`;
}

function renderQuestion({ slot, need, text }: SlotQuestion, rewording: Rewording, view: View): Markup {
  const name = `answer_${slot}_${need}`;
  const several = rewording.direction === 'to_buyer' && rewording.needs.length > 1;
  return html`<div class="question"><label for="${name}">${several && html`<span class="of-need">${view.texts.rewording.forNeed(need + 1)}</span> `}${view.say(text)}</label>
    <input class="line" type="text" id="${name}" name="${name}" maxlength="${LONGEST_LINE}" autocomplete="off"></div>`;
}

/** The text itself goes with every form of the result: nothing is kept on the server before it is asked for. */
export function renderCarried(source: string, direction: Direction): Markup {
  return html`<textarea name="text" hidden>${'\n'}${source}</textarea><input type="hidden" name="direction" value="${direction}">`;
}
