/**
 * In characters: three pages, what any of the faces hands over. The worst of texts of this length, nothing but figures, is
 * read within the 300 ms that others may be kept waiting (`LONGEST_READING_MS`). Faces refuse more and name it.
 */
export const LONGEST_TEXT = 8_000;

/** `to_buyer`: a department's need into procurement terms. `to_prescriber`: a buyer's message into plain words. */
export type Direction = 'to_buyer' | 'to_prescriber';

/** The slots of a need brief, after functional specification (NF EN 16271, ex NF X50-151) and the CCP (L2111-1). */
export const SLOTS = [
  'object',
  'quantity',
  'budget',
  'deadline',
  'place',
  'duration',
  'users',
  'existing_contract',
  'constraints',
  'criteria',
  'environment',
  'social',
] as const;

export type Slot = (typeof SLOTS)[number];
export const isSlot = (word: string): word is Slot => SLOTS.some((slot) => slot === word);

export const LINT_CODES = [
  'BRAND_WITHOUT_EQUIVALENT',
  'MEANS_NOT_RESULTS',
  'VAGUE_PERFORMANCE',
  'SPLITTING',
  'LOCAL_PREFERENCE',
  'PRICE_ONLY',
  'NO_ALLOTMENT',
  'URGENCY_SELF_INFLICTED',
  'AMOUNT_WITHOUT_TAX_BASIS',
  'SUPPLIER_NAMED',
  'TACIT_RENEWAL',
  'CRITERIA_AFTER',
  'CONFLICT_OF_INTEREST',
] as const;

export type LintCode = (typeof LINT_CODES)[number];

export const DEFECT_KINDS = [
  'NUMBER_CHANGED',
  'UNIT_CHANGED',
  'DATE_CHANGED',
  'NEGATION_DROPPED',
  'OBLIGATION_WEAKENED',
  'OBLIGATION_STRENGTHENED',
  'NAME_CHANGED',
  'CONSTRAINT_DROPPED',
  'INVENTED_FACT',
] as const;

export type DefectKind = (typeof DEFECT_KINDS)[number];

/** How firmly a service function is wanted. */
export type Flexibility = 'firm' | 'negotiable' | 'unsaid';

/** What a figure that sizes a need counts. */
export const COUNTED_IN = [
  'items',
  'workstations',
  'vehicles',
  'people',
  'meals',
  'surface',
  'sites',
  'accesses',
  'copies',
  'volume',
] as const;

/** What is bought: the families of the code (L1111-2 to L1111-5); studies are called «PI» by the CCAG-PI. */
export const FAMILIES = ['fournitures', 'services', 'travaux', 'prestations intellectuelles'] as const;
export type Family = (typeof FAMILIES)[number];
