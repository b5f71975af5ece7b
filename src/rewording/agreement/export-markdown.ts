import { assertNever } from '../../result.ts';
import type { Language } from '../../vocabulary/people.ts';
import type { AgreementView } from '../port/agreement.ts';
import { type Block, createFiche } from './fiche.ts';

/** The fiche as Markdown (CommonMark with GitHub's tables): what people typed is text there, never a link, a heading or HTML. */
export function exportMarkdown(view: AgreementView, language: Language): string {
  const { title, subject, state, texts, blocks } = createFiche(view, language);
  const head = [`# ${inline(title)}`, ...(subject === undefined ? [] : [`**${inline(subject)}**`])];
  const parts = [...head, `**${inline(`${texts.state.name}${language === 'fr' ? '\u00a0' : ''}:`)}** ${inline(state)}`];
  return `${[...parts, ...blocks.map(blockMarkdown)].join('\n\n')}\n`;
}

function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${inline(block.text)}`;
    case 'note':
      return inline(block.text);
    case 'list':
      return block.items.map((item) => `- ${inline(item)}`).join('\n');
    case 'quote':
      return quote(block.text);
    case 'table': {
      const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
      const rows = block.rows.map((cells) => row(cells.map((lines) => lines.map(inline).join('\u00a0; '))));
      return [row(block.columns.map(inline)), row(block.columns.map(() => '---')), ...rows].join('\n');
    }
    default:
      return assertNever(block);
  }
}

/** Line by line, the last but one ending in a hard break; blank lines part paragraphs. */
function quote(text: string): string {
  const lines = text.split(LINE_END).map(inline);
  return lines
    .map((line, index) => (line === '' ? '>' : `> ${line}${(lines[index + 1] ?? '') === '' ? '' : '\\'}`))
    .join('\n');
}

const LINE_END = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/;

/** On one line, with a backslash before whatever Markdown or GitHub's autolinks would take for their own. */
function inline(text: string): string {
  return text
    .split(LINE_END)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ')
    .replace(/[\p{Cc}\p{Cs}]/gu, '')
    .replace(/[\\`*_[\]<>|~&!#@$]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/(?<=www)\./gi, '\\.')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}
