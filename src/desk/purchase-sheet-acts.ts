import type { Purchasing } from '../purchases/port/purchasing.ts';
import type { SignedIn } from '../reserve/port/signed-in.ts';
import { ok } from '../result.ts';
import { type Context, guardedPurchase, seatOf } from './context.ts';
import { begin, joinedLines, standing } from './interview-acts.ts';
import type { PressedOf } from './port/heard.ts';
import type { Happened } from './port/shown.ts';
import { guardedProgramme } from './programme-acts.ts';

/**
 * The sheet of rules of a demand: the interview that it began is gone on with, or begins with what was said; once it has come to
 * its sheet, that is joined.
 */
export async function purchaseSheet(
  context: Context,
  heard: PressedOf<'purchase_do'>,
  by: SignedIn,
  purchasing: Purchasing,
): Promise<readonly Happened[]> {
  const { programming } = context;
  const { purchase: id, on } = heard.value;
  const seen = await guardedPurchase(context, () => purchasing.view(by.person, id));
  if (!seen.ok) return [{ name: 'no_purchase', fault: seen.error }];
  const stands = context.asking.get(seatOf(heard));
  const stand = stands?.demand === id ? stands.purchase : undefined;
  // What the body announces for the year counts with it: a sheet of the demand alone would conclude less.
  const announced =
    stand !== undefined || programming === undefined
      ? ok([])
      : await guardedProgramme(context, () =>
          programming.besides(by.person, { purchase: id, words: seen.value.words }),
        );
  if (!announced.ok)
    return [
      {
        name: 'no_purchase',
        fault: { kind: announced.error.kind === 'too_slow' ? 'too_slow' : 'store_down' },
        view: seen.value,
      },
    ];
  const came =
    stand === undefined
      ? await begin(context, heard, seen.value.words, undefined, announced.value)
      : await standing(context, heard, stand);
  if (came.name !== 'interview') return [came];
  const { id: interview, version, next } = came.view;
  if (next.kind === 'question') {
    const fact = next.question.fact;
    context.asking.set(seatOf(heard), { purchase: interview, on: version, fact, demand: id });
    return [came];
  }
  const lines = joinedLines(next.sheet);
  const once = { key: heard.once?.key ?? heard.key, on };
  const done = await guardedPurchase(context, () => purchasing.act(by.person, id, { kind: 'sheet', lines }, once));
  return done.ok
    ? [{ name: 'purchase', view: done.value, did: 'sheet' }]
    : [{ name: 'no_purchase', fault: done.error, view: seen.value }];
}
