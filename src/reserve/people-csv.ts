import { stringify } from 'csv-stringify/sync';
import { peopleTexts } from '../text/people-texts.ts';
import type { Person } from './person.ts';
import type { Organisation, Reservist } from './reservist.ts';
import { rolesOf } from './signed-in.ts';

/** As Excel in French opens it: semicolons, a byte order mark; a cell that would be a formula is made text. */
export const FOR_EXCEL = {
  header: true,
  delimiter: ';',
  bom: true,
  escape_formulas: true,
  record_delimiter: '\r\n',
} as const;

/** Everyone, one a row. @param lenders by person */
export function peopleCsv(
  people: readonly Person[],
  bodies: ReadonlyMap<string, Organisation>,
  lenders: ReadonlyMap<string, Reservist>,
): string {
  const names = new Map(Object.entries(peopleTexts.roles).map(([name, role]) => [role, name]));
  const rows = people.map((person) => {
    const [body, lender] = [bodies.get(person.organisation), lenders.get(person.id)];
    return {
      nom: person.name,
      courriel: person.email ?? '',
      organisation: body?.name ?? '',
      siret: body?.siret ?? '',
      territoires: body?.territories.join(' | ') ?? '',
      rôles: rolesOf(person)
        .map((role) => names.get(role) ?? role)
        .join(' | '),
      anime: person.territories?.join(' | ') ?? '',
      réserviste: lender === undefined ? '' : 'oui',
      compétences: lender?.competences.join(' | ') ?? '',
    };
  });
  return stringify(rows, FOR_EXCEL);
}
