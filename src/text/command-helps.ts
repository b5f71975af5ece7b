// One table: every command with its options, in the order of `npm run`; its two shapes stand first.
/** One option of a command. */
export interface OptionHelp {
  readonly about: string;
  /** What its value is called; without one it is a switch. */
  readonly value?: string;
  /** A whole number above 0, or one of a few words. */
  readonly takes?: 'number' | readonly string[];
}

export interface CommandHelp {
  readonly about: string;
  /** What may stand beside the options: how it is written, and what it is. Without it nothing may. */
  readonly rest?: readonly [written: string, about: string];
  readonly options?: Readonly<Record<string, OptionHelp>>;
}

const batch = {
  batch: { value: 'FICHIER', about: 'lit des lignes JSON dans ce fichier (sinon, sur l’entrée standard)' },
};
const load = (rate: number) => ({
  rate: { value: 'N', takes: 'number', about: `questions par seconde (${rate})` } as const,
  seconds: { value: 'S', takes: 'number', about: 'durée de la mesure (30)' } as const,
  only: { value: 'echo|assistant', takes: ['echo', 'assistant'], about: 'mesure l’un des deux seulement' } as const,
  profile: { value: 'DOSSIER', about: 'y écrit les profils du processeur' },
});

/** Every command of the project's own, as `npm run NAME -- --help` explains it and as its options are read. */
export const commandHelps = {
  start: {
    about: 'Lance l’assistant : sa page web, et Slack et Teams là où ils sont configurés (docs/configuration.md).',
    options: { demo: { about: 'une démonstration, avec des personnes inventées de quatre organismes' } },
  },
  ask: {
    about: 'Répond à une question, ou à des lignes JSON (docs/api.md).',
    rest: ['"QUESTION"', 'la question ; sans elle, des lignes JSON sont lues'],
    options: batch,
  },
  chat: {
    about: 'La même conversation que sur la page web, dans le terminal.',
    options: {
      demo: { about: 'avec les personnes inventées de la démonstration' },
      as: { value: 'PERSONNE', about: 'avec --demo : au nom de cette personne' },
    },
  },
  reword: {
    about: 'Reformule un texte pour l’autre côté, ou des lignes JSON (docs/api.md).',
    rest: ['"TEXTE"', 'le texte ; sans lui, des lignes JSON sont lues'],
    options: batch,
  },
  lint: { about: 'Cherche dans des lignes JSON ce que le code n’admet pas (docs/api.md).', options: batch },
  fidelity: { about: 'Compare un texte et sa reformulation, en lignes JSON (docs/api.md).', options: batch },
  ground: {
    about: 'Dit si les phrases d’un modèle tiennent à leurs passages, en lignes JSON (docs/api.md).',
    options: batch,
  },
  rules: {
    about: 'Calcule ce que le droit chiffre (procédure, délais, sommes), en lignes JSON (docs/rules.md).',
    options: {
      ...batch,
      spoken: { value: 'FICHIER', about: 'juge les règles seules sur ces phrases' },
    },
  },
  lexicon: {
    about: 'Dit les notions d’une phrase, en lignes JSON ; ou exporte et importe le lexique.',
    rest: ['[FICHIER]', 'avec --export : le fichier à écrire'],
    options: {
      ...batch,
      export: { value: 'skos|tbx', takes: ['skos', 'tbx'], about: 'écrit le lexique en SKOS (Turtle) ou en TBX' },
      import: { value: 'FICHIER', about: 'lit un lexique SKOS ou TBX et en fait un fichier à relire' },
    },
  },
  ingest: {
    about: 'Vérifie le corpus, prend les documents de l’organisme et refait l’index.',
    rest: ['[CHEMIN…]', 'avec --add : d’autres fichiers ou dossiers'],
    options: {
      add: { value: 'CHEMIN…', about: 'prend aussi ces documents (Markdown, HTML, texte, DOCX, PPTX, ODT, PDF)' },
      collection: { value: 'NOM', about: 'sous quel nom les ranger' },
      audience: { value: 'all|ORGANISME', about: 'à qui les montrer' },
      documents: { about: 'les documents seuls : ce que le service fait de lui-même, de temps en temps' },
    },
  },
  'corpus:check': {
    about: 'Contrôle tout ce qui est écrit dans knowledge/, plus sévèrement qu’au démarrage.',
    options: { only: { value: 'MODULE', about: 'ne montre que ce module' } },
  },
  'figures:page': { about: 'Écrit les deux pages tirées du corpus : figures.md et couverture.md.' },
  doctor: { about: 'Dit ce qui est configuré et si cela marche, une ligne par chose ; aucun secret n’est montré.' },
  build: {
    about: 'Fait le dossier compilé qui s’installe sur un serveur (docs/installation.md).',
    options: { to: { value: 'DOSSIER', about: 'où il est fait (dist)' } },
  },
  backup: {
    about: 'Sauvegarde tout dans un fichier, pendant que l’assistant tourne (docs/backup.md).',
    rest: ['FICHIER', 'le fichier à faire'],
  },
  restore: {
    about: 'Ramène une sauvegarde, l’assistant arrêté : vérifiée d’abord, rien n’est touché si elle ne va pas.',
    rest: ['FICHIER', 'la sauvegarde'],
    options: {
      overwrite: { about: 'met de côté, puis remplace, les données qui sont là' },
      verify: { about: 'dit seulement si elle est entière et lisible ici' },
    },
  },
  migrate: {
    about: 'Met la base à niveau, comme le fait chaque démarrage.',
    options: { 'dry-run': { about: 'l’essaie, puis le défait' } },
  },
  'set-aside': {
    about: 'Montre ce qui a été mis de côté : ce qui a tué le programme ou échoué trois fois.',
    rest: ['[retry|drop REPÈRE]', 'l’essaie de nouveau, ou jamais plus'],
  },
  people: {
    about: 'Dit qui est qui, et change les rôles.',
    rest: ['COMMANDE…', 'sans commande, toutes celles qu’il y a'],
  },
  'api-keys': {
    about: 'Fait, montre et révoque les clés des programmes.',
    rest: ['COMMANDE…', 'sans commande, toutes celles qu’il y a'],
  },
  'law:watch': {
    about:
      'Compare les articles cités au texte officiel (LEGI_FOLDER, ou PISTE_CLIENT_ID et PISTE_CLIENT_SECRET) ; dit ce qui est à relire.',
    rest: ['[list|close …]', 'ce qui est ouvert ; ou close ARTICLE AAAA-MM-JJ NOM, quand c’est relu'],
  },
  mcp: { about: 'Sert les outils de l’assistant à un client MCP, par l’entrée et la sortie standard.' },
  reserve: { about: 'Tient la liste des réservistes.', rest: ['COMMANDE…', 'sans commande, toutes celles qu’il y a'] },
  'teams:package': {
    about: 'Écrit le paquet de l’application Teams, d’après TEAMS_APP_ID et PUBLIC_URL.',
    rest: ['[VERSION|icons]', 'la version (1.0.0), ou « icons » pour redessiner les icônes'],
  },
  replay: {
    about: 'Rejoue des événements enregistrés et montre ce qui aurait été répondu.',
    rest: ['slack FICHIER…', 'la messagerie, puis les fichiers JSON'],
  },
  simulate: {
    about: 'Un mois de demandes inventées, en accéléré : qui est sollicité, en combien de temps.',
    options: {
      reservists: { value: 'N', takes: 'number', about: 'réservistes (60)' },
      cases: { value: 'N', takes: 'number', about: 'demandes (300)' },
      seed: { value: 'N', takes: 'number', about: 'un autre tirage (1)' },
    },
  },
  evaluate: {
    about: 'Pose les questions de référence et mesure les réponses.',
    options: {
      set: { value: 'FICHIER', about: 'les questions de ce fichier' },
      failures: { about: 'montre chaque question manquée, et pourquoi' },
      spoken: { value: 'FICHIER', about: 'juge ces phrases dont la réponse se calcule' },
      fit: { about: 'ajuste les poids de la recherche, puis ceux du juge de la question, et les écrit' },
      'fit-pairs': { about: 'ajuste ceux du juge de la question seulement' },
      ask: { value: 'FICHIER', about: 'les dialogues de ce fichier, jugés sur les 120 premiers mots' },
      followups: { value: 'FICHIER', about: 'dialogues dont la dernière ligne ne dit rien seule' },
      neighbours: { value: 'FICHIER', about: 'questions voisines d’une autre, au verdict autre' },
      nonsense: { value: 'FICHIER', about: 'textes qui ne demandent rien' },
      guides: { value: 'FICHIER', about: 'questions posées à des guides internes, chacun importé seul' },
      model: { about: 'avec le modèle de langage configuré' },
    },
  },
  'evaluate:rewording': {
    about: 'Mesure les reformulations, le contrôle et la fidélité sur les textes de référence.',
    options: {
      folder: { value: 'DOSSIER', about: 'les textes de ce dossier' },
      cpv: { value: 'FICHIER', about: 'plutôt des besoins et leur classe CPV' },
      failures: { about: 'montre chaque texte manqué' },
    },
  },
  'evaluate:masking': {
    about: 'Mesure ce qui est masqué de textes où l’on sait ce qui devait l’être.',
    rest: ['TEXTES.jsonl…', 'les textes'],
    options: {
      errors: { about: 'montre chaque erreur' },
      weights: { value: 'FICHIER', about: 'avec ces poids' },
      rules: { about: 'avec les règles seules' },
    },
  },
  lengths: { about: 'Contrôle que chaque fonction tient sur un écran, et que chaque fichier long dit pourquoi.' },
  regexes: {
    about: 'Contrôle que chaque expression régulière se lit en temps linéaire.',
    options: { judge: { about: 'juge celles qui sont nouvelles et écrit le verdict' } },
  },
  stills: { about: 'Reprend les deux images du README dans la démonstration (il faut Chromium).' },
  'training:times': { about: 'Compte les minutes de lecture de chaque module.' },
  'train-embedder': {
    about: 'Ajuste les vecteurs de mots au corpus et les garde là où ils mesurent mieux.',
    options: {
      cdtn: { value: 'DOSSIER', about: 'mesure aussi sur ce jeu de questions' },
      fold: { value: 'N', takes: 'number', about: 'met aussi ce cinquième de côté, sans rien écrire' },
    },
  },
  phrasings: {
    about: 'Ce que valent les façons de demander : rangs d’un jeu scellé avec un quart, la moitié, toutes.',
    options: {
      set: { value: 'FICHIER', about: 'un autre jeu : une ligne JSON {text, fiche} par question' },
      train: { about: 'mesure aussi les vecteurs ajustés sur chaque part, quelques minutes' },
    },
  },
  statements: {
    about: 'Tire au sort des énoncés du corpus, à relire contre les textes par qui ne les a pas écrits.',
    options: {
      number: { value: 'NOMBRE', about: 'combien (300)' },
      seed: { value: 'NOMBRE', about: 'la graine du tirage (7)' },
    },
  },
  'train:clauses': {
    about:
      'Apprend ce que dit chaque proposition d’un message (le besoin d’un service, les actes que demande un acheteur) dans les messages annotés, et écrit knowledge/fiche/besoins.tsv et actes.tsv.',
    options: {
      only: { value: 'NOM', about: 'un seul des deux : besoins ou actes' },
      folds: { value: 'N', takes: 'number', about: 'mesure seulement, en N parts, sans rien écrire' },
      failures: { about: 'avec les mesures, montre chaque proposition mal lue' },
    },
  },
  'train:lines': {
    about: 'Apprend sur quelle ligne de la fiche de besoin va ce que dit un message, sur les messages annotés.',
    options: {
      folds: { value: 'N', takes: 'number', about: 'mesure seulement, en N parts, sans rien écrire' },
      failures: { about: 'avec les mesures, montre chaque ligne sûre et fausse' },
    },
  },
  'train:rules': {
    about: 'Apprend quelle phrase demande un calcul, sur knowledge/regles/demandes.jsonl.',
    options: {
      folds: { value: 'N', takes: 'number', about: 'mesure seulement, en N parts, sans rien écrire' },
    },
  },
  'train:roles': {
    about: 'Apprend ce qu’est chaque valeur d’un message, sur knowledge/regles/roles.jsonl.',
    options: {
      folds: { value: 'N', takes: 'number', about: 'mesure seulement, en N parts, sans rien écrire' },
    },
  },
  'train:cases': {
    about: 'Apprend à reconnaître le cas qu’une personne raconte, dans une réponse qui en distingue plusieurs.',
    options: { held: { about: 'dit ce que cela vaut sur un cinquième des questions, et n’écrit rien' } },
  },
  'train:questions': {
    about: 'Apprend les vecteurs qui distinguent une question de ses voisines, et les écrit.',
    options: { means: { about: 'garde les vecteurs appris, et n’y ajoute que les questions nouvelles' } },
  },
  'train:claims': {
    about: 'Apprend à reconnaître une phrase de modèle qui dit ce que disent ses sources, et l’écrit.',
  },
  'train:turns': {
    about: 'Apprend ce qu’est la dernière ligne d’un dialogue, sur knowledge/dialogue/tours.jsonl.',
    options: {
      folds: { value: 'N', takes: 'number', about: 'mesure seulement, en N parts, sans rien écrire' },
    },
  },
  'train:next': {
    about: 'Apprend quelle question pose la suite d’un dialogue, sur knowledge/dialogue/suites.jsonl.',
    options: {
      folds: { value: 'N', takes: 'number', about: 'mesure seulement, en N parts, sans rien écrire' },
    },
  },
  'train:leads': {
    about: 'Apprend ce qui ouvre une réponse, le calcul ou la règle, sur tests/golden/learn.',
    options: { folds: { about: 'mesure seulement, jeu par jeu, sans rien écrire' } },
  },
  bodies: {
    about: 'La table d’un organisme : qui achète quoi, par quels marchés.',
    rest: [
      'import|export|template [FICHIER]',
      'importe un CSV, un XLSX ou des données essentielles publiées ; exporte la table ; donne un modèle à remplir',
    ],
    options: {
      body: { value: 'ORGANISME', about: 'SIRET ou nom ; sinon celui de TRUCHEMENT_SIRET' },
      merge: { about: 'complète la table au lieu de la remplacer' },
      confirm: { about: 'garde les marchés publiés sans les faire relire' },
    },
  },
  'train:house': {
    about:
      'Apprend à reconnaître ce qui se demande de son propre organisme, le contenu d’offres et qui parle en candidat, sur knowledge/modes/chez-nous.txt, et dit ce qu’il en vaut.',
    options: { misses: { about: 'écrit chaque phrase mal lue' } },
  },
  'train:rows': {
    about:
      'Apprend quelle ligne de la table d’un organisme est demandée, sur ce qui se demande dans des organismes inventés, et dit ce qu’il en vaut dans chacun sans l’avoir vu.',
    options: {
      'left-out': { about: 'apprend sans chaque organisme tour à tour, y pose ses questions, n’écrit rien' },
      misses: { about: 'écrit chaque phrase mal lue' },
    },
  },
  'train:modes': {
    about:
      'Apprend ce que veut un message (une règle, une personne, autre chose, rien), sur knowledge/modes/messages.jsonl, et dit ce qu’il en vaut.',
  },
  'train:masking': {
    about: 'Apprend à reconnaître les noms, sur les textes annotés.',
    options: {
      without: { value: 'JEU,…', about: 'sans ces jeux de textes' },
      to: { value: 'FICHIER', about: 'où écrire les poids' },
    },
  },
  'bench:retrieval': {
    about: 'La recherche du projet à côté de MiniSearch et d’Orama, sur un jeu de questions.',
    options: { set: { value: 'DOSSIER', about: 'corpus.jsonl, queries.jsonl et qrels.tsv' } },
  },
  'bench:vectors': { about: 'Le graphe de vecteurs à côté de la recherche exacte : construire, chercher, trouver.' },
  'bench:rules': { about: 'Le temps de processeur des règles : lire, conclure, poser la question suivante.' },
  'bench:rewording': { about: 'Combien de messages sont reformulés par seconde, et le temps du plus long texte.' },
  'bench:model': { about: 'Ce que coûte un modèle de langage, avec un modèle joué.' },
  'bench:handoff': {
    about: 'Des demandes par un processus, puis par deux, sur une base PostgreSQL vide (DATABASE_URL).',
    options: { cases: { value: 'N', takes: 'number', about: 'demandes (1 000)' } },
  },
  'bench:store': {
    about: 'Remplit une base d’années d’usage, puis mesure le démarrage, une page, le tableau de bord et le ménage.',
    options: {
      built: { value: 'DOSSIER', about: 'fait par `npm run build` (le dépôt)' },
      filled: { value: 'DOSSIER', about: 'garde la base remplie, et mesure une copie de celle qui y est' },
      cases: { value: 'N', takes: 'number', about: 'dossiers (50 000)' },
      people: { value: 'N', takes: 'number', about: 'personnes (2 000)' },
      exchanges: { value: 'N', takes: 'number', about: 'questions posées (1 000 000)' },
    },
  },
  'bench:documents': {
    about: 'Les documents de l’organisme : les prendre, démarrer, en changer un, chercher.',
    options: {
      built: { value: 'DOSSIER', about: 'fait par `npm run build` (le dépôt)' },
      files: { value: 'N', takes: 'number', about: 'documents d’un dossier (5 000)' },
      passages: { value: 'N,N…', about: 'remplit plutôt PostgreSQL jusqu’à ces nombres de passages' },
    },
  },
  'bench:training': {
    about: 'Le tableau de bord de la formation sur 5 000 apprenants.',
    options: { learners: { value: 'N', takes: 'number', about: 'apprenants (5 000)' } },
  },
  'bench:slack': { about: 'Slack sous charge, à côté d’un simple écho (Linux).', options: load(200) },
  'bench:teams': { about: 'Teams sous charge, à côté d’un simple écho (Linux).', options: load(100) },
} as const satisfies Readonly<Record<string, CommandHelp>>;
