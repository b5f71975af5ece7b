import type { Person } from './person.ts';
import type { Organisation } from './reservist.ts';
import { isCoordinator, rolesOf } from './signed-in.ts';

/**
 * How far whoever coordinates reaches: an administrator, and a coordinator of no territory in particular, everywhere; the others
 * where a body bears one of their codes. Pure, like all below.
 */
export function looksAfter(by: Person, body: Pick<Organisation, 'territories'> | undefined): boolean {
  if (!isCoordinator(by)) return false;
  const own = territoriesOf(by);
  return own.length === 0 || body?.territories.some((code) => own.includes(code)) === true;
}

/** Whether someone is within reach, and of no more powers: whoever could rename an administrator could sign in as one. */
export function mayChange(by: Person, person: Person, body: Organisation | undefined): boolean {
  return looksAfter(by, body) && (by.id === person.id || mayGive(by, person));
}

/** Whether roles and territory are no more than whoever gives them has. */
export function mayGive(by: Person, given: Pick<Person, 'roles' | 'directoryRoles' | 'territories'>): boolean {
  if (isAdministrator(by)) return true;
  const roles = rolesOf(given);
  if (roles.includes('administrator')) return false;
  if (!roles.includes('coordinator')) return true;
  const [own, theirs] = [territoriesOf(by), given.territories ?? []];
  return own.length === 0 || (theirs.length > 0 && theirs.every((code) => own.includes(code)));
}

/** None: everywhere. */
export function territoriesOf(person: Person): readonly string[] {
  return isAdministrator(person) ? [] : (person.territories ?? []);
}

export function isAdministrator(person: Person): boolean {
  return rolesOf(person).includes('administrator');
}
