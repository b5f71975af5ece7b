/** Who an identity provider says has signed in. Issuer and `sub` together are the identity; neither is alone. The others may be missing. */
export interface ProvenIdentity {
  readonly issuer: string;
  readonly sub: string;
  readonly name: string | undefined;
  readonly email: string | undefined;
  /** The claim `email_verified` was the boolean true. */
  readonly emailVerified: boolean;
  /** The body they act for: its SIRET, or its name. */
  readonly organisation: string | undefined;
  /** Groups and roles as the directory calls them. */
  readonly groups: readonly string[];
  /** Of Entra: the object of the directory that Teams knows them by. */
  readonly microsoft?: { readonly tenant: string; readonly account: string } | undefined;
}
