/** Who speaks: the department that has the need, or the procurement officer. */
export type Role = 'prescriber' | 'buyer';

export type Language = 'fr' | 'en';

/**
 * What someone may do besides asking: look after corpus and network (coordinator), say who is who (administrator). Helping others
 * is being a reservist.
 */
export const PERSON_ROLES = ['prescriber', 'buyer', 'coordinator', 'administrator'] as const;

export type PersonRole = (typeof PERSON_ROLES)[number];
