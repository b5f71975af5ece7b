// Everything Slack's own buttons, forms and notes say in French: one table, longer than the usual file.

import { LONGEST_TEXT } from '../vocabulary/rewording.ts';
import { faultsFr } from './faults-fr.ts';

const CANCEL = 'Annuler';

export const slackFr = {
  answer: {
    more: 'Tout lire',
    less: 'Réduire',
    to: { prescriber: 'Version service', buyer: 'Version acheteur' },
    toLabel: {
      prescriber: 'Voir cette réponse dite pour un service',
      buyer: 'Voir cette réponse dite pour un acheteur',
    },
    onlyYou: 'Visible de vous seul.',
    share: 'Partager dans le fil',
    shared: (mention: string) => `Réponse partagée par ${mention}`,
    sharedDone: 'C’est partagé dans le fil.',
    youAsked: (question: string) => `Vous avez demandé : « ${question} »`,
    cut: 'La suite ne tient pas dans ce message.',
    usefulLabel: 'Cette réponse m’est utile',
    uselessLabel: 'Cette réponse ne m’est pas utile',
    lost: 'Cette réponse n’est plus à portée de main : posez de nouveau votre question.',
  },
  assistant: {
    hello:
      'Bonjour ! Posez votre question d’achat public comme elle vient : je réponds pour le service comme pour l’acheteur, avec les articles et la date. Si votre cas demande un regard humain, un réserviste de l’achat prend le relais.',
    promptsTitle: 'Par exemple',
    working: 'cherche dans ses fiches…',
    prompts: {
      prescriber: [
        ['Un devis à signer', 'J’ai un devis de 30 000 €, je peux signer ?'],
        ['Un besoin, par où commencer', 'Par quoi commencer quand on a un besoin ?'],
        ['Un fournisseur impayé', 'Le fournisseur n’est pas payé depuis deux mois, c’est grave ?'],
        [
          'Dire mon besoin à l’acheteur',
          'Reformule pour l’achat : il nous faudrait une quinzaine de portables pour la rentrée',
        ],
      ],
      buyer: [
        ['Publier au BOAMP ?', 'À 75 000 € HT, faut-il publier au BOAMP ?'],
        ['Les critères', 'Quels critères depuis août 2026 ?'],
        ['L’avance', 'Quand l’avance est-elle de droit ?'],
        [
          'Expliquer à un service',
          'Reformule pour le service : merci de me transmettre le CCTP et les quantités estimées',
        ],
      ],
      reservist: [
        ['Publier au BOAMP ?', 'À 75 000 € HT, faut-il publier au BOAMP ?'],
        ['Prolonger un accord-cadre', 'Peut-on prolonger un accord-cadre arrivé à son terme ?'],
        ['L’avance', 'Quand l’avance est-elle de droit ?'],
        [
          'Expliquer à un service',
          'Reformule pour le service : merci de me transmettre le CCTP et les quantités estimées',
        ],
      ],
    } satisfies Record<string, readonly (readonly [title: string, message: string])[]>,
  },
  reword: {
    complete: 'Compléter la fiche',
    share: 'Mettre d’accord les deux côtés',
    docx: 'Fiche Word',
    moreTerms: (count: number) => (count === 1 ? 'et un autre dans la fiche' : `et ${count} autres dans la fiche`),
    inFile: 'Le texte entier est dans le fichier joint au fil.',
    lost: 'Cette reformulation n’est plus à portée de main : demandez-la de nouveau.',
    nothing: 'Il n’y a pas de texte à reformuler dans ce message.',
    agreementIntro: 'Voici ce que j’ai compris. Chaque côté dit si c’est bien cela, ou corrige.',
    accept: { prescriber: 'Accord du service', buyer: 'Accord de l’acheteur' },
    acceptedBy: (side: string, mention: string) => `Accord donné pour ${side} par ${mention}`,
    correct: 'Corriger',
    completeForm: {
      /** At most 24 characters. */
      title: 'Compléter la fiche',
      /** At most 24 characters. */
      submit: 'Ajouter au texte',
      intro: 'Répondez avec vos mots, à ce que vous savez : tout est relu avec votre texte.',
      nothing: 'Rien ne manque à cette fiche.',
    },
    shareForm: {
      /** At most 24 characters. */
      title: 'Se mettre d’accord',
      /** At most 24 characters. */
      submit: 'Publier',
      where: 'Où la montrer',
      hint: 'La fiche et ses réponses seront vues de tous ceux qui lisent cette conversation. Truchement doit y être invité.',
      side: 'J’écris pour',
    },
    correctForm: {
      /** At most 24 characters. */
      title: 'Corriger la fiche',
      /** At most 24 characters. */
      submit: 'Enregistrer',
      intro: 'Une correction efface les accords déjà donnés : chacun relit.',
    },
    fileComment: 'La fiche de besoin',
    fileFailed: 'Le fichier n’a pas pu être déposé ici : il y faut l’autorisation « files:write ».',
    shareFailed: 'Je ne peux pas écrire dans cette conversation : invitez-y Truchement, puis recommencez.',
    posted: 'La fiche est publiée ; je la mets à jour quand un côté répond.',
  },
  need: {
    /** At most 24 characters. */
    title: 'Exprimer un besoin',
    /** At most 24 characters. */
    submit: 'Reformuler',
    text: 'Votre texte',
    hint: 'Un besoin en une ligne, un message d’acheteur, une clause… Rien n’est gardé.',
    direction: 'Sens',
    directions: {
      guess: 'Laisser deviner',
      to_buyer: 'D’un service vers l’achat',
      to_prescriber: 'De l’achat vers un service',
    },
    empty: 'Écrivez d’abord votre texte.',
  },
  ask: {
    /** At most 24 characters. */
    title: 'Un réserviste',
    /** At most 24 characters. */
    submit: 'Voir ce qui partira',
    text: 'Votre question',
    hint: 'Racontez votre cas avec vos mots. Les noms, numéros et adresses seront masqués, et vous relirez tout avant l’envoi.',
  },
  consent: {
    /** At most 24 characters. */
    title: 'Ce qui partira',
    /** At most 24 characters. */
    submit: 'Envoyer',
    intro:
      'Rien n’est encore parti. Voici mot pour mot ce que le réserviste recevra : ce qui permet de vous reconnaître est masqué.',
    changed:
      'Vos derniers choix changent le texte. Relisez-le : rien n’est parti. Envoyez de nouveau s’il vous convient.',
    lifted: 'Laisser visible',
    liftedHint: 'Choisissez ce qui peut rester lisible.',
    liftedPlaceholder: 'Tout reste masqué',
    added: 'Masquer aussi ces mots',
    addedHint: 'Un mot ou une expression par ligne.',
    options: 'Réglages',
    refresh: 'Mettre à jour l’aperçu',
    maskedLine: (text: string, replacement: string, kind: string) => `« ${text} » → ${replacement} (${kind})`,
    moreMasks: (count: number) => `et ${count} autres`,
    sent: 'C’est parti. La suite arrive dans vos messages directs avec Truchement.',
  },
  feedback: {
    /** At most 24 characters. */
    title: 'Votre avis',
    /** At most 24 characters. */
    submit: 'Envoyer',
    reason: 'Qu’est-ce qui manque ?',
    comment: 'Précisez si vous le souhaitez (sans nom de personne)',
  },
  offer: {
    title: 'Un cas vous est proposé',
    accept: 'Accepter',
    decline: 'Décliner',
    later: faultsFr.store_down.text,
    laterDone: 'Entendu : la proposition reste ouverte jusqu’à son terme. Sans réponse, elle ira à quelqu’un d’autre.',
    accepted:
      'Vous avez accepté ce cas. Répondez dans ce fil : vos messages sont transmis au demandeur, sans votre nom.',
    declined: 'Vous avez décliné ce cas, merci d’avoir répondu.',
    over: 'Cette proposition est close.',
  },
  case: {
    title: 'Votre demande à un réserviste',
    titleDesk: 'Le cas que vous suivez',
    replyHere: 'Répondez dans ce fil : vos messages sont transmis, sans votre nom.',
    /** The same once both sides are known. */
    replyKnown: 'Répondez dans ce fil : vos messages sont transmis, avec votre nom.',
    confirm: {
      close: {
        title: 'Clore ?',
        text: 'La conversation s’arrête ; elle peut être rouverte.',
        yes: 'Clore',
        no: CANCEL,
      },
      withdraw: {
        title: 'Retirer la demande ?',
        text: 'La recherche s’arrête et plus personne ne verra la question.',
        yes: 'Retirer',
        no: CANCEL,
      },
      give_back: {
        title: 'Rendre le cas ?',
        text: 'Quelqu’un d’autre sera cherché, et le demandeur prévenu.',
        yes: 'Rendre',
        no: CANCEL,
      },
      open_identity: {
        title: 'Dire qui vous êtes ?',
        text: 'Les noms ne s’ouvrent que si les deux côtés sont d’accord.',
        yes: 'J’accepte',
        no: CANCEL,
      },
    },
    useful: 'Oui, utile',
    useless: 'Non, pas utile',
    rated: 'Merci, votre avis est noté.',
    passForm: {
      /** At most 24 characters. */
      title: 'Passer le cas',
      /** At most 24 characters. */
      submit: 'Passer',
      name: 'Nom du réserviste',
      hint: 'Son nom tel qu’il est dans le réseau.',
    },
    reopenForm: {
      /** At most 24 characters. */
      title: 'Rouvrir' /** At most 24 characters. */,
      submit: 'Rouvrir',
      why: 'Qu’est-ce qui reste à éclaircir ?',
    },
    proposeForm: {
      /** At most 24 characters. */
      title: 'Proposer une fiche' /** At most 24 characters. */,
      submit: 'Proposer',
    },
    filesRefused:
      'Les fichiers ne sont pas transmis, et votre message n’est pas parti : copiez dans un message le passage utile, sans nom de personne.',
    notRelayed: (why: string) => `Ce message n’est pas parti. ${why}`,
    editsNotRelayed:
      'Le message d’origine est déjà transmis : la correction ne l’est pas. Écrivez-la dans un nouveau message.',
  },
  home: {
    hello: (name: string) => `Bonjour ${name}`,
    intro:
      'Truchement répond sur les achats publics, redit un besoin dans les mots de l’autre côté, et vous met en relation avec un réserviste quand un cas est difficile.',
    role: 'Je suis',
    roles: { prescriber: 'un service qui a un besoin', buyer: 'un acheteur' },
    organisation: (name: string) => `Organisme : ${name}`,
    reservist: 'Réserviste de l’achat',
    coordinator: 'Anime le réseau',
    ask: 'Écrivez-moi dans l’onglet Messages, ou tapez /achat suivi de votre question, où que vous soyez.',
    need: 'Exprimer un besoin',
    askReservist: 'Demander à un réserviste',
    cases: 'Mes demandes',
    noCase: 'Vous n’avez encore rien demandé à un réserviste.',
    show: 'Voir',
    desk: 'Mon bureau de réserviste',
    offers: 'On vous propose',
    availability: 'Mes disponibilités',
    changeAvailability: 'Changer mes disponibilités',
    modules: 'Se former',
    modulesText: 'Des modules courts, à la carte, à suivre ici même : leçons, exercices, attestation.',
    data: 'Mes données',
    dataText:
      'Vos demandes à un réserviste sont gardées le temps de les suivre ; vos questions à l’assistant ne sont rattachées à personne.',
    export: 'Recevoir mes données',
    forget: 'Oubliez-moi',
    forgetConfirm: {
      title: 'Effacer vos données ?',
      text: 'C’est définitif. Vos demandes en cours seront retirées, les cas que vous suivez confiés à d’autres.',
      yes: 'Effacer',
      no: CANCEL,
    },
    exported: 'Voici tout ce qui est gardé sur vous.',
    updated: (at: string) => `À jour au ${at}`,
    down: 'Vos demandes ne peuvent pas être lues pour l’instant ; rien n’est perdu.',
    seeModules: 'Voir les modules',
    myLearning: 'Mes formations',
    /** Of someone who has only asked questions. */
    nothingKept:
      'Rien n’est gardé sur vous : vous n’avez fait que poser des questions, et elles ne sont rattachées à personne.',
  },
  /** Said of a line that is no question. */
  aside: {
    change: 'Le dire autrement',
    whichCase: 'Pour agir sur un cas, écrivez-le dans le fil de ce cas. Lequel voulez-vous ouvrir ?',
    learnFirst:
      'Pour suivre des modules, il faut garder où vous en êtes : votre nom, vos lectures et vos résultats. Vous pouvez tout effacer quand vous voulez, dans l’onglet Accueil.',
    learnBegin: 'D’accord, commencer',
  },
  availability: {
    /** At most 24 characters. */
    title: 'Mes disponibilités',
    /** At most 24 characters. */
    submit: 'Vérifier',
    text: 'Dites-le comme cela vient',
    hint: 'Par exemple : « pause jusqu’au 15 », « je suis disponible jeudi matin », « 4 h par mois ».',
    confirm: 'Oui, c’est bien cela',
    notReservist: faultsFr.not_reservist.text,
  },
  command: {
    help: [
      '**Ce que je comprends après `/achat`**',
      '',
      '- `/achat faut-il trois devis pour 30 000 € ?` répond à votre question',
      '- `/achat reformuler il nous faut 15 portables` redit un texte dans les mots de l’autre côté',
      '- `/achat réserviste` demande un regard humain sur votre cas',
      '- `/achat dispo pause jusqu’au 15` change vos heures de réserviste',
      '- `/achat module` montre les modules de formation',
      '- `/achat canal public` ou `/achat canal privé` dit si les réponses de ce canal sont vues de tous',
      '- `/achat aide` montre cette aide',
    ].join('\n'),
    unknown: (typed: string) => `Je ne connais pas « ${typed} » : posez votre question en quelques mots.`,
    channel: {
      public: 'C’est noté : dans ce canal, mes réponses sont vues de tous.',
      private: 'C’est noté : dans ce canal, mes réponses ne sont vues que de la personne qui demande.',
    },
    channelInDm: 'Ce réglage est celui d’un canal : tapez-le dans le canal dont il s’agit.',
    formLate: 'Le formulaire n’a pas pu s’ouvrir à temps : il n’attend que trois secondes.',
    openForm: 'Ouvrir le formulaire',
    nothingToReword: 'Il n’y a pas de texte : tapez « /achat reformuler » suivi du texte.',
    later: 'Rien n’a pu être enregistré pour l’instant. Réessayez dans une minute.',
    tooLong: `Ce texte est trop long : ${LONGEST_TEXT.toLocaleString('fr-FR')} caractères au plus.`,
    filesOnly: 'Je ne lis pas les fichiers : copiez le passage utile dans un message.',
  },
  cancel: CANCEL,
  install: {
    done: 'Truchement est installé dans votre espace de travail. Vous pouvez fermer cette page.',
    refused: 'L’installation a été refusée dans Slack. Rien n’est installé.',
    failed:
      'Slack n’a pas confirmé l’installation. Recommencez depuis le début ; si cela se répète, voyez docs/slack.md.',
    expired: 'Cette installation n’a pas commencé ici, ou elle a trop attendu. Recommencez depuis le début.',
  },
};
