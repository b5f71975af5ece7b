import { readSiret } from '../french/checksums.ts';
import { err, ok, type Result } from '../result.ts';
import { sayReserveFault } from '../text/reserve-faults.ts';
import type { Language } from '../vocabulary/people.ts';
import { readWeek } from './availability/read-week.ts';
import { bodyName, isNumberAlone } from './bodies.ts';
import { applyChanges, type ReserveChange } from './change.ts';
import {
  type CsvColumn,
  type CsvProblem,
  type CsvRow,
  type Everyone,
  minutesOf,
  NEEDED_COLUMNS,
  readCsv,
} from './csv.ts';
import { addressKey } from './e-mail.ts';
import { bare } from './manage.ts';
import type { Person } from './person.ts';
import type { Organisation, Reservist } from './reservist.ts';

export interface ImportParts {
  readonly competences: ReadonlySet<string>;
  readonly now: Date;
  readonly newId: () => string;
}

/** What a list of the reserve would save: everything, or every problem of the file and nothing. */
export function planCsvImport(
  text: string,
  kept: Everyone,
  parts: ImportParts,
): Result<Everyone, readonly CsvProblem[]> {
  const rows = readCsv(text);
  return rows.ok ? planRows(rows.value, kept, parts) : rows;
}

/** What the rows make, as they are read one after the other. */
interface Plan extends ImportParts {
  readonly kept: Everyone;
  readonly bodies: ReturnType<typeof createBodies>;
  readonly byEmail: Map<string, Person>;
  readonly seen: Map<string, number>;
  readonly problems: CsvProblem[];
}

type Problem = (column: CsvColumn, message: string) => void;

export function planRows(
  rows: readonly CsvRow[],
  kept: Everyone,
  parts: ImportParts,
): Result<Everyone, readonly CsvProblem[]> {
  const plan: Plan = {
    ...parts,
    kept,
    bodies: createBodies(kept.organisations),
    byEmail: new Map(
      kept.people.flatMap((one) => (one.email === undefined ? [] : [[addressOf(one.email), one] as const])),
    ),
    seen: new Map(),
    problems: [],
  };
  const drafts = rows.map((row) => draftOf(plan, row, problemIn(plan, row)));
  const known = [...drafts.map(({ reservist }) => reservist), ...kept.reservists];
  const ids = new Map(
    [...plan.byEmail].flatMap(([email, { id }]) => {
      const found = known.find((one) => one.person === id);
      return found === undefined ? [] : [[email, found.id] as const];
    }),
  );
  const reservists = drafts.map(({ row, reservist }) =>
    withTies(plan, reservist, row.cells, ids, problemIn(plan, row)),
  );
  if (plan.problems.length > 0) return err(plan.problems.sort((a, b) => a.line - b.line));
  return ok({ people: drafts.map(({ person }) => person), organisations: plan.bodies.toSave(), reservists });
}

function problemIn({ problems }: Plan, { line }: CsvRow): Problem {
  return (column, message) => problems.push({ line, column, message });
}

/** Who the row is of, and what they lend by it; whom it names is not known yet. */
function draftOf(plan: Plan, row: CsvRow, problem: Problem) {
  const { byEmail, seen, kept, newId } = plan;
  const { line, cells } = row;
  for (const name of NEEDED_COLUMNS) if ((cells[name] ?? '') === '') problem(name, 'this cell is empty');
  const email = addressOf(cells.courriel ?? '');
  if (email !== '' && !/^[^@\s]{1,64}@[^@\s.]{1,63}(?:\.[^@\s.]{1,63}){1,8}$/.test(email))
    problem('courriel', `“${cells.courriel}” is no e-mail address`);
  const first = seen.get(email);
  if (email !== '' && first !== undefined) problem('courriel', `line ${first} is the same person`);
  seen.set(email, line);
  const organisation = organisationOf(plan, row, problem);
  const known = byEmail.get(email);
  const spoken = listOf(cells.langues ?? '', /[|,\s]+/);
  const languages = spoken.filter((one): one is Language => one === 'fr' || one === 'en');
  if (languages.length < spoken.length) problem('langues', 'the languages are fr and en');
  const person: Person = {
    id: known?.id ?? newId(),
    roles: known?.roles ?? ['buyer'],
    address: known?.address,
    ...(known?.directoryRoles === undefined ? {} : { directoryRoles: known.directoryRoles }),
    name: cells.nom ?? '',
    email: cells.courriel,
    organisation: organisation.id,
    language: known?.language ?? languages[0] ?? 'fr',
  };
  byEmail.set(email, person);
  const before = kept.reservists.find((one) => one.person === person.id) ?? bare(newId(), person.id);
  return { row, person, reservist: changed(plan, before, row, organisation, languages, problem) };
}

/**
 * The one that is kept under this SIRET, else under this name, else a new one, which each row that names it must describe alike.
 * What the file says besides, a number or the name of a number, it gains.
 */
function organisationOf({ bodies, newId }: Plan, { line, cells }: CsvRow, problem: Problem): Organisation {
  const name = cells.organisation ?? '';
  const publicClass = cells.classe ?? '';
  const siret = readSiret(cells.siret);
  if (cells.siret && siret === undefined)
    problem('siret', `“${cells.siret}” is no SIRET: fourteen figures, key included`);
  const known = bodies.numbered(siret) ?? bodies.named(name);
  if (known === undefined) {
    if (name !== '' && publicClass === '')
      problem('classe', 'a new organisation needs its public class, such as “commune, 5 000–10 000 hab.”');
    return bodies.put({ id: newId(), name, siret, publicClass, territories: territoriesOf(cells) }, line);
  }
  if (siret !== undefined && known.siret !== undefined && known.siret !== siret)
    problem('siret', `this organisation is kept with another one, ${known.siret}`);
  const line0 = bodies.madeAt(known);
  if (line0 !== undefined && publicClass !== '' && publicClass !== known.publicClass)
    problem('classe', `line ${line0} gives another class to the same organisation`);
  if (isNumberAlone(known) && name !== '') {
    const territories = known.territories.length > 0 ? known.territories : territoriesOf(cells);
    return bodies.put({ ...known, name, publicClass: publicClass || known.publicClass, territories });
  }
  return siret === undefined || known.siret === siret ? known : bodies.put({ ...known, siret });
}

function changed(
  { competences, now }: Plan,
  before: Reservist,
  { cells }: CsvRow,
  organisation: Organisation,
  languages: readonly Language[],
  problem: Problem,
): Reservist {
  const known = { competences, reservists: new Set<string>(), organisations: new Set([organisation.id]) };
  const change = (column: CsvColumn, reservist: Reservist, one: ReserveChange): Reservist => {
    const applied = applyChanges(reservist, [one], known, now);
    if (!applied.ok) problem(column, sayReserveFault(applied.error, 'en'));
    return applied.ok ? applied.value : reservist;
  };
  let reservist = change('organisation', before, {
    kind: 'profile',
    organisation: organisation.id,
    languages: spokenBy(before, languages),
  });
  if (cells.territoires)
    reservist = change('territoires', reservist, { kind: 'profile', territories: territoriesOf(cells) });
  if (cells.compétences)
    reservist = change('compétences', reservist, {
      kind: 'profile',
      competences: listOf(cells.compétences, /[|,\s]+/),
    });
  if (cells.fuseau) reservist = change('fuseau', reservist, { kind: 'profile', timeZone: cells.fuseau });
  const week = cells.disponibilités === undefined ? before.weekly : readWeek(cells.disponibilités);
  if (week === undefined)
    problem(
      'disponibilités',
      `“${cells.disponibilités}” is not understood; write “lundi de 9h à 12h, jeudi de 14h à 17h”`,
    );
  else reservist = change('disponibilités', reservist, { kind: 'weekly', weekly: week });
  const minutes = minutesOf(cells['heures par mois'] ?? '0');
  if (minutes === undefined) problem('heures par mois', `“${cells['heures par mois']}” is no number of hours`);
  else reservist = change('heures par mois', reservist, { kind: 'monthly', minutes });
  if (cells['dossiers à la fois'])
    reservist = change('dossiers à la fois', reservist, { kind: 'cap', cases: Number(cells['dossiers à la fois']) });
  return reservist;
}

/** What names others, who may stand further down. */
function withTies(
  { bodies }: Plan,
  reservist: Reservist,
  cells: CsvRow['cells'],
  ids: ReadonlyMap<string, string>,
  problem: Problem,
): Reservist {
  const substitute = cells.suppléant === undefined ? reservist.substitute : ids.get(addressOf(cells.suppléant));
  if (cells.suppléant && substitute === undefined)
    problem('suppléant', `nobody of the reserve has the address “${cells.suppléant}”`);
  if (substitute === reservist.id) problem('suppléant', sayReserveFault({ kind: 'own_substitute' }, 'en'));
  const bodiesCell = cells['organisations en conflit'];
  const firmsCell = cells['fournisseurs en conflit'];
  const organisations = listOf(bodiesCell ?? '', /\|/).flatMap((name) => {
    const found = bodies.named(name);
    if (found === undefined)
      problem('organisations en conflit', sayReserveFault({ kind: 'unknown_organisation', what: name }, 'en'));
    return found === undefined ? [] : [found.id];
  });
  return {
    ...reservist,
    substitute,
    conflicts: {
      organisations: bodiesCell === undefined ? reservist.conflicts.organisations : organisations,
      suppliers: firmsCell === undefined ? reservist.conflicts.suppliers : listOf(firmsCell, /\|/),
    },
  };
}

/** Those that are kept and those that the file makes, by number and by name. */
function createBodies(kept: readonly Organisation[]) {
  const byId = new Map(kept.map((one) => [one.id, one]));
  const byName = new Map(kept.map((one) => [bodyName(one.name), one.id]));
  const bySiret = new Map(kept.flatMap((one) => (one.siret === undefined ? [] : [[one.siret, one.id] as const])));
  const madeAt = new Map<string, number>();
  const touched = new Set<string>();
  const of = (id: string | undefined) => (id === undefined ? undefined : byId.get(id));
  return {
    named: (name: string) => of(byName.get(bodyName(name))),
    numbered: (siret: string | undefined) => (siret === undefined ? undefined : of(bySiret.get(siret))),
    madeAt: ({ id }: Organisation) => madeAt.get(id),
    toSave: () => [...touched].flatMap((id) => of(id) ?? []),
    put: (body: Organisation, line?: number): Organisation => {
      byId.set(body.id, body);
      byName.set(bodyName(body.name), body.id);
      if (body.siret !== undefined) bySiret.set(body.siret, body.id);
      if (line !== undefined) madeAt.set(body.id, line);
      touched.add(body.id);
      return body;
    },
  };
}

/** As signing in compares it; an address that it never takes for another is compared as it is written. */
function addressOf(email: string): string {
  return addressKey(email) ?? email;
}

/** A file that does not say changes nothing; someone new speaks French. */
function spokenBy(before: Reservist, said: readonly Language[]): readonly Language[] {
  if (said.length > 0) return said;
  return before.languages.length > 0 ? before.languages : ['fr'];
}

function territoriesOf(cells: CsvRow['cells']): readonly string[] {
  return listOf(cells.territoires ?? '', /[|,\s]+/).map((code) => code.toUpperCase());
}

function listOf(cell: string, between: RegExp): readonly string[] {
  return cell
    .split(between)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
