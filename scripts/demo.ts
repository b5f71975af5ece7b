import { cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../src/config/config.ts';
import type { HandoffSettings } from '../src/config/config-handoff.ts';
import type { Corpus } from '../src/corpus/read-corpus.ts';
import type { Person } from '../src/reserve/person.ts';
import type { Organisation, Reservist } from '../src/reserve/reservist.ts';
import type { Store } from '../src/store/store.ts';
import { seedHistory } from './demo-history.ts';

/** Made-up bodies and people of a territory, for `npm start -- --demo`: enough to play a whole case alone. */
const ORGANISATIONS: readonly Organisation[] = [
  {
    id: 'kerlann-sur-mer',
    name: 'Commune de Kerlann-sur-Mer',
    publicClass: 'commune de 5 000 à 10 000 habitants',
    territories: ['242900314', '29', 'R53'],
  },
  {
    id: 'agglo',
    name: 'Communauté d’agglomération du Ponant',
    publicClass: 'communauté d’agglomération',
    territories: ['242900314', '29', 'R53'],
  },
  {
    id: 'ch',
    name: 'Centre hospitalier des Abers',
    publicClass: 'établissement public de santé',
    territories: ['29', 'R53'],
  },
  { id: 'universite', name: 'Université de l’Iroise', publicClass: 'université', territories: ['29', 'R53'] },
];

const person = (id: string, name: string, organisation: string, roles: Person['roles']): Person => ({
  id,
  name,
  email: `${id}@exemple.fr`,
  organisation,
  roles,
  language: 'fr',
  address: undefined,
});

const PEOPLE: readonly Person[] = [
  person('maelle', 'Maëlle Corre', 'kerlann-sur-mer', ['prescriber']),
  person('yann', 'Yann Tanguy', 'kerlann-sur-mer', ['buyer']),
  person('anne', 'Anne Le Dantec', 'agglo', ['buyer']),
  person('karim', 'Karim Benali', 'ch', ['buyer']),
  person('soizic', 'Soizic Morvan', 'universite', ['buyer']),
  person('helene', 'Hélène Prigent', 'agglo', ['coordinator']),
];

/** A demo is played on a folder and a corpus of its own: what is approved there is never written in the real one. */
export function demoConfig(config: Config): Config {
  const data = join(config.data, 'demo');
  const knowledge = join(data, 'knowledge');
  if (!existsSync(knowledge)) copyWhole(config.knowledge, knowledge);
  // Its people are made up, and so are their addresses.
  return { ...config, data, knowledge, databaseUrl: undefined, mail: undefined };
}

/** Named once it is whole: two terminals may start the same demo. Delete the demo's folder to begin anew. */
function copyWhole(from: string, to: string): void {
  const beside = `${to}-${process.pid}`;
  cpSync(from, beside, { recursive: true });
  try {
    renameSync(beside, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
    rmSync(beside, { recursive: true });
  }
}

/** Played at any hour of any day. */
const addMinutes = (from: string, minutes: number) => new Date(Date.parse(from) + minutes * 60_000).toISOString();

/** Fills an empty reserve; one that holds people already is left as it is, so that a demo goes on where it was left. */
export async function seedDemo(
  store: Store,
  corpus: Corpus,
  { durations, promisedMinutes }: HandoffSettings,
): Promise<void> {
  const there = await store.reserve.people();
  if (!there.ok) throw new Error('the demo store cannot be read');
  if (there.value.length > 0) return;
  const competences = [...new Set(corpus.modules.flatMap((module) => module.competences))];
  const reservist = (id: string, organisation: string, share: number): Reservist => ({
    id: `reserviste-${id}`,
    person: id,
    organisation,
    territories: ORGANISATIONS.find((one) => one.id === organisation)?.territories ?? [],
    // Each knows two thirds of the subjects, never the same ones.
    competences: competences.filter((_, i) => i % 3 !== share),
    languages: ['fr', 'en'],
    timeZone: 'Europe/Paris',
    weekly: ([1, 2, 3, 4, 5, 6, 7] as const).map((day) => ({ day, from: 0, to: 24 * 60 })),
    absences: [],
    monthlyMinutes: 20 * 60,
    simultaneousCases: 5,
    substitute: undefined,
    pause: undefined,
    conflicts: { organisations: [], suppliers: [] },
  });
  const saves = [
    ...ORGANISATIONS.map((one) => store.reserve.saveOrganisation(one)),
    ...PEOPLE.map((one) => store.reserve.savePerson(one)),
    store.reserve.saveReservist(reservist('anne', 'agglo', 0)),
    store.reserve.saveReservist(reservist('karim', 'ch', 1)),
    store.reserve.saveReservist(reservist('soizic', 'universite', 2)),
  ];
  for (const saved of await Promise.all(saves)) if (!saved.ok) throw new Error('the demo store cannot be written');
  await seedHistory(store, PEOPLE, { ...durations, addWorkingMinutes: addMinutes }, promisedMinutes);
}
