/** What a value, a body or a fact said may be in a text, as those who label the messages of `roles.jsonl` name it. */
export const ROLES = {
  somme: [
    'estimation',
    'tout',
    'part',
    'unitaire',
    'periode',
    'offre',
    'deja',
    'budget',
    'marche',
    'avenant',
    'avenant_passe',
    'facture',
    'avance',
    'retenue',
    'penalite',
    'bon',
    'maximum',
    'minimum',
    'seuil',
    'autre',
  ],
  pourcent: ['tva', 'hausse', 'taux', 'part', 'autre'],
  jour: [
    'envoi_avis',
    'limite_candidatures',
    'limite_offres',
    'envoi_rejet',
    'reception_rejet',
    'envoi_signature',
    'notification',
    'facture_recue',
    'service_fait',
    'debut_suspension',
    'fin_suspension',
    'paiement',
    'fin_marche',
    'besoin',
    'aujourdhui',
    'autre',
  ],
  nombre: [
    'duree',
    'reconduction',
    'quantite',
    'retard',
    'validite',
    'delai_prevu',
    'delai_cite',
    'lots',
    'offres',
    'candidats',
    'heure',
    'autre',
  ],
  organisme: ['acheteur', 'autre_organisme'],
  fait: ['affirme', 'nie'],
} as const;

export type RoleKind = keyof typeof ROLES;
export type Role = (typeof ROLES)[RoleKind][number];

/** As a column of the weights. */
export const roleLabel = (kind: RoleKind, role: Role): string => `${kind}:${role}`;

const KINDS: readonly RoleKind[] = ['somme', 'pourcent', 'jour', 'nombre', 'organisme', 'fait'];

export const ROLE_LABELS: readonly string[] = KINDS.flatMap((kind) => ROLES[kind].map((role) => roleLabel(kind, role)));

export function isRoleOf(kind: RoleKind, role: string): role is Role {
  return ROLES[kind].some((one) => one === role);
}

export function isRole(name: string): name is Role {
  return KINDS.some((kind) => isRoleOf(kind, name));
}
