/** What other assistants read of this one's tools. */
export const mcpTexts = {
  title: 'Truchement, commande publique',
  instructions:
    'Outils sur la commande publique française. Chaque résultat vient avec ses articles et sa date : citez un chiffre avec la phrase qui le porte, sa date et son article, jamais seul. Ce qui est « annoncé » n’est pas en vigueur. Sans source ici, dites que vous ne savez pas. Les résumés d’articles ne sont pas le texte officiel : donnez le lien vers Légifrance.',
  sources: 'Sources',
  noSource: 'Aucune source : ne pas présenter comme une règle.',
  asOf: (day: string) => `Chiffres au ${day}.`,
  missing: 'Il manque, pour conclure',
  nothingFound: 'Aucune formulation à risque relevée.',
  faithful: 'La reformulation est fidèle.',
  nearest: (names: string) => `Les plus proches : ${names}.`,
  noFigure: 'Aucun chiffre ne correspond : donnez sa clé, ou des mots de son nom.',
  needFigure: 'donnez key ou about',
  tools: {
    demander: {
      title: 'Poser une question',
      about:
        'Répond à une question de commande publique, dans les mots du service prescripteur ou de l’acheteur, avec articles et date ; demande une précision ou refuse avec une raison quand ce n’est pas sûr.',
    },
    reformuler: {
      title: 'Reformuler',
      about:
        'Redit le besoin d’un service dans les mots de l’acheteur (to_buyer), ou le message d’un acheteur en mots simples (to_prescriber). Les valeurs du texte ne changent pas.',
    },
    verifier: {
      title: 'Vérifier un texte',
      about:
        'Relève ce que le Code de la commande publique n’admet pas dans un texte (marque, découpage, critères…) ; avec source, dit aussi ce que le texte a perdu ou changé par rapport à elle.',
    },
    calculer: {
      title: 'Calculer',
      about:
        'Calcule ce que le droit tire d’une situation (procédure, publicité, délais, avance, pénalités, intérêts…) ; demande le fait qui décide s’il manque. Donnez goal et situation, ou une phrase dans text.',
    },
    article: {
      title: 'Lire un article',
      about:
        'Ce que dit un article du code ou d’un CCAG, en nos mots, depuis quand, ce qui s’appuie dessus, et le lien vers le texte officiel.',
    },
    chiffre: {
      title: 'Donner un chiffre daté',
      about:
        'Un seuil, un taux ou un délai de la commande publique à une date, avec son article. Par sa clé (key) ou par des mots de son nom (about).',
    },
  },
  resources: {
    fiche: { title: 'Fiche', about: 'Une fiche du corpus, dans les mots de l’acheteur.' },
    figure: { title: 'Chiffre daté', about: 'Un chiffre en vigueur aujourd’hui, avec sa date et son article.' },
  },
  prompts: [
    {
      name: 'exprimer-un-besoin',
      title: 'Exprimer un besoin',
      about: 'Du besoin d’un service à un texte que l’acheteur peut reprendre.',
      say: (text: string) =>
        `Voici le besoin d’un service :\n\n${text}\n\nReformule-le pour l’acheteur avec l’outil reformuler (to_buyer), vérifie le résultat avec verifier, puis pose au service les questions qui restent.`,
    },
    {
      name: 'verifier-un-cahier-des-charges',
      title: 'Vérifier un cahier des charges',
      about: 'Ce qui, dans un texte, ferait obstacle à une mise en concurrence.',
      say: (text: string) =>
        `Voici un texte destiné à une consultation :\n\n${text}\n\nVérifie-le avec l’outil verifier, explique chaque point avec son article, et propose une rédaction.`,
    },
    {
      name: 'choisir-une-procedure',
      title: 'Choisir une procédure',
      about: 'La procédure et la publicité d’un achat, avec les seuils datés.',
      say: (text: string) =>
        `Voici un achat :\n\n${text}\n\nTrouve la procédure et la publicité avec l’outil calculer ; pose-moi la question qui manque ; donne chaque seuil avec sa date et son article.`,
    },
    {
      name: 'expliquer-au-service',
      title: 'Expliquer un message d’acheteur',
      about: 'Un message d’acheteur, dit en mots simples à son destinataire.',
      say: (text: string) =>
        `Voici le message d’un acheteur :\n\n${text}\n\nDis-le en mots simples avec l’outil reformuler (to_prescriber) : ce qui est demandé, pour quand, et ce qui arrive sinon.`,
    },
  ],
  promptText: 'Le texte.',
};
