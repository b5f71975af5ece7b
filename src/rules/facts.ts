import type { FactKind } from './fact-kinds.ts';

export type FactValue = number | boolean | string | readonly number[] | null;
export type Situation = ReadonlyMap<FactName, FactValue>;

export const BUYERS = ['etat', 'epa', 'collectivite', 'hopital', 'office_habitat', 'entite_adjudicatrice'] as const;
export const NATURES = ['services', 'fournitures', 'travaux', 'services_specifiques'] as const;
export const PROCEDURES = [
  'adaptee',
  'appel_offres_ouvert',
  'appel_offres_restreint',
  'procedure_avec_negociation',
  'dispense_seuil',
  'formalisee',
] as const;
export const CCAGS = ['FCS', 'TIC', 'PI', 'MI', 'MOE', 'Travaux'] as const;

const amount: FactKind = { kind: 'amount' };
/** An amendment may take away from the contract. */
const signedAmounts: FactKind = { kind: 'amounts', signed: true };
const amounts: FactKind = { kind: 'amounts' };
const share: FactKind = { kind: 'share' };
const count = (max: number): FactKind => ({ kind: 'count', max });
const days = count(3_650);
const date: FactKind = { kind: 'date' };
const yesNo: FactKind = { kind: 'boolean' };
const text: FactKind = { kind: 'text' };
/** «true», «150 € par jour», null: a clause is told in words or only said to be there. */
const clause: FactKind = { kind: 'any', of: [yesNo, text, { kind: 'none' }] };
const choice = (values: readonly string[]): FactKind => ({ kind: 'choice', values });
const orNone = (kind: FactKind): FactKind => ({ kind: 'any', of: [kind, { kind: 'none' }] });

/** Every fact that a rule may read, as an interview, a file or a form names it; amounts in euros, dates YYYY-MM-DD. */
export const FACTS = {
  accord_cadre: clause,
  acheteur: choice(BUYERS),
  activite: text,
  analyse_et_commission_jours: days,
  analyse_jours: days,
  annees: count(99),
  annonce_initiale: yesNo,
  attribue_par_cao: yesNo,
  augmentation_pct: share,
  avis_preinformation_envoye: { kind: 'any', of: [yesNo, date] },
  avis_publie: yesNo,
  bon_ht: amount,
  cao_jours: days,
  ccag: orNone(choice(CCAGS)),
  charges_fonctionnement: amount,
  clause_penalite: clause,
  clause_remboursement: clause,
  cout_previsionnel_travaux_ht: amount,
  date_attribution: date,
  date_echeance: date,
  date_envoi_avis: date,
  date_envoi_invitation: date,
  date_envoi_rejets: date,
  date_facture: date,
  date_fin_execution: date,
  date_fin_garantie: date,
  date_reception_ouvrage: date,
  date_lancement: date,
  date_limite_offres: date,
  date_livraison: date,
  date_livraison_prevue: date,
  date_notification_bon: date,
  date_notification_marche_initial: date,
  date_paiement: date,
  date_projet_decompte_final: date,
  date_reception_dgd: date,
  date_reception_dossier_sous_traitant: date,
  date_reception_facture: date,
  date_reception_notification_interruption: date,
  date_reception_pieces_completes: date,
  date_service_fait: date,
  date_signature: date,
  date_signature_prevue: date,
  defense_securite: yesNo,
  delai_livraison_jours: days,
  delai_prevu_au_marche_jours: days,
  demarrage_vise: { kind: 'month' },
  depense_probable_ht: amount,
  depenses_fonctionnement: amount,
  duree_ans: count(99),
  duree_mois: count(1_200),
  electronique: yesNo,
  element_en_retard: text,
  ensemble_inutilisable: yesNo,
  etape: choice(['candidatures', 'offres']),
  etudes_concours_ht: amount,
  facture_avant_execution: yesNo,
  factures_en_retard: count(10_000),
  fondement: text,
  forfait_ht: amount,
  forme: text,
  fournitures_remises_au_titulaire_ht: amount,
  homogene: yesNo,
  innovant: yesNo,
  jei: yesNo,
  jours_retard: days,
  lot_ht: amount,
  lot_innovant_ht: amount,
  lots_ht: amounts,
  lots_travaux_ht: amounts,
  maitrise_oeuvre_ht: amount,
  maximum_ht: orNone(amount),
  minimum: { kind: 'any', of: [amount, clause] },
  minimum_ht: orNone(amount),
  mode: text,
  modifications_ht: { kind: 'any', of: [signedAmounts, { kind: 'amount' }] },
  modifications_ttc: { kind: 'any', of: [signedAmounts, { kind: 'amount' }] },
  montant_acompte_ttc: amount,
  montant_annuel_ht: amount,
  montant_estime_lot_ht: amount,
  montant_estime_marche_ht: amount,
  montant_ht: amount,
  montant_initial_ht: amount,
  montant_initial_ttc: amount,
  montant_marche_ht: amount,
  montant_mensuel_ht: amount,
  montant_tranche_en_retard_ht: amount,
  montant_ttc: amount,
  montants: amounts,
  montants_ttc: amounts,
  nature: choice(NATURES),
  nombre_candidats: count(100_000),
  notification_visee: date,
  objet: text,
  objet_paiement: text,
  objet_question: text,
  operation: text,
  option_avance: text,
  option_ht: amount,
  ouvrage: text,
  part_sous_traitee_paiement_direct_ht: amount,
  periode: text,
  besoin_regulier: yesNo,
  pieces_hors_ligne: yesNo,
  pme: yesNo,
  precision_acheteur: text,
  premiere_modification: yesNo,
  prix_unitaire_ht: amount,
  procedure: choice(PROCEDURES),
  procedure_initiale: choice(PROCEDURES),
  quantite: count(1_000_000_000),
  reconductions: count(99),
  reconductions_ans: { kind: 'any', of: [count(99), amounts] },
  reponse: clause,
  retenue_garantie: { kind: 'any', of: [amount, yesNo] },
  sans_concurrence: yesNo,
  selection_candidatures_jours: days,
  seuil_de_tolerance_au_marche: { kind: 'any', of: [share, yesNo, { kind: 'none' }] },
  signature_a_notification_jours: days,
  signature_visee: date,
  taux_avance_pct: share,
  taux_bce_au_1er_janvier_2027: share,
  taux_retenue_pct: share,
  taux_tva: share,
  total_lots_ht: amount,
  travaux_ht: amount,
  urgence: clause,
  urgence_justifiee: yesNo,
  usage: text,
  usage_envisage: text,
  valeur_element_ht: amount,
  valeur_en_retard_ht: amount,
  validite_offres_jours: days,
} as const satisfies Readonly<Record<string, FactKind>>;

export type FactName = keyof typeof FACTS;

const NAMES = new Map<string, FactKind>(Object.entries(FACTS));

export function isFactName(name: string): name is FactName {
  return NAMES.has(name);
}

export function kindOf(name: FactName): FactKind {
  return FACTS[name];
}
