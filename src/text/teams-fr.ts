import { faultsFr } from './faults-fr.ts';
export const teamsFr = {
  /** The words of this language for each; the other language's are understood too. */
  commands: {
    purchases: ['mes demandes', 'mes achats'],
    mine: ['mes cas', 'mes dossiers'],
    desk: ['mon bureau', 'ma réserve', 'réserve'],
    human: ['demander à un réserviste', 'un humain', 'parler à quelqu’un'],
    reword: ['reformuler'],
    data: ['mes données'],
    forgetMe: ['oubliez-moi', 'oublie-moi'],
    help: ['aide', 'help', '?'],
  },
  answer: {
    /** The reply to a button whose answer is not kept any more. */
    failed:
      'Une panne de mon côté : la réponse n’a pas pu être préparée. Rien n’est perdu, reposez la question dans un instant.',
    /** To a message with a file: what is written is answered, the file is not read. */
    removed: 'La question a été supprimée, sa réponse aussi.',
    /** Between the pieces of what does not fit one message. */
    follows: (part: number, of: number) => `suite, ${part} sur ${of}`,
  },
  welcome: {
    suggestions: {
      prescriber: [
        'J’ai un devis de 30 000 €, je peux signer ?',
        'Par quoi commencer quand on a un besoin ?',
        'Reformuler',
        'Formations',
        'Mes demandes',
      ],
      buyer: [
        'À 75 000 € HT, faut-il publier au BOAMP ?',
        'Quand l’avance est-elle de droit ?',
        'Reformuler',
        'Formations',
        'Mes demandes',
      ],
      reservist: ['Mon bureau', 'Mes demandes', 'Quand l’avance est-elle de droit ?', 'Formations', 'Aide'],
    },
  },
  private: {
    written: 'Je vous écris en privé : ce qui concerne votre demande ne se dit pas devant tout le monde.',
    notReached:
      'Pour confier un cas à un réserviste, ouvrez une conversation privée avec moi : ajoutez l’application Truchement, puis dites « demander à un réserviste ».',
  },
  human: {
    shown: 'Voici ce qui partirait, ci-dessous : relisez, corrigez, puis envoyez.',
  },
  reword: {
    title: 'Reformuler',
    insert: 'Insérer dans la conversation',
    empty: 'Il n’y a pas encore de texte à redire.',
    tooLong: (limit: number) =>
      `Ce texte dépasse ${limit} caractères : gardez l’essentiel, ou redites-le en deux fois.`,
    kept: 'La fiche est enregistrée : chaque côté peut la corriger et l’accepter.',
  },
  extension: {
    none: 'Aucune fiche ne parle de cela. Essayez d’autres mots, ou posez la question à Truchement.',
    more: 'La suite ne tient pas ici : posez la question à Truchement dans une conversation.',
    noText: 'Ce message n’a pas de texte à redire.',
  },
  fault: {
    unknownGesture: 'Ce geste n’est pas connu ici. Rien n’a été changé.',
    down: faultsFr.store_down.text,
  },
};
