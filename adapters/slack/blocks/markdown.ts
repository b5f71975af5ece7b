import type { RichTextBlock, RichTextElement, RichTextSection } from '@slack/types';
import type { PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { cleanText } from '../../../src/french/clean.ts';
import { plainNode } from '../../../src/french/plain-markdown.ts';
import { createLatest } from '../../../src/latest.ts';
import { cutText, NOTHING, shorten } from './clean.ts';
import { LIMITS } from './limits.ts';

type Element = RichTextBlock['elements'][number];
interface Style {
  readonly bold?: true;
  readonly italic?: true;
  readonly code?: true;
}

/** The same fiches are shown over and over: their reading is kept, of all of them in both registers. */
const KEPT = 4_000;
const LONGEST_KEPT = 6_000;
const kept = createLatest<readonly RichTextBlock[]>(KEPT);

/**
 * Our Markdown as rich text, which Slack shows as it stands: whatever a person wrote in it can be no mention, link or markup
 * of theirs. Each block is within its limit; HTML and images stay text.
 */
export function richText(markdown: string): readonly RichTextBlock[] {
  const known = kept.get(markdown);
  if (known !== undefined) return known;
  const fresh = pack(spaced(fromMarkdown(markdown).children.flatMap(elementsOf)));
  if (markdown.length <= LONGEST_KEPT) kept.set(markdown, fresh);
  return fresh;
}

/** A person's own words, verbatim, behind a bar. */
export function quoteText(text: string): readonly RichTextBlock[] {
  return pack([{ type: 'rich_text_quote', elements: [textElement(cleanText(text) || NOTHING, {})] }]);
}

function elementsOf(node: RootContent): readonly Element[] {
  switch (node.type) {
    case 'paragraph':
      return [section(node.children.flatMap((child) => inline(child, {})))];
    case 'heading':
      return [section(node.children.flatMap((child) => inline(child, { bold: true })))];
    case 'list':
      return [
        {
          type: 'rich_text_list',
          style: node.ordered === true ? 'ordered' : 'bullet',
          elements: node.children.map((item) => section(itemInline(item.children))),
        },
      ];
    case 'blockquote':
      return [{ type: 'rich_text_quote', elements: [...section(itemInline(node.children)).elements] }];
    case 'code':
      return node.value === ''
        ? []
        : [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: node.value }] }];
    case 'html':
      return [section([textElement(node.value, {})])];
    default:
      return [];
  }
}

/** What stands in a list item or a quotation: its paragraphs, one after the other. */
function itemInline(children: readonly RootContent[]): readonly RichTextElement[] {
  return children.flatMap((child, index) => {
    const before: readonly RichTextElement[] = index === 0 ? [] : [textElement('\n', {})];
    if (child.type === 'paragraph') return [...before, ...child.children.flatMap((one) => inline(one, {}))];
    const text = plainNode(child);
    return text === '' ? [] : [...before, textElement(text, {})];
  });
}

function inline(node: PhrasingContent, style: Style): readonly RichTextElement[] {
  switch (node.type) {
    case 'text':
    case 'html':
      return [textElement(node.value, style)];
    case 'strong':
      return node.children.flatMap((child) => inline(child, { ...style, bold: true }));
    case 'emphasis':
      return node.children.flatMap((child) => inline(child, { ...style, italic: true }));
    case 'inlineCode':
      return [textElement(node.value, { ...style, code: true })];
    case 'break':
      return [textElement('\n', style)];
    case 'link':
      return /^https:\/\//.test(node.url) && node.url.length <= LIMITS.richText / 2
        ? [
            {
              type: 'link',
              url: node.url,
              text: shorten(plainNode(node) || node.url, LIMITS.richText / 2),
              ...styled(style),
            },
          ]
        : node.children.flatMap((child) => inline(child, style));
    default:
      return [textElement(plainNode(node), style)];
  }
}

function textElement(text: string, style: Style): RichTextElement {
  return { type: 'text', text, ...styled(style) };
}

function styled(style: Style): { readonly style?: Style } {
  return Object.keys(style).length === 0 ? {} : { style };
}

/** Slack takes no element without text. */
function section(elements: readonly RichTextElement[]): RichTextSection {
  const said = elements.filter((one) => one.type !== 'text' || one.text !== '');
  return { type: 'rich_text_section', elements: said.length === 0 ? [textElement(NOTHING, {})] : [...said] };
}

/** Slack sets sections one under the other: a blank line between paragraphs is a line break more. */
function spaced(elements: readonly Element[]): readonly Element[] {
  return elements.map((element, index) => {
    if (element.type !== 'rich_text_section') return element;
    const [before, after] = [elements[index - 1]?.type, elements[index + 1]?.type];
    const above = before === 'rich_text_list' ? [textElement('\n', {})] : [];
    const below = after === 'rich_text_section' ? [textElement('\n', {})] : [];
    return { ...element, elements: [...above, ...element.elements, ...below] };
  });
}

/** As many blocks as the text takes, each within the limit; nothing is left out. */
function pack(elements: readonly Element[]): readonly RichTextBlock[] {
  const blocks: Element[][] = [];
  let room = 0;
  for (const element of elements.flatMap(cutElement)) {
    const size = sizeOf(element);
    if (blocks.length === 0 || size > room) {
      blocks.push([]);
      room = LIMITS.richText;
    }
    blocks.at(-1)?.push(element);
    room -= size;
  }
  return blocks.map((some) => ({ type: 'rich_text', elements: some }));
}

/** The same element in pieces that each fit a block. */
function cutElement(element: Element): readonly Element[] {
  if (sizeOf(element) <= LIMITS.richText) return [element];
  switch (element.type) {
    case 'rich_text_section':
    case 'rich_text_quote':
      return gather(element.elements.flatMap(cutInline)).map((elements) => ({ ...element, elements }));
    case 'rich_text_list':
      return element.elements.flatMap((item) =>
        gather(item.elements.flatMap(cutInline)).map((elements) => ({
          ...element,
          elements: [{ type: 'rich_text_section' as const, elements }],
        })),
      );
    case 'rich_text_preformatted':
      return element.elements
        .flatMap((one) => (one.type === 'text' ? cutText(one.text, LIMITS.richText) : [one.text ?? one.url]))
        .map((text) => ({ ...element, elements: [{ type: 'text' as const, text }] }));
  }
}

function gather(elements: readonly RichTextElement[]): RichTextElement[][] {
  const groups: RichTextElement[][] = [];
  let room = 0;
  for (const element of elements) {
    const size = inlineSize(element);
    if (groups.length === 0 || size > room) {
      groups.push([]);
      room = LIMITS.richText;
    }
    groups.at(-1)?.push(element);
    room -= size;
  }
  return groups;
}

function cutInline(element: RichTextElement): readonly RichTextElement[] {
  return element.type === 'text'
    ? cutText(element.text, LIMITS.richText).map((text) => ({ ...element, text }))
    : [element];
}

/** Characters that a block shows or carries. */
function sizeOf(element: Element): number {
  if (element.type !== 'rich_text_list') return sum(element.elements.map(inlineSize));
  return sum(element.elements.flatMap((item) => item.elements.map(inlineSize)));
}

function inlineSize(element: RichTextElement): number {
  if (element.type === 'text') return element.text.length;
  return element.type === 'link' ? element.url.length + (element.text?.length ?? 0) : 0;
}

const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0);
