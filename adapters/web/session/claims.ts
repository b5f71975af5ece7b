import { ownValue } from '../../../src/own-value.ts';
import type { ProvenIdentity } from '../../../src/reserve/port/proven-identity.ts';
import { err, ok, type Result } from '../../../src/result.ts';

/** Where each thing stands. A name is a claim; where there is none of that name, its dots go into objects (`realm_access.roles`). */
export interface ClaimNames {
  /** Undefined: `given_name` with `usual_name` or `family_name`, else `name`. */
  readonly name: string | undefined;
  readonly email: string;
  readonly organisation: string;
  readonly roles: readonly string[];
  /** Claims, and the values of which each must have one; whoever has none is not let in. */
  readonly required: ReadonlyMap<string, readonly string[]>;
}

type Said = Readonly<Record<string, unknown>> & { readonly sub: string };

/** What is said of one person in two places: by `userinfo` first, and by the ID token what that leaves out. */
export function readClaims(
  { userInfo, token, issuer }: { readonly userInfo: Said; readonly token: Said; readonly issuer: string },
  names: ClaimNames,
): Result<ProvenIdentity, 'not_admitted'> {
  const places = [userInfo, token];
  const valuesOf = (claim: string) =>
    places.map((place) => textsIn(place, claim)).find((texts) => texts.length > 0) ?? [];
  const text = (claim: string) => valuesOf(claim)[0];
  for (const [claim, allowed] of names.required)
    if (!valuesOf(claim).some((value) => allowed.includes(value))) return err('not_admitted');
  // Whether an address is verified is said beside it: of two addresses, one may be.
  const mail = places.find((place) => textOf(ownValue(place, names.email)) !== undefined);
  const called = [text('given_name'), text('usual_name') ?? text('family_name')].filter((part) => part !== undefined);
  return ok({
    issuer,
    sub: token.sub,
    name: names.name === undefined ? called.join(' ') || text('name') : text(names.name),
    email: mail && textOf(ownValue(mail, names.email)),
    emailVerified: mail?.['email_verified'] === true,
    organisation: text(names.organisation),
    groups: [...new Set(names.roles.flatMap(valuesOf))],
    microsoft: microsoftOf(token, issuer),
  });
}

/** The texts under a claim, alone or in a list; a boolean by its word. */
function textsIn(place: Said, claim: string): readonly string[] {
  const found: unknown = Object.hasOwn(place, claim)
    ? ownValue(place, claim)
    : claim
        .split('.')
        .reduce<unknown>((inside, name) => (isRecord(inside) ? ownValue(inside, name) : undefined), place);
  return [found].flat().flatMap((value) => (typeof value === 'boolean' ? [String(value)] : (textOf(value) ?? [])));
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Believed of Microsoft alone, and of the tenant that issues the token: elsewhere anybody may call a claim so. */
function microsoftOf(token: Said, issuer: string): ProvenIdentity['microsoft'] {
  const [tenant, account] = [textOf(token['tid']), textOf(token['oid'])];
  if (tenant === undefined || account === undefined) return undefined;
  return issuer === `https://login.microsoftonline.com/${tenant}/v2.0` ? { tenant, account } : undefined;
}
