import type { LintFinding } from '../../../src/rewording/port/rewording.ts';
import { html, type Markup } from '../html.ts';
import { colon, type View } from '../view.ts';
import type { FindingMark } from './marks.ts';
import { renderArticles } from './words.ts';

/** Where the remarks stand in the text, numbered in its order. */
export function findingMarks(findings: readonly LintFinding[], { texts }: View): readonly FindingMark[] {
  const { finding, lint } = texts.rewording;
  return inOrder(findings).map(({ span, code }, index) => ({
    span,
    number: index + 1,
    name: `${finding(index + 1)}, ${lint[code]}`,
  }));
}

/** The remarks as the notes of a page: what is at stake, where it is written, and what to write instead. */
export function renderFindings(findings: readonly LintFinding[], source: string, view: View): Markup | undefined {
  const { texts, french, say } = view;
  const { rewording } = texts;
  if (findings.length === 0) return undefined;
  return html`<section class="notes" aria-labelledby="findings-title"><h3 id="findings-title">${rewording.findings(findings.length)}</h3>
    <ol class="findings">${inOrder(findings).map(
      ({ code, span, message, suggestion, articles }, index) =>
        html`<li class="finding" id="finding-${index + 1}" tabindex="-1">
      <p class="finding-name"><span class="number" aria-hidden="true">${index + 1}</span> <strong>${rewording.lint[code]}</strong></p>
      <div class="finding-text">
        <p><a class="quoted" href="#at-${index + 1}"${french}>«\u00a0${source.slice(...span)}\u00a0»<span class="visually-hidden" lang="${view.language}">, ${rewording.toText}</span></a></p>
        <p${french}>${say(message)} ${renderArticles(articles, view)}</p>
        ${suggestion !== '' && html`<p class="instead"><b>${rewording.instead}${colon(view)}</b> <span${french}>${say(suggestion)}</span></p>`}
      </div>
    </li>`,
    )}</ol></section>`;
}

function inOrder(findings: readonly LintFinding[]): readonly LintFinding[] {
  return findings.toSorted((one, other) => one.span[0] - other.span[0] || one.span[1] - other.span[1]);
}
