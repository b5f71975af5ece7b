// The French texts of two pages, in the order of the pages: one table, longer than the usual file.

import { type DefectKind, type LintCode, LONGEST_TEXT, type Slot } from '../vocabulary/rewording.ts';

const LIMIT = LONGEST_TEXT.toLocaleString('fr-FR');

export const rewordingFr = {
  /** In the head of every page. */
  nav: { label: 'Rubriques', ask: 'Demander', reword: 'Reformuler' },
  title: 'Reformuler un besoin · Truchement',
  headline: 'Les mots de l’un dans les mots de l’autre.',
  intro:
    'Collez le besoin d’un service, ou le message d’un acheteur. Truchement le redit pour l’autre côté, sans rien ajouter et sans rien perdre.',
  /** What it does, in four: a name and a sentence each. */
  does: [
    { name: 'Il redit', text: 'Chaque terme de métier passe d’un côté à l’autre, souligné et expliqué.' },
    {
      name: 'Il relève',
      text: 'Le besoin devient une fiche : ce qui est dit y reste mot pour mot, ce qui manque est à préciser.',
    },
    {
      name: 'Il signale',
      text: 'Une marque, un lot unique, une préférence locale : chaque point délicat a son article et une autre rédaction.',
    },
    {
      name: 'Il vérifie',
      text: 'Chiffres, dates, noms et négations sont comparés un à un avant de vous être montrés.',
    },
  ],
  field: 'Votre texte',
  hint: 'Un besoin en une ligne, un message d’acheteur, une clause, trois pages…',
  limit: `Jusqu’à ${LIMIT} caractères, soit trois pages environ. Rien n’est gardé tant que vous n’enregistrez pas.`,
  counter: `{n} caractères sur ${LIMIT}`,
  over: '{n} caractères de trop',
  skip: 'Aller au texte',
  directionName: 'Sens',
  guess: 'laisser deviner',
  direction: { to_buyer: 'd’un service vers l’achat', to_prescriber: 'de l’achat vers un service' },
  go: 'Reformuler',
  working: 'Truchement reformule…',
  failed:
    'La reformulation n’est pas arrivée : le serveur ne répond pas ou la connexion est coupée. Votre texte est gardé.',
  examplesName: 'Ou essayez',
  examplesFor: { to_buyer: 'Un service écrit', to_prescriber: 'Un acheteur écrit' },
  /** Own sentences; the first is short, the second says more. */
  examples: {
    to_buyer: [
      {
        label: 'Des portables pour l’accueil',
        text: 'Bonjour, il nous faudrait une quinzaine de PC portables Dell pour les agents de l’accueil, pour la rentrée. On a à peu près 12k€. Il faut que ça démarre vite et que le dépannage soit fait sous 48 h : si ça tombe en panne, on ferme le guichet. On avait pensé à Infoloc, la boîte du coin qui nous connaît bien.',
      },
      {
        label: 'Le ménage de la médiathèque',
        text: 'Le contrat de ménage de la médiathèque s’arrête au 30 juin 2027. On voudrait quelqu’un tous les matins avant 9 h, sauf le lundi, avec des produits qui ne sentent pas fort. Pas de passage pendant les vacances de Noël. On paie 1 450 € par mois aujourd’hui.',
      },
    ],
    to_prescriber: [
      {
        label: 'Une demande de pièces',
        text: 'Votre expression de besoin ne permet pas de déterminer l’étendue du besoin. Merci de me transmettre, avant le 12 mars 2027, le CCTP, les quantités estimées et les critères d’attribution pondérés. À défaut, la publication de l’avis d’appel public à la concurrence sera reportée.',
      },
      {
        label: 'Un refus de signer un avenant',
        text: 'Je ne peux pas donner suite à votre projet d’avenant : les prestations supplémentaires modifient l’économie du marché. Il convient de me produire un rapport justifiant des circonstances imprévisibles avant le 15 avril 2027, faute de quoi une nouvelle mise en concurrence devra être lancée.',
      },
    ],
  },
  fault: {
    empty: 'Il n’y a pas encore de texte : collez un besoin ou un message, puis reformulez.',
    tooLong: (over: string) =>
      `Ce texte dépasse la limite de ${LIMIT} caractères (${over} de trop). Gardez l’essentiel, ou reformulez-le en deux fois ; rien n’est perdu, il est resté dans la case.`,
    tooLarge: {
      title: 'Texte trop long',
      text: `Ce texte dépasse de loin la limite de ${LIMIT} caractères, soit trois pages environ : il n’a pas été lu. Revenez en arrière et collez-le en plusieurs fois.`,
    },
    failed:
      'La reformulation n’a pas pu être préparée. Votre texte est resté dans la case : réessayez dans un instant.',
    /** Its reading was stopped. */
    tooSlow:
      'Ce texte demande trop de temps à lire : il n’a pas été reformulé. Rien n’est perdu, le voici : coupez-le en deux, ou retirez ce qui s’y répète.',
  },
  resultTitle: 'D’un côté, de l’autre',
  again: 'Changer le texte',
  guessed: {
    to_buyer: 'J’ai lu ce texte comme celui d’un service qui a un besoin, à redire pour l’acheteur.',
    to_prescriber: 'J’ai lu ce texte comme celui d’un acheteur, à redire pour un service.',
  },
  chosen: {
    to_buyer: 'Du service vers l’achat, comme vous l’avez demandé.',
    to_prescriber: 'De l’achat vers le service, comme vous l’avez demandé.',
  },
  turn: { to_buyer: 'C’est un service qui écrit', to_prescriber: 'C’est un acheteur qui écrit' },
  originalBy: { to_buyer: 'Le service a écrit', to_prescriber: 'L’acheteur a écrit' },
  rewordedFor: { to_buyer: 'Pour l’acheteur', to_prescriber: 'Pour le service' },
  /** Under a rewording in the chat: opens the page that shows all of it. */
  sideBySide: 'Voir côte à côte, avec la fiche de besoin et les points à revoir',
  moreFindings: (rest: number) => (rest === 1 ? 'Une autre remarque' : `${rest} autres remarques`),
  moreQuestions: (rest: number) => (rest === 1 ? 'Une autre question' : `${rest} autres questions`),
  moreSayings: (rest: number) => (rest === 1 ? 'Un autre passage' : `${rest} autres passages`),
  moreNeeds: (rest: number) => (rest === 1 ? 'Un autre besoin' : `${rest} autres besoins`),
  copy: 'Copier',
  copied: 'Copié',
  notCopied: 'Copie impossible : sélectionnez le texte',
  readability: (score: number) =>
    `Lisibilité ${score} sur 100 (indice de Kandel et Moles ; 60 et plus : langue courante)`,
  termsHint: 'Les mots soulignés s’expliquent au survol, au clavier ou d’un toucher.',
  close: 'Fermer',
  glossary: 'Les mots expliqués',
  glossaryHeads: { from: 'Écrit', to: 'Redit', means: 'Ce que cela veut dire' },
  faithful: 'Tout y est : chiffres, dates, noms, négations.',
  unfaithful: (count: number) =>
    count === 1
      ? 'À relire : un point n’est pas passé tel quel.'
      : `À relire : ${count} points ne sont pas passés tels quels.`,
  defect: {
    NUMBER_CHANGED: 'Un nombre a changé',
    UNIT_CHANGED: 'Une unité a changé',
    DATE_CHANGED: 'Une date a changé',
    NEGATION_DROPPED: 'Une négation a disparu',
    OBLIGATION_WEAKENED: 'Une obligation est affaiblie',
    OBLIGATION_STRENGTHENED: 'Une obligation est renforcée',
    NAME_CHANGED: 'Un nom a changé',
    CONSTRAINT_DROPPED: 'Une condition a disparu',
    INVENTED_FACT: 'Un fait a été ajouté',
  } satisfies Record<DefectKind, string>,
  inSource: 'dans l’original',
  inTarget: 'dans la reformulation',
  nowhere: 'absent',
  findings: (count: number) =>
    count === 1 ? 'Un point à revoir avant d’écrire' : `${count} points à revoir avant d’écrire`,
  noFinding: 'Aucune rédaction délicate relevée dans ce texte.',
  finding: (index: number) => `Point ${index}`,
  toText: 'voir dans le texte',
  instead: 'Plutôt',
  lint: {
    BRAND_WITHOUT_EQUIVALENT: 'Marque citée sans « ou équivalent »',
    MEANS_NOT_RESULTS: 'Moyens imposés plutôt que résultats',
    VAGUE_PERFORMANCE: 'Exigence impossible à vérifier',
    SPLITTING: 'Besoin coupé en morceaux',
    LOCAL_PREFERENCE: 'Préférence locale',
    PRICE_ONLY: 'Prix comme seul critère',
    NO_ALLOTMENT: 'Lot unique à justifier',
    URGENCY_SELF_INFLICTED: 'Urgence que l’on pouvait prévoir',
    AMOUNT_WITHOUT_TAX_BASIS: 'Montant sans HT ni TTC',
    SUPPLIER_NAMED: 'Entreprise choisie d’avance',
    TACIT_RENEWAL: 'Reconduction à encadrer',
    CRITERIA_AFTER: 'Critères changés après coup',
    CONFLICT_OF_INTEREST: 'Conflit d’intérêts possible',
  } satisfies Record<LintCode, string>,
  questions: 'Pour compléter',
  questionsWhy: 'Répondez avec vos mots : la réponse s’ajoute à votre texte, et tout est relu.',
  answerSend: 'Ajouter au texte',
  forNeed: (need: number) => `Besoin ${need}`,
  brief: 'La fiche de besoin',
  briefAim: 'Ce qui est dit, mot pour mot, et ce qui reste à préciser.',
  need: (index: number, of: number) => `Besoin ${index} sur ${of}`,
  slot: {
    object: 'Objet',
    quantity: 'Quantité',
    budget: 'Budget',
    deadline: 'Échéance',
    place: 'Lieu',
    duration: 'Durée',
    users: 'Utilisateurs',
    existing_contract: 'Contrat en cours',
    constraints: 'Contraintes',
    criteria: 'Critères',
    environment: 'Environnement',
    social: 'Social',
  } satisfies Record<Slot, string>,
  understood: 'compris',
  toSay: 'À préciser',
  conflict: 'Deux réponses se contredisent : à trancher',
  untouched: 'Non abordé, à ajouter au besoin',
  functions: 'Ce que cela doit faire',
  functionHeads: { what: 'Fonction', level: 'Niveau attendu', flexibility: 'Marge' },
  flexibility: { firm: 'impératif', negotiable: 'négociable', unsaid: 'non dite' },
  lots: 'Lots possibles',
  lotsWhy: 'Une division que le texte suggère ; l’acheteur en décide.',
  risks: 'Ce qui peut mal tourner',
  proof: 'Preuves à demander',
  /** Under a buyer's message. */
  words: (listed: string) => `[Mots du message\u00a0: ${listed}.]`,
  points: {
    asked: 'Ce qu’on vous demande',
    nothing: 'Rien ne vous est demandé : pour information.',
    notToDo: 'À ne pas faire',
    send: 'À envoyer',
    byWhen: 'Pour quand',
    otherwise: 'Sinon',
    buyerDoes: 'Ce que fait votre acheteur',
    why: 'Pourquoi',
    example: 'Par exemple',
    message: 'Le message',
  },
  save: {
    title: 'Se mettre d’accord',
    /** Where people sign in, and where two people are named. */
    text: 'Enregistrez : vous obtenez une adresse à donner à l’autre côté. Chacun, connecté, corrige, questionne et accepte pour son côté.',
    textByName:
      'Enregistrez : vous obtenez deux liens, le vôtre et celui de l’autre personne. Chacun corrige, questionne et accepte par le sien.',
    as: 'J’enregistre comme',
    ownName: 'Votre nom',
    otherName: 'Le nom de l’autre personne',
    send: 'Enregistrer et partager',
  },
  side: { prescriber: 'le service', buyer: 'l’acheteur' },
  agreement: {
    title: 'Voici ce que j’ai compris',
    working: 'Enregistrement…',
    failed:
      'Rien n’est enregistré : le serveur ne répond pas ou la connexion est coupée. Ce que vous avez écrit est gardé.',
    /** What this address is for: with someone signed in, by a link of one's own, or to read only (where people sign in or not). */
    share: {
      both: 'Donnez cette adresse à l’autre côté : chacun, connecté, agit pour le sien.',
      own: 'Cette adresse est la vôtre : elle signe en votre nom, ne la donnez pas.',
      signIn: 'Cette adresse permet de lire la fiche. Connectez-vous pour la corriger ou l’accepter.',
      link: 'Cette adresse permet de lire la fiche. Pour la corriger ou l’accepter, ouvrez le lien qui vous a été donné.',
    },
    copyAddress: 'Copier l’adresse',
    version: (version: number) => `version ${version}`,
    links: {
      title: 'La fiche est enregistrée',
      give: (who: string) => `Envoyez ce lien à ${who}. Il signe en son nom : ne le donnez à personne d’autre.`,
      copy: 'Copier le lien',
      own: (who: string) => `Le vôtre, pour ${who}, s’ouvre ici. Gardez-en l’adresse.`,
      open: 'Ouvrir la fiche',
    },
    /** A side with the name of who acts for it. */
    named: (side: string, name: string) => `${side} (${name})`,
    actingFor: (who: string) => `Vous agissez pour ${who}.`,
    state: {
      open: 'En discussion',
      agreed: 'D’accord des deux côtés',
      withdrawn: (who: string) => `Retirée par ${who}`,
    },
    accepted: (who: string) => `Acceptée par ${who}`,
    waiting: (who: string) => `Reste à accepter : ${who}`,
    accept: 'Accepter cette version',
    acceptWhy: 'Une correction faite ensuite efface les accords : chacun accepte à nouveau.',
    withdraw: 'Retirer la fiche',
    reopen: 'Rouvrir la discussion',
    edit: 'Corriger',
    fill: 'Préciser',
    newValue: (slot: string) => `${slot} : la bonne réponse`,
    oneByLine: 'Une réponse par ligne.',
    save: 'Enregistrer',
    correctedBy: (who: string) => `dit par ${who}`,
    terms: 'Les mots choisis',
    termsAim: 'Un mot ne convient pas ? Proposez le vôtre : il ira aussi au lexique, après relecture.',
    newTerm: (from: string) => `Le mot juste pour « ${from} »`,
    preferredBy: (who: string) => `préféré par ${who}`,
    exchanges: 'Questions d’un côté à l’autre',
    noExchange: 'Aucune pour l’instant.',
    ask: 'Votre question à l’autre côté',
    askSend: 'Poser la question',
    asks: (who: string) => `${who} demande`,
    answers: (who: string) => `${who} répond`,
    unanswered: 'Sans réponse pour l’instant',
    answer: 'Votre réponse',
    answerSend: 'Répondre',
    history: 'Historique',
    event: {
      opened: 'a enregistré la fiche',
      corrected: (slot: string) => `a corrigé « ${slot} »`,
      term_corrected: (words: string) => `a proposé un mot pour « ${words} »`,
      asked: 'a posé une question',
      answered: 'a répondu à une question',
      accepted: 'a accepté',
      withdrawn: 'a retiré la fiche',
      reopened: 'a rouvert la discussion',
    },
    originals: 'Les deux textes',
    downloads: 'Télécharger',
    download: { docx: 'Fiche Word (DOCX)', md: 'Markdown', json: 'JSON' },
    done: 'C’est enregistré.',
    stale:
      'L’autre côté a changé cette fiche entre-temps : la voici telle qu’elle est maintenant. Votre changement n’est pas fait ; votre texte est resté dans sa case.',
    unknown: {
      title: 'Fiche introuvable',
      text: 'Aucune fiche n’est gardée à cette adresse. Vérifiez qu’elle a été copiée en entier.',
    },
    refused: {
      other_side: (side: string) =>
        `Sur cette fiche, vous agissez pour ${side} : personne ne répond ni n’accepte des deux côtés.`,
      not_a_party:
        'Cette adresse permet de lire la fiche, pas de la changer : ouvrez le lien qui vous a été donné, ou connectez-vous.',
      names: 'Donnez votre nom et celui de l’autre personne : chacun signe en son nom.',
      not_signed_in: 'Connectez-vous pour enregistrer la fiche : elle se signe de votre nom.',
      side: 'Choisissez d’abord de quel côté vous agissez : le service ou l’acheteur.',
      empty: 'Écrivez quelque chose avant d’enregistrer.',
      agreed: 'Les deux côtés ont accepté cette fiche : rouvrez la discussion pour la changer.',
      withdrawn: 'Cette fiche est retirée : rouvrez la discussion pour la changer.',
      unchanged: 'C’est déjà ce que dit la fiche : rien à changer.',
      own_question: 'Cette question vient de votre côté : c’est à l’autre d’y répondre.',
      already_accepted: 'Ce côté a déjà accepté cette version.',
      other: 'Ce changement ne correspond plus à la fiche : la voici telle qu’elle est maintenant.',
    },
    kept: {
      typed: 'Votre texte',
      retry: 'Réessayer',
    },
  },
};
