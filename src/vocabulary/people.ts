/** Who speaks: the department that has the need, or the procurement officer. */
export type Role = 'prescriber' | 'buyer';

export type Language = 'fr' | 'en';

/** Kinds of public bodies, as somebody says which one their own is: those by which the rules of purchase tell buyers apart. */
export const BODY_KINDS = [
  'commune',
  'intercommunality',
  'department',
  'region',
  'syndicate',
  'state',
  'state_establishment',
  'hospital',
  'housing_office',
] as const;

export type BodyKind = (typeof BODY_KINDS)[number];

/**
 * What someone may do besides asking: look after corpus and network (coordinator), say who is who (administrator). Helping others
 * is being a reservist.
 */
export const PERSON_ROLES = ['prescriber', 'buyer', 'coordinator', 'administrator'] as const;

export type PersonRole = (typeof PERSON_ROLES)[number];
