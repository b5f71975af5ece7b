import type { Act, Field } from '../../../src/screens/screen.ts';
import type { VerbValue } from '../../../src/screens/verbs.ts';
import { html, type Markup } from '../html.ts';
import type { View } from '../view.ts';
import { renderField } from './fields.ts';
import { hrefOf, wireOf } from './wire.ts';

interface ActSetting {
  readonly view: View;
  /** Of ids, the only ones on the page. */
  readonly prefix?: string;
  /** Filled in beside the button, and taken along. */
  readonly fields?: readonly Field[];
  /** Drawn in place of the fields. */
  readonly boxes?: Markup;
}

/** What can be done, one form or link each. What has to be filled in or confirmed first unfolds: nothing here needs a script. */
export function renderActs(acts: readonly Act[], view: View): Markup {
  return html`${acts.map((act) => renderAct(act, { view }))}`;
}

export function renderAct(act: Act, setting: ActSetting): Markup | undefined {
  const { view } = setting;
  const href = hrefOf(act);
  if (href !== undefined)
    return html`<p><a class="${CLASS[act.look]} link-button" href="${view.at(href)}"${(act.verb === 'my_data' || act.verb === 'interview_file') && html` download`}>${act.label}</a></p>`;
  if (act.verb === 'say' || act.verb === 'question') return renderSaying(act, view);
  const { needs, confirm } = act;
  const form = (button: string, fields: readonly Field[] = []) => renderForm(act, button, { fields, ...setting });
  if (needs !== undefined) return fold(act, needs.intro, form(needs.submit, needs.fields));
  return confirm === undefined ? form(act.label) : fold(act, confirm.text, form(confirm.yes));
}

function fold(act: Act, why: string | undefined, form: Markup | undefined): Markup {
  return html`<details class="more" data-key="${keyOf(act)}"><summary>${act.label}</summary>${why !== undefined && html`<p class="aside">${why}</p>`}${form}</details>`;
}

/** Said in the person's name, by the composer's own form. */
function renderSaying(act: Act, view: View): Markup | undefined {
  if (act.verb !== 'say' && act.verb !== 'question') return undefined;
  const name = act.verb === 'say' ? sayName(act.value) : 'say_question';
  return html`<button class="${act.verb === 'say' ? 'choice-button' : 'plain'}" form="ask" formnovalidate name="${name}" value="${act.value.text ?? ''}"${act.spoken !== undefined && act.spoken !== act.label && html` aria-label="${act.spoken}"`}>${view.say(act.label)}</button>`;
}

/** Under which a reply that one press gives comes back: with the reply that offers it, and the question it answers. */
export function sayName({ under = '', on = '' }: VerbValue<'say'>): string {
  return under === '' && on === '' ? 'say' : `say:${under}:${on}`;
}

function renderForm(act: Act, button: string, { view, prefix, fields = [], boxes }: ActSetting): Markup | undefined {
  const wire = wireOf(act);
  if (wire === undefined) return undefined;
  const key = keyOf(act);
  return html`<form class="act ${key}" method="post" action="${view.at(wire.path)}"${!isFile(act) && html` data-live`} data-key="${key}">${hidden(wire.fields)}
    ${boxes ?? fields.map((one) => renderField(one, prefix ?? `${key}-`, view))}<button class="${CLASS[act.look]}">${button}</button></form>`;
}

/** What comes back is a file, and no page to put in place of this one. */
function isFile({ verb, value }: Act): boolean {
  return verb === 'purchase_do' && value.do === 'file';
}

export function hidden(fields: Readonly<Record<string, string>>): Markup {
  return html`${Object.entries(fields)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`;
}

/** Unlike that of any other act of the page. */
function keyOf({ verb, value }: Act): string {
  if (verb === 'interview_act') return [value.do, value.part ?? value.said ?? ''].join('-');
  if (verb === 'purchase') return value.as ?? verb;
  if (verb === 'purchase_do') return [value.do, value.question ?? ''].join('-');
  if (verb !== 'act') return verb;
  return value.useful === undefined ? value.act : `${value.act}-${value.useful ? 'yes' : 'no'}`;
}

const CLASS: Readonly<Record<Act['look'], string>> = { primary: 'send', plain: 'plain', danger: 'quiet' };
