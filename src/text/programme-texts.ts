import { typeset } from './typeset.ts';

/** A body's yearly campaign. It quotes what French services announce: there is no English twin. */
export const programmeTexts = typeset({
  title: 'Notre programmation',
  intro: (year: number, body: string, count: number, sum: string) =>
    `${year}, ${body} : ${count > 1 ? `${count} besoins annoncés` : 'un besoin annoncé'}, ${sum} HT.`,
  empty: (year: number, body: string) =>
    `${year}, ${body} : rien n’est annoncé. Dites ce que votre service achètera, une phrase par besoin.`,
  year: 'Année',
  add: 'Annoncer un besoin',
  box: 'Ce qu’il faudra, combien, pour quand',
  hint: 'Par exemple : 30 chaises en septembre, 4 000 €. Le montant se dit hors taxes.',
  go: 'Ajouter',
  added: (title: string, family: string | undefined, sum: string | undefined, day: string | undefined) =>
    `Ajouté : ${[title, family ?? 'famille à préciser', sum === undefined ? 'montant HT à préciser' : `${sum} HT`, day ?? 'date à préciser'].join(' · ')}.`,
  familySum: (sum: string, count: number) =>
    `Cette famille : ${sum} HT annoncés, ${count > 1 ? `${count} besoins` : 'un besoin'}.`,
  other: 'Sans famille : chacun compte à part',
  sums: (sum: string, unknown: number) =>
    `${sum} HT${unknown === 0 ? '' : `, et ${unknown > 1 ? `${unknown} besoins` : 'un besoin'} sans montant`}.`,
  noSum: 'montant à préciser',
  noDay: 'date à préciser',
  ht: (sum: string) => `${sum} HT`,
  for: (day: string) => `pour le ${day}`,
  rules: 'Ce que dit le droit pour cette famille',
  counts:
    'Ce calcul ne compte que ce qui porte ce nom : si une autre famille répond au même besoin, donnez-leur le même nom.',
  calendar: 'Calendrier, depuis la première date voulue',
  change: 'Corriger',
  changeOf: (title: string) => `Corriger : ${title}`,
  save: 'Enregistrer',
  remove: 'Retirer',
  removeOf: (title: string) => `Retirer : ${title}`,
  ask: 'En faire une demande',
  askOf: (title: string) => `En faire une demande : ${title}`,
  asked: 'Voir la demande',
  isAsked: 'demandé',
  labels: { title: 'Ce qu’il faut', family: 'Famille d’achats', amount: 'Montant, en euros HT', wanted: 'Pour quand' },
  hints: {
    title: '',
    family: 'Les mêmes mots que vos collègues : ce qui porte le même nom s’additionne.',
    amount: 'Sur toute la durée.',
    wanted: 'Par exemple : septembre 2027, ou 15/09/2027',
  },
  csv: 'Télécharger en CSV',
  xlsx: 'Télécharger en XLSX',
  columns: ['famille', 'besoin', 'montant HT', 'pour quand', 'annoncé par', 'demande faite', 'mots exacts'],
  yes: 'oui',
  page: (link: string | undefined) =>
    link === undefined
      ? 'Toute la programmation est sur la page « Notre programmation » du site.'
      : `Toute la programmation : ${link}`,
  done: { ajout: 'C’est ajouté.', change: 'C’est enregistré.', retrait: 'C’est retiré.' },
  faults: {
    store_down: 'Les données ne sont pas accessibles : rien n’a été gardé. Réessayez dans un instant.',
    too_slow: 'C’est trop long à lire en ce moment : réessayez, ou dites-le plus court.',
    unknown_need: 'Ce besoin n’est pas ou plus dans votre programmation.',
    empty: 'Dites d’abord ce qu’il faudra.',
    too_long: 'C’est trop long : une phrase par besoin.',
    no_need:
      'Je n’y lis pas de besoin : dites ce qu’il faudra acheter, par exemple « 30 chaises en septembre, 4 000 € ».',
    stale: 'Ce besoin a changé entre-temps : rien n’a été gardé. Relisez, puis recommencez.',
    wrong_box: {
      title: 'dites ce qu’il faut, en quelques mots',
      family: '300 signes au plus',
      amount: 'écrivez une somme en euros HT : 4 000 ou 4000,50',
      wanted: 'écrivez un mois ou un jour : septembre 2027, 15/09/2027',
    },
  },
});
