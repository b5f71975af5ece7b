import type { IsoDate } from '../days/iso-date.ts';
import { frenchTypography } from '../french/typography.ts';
import { type ComputeOn, createCompute, type Reader } from '../rules/compute.ts';
import type { FactKind } from '../rules/fact-kinds.ts';
import { type FactName, kindOf } from '../rules/facts.ts';
import { type GoalName, isGoalName } from '../rules/goals.ts';
import { readRequest } from '../rules/read-request.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import { sayVerdict } from '../rules/text/say-verdict.ts';
import type { Rules } from '../rules/work.ts';
import { calculatorTexts } from '../text/calculator-texts.ts';
import type { Calculated, Calculating, Calculator, CalculatorField } from './port/calculating.ts';
import { tellRules } from './tell-rules.ts';

/** The boxes of each calculator, the most telling first: what a goal may be given, without what only a sentence says. */
const BOXES: Readonly<Record<GoalName, readonly FactName[]>> = {
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

/** One calculator for each goal, and the rules that they lean on in words; read when they are first asked for. */
export function createCalculating(load: () => Rules): Calculating {
  let room: { readonly rules: Rules; readonly compute: ComputeOn } | undefined;
  const open = () => {
    if (room === undefined) {
      const rules = load();
      room = { rules, compute: createCompute(rules) };
    }
    return room;
  };
  return {
    calculators: (reader) =>
      (Object.keys(BOXES) as GoalName[]).map((goal) => calculatorOf(goal, open().rules.book, reader)),
    calculate: (goal, typed, reader, today) =>
      isGoalName(goal) ? calculate(open().compute, goal, typed, reader, today) : undefined,
    rules: (today) => tellRules(open().rules, today),
  };
}

function calculatorOf(goal: GoalName, book: Rulebook, reader: Reader): Calculator {
  return {
    goal,
    title: calculatorTexts.titles[goal],
    fields: BOXES[goal].map((name) => fieldOf(name, book, reader)),
  };
}

function fieldOf(name: FactName, { facts }: Rulebook, reader: Reader): CalculatorField {
  const told = facts.get(name);
  const kind = kindOf(name);
  const listed = kind.kind === 'boolean' ? calculatorTexts.yesNo : (told?.choix ?? choicesOf(kind));
  const choices = Object.entries(listed).map(([value, label]) => ({ value, label: frenchTypography(label) }));
  return {
    name,
    label: frenchTypography(told?.titre ?? name),
    question: frenchTypography(told?.question[reader] ?? name),
    kind: choices.length > 0 ? 'choice' : boxOf(kind),
    choices,
  };
}

/** Where no words are told for them, they are their own. */
function choicesOf(kind: FactKind): Readonly<Record<string, string>> {
  return kind.kind === 'choice' ? Object.fromEntries(kind.values.map((value) => [value, value])) : {};
}

function boxOf(kind: FactKind): CalculatorField['kind'] {
  switch (kind.kind) {
    case 'amount':
    case 'date':
    case 'month':
      return kind.kind;
    case 'amounts':
      return 'list';
    case 'count':
    case 'share':
      return 'number';
    case 'any':
      return boxOf(kind.of[0] ?? kind);
    default:
      return 'text';
  }
}

function calculate(
  compute: ComputeOn,
  goal: GoalName,
  typed: ReadonlyMap<string, string>,
  reader: Reader,
  today: IsoDate,
): Calculated {
  const situation = Object.fromEntries(
    BOXES[goal].flatMap((name) => {
      const text = (typed.get(name) ?? '').trim();
      return text === '' ? [] : [[name, factIn(kindOf(name), text)]];
    }),
  );
  const request = readRequest(goal, situation, undefined, today);
  if (!request.ok) return { kind: 'fault', ...request.error };
  const concluded = compute(request.value, reader);
  if (!concluded.ok) return { kind: 'fault', ...concluded.error };
  const { missing, explanation } = concluded.value;
  // Every case of what is missing would fill a page: its questions are said, and the cases that a line holds.
  if (missing.length > 0)
    return {
      kind: 'done',
      said: frenchTypography(missing.map(({ question }) => question).join(' ')),
      lines: explanation.slice(1).filter(({ text }) => text.length <= LONGEST_CASE),
    };
  const [first, ...rest] = [...sayVerdict(concluded.value), ...explanation];
  return { kind: 'done', said: first?.text ?? '', lines: rest };
}

const LONGEST_CASE = 300;

/** As the box says it: what is no number stays a text, which the reader of facts then refuses with what to write. */
function factIn(kind: FactKind, text: string): unknown {
  if (kind.kind === 'any') return factIn(kind.of[0] ?? { kind: 'text' }, text);
  if (kind.kind === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  if (kind.kind === 'amounts') return text.split(/[;\n+]/).map((one) => numberOf(one.trim()));
  return kind.kind === 'amount' || kind.kind === 'count' || kind.kind === 'share' ? numberOf(text) : text;
}

/** «75 000,50 €»: French digits, whatever their spaces. */
function numberOf(text: string): number | string {
  const plain = text
    .replace(/[ \u00a0\u202f]/g, '')
    .replace(/(?:€|%|euros?)$/i, '')
    .replace(',', '.');
  return /^-?\d{1,15}(?:\.\d{1,6})?$/.test(plain) ? Number(plain) : text;
}
