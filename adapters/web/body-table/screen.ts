import { type BoxFault, ROW_BOXES, type RowBox, type RowBoxes } from '../../../src/bodies/port/row-boxes.ts';
import type { ContractWarning, OwnTable, TableRow } from '../../../src/bodies/port/tables.ts';
import { frenchDate } from '../../../src/days/iso-date.ts';
import { bodiesTexts } from '../../../src/text/bodies-texts.ts';
import { html, type Markup } from '../html.ts';
import type { View } from '../view.ts';

const { page: texts, columns } = bodiesTexts;

export const TABLE_PATH = '/nos-marches';

interface Said {
  readonly notice?: string | undefined;
  readonly fault?: string | undefined;
}

export function renderTable({ body, rows, asOf, by, keeps }: OwnTable, view: View, { notice, fault }: Said): Markup {
  const contracts = rows.filter(({ row }) => row.contract !== undefined).length;
  const watched = rows.filter(({ warnings }) => warnings.length > 0);
  return html`<div class="head"${view.french}><h2 data-focus tabindex="-1">${texts.title}</h2>
    <p class="intro">${rows.length === 0 || asOf === undefined ? texts.empty(body) : texts.count(rows.length, contracts, frenchDate(asOf))}${by !== undefined && rows.length > 0 && html` ${texts.changedBy(by)}`}</p></div>
    <div${view.french}>${notice !== undefined && html`<p class="notice" role="status">${notice}</p>`}
    ${fault !== undefined && html`<p class="failure" role="alert">${fault}</p>`}
    ${watched.length > 0 && html`<section aria-labelledby="watch"><h3 id="watch">${texts.watch}</h3><ul class="states">${watched.map(renderWatched)}</ul></section>`}
    ${keeps ? html`<p class="gestures"><a class="link-button" href="${view.at(`${TABLE_PATH}/ligne`)}">${texts.add}</a></p>` : rows.length > 0 && html`<p>${texts.readOnly}</p>`}
    ${rows.length > 0 && html`<ul class="rows">${rows.map((one) => renderRow(one, keeps, view))}</ul>`}
    ${renderFiles(keeps, rows.length > 0, view)}</div>`;
}

function renderWatched(one: TableRow): Markup {
  const said = one.warnings.map((warning) => sayWarning(warning, one)).join(' ; ');
  return html`<li><a href="#l-${one.id}">${one.row.contract?.title ?? ''}</a> : ${said}</li>`;
}

function sayWarning(warning: ContractWarning, { row, sums }: TableRow): string {
  return warning === 'over' || warning === 'ending'
    ? texts.warnings[warning](frenchDate(row.contract?.until ?? ''))
    : texts.warnings[warning](sums?.used ?? '', sums?.ceiling ?? '');
}

function renderRow(one: TableRow, keeps: boolean, view: View): Markup {
  const { id, row, warnings, sums } = one;
  const { family, contract, cpv } = row;
  const name = nameOf(row);
  const said = sums && (sums.used === undefined ? texts.ceiling(sums.ceiling) : texts.used(sums.used, sums.ceiling));
  return html`<li id="l-${id}"><div class="row-question"><p><strong>${name}</strong>${contract !== undefined && html` <span class="aside">${texts.until(contract.holder, frenchDate(contract.until))}</span>`}</p>
    <p>${whoOf(row)}</p>
    ${contract !== undefined && family !== undefined && html`<p class="aside">${family === '*' ? texts.rest : family}</p>`}
    ${contract?.covers !== undefined && html`<p class="aside">${texts.covers(contract.covers)}</p>`}
    ${contract?.excludes !== undefined && html`<p class="aside">${texts.excludes(contract.excludes)}</p>`}
    ${contract?.howToOrder !== undefined && html`<p class="aside">${texts.howTo(contract.howToOrder)}</p>`}
    ${(said !== undefined || cpv.length > 0) && html`<p class="aside">${said} ${cpv.length > 0 && html`CPV ${cpv.join(', ')}`}</p>`}</div>
    <p class="row-facts">${warnings.map((warning) => html`<span class="badge">${sayWarning(warning, one)}</span>`)}${keeps && html`<a href="${view.at(`${TABLE_PATH}/ligne/${id}`)}" aria-label="${texts.editOf(name)}">${texts.edit}</a>`}</p></li>`;
}

function nameOf({ family, contract, cpv }: TableRow['row']): string {
  const said = contract?.title ?? family ?? cpv.join(', ');
  return said === '*' ? texts.rest : said;
}

function whoOf({ buyer, team, substitute }: TableRow['row']): string {
  const [first = texts.nobody, second] = [buyer, team].filter((one) => one !== undefined);
  const who = second === undefined ? first : `${first} (${second})`;
  return substitute === undefined ? who : `${who} ; ${texts.inAbsence(substitute)}`;
}

function renderFiles(keeps: boolean, isThere: boolean, view: View): Markup | false {
  if (!keeps && !isThere) return false;
  const way = (name: 'merge' | 'replace') =>
    html`<li><label><input type="radio" name="way" value="${name}"${name === 'merge' && html` checked`}><span class="mask-said">${texts.ways[name]}</span></label></li>`;
  return html`<section class="sheet" aria-labelledby="files"><h3 id="files">${texts.files}</h3>
    ${isThere && html`<p class="gestures"><a href="${view.at(`${TABLE_PATH}/table.csv`)}" download>${texts.csv}</a> <a href="${view.at(`${TABLE_PATH}/table.xlsx`)}" download>${texts.xlsx}</a></p>`}
    ${
      keeps &&
      html`<form method="post" enctype="multipart/form-data" action="${view.at(`${TABLE_PATH}/import`)}">
      <label class="field-name" for="file">${texts.file}</label><p class="aside" id="file-hint">${texts.fileHint}</p>
      <input type="file" id="file" name="file" required accept=".csv,.xlsx,.json,.xml" aria-describedby="file-hint">
      <fieldset class="masks"><legend class="field-name">${texts.way}</legend><ul>${way('merge')}${way('replace')}</ul></fieldset>
      <button class="plain">${texts.look}</button></form>`
    }</section>`;
}

export interface RowForm {
  /** The row that it takes the place of. */
  readonly was: string | undefined;
  readonly typed: RowBoxes;
  readonly faults: readonly BoxFault[];
  readonly notice?: string | undefined;
}

export function renderRowForm({ was, typed, faults, notice }: RowForm, view: View): Markup {
  return html`<div${view.french}><p class="crumb"><a href="${view.at(TABLE_PATH)}">${texts.title}</a></p>
    <h2 data-focus tabindex="-1">${was === undefined ? texts.add : texts.one}</h2>
    ${notice !== undefined && html`<p class="notice" role="alert">${notice}</p>`}
    <form class="calculator" method="post" action="${view.at(`${TABLE_PATH}/ligne`)}">
    ${was !== undefined && html`<input type="hidden" name="was" value="${was}">`}${renderBoxes('', typed, faults)}
    <p class="acts"><button class="send">${texts.save}</button> <a href="${view.at(TABLE_PATH)}">${texts.back}</a></p></form>
    ${was !== undefined && html`<details class="more"><summary>${texts.remove}</summary><form method="post" action="${view.at(`${TABLE_PATH}/retirer`)}"><p>${texts.removeHint}</p><input type="hidden" name="was" value="${was}"><button class="plain">${texts.removeSure}</button></form></details>`}</div>`;
}

const OF_WHO: ReadonlySet<RowBox> = new Set(['family', 'cpv', 'buyer', 'team', 'substitute']);

/** @param prefix of ids, where a page has several of them */
export function renderBoxes(prefix: string, typed: RowBoxes, faults: readonly BoxFault[]): Markup {
  const boxes = (ofWho: boolean) =>
    ROW_BOXES.filter((name) => OF_WHO.has(name) === ofWho).map((name) => renderBox(prefix + name, name, typed, faults));
  return html`<fieldset class="masks"><legend>${texts.who}</legend>${boxes(true)}</fieldset>
    <fieldset class="masks"><legend>${texts.contract}</legend>${boxes(false)}</fieldset>`;
}

function renderBox(id: string, name: RowBox, typed: RowBoxes, faults: readonly BoxFault[]): Markup {
  const said = faults.filter(({ column }) => column === columns[name]).map(({ message }) => message);
  const hint = texts.hints[name];
  const about = [...(hint === '' ? [] : [`${id}-hint`]), ...(said.length === 0 ? [] : [`${id}-fault`])].join(' ');
  const described = html`${about !== '' && html` aria-describedby="${about}"`}${said.length > 0 && html` aria-invalid="true"`}`;
  return html`<label class="field-name" for="${id}">${texts.labels[name]}</label>${hint !== '' && html`<p class="aside" id="${id}-hint">${hint}</p>`}
    ${said.length > 0 && html`<p class="form-fault" id="${id}-fault">${said.join(' ; ')}</p>`}
    <input id="${id}" name="${name}" type="text" maxlength="600" value="${typed[name] ?? ''}"${(name === 'ceiling' || name === 'used') && html` inputmode="decimal"`} autocomplete="off"${described}>`;
}
