import { type Gloss, row } from './gloss.ts';

/** Initials that a buyer writes without thinking: bodies, structures, papers and ways of signing. */
export const GLOSSES_OF_INITIALS: readonly Gloss[] = [
  row('avocat-juridique', 'le service juridique', 'DAJ', 'direction des affaires juridiques'),
  row('donneur-ordre', 'la direction des achats de l’État', 'DAE', 'direction des achats de l’État'),
  row('marche-reserve', 'les associations, coopératives et entreprises à but social', 'ESS'),
  row('insertion-achat', 'les structures qui emploient des personnes éloignées de l’emploi', 'IAE'),
  row('insertion-achat', 'une entreprise à but social reconnue par l’État', 'ESUS'),
  row('insertion-achat', 'une entreprise qui prête des personnes en insertion', 'ETTI'),
  row('insertion-achat', 'des employeurs qui forment ensemble des personnes en insertion', 'GEIQ'),
  row('insertion-achat', 'le service local qui suit les heures d’insertion', 'PLIE', 'facilitateur'),
  row('signature-electronique-marche', 'un format de signature dans le fichier', 'PAdES', 'XAdES', 'CAdES'),
  row('signature-electronique-marche', 'les règles européennes de la signature électronique', 'eIDAS'),
  row('cybersecurite', 'l’agence de l’État pour la sécurité informatique', 'ANSSI'),
  row('cybersecurite', 'la suite de l’activité après une panne', 'PRA', 'PCA'),
  row('cybersecurite', 'la direction du numérique de l’État', 'DINUM'),
  row('etudes-conseil', 'une société de services informatiques', 'ESN', 'SSII'),
  row('controle-legalite', 'l’administration qui surveille la concurrence', 'DGCCRF'),
  row('controle-legalite', 'le juge des comptes publics', 'CRC', 'chambre régionale des comptes'),
  row('insertion-achat', 'l’administration de l’emploi et du travail', 'DREETS', 'DDETS'),
  row('comptable-public', 'l’agence qui tient les outils de paiement de l’État', 'AIFE'),
  row('non-allotissement', 'un seul contrat pour le tout', 'marché unique', 'lot unique'),
  row('programme', 'ce que l’ouvrage ou l’outil doit permettre de faire', 'programme fonctionnel'),
  row('avenant', 'au point d’en changer la nature', 'substantiellement'),
];
