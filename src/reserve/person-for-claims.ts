import type { ReserveRecords } from '../store/reserve-records.ts';

/** Who an identity provider says has signed in (ProConnect's claims; the e-mail is one it has verified). */
export interface ProvenIdentity {
  readonly sub: string;
  readonly givenName: string | undefined;
  readonly usualName: string | undefined;
  readonly email: string | undefined;
  readonly siret: string | undefined;
}

/**
 * The person of an identity: the one of that e-mail whom the coordinator has entered, else one made now, as a prescriber of
 * the body of that SIRET. Undefined when the identity names no body, or when the store is down: nobody comes in by default.
 */
export function createPersonFor(
  records: Pick<ReserveRecords, 'people' | 'organisation' | 'savePerson' | 'saveOrganisation'>,
) {
  return async ({ sub, givenName, usualName, email, siret }: ProvenIdentity): Promise<string | undefined> => {
    const people = await records.people();
    if (!people.ok) return undefined;
    const wanted = email?.toLowerCase();
    const id = `oidc-${sub}`;
    const known = people.value.find(
      (person) => person.id === id || (wanted !== undefined && person.email?.toLowerCase() === wanted),
    );
    if (known !== undefined) return known.id;
    if (siret === undefined) return undefined;
    const body = await records.organisation(siret);
    if (!body.ok) return undefined;
    if (body.value === undefined) {
      const made = { id: siret, name: `SIRET ${siret}`, publicClass: 'organisme public', territories: [] };
      if (!(await records.saveOrganisation(made)).ok) return undefined;
    }
    const saved = await records.savePerson({
      id,
      name: [givenName, usualName].filter((part) => part !== undefined).join(' ') || (email ?? sub),
      email,
      organisation: siret,
      roles: ['prescriber'],
      language: 'fr',
      address: undefined,
    });
    return saved.ok ? id : undefined;
  };
}
