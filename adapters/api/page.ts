import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { OPERATIONS, type Operation } from '../../src/calls/port/calls.ts';
import { frenchTypography } from '../../src/french/typography.ts';
import { ownValue } from '../../src/own-value.ts';
import type { RawReply } from '../../src/platform.ts';
import { apiTexts as texts } from '../../src/text/api-texts.ts';
import { STATUS } from './problem.ts';

/** A small page that lists the operations and tries them: nothing from elsewhere, nothing inline. */
export function pageReply(): RawReply {
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: PAGE };
}

export function scriptReply(): RawReply {
  return { status: 200, headers: { 'content-type': 'text/javascript; charset=utf-8' }, body: read('essai.js') };
}

export function styleReply(): RawReply {
  return { status: 200, headers: { 'content-type': 'text/css; charset=utf-8' }, body: read('essai.css') };
}

function read(name: string): string {
  return readFileSync(fileURLToPath(new URL(`assets/${name}`, import.meta.url)), 'utf8');
}

const say = (text: string): string => escaped(frenchTypography(text));

/** Texts of ours alone stand here; they are escaped all the same. */
function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** What is tried first of each operation. */
const EXAMPLES: Readonly<Record<keyof typeof OPERATIONS, object>> = {
  ask: { text: 'Quel délai de standstill ?', role: 'acheteur' },
  reword: { direction: 'to_buyer', text: 'Il nous faut 12 fauteuils pour la médiathèque avant septembre, 6 000 € HT.' },
  lint: { text: 'Fourniture de 20 ordinateurs Dell, prix seul critère.' },
  fidelity: { source: 'Livraison le 12 mars.', target: 'Livraison le 13 mars.' },
  rules: { goal: 'procedure', situation: { acheteur: 'collectivite', nature: 'fournitures', montant_ht: 45_000 } },
  nextQuestion: { goal: 'procedure', situation: { montant_ht: 45_000 } },
  lexicon: { text: 'on veut un bon de commande', from: 'service' },
  article: { article: 'R2122-8' },
  figures: { about: 'dispense' },
  figure: { key: 'seuil.dispense.travaux' },
  changes: { from: '2026-01-01', to: '2027-12-31' },
};

const PAGE = `<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say(texts.title)}</title><link rel="stylesheet" href="/api/v1/essai.css"><script type="module" src="/api/v1/essai.js"></script></head>
<body><main>
<h1>${say(texts.title)}</h1>
<p>${say(texts.intro)} <a href="/api/v1/openapi.json">${say(texts.description)}</a></p>
<p><label for="key">${say(texts.key)}</label> <input id="key" type="password" autocomplete="off" aria-describedby="key-hint"> <span id="key-hint">${say(texts.keyHint)}</span></p>
<noscript><p>${say(texts.noScript)}</p></noscript>
${Object.entries(OPERATIONS).map(operationForm).join('\n')}
<h2>${say(texts.problems)}</h2>
<dl>${Object.entries(STATUS)
  .map(
    ([kind, status]) =>
      `<dt id="${kind}">${status} <code>${kind}</code></dt><dd>${say(ownValue(texts.problem, kind) ?? '')}</dd>`,
  )
  .join('')}</dl>
<template id="failed">${say(texts.failed)}</template>
</main></body>
</html>
`;

function operationForm([name, { method, path, scope, fields }]: [string, Operation]): string {
  const example = ownValue<object>(EXAMPLES, name) ?? {};
  const title = say(ownValue(texts.operations, name) ?? '');
  const field = (one: string) => {
    const value = String(Reflect.get(example, one) ?? '');
    return `<label for="${name}-${one}">${one}</label> <input id="${name}-${one}" name="${one}" value="${escaped(value)}">`;
  };
  const inputs =
    method === 'POST'
      ? `<label for="${name}-body">${say(texts.body)}</label><textarea id="${name}-body" rows="6" spellcheck="false">${escaped(JSON.stringify(example, null, 2))}</textarea>`
      : Object.keys(fields.shape).map(field).join(' ');
  return `<details><summary><strong>${title}</strong> <code>${method} ${escaped(path)}</code></summary>
<p>${say(texts.needs)} <code>${scope}</code> (${say(texts.scopes[scope])})</p>
<form data-method="${method}" data-path="${escaped(path)}">${inputs}<button>${say(texts.send)}</button></form>
<p class="status" role="status"></p><pre tabindex="0" aria-label="${say(texts.reply)}" hidden></pre></details>`;
}
