import type { PurchaseRow } from '../purchases/port/purchasing.ts';
import { purchaseSheetTexts } from '../text/purchase-sheet-texts.ts';
import { purchaseTexts } from '../text/purchase-texts.ts';
import type { Language } from '../vocabulary/people.ts';
import { makeScreen, markdown, notice, told } from './make.ts';
import { type Setting, sayStands } from './purchase.ts';
import { LONGEST, THREAD_BOX } from './purchase-boxes.ts';
import type { Act, Form, Row, Screen } from './screen.ts';

/** Characters. */
const LONGEST_LETTER = 6_000;

export function wordsForm(language: Language): Form {
  const { begin, needed } = purchaseTexts[language];
  return {
    title: begin.title,
    fields: [
      {
        kind: 'text',
        name: THREAD_BOX.words,
        label: begin.box,
        hint: begin.hint,
        max: LONGEST,
        multiline: true,
        required: needed,
      },
    ],
    submit: begin.go,
  };
}

function beginAct(language: Language): Act {
  const { begin } = purchaseTexts[language];
  return { verb: 'purchase', value: {}, label: begin.title, look: 'primary', needs: wordsForm(language) };
}

/** To one's counterpart, about a purchase that matters: what was understood of it is shown before it leaves. */
export function letterForm(language: Language): Form {
  const { letter, letterBox, letterHint, letterGo } = purchaseSheetTexts;
  const field = {
    kind: 'text',
    name: THREAD_BOX.words,
    label: letterBox,
    hint: letterHint,
    max: LONGEST_LETTER,
    multiline: true,
    required: purchaseTexts[language].needed,
  } as const;
  return { title: letter, fields: [field], submit: letterGo };
}

function letterAct(language: Language): Act {
  const needs = letterForm(language);
  return { verb: 'purchase', value: { as: 'letter' }, label: needs.title, look: 'plain', needs };
}

/** One's own demands; those that wait for their reader first. */
export function purchasesScreen(rows: readonly PurchaseRow[], setting: Setting): Screen {
  const { language } = setting;
  const says = purchaseTexts[language];
  const order = (row: PurchaseRow) => (row.stage === 'closed' ? 2 : row.waits === 'you' ? 0 : 1);
  const sorted = rows.toSorted((one, other) => order(one) - order(other));
  return makeScreen({
    ref: { view: 'purchase', key: '' },
    language,
    title: says.title,
    blocks: [
      ...told(setting.told),
      ...(rows.length === 0
        ? [markdown(says.none)]
        : [{ kind: 'rows', rows: sorted.map((row) => rowOf(row, language)) } as const]),
    ],
    acts: [beginAct(language), letterAct(language)],
  });
}

function rowOf(row: PurchaseRow, language: Language): Row {
  const { open } = purchaseTexts[language];
  return {
    title: row.title,
    note: sayStands(row, language),
    act: { verb: 'purchase_open', value: { purchase: row.id }, label: `${open}\u00a0: ${row.title}`, look: 'plain' },
  };
}

/** «où en est ma demande ?», one line each. */
export function whereScreen(rows: readonly PurchaseRow[], language: Language): Screen {
  const { where } = purchaseTexts[language];
  const [only, ...others] = rows;
  if (only === undefined)
    return makeScreen({
      ref: { view: 'note', key: '' },
      language,
      blocks: [markdown(where.none)],
      acts: [beginAct(language)],
    });
  if (others.length > 0)
    return makeScreen({
      ref: { view: 'purchase', key: '' },
      language,
      blocks: [{ kind: 'rows', rows: rows.map((row) => rowOf(row, language)) }],
    });
  const said = where.one(only.title, sayStands(only, language));
  return makeScreen({
    ref: { view: 'purchase', key: only.id },
    language,
    blocks: notice(said),
    acts: [{ verb: 'purchase_open', value: { purchase: only.id }, label: purchaseTexts[language].open, look: 'plain' }],
    said,
  });
}
