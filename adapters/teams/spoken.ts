import { createLatest } from '../../src/latest.ts';
import type { Language } from '../../src/vocabulary/people.ts';
import type { Place } from './inbound/heard.ts';

/** The language someone was last spoken to in: their words say it better than the menus of their Teams. */
export interface Spoken {
  note(at: Spot, language: Language): void;
  /** The same place, in the language spoken there by whoever it is; as Teams says, where nothing was said yet. */
  in(at: Place): Place;
}

/** A personal chat is one person's; elsewhere each speaks their own. */
type Spot = Pick<Place, 'reference'> &
  ({ readonly scope: 'personal' } | { readonly scope: Place['scope']; readonly from: Place['from'] });

const AT_HAND = 5_000;

/** Gone when the process is: it is heard again with the next question. */
export function createSpoken(): Spoken {
  const last = createLatest<Language>(AT_HAND);
  const keyOf = ({ reference, ...spot }: Spot) =>
    `${reference.conversation}|${spot.scope === 'personal' || !('from' in spot) ? '' : spot.from.account}`;
  return {
    note: (at, language) => last.set(keyOf(at), language),
    in: (at) => {
      const language = last.get(keyOf(at));
      return language === undefined ? at : { ...at, language };
    },
  };
}
