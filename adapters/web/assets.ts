import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { html, type Markup, trusted } from './html.ts';

const TYPES = new Map([
  ['css', 'text/css; charset=utf-8'],
  ['js', 'text/javascript; charset=utf-8'],
  ['svg', 'image/svg+xml'],
]);

const NAMES = [
  'app.css',
  'card.css',
  'rewording.css',
  'agreement.css',
  'handoff.css',
  'training.css',
  'app.js',
  'rewording.js',
  'handoff.js',
  'logo.svg',
  'favicon.svg',
] as const;
export type AssetName = (typeof NAMES)[number];

interface Asset {
  readonly path: string;
  readonly type: string;
  readonly text: string;
}

export interface Assets {
  readonly all: readonly Asset[];
  /** The address with a mark of the content: a browser keeps a file for good and still sees a new version at once. */
  readonly href: (name: AssetName) => string;
  /** The logo as part of the page, where it takes the colours of the text around it. */
  readonly logo: Markup;
}

/** Reads the page's own files once, at start. @throws when one is missing */
export function readAssets(): Assets {
  const texts = new Map(NAMES.map((name) => [name, readFileSync(new URL(`assets/${name}`, import.meta.url), 'utf8')]));
  const text = (name: AssetName): string => texts.get(name) ?? '';
  const marks = new Map(
    NAMES.map((name) => [name, createHash('sha256').update(text(name)).digest('hex').slice(0, 10)]),
  );
  return {
    all: NAMES.map((name) => ({
      path: `/assets/${name}`,
      type: TYPES.get(name.slice(name.lastIndexOf('.') + 1)) ?? 'application/octet-stream',
      text: text(name),
    })),
    href: (name) => `/assets/${name}?v=${marks.get(name)}`,
    logo: html`<span class="logo" aria-hidden="true">${trusted(text('logo.svg'))}</span>`,
  };
}
