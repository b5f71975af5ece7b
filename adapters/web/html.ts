import { ownValue } from '../../src/own-value.ts';

const MARKUP = Symbol('markup');

/** HTML that is safe to send: only `html` and `trusted` make it, so that a plain string is always text. */
export interface Markup {
  readonly [MARKUP]: string;
}

type Part = Markup | string | number | undefined | false | readonly Part[];

/** A template whose holes are escaped, unless they hold markup; arrays are joined; `undefined` and `false` show nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return trusted(strings.map((string, index) => string + show(parts[index])).join(''));
}

/** For text that is already HTML: rendered Markdown and our own files. Never for what a person typed. */
export function trusted(text: string): Markup {
  return { [MARKUP]: text };
}

export function toText(markup: Markup): string {
  return markup[MARKUP];
}

function show(part: Part): string {
  if (part === undefined || part === false) return '';
  if (typeof part === 'string') return escapeHtml(part);
  if (typeof part === 'number') return String(part);
  return MARKUP in part ? part[MARKUP] : part.map(show).join('');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ownValue(ESCAPES, character) ?? character);
}
