/** What is said of an article that is asked for by its number. */
export const articleTexts = {
  since: (cited: string, day: string, gist: string) => `${cited} (version en vigueur depuis le ${day}) : ${gist}`,
  undated: (cited: string, readOn: string, gist: string) => `${cited} (version applicable au ${readOn}) : ${gist}`,
  title: (cited: string) => `Article ${cited}`,
  leans: (titles: readonly string[]) =>
    `S’appuient dessus : ${titles.slice(0, 8).join(' ; ')}${titles.length > 8 ? ` ; et ${titles.length - 8} de plus` : ''}.`,
  official: (since: string, readOn: string) =>
    `Le texte officiel (Légifrance, version en vigueur depuis le ${since}, lue le ${readOn}) :`,
  nothingLeans: 'Aucune fiche ne s’appuie dessus.',
  source: (readOn: string) =>
    `Résumé en nos mots d’une copie tierce de LEGI applicable au ${readOn} : ce n’est pas le texte officiel, à lire sur Légifrance.`,
  partly: 'L’article n’a été lu qu’en partie.',
  otherVersion: (day: string, since: string) =>
    `La version lue s’applique depuis le ${since} ; ce que l’article disait le ${day} n’a pas été lu ici.`,
  unreadable: 'Écrivez un seul article, comme R2122-8, L. 2124-2 ou CCAG-FCS 14.',
  unknown: (named: string) => `Aucun article « ${named} » n’a été lu ici.`,
  absent: (named: string, reason: string) => `${named} n’existe pas : ${reason}.`,
  repealed: (named: string, day: string, reason: string) => `${named} : article abrogé depuis le ${day}. ${reason}`,
  before: (day: string, first: string) =>
    `Aucun texte lu ici ne s’applique avant le ${first} : rien n’est dit du ${day}.`,
  /** Under the title of a fiche: a figure of it is of this day. */
  figuresAt: (day: string, verified: string, articles: string) =>
    `Chiffres en vigueur au ${day}. Fiche vérifiée le ${verified}. Articles : ${articles}.`,
  questions: 'Questions',
  nearest: (names: string) => `Les plus proches : ${names}.`,
};

/** A figure and its day in one sentence, so that neither is quoted without the other. */
export const figureTexts = {
  since: (label: string, value: string, day: string, article: string) =>
    `${label} : ${value} depuis le ${day} (${article}).`,
  until: (label: string, value: string, day: string, last: string, article: string) =>
    `${label} : ${value} du ${day} au ${last} (${article}).`,
  announced: (label: string, value: string, day: string) =>
    `${label} : ${value} annoncé pour le ${day}, à confirmer sur Légifrance ; pas en vigueur tant que ce n’est pas confirmé.`,
  silent: (label: string, day: string, first: string) =>
    `${label} : rien n’est connu ici pour le ${day} ; la table commence le ${first}.`,
  changed: (label: string, before: string, after: string, day: string, article: string) =>
    `${label} : ${before} jusqu’ici, ${after} depuis le ${day} (${article}).`,
  status: {
    V1: '',
    V2: 'Source secondaire : à vérifier avant de s’en servir.',
    'V2-faible': 'Source fragile : à vérifier avant de s’en servir.',
    M: 'De mémoire : à vérifier avant de s’en servir.',
  },
  unknown: (key: string) => `Aucun chiffre ne s’appelle « ${key} ».`,
  backwards: 'la fin vient avant le début',
};
