import { peopleTexts } from './people-texts.ts';

/** What the page where one signs in says. */
export const signInFr = {
  title: 'Se connecter',
  demo: 'C’est une démonstration : choisissez qui vous jouez. Tout est inventé, rien ne sort de cette machine.',
  twoWindows:
    'Pour jouer les deux côtés, ouvrez une deuxième fenêtre sur cette page et choisissez quelqu’un d’autre : chaque fenêtre garde son identité.',
  play: (name: string) => `Jouer ${name}`,
  parts: { requester: 'Pose une question', reservist: 'Réserviste de l’achat', coordinator: 'Anime le réseau' },
  noDemo: 'Aucune identité de démonstration n’est prévue sur ce serveur.',
  held: 'Ce que vous avez écrit est gardé : vous le retrouverez une fois connecté.',
  provider: 'Vous vous connectez avec le compte de votre administration. Votre mot de passe ne passe pas par ici.',
  go: 'S’identifier avec le compte de mon organisme',
  goBy: (provider: string) => `S’identifier avec ${provider}`,
  back: {
    title: 'Vous êtes connecté',
    text: 'Voici ce que vous aviez écrit avant de vous connecter. Rien n’est encore parti.',
  },
  send: 'Envoyer',
  signedOut: {
    title: 'Vous êtes déconnecté',
    text: 'Votre session est close sur ce navigateur.',
  },
  signingOut: {
    title: 'Déconnexion en cours',
    text: 'Votre session est close ici. Votre navigateur va clore aussi celle du fournisseur d’identité.',
    link: 'Continuer si rien ne se passe',
  },
  expired: 'Vous n’êtes plus connecté. Ce que vous avez tapé est toujours là :',
  again: 'reconnectez-vous dans un autre onglet, puis renvoyez.',
  /** Where the directory does not say for which body somebody works. */
  body: {
    title: 'Quel est votre organisme ?',
    text: 'Vous êtes bien identifié, mais l’annuaire ne dit pas pour quel organisme vous travaillez. Dites-le une fois : vous entrez tout de suite.',
    later:
      'La personne qui anime le réseau confirmera. D’ici là, ce qui est propre à votre organisme (ses contrats, ses règles internes) ne vous est pas montré.',
    name: 'Nom de l’organisme',
    nameHint: 'Par exemple : Ville de Vitré',
    siret: 'SIRET, si vous le connaissez',
    siretHint: 'Quatorze chiffres, sur un bon de commande ou une facture',
    kind: 'Quel genre d’organisme ?',
    kindHint: 'Les seuils et les délais en dépendent',
    kinds: peopleTexts.bodyKinds,
    unknown: 'Je ne sais pas',
    go: 'Continuer',
    noName: 'Écrivez le nom de votre organisme.',
    noSiret: 'Ce n’est pas un SIRET : quatorze chiffres dont la clé est juste. Vous pouvez aussi laisser la case vide.',
  },
  /** What the provider calls the account that was refused: whoever links it needs it. */
  account: 'Identifiant de votre compte, à lui transmettre :',
  /** The link that makes an administrator, and what came of it. */
  invitation: {
    title: 'Devenir administrateur',
    text: 'Ce lien donne à un compte, une seule fois, le droit d’administrer Truchement : dire qui est qui et qui fait quoi. Continuez seulement si vous l’attendiez. On vous demandera de vous connecter si vous ne l’êtes pas.',
    go: 'Devenir administrateur',
    done: {
      title: 'Vous administrez Truchement',
      text: 'Votre compte a le rôle d’administrateur. Le lien ne servira plus.',
    },
    expired: {
      title: 'Ce lien ne sert plus',
      text: 'Il a déjà servi, ou ses 24 heures sont passées. Demandez-en un autre à la personne qui tient le serveur (npm run people).',
    },
    not_yours: {
      title: 'Ce lien est pour quelqu’un d’autre',
      text: 'Il a été fait pour une personne, et vous êtes connecté sous un autre compte. Rien n’a changé : connectez-vous avec le bon compte, ou demandez que votre compte soit relié au vôtre (npm run people).',
    },
    store_down: {
      title: 'Impossible pour le moment',
      text: 'Les comptes ne peuvent pas être lus. Réessayez dans un instant ; si le lien a déjà servi, demandez-en un autre.',
    },
  },
  /** The link by which a coordinator invites someone. */
  joining: {
    title: 'Rejoindre le réseau',
    text: 'Une personne qui anime le réseau vous a inscrit et vous a donné ce lien, qui ne sert qu’une fois. On vous demandera de vous connecter si vous ne l’êtes pas. Continuez seulement si vous l’attendiez.',
    go: 'Rejoindre le réseau',
    done: {
      joined: {
        title: 'Votre compte est relié',
        text: 'Reconnectez-vous : vous retrouverez le nom, l’organisme et le rôle sous lesquels vous êtes inscrit.',
      },
      known: {
        title: 'Vous êtes du réseau',
        text: 'Ce compte est déjà le vôtre : il n’y a rien d’autre à faire.',
      },
    },
    expired: {
      title: 'Ce lien ne sert plus',
      text: 'Il a déjà servi, ou sa semaine est passée. Demandez-en un autre à la personne qui vous a invité.',
    },
    not_yours: {
      title: 'Ce lien est pour quelqu’un d’autre',
      text: 'Il a été fait pour une autre personne, ou cette personne a déjà un compte. Rien n’a changé : parlez-en à la personne qui vous l’a donné.',
    },
    store_down: {
      title: 'Impossible pour le moment',
      text: 'Les comptes ne peuvent pas être lus. Réessayez dans un instant ; si le lien a déjà servi, demandez-en un autre.',
    },
  },
  fault: {
    not_here: {
      title: 'Connexion de démonstration refusée',
      text: 'Choisir une identité sans mot de passe n’est possible que depuis la machine même où Truchement tourne, à l’adresse 127.0.0.1. Ce serveur écoute ailleurs, ou votre demande vient d’ailleurs.',
    },
    unknown_person: {
      title: 'Identité inconnue',
      text: 'Cette personne n’est pas dans la démonstration. Choisissez-en une dans la liste.',
    },
    linked_elsewhere: {
      title: 'Cette adresse a déjà un autre compte',
      text: 'Quelqu’un est déjà inscrit ici avec votre adresse électronique et se connecte par un autre compte. Pour que personne ne prenne la place d’un autre, rien n’est relié tout seul : demandez à la personne qui administre Truchement chez vous de relier ce compte au vôtre (npm run people).',
    },
    provider_down: {
      title: 'Le fournisseur d’identité ne répond pas',
      text: 'La connexion n’a pas pu se faire. Rien n’est perdu : réessayez dans quelques minutes.',
    },
    misconfigured: {
      title: 'La connexion est mal réglée',
      text: 'Le fournisseur d’identité ne reconnaît pas ce site : vous n’y êtes pour rien, et recommencer n’y changera rien. Prévenez la personne qui tient le serveur : « npm run doctor » lui dit ce qui ne va pas.',
    },
    clock: {
      title: 'Les horloges ne sont pas d’accord',
      text: 'L’heure de ce serveur et celle du fournisseur d’identité diffèrent : personne ne peut se connecter pour l’instant. Prévenez la personne qui tient le serveur.',
    },
    wrong_state: {
      title: 'Cette connexion n’a pas commencé ici',
      text: 'La réponse reçue ne correspond à aucune demande de ce navigateur, ou elle a déjà servi, ou elle a trop attendu. Recommencez depuis cette page.',
    },
    no_cookie: {
      title: 'Votre navigateur n’a pas gardé la connexion',
      text: 'Entre le départ et le retour, votre navigateur a perdu ce qui permet de vous reconnaître : cookies refusés, fenêtre privée fermée, ou lien ouvert dans un autre navigateur. Recommencez dans celui-ci ; si cela se répète, autorisez les cookies de ce site.',
    },
    expired: {
      title: 'La connexion a trop attendu',
      text: 'Le temps laissé pour se connecter est passé, ou cette réponse a déjà servi. Recommencez, cela prend un instant.',
    },
    not_trusted: {
      title: 'Identité non vérifiée',
      text: 'La réponse du fournisseur d’identité n’a pas passé nos vérifications : personne n’a été connecté. Recommencez ; si cela se répète, prévenez votre support informatique.',
    },
    cancelled: {
      title: 'Connexion abandonnée',
      text: 'Vous êtes revenu sans vous identifier : rien n’a changé. Vous pouvez recommencer quand vous voulez.',
    },
    refused: {
      title: 'Connexion refusée là-bas',
      text: 'Le fournisseur d’identité n’a pas donné suite. Vous pouvez recommencer ; si cela se répète, demandez à votre service informatique si votre compte y a droit.',
    },
    weak: {
      title: 'Identification pas assez forte',
      text: 'Ce site demande une identification plus forte que celle que vous venez de faire (un second facteur, le plus souvent). Recommencez avec elle, ou demandez à votre service informatique comment l’obtenir.',
    },
    not_admitted: {
      title: 'Ce compte n’est pas admis ici',
      text: 'Vous êtes bien identifié, mais ce site est réservé à certains comptes et le vôtre n’en fait pas partie. Si vous en avez plusieurs, recommencez avec celui de votre travail ; sinon demandez à la personne qui administre Truchement chez vous.',
    },
  },
};
