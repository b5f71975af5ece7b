import { frenchDate, parisDay } from '../days/iso-date.ts';
import { ownValue } from '../own-value.ts';
import type { PurchaseLine, PurchaseRow, PurchaseView } from '../purchases/port/purchasing.ts';
import { bossTexts } from '../text/boss-texts.ts';
import { clauseTexts } from '../text/clause-texts.ts';
import { interviewTexts } from '../text/interview-texts.ts';
import { sayShort } from '../text/moments.ts';
import { purchaseHelpTexts } from '../text/purchase-help-texts.ts';
import { purchaseSheetTexts } from '../text/purchase-sheet-texts.ts';
import { purchaseTexts } from '../text/purchase-texts.ts';
import { purposeTexts } from '../text/purpose-texts.ts';
import type { Language } from '../vocabulary/people.ts';
import { folded } from './answer.ts';
import { heading, inShort, makeScreen, markdown, notice, quoted, type Told, told } from './make.ts';
import { actsOf } from './purchase-acts.ts';
import { slotBox } from './purchase-boxes.ts';
import { commentBlocks, helpActs } from './purchase-help.ts';
import { purposeBlocks } from './purchase-purpose.ts';
import type { Act, Block, Field, Screen, TalkLine } from './screen.ts';

/** What a message says of itself fits a phone; the page has it all. */
const MOST_LINES = 8;

/** Questions put before it is sent. */
const MOST_ASKS = 2;

export interface Setting {
  readonly language: Language;
  readonly told?: Told | undefined;
  /** It may have been a question: what was typed. */
  readonly typed?: string | undefined;
}

/** Where a purchase stands, in a few words. */
export function sayStands(
  row: Pick<PurchaseRow, 'stage' | 'waits' | 'buyers' | 'prescribers' | 'inbox' | 'since' | 'side'>,
  language: Language,
): string {
  const says = purchaseTexts[language];
  const stage =
    row.stage === 'taken' && row.buyers.length > 0 && row.side !== 'buyer'
      ? says.takenBy(row.buyers.join(', '))
      : says.stages[row.stage];
  const buying = row.buyers.length > 0 ? row.buyers : row.inbox;
  const other = row.side === 'coordinator' ? '' : (row.side === 'prescriber' ? buying : row.prescribers).join(', ');
  const waits =
    row.waits === 'you'
      ? says.waitsYou
      : row.waits === 'other' && other !== '' && !stage.includes(other)
        ? says.waitsOther(other)
        : undefined;
  const since = row.stage === 'draft' ? undefined : says.since(frenchDate(parisDay(new Date(row.since))));
  return [[stage, waits].filter((one) => one !== undefined).join(', '), since]
    .filter((one) => one !== undefined)
    .join(' ');
}

/** A demand for one of those named in it: where it stands, what is open, what may be done next; then the form and the talk. */
export function purchaseScreen(view: PurchaseView, setting: Setting): Screen {
  return view.stage === 'draft' ? draftScreen(view, setting) : threadScreen(view, setting);
}

function draftScreen(view: PurchaseView, { language, told: said, typed }: Setting): Screen {
  const says = purchaseTexts[language];
  const { id: purchase, version: on, form } = view;
  const names = (view.buyers.length > 0 ? view.buyers : view.inbox).join(', ');
  const asks = form.asks.slice(0, MOST_ASKS);
  const complete: readonly Act[] =
    asks.length === 0
      ? []
      : [
          {
            verb: 'purchase_do',
            value: { purchase, on, do: 'complete' },
            label: says.complete,
            look: 'plain',
            needs: { title: says.complete, fields: asks.map(askField), submit: says.complete },
          },
        ];
  return makeScreen({
    ref: { view: 'purchase', key: purchase, version: on },
    language,
    title: view.title,
    blocks: [
      ...told(said),
      ...notice(view.detailsOut ? says.detailsOut : undefined),
      ...notice(buyerSaid(view, names, language)),
      ...contractBlocks(view, language),
      heading(names === '' ? says.understood : says.willRead(names)),
      ...formBlocks(view),
      ...(asks.length === 0 || view.contracts.length > 0
        ? []
        : [markdown(`${says.asks}\n${asks.map(({ text }) => `- ${text}`).join('\n')}`)]),
    ],
    acts: [
      {
        verb: 'purchase_do',
        value: { purchase, on, do: 'send' },
        label: names === '' ? says.sendNobody : says.send(names),
        look: 'primary',
      },
      ...complete,
      ...(view.detailsOut && typed !== undefined
        ? [{ verb: 'purchase', value: { text: typed, as: 'whole' }, label: says.wholeWords, look: 'plain' } as const]
        : []),
      ...helpActs(view),
      ...(typed === undefined
        ? []
        : [{ verb: 'question', value: { text: typed }, label: says.wasQuestion, look: 'plain' } as const]),
    ],
  });
}

function buyerSaid({ buyers, buys }: PurchaseView, names: string, language: Language): string {
  const says = purchaseTexts[language];
  if (buyers.length > 0) return says.buyer(names);
  return buys && names === '' ? purchaseHelpTexts.alone : says.noBuyer(names);
}

function askField({ slot, text }: PurchaseView['form']['asks'][number]): Field {
  return { kind: 'text', name: slotBox(slot), label: text, max: 300 };
}

function threadScreen(view: PurchaseView, { language, told: said }: Setting): Screen {
  const says = purchaseTexts[language];
  const stands = sayStands({ ...view }, language);
  // What stands above is not said again below.
  const above = [
    ...(said === undefined ? [] : [said.text]),
    ...view.questions.map(({ text }) => text),
    ...view.answered.flatMap(({ name, value }) => [name, value]),
  ];
  const earlier = view.lines.filter((line) => line.kind !== 'said' || !isSaidIn(above, line.text)).slice(-MOST_LINES);
  const prescriber = view.prescribers.join(', ');
  return makeScreen({
    ref: { view: 'purchase', key: view.id, version: view.version },
    language,
    title: view.title,
    blocks: [
      ...told(said),
      markdown(`**${capital(stands)}**`),
      ...pendingBlocks(view, said, language),
      ...notice(agreedSaid(view, language)),
      ...contractBlocks(view, language),
      ...headed(says.form, formBlocks(view)),
      ...(view.answered.length === 0
        ? []
        : [heading(says.settled), { kind: 'facts', facts: view.answered, verbatim: true } as const]),
      ...(view.letter === undefined
        ? []
        : folded('letter', purchaseSheetTexts.letterBox, quoted(undefined, view.letter))),
      ...sheetBlocks(view, language),
      ...commentBlocks(view),
      ...purposeBlocks(view),
      ...(view.side === 'prescriber' || view.letter !== undefined || view.form.lines.length === 0
        ? []
        : folded('words', says.exactly(prescriber), quoted(undefined, view.words))),
      ...(earlier.length === 0
        ? []
        : [heading(says.talk), { kind: 'talk', lines: earlier.map((line) => talkLine(line, language)) } as const]),
      ...originalsBlocks(view, language),
    ],
    acts: actsOf(view, language),
    // What a phone shows of it: what happened, then where it stands.
    said: [said?.text, `${view.title}\u00a0: ${stands}`].filter((one) => one !== undefined).join('\n'),
    view: { name: 'purchase', data: view },
  });
}

/** However it was typeset since. */
const bare = (text: string) => text.replace(/\s+/g, ' ').trim();
const isSaidIn = (above: readonly string[], text: string) => above.some((one) => bare(one).includes(bare(text)));

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

function contractBlocks({ contracts }: PurchaseView, language: Language): readonly Block[] {
  const says = purchaseTexts[language];
  const [contract] = contracts;
  if (contract === undefined) return [];
  const { title, holder, until, howToOrder } = contract;
  return notice(`${says.contract(title, holder, frenchDate(until))} ${says.howToOrder(howToOrder)}`, 'good');
}

const headed = (title: string, blocks: readonly Block[]) => (blocks.length === 0 ? [] : [heading(title), ...blocks]);

/** Of someone's words: they stand as they are; all of them, where no line of a form was read off them. */
function formBlocks({ form, words, letter }: PurchaseView): readonly Block[] {
  if (form.lines.length > 0) return [{ kind: 'facts', facts: form.lines, verbatim: true }];
  return letter === undefined ? quoted(undefined, words) : [];
}

/** What the rules make of it, as its sheet was joined. */
function sheetBlocks({ sheet }: PurchaseView, language: Language): readonly Block[] {
  const { heads } = interviewTexts[language];
  const facts = sheet.map(({ name, text }) => ({ name: name === 'local' ? heads.local : heads[name], value: text }));
  return facts.length === 0 ? [] : [heading(purchaseSheetTexts.sheet), { kind: 'facts', facts }];
}

function pendingBlocks({ questions }: PurchaseView, said: Told | undefined, language: Language): readonly Block[] {
  const says = purchaseTexts[language];
  const open = questions.filter(({ text }) => said === undefined || !isSaidIn([said.text], text));
  if (open.length === 0) return [];
  const facts = open.map(({ text, forYou }) => ({ name: forYou ? says.forYou : says.forOther, value: text }));
  return [heading(says.pending), { kind: 'facts', facts, verbatim: true }];
}

function agreedSaid({ agreed, side, buyers, prescribers }: PurchaseView, language: Language): string | undefined {
  const says = purchaseTexts[language].agreed;
  if (agreed.prescriber && agreed.buyer) return says.both;
  if (side !== 'coordinator' && agreed[side]) return says.you;
  if (agreed.prescriber) return says.other(prescribers.join(', '));
  return agreed.buyer ? says.other(buyers.join(', ')) : undefined;
}

function talkLine(line: PurchaseLine, language: Language): TalkLine {
  const says = purchaseTexts[language];
  const at = sayShort(line.at, language);
  const who = line.who === '' ? says.someone : line.who === 'reservist' ? purchaseHelpTexts.reservist : line.who;
  if (line.kind === 'said') return { kind: 'said', who: line.mine ? says.you : who, at, text: line.text };
  const step = ownValue(
    {
      ...says.steps,
      ...purposeTexts.steps,
      ...purchaseHelpTexts.steps,
      ...bossTexts.steps,
      ...purchaseSheetTexts.steps,
      clause_offered: clauseTexts.offered,
    },
    line.what,
  );
  const text =
    step !== undefined
      ? step(who)
      : says.moved(who, ownValue(says.stages as Readonly<Record<string, string>>, line.what) ?? '', line.why);
  return { kind: 'step', at, text };
}

/** The very words of what was reworded, one press away. */
function originalsBlocks({ lines }: PurchaseView, language: Language): readonly Block[] {
  const says = purchaseTexts[language];
  const reworded = lines.flatMap((line) =>
    line.kind === 'said' && line.original !== undefined ? [{ who: line.who, text: line.original }] : [],
  );
  return reworded
    .slice(-MOST_LINES)
    .flatMap(({ who, text }, index) =>
      folded(`original-${index}`, `${says.exactly(who)}\u00a0: ${inShort(text, 40)}`, quoted(undefined, text)),
    );
}

/** What came of an act, by its name, above the purchase as it then stands. */
export function sayDone(view: PurchaseView, did: string, language: Language): Told {
  const says = purchaseTexts[language];
  const buying = view.buyers.length > 0 ? view.buyers : view.inbox;
  const names = (did === 'send' || view.side === 'prescriber' ? buying : view.prescribers).join(', ');
  return { text: ownValue(says.doneBy, did)?.(names) ?? says.done, alert: false };
}
