import type { PersonRole, Role } from '../vocabulary/people.ts';
import type { Person } from './person.ts';
import type { SignedIn } from './port/signed-in.ts';
import type { Organisation } from './reservist.ts';

type Roles = Pick<Person, 'roles' | 'directoryRoles'>;

/** All that someone may do: what was given here, and what their directory gives. */
export function rolesOf({ roles, directoryRoles = [] }: Roles): readonly PersonRole[] {
  return [...new Set([...roles, ...directoryRoles])];
}

/** Whether the directory says on which side of a purchase they are: they do not choose it then. */
export function isSideGiven({ directoryRoles = [] }: Person): boolean {
  return directoryRoles.includes('buyer') || directoryRoles.includes('prescriber');
}

export function roleOf(person: Person): Role {
  return isBuyer(person) ? 'buyer' : 'prescriber';
}

export function isBuyer(person: Person): boolean {
  return rolesOf(person).includes('buyer');
}

/** An administrator may do all that a coordinator may. */
export function isCoordinator(person: Person): boolean {
  const roles = rolesOf(person);
  return roles.includes('coordinator') || roles.includes('administrator');
}

export function signedInAs(person: Person, body: Organisation | undefined, reservist: boolean): SignedIn {
  return {
    person: person.id,
    name: person.name,
    organisation: body?.name ?? person.organisation,
    siret: body?.siret,
    ...(body === undefined || body.publicClass === '' ? {} : { publicClass: body.publicClass }),
    role: roleOf(person),
    ...(isSideGiven(person) ? { isSideGiven: true as const } : {}),
    reservist,
    coordinator: isCoordinator(person),
  };
}
