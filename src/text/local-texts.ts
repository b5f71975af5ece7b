import { typeset } from './typeset.ts';

const NUMBERS = ['', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'];

/** The internal rules of a body beside the law. They quote a French text: there is no English twin. */
export const localTexts = typeset({
  /** @param articles between brackets, or nothing */
  law: (said: string, articles: string) => `Le code : ${said}${articles}.`,
  quotes: (count: number, written: boolean) =>
    count === 1 ? `un devis${written ? ' écrit' : ''}` : `${NUMBERS[count] ?? count} devis${written ? ' écrits' : ''}`,
  procedures: {
    achat_direct: 'achat direct',
    adaptee: 'procédure adaptée',
    formalisee: 'procédure formalisée',
  },
  natures: {
    fournitures: 'fournitures',
    services: 'services',
    travaux: 'travaux',
    services_specifiques: 'services sociaux et spécifiques',
  },
  only: (natures: readonly string[]) => ` (${natures.join(', ')})`,
  from: (sum: string) => ` dès ${sum} HT`,
  demand: (title: string, article: string, said: string) => `Chez vous (${title}, ${article}) : ${said}`,
  beside: (said: string, article: string) => `${said} (${article})`,
  /** After a local rule that asks for less than the law. */
  laxer: 'le code demande plus, et c’est lui qui l’emporte',
  laxerIn: 'là où le code demande plus, c’est lui qui l’emporte',
  as: 'comme le code',
  signature: (who: string) => `Signature : ${who}`,
  conduct: (who: string) => `Consultation menée par ${who}`,
  steps: {
    analyse: 'Analyse des offres',
    commission: 'Commission',
    selection: 'Sélection des candidatures',
    signature_a_notification: 'De la signature à la notification',
  },
  length: (step: string, days: number) => `${step} : ${days} ${days > 1 ? 'jours' : 'jour'}`,
  counted: 'pris en compte dans le calendrier',
  ownPrevails: 'vous avez donné votre durée : c’est elle qui est comptée',
  source: (title: string, day: string, print: string) => `Source : ${title} du ${day} (fichier ${print}).`,
  lead: (wanted: string, law: string) => `Chez vous : ${wanted} ; le code : ${law}`,
  /** What is wrong in the file, and what to write instead. */
  faults: {
    missing: (variable: string, file: string) => `${variable} : le fichier ${file} ne peut pas être lu`,
    several: (file: string, count: number) =>
      `Les règles internes de ${file} ont ${count > 1 ? `${count} erreurs` : 'une erreur'} :`,
    yaml: (told: string) =>
      `ce n’est pas du YAML (${told}) : « champ: valeur », deux espaces de retrait, un tiret par palier`,
    document: 'le fichier est vide ou n’est pas une liste de champs : écrivez titre, date, puis les paliers',
    nothing:
      'aucun palier ni délai : écrivez au moins une des listes mise_en_concurrence, signature, conduite ou delais',
    unknown: (known: readonly string[]) => `champ inconnu : écrivez l’un de ${known.join(', ')}, ou ôtez la ligne`,
    siret: 'écrivez le SIRET de l’organisme, quatorze chiffres entre guillemets : "21350001900017"',
    whose: 'de quel organisme sont ces règles ? écrivez « siret: "…" » en tête du fichier, ou donnez TRUCHEMENT_SIRET',
    sameBody: (file: string) => `${file} donne déjà les règles de cet organisme : n’en gardez qu’un`,
    title: 'écrivez le nom du document : « règlement interne des achats »',
    date: 'écrivez le jour du document : 2026-01-15',
    article: 'écrivez où cela se lit dans le document : art. 4',
    who: 'écrivez qui : « la directrice générale »',
    amount: 'écrivez un nombre d’euros HT, sans espace ni « € » : 3000',
    list: 'écrivez une liste : un tiret par palier, un palier au moins',
    level: 'écrivez un palier : « a_partir_de », « article », et ce qu’il demande',
    natures: 'écrivez une liste parmi fournitures, services, travaux, services_specifiques : [fournitures, services]',
    quotes: 'écrivez un nombre de devis entre 1 et 20 : 3',
    written: 'écrivez true ou false',
    procedure: 'écrivez achat_direct, adaptee ou formalisee',
    either: 'écrivez « devis » ou « procedure », l’un des deux et pas les deux',
    writtenAlone: '« ecrits » ne va qu’avec « devis »',
    step: 'écrivez analyse, commission, selection ou signature_a_notification',
    days: 'écrivez un nombre de jours entre 1 et 365 : 21',
    twice: (rank: number) =>
      `un autre palier (le n° ${rank} de la liste) dit déjà autre chose pour ce montant et cette nature : n’en gardez qu’un`,
  },
});
