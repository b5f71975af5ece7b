import type { Block, Fact, Row, SourceLine, TalkLine } from '../../../src/screens/screen.ts';
import { html, type Markup } from '../html.ts';
import { renderInline, renderMarkdown } from '../markdown.ts';
import type { View } from '../view.ts';
import { renderActs, sayName } from './acts.ts';
import { hrefOf } from './wire.ts';

/** What is shown, piece by piece, as HTML. */
export function renderBlocks(blocks: readonly Block[], view: View): Markup {
  return html`${blocks.map((block) => renderBlock(block, view))}`;
}

function renderBlock(block: Block, view: View): Markup {
  switch (block.kind) {
    case 'markdown':
      return html`<div class="${block.leads === true ? 'prose leads' : 'prose'}"${block.lang === 'fr' && view.french}>${renderMarkdown(block.text)}</div>`;
    case 'heading':
      return html`<h3>${renderInline(block.text)}</h3>`;
    case 'quote':
      return html`<blockquote class="leaving"${view.french}>${block.text}</blockquote>`;
    case 'facts':
      return html`<dl class="facts">${block.facts.map(renderFact)}</dl>`;
    case 'cited':
      return html`<p class="cited">${block.places.map((place) => html`${renderPlace(place, view)} · `)}${block.note}</p>`;
    case 'sources':
      return html`<footer class="sources"><h3>${block.title}</h3><ul class="source-list">${block.sources.map((one) => renderSource(one, view))}</ul></footer>`;
    case 'talk':
      return html`<ol class="talk">${block.lines.map((line) => renderLine(line, view))}</ol>`;
    case 'notice':
      if (block.tone === 'quiet') return html`<p class="aside">${block.text}</p>`;
      return html`<p class="notice" role="${block.tone === 'good' ? 'status' : 'alert'}">${block.text}</p>`;
    case 'steps':
      return html`<ol>${block.steps.map(({ label, is }) => html`<li class="is-${is}"${is === 'now' && html` aria-current="step"`}>${label}</li>`)}</ol>`;
    case 'file':
      return html`<p>${block.href === undefined ? block.label : html`<a href="${view.at(block.href)}" download="${block.name}">${block.label}</a>`}</p>`;
    case 'progress':
      return html`<p class="searching" role="status">${block.text}</p>`;
    case 'fold':
      return html`<details class="more" data-key="${block.id}"><summary>${block.label}</summary>${renderBlocks(block.blocks, view)}</details>`;
    case 'rows':
      return html`<ul class="rows">${block.rows.map((row) => renderRow(row, view))}</ul>`;
  }
}

function renderFact({ name, value }: Fact): Markup {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

function renderSource({ title, places }: SourceLine, view: View): Markup {
  return html`<li class="source"><cite${view.french}>${renderInline(title)}</cite> <span class="articles">${places.map((place) => renderPlace(place, view))}</span></li>`;
}

/** In a new tab, and saying so: the conversation lives in this page only. */
function renderPlace({ label, url }: SourceLine['places'][number], view: View): Markup {
  if (url === undefined || !url.startsWith('https://'))
    return html`<span class="article"${view.french}>${label}</span> `;
  return html`<a class="article" href="${url}" target="_blank" rel="external noopener noreferrer"><span${view.french}>${label}</span><span class="visually-hidden"> ${view.texts.web.newTab}</span></a> `;
}

function renderLine(line: TalkLine, view: View): Markup {
  if (line.kind === 'step') return html`<li class="step-line"><span${view.french}>${line.text}</span> ${line.at}</li>`;
  return html`<li class="line"><p class="who">${line.who} ${line.at}</p><p class="line-text">${line.text}</p>${line.note !== undefined && html`<p class="aside">${line.note}</p>`}</li>`;
}

/** What can be opened, or asked, is known by its own words; what is done with a thing stands under it. */
function renderRow({ title, note, act }: Row, view: View): Markup {
  const href = act && hrefOf(act);
  const name = html`<span class="row-question"${view.french}>${title}</span>`;
  const facts = note !== undefined && html`<span class="row-facts">${note}</span>`;
  if (act?.verb === 'say' && href === undefined)
    return html`<li><button class="choice-button" form="ask" formnovalidate name="${sayName(act.value)}" value="${act.value.text}"><span>${name} ${facts}</span></button></li>`;
  if (act === undefined || href === undefined)
    return html`<li>${name} ${facts} ${act !== undefined && renderActs([act], view)}</li>`;
  return html`<li><a href="${view.at(href)}"${view.french}>${view.say(title)}</a> ${facts}</li>`;
}
