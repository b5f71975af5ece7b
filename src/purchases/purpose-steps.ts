import { type IsoDate, parisDay } from '../days/iso-date.ts';
import { assertNever, ok, type Result } from '../result.ts';
import type { OfferedEffect, PurchaseAct, PurchaseFault } from './port/purchasing.ts';
import type { Purchase } from './purchase.ts';
import type { Step } from './purchases.ts';

export interface PurposeParts {
  /** What a purchase of that class might leave behind, to choose from. */
  readonly effectsFor: (cpv: string | undefined) => readonly OfferedEffect[];
  /** Left out where nothing is put forward for the corpus. */
  readonly offerLesson?: OfferLesson | undefined;
  readonly now: () => Date;
}

/** Puts what was learnt forward for the corpus, without names; whoever reads it second is not its author. */
export type OfferLesson = (lesson: {
  readonly by: string;
  /** What it came of: one lesson each. */
  readonly of: string;
  readonly question: string;
  readonly answer: string;
  /** It is a clause that served: its title and text stand in the two others. */
  readonly clause?: { readonly context: string; readonly became: string };
}) => Promise<Result<undefined, PurchaseFault>>;

type PurposeAct = Extract<PurchaseAct, { readonly kind: 'purpose' | 'skip_purpose' | 'outcome' | 'lesson' | 'clause' }>;

/** What is said of a purchase's purpose, and of what came of it, where the act was found to be allowed. */
export async function purposeSteps(
  parts: PurposeParts,
  now: Purchase,
  act: PurposeAct,
  by: string,
): Promise<Result<readonly Step[], PurchaseFault>> {
  switch (act.kind) {
    case 'skip_purpose':
      return ok([{ kind: 'purpose_skipped' }]);
    case 'purpose': {
      const leaves = parts
        .effectsFor(now.form.cpv)
        .filter(({ id }) => act.effects.includes(id))
        .map(({ theme, effect, measure }) => ({ theme, effect, measure }));
      const recall = act.recall > 0 ? { recall: inMonths(parts.now(), act.recall) } : {};
      return ok([{ kind: 'purpose', serves: act.serves.trim(), leaves, ...recall }]);
    }
    case 'outcome':
      return ok([{ kind: 'outcome', was: act.was, text: act.text.trim() }]);
    case 'lesson': {
      const { question, answer } = act;
      const offered = await parts.offerLesson?.({ by, of: `purchase:${now.id}`, question, answer });
      if (offered?.ok === false) return offered;
      return ok([{ kind: 'lesson_offered' }]);
    }
    case 'clause': {
      const { title, text, context, became } = act;
      const of = `clause:${now.id}:${now.version}`;
      const offered = await parts.offerLesson?.({ by, of, question: title, answer: text, clause: { context, became } });
      if (offered?.ok === false) return offered;
      return ok([{ kind: 'clause_offered', title: title.trim() }]);
    }
    default:
      return assertNever(act);
  }
}

/** The same day so many months later, or the last of a shorter month. */
function inMonths(now: Date, months: number): IsoDate {
  const day = parisDay(now);
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
