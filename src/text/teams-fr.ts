import { faultsFr } from './faults-fr.ts';
export const teamsFr = {
  /** The words of this language for each; the other language's are understood too. */
  commands: {
    mine: ['mes dossiers'],
    desk: ['mon bureau', 'ma réserve', 'réserve'],
    human: ['demander à un réserviste', 'un humain', 'parler à quelqu’un'],
    reword: ['reformuler'],
    data: ['mes données'],
    forgetMe: ['oubliez-moi', 'oublie-moi'],
    help: ['aide', 'help', '?'],
  },
  answer: {
    show: { prescriber: 'Version pour le service', buyer: 'Version pour l’acheteur' },
    /** The reply to a button whose answer is not kept any more. */
    lost: 'Cette réponse n’est plus gardée ici. Reposez la question, je la retrouverai.',
    failed:
      'Une panne de mon côté : la réponse n’a pas pu être préparée. Rien n’est perdu, reposez la question dans un instant.',
    /** To a message with a file: what is written is answered, the file is not read. */
    filesUnread: 'Je ne lis pas les fichiers joints : je réponds à ce qui est écrit. Copiez ici le passage qui compte.',
    removed: 'La question a été supprimée, sa réponse aussi.',
    /** Between the pieces of what does not fit one message. */
    follows: (part: number, of: number) => `suite, ${part} sur ${of}`,
  },
  welcome: {
    title: 'Bonjour, je suis Truchement',
    text: 'Je réponds sur les achats publics, au service qui a un besoin comme à l’acheteur qui passe le marché. Je suis un programme : mes réponses viennent de fiches écrites et vérifiées par des personnes, avec leurs articles. Quand votre cas demande un regard humain, un réserviste de l’achat prend le relais.',
    group:
      'Mentionnez-moi (@Truchement) suivi de votre question : je réponds dans le fil. Je ne lis aucun autre message.',
    privacy:
      'Rien de ce que vous écrivez ne part vers un réserviste sans que vous ayez vu et accepté le texte exact. « mes données » montre ce qui est gardé, « oubliez-moi » l’efface.',
    suggestions: {
      prescriber: [
        'J’ai un devis de 30 000 €, je peux signer ?',
        'Par quoi commencer quand on a un besoin ?',
        'Reformuler',
        'Formations',
        'Mes dossiers',
      ],
      buyer: [
        'À 75 000 € HT, faut-il publier au BOAMP ?',
        'Quand l’avance est-elle de droit ?',
        'Reformuler',
        'Formations',
        'Mes dossiers',
      ],
      reservist: ['Mon bureau', 'Mes dossiers', 'Quand l’avance est-elle de droit ?', 'Formations', 'Aide'],
    },
  },
  feedback: {
    title: 'Votre avis',
    glad: 'Merci, votre avis est noté.',
    what: 'Choisissez ce qui manque, ou fermez cette fenêtre.',
  },
  private: {
    written: 'Je vous écris en privé : ce qui concerne votre dossier ne se dit pas devant tout le monde.',
    notReached:
      'Pour confier un cas à un réserviste, ouvrez une conversation privée avec moi : ajoutez l’application Truchement, puis dites « demander à un réserviste ».',
    notHere: 'Cela se fait en conversation privée avec moi.',
  },
  human: {
    ask: 'Posez d’abord votre question ici, ou racontez votre cas ci-dessous avec vos mots : vous verrez ce qui part avant que rien ne parte.',
    question: 'Votre question',
    go: 'Voir ce qui partira',
    shown: 'Voici ce qui partirait, ci-dessous : relisez, corrigez, puis envoyez.',
  },
  consent: {
    masks: 'Laisser visible',
    visible: 'Cochez ce que le réserviste peut lire ; le reste demeure masqué.',
    stale: 'Ce brouillon n’est plus en attente : il est parti, ou il a été abandonné.',
    sent: 'Votre question est partie. Je vous écris ici dès que quelqu’un la prend.',
    givenUp: 'Rien n’est parti, et le brouillon est abandonné.',
  },
  case: {
    opened: 'Ouvert le',
    open: (question: string) => `Ouvrir : ${question}`,
    declined: 'Vous avez décliné cette proposition.',
    done: 'C’est fait.',
    earlier: (lines: number) =>
      lines === 1 ? 'Un échange plus ancien n’est pas montré.' : `${lines} échanges plus anciens ne sont pas montrés.`,
  },
  desk: { understood: 'Voici ce que j’ai compris' },
  reword: {
    title: 'Reformuler',
    ask: 'Le texte à redire',
    hint: 'Le besoin d’un service, ou le message d’un acheteur',
    go: 'Reformuler',
    insert: 'Insérer dans la conversation',
    empty: 'Il n’y a pas encore de texte à redire.',
    tooLong: (limit: number) =>
      `Ce texte dépasse ${limit} caractères : gardez l’essentiel, ou redites-le en deux fois.`,
    keep: 'Enregistrer la fiche',
    kept: 'La fiche est enregistrée : chaque côté peut la corriger et l’accepter.',
    terms: (count: number) => (count === 1 ? 'Un mot expliqué' : `${count} mots expliqués`),
  },
  extension: {
    none: 'Aucune fiche ne parle de cela. Essayez d’autres mots, ou posez la question à Truchement.',
    more: 'La suite ne tient pas ici : posez la question à Truchement dans une conversation.',
    noText: 'Ce message n’a pas de texte à redire.',
  },
  data: {
    export: 'Voici ce qui est gardé sur vous.',
    /** Shows the whole of it, as a program reads it. */
    all: 'Tout voir, tel quel',
    kept: {
      casesAsked: 'Dossiers que vous avez ouverts',
      casesHelped: 'Dossiers que l’on vous a proposés',
      fichesProposed: 'Fiches que vous avez proposées',
      looks: 'Consultations notées',
      platforms: 'Notes de Teams et de Slack',
    },
    tooLong: 'Il y en a trop pour un message : la suite est sur la page « Mes données » du site.',
    confirm: 'Oui, effacer définitivement',
  },
  fault: {
    unknownGesture: 'Ce geste n’est pas connu ici. Rien n’a été changé.',
    down: faultsFr.store_down.text,
  },
};
