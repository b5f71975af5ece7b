import { join } from 'node:path';
import { type LinearModel, likelihoods, readLinearModel } from '../../learned/linear-model.ts';
import { afterRoles, type RoleText, roleFeatures } from './role-features.ts';
import { ROLES, type Role, type RoleKind, roleLabel } from './role-names.ts';
import { JOINED, type RoleSpan } from './role-spans.ts';

/** What was learnt, in `knowledge/regles`: made by `npm run train:roles`. */
export const ROLES_FILE = 'roles.tsv';

/** The roles that something of a text may have, the likeliest first; their shares sum to one. */
export interface ReadRole extends RoleSpan {
  readonly roles: readonly { readonly role: Role; readonly share: number }[];
}

/** Throws where the file is not there. */
export function readRoleModel(knowledge: string): LinearModel {
  return readLinearModel(join(knowledge, 'regles', ROLES_FILE));
}

/** One after another, each seeing what those before it were read to be. */
export function readRoles(read: RoleText, model: LinearModel): readonly ReadRole[] {
  const features = roleFeatures(read);
  const found: ReadRole[] = [];
  const before: { readonly kind: RoleKind; readonly role: Role }[] = [];
  for (const [index, one] of read.spans.entries()) {
    const roles = rolesOf(model, [...(features[index] ?? []), ...afterRoles(one.kind, before)], one.kind);
    found.push({ ...one, roles });
    const [best] = roles;
    if (best !== undefined) before.push({ kind: one.kind, role: best.role });
  }
  return onceEach(alikeInLists(found));
}

/** Days of which a case has one. */
const ONCE: ReadonlySet<Role> = new Set([
  'envoi_avis',
  'limite_offres',
  'envoi_rejet',
  'facture_recue',
  'service_fait',
  'debut_suspension',
  'fin_suspension',
  'paiement',
]);
/** What is left of a share in a role that another has more of. */
const SECOND = 0.2;

/** A day that another one is likelier to be is hardly it as well. */
function onceEach(found: readonly ReadRole[]): readonly ReadRole[] {
  const shareOf = ({ roles }: ReadRole, role: Role) => roles.find((one) => one.role === role)?.share ?? 0;
  const days = found.filter(({ kind }) => kind === 'jour');
  return found.map((one) => {
    if (one.kind !== 'jour' || days.length < 2) return one;
    const isSecond = (role: Role, share: number) =>
      ONCE.has(role) && days.some((other) => other !== one && shareOf(other, role) > share);
    const left = one.roles.map(({ role, share }) => ({ role, share: share * (isSecond(role, share) ? SECOND : 1) }));
    const sum = left.reduce((total, { share }) => total + share, 0);
    return {
      ...one,
      roles: left.map(({ role, share }) => ({ role, share: share / sum })).toSorted((a, b) => b.share - a.share),
    };
  });
}

/** «62 000 HT, 28 500 et 19 800»: what stands in one list is of one role, which all of them tell. */
function alikeInLists(found: readonly ReadRole[]): readonly ReadRole[] {
  const lists: ReadRole[][] = [];
  for (const one of found.filter(({ kind }) => kind === 'somme'))
    if (one.marks.includes(JOINED)) lists.at(-1)?.push(one);
    else lists.push([one]);
  return found.map((one) => {
    const list = lists.find((some) => some.length > 1 && some.includes(one));
    if (list === undefined) return one;
    const shareOf = (role: Role) =>
      list.reduce((sum, { roles }) => sum + (roles.find((each) => each.role === role)?.share ?? 0), 0) / list.length;
    const roles = one.roles.map(({ role }) => ({ role, share: shareOf(role) })).toSorted((a, b) => b.share - a.share);
    return { ...one, roles };
  });
}

/** Of the roles that its kind may have. */
function rolesOf(model: LinearModel, features: readonly string[], kind: RoleKind): ReadRole['roles'] {
  const likely = likelihoods(model, features);
  const all = ROLES[kind].map((role) => ({ role, share: likely[model.labels.indexOf(roleLabel(kind, role))] ?? 0 }));
  const sum = all.reduce((total, { share }) => total + share, 0);
  return all
    .map(({ role, share }) => ({ role, share: sum > 0 ? share / sum : 0 }))
    .toSorted((a, b) => b.share - a.share);
}
