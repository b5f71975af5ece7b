import type { FactName, FactValue } from '../../rules/facts.ts';
import type { GoalName } from '../../rules/goals.ts';

/** What a calculator's boxes hold, by the name of each: as it is typed. */
export type Typed = readonly (readonly [name: string, text: string])[];

/** The boxes of each calculator, the most telling first: what a goal may be given, without what only a sentence says. */
export const BOXES: Readonly<Record<GoalName, readonly FactName[]>> = {
  procedure: ['nature', 'montant_ht', 'acheteur', 'defense_securite'],
  publicity: ['nature', 'montant_ht', 'acheteur'],
  need_total: ['montants', 'prix_unitaire_ht', 'quantite', 'montant_annuel_ht', 'annees', 'montant_ttc', 'taux_tva'],
  obligations: ['nature', 'montant_ht', 'acheteur'],
  legal_control: ['montant_ht', 'acheteur'],
  tender_deadline: ['procedure', 'date_envoi_avis', 'date_envoi_invitation', 'electronique', 'urgence_justifiee'],
  standstill_end: ['procedure', 'date_envoi_rejets', 'electronique', 'nombre_candidats'],
  backplanning: [
    'procedure',
    'signature_visee',
    'analyse_et_commission_jours',
    'electronique',
    'selection_candidatures_jours',
  ],
  payment_due: ['acheteur', 'date_reception_facture', 'date_service_fait', 'delai_prevu_au_marche_jours'],
  late_interest: ['montant_ttc', 'date_echeance', 'date_paiement', 'factures_en_retard', 'acheteur'],
  advance: ['montant_ht', 'duree_mois', 'acheteur', 'pme', 'depenses_fonctionnement', 'ccag', 'taux_tva'],
  retention: ['montant_initial_ttc', 'modifications_ttc', 'acheteur', 'pme', 'charges_fonctionnement'],
  penalty: ['ccag', 'montant_marche_ht', 'valeur_en_retard_ht', 'jours_retard'],
  modification: ['nature', 'montant_initial_ht', 'modifications_ht', 'procedure_initiale', 'acheteur'],
  duration_limit: ['forme', 'duree_ans', 'reconductions_ans', 'acheteur'],
  innovation: ['montant_ht', 'nature', 'innovant', 'jei', 'acheteur'],
  small_lot: ['lots_ht', 'nature', 'acheteur'],
  mission_moe: ['cout_previsionnel_travaux_ht', 'maitrise_oeuvre_ht', 'operation', 'ouvrage', 'acheteur'],
};

/** Facts as one would type them in the boxes: what a form of the same case begins with. @param goal whose boxes; of any, without */
export function typedFacts(facts: readonly (readonly [FactName, FactValue])[], goal?: GoalName): Typed {
  const boxes: readonly FactName[] = goal === undefined ? Object.values(BOXES).flat() : BOXES[goal];
  return facts.flatMap(([fact, value]) => {
    const text = typedValue(value);
    return text === '' || text.length > LONGEST_TYPED || !boxes.includes(fact) ? [] : [[fact, text] as const];
  });
}

/** Characters of a box. */
export const LONGEST_TYPED = 300;

function typedValue(value: FactValue): string {
  if (typeof value === 'number') return String(value).replace('.', ',');
  if (typeof value === 'string' || typeof value === 'boolean') return String(value);
  return value === null ? '' : value.map((one) => typedValue(one)).join(' ; ');
}
