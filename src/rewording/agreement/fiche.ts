import { assertNever } from '../../result.ts';
import { interviewTexts } from '../../text/interview-texts.ts';
import { type ExportTexts, exportTexts } from '../../text/rewording-export.ts';
import type { Language, Role } from '../../vocabulary/people.ts';
import { SLOTS, type Slot } from '../../vocabulary/rewording.ts';
import { amendForm } from '../form/amend-form.ts';
import type { AgreedNeed, AgreementEvent, AgreementView } from '../port/agreement.ts';
import type { FormLine } from '../port/rewording.ts';
import { nameLine, pointsOf } from '../port/say-form.ts';

/** The lines of a cell. */
type Cell = readonly string[];

/** What an exported brief is made of, before Markdown or DOCX: plain text throughout, nothing of it is markup. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** The first row names the columns and the first cell of each row names the row. */
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly Cell[])[];
      /** Share of each column, in hundredths. */
      readonly widths: readonly number[];
    }
  /** Somebody's text, line by line. */
  | { readonly kind: 'quote'; readonly text: string };

export interface Fiche {
  readonly title: string;
  /** What is bought, in the person's words; undefined when that is not said. */
  readonly subject: string | undefined;
  readonly state: string;
  readonly texts: ExportTexts;
  readonly blocks: readonly Block[];
}

/** The *fiche d'expression du besoin*: the whole agreement as a buyer files it. */
export function createFiche(view: AgreementView, language: Language): Fiche {
  const texts = exportTexts[language];
  const subject = view.needs
    .flatMap((need) => need.slots.object?.said.map(({ value }) => value) ?? [])
    .join('\u00a0; ');
  const blocks = [
    ...partiesBlocks(view, texts),
    ...view.needs.flatMap((need, index) => needBlocks(need, index, view, texts)),
    ...pointBlocks(view, texts),
    ...sheetBlocks(view, texts, language),
    ...exchangesBlocks(view, texts),
    ...wordingsBlocks(view, texts),
    heading(1, texts.source),
    { kind: 'quote' as const, text: view.source },
    ...(view.direction === 'to_buyer'
      ? []
      : [heading(1, texts.rewording), { kind: 'quote' as const, text: view.text }]),
    ...historyBlocks(view, texts),
  ];
  return {
    title: texts.title[view.direction],
    subject: subject.trim() === '' ? undefined : subject,
    state: stateOf(view, texts),
    texts,
    blocks,
  };
}

function heading(level: 1 | 2, text: string): Block {
  return { kind: 'heading', level, text };
}

/** A table under its heading; nothing when it would have no row. */
function tableUnder(level: 1 | 2, of: Titled, rows: readonly (readonly Cell[])[], widths: readonly number[]): Block[] {
  if (rows.length === 0) return [];
  return [heading(level, of.heading), { kind: 'table', columns: of.columns, rows, widths }];
}

interface Titled {
  readonly heading: string;
  readonly columns: readonly string[];
}

const ROLES: readonly Role[] = ['prescriber', 'buyer'];

function stateOf({ status, acceptances }: AgreementView, texts: ExportTexts): string {
  switch (status.kind) {
    case 'open': {
      const waiting = ROLES.filter((role) => acceptances[role] === undefined).map((role) => texts.who[role]);
      return texts.state.open(waiting.join(texts.and));
    }
    case 'agreed':
      return texts.state.agreed(dayOf(status.at, texts));
    case 'withdrawn':
      return texts.state.withdrawn(dayOf(status.at, texts), texts.who[status.by]);
    default:
      return assertNever(status);
  }
}

function partiesBlocks(view: AgreementView, texts: ExportTexts): Block[] {
  const [opened] = view.history;
  const { given, notGiven, toComplete } = texts.parties;
  const rows = ROLES.map((role) => {
    const at = view.acceptances[role];
    return [[texts.side[role]], [toComplete], [at === undefined ? notGiven : given(instantOf(at, texts))]];
  });
  const origin = opened === undefined ? '' : `${texts.openedBy(dayOf(opened.at, texts), texts.who[opened.by])} `;
  return [
    { kind: 'note', text: `${origin}${texts.reference(view.id, view.version)}` },
    ...tableUnder(1, texts.parties, rows, [26, 34, 40]),
  ];
}

/** The form as it stands by now, then what is still missing. */
function needBlocks(need: AgreedNeed, index: number, view: AgreementView, texts: ExportTexts): Block[] {
  const questionFor = (slot: Slot): Cell => {
    const asked = view.questions.filter((question) => question.need === index && question.slot === slot);
    return asked.length === 0 ? [texts.missing.noQuestion] : asked.map(({ text }) => text);
  };
  const first = view.forms?.find((form) => form.need === index) ?? { need: index, lines: linesOf(need), unsaid: [] };
  // What is still missing has a table of its own.
  const form = { ...amendForm(first, need), unsaid: [] };
  const rows = form.lines.map((line) => [[nameLine(line, form)], ...lineCells(line, need, texts)]);
  return [
    heading(1, texts.need(index + 1, view.needs.length)),
    { kind: 'note', text: texts.ownWords },
    ...tableUnder(2, texts.slots, rows, [22, 40, 38]),
    ...missingBlocks(need, questionFor, texts),
  ];
}

/** Of a brief that was kept without a form: what no slot holds. */
function linesOf({ functions, proof, risks, slots }: AgreedNeed): readonly FormLine[] {
  const wanted = [...(slots.constraints?.said ?? []), ...functions.map(({ statement }) => statement)];
  const lines: readonly FormLine[] = [
    { name: 'constraints', values: wanted.map((said) => ({ said })) },
    { name: 'proof', values: proof.map((said) => ({ said })) },
    { name: 'risks', values: risks.map((said) => ({ said })) },
  ];
  return lines.filter(({ values }) => values.length > 0);
}

/** The person's words, then what a buyer reads in them and has to know of the line. */
function lineCells(line: FormLine, { slots }: AgreedNeed, texts: ExportTexts): readonly [Cell, Cell] {
  const corrector = new Map(Object.entries(slots)).get(line.name)?.correctedBy;
  return [
    line.values.flatMap(({ said }) => (said === undefined ? [] : [texts.quoted(said.value)])),
    [
      ...line.values.flatMap(({ said, note, code }) =>
        [said?.understood, code === undefined ? note : `${note} (${code})`].filter((one) => one !== undefined),
      ),
      ...pointsOf(line),
      ...(line.conflict === true ? [texts.conflict] : []),
      ...(corrector === undefined ? [] : [texts.corrected(texts.who[corrector])]),
    ],
  ];
}

/** What the page lists too: what is to be asked, the functions whose level nobody gave, what was not spoken of. */
function missingBlocks(need: AgreedNeed, questionFor: (slot: Slot) => Cell, texts: ExportTexts): Block[] {
  const { missing: says, slot: names } = texts;
  const rows = [
    ...need.missing.map((slot) => [[names[slot]], questionFor(slot)]),
    ...need.functions
      .filter(({ level }) => level === undefined)
      .map(({ statement }) => [[says.level(texts.quoted(statement.value))], [says.noQuestion]]),
  ];
  const untouched = SLOTS.filter((slot) => need.slots[slot] === undefined && !need.missing.includes(slot));
  const note = (text: string): Block => ({ kind: 'note', text });
  return [
    ...(rows.length > 0 ? tableUnder(2, says, rows, [25, 75]) : [heading(2, says.heading)]),
    ...(untouched.length > 0
      ? [note(says.untouched(untouched.map((slot) => names[slot].toLowerCase()).join(', ')))]
      : []),
    ...(rows.length + untouched.length > 0 ? [] : [note(says.none)]),
  ];
}

/** The purchase that it is for, as its sheet has it. */
function sheetBlocks({ sheet = [] }: AgreementView, { plain }: ExportTexts, language: Language): Block[] {
  const { title, heads } = interviewTexts[language];
  const rows = sheet.map(({ name, text }) => [[heads[name]], [text]]);
  return tableUnder(1, { ...plain, heading: title }, rows, [28, 72]);
}

function pointBlocks({ points }: AgreementView, texts: ExportTexts): Block[] {
  const rows = points.map(({ point, text }) => [[texts.point[point]], [text]]);
  return tableUnder(1, texts.plain, rows, [28, 72]);
}

function exchangesBlocks({ exchanges }: AgreementView, texts: ExportTexts): Block[] {
  const rows = exchanges.map(({ text, by, answer }) => [
    [texts.quoted(text)],
    [texts.side[by]],
    [answer === undefined ? texts.exchanges.unanswered : texts.quoted(answer.text)],
  ]);
  return tableUnder(1, texts.exchanges, rows, [40, 22, 38]);
}

function wordingsBlocks({ wordings }: AgreementView, texts: ExportTexts): Block[] {
  const rows = wordings.map(({ words, wording, by }) => [
    [texts.quoted(words)],
    [texts.quoted(wording)],
    [texts.side[by]],
  ]);
  return tableUnder(1, texts.wordings, rows, [38, 38, 24]);
}

function historyBlocks({ history }: AgreementView, texts: ExportTexts): Block[] {
  const rows = history.map((event) => [[instantOf(event.at, texts)], [texts.side[event.by]], [told(event, texts)]]);
  return tableUnder(1, texts.history, rows, [32, 22, 46]);
}

function told(event: AgreementEvent, texts: ExportTexts): string {
  const { quoted } = texts;
  switch (event.kind) {
    case 'opened':
    case 'accepted':
    case 'withdrawn':
    case 'reopened':
      return texts.event[event.kind];
    case 'corrected':
      return texts.event.corrected(texts.slot[event.slot].toLowerCase(), quoted(event.value));
    case 'term_corrected':
      return texts.event.term_corrected(quoted(event.words), quoted(event.wording));
    case 'asked':
    case 'answered':
      return texts.event[event.kind](quoted(event.text));
    default:
      return assertNever(event);
  }
}

function dayOf(at: string, { locale }: ExportTexts): string {
  return new Date(at).toLocaleDateString(locale, { timeZone: 'Europe/Paris', dateStyle: 'long' });
}

function instantOf(at: string, { locale, clock }: ExportTexts): string {
  return new Date(at)
    .toLocaleString(locale, { timeZone: 'Europe/Paris', dateStyle: 'long', timeStyle: 'short' })
    .replace(/:(?=\d\d$)/, clock);
}
