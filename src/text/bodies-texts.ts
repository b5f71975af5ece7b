import { typeset } from './typeset.ts';

/** The table of who buys what in a body. It quotes a French table: there is no English twin. */
export const bodiesTexts = typeset({
  columns: {
    family: 'famille',
    cpv: 'cpv',
    buyer: 'acheteur',
    team: 'équipe',
    substitute: 'suppléant',
    title: 'marché',
    holder: 'titulaire',
    covers: 'couvre',
    until: 'fin',
    ceiling: 'plafond HT',
    used: 'consommé HT',
    howToOrder: 'comment commander',
  },
  /** What an answer from the table leans on. */
  source: { fiche: 'table-de-l-organisme', section: 'Table de votre organisme' },
  /** Where the table does not say how a thing is ordered. */
  orderFrom: (who: string | undefined) =>
    who === undefined ? 'la table ne dit pas comment : demandez au service achats' : `demandez à ${who}`,
  /** What is said of a body's table to whoever is of it. Names and words of the table come escaped. */
  answers: {
    contractName: (title: string, holder: string) => `« ${title} » (${holder})`,
    contract: (name: string, until: string) => `Oui, un marché existe : ${name}, jusqu’au ${until}.`,
    order: (name: string, until: string) => `Par le marché ${name}, en cours jusqu’au ${until}.`,
    howTo: (how: string) => `Pour commander : ${how.replace(/\.$/, '')}.`,
    used: (used: string, ceiling: string) => `Consommé : ${used} HT sur ${ceiling} HT.`,
    nearlyUsed: (sums: string) => `${sums} Le plafond est presque atteint : demandez avant de commander.`,
    also: (name: string, until: string) => `Marché en cours : ${name}, jusqu’au ${until}.`,
    who: (who: string) => `Qui achète : ${who}.`,
    buyer: (who: string) => `Pour cet achat, voyez ${who}.`,
    ofTeam: (who: string, team: string) => `${who} (${team})`,
    withSubstitute: (who: string, substitute: string) => `${who} ; en cas d’absence, ${substitute}`,
    where: (who: string) => `Je n’ai pas ici l’état de cette demande : ${who} peut vous le dire.`,
    whereNobody: 'Je n’ai pas ici l’état de cette demande : demandez-le au service achats.',
    askService: 'La table ne dit pas qui achète cela : demandez au service achats.',
    nobody: 'La table de votre organisme ne dit pas qui achète cela : demandez au service achats.',
    none: (thing: string | undefined, day: string) =>
      `Aucun marché enregistré pour ${thing === undefined ? 'cet achat' : `« ${thing} »`} (table mise à jour le ${day}).`,
    nearOnly: (thing: string | undefined) =>
      `Aucun marché ne dit couvrir ${thing === undefined ? 'cet achat' : `« ${thing} »`}, mais un marché est proche.`,
    near: (name: string, covers: string, until: string) =>
      `À vérifier avec qui achète : ${name}, jusqu’au ${until}, pour : ${covers.replace(/\.$/, '')}.`,
    over: (name: string, day: string) => `Le marché ${name} a pris fin le ${day} : aucun autre n’est enregistré.`,
    asOf: (day: string) => `Table de votre organisme, au ${day}.`,
    signIn:
      'Les marchés et les acheteurs d’un organisme ne sont montrés qu’à ses membres : connectez-vous, puis reposez la question.',
    noTable:
      'Votre organisme n’a pas encore de table de ses marchés et de ses acheteurs : demandez à votre service achats.',
  },
  /** What is wrong in a row, and what to write instead. */
  faults: {
    unreadable: (detail: string) => `ce fichier ne se lit pas comme un tableau (${detail})`,
    noText: 'ni texte, ni classeur',
    empty: 'le fichier est vide : il faut une ligne de titres, puis une ligne par famille ou par marché',
    unknown: (known: readonly string[]) => `colonne inconnue ; les colonnes sont : ${known.join(', ')}`,
    twiceNamed: 'cette colonne est écrite deux fois : n’en gardez qu’une',
    missing: 'il manque cette colonne',
    tooMany: 'plus de cellules que de titres',
    tooLong: (most: number) => `${most} signes au plus`,
    tooManyRows: (most: number) => `${most} lignes au plus`,
    nothing: 'dites de quoi il s’agit : une famille, un code CPV, ou ce que le marché couvre',
    nobody: 'dites qui achète (acheteur ou équipe), ou quel marché existe',
    contractFirst: 'cette cellule parle d’un marché : écrivez son nom dans la colonne « marché »',
    cpv: 'écrivez des codes CPV ou leurs premiers chiffres, séparés par des virgules : 39160000-1, 3916',
    cpvUnknown: (code: string) => `aucun code CPV ne commence par ${code}`,
    holder: 'dites avec qui le marché est passé',
    until: 'dites le dernier jour du marché : 31/08/2027',
    day: 'écrivez un jour : 31/08/2027 ou 2027-08-31',
    amount: 'écrivez une somme en euros HT : 90 000 ou 90000,50',
    twice: (line: number) => `la ligne ${line} dit déjà ce marché`,
    substituteAlone: 'un suppléant remplace quelqu’un : écrivez l’acheteur ou l’équipe',
  },
  command: {
    usage:
      'usage : npm run bodies -- import FICHIER [--body ORGANISME] [--merge] [--confirm]\n        npm run bodies -- export [FICHIER] [--body ORGANISME]\n        npm run bodies -- template [FICHIER]',
    nothingKept: (count: number) => `rien n’a été gardé, ${count > 1 ? `${count} erreurs` : 'une erreur'} :`,
    fault: (line: number, column: string, message: string) =>
      `ligne ${line}${column === '' ? '' : `, ${column}`} : ${message}`,
    proposed: (count: number) =>
      `${count} marché(s) en cours trouvés dans les données publiées. Ce sont des propositions : complétez ce fichier et importez-le, ou ajoutez --confirm.`,
    kept: (body: string, rows: number, all: number) =>
      `${body} : ${rows} ligne(s) lues, ${all} dans la table maintenant.`,
    whichBody: (names: readonly string[]) =>
      `quel organisme ? --body SIRET ou nom, parmi : ${names.length === 0 ? '(aucun : npm run people en inscrit)' : names.join(' · ')}`,
    refused: { stale: 'la table a changé entre-temps : recommencez', down: 'les données ne sont pas accessibles' },
  },
  template: {
    family: 'mobilier scolaire',
    cpv: '3916',
    buyer: 'Nadia Exemple',
    team: 'service achats',
    substitute: 'Paul Exemple',
    title: 'Mobilier scolaire 2024-2027',
    holder: 'Société Exemple',
    covers: 'tables et chaises d’école, bureaux d’enseignants',
    until: '31/08/2027',
    ceiling: '90 000',
    used: '41 500',
    howToOrder: 'bon de commande visé par Nadia, puis courriel au titulaire ; livraison sous trois semaines',
  },
});
