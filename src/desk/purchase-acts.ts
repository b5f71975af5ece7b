import { withoutEnd } from '../french/ends.ts';
import { fold } from '../french/words.ts';
import type {
  PurchaseAct,
  PurchaseFault,
  PurchaseRow,
  PurchaseView,
  Purchasing,
} from '../purchases/port/purchasing.ts';
import { readStage } from '../purchases/port/read-stage.ts';
import type { SignedIn } from '../reserve/port/signed-in.ts';
import { err, type Result } from '../result.ts';
import { CLAUSE_BOX } from '../screens/clauses.ts';
import { slotBox, THREAD_BOX, textBox } from '../screens/purchase-boxes.ts';
import { commentBox } from '../screens/purchase-help.ts';
import { PURPOSE_BOX, RECALLS } from '../screens/purchase-purpose.ts';
import { WAS_SO } from '../vocabulary/purchases.ts';
import { SLOTS } from '../vocabulary/rewording.ts';
import { type Context, guardedPurchase } from './context.ts';
import { list, text } from './filled.ts';
import type { Heard, PressedOf, Said } from './port/heard.ts';
import type { Happened } from './port/shown.ts';
import { purchaseFile } from './purchase-file-acts.ts';
import { purchaseHelp } from './purchase-help-acts.ts';
import { purchaseSheet } from './purchase-sheet-acts.ts';

type Came = Promise<readonly Happened[]>;

/** What someone needs, in a sentence; without one, their demands. */
export function purchase(context: Context, heard: PressedOf<'purchase'>): Came {
  const words = text(heard.filled, THREAD_BOX.words) || (heard.value.text ?? '');
  return withMember(context, heard, async (by, purchasing) => {
    if (words === '') return listed(context, by, purchasing);
    const once = { key: heard.once?.key ?? heard.key };
    return shown(await guardedPurchase(context, () => purchasing.draft(by.person, words, once, heard.value.as)));
  });
}

export function purchases(context: Context, heard: PressedOf<'purchases'>): Came {
  return withMember(context, heard, (by, purchasing) => listed(context, by, purchasing));
}

export function purchaseOpen(context: Context, heard: PressedOf<'purchase_open'>): Came {
  return withMember(context, heard, async (by, purchasing) =>
    shown(await guardedPurchase(context, () => purchasing.view(by.person, heard.value.purchase))),
  );
}

export function purchaseDo(context: Context, heard: PressedOf<'purchase_do'>): Came {
  const { purchase: id, on, do: wish } = heard.value;
  if (wish === 'help' || wish === 'peer') return purchaseHelp(context, heard, wish);
  return withMember(context, heard, async (by, purchasing) => {
    if (wish === 'sheet') return purchaseSheet(context, heard, by, purchasing);
    if (wish === 'file') return purchaseFile(context, heard, by);
    const act = actOf(heard);
    const once = { key: heard.once?.key ?? heard.key, on };
    const done: Result<PurchaseView, PurchaseFault> =
      act === undefined
        ? err({ kind: 'empty' })
        : await guardedPurchase(context, () => purchasing.act(by.person, id, act, once));
    if (done.ok) return shown(done, act?.kind);
    // Where it stands now, with why nothing was done.
    const now = await guardedPurchase(context, () => purchasing.view(by.person, id));
    return [{ name: 'no_purchase', fault: done.error, ...(now.ok ? { view: now.value } : {}) }];
  });
}

/** Undefined for what says nothing: an empty box, a stage that is none. */
function actOf({ value, filled }: PressedOf<'purchase_do'>): PurchaseAct | undefined {
  switch (value.do) {
    case 'send':
    case 'take':
    case 'agree':
    case 'skip_purpose':
      return { kind: value.do };
    case 'say':
    case 'ask':
      return { kind: value.do, text: text(filled, textBox(value.do)) };
    case 'answer': {
      const { question = '' } = value;
      return { kind: value.do, question, text: text(filled, textBox(question)) };
    }
    case 'move': {
      const to = readStage(text(filled, THREAD_BOX.to));
      return to === undefined ? undefined : { kind: value.do, to, why: text(filled, THREAD_BOX.why) };
    }
    case 'complete': {
      const answers = SLOTS.map((slot) => ({ slot, text: text(filled, slotBox(slot)) }));
      return { kind: value.do, answers: answers.filter((one) => one.text !== '') };
    }
    case 'purpose': {
      const recall = Number(text(filled, PURPOSE_BOX.recall));
      return {
        kind: value.do,
        serves: text(filled, PURPOSE_BOX.serves),
        effects: list(filled, PURPOSE_BOX.effects),
        recall: RECALLS.find((months) => months === recall) ?? 0,
      };
    }
    case 'sheet':
    case 'file':
    case 'help':
    case 'peer':
      return undefined;
    case 'clause':
      return {
        kind: value.do,
        title: text(filled, CLAUSE_BOX.title),
        text: text(filled, CLAUSE_BOX.text),
        context: text(filled, CLAUSE_BOX.context),
        became: text(filled, CLAUSE_BOX.became),
      };
    case 'answer_comment': {
      const { question = '' } = value;
      return { kind: value.do, comment: question, text: text(filled, commentBox(question)) };
    }
    case 'outcome': {
      const was = WAS_SO.find((one) => one === text(filled, PURPOSE_BOX.was));
      return was === undefined ? undefined : { kind: value.do, was, text: text(filled, PURPOSE_BOX.text) };
    }
    case 'lesson':
      return {
        kind: value.do,
        question: text(filled, PURPOSE_BOX.question),
        answer: text(filled, PURPOSE_BOX.answer),
      };
  }
}

/** Longer texts are no such line. */
const LONGEST_LINE = 160;
const LONGEST_NEED = 2_000;
const LISTS = /^(?:voir |montre(?:r|z)?(?:-moi)? )?(?:toutes )?mes demandes$/;
const ASKS_WHERE =
  /\b(?:ou en (?:est|sont|suis)|en (?:est|sont) ou|qu'en est-il|des nouvelles|que devien(?:t|nent)|ca avance|a quel stade|quand (?:arrive|recevrai|aurai))/;
const OWN = /\b(?:ma|mes|notre|nos) (?:demandes?|commandes?|achats?|besoins?)\b|\bou en est[ -]ce\b|\bou en est-elle\b/;
const NEEDS =
  /^(?:(?:bonjour|bonsoir|salut)[ ,!.]{1,3})?(?:il (?:me|nous) (?:faut|faudrait)|(?:j'ai|j'aurais|nous avons|nous aurions|on a|on aurait) besoin d|(?:je|nous|on) (?:voudrais|voudrions|voudrait|souhaite|souhaitons|souhaiterais|souhaiterions|souhaiterait|cherche|cherchons) (?:acheter|commander|acquerir|renouveler|remplacer|racheter|\d))/;

/** «où en est ma demande de chaises ?» of one's own; «il me faut 30 chaises» of a department: what will be sent is shown first. */
export async function threadLine(
  context: Context,
  said: Said,
  person: SignedIn | undefined,
): Promise<Happened | undefined> {
  const { purchasing, house } = context;
  if (purchasing === undefined || person === undefined || !said.isPrivate || said.asked === true) return undefined;
  const line = fold(said.text).replaceAll('’', "'").trim();
  if (LISTS.test(withoutEnd(line, '.!?'))) {
    const [mine] = await listed(context, person, purchasing);
    return mine;
  }
  if (line.length <= LONGEST_LINE && (ASKS_WHERE.test(line) || house?.reads(said.text)?.kind === 'where')) {
    const mine = await guardedPurchase(context, () => purchasing.mine(person.person));
    return mine.ok ? whereOf(mine.value, line) : undefined;
  }
  // Not sure by itself: of a thing that one waits for it is.
  if (line.length <= LONGEST_LINE && !NEEDS.test(line) && house?.mayAskWhere(said.text) === true) {
    const mine = await guardedPurchase(context, () => purchasing.mine(person.person));
    const like = mine.ok ? likeIn(mine.value, line) : [];
    if (like.length > 0) return { name: 'where', rows: like };
  }
  if (person.role === 'buyer' || line.length > LONGEST_NEED || line.endsWith('?') || !NEEDS.test(line))
    return undefined;
  const draft = await guardedPurchase(context, () => purchasing.draft(person.person, said.text, { key: said.key }));
  return draft.ok ? { name: 'purchase', view: draft.value, typed: said.text } : undefined;
}

/** The ones that the words are about; all of them where they are about none by name. */
function whereOf(rows: readonly PurchaseRow[], line: string): Happened | undefined {
  const like = likeIn(rows, line);
  if (like.length === 0 && !OWN.test(line)) return undefined;
  return { name: 'where', rows: like.length > 0 ? like : openOf(rows) };
}

const openOf = (rows: readonly PurchaseRow[]) => rows.filter(({ stage }) => stage !== 'draft' && stage !== 'closed');

function likeIn(rows: readonly PurchaseRow[], line: string): readonly PurchaseRow[] {
  const asked = wordsIn(line);
  return openOf(rows).filter(({ title }) => wordsIn(fold(title)).some((word) => asked.includes(word)));
}

/** Beginnings of the words that name a thing: «chaise» and «chaises» are one. */
function wordsIn(line: string): readonly string[] {
  return line
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 3 && !COMMON.has(word))
    .map((word) => word.slice(0, 6));
}

const COMMON: ReadonlySet<string> = new Set([
  'demande',
  'demandes',
  'commande',
  'commandes',
  'achat',
  'achats',
  'besoin',
  'besoins',
  'notre',
  'pour',
  'avec',
  'dans',
  'sont',
  'nouvelles',
  'quel',
  'stade',
  'quand',
  'arrive',
  'avance',
]);

async function listed(context: Context, by: SignedIn, purchasing: Purchasing): Came {
  const rows = await guardedPurchase(context, () => purchasing.mine(by.person));
  return [rows.ok ? { name: 'purchases', rows: rows.value } : { name: 'no_purchase', fault: rows.error }];
}

function shown(came: Result<PurchaseView, PurchaseFault>, did?: PurchaseAct['kind']): readonly Happened[] {
  if (!came.ok) return [{ name: 'no_purchase', fault: came.error }];
  return [{ name: 'purchase', view: came.value, ...(did === undefined ? {} : { did }) }];
}

/** A body's purchases are for its members, where nobody else reads. */
export async function withMember(
  { purchasing }: Context,
  { isPrivate, actor }: Heard,
  act: (by: SignedIn, purchasing: Purchasing) => Came,
): Came {
  if (purchasing === undefined) return [];
  if (!isPrivate) return [{ name: 'not_here' }];
  const known = await actor.known();
  if (!known.ok) return [{ name: 'no_purchase', fault: { kind: 'store_down' } }];
  return known.value === undefined
    ? [{ name: 'no_purchase', fault: { kind: 'signed_out' } }]
    : act(known.value, purchasing);
}
