/** Wishes that no offer can be compared on as they are said, by the stems of their words, and what a buyer measures them in. */
export const measureTexts: readonly { readonly said: readonly string[]; readonly unit: string }[] = [
  { said: ['silencieu', 'bruit', 'bruyant', 'sans bruit'], unit: 'niveau sonore en dB(A)' },
  {
    said: ['rapide', 'vite', 'reactif', 'reactive', 'sans attendre', 'dans la foulee'],
    unit: 'délai en heures ou en jours',
  },
  { said: ['leger', 'pas lourd', 'trop lourd'], unit: 'masse en kg' },
  {
    said: ['solide', 'robuste', 'resistant', 'costaud', 'qui tien', 'qui dure', 'durable', 'increvable'],
    unit: 'durée de garantie, essai ou norme de résistance',
  },
  {
    said: ['facile', 'simple', 'intuitif', 'pratique', 'ergonomique', 'maniable'],
    unit: 'essai par les utilisateurs, temps de prise en main',
  },
  { said: ['econome', 'consomme', 'basse consommation', 'sobre'], unit: 'consommation par heure ou par an' },
  { said: ['ecolo', 'respectueu', 'vert ', 'naturel'], unit: 'label, part de recyclé ou d’origine naturelle' },
  { said: ['propre', 'nickel', 'impeccable'], unit: 'niveau de propreté contrôlé contradictoirement' },
  { said: ['grand', 'petit', 'compact', 'encombrant', 'large'], unit: 'dimensions' },
  { said: ['lumineu', 'eclair'], unit: 'éclairement en lux' },
  { said: ['chaud', 'froid', 'fraich', 'temperature'], unit: 'température en °C' },
  {
    said: ['fiable', 'pas de panne', 'sans panne', 'tombe pas en panne', 'rupture', 'sans coupure'],
    unit: 'taux de disponibilité, délai de rétablissement',
  },
  { said: ['compatible', 'compatibles'], unit: 'versions et interfaces à lister' },
  { said: ['experiment', 'specialise', 'qualifie', 'connaitre', 'competent'], unit: 'références, diplômes ou titres' },
  { said: ['qualite', 'bon niveau', 'haut de gamme'], unit: 'niveau vérifiable, norme ou échantillon' },
];
