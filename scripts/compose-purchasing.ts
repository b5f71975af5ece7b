import { randomUUID } from 'node:crypto';
import type { Buying } from '../src/bodies/port/buying.ts';
import type { Helping } from '../src/handoff/port/helping.ts';
import type { Masker } from '../src/masking/finding.ts';
import type { Colleagues } from '../src/purchases/bring-back.ts';
import { createBossPages } from '../src/purchases/create-boss-pages.ts';
import { createPurchasing } from '../src/purchases/create-purchasing.ts';
import type { BossPages } from '../src/purchases/port/boss-pages.ts';
import type { Purchasing } from '../src/purchases/port/purchasing.ts';
import type { OfferLesson } from '../src/purchases/purpose-steps.ts';
import { effectsFor, readEffects } from '../src/purchases/purposes.ts';
import type { Interpret } from '../src/purchases/say-across.ts';
import { err } from '../src/result.ts';
import type { Store } from '../src/store/store.ts';

export interface AroundPurchases {
  /** The corpus's folder: what a purchase may leave behind is read there. */
  readonly knowledge: string;
  readonly buying?: Buying | undefined;
  readonly masker?: Masker | undefined;
  readonly now?: () => Date;
  readonly helping?: Pick<Helping, 'proposeLesson' | 'broughtBack' | 'act'> | undefined;
}

/** Demands over a store. @param addWorkingMinutes of the network's calendar: what waits too long is said in working time */
export function composePurchasing(
  store: Store,
  interpret: Interpret,
  addWorkingMinutes: (from: string, minutes: number) => string,
  { knowledge, buying, masker, helping, now = () => new Date() }: AroundPurchases,
) {
  const effects = readEffects(knowledge);
  return createPurchasing({
    records: store.purchases,
    reserve: store.reserve,
    interpret,
    buying,
    masker,
    effectsFor: (cpv) => effectsFor(effects, cpv),
    offerLesson: helping && offerLessonBy(helping),
    colleagues: helping && colleaguesOf(helping),
    addWorkingMinutes,
    now,
    newId: randomUUID,
  });
}

/** Half a page on a demand, for whoever decides. */
export function composeBossPages(
  store: Store,
  addWorkingMinutes: (from: string, minutes: number) => string,
): BossPages {
  const { purchases: records, reserve } = store;
  return createBossPages({ records, reserve, addWorkingMinutes, now: () => new Date(), newId: randomUUID });
}

/** Where the page is read by its link; a server of which nobody was told the address has none. */
export function readAtOf(publicUrl: string | undefined): ((link: string) => string) | undefined {
  return publicUrl === undefined
    ? undefined
    : (link) => new URL(`lecture/${link}`, `${publicUrl.replace(/\/$/, '')}/`).href;
}

function offerLessonBy({ proposeLesson }: Pick<Helping, 'proposeLesson'>): OfferLesson {
  return async ({ by, of, ...lesson }) => {
    const proposed = await proposeLesson(by, of, lesson);
    if (proposed.ok) return proposed;
    const { error } = proposed;
    switch (error.kind) {
      case 'unfit_candidate':
        return err({ kind: 'unfit', why: error.why });
      case 'too_long':
      case 'too_slow':
      case 'store_down':
        return err(error);
      case 'empty_text':
        return err({ kind: 'empty' });
      default:
        return err({ kind: 'stale' });
    }
  };
}

function colleaguesOf({ broughtBack, act }: Pick<Helping, 'broughtBack' | 'act'>): Colleagues {
  return {
    broughtBack,
    say: async (by, caseId, text, key) => {
      // Over by now, the answer stands in the demand alone.
      await act(by, caseId, { kind: 'say', text }, { key });
    },
  };
}

/** What is said at a case comes back at once into the demand that asked for it; were it to fail, whoever opens it next brings it. */
export function withPurchases(helping: Helping, { bringBack }: Pick<Purchasing, 'bringBack'>): Helping {
  return {
    ...helping,
    act: async (by, caseId, action, once) => {
      const done = await helping.act(by, caseId, action, once);
      if (done.ok) await bringBack(caseId).catch(() => undefined);
      return done;
    },
  };
}
