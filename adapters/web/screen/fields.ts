import type { Field } from '../../../src/screens/screen.ts';
import { html, type Markup } from '../html.ts';
import type { View } from '../view.ts';

/** Named after a field: what kind of box it is, since one that is not ticked is not sent. */
export const KIND_OF = 'of:';

/** A box with its label, what it is for, and what went wrong with it. @param prefix makes its id the only one on the page */
export function renderField(field: Field, prefix: string, view: View, fault?: string): Markup {
  const id = `${prefix}${field.name}`;
  const { label, hint } = field;
  const said = html`${hint !== undefined && html`<p class="aside" id="${id}-hint">${hint}</p>`}
    ${fault !== undefined && html`<p class="form-fault" id="${id}-fault" role="alert">${view.say(fault)}</p>`}`;
  const about = [hint === undefined ? '' : `${id}-hint`, fault === undefined ? '' : `${id}-fault`]
    .filter((one) => one !== '')
    .join(' ');
  const described = html`${about !== '' && html` aria-describedby="${about}"`}${fault !== undefined && html` aria-invalid="true"`}`;
  switch (field.kind) {
    case 'text':
      // A text area whatever its height: nothing is sent by Enter alone.
      return html`<label class="field-name" for="${id}">${label}</label>${said}
        <textarea id="${id}" name="${field.name}" rows="${field.multiline === true ? 4 : 1}" maxlength="${field.max}"${described} autocomplete="off">${'\n'}${field.value ?? ''}</textarea>`;
    case 'toggle':
      return html`<input type="hidden" name="${KIND_OF}${field.name}" value="toggle"><label class="tick"><input type="checkbox" id="${id}" name="${field.name}" value="1"${field.value && html` checked`}${described}><span>${label}</span></label>${said}`;
    case 'choice':
      return html`${field.several && html`<input type="hidden" name="${KIND_OF}${field.name}" value="list">`}<fieldset class="masks"${described}><legend>${label}</legend>${said}
        <ul>${field.choices.map((choice) => html`<li><label><input type="${field.several ? 'checkbox' : 'radio'}" name="${field.name}" value="${choice.value}"${field.value.includes(choice.value) && html` checked`}><span class="mask-said"${view.french}>${choice.label}</span></label></li>`)}</ul></fieldset>`;
  }
}
