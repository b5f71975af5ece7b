import { fold } from '../../french/words.ts';
import type { FactName, Situation } from '../facts.ts';
import type { Ask, Done } from '../goal.ts';
import type { Plain, Work } from '../work.ts';
import { BUYER_ASK, NATURE_ASK, settleNature } from './buyer.ts';

/** What may be asked of duties, as `objet_question` names it; the last is all of them. */
export const ASKED_DUTIES = [
  'contrat écrit',
  'données essentielles',
  "profil d'acheteur",
  'critère environnemental',
  'condition sociale',
  "avis d'attribution",
  'rapport de présentation',
  'conservation des pièces constitutives',
  'conservation des candidatures et offres',
  'restitution de la retenue de garantie',
  'validité des offres',
  "chiffre d'affaires minimal exigible",
  'sous-traitance',
  'toutes les obligations',
] as const;
export type AskedDuty = (typeof ASKED_DUTIES)[number];

/** The one duty that a question is about: what else is due is left alone. */
interface Duty {
  readonly asked: RegExp;
  readonly by: 'written' | 'data' | 'notices' | 'green' | 'social' | 'european' | 'award';
  /** What it gives, the duty first. */
  readonly gives: readonly string[];
  readonly needs: readonly FactName[];
}

const PURCHASE: readonly FactName[] = ['montant_ht', 'acheteur', 'nature'];
const DUTIES: readonly Duty[] = [
  { asked: /\becrit\b/, by: 'written', gives: ['ecrit'], needs: ['montant_ht'] },
  {
    asked: /donnees essentielles|liste annuelle/,
    by: 'data',
    gives: ['donnees_essentielles_ou_liste_annuelle', 'donnees_au_plus_tard'],
    needs: ['montant_ht', 'procedure'],
  },
  { asked: /profil/, by: 'notices', gives: ['profil_acheteur'], needs: PURCHASE },
  { asked: /environnement/, by: 'green', gives: ['critere_environnemental'], needs: ['procedure'] },
  { asked: /sociale/, by: 'social', gives: ['condition_sociale'], needs: PURCHASE },
  {
    asked: /avis d'attribution/,
    by: 'award',
    gives: ['avis_attribution', 'avis_attribution_au_plus_tard'],
    needs: PURCHASE,
  },
  { asked: /rapport/, by: 'european', gives: ['rapport_presentation'], needs: PURCHASE },
];

export function dutyIn(told: unknown): Duty | undefined {
  const text = typeof told === 'string' ? fold(told) : '';
  return DUTIES.find(({ asked }) => asked.test(text));
}

const ASKS = new Map<FactName, Ask>([
  ['montant_ht', { fact: 'montant_ht', tries: [10_000, 30_000, 50_000, 150_000, 6_000_000] }],
  ['acheteur', BUYER_ASK],
  ['nature', NATURE_ASK],
  ['procedure', { fact: 'procedure', tries: ['adaptee', 'dispense_seuil'] }],
]);

/** They are followed from the European thresholds on: the sum is known to reach them. */
export const FORMAL_PROCEDURES: readonly string[] = [
  'formalisee',
  'appel_offres_ouvert',
  'appel_offres_restreint',
  'procedure_avec_negociation',
];

export function asksOfDuty({ needs, by }: Duty, given: Situation): readonly Ask[] {
  const procedure = given.get('procedure');
  if (
    by === 'award' &&
    !given.has('montant_ht') &&
    typeof procedure === 'string' &&
    FORMAL_PROCEDURES.includes(procedure)
  )
    return [];
  return needs.flatMap((fact) => {
    const ask = given.has(fact) ? undefined : ASKS.get(fact);
    return ask === undefined ? [] : [ask];
  });
}

type Values = Readonly<Record<string, Plain | undefined>>;

export function judgeDuty(
  work: Work,
  { by, gives }: Duty,
  judges: Readonly<Record<Duty['by'], (work: Work) => Values>>,
): Done {
  if (!work.has('montant_ht')) work.set('montant_ht', 0);
  if (work.has('nature')) settleNature(work);
  if (!work.has('procedure') && work.has('nature') && work.has('acheteur'))
    work.set('procedure', work.wordOf('procédure à suivre'));
  const values = judges[by](work);
  return { values: Object.fromEntries(Object.entries(values).filter(([name]) => gives.includes(name))) };
}
