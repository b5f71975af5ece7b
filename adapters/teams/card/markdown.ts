import type { List, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { clean } from '../../../src/french/clean.ts';
import { plainNode } from '../../../src/french/plain-markdown.ts';
import { createLatest } from '../../../src/latest.ts';
import { type Element, heading, type RichTextBlock, type TextRun } from './elements.ts';

type Style = Omit<TextRun, 'type' | 'text'>;

/** The same fiches are shown over and over: their reading is kept. */
const KEPT = 1_000;
const LONGEST_KEPT = 6_000;
const LONGEST_URL = 1_000;
const kept = createLatest<readonly Element[]>(KEPT);

/**
 * Our Markdown as elements of a card. Everything but plain lists stands in runs, which clients show as they are: whatever a
 * person wrote in it can be no mention, link or markup of theirs. HTML and images stay text.
 */
export function richText(markdown: string): readonly Element[] {
  const known = kept.get(markdown);
  if (known !== undefined) return known;
  const fresh = fromMarkdown(clean(markdown)).children.flatMap(elementsOf);
  if (markdown.length <= LONGEST_KEPT) kept.set(markdown, fresh);
  return fresh;
}

/** A person's own words, verbatim: one block a paragraph. */
export function ownWords(text: string, style: Style = {}): readonly RichTextBlock[] {
  const said = clean(text).trim();
  const paragraphs = said === '' ? ['\u00a0'] : said.split(/\n{2,}/);
  return paragraphs.map((paragraph) => ({ type: 'RichTextBlock', inlines: [run(paragraph, style)] }));
}

function elementsOf(node: RootContent): readonly Element[] {
  switch (node.type) {
    case 'paragraph':
      return [block(node.children.flatMap((child) => inline(child, {})))];
    case 'heading':
      return [heading(plainNode(node))];
    case 'list':
      return listElements(node);
    case 'blockquote':
      return [{ type: 'Container', style: 'emphasis', items: node.children.flatMap(elementsOf) }];
    case 'code':
      return node.value === '' ? [] : [block([run(node.value, { fontType: 'Monospace' })])];
    case 'html':
      return [block([run(node.value, {})])];
    default:
      return [];
  }
}

/** A list that screen readers know as one where its words allow it; else a line each, as it stands. */
function listElements(list: List): readonly Element[] {
  const { ordered, start } = list;
  const plain = list.children.every(({ children }) => children.every((child) => child.type === 'paragraph'));
  const mark = (index: number) => (ordered === true ? `${(start ?? 1) + index}.` : '-');
  const items = list.children.map(({ children }) => children.map(simpleMarkdown).join(' '));
  if (plain && items.every((item) => item !== undefined && !item.includes('\ufffc')))
    return [{ type: 'TextBlock', wrap: true, text: items.map((item, index) => `${mark(index)} ${item}`).join('\n') }];
  return list.children.flatMap(({ children }, index) =>
    children.flatMap((child, at) => {
      const before = at === 0 ? run(ordered === true ? `${mark(index)} ` : '•\u00a0', {}) : undefined;
      const inside =
        child.type === 'paragraph' ? child.children.flatMap((one) => inline(one, {})) : [run(plainNode(child), {})];
      return inside.length === 0 ? [] : [block(before === undefined ? inside : [before, ...inside])];
    }),
  );
}

/** Markdown that every client reads alike; U+FFFC where it would need escaping, which they do not. */
function simpleMarkdown(node: RootContent): string {
  if (node.type !== 'paragraph') return '\ufffc';
  return node.children.map(simpleInline).join('');
}

function simpleInline(node: PhrasingContent): string {
  switch (node.type) {
    case 'text':
      return /[\\`*_[\]<>~#|\n]/.test(node.value) ? '\ufffc' : node.value;
    case 'strong':
      return `**${node.children.map(simpleInline).join('')}**`;
    case 'emphasis':
      return `_${node.children.map(simpleInline).join('')}_`;
    default:
      return '\ufffc';
  }
}

function inline(node: PhrasingContent, style: Style): readonly TextRun[] {
  switch (node.type) {
    case 'text':
    case 'html':
      return [run(node.value, style)];
    case 'strong':
      return node.children.flatMap((child) => inline(child, { ...style, weight: 'Bolder' }));
    case 'emphasis':
      return node.children.flatMap((child) => inline(child, { ...style, italic: true }));
    case 'inlineCode':
      return [run(node.value, { ...style, fontType: 'Monospace' })];
    case 'break':
      return [run('\n', style)];
    case 'link': {
      const title = plainNode(node) || node.url;
      if (!/^https:\/\//.test(node.url) || node.url.length > LONGEST_URL) return [run(title, style)];
      return [
        run(title, { ...style, color: 'Accent', selectAction: { type: 'Action.OpenUrl', title, url: node.url } }),
      ];
    }
    default:
      return [run(plainNode(node), style)];
  }
}

function run(text: string, style: Style): TextRun {
  return { type: 'TextRun', text, ...style };
}

/** No client takes a block without text. */
function block(runs: readonly TextRun[]): RichTextBlock {
  const said = runs.filter(({ text }) => text !== '');
  return { type: 'RichTextBlock', inlines: said.length === 0 ? [run('\u00a0', {})] : said };
}
