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
    excludes: 'ne couvre pas',
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
    left: (left: string, ceiling: string) => `Reste : ${left} HT sur ${ceiling} HT.`,
    nearlyUsed: (sums: string) => `${sums} Le plafond est presque atteint : demandez avant de commander.`,
    exceeds: (left: string, sum: string) =>
      `Attention : il reste ${left} HT sur le marché, moins que les ${sum} HT annoncés. Voyez qui achète avant de commander.`,
    endsBefore: (until: string) =>
      `Attention : le marché prend fin le ${until}, avant la date dite. Voyez qui achète avant de commander.`,
    needs: (name: string, until: string, who: string | undefined) =>
      `Un marché de votre organisme peut couvrir cela : ${name}, jusqu’au ${until}.${who === undefined ? '' : ` Qui achète : ${who}.`}`,
    which: 'Plusieurs lignes de la table peuvent convenir. Laquelle est la vôtre ?',
    whichContract: (name: string, until: string, who: string | undefined) =>
      `marché ${name}, jusqu’au ${until}${who === undefined ? '' : ` ; qui achète : ${who}`}`,
    whichNot: (name: string, family: string | undefined, who: string | undefined) =>
      `${family === undefined ? '' : `${family}, `}hors du marché ${name}${who === undefined ? '' : ` ; qui achète : ${who}`}`,
    whichFamily: (family: string | undefined, who: string | undefined) =>
      `${family ?? 'autre achat'}, sans marché en cours${who === undefined ? '' : ` ; qui achète : ${who}`}`,
    withoutContract: 'Aucun marché enregistré pour cela.',
    unsaid: (name: string) => `Le marché ${name} ne dit pas couvrir cela.`,
    /** @param isAsked whether the contract covers it was asked */
    notCovered: (name: string, what: string, isAsked: boolean, who: string | undefined) =>
      `${isAsked ? 'Non : le' : 'Le'} marché ${name} ne couvre pas cela (${what.replace(/\.$/, '')}).${who === undefined ? '' : ` Voyez ${who}.`}`,
    inAbsence: (who: string, standIn: string) => `En l’absence de ${who}, voyez ${standIn}.`,
    held: (name: string, covers: string, until: string) =>
      `Marché en cours : ${name}, jusqu’au ${until}, pour : ${covers.replace(/\.$/, '')}.`,
    leavesOut: (what: string) => `Il laisse de côté : ${what.replace(/\.$/, '')}.`,
    noOther: 'Aucun autre marché de la table ne le couvre.',
    also: (name: string, until: string) => `Marché en cours : ${name}, jusqu’au ${until}.`,
    who: (who: string) => `Qui achète : ${who}.`,
    buyer: (who: string) => `Pour cet achat, voyez ${who}.`,
    ofTeam: (who: string, team: string) => `${who} (${team})`,
    withSubstitute: (who: string, substitute: string) => `${who} ; en cas d’absence, ${substitute}`,
    buyerIs: (who: string, family: string | undefined) =>
      `Oui, ${who} achète cela${family === undefined ? '' : ` (${family})`}.`,
    buyerIsNot: (who: string, family: string | undefined, other: string) =>
      `Pour cela, voyez ${who}${family === undefined ? '' : ` (${family})`}, et non ${other}.`,
    buyerOf: (who: string, family: string) => `Pour cet achat, voyez ${who} (${family}).`,
    stands: (title: string, stage: string, why: string | undefined, since: string) =>
      `« ${title} » : ${stage}${why === undefined ? '' : ` (${why.replace(/\.$/, '')})`}, depuis le ${since}.`,
    waits: (who: string) => `En attente : ${who}.`,
    askedBy: (who: string) => `Demande de : ${who}.`,
    boughtBy: (who: string) => `Suivie par : ${who}.`,
    noneUnderWay: 'Aucune demande en cours n’est enregistrée sous ce nom.',
    where: (who: string) => `Je n’ai pas ici l’état de cette demande : ${who} peut vous le dire.`,
    whereNobody: 'Je n’ai pas ici l’état de cette demande : demandez-le au service achats.',
    askService: 'La table ne dit pas qui achète cela : demandez au service achats.',
    nobody: 'La table de votre organisme ne dit pas qui achète cela : demandez au service achats.',
    people: (names: readonly string[]) =>
      names.length === 1
        ? `Votre acheteur : ${names.join()}.`
        : `Achètent pour votre organisme : ${names.join(', ')}. Dites pour quel achat, et vous saurez qui.`,
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
  page: {
    title: 'Qui achète quoi, et nos marchés',
    fileName: 'qui-achete-quoi',
    empty: (body: string) =>
      `${body} n’a pas encore de table. Elle dit qui achète quoi et par quels marchés : l’assistant y répond aux questions de vos services.`,
    count: (rows: number, contracts: number, day: string) =>
      `${rows > 1 ? `${rows} lignes` : 'Une ligne'}, ${contracts === 0 ? 'aucun marché' : contracts > 1 ? `${contracts} marchés` : 'un marché'} ; table au ${day}.`,
    changedBy: (who: string) => `Dernier changement : ${who}.`,
    readOnly: 'Vos acheteurs et vos coordinateurs tiennent cette table. Une erreur ? Dites-la-leur.',
    watch: 'À regarder',
    warnings: {
      over: (day: string) => `fini depuis le ${day}`,
      ending: (day: string) => `finit bientôt : le ${day}`,
      nearly_used: (used: string, ceiling: string) => `plafond presque atteint : ${used} sur ${ceiling}`,
      used_up: (used: string, ceiling: string) => `plafond atteint : ${used} sur ${ceiling}`,
    },
    rest: 'Tout le reste',
    nobody: 'personne n’est désigné',
    inAbsence: (who: string) => `en cas d’absence, ${who}`,
    until: (holder: string, day: string) => `${holder}, jusqu’au ${day}`,
    covers: (what: string) => `Couvre : ${what}.`,
    excludes: (what: string) => `Ne couvre pas : ${what}.`,
    used: (used: string, ceiling: string) => `Consommé : ${used} HT sur ${ceiling} HT.`,
    ceiling: (ceiling: string) => `Plafond : ${ceiling} HT.`,
    howTo: (how: string) => `Pour commander : ${how}`,
    edit: 'Modifier',
    editOf: (name: string) => `Modifier : ${name}`,
    add: 'Ajouter une ligne',
    one: 'Une ligne de la table',
    save: 'Enregistrer',
    remove: 'Retirer cette ligne',
    removeSure: 'Oui, la retirer',
    removeHint: 'La ligne disparaît de la table ; les demandes déjà faites ne changent pas.',
    back: 'Retour à la table',
    who: 'Qui achète',
    contract: 'Le marché, s’il y en a un',
    labels: {
      family: 'Famille d’achats',
      cpv: 'Codes CPV, ou leurs premiers chiffres',
      buyer: 'Acheteur',
      team: 'Équipe',
      substitute: 'Suppléant',
      title: 'Intitulé du marché',
      holder: 'Titulaire',
      covers: 'Ce qu’il couvre',
      excludes: 'Ce qu’il ne couvre pas',
      until: 'Dernier jour',
      ceiling: 'Plafond, en euros HT',
      used: 'Déjà commandé, en euros HT',
      howToOrder: 'Comment commander',
    },
    hints: {
      family: 'Par exemple : mobilier scolaire. Une étoile (*) pour tout le reste.',
      cpv: 'Séparés par des virgules : 39160000-1, 3916',
      buyer: 'Son courriel, ou son nom tel qu’il est inscrit.',
      team: 'Un service, avec ou sans personne.',
      substitute: 'Qui répond en son absence.',
      title: '',
      holder: '',
      covers: 'Dans les mots des services, séparés par des virgules.',
      excludes: 'Ce qu’on croirait y trouver.',
      until: 'Par exemple : 31/08/2027',
      ceiling: '',
      used: '',
      howToOrder: 'Une phrase.',
    },
    files: 'Importer, exporter',
    file: 'Un fichier CSV ou XLSX, ou vos données essentielles publiées (JSON ou XML)',
    fileHint: 'Rien n’est gardé avant que vous ayez vu ce qui change.',
    way: 'Ce que le fichier fait',
    ways: { merge: 'Compléter la table', replace: 'Remplacer toute la table' },
    look: 'Voir ce qui changerait',
    csv: 'Télécharger en CSV',
    xlsx: 'Télécharger en XLSX',
    noFile: 'Choisissez d’abord un fichier.',
    preview: 'Ce qui changerait',
    nothingChanges: 'Ce fichier ne change rien à la table.',
    added: (count: number) => `À ajouter : ${count}`,
    changed: (count: number) => `À modifier : ${count}`,
    removed: (count: number) => `À retirer : ${count}`,
    same: (count: number) => `Inchangées : ${count}`,
    cell: (column: string, before: string, after: string) => `${column} : ${before} → ${after}`,
    none: '(vide)',
    confirm: 'Garder ces changements',
    refused: (count: number) =>
      `Rien n’a été gardé : ${count > 1 ? `${count} erreurs` : 'une erreur'} dans ce fichier.`,
    proposals: 'Vos marchés publiés',
    proposed: (count: number) =>
      `${count > 1 ? `${count} marchés en cours ne sont pas` : 'Un marché en cours n’est pas'} dans la table. Complétez-les, acceptez-les un par un ; le reste n’est pas gardé.`,
    noProposals: 'Tous les marchés en cours de ces données sont dans la table.',
    accept: 'Ajouter ce marché',
    done: { ligne: 'C’est enregistré.', retrait: 'La ligne est retirée.', import: 'La table est à jour.' },
    faults: {
      store_down: 'Les données ne sont pas accessibles : rien n’a été gardé. Réessayez dans un instant.',
      no_member: 'Cette table n’est montrée qu’aux membres de l’organisme.',
      not_keeper: 'Seuls les acheteurs et les coordinateurs de votre organisme changent cette table.',
      stale: 'La table a changé entre-temps : rien n’a été gardé. Relisez, puis recommencez.',
    },
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
    excludes: 'mobilier de bureau, livraison en étage',
    until: '31/08/2027',
    ceiling: '90 000',
    used: '41 500',
    howToOrder: 'bon de commande visé par Nadia, puis courriel au titulaire ; livraison sous trois semaines',
  },
});
