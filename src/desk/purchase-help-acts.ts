import type { HelpRequest } from '../handoff/port/views.ts';
import type { PurchaseView } from '../purchases/port/purchasing.ts';
import { paragraphsOf } from '../purchases/read-comments.ts';
import { NO_CHOICE } from '../screens/consent.ts';
import { HELP_BOX } from '../screens/purchase-help.ts';
import { purchaseHelpTexts } from '../text/purchase-help-texts.ts';
import { type Context, guarded, guardedPurchase, withPerson } from './context.ts';
import { text } from './filled.ts';
import type { PressedOf } from './port/heard.ts';
import type { Happened } from './port/shown.ts';

/** A reservist is asked for from a demand: what would leave of it is shown, and nothing leaves before it was agreed to. */
export function purchaseHelp(
  context: Context,
  heard: PressedOf<'purchase_do'>,
  asked: 'help' | 'peer',
): Promise<readonly Happened[]> {
  const { purchasing } = context;
  const { purchase: id } = heard.value;
  return withPerson(context, heard, async ({ person }, helping) => {
    if (purchasing === undefined) return [];
    const now = await guardedPurchase(context, () => purchasing.view(person, id));
    if (!now.ok) return [{ name: 'no_purchase', fault: now.error }];
    const view = now.value;
    const typed = text(heard.filled, asked === 'help' ? HELP_BOX.question : HELP_BOX.section);
    const section = asked === 'peer' ? paragraphsOf(typed) : [];
    if (typed === '' || (asked === 'peer' && section.length === 0))
      return [{ name: 'no_purchase', fault: { kind: 'empty' }, view }];
    if (!view.may.includes('call')) return [{ name: 'no_purchase', fault: { kind: 'stale' }, view }];
    const request = asked === 'help' ? questionOf(view, typed) : readingOf(view, section);
    const key = heard.once?.key ?? heard.key;
    const preview = await guarded(context, () => helping.preview(person, request, { key }));
    if (!preview.ok) return [{ name: 'refused', fault: preview.error }];
    const call = { kind: 'call', case: preview.value.case, section } as const;
    const kept = await guardedPurchase(context, () => purchasing.act(person, id, call, { key }));
    return kept.ok
      ? [{ name: 'consent', preview: preview.value, choices: NO_CHOICE }]
      : [{ name: 'no_purchase', fault: kept.error, view }];
  });
}

function questionOf({ form }: PurchaseView, question: string): HelpRequest {
  return { question, answered: undefined, need: form.lines.map(({ name, value }) => `${name} : ${value}`).join('\n') };
}

function readingOf({ title }: PurchaseView, section: readonly string[]): HelpRequest {
  return {
    question: purchaseHelpTexts.peerAsked(title, section.length),
    answered: undefined,
    need: section.map((paragraph, index) => `${purchaseHelpTexts.paragraph(index + 1)} ${paragraph}`).join('\n\n'),
  };
}
