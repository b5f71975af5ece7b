import type { Nodes, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

/**
 * A text of the assistant's own in Markdown, as words alone: no stars nor hashes, one line a list item, and of a link its words.
 * Paragraphs stay apart. A text without markup comes back as it is, but for blank lines; so does one that is not read as
 * Markdown: longer than an answer or a message may be, or a list within a list within a list without end. Pure; never throws.
 */
export function plainMarkdown(text: string): string {
  if (text.length > LONGEST || NESTED.test(text)) return text.trim();
  return blocksOf(fromMarkdown(text).children).trim();
}

const LONGEST = 10_000;
/** Sixteen marks of a quotation or a list in a row: reading them takes the square of their number, and a stack as deep. */
const NESTED = /^[ \t]*(?:(?:>|(?:[-+*]|\d{1,9}[.)])[ \t])[ \t]*){16}/m;

const blocksOf = (nodes: readonly RootContent[]): string => nodes.map(plainNode).filter(Boolean).join('\n\n');

/** One piece of it, as words alone. */
export function plainNode(node: RootContent): string {
  switch (node.type) {
    case 'list':
      return node.children
        .map((item, at) => `${node.ordered ? `${(node.start ?? 1) + at}.` : '-'} ${indent(blocksOf(item.children))}`)
        .join('\n');
    case 'blockquote':
      return blocksOf(node.children);
    case 'code':
      return node.value;
    default:
      return inlineOf(node);
  }
}

const indent = (text: string): string => text.replace(/\n+/g, '\n  ');

function inlineOf(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if ('alt' in node) return node.alt ?? '';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(inlineOf).join('') : '';
}
