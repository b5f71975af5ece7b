import { err, ok, type Result } from '../result.ts';
import { foldPurchase } from './fold.ts';
import type { PurchaseFault } from './port/purchasing.ts';
import type { Purchase } from './purchase.ts';
import { give, type PurchasesParts, type Step } from './purchases.ts';
import { readComments } from './read-comments.ts';
import { type Interpret, sayAcross } from './say-across.ts';

/** Reservists, as a purchase that asked for one knows them: what they said, without anything of who they are. */
export interface Colleagues {
  broughtBack(caseId: string): Promise<
    Result<
      {
        readonly requester: string;
        /** Someone took it. */
        readonly taken: boolean;
        readonly said: readonly string[];
      },
      { readonly kind: string }
    >
  >;
  /** To whoever took it, from its requester. */
  say(by: string, caseId: string, text: string, key: string): Promise<void>;
}

export interface BringBackParts extends PurchasesParts {
  readonly interpret: Interpret;
  /** Left out where no case can be handed over. */
  readonly colleagues?: Colleagues | undefined;
}

/** What reservists have said meanwhile, written into the purchase that asked for it, once, in both registers. */
export async function bringBack(parts: BringBackParts, id: string): Promise<Result<Purchase, PurchaseFault>> {
  const events = await parts.records.eventsOf(id);
  if (!events.ok) return err({ kind: 'store_down' });
  const before = foldPurchase(id, events.value);
  const news = await newsOf(parts, before);
  if (news.length === 0) return ok(before);
  return give(parts, id, undefined, undefined, async (now) => ok(await newsOf(parts, now)));
}

async function newsOf({ colleagues, interpret }: BringBackParts, { help }: Purchase): Promise<readonly Step[]> {
  const news: Step[] = [];
  for (const { case: caseId, by, paragraphs, joined, brought } of help) {
    const back = await colleagues?.broughtBack(caseId);
    // Gone, or not its requester's: nothing comes back of it.
    if (back?.ok !== true || back.value.requester !== by) continue;
    if (back.value.taken && !joined) news.push({ kind: 'reservist_joined', case: caseId });
    for (const [nth, said] of back.value.said.entries()) {
      if (nth < brought) continue;
      for (const { paragraph, text } of readComments(said, paragraphs.length)) {
        const across = await sayAcross(interpret, 'buyer', text);
        const words = { case: caseId, nth, text, reworded: across.ok ? across.value : text };
        news.push(
          paragraphs.length === 0
            ? { kind: 'reservist_said', ...words }
            : { kind: 'commented', ...words, ...(paragraph === undefined ? {} : { paragraph }) },
        );
      }
    }
  }
  return news;
}

/** Into the purchase of its requester that asked for it. */
export async function bringBackFrom(parts: BringBackParts, caseId: string): Promise<void> {
  const { records, colleagues } = parts;
  const back = await colleagues?.broughtBack(caseId);
  if (back?.ok !== true) return;
  const theirs = await records.of(back.value.requester);
  if (!theirs.ok) return;
  for (const { id } of theirs.value) {
    const events = await records.eventsOf(id);
    if (events.ok && foldPurchase(id, events.value).help.some((one) => one.case === caseId)) await bringBack(parts, id);
  }
}

/** Kept here, and said to whoever made the remark, by whoever asked for it alone. */
export async function answerComment(
  { colleagues }: BringBackParts,
  { comments, help }: Purchase,
  act: { readonly comment: string; readonly text: string },
  { by, key }: { readonly by: string; readonly key: string | undefined },
): Promise<Result<readonly Step[], PurchaseFault>> {
  const comment = comments.find(({ id }) => id === act.comment);
  if (comment === undefined || help.find((one) => one.case === comment.case)?.by !== by) return err({ kind: 'stale' });
  const text = act.text.trim();
  const of = comment.paragraph === undefined ? '' : `§ ${comment.paragraph} : `;
  await colleagues?.say(by, comment.case, `${of}${text}`, key ?? `comment:${comment.id}`);
  return ok([{ kind: 'comment_answered', comment: comment.id, text }]);
}
