import type { Role } from '../vocabulary/people.ts';
import type { Person } from './person.ts';
import type { SignedIn } from './port/signed-in.ts';
import type { Organisation, Reservist } from './reservist.ts';

export function roleOf({ roles }: Person): Role {
  return roles.includes('buyer') ? 'buyer' : 'prescriber';
}

/** An administrator may do all that a coordinator may. */
export function isCoordinator({ roles }: Person): boolean {
  return roles.includes('coordinator') || roles.includes('administrator');
}

export function signedInAs(
  person: Person,
  organisations: readonly Organisation[],
  reservists: readonly Reservist[],
): SignedIn {
  const body = organisations.find(({ id }) => id === person.organisation);
  return {
    person: person.id,
    name: person.name,
    organisation: body?.name ?? person.organisation,
    siret: body?.siret,
    role: roleOf(person),
    reservist: reservists.some((one) => one.person === person.id),
    coordinator: isCoordinator(person),
  };
}
