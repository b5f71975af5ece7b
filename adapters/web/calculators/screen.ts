import { frenchDate, type IsoDate } from '../../../src/days/iso-date.ts';
import { frenchTypography } from '../../../src/french/typography.ts';
import type { Calculated, Calculator, CalculatorField, ToldRule } from '../../../src/interviews/port/calculating.ts';
import { calculatorTexts as texts } from '../../../src/text/calculator-texts.ts';
import { html, type Markup } from '../html.ts';
import type { View } from '../view.ts';

export function renderCalculators(calculators: readonly Calculator[], view: View): Markup {
  return html`<h2 data-focus tabindex="-1"${view.french}>${texts.title}</h2>
    <p${view.french}>${texts.intro}</p>
    <ul class="rows"${view.french}>${calculators.map(({ goal, title }) => html`<li><a href="${view.at(`/calculs/${goal}`)}">${title}</a></li>`)}</ul>
    <p><a href="${view.at('/regles')}"${view.french}>${texts.rules}</a></p>`;
}

interface CalculatorPage {
  readonly calculator: Calculator;
  /** What each box holds. */
  readonly typed: ReadonlyMap<string, string>;
  readonly calculated: Calculated | undefined;
}

export function renderCalculator({ calculator, typed, calculated }: CalculatorPage, view: View): Markup {
  const { goal, title, fields } = calculator;
  const fault = calculated?.kind === 'fault' ? calculated : undefined;
  return html`<h2 data-focus tabindex="-1"${view.french}>${title}</h2>
    ${calculated?.kind === 'done' && renderResult(calculated, view)}
    ${fault !== undefined && html`<p class="notice" role="alert"${view.french}>${texts.wrong(labelOf(fields, fault.field), fault.message)}</p>`}
    <form class="calculator" method="get" action="${view.at(`/calculs/${goal}`)}"${view.french}>
      ${fields.map((one) => renderBox(one, typed.get(one.name) ?? '', fault?.field === one.name ? fault.message : undefined))}
      ${view.language === 'en' && html`<input type="hidden" name="lang" value="en">`}<button class="send">${texts.go}</button>
    </form>
    <p><a href="${view.at('/calculs')}"${view.french}>${texts.all}</a> · <a href="${view.at('/regles')}"${view.french}>${texts.rules}</a></p>`;
}

/** A fault of the day or of the goal names no box. */
function labelOf(fields: readonly CalculatorField[], name: string): string {
  return fields.find((one) => one.name === name)?.label ?? texts.title;
}

function renderResult({ said, lines }: Extract<Calculated, { kind: 'done' }>, { french }: View): Markup {
  return html`<p class="notice" role="status"${french}><strong>${said}</strong></p>
    ${lines.length > 0 && html`<details class="more" open><summary${french}>${texts.why}</summary><ul${french}>${lines.map(({ text, articles }) => html`<li>${text}${articles.length > 0 && html` <span class="aside">${frenchTypography(articles.join(', '))}</span>`}</li>`)}</ul></details>`}`;
}

const TYPES = { date: 'date', month: 'month', amount: 'text', number: 'text', list: 'text', text: 'text' } as const;

function renderBox({ name, label, question, kind, choices }: CalculatorField, value: string, fault?: string): Markup {
  const about = [`${name}-hint`, ...(fault === undefined ? [] : [`${name}-fault`])].join(' ');
  const described = html` aria-describedby="${about}"${fault !== undefined && html` aria-invalid="true"`}`;
  const hint =
    kind === 'list'
      ? `${question} ${texts.listHint}`
      : kind === 'amount'
        ? `${question} ${texts.amountHint}`
        : question;
  return html`<label class="field-name" for="${name}">${label}</label><p class="aside" id="${name}-hint">${hint}</p>
    ${fault !== undefined && html`<p class="form-fault" id="${name}-fault">${fault}</p>`}
    ${
      kind === 'choice'
        ? html`<select id="${name}" name="${name}"${described}><option value="">${texts.unknown}</option>${choices.map((one) => html`<option value="${one.value}"${one.value === value && html` selected`}>${one.label}</option>`)}</select>`
        : html`<input id="${name}" name="${name}" type="${TYPES[kind]}" value="${value}"${(kind === 'amount' || kind === 'number') && html` inputmode="decimal"`} autocomplete="off"${described}>`
    }`;
}

export function renderRules(rules: readonly ToldRule[], today: IsoDate, view: View): Markup {
  return html`<h2 data-focus tabindex="-1"${view.french}>${texts.rules}</h2>
    <p${view.french}>${texts.rulesIntro(frenchDate(today))}</p>
    ${rules.map((rule) => renderRule(rule, view))}`;
}

function renderRule({ title, questions, lines, articles, figures, examples }: ToldRule, { french }: View): Markup {
  const list = (head: string, items: readonly (Markup | string)[]) =>
    items.length > 0 && html`<h4>${head}</h4><ul>${items.map((one) => html`<li>${one}</li>`)}</ul>`;
  return html`<details class="rule"${french}><summary><h3>${title}</h3></summary>
    ${questions !== undefined && html`<p class="aside">${texts.forService} : ${questions.service} ${texts.forBuyer} : ${questions.achat}</p>`}
    <ul class="told">${lines.map(({ deep, text }) => html`<li class="deep-${Math.min(deep, 3)}">${text}</li>`)}</ul>
    ${list(
      texts.articles,
      articles.map(({ name, note }) => (note === '' ? name : `${name} : ${note}`)),
    )}
    ${list(texts.figures, figures)}
    ${list(
      texts.examples,
      examples.map(
        ({ when, text, wrong }) =>
          html`${when} : ${text}${wrong && html` <em>(${texts.wrongExample.toLowerCase()})</em>`}`,
      ),
    )}
  </details>`;
}
