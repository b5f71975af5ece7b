import type { Defect, Fidelity } from '../../../src/fidelity/port/defect.ts';
import type { Form, LintFinding, Rewording } from '../../../src/rewording/port/rewording.ts';
import { sayForm } from '../../../src/rewording/port/say-form.ts';
import { formTexts } from '../../../src/text/form-texts.ts';
import { html, type Markup } from '../html.ts';
import { colon, type View } from '../view.ts';
import { findingMarks } from './findings.ts';
import { markText, type TermMark } from './marks.ts';
import { pairsOf, renderTips } from './words.ts';

/** What faces what; an agreement has it as well as a rewording. */
type TwoTexts = Pick<Rewording, 'direction' | 'source' | 'text' | 'terms'> & { readonly forms?: readonly Form[] };

/** The two texts facing each other like the pages of a bilingual book, their words explained, and whether all crossed over. */
export function renderSpread(rewording: Rewording, view: View): Markup {
  const { readability } = view.texts.rewording;
  return renderFacing(
    { ...rewording, text: messageOf(rewording) },
    rewording.lint,
    html`${renderFidelity(rewording.fidelity, view)}
      ${rewording.direction === 'to_prescriber' && html`<p class="aside">${readability(Math.round(rewording.readability))}</p>`}`,
    view,
  );
}

/** What faces the source: what is told above a message stands apart. */
export const messageOf = (rewording: Rewording): string =>
  rewording.direction === 'to_prescriber' ? rewording.message : rewording.text;

/** @param under what stands under the rewording */
export function renderFacing(
  shown: TwoTexts,
  lint: readonly LintFinding[],
  under: Markup | undefined,
  view: View,
): Markup {
  const { source, direction, terms } = shown;
  const text = facing(shown);
  const { texts, french } = view;
  const { rewording: said } = texts;
  const { pairs, inSource, inTarget } = pairsOf(terms, text);
  return html`<div class="spread">
    <section class="leaf original" aria-labelledby="original-title">
      <h3 class="leaf-name" id="original-title">${said.originalBy[direction]}</h3>
      ${renderLeaf(source, 'original-title', html`<p class="leaf-text" id="original"${french}>${markText(source, inSource, findingMarks(lint, view))}</p>`)}
      ${pairs.length > 0 && html`<p class="aside terms-hint">${said.termsHint}</p>`}
    </section>
    <section class="leaf reworded" aria-labelledby="reworded-title">
      <div class="leaf-head"><h3 class="leaf-name" id="reworded-title">${said.rewordedFor[direction]}</h3>
        <button type="button" class="copy" data-copy="reworded" data-done="${said.copied}" data-failed="${said.notCopied}" hidden>${said.copy}</button></div>
      ${renderLeaf(text, 'reworded-title', html`<p class="leaf-text" id="reworded"${french}>${renderReworded(text, inTarget)}</p>`)}
      ${under}
    </section>
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
function renderReworded(text: string, terms: readonly TermMark[]): Markup {
  let at = 0;
  return html`${text.split('\n').map((line, index) => {
    const from = at;
    at += line.length + 1;
    const name = LINE_NAME.exec(line)?.[0] ?? '';
    const start = from + name.length;
    const own = terms.map(({ span, key }) => ({ span: [span[0] - start, span[1] - start] as const, key }));
    return html`${index > 0 && '\n'}${name !== '' && html`<b>${name}</b>`}${markText(line.slice(name.length), own)}`;
  })}`;
}

/** What stands in the face of the message: the form alone, where the message was not worded anew. */
function facing({ direction, source, text, forms = [] }: TwoTexts): string {
  if (direction !== 'to_buyer' || !text.startsWith(`${source}\n\n`)) return text;
  if (forms.length === 0) return text.slice(source.length + 2);
  return forms
    .flatMap((form) => [
      ...(forms.length > 1 ? [formTexts.need(form.need + 1)] : []),
      ...sayForm(form).map(({ name, value }) => `${name}\u00a0: ${value}`),
    ])
    .join('\n');
}

/** In words and with a sign of its own shape: never by colour alone. */
function renderFidelity({ faithful, defects }: Fidelity, view: View): Markup {
  const { rewording } = view.texts;
  if (faithful) return html`<p class="fidelity faithful">${rewording.faithful}</p>`;
  return html`<div class="fidelity unfaithful"><p>${rewording.unfaithful(defects.length)}</p>
    <ul>${defects.map((defect) => html`<li>${renderDefect(defect, view)}</li>`)}</ul></div>`;
}

function renderDefect({ kind, source, target }: Defect, view: View): Markup {
  const { defect, inSource, inTarget } = view.texts.rewording;
  return html`<strong>${defect[kind]}</strong>${colon(view)} ${renderWords(source, view)} ${inSource}, ${renderWords(target, view)} ${inTarget}.`;
}

function renderWords(words: string, view: View): Markup {
  return words === '' ? html`${view.texts.rewording.nowhere}` : html`<q${view.french}>${words}</q>`;
}
