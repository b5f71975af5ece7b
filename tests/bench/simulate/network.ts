import type { Random } from '../../../scripts/random.ts';
import type { Organisation, Reservist } from '../../../src/reserve/reservist.ts';
import type { WeeklySlot } from '../../../src/vocabulary/lending.ts';

/** A made-up network: always the same for the same seed. */
export interface Network {
  readonly organisations: readonly Organisation[];
  readonly reservists: readonly Reservist[];
}

export const COMPETENCES = ['preparation', 'passation', 'execution', 'finances', 'contentieux', 'durable'] as const;
const DEPARTEMENTS = ['22', '29', '35', '56'] as const;

export function makeNetwork(random: Random, reservists: number): Network {
  const organisations = Array.from({ length: Math.max(8, Math.ceil(reservists / 4)) }, (_, i): Organisation => {
    const departement = DEPARTEMENTS[i % DEPARTEMENTS.length] ?? '35';
    const epci = `epci ${departement} ${Math.floor(random() * 4)}`;
    return { id: `o${i}`, name: `Organisme ${i}`, publicClass: 'commune', territories: [epci, departement, 'R53'] };
  });
  return {
    organisations,
    reservists: Array.from({ length: reservists }, (_, i) => makeReservist(random, i, reservists, organisations)),
  };
}

function makeReservist(random: Random, i: number, count: number, organisations: readonly Organisation[]): Reservist {
  const organisation = organisations[Math.floor(random() * organisations.length)];
  const days = ([1, 2, 3, 4, 5] as const).filter(() => random() < 0.6);
  return {
    id: `r${i}`,
    person: `p${i}`,
    organisation: organisation?.id ?? 'o0',
    territories: organisation?.territories ?? [],
    competences: COMPETENCES.filter(() => random() < 0.5),
    languages: random() < 0.2 ? ['fr', 'en'] : ['fr'],
    timeZone: 'Europe/Paris',
    weekly: (days.length > 0 ? days : ([2] as const)).map((day): WeeklySlot => {
      const morning = random() < 0.6;
      return { day, from: morning ? 9 * 60 : 14 * 60, to: morning ? 12 * 60 : 17 * 60 };
    }),
    absences: [],
    monthlyMinutes: 120 + 60 * Math.floor(random() * 9),
    simultaneousCases: 1 + Math.floor(random() * 3),
    substitute: random() < 0.2 ? `r${Math.floor(random() * count)}` : undefined,
    pause: undefined,
    conflicts: { organisations: [], suppliers: [] },
  };
}
