import type { Language } from '../../message.ts';
import { ownValue } from '../../own-value.ts';
import type { MaskKind } from './finding.ts';

/** What stands in the place of what is hidden; a sighting's own label prevails. */
export const LABELS: Readonly<Record<MaskKind, string>> = {
  person: 'personne',
  email: 'courriel',
  phone: 'téléphone',
  postal_address: 'adresse',
  siret: 'SIRET',
  siren: 'SIREN',
  vat: 'n° de TVA',
  iban: 'IBAN',
  rib: 'RIB',
  bic: 'BIC',
  contract: 'n° de marché',
  social_security: 'n° de sécurité sociale',
  birth_date: 'date de naissance',
  plate: 'immatriculation',
  url: 'site',
  account: 'compte',
  body: 'organisme',
  supplier: 'entreprise',
  place: 'lieu',
  health: 'santé',
  amount: 'montant',
};

/** The French labels, and the classes of `organismes.yaml`, in an English brief; one that is not here stays French. */
const ENGLISH: Readonly<Record<string, string>> = {
  personne: 'person',
  courriel: 'e-mail',
  téléphone: 'phone',
  adresse: 'address',
  'n° de TVA': 'VAT number',
  'n° de marché': 'contract number',
  référence: 'reference',
  'n° de sécurité sociale': 'social security number',
  'date de naissance': 'date of birth',
  immatriculation: 'number plate',
  site: 'website',
  compte: 'account',
  organisme: 'public body',
  entreprise: 'company',
  lieu: 'place',
  santé: 'health',
  montant: 'amount',
  commune: 'municipality',
  département: 'department',
  région: 'region',
  EPCI: 'intermunicipal body',
  syndicat: 'joint authority',
  "service d'incendie et de secours": 'fire and rescue service',
  'centre de gestion': 'civil service centre',
  CCAS: 'social welfare centre',
  'établissement public de santé': 'public hospital',
  'établissement médico-social': 'care home',
  université: 'university',
  "établissement d'enseignement supérieur": 'higher education school',
  académie: 'education authority',
  lycée: 'high school',
  collège: 'middle school',
  "office public de l'habitat": 'housing office',
  "service de l'État": 'State service',
  'chambre consulaire': 'chamber of commerce',
  'organisme social': 'social security body',
  'établissement public': 'public establishment',
  'société publique locale': 'local public company',
};

export const sayLabel = (label: string, language: Language): string =>
  language === 'en' ? (ownValue(ENGLISH, label) ?? label) : label;
