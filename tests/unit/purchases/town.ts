import { composeForms } from '../../../scripts/compose-forms.ts';
import type { Buying } from '../../../src/bodies/port/buying.ts';
import type { Masker } from '../../../src/masking/finding.ts';
import type { Colleagues } from '../../../src/purchases/bring-back.ts';
import { createPurchasing } from '../../../src/purchases/create-purchasing.ts';
import { effectsFor, readEffects } from '../../../src/purchases/purposes.ts';
import type { Person } from '../../../src/reserve/person.ts';
import { ok } from '../../../src/result.ts';
import { createLearnt } from '../../../src/rewording/learnt.ts';
import { createReworder } from '../../../src/rewording/reword.ts';
import type { PersonRole } from '../../../src/vocabulary/people.ts';
import { createMemoryPurchases } from '../../fakes/purchases.ts';
import { realCorpus } from '../../fixtures/real-corpus.ts';

const person = (id: string, name: string, organisation: string, ...roles: PersonRole[]): Person => ({
  id,
  name,
  email: undefined,
  organisation,
  roles,
  language: 'fr',
  address: undefined,
});

export const PEOPLE = [
  person('maelle', 'Maëlle Corre', 'vitre', 'prescriber'),
  person('nadia', 'Nadia Benali', 'vitre', 'buyer'),
  person('helene', 'Hélène Prigent', 'vitre', 'coordinator'),
  person('paul', 'Paul Guern', 'vitre', 'prescriber'),
  person('soizic', 'Soizic Morvan', 'autre', 'buyer'),
  person('admin', 'Awen Autre', 'autre', 'administrator', 'coordinator'),
  person('ancien', 'Alan Ancien', 'parti', 'prescriber', 'buyer'),
];

export const CHAIRS = 'il me faut 30 chaises pour la rentrée';

/** The core over memory, with the real rewording; each working minute is a minute. */
export function createTown({
  buying,
  people = PEOPLE,
  colleagues,
  masker,
}: {
  masker?: Masker;
  buying?: Buying;
  people?: readonly Person[];
  colleagues?: Colleagues;
} = {}) {
  const records = createMemoryPurchases();
  const clock = { now: Date.parse('2026-11-25T09:00:00.000Z') };
  const roster = [...people];
  let ids = 0;
  const corpus = realCorpus;
  const { reword } = createReworder(corpus, createLearnt('knowledge'), composeForms('knowledge', corpus));
  const purchasing = createPurchasing({
    records,
    reserve: {
      person: async (id) => ok(roster.find((one) => one.id === id)),
      people: async () => ok(roster),
    },
    interpret: {
      reword: async (text, direction = 'to_buyer', language) => ok(await reword(text, direction, language)),
    },
    buying,
    masker,
    colleagues,
    effectsFor: (cpv) => effectsFor(readEffects('knowledge'), cpv),
    addWorkingMinutes: (from, minutes) => new Date(Date.parse(from) + minutes * 60_000).toISOString(),
    now: () => new Date(clock.now),
    newId: () => `id-${ids++}`,
  });
  return { purchasing, records, clock, roster };
}

/** What was asked for; a fault is a failure of the test. */
export function got<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
