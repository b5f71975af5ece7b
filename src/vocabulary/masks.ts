/** What a finding is. */
export type MaskKind =
  | 'person'
  | 'email'
  | 'phone'
  | 'postal_address'
  | 'siret'
  | 'siren'
  | 'vat'
  | 'iban'
  | 'rib'
  | 'bic'
  | 'contract'
  | 'social_security'
  | 'birth_date'
  | 'plate'
  | 'url'
  | 'account'
  | 'body'
  | 'supplier'
  | 'place'
  | 'health'
  | 'amount'
  /** The whole of a text whose reading was stopped. */
  | 'unread';

/** `brief`: what was hidden in the brief; `own`: what points to whoever wrote it. */
export type HiddenKind = MaskKind | 'brief' | 'own';
