// Everything Slack's own buttons, forms and notes say in French: one table, longer than the usual file.

export const slackFr = {
  answer: {
    shared: (mention: string) => `Réponse partagée par ${mention}`,
    sharedDone: 'C’est partagé dans le fil.',
    youAsked: (question: string) => `Vous avez demandé : « ${question} »`,
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
    nothing: 'Il n’y a pas de texte à reformuler dans ce message.',
    shareForm: {
      /** At most 24 characters. */
      title: 'Se mettre d’accord',
      where: 'Où la montrer',
      hint: 'La fiche et ses réponses seront vues de tous ceux qui lisent cette conversation. Truchement doit y être invité.',
    },
    fileFailed: 'Le fichier n’a pas pu être déposé ici : il y faut l’autorisation « files:write ».',
    shareFailed: 'Je ne peux pas écrire dans cette conversation : invitez-y Truchement, puis recommencez.',
    posted: 'La fiche est publiée ; je la mets à jour quand un côté répond.',
  },
  case: {
    notRelayed: (why: string) => `Ce message n’est pas parti. ${why}`,
    editsNotRelayed:
      'Le message d’origine est déjà transmis : la correction ne l’est pas. Écrivez-la dans un nouveau message.',
  },
  home: {
    exported: 'Voici tout ce qui est gardé sur vous.',
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
    later: 'Rien n’a pu être enregistré pour l’instant. Réessayez dans une minute.',
    filesOnly: 'Je ne lis pas les fichiers : copiez le passage utile dans un message.',
  },
  install: {
    done: 'Truchement est installé dans votre espace de travail. Vous pouvez fermer cette page.',
    refused: 'L’installation a été refusée dans Slack. Rien n’est installé.',
    failed:
      'Slack n’a pas confirmé l’installation. Recommencez depuis le début ; si cela se répète, voyez docs/slack.md.',
    expired: 'Cette installation n’a pas commencé ici, ou elle a trop attendu. Recommencez depuis le début.',
  },
};
