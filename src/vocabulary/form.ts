/** What is bought, as the code divides it (L1111-2 to L1111-5, annexe 3), and the services that have a CCAG of their own. */
export const PURCHASE_NATURES = [
  'fournitures',
  'services',
  'services_specifiques',
  'travaux',
  'pi',
  'tic',
  'moe',
  'mixte',
] as const;
export type PurchaseNature = (typeof PURCHASE_NATURES)[number];

/** The lines of a form, in their order. */
export const FORM_LINES = [
  'asked',
  'nature',
  'object',
  'cpv',
  'quantity',
  'place',
  'deadline',
  'duration',
  'budget',
  'total',
  'existing_contract',
  'users',
  'constraints',
  'environment',
  'social',
  'criteria',
  'proof',
  'risks',
  'law',
  'procedure',
  'notions',
  'left_out',
] as const;
export type FormLineName = (typeof FORM_LINES)[number];

/** Lines in the order of a form. */
export const inFormOrder = <Line extends { readonly name: FormLineName }>(lines: readonly Line[]): readonly Line[] =>
  lines.toSorted((one, other) => FORM_LINES.indexOf(one.name) - FORM_LINES.indexOf(other.name));

/** Why a message has no form. */
export type NoForm = 'under_way' | 'question' | 'personal' | 'no_need';

export const isPurchaseNature = (word: string): word is PurchaseNature =>
  PURCHASE_NATURES.some((nature) => nature === word);
