import type { Form, LintFinding, Rewording } from '../../../src/rewording/port/rewording.ts';
import { sayForm } from '../../../src/rewording/port/say-form.ts';
import { formTexts } from '../../../src/text/form-texts.ts';
import { html, type Markup } from '../html.ts';
import type { View } from '../view.ts';
import { findingMarks } from './findings.ts';
import { markText } from './marks.ts';
import { pairsOf, renderTips } from './words.ts';

/** What faces what; an agreement has it as well as a rewording. */
type TwoTexts = Pick<Rewording, 'direction' | 'source' | 'text' | 'terms'> & {
  readonly forms?: readonly Form[];
  /** Said above it. */
  readonly asked?: readonly string[];
};

/** The message, its words explained; and what faces it like the page of a bilingual book, where something does. */
export function renderSpread(rewording: Rewording, view: View): Markup {
  // The form goes with the brief that is kept; what is told above a message stands apart.
  const shown =
    rewording.direction === 'to_buyer' ? { ...rewording, forms: [] } : { ...rewording, text: rewording.message };
  const { faithful } = view.texts.rewording;
  const under = rewording.wordedBy === 'model' && html`<p class="fidelity faithful">${faithful}</p>`;
  return renderFacing(shown, rewording.lint, under, view);
}

/** @param under what stands under the rewording */
export function renderFacing(shown: TwoTexts, lint: readonly LintFinding[], under: Markup | false, view: View): Markup {
  const { source, direction } = shown;
  const text = facing(shown);
  const { texts, french } = view;
  const { rewording: said } = texts;
  // A buyer knows the words of the trade.
  const { pairs, marks } = pairsOf(direction === 'to_buyer' ? [] : shown.terms);
  return html`<div class="spread${text === '' && ' alone'}">
    <section class="leaf original" aria-labelledby="original-title">
      <h3 class="leaf-name" id="original-title">${said.originalBy[direction]}</h3>
      ${renderLeaf(source, 'original-title', html`<p class="leaf-text" id="original"${french}>${markText(source, marks, findingMarks(lint, view))}</p>`)}
      ${pairs.length > 0 && html`<p class="aside terms-hint">${said.termsHint}</p>`}
      ${text === '' && direction === 'to_buyer' && (shown.asked ?? []).length === 0 && html`<p class="aside">${said.asItIs}</p>`}
    </section>
    ${
      text !== '' &&
      html`<section class="leaf reworded" aria-labelledby="reworded-title">
      <div class="leaf-head"><h3 class="leaf-name" id="reworded-title">${said.rewordedFor[direction]}</h3>
        <button type="button" class="copy" data-copy="reworded" data-done="${said.copied}" data-failed="${said.notCopied}" hidden>${said.copy}</button></div>
      ${renderLeaf(text, 'reworded-title', html`<p class="leaf-text" id="reworded"${french}>${renderReworded(text)}</p>`)}
      ${under}
    </section>`
    }
  </div>
  ${pairs.length > 0 && renderTips(pairs, view)}`;
}

/** Characters from which a text has a window of its own: the two stay face to face, and the page below within reach. */
const LONG = 2_500;

function renderLeaf(text: string, name: string, leaf: Markup): Markup {
  if (text.length < LONG) return leaf;
  return html`<div class="leaf-room" tabindex="0" role="group" aria-labelledby="${name}">${leaf}</div>`;
}

/** The name of a line of a form; the no-break space before its colon is ours. */
const LINE_NAME = /^[\p{L}’', -]{3,60}(?=\u00a0: )/u;

/** The names of a form's lines stand out; the line ends stay, so that the whole can be copied. */
function renderReworded(text: string): Markup {
  return html`${text.split('\n').map((line, index) => {
    const name = LINE_NAME.exec(line)?.[0] ?? '';
    return html`${index > 0 && '\n'}${name !== '' && html`<b>${name}</b>`}${line.slice(name.length)}`;
  })}`;
}

/** What stands in the face of the message: what goes with it alone, where it was not worded anew; nothing twice. */
function facing({ direction, source, text, forms = [] }: TwoTexts): string {
  if (text === source && forms.length === 0) return '';
  const at = direction === 'to_buyer' ? text.indexOf(source) : -1;
  if (at < 0) return text;
  if (forms.length === 0) return text.slice(at + source.length + 2);
  return forms
    .flatMap((form) => [
      ...(forms.length > 1 ? [formTexts.need(form.need + 1)] : []),
      ...sayForm(form).map(({ name, value }) => `${name}\u00a0: ${value}`),
    ])
    .join('\n');
}
