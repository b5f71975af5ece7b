// The French texts of the answers, the pages and the terminal: the model of the other language, one table.

import type { Language } from '../vocabulary/people.ts';
import type { FeedbackChoice, HandoffReason, RefusalReason } from '../vocabulary/reasons.ts';
import { faultsFr } from './faults-fr.ts';
import { handoffFr } from './handoff-fr.ts';
import { handoffWebFr } from './handoff-web-fr.ts';
import { articleChanged } from './law-texts.ts';
import { rewordingFr } from './rewording-fr.ts';
import { slackFr } from './slack-fr.ts';
import { teamsFr } from './teams-fr.ts';
import { trainingFr } from './training-fr.ts';

export const fr = {
  language: 'fr' as Language,
  register: { prescriber: 'Pour le service', buyer: 'Pour l’acheteur' },
  roleName: { prescriber: 'service prescripteur', buyer: 'acheteur' },
  roleSet: {
    prescriber:
      'C’est noté : je vous réponds comme à un service prescripteur, avec des mots de tous les jours. Quelle est votre question ?',
    buyer:
      'C’est noté : je vous réponds comme à un acheteur, avec la règle et ses articles. Quelle est votre question ?',
  },
  asOf: (day: string) => `À jour au ${day}`,
  /** How sure an answer is, at its foot: what was read of the texts it cites. */
  sure: {
    read: 'Vérifié dans le texte même des articles cités.',
    partly: (articles: string) =>
      `Vérifié dans le texte des articles cités, sauf ${articles} : recoupez ce point avant d’agir.`,
    others: 'Une partie vient d’ailleurs que des textes officiels : recoupez-la avant d’agir.',
    unchecked: 'Pas encore vérifié dans les textes : faites-le confirmer avant d’agir.',
    document: 'Cité tel quel d’un document de votre organisme.',
  },
  sources: 'Sources',
  nextSteps: 'À faire maintenant',
  nearby: 'Questions proches',
  /** Before what was being said, where a line is read as being about it. */
  onSubject: 'À propos de',
  /** Before a question that may be the one asked, and its answer. */
  near: 'Vous demandez peut-être',
  /** Before what is so, where a question takes something else for granted. */
  putRight: 'À savoir',
  nextStep: 'À faire',
  ownCase: 'Pour votre cas',
  /** The verdict of an answer quoted in another language than the reader's. */
  verdicts: undefined as Readonly<Record<'oui' | 'non' | 'depend', string>> | undefined,
  /** An organisation's own document, quoted. */
  ownDocument: (title: string, place: string, said: string) => `Chez vous (${title}, ${place}) : « ${said} »`,
  theCode: 'Le code',
  theRule: 'La règle',
  example: 'Exemple',
  fiche: (title: string) => `La fiche : ${title}`,
  pitfalls: 'Pièges',
  also: 'À lire aussi',
  /** A case worked out by the rules. */
  computed: { assumed: 'En supposant :', facts: 'J’ai retenu :', steps: 'Le raisonnement' },
  limit: 'Limite',
  offer: 'Un réserviste de l’achat peut regarder votre dossier avec vous : dites « demander à un réserviste ».',
  known: 'Ce que l’on sait déjà',
  frenchSources: undefined as string | undefined,
  figuresAt: (day: string, verified: string) =>
    `Chiffres en vigueur au ${day} ; la règle est décrite dans son état du ${verified}.`,
  articleChanged: articleChanged.fr,
  reviewOverdue: (day: string) =>
    `Cette fiche devait être relue avant le ${day} : vérifiez l’article sur Légifrance avant d’agir.`,
  /** Where a language model words the answers. */
  model: {
    worded:
      'Formulé par un modèle de langage d’après les sources citées\u00a0; chiffres, articles et obligations ont été vérifiés un à un.',
    doubt: 'Cette fiche est la plus proche, mais elle ne répond peut-être pas à toute votre question\u00a0: vérifiez.',
    human: 'Votre question semble demander que quelqu’un regarde le dossier lui-même.',
    budgetSpent:
      'La formulation par un modèle de langage a atteint sa limite du jour\u00a0: voici le texte des fiches, tout aussi à jour.',
  },
  weakSource: 'Une partie de cette réponse vient d’une source secondaire : recoupez-la avant d’agir.',
  handoffWhy: {
    individual_decision:
      'Cette décision dépend de votre dossier : il faut qu’un acheteur formé le lise avant de trancher.',
    pending_litigation:
      'Un litige est en cours ou menace : rien ne doit partir sans le service juridique ou un réserviste.',
    conflicting_sources: 'Les textes se contredisent sur ce point : une personne doit trancher pour votre cas.',
    partial: 'Une partie de la réponse dépend de votre dossier.',
  } satisfies Record<HandoffReason, string>,
  turnTo: {
    said: (who: string) => `**À qui s’adresser** : ${who}.`,
    buyer: 'd’abord l’acheteur de votre organisme, ou son service juridique',
  },
  askReservist: 'Demander à un réserviste',
  offers:
    'Le contenu des offres reste entre les mains de l’acheteur : je ne compare, ne note et ne garde ni les prix, ni les mémoires, ni les noms des candidats (L. 2132-1). Le choix se fait sur les seuls critères annoncés (L. 2152-7) : demandez-moi la règle, par exemple « comment noter le critère prix ? », sans nommer les entreprises. Un juriste ou un réserviste peut relire votre méthode, sans les offres.',
  toBidder:
    'Vous parlez en candidat ou en entreprise : voici la règle publique. Rien de l’organisme acheteur ne se dit ici ; écrivez-lui par son profil d’acheteur.',
  refusal: {
    no_source: {
      text: 'Je n’ai pas de fiche sûre sur ce point, et je préfère ne rien inventer : je ne peux pas répondre.',
      next: 'Reformulez avec l’objet de l’achat et son montant ; sinon, voyez l’acheteur ou le service juridique de votre organisme, puis un réserviste.',
    },
    no_body: {
      text: 'Je ne peux pas le savoir d’ici : je ne vois ni les marchés de votre organisme, ni qui y achète quoi.',
      next: 'Connectez-vous, puis reposez la question ; si vous l’êtes, votre service achats n’a pas encore déposé sa table : demandez-lui si un marché couvre cet achat. Si oui, on commande par lui ; sinon, dites-moi ce que vous achetez et pour combien, hors taxes.',
    },
    out_of_date: {
      text: 'La fiche qui répondrait est dépassée : je ne peux pas la donner comme sûre.',
      next: 'Vérifiez l’article sur Légifrance, ou demandez à un réserviste.',
    },
    personal_data: {
      text: 'Cette demande porte sur des données personnelles : c’est hors de mon périmètre, et je ne peux pas les donner.',
      next: 'Si un achat est en jeu, posez la question sans nommer la personne ; sinon, voyez votre délégué à la protection des données.',
    },
    out_of_scope: {
      text: 'Cette question est hors de mon périmètre : je n’aide que sur les achats des organismes publics français.',
      next: 'Voyez le service qui en a la charge chez vous : ressources humaines, finances, état civil, urbanisme, scolarité… Si un achat public est en jeu, dites ce que vous voulez acheter et pour combien.',
    },
    unclear: {
      text: 'Je n’ai pas compris la question, je ne peux pas répondre telle quelle.',
      next: 'Dites en une phrase ce que vous voulez acheter ou faire, par exemple : « faut-il une mise en concurrence pour du mobilier à 45 000 € HT ? »',
    },
    too_long: {
      text: 'Ce message est trop long pour que j’y trouve la question : je ne peux pas répondre au texte entier.',
      next: 'Posez la question en quelques lignes, sans coller tout le document.',
    },
    abusive: {
      text: 'Je ne peux pas répondre sur ce ton ; ce message est hors de mon périmètre.',
      next: 'Si un achat vous bloque, décrivez-le : je ferai de mon mieux, ou un réserviste vous aidera.',
    },
    instruction_injection: {
      text: 'Ce message me demande de changer mes règles ou d’exécuter une action : c’est hors de mon périmètre, et je n’en retiens rien.',
      next: 'Posez simplement votre question d’achat : mes chiffres viennent de fiches datées, pas des messages.',
    },
  } satisfies Record<RefusalReason, { readonly text: string; readonly next: string }>,
  /** Before the questions that the corpus holds nearest to one that it does not. */
  nearest: 'Ce que je sais de plus proche :',
  /** Before a few questions, each with its answer in one line. */
  doubt: 'Laquelle de ces questions est la vôtre ?',
  doubtPick: 'C’est ma question',
  doubtElse: 'Aucune ? Redites-la avec ce que vous achetez et pour combien.',
  /** Before the same questions, once a human is asked for. */
  offered: 'Les questions proposées',
  /** Of a choice that was pressed: under what offered it, then when it is pressed again. */
  chosen: (text: string) => `Vous avez choisi : «\u00a0${text}\u00a0».`,
  chosenAlready: (text: string) => `Vous l’avez déjà dit : «\u00a0${text}\u00a0». La réponse est plus bas.`,
  /** A line that asks nothing: one sentence that helps. */
  line: {
    noise: 'Je vous lis : posez une question d’achat comme elle vient, par exemple « faut-il trois devis ? ».',
    yes_no: 'Je n’attendais pas de oui ni de non : posez votre question en une phrase, et j’y réponds.',
    stop: 'Entendu, j’arrête là ; une question d’achat, en une phrase, et je reprends.',
    mood: 'Je suis là : quelle est votre question d’achat ?',
    privacy:
      'Une conversation reste en mémoire quatre heures au plus, sans votre nom ; la question est gardée à part, noms masqués et sans rien qui dise qui l’a posée, pour compléter les fiches.',
    table:
      'Je vois un tableau, mais pas de question : dites en une phrase ce que vous voulez en savoir, par exemple « ces trois prix se comparent-ils ? ».',
  },
  /** Of the answer just given, at the person's word. */
  about: {
    nothing:
      'Je n’ai pas encore répondu ici : posez votre question, puis demandez l’article, un exemple ou plus court.',
    noOther: 'Je n’ai pas d’autre question proche de celle-là : posez la vôtre comme elle vient.',
    others: 'On me demande aussi, sur le même sujet :',
    rests: (fiche: string, day: string) => `Je m’appuie sur la fiche « ${fiche} », à jour au ${day}.`,
    reckoned: (articles: string) => `C’est calculé d’après ${articles}.`,
    written: (articles: string) => `C’est écrit là : ${articles}.`,
    articles: (articles: string, fiche: string) => `C’est écrit là : ${articles} (fiche « ${fiche} »).`,
    otherArticles: (articles: string) => `La fiche cite aussi : ${articles}.`,
    within: 'C’est dit sur ce point\u00a0:',
    same: 'Je n’ai rien de plus précis que ceci\u00a0:',
    sameRule: 'La règle que je connais, à relire avec ce changement\u00a0:',
    noPart: 'La fiche n’en dit pas plus sur ce point.',
    figureSince: (label: string, value: string, day: string, before: string | undefined) =>
      `${label} : ${value} depuis le ${day}${before === undefined ? '' : `, ${before} avant`}.`,
    noDate: (day: string) => `La fiche ne dit pas de quand date la règle ; elle la décrit telle qu’elle est au ${day}.`,
  },
  smalltalk: {
    hello:
      'Bonjour ! Je suis Truchement : je réponds sur les achats publics, au service qui a un besoin comme à l’acheteur. Quelle est votre question ?',
    thanks: 'Avec plaisir. Autre chose ?',
    bye: 'À bientôt !',
    ok: 'Entendu. Posez-moi une autre question quand vous voulez.',
    help: 'Posez votre question comme elle vient : « j’ai un devis de 30 000 €, je peux signer ? ». Dites « je suis acheteur » ou « je suis prescripteur » pour changer de registre. Après une réponse, continuez : « et pour les travaux ? », « et en 2027 ? ». Quand votre cas demande un regard humain, je vous oriente vers un réserviste.',
    identity:
      'Je suis Truchement, un assistant qui répond à partir de fiches sur la commande publique, datées et sourcées. Je ne suis ni un juriste ni une personne : pour un cas difficile, un réserviste de l’achat prend le relais.',
  },
  examples: {
    prescriber: [
      'J’ai un devis de 30 000 €, je peux signer ?',
      'Par quoi commencer quand on a un besoin ?',
      'Le fournisseur n’est pas payé depuis deux mois, c’est grave ?',
    ],
    buyer: [
      'À 75 000 € HT, faut-il publier au BOAMP ?',
      'Quels critères depuis août 2026 ?',
      'Quand l’avance est-elle de droit ?',
    ],
  },
  rewording: rewordingFr,
  handoffWeb: handoffWebFr,
  training: trainingFr,
  slack: slackFr,
  teams: teamsFr,
  handoff: handoffFr,
  faults: faultsFr,
  web: {
    title: 'Truchement, réponses sur les achats publics',
    skip: 'Aller à la question',
    toAnswer: 'Revenir à la dernière réponse',
    /** The link to the other language, written in that language. */
    otherLanguage: { code: 'en' as Language, label: 'English', hint: 'Read this page in English' },
    headline: 'Entre le besoin et le marché, un truchement.',
    intro:
      'Posez votre question d’achat public comme elle vient. La réponse se lit des deux côtés : celui du service qui a le besoin et celui de l’acheteur qui passe le marché.',
    promises: ['Une réponse, deux versions', 'Des chiffres datés, des articles cités'],
    /** Where a case can be handed over. */
    promisedReservist: 'Un réserviste au besoin',
    examplesFor: { prescriber: 'Vous avez un besoin', buyer: 'Vous êtes acheteur' },
    iAm: 'Je suis',
    roleChoice: { prescriber: 'un service', buyer: 'un acheteur' },
    question: 'Votre question',
    questionHint: '« Faut-il trois devis ? »',
    keys: 'Entrée pour envoyer, Maj + Entrée pour aller à la ligne',
    send: 'Envoyer',
    searching: 'Truchement cherche dans ses fiches…',
    charactersLeft: 'Encore {n} caractères',
    charactersOver: '{n} caractères de trop',
    conversation: 'Conversation',
    you: 'Vous',
    /** Of a reply, for the ear. */
    reply: 'Réponse',
    forget: 'Effacer la conversation',
    forgotten: 'La conversation est effacée ; il n’en reste rien ici.',
    newTab: '(nouvel onglet)',
    permalink: 'Lien vers cette réponse',
    copyAnswer: 'Copier la réponse',
    askReservistText: 'demander à un réserviste',
    clarificationTitle: 'Une précision, s’il vous plaît',
    handoffTitle: 'Un regard humain est utile',
    /** Said to who has just asked for a human, in place of the offer. */
    handoffAsked:
      'La mise en relation avec un réserviste n’est pas encore ouverte sur cette page : montrez cette réponse à votre service achats, avec votre dossier.',
    refusalTitle: {
      no_source: 'Pas de réponse sûre',
      no_body: 'Il me faut connaître votre organisme',
      out_of_date: 'Pas de réponse sûre',
      personal_data: 'Hors de mon périmètre',
      out_of_scope: 'Hors de mon périmètre',
      unclear: 'Une question à reformuler',
      too_long: 'Une question à reformuler',
      abusive: 'Hors de mon périmètre',
      instruction_injection: 'Hors de mon périmètre',
    } satisfies Record<RefusalReason, string>,
    confidenceName: 'Confiance',
    confidence: {
      high: 'élevée, la fiche répond à votre question',
      medium: 'moyenne, vérifiez que la fiche vise bien votre cas',
      low: 'faible, cette fiche est seulement la plus proche',
    },
    /** The corpus' grades of a source, from read in full to unchecked. */
    status: {
      V1: 'texte de l’article lu',
      V2: 'source secondaire',
      'V2-faible': 'source fragile, à recouper',
      M: 'à vérifier',
    },
    feedback: {
      ask: 'Cette réponse vous est-elle utile ?',
      yes: 'Utile',
      no: 'Pas utile',
      why: 'Qu’est-ce qui manque ?',
      choices: {
        off_topic: 'Elle est à côté de ma question',
        unclear: 'Elle est difficile à comprendre',
        incomplete: 'Elle est incomplète',
        wrong: 'Elle me semble fausse',
        other: 'Autre chose',
      } satisfies Record<FeedbackChoice, string>,
      comment: 'Précisez si vous le souhaitez (sans nom de personne)',
      send: 'Envoyer mon avis',
      thanks: 'Merci, votre avis est noté.',
    },
    failed:
      'La réponse n’est pas arrivée : le serveur ne répond pas ou la connexion est coupée. Votre question est gardée.',
    retry: 'Réessayer',
    fault: {
      '403': {
        title: 'Envoi refusé',
        text: 'Cet envoi vient d’une autre page que la nôtre, il n’a pas été lu. Ouvrez cette page et posez-y votre question.',
      },
      '404': { title: 'Page introuvable', text: 'Il n’y a rien à cette adresse.' },
      '413': {
        title: 'Question trop longue',
        text: 'Ce texte est trop long pour être lu. Posez la question en quelques lignes, sans coller tout le document.',
      },
      '429': {
        title: 'Trop de messages à la fois',
        text: 'Beaucoup de questions viennent de votre adresse. Attendez une minute, puis réessayez.',
      },
      '500': {
        title: 'Une panne de notre côté',
        text: 'La réponse n’a pas pu être préparée. Réessayez dans un instant.',
      },
      other: {
        title: 'Demande incomprise',
        text: 'Cette demande n’a pas pu être lue. Revenez à la page d’accueil et posez-y votre question.',
      },
    },
    home: 'Revenir à l’accueil',
    footer:
      'Truchement répond à partir de fiches datées et sourcées. Il informe, il ne décide pas : le texte officiel et votre service achats font foi.',
    start: {
      listening: (address: string) => `Truchement écoute sur ${address} (Ctrl+C pour arrêter)`,
      portInUse: (port: number) =>
        `Le port ${port} est déjà pris : choisissez-en un autre, par exemple PORT=${port + 1} npm start`,
      exposed: (host: string) =>
        `Attention : HOST=${host} ouvre Truchement au-delà de cette machine, sans mot de passe ni chiffrement ; placez-le derrière un serveur qui s’en charge.`,
    },
  },
};
