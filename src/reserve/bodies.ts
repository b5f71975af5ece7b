import { randomUUID } from 'node:crypto';
import { readSiret } from '../french/checksums.ts';
import { fold } from '../french/words.ts';
import { ok, type Result } from '../result.ts';
import { peopleTexts } from '../text/people-texts.ts';
import type { BodyKind } from '../vocabulary/people.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import { domainOf } from './e-mail.ts';
import type { Person } from './person.ts';
import type { ReserveRecords } from './reserve-records.ts';
import type { Organisation } from './reservist.ts';

/** A body that a directory knows by its number alone, until a coordinator names it. */
export function isNumberAlone({ name }: Pick<Organisation, 'name'>): boolean {
  return /^SIRET \d{14}$/.test(name);
}

/** How a body is looked for by its name: «Ville de Vitré» and «VILLE DE VITRE» are one. */
export function bodyName(name: string): string {
  return fold(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/**
 * The ids of the bodies that are a person's own, or for all we know may be. Two numbers decide by themselves: establishments of
 * one legal body share the nine figures of its SIREN. Without both, the same name is the same body. A body known by its number
 * alone cannot be told from one known by its name alone: nobody is asked for a colleague out of ignorance. Whoever comes by a chat
 * platform is of a workspace, which may be any body: the domain of their address then tells, where all who lend help from that
 * domain are of one body.
 * @param lenders the people who lend help
 */
export function createOwnBodies(bodies: readonly Organisation[], lenders: readonly Person[]): OwnBodies {
  const known = new Map(bodies.map((body) => [body.id, identityOf(body)]));
  const byDomain = new Map<string, Set<string>>();
  for (const { email, organisation } of lenders) {
    const domain = domainOf(email);
    if (domain !== undefined) byDomain.set(domain, (byDomain.get(domain) ?? new Set()).add(organisation));
  }
  return (ids, email) => {
    const own = ids.flatMap((id) => known.get(id) ?? []);
    const like = [...known].filter(([, body]) => own.some((one) => isLike(one, body))).map(([id]) => id);
    const near = own.every(({ isWorkspace }) => isWorkspace) ? byDomain.get(domainOf(email) ?? '') : undefined;
    return new Set([...ids, ...like, ...(near?.size === 1 ? near : [])]);
  };
}

/** @param ids the person's bodies, as far as they are known */
export type OwnBodies = (ids: readonly string[], email: string | undefined) => ReadonlySet<string>;

interface BodyIdentity {
  readonly siren: string | undefined;
  readonly name: string | undefined;
  /** Made for a workspace of a chat platform, and described by nobody since. */
  readonly isWorkspace: boolean;
}

function identityOf(body: Organisation): BodyIdentity {
  return {
    siren: (body.siret ?? body.declared?.siret)?.slice(0, 9),
    name: isNumberAlone(body) ? undefined : bodyName(body.declared?.name ?? body.name),
    isWorkspace: body.siret === undefined && body.declared === undefined && body.territories.length === 0,
  };
}

function isLike(one: BodyIdentity, other: BodyIdentity): boolean {
  if (one.siren !== undefined && other.siren !== undefined) return one.siren === other.siren;
  return one.name === undefined || other.name === undefined || one.name === other.name;
}

/** The body that an installation says for whoever comes without one. */
export interface DefaultBody {
  readonly siret: string;
  readonly name: string | undefined;
}

type Records = Pick<ReserveRecords, 'organisations' | 'saveOrganisation'>;

/** By its SIRET or its name; made where nobody has entered it. Whoever names it is believed: a coordinator, or a directory. */
export async function placeNamed(records: Records, named: string): Promise<Result<string, StoreDown>> {
  const siret = readSiret(named);
  if (siret !== undefined) return placeBody(records, siret, undefined);
  const all = await records.organisations();
  if (!all.ok) return all;
  const there = all.value.find((one) => one.declared === undefined && bodyName(one.name) === bodyName(named));
  if (there !== undefined) return ok(there.id);
  const made = { id: randomUUID(), name: named, publicClass: SOME_BODY, territories: [] };
  const saved = await records.saveOrganisation(made);
  return saved.ok ? ok(made.id) : saved;
}

/** A body as somebody says their own is, for that person alone. @param siret as typed */
export async function declareBody(
  records: Records,
  person: string,
  { name, siret, kind }: { readonly name: string; readonly siret: string; readonly kind: BodyKind | undefined },
): Promise<Result<string, StoreDown>> {
  const id = `declared-${person}`;
  const saved = await records.saveOrganisation({
    id,
    name: peopleTexts.declaredBody(name),
    declared: { name, siret: readSiret(siret) },
    publicClass: kind === undefined ? SOME_BODY : peopleTexts.bodyKinds[kind],
    territories: [],
  });
  return saved.ok ? ok(id) : saved;
}

const SOME_BODY = 'organisme public';

/** The body of a SIRET, made where nobody has entered it yet; `name` where one is known. */
export async function placeBody(
  records: Records,
  siret: string,
  name: string | undefined,
): Promise<Result<string, StoreDown>> {
  const all = await records.organisations();
  if (!all.ok) return all;
  const there = all.value.find((one) => one.siret === siret);
  if (there !== undefined && (name === undefined || !isNumberAlone(there))) return ok(there.id);
  const made = {
    id: siret,
    publicClass: SOME_BODY,
    territories: [],
    ...there,
    siret,
    name: name ?? `SIRET ${siret}`,
  };
  const saved = await records.saveOrganisation(made);
  return saved.ok ? ok(made.id) : saved;
}
