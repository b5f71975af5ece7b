import { z } from 'zod';
import { peopleTexts } from '../text/people-texts.ts';
import type { PersonRole } from '../vocabulary/people.ts';
import { isPrivateWay } from './loopback.ts';

const ROLES: ReadonlyMap<string, PersonRole> = new Map(Object.entries(peopleTexts.roles));

const listed = (text: string, by: RegExp) =>
  text
    .split(by)
    .map((one) => one.trim())
    .filter((one) => one !== '');
const listSchema = z.string().transform((text) => listed(text, /[\s,]/));

/** «/achats=acheteur; CN=Marchés,OU=Siège=acheteur»: a group, what it gives, one after the other. */
const rolesSchema = z.string().transform((text, context) => {
  const roles = new Map<string, readonly PersonRole[]>();
  for (const entry of listed(text, /;/)) {
    const at = entry.lastIndexOf('=');
    const [group, role] = [entry.slice(0, Math.max(at, 0)).trim(), ROLES.get(entry.slice(at + 1).trim())];
    if (group === '' || role === undefined)
      context.addIssue(`“${entry}”: write group=role; group=role…, a role among ${[...ROLES.keys()].join(', ')}`);
    else roles.set(group, [...(roles.get(group) ?? []), role]);
  }
  return roles as ReadonlyMap<string, readonly PersonRole[]>;
});

/** «hd=vitre.fr|agglo.fr; is_service_public=true»: claims, and the values of which each must have one. */
const requiredSchema = z.string().transform((text, context) => {
  const required = new Map<string, readonly string[]>();
  for (const entry of listed(text, /;/)) {
    const at = entry.indexOf('=');
    const values = listed(entry.slice(at + 1), /\|/);
    if (at < 1 || values.length === 0) context.addIssue(`“${entry}”: write claim=value or claim=value|value`);
    else required.set(entry.slice(0, at).trim(), values);
  }
  return required as ReadonlyMap<string, readonly string[]>;
});

/** Microsoft's issuers that let in whoever has any account of theirs. */
const ANY_TENANT = /^https:\/\/login\.microsoftonline\.com\/(?:common|organizations|consumers)(?:\/|$)/i;

export const signInVariables = {
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: 'must be an address' })
    .refine((url) => isPrivateWay(url), { error: 'must be https://: http:// is for a provider on this machine alone' })
    .refine((url) => !ANY_TENANT.test(url), {
      error:
        'names no tenant: with common, organizations or consumers anybody may come in. Write https://login.microsoftonline.com/TENANT/v2.0',
    })
    .optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_EMAIL_TRUSTED: z.enum(['true', 'false'], { error: 'must be true or false' }).default('false'),
  OIDC_NAME: z.string().min(1).max(60).optional(),
  OIDC_SCOPES: listSchema.optional(),
  OIDC_ACR: listSchema.default([]),
  OIDC_CLAIM_NAME: z.string().min(1).optional(),
  OIDC_CLAIM_EMAIL: z.string().min(1).default('email'),
  OIDC_CLAIM_ORGANISATION: z.string().min(1).default('siret'),
  OIDC_CLAIM_ROLES: listSchema.default(['roles', 'groups']),
  OIDC_ROLES: rolesSchema.optional(),
  OIDC_REQUIRED: requiredSchema.default(new Map()),
};

/** An OpenID Connect provider (ProConnect, for one), how this site is known to it, and what of its claims means what. */
export interface OpenIdConfig {
  readonly issuer: string;
  readonly clientId: string;
  /** Never logged. */
  readonly clientSecret: string;
  readonly publicUrl: string;
  /** As people know it; undefined: «le compte de mon organisme». */
  readonly name: string | undefined;
  /** Undefined: those that are needed, of the ones it says it knows. */
  readonly scopes: readonly string[] | undefined;
  /** The levels of assurance asked for, one of which the person must have signed in by; empty: any. */
  readonly acr: readonly string[];
  readonly claims: {
    /** Of the whole name; undefined: `given_name` with `usual_name` or `family_name`, else `name`. */
    readonly name: string | undefined;
    readonly email: string;
    /** A SIRET, or a name. */
    readonly organisation: string;
    /** Where groups and roles stand; a dot goes into an object (`realm_access.roles`). */
    readonly roles: readonly string[];
    /** Of each claim, the values of which it must have one. */
    readonly required: ReadonlyMap<string, readonly string[]>;
  };
  /** What each group gives; undefined: the directory gives no role. */
  readonly roles: ReadonlyMap<string, readonly PersonRole[]> | undefined;
  /** The provider vouches for its e-mail addresses without the claim `email_verified`. */
  readonly trustEmail: boolean;
}

type Values = z.infer<z.ZodObject<typeof signInVariables>> & { readonly PUBLIC_URL?: string | undefined };

/** All four or none. @throws naming those that are missing */
export function readOpenId(values: Values): OpenIdConfig | undefined {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, PUBLIC_URL } = values;
  const given = { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, PUBLIC_URL };
  // The address is also where Slack comes back to.
  if ([OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET].every((value) => value === undefined)) return undefined;
  if (
    OIDC_ISSUER === undefined ||
    OIDC_CLIENT_ID === undefined ||
    OIDC_CLIENT_SECRET === undefined ||
    PUBLIC_URL === undefined
  ) {
    const missing = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [name] : []));
    throw new Error(`Configuration not usable:\n  signing in also needs ${missing.join(', ')}`);
  }
  if (new URL(OIDC_ISSUER).hostname === 'accounts.google.com' && !values.OIDC_REQUIRED.has('hd'))
    throw new Error(
      'Configuration not usable:\n  OIDC_REQUIRED: Google lets in whoever has an account there: write hd=your-domain.fr',
    );
  return {
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    publicUrl: PUBLIC_URL,
    name: values.OIDC_NAME,
    scopes: values.OIDC_SCOPES,
    acr: values.OIDC_ACR,
    claims: {
      name: values.OIDC_CLAIM_NAME,
      email: values.OIDC_CLAIM_EMAIL,
      organisation: values.OIDC_CLAIM_ORGANISATION,
      roles: values.OIDC_CLAIM_ROLES,
      required: values.OIDC_REQUIRED,
    },
    roles: values.OIDC_ROLES,
    trustEmail: values.OIDC_EMAIL_TRUSTED === 'true',
  };
}
