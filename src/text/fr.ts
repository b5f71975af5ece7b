import type { Catalogue } from './catalogue.ts';

export const fr: Catalogue = {
  register: { prescriber: 'Pour le service', buyer: 'Pour l’acheteur' },
  roleName: { prescriber: 'service prescripteur', buyer: 'acheteur' },
  roleInferred: {
    prescriber: 'Je vous réponds comme à un service qui a un besoin ; dites « je suis acheteur » pour l’autre version.',
    buyer: 'Je vous réponds comme à un acheteur ; dites « je suis prescripteur » pour l’autre version.',
  },
  roleSet: {
    prescriber:
      'C’est noté : je vous réponds comme à un service prescripteur, avec des mots de tous les jours. Quelle est votre question ?',
    buyer:
      'C’est noté : je vous réponds comme à un acheteur, avec la règle et ses articles. Quelle est votre question ?',
  },
  asOf: (day) => `À jour au ${day}`,
  sources: 'Sources',
  nextSteps: 'À faire maintenant',
  pitfalls: 'Pièges',
  also: 'À lire aussi',
  yourCase: 'Votre cas',
  limit: 'Limite',
  offer: 'Un réserviste de l’achat peut regarder votre dossier avec vous : dites « demander à un réserviste ».',
  known: 'Ce que l’on sait déjà',
  frenchSources: undefined,
  figuresAt: (day, verified) => `Chiffres en vigueur au ${day} ; la règle est décrite dans son état du ${verified}.`,
  reviewOverdue: (day) =>
    `Cette fiche devait être relue avant le ${day} : vérifiez l’article sur Légifrance avant d’agir.`,
  weakSource: 'Une partie de cette réponse vient d’une source secondaire : recoupez-la avant d’agir.',
  handoffWhy: {
    individual_decision:
      'Cette décision dépend de votre dossier : il faut qu’un acheteur formé le lise avant de trancher.',
    pending_litigation:
      'Un litige est en cours ou menace : rien ne doit partir sans le service juridique ou un réserviste.',
    conflicting_sources: 'Les textes se contredisent sur ce point : une personne doit trancher pour votre cas.',
    case_limit: 'Une partie de la réponse dépend de votre dossier.',
  },
  askReservist: 'Demander à un réserviste',
  refusal: {
    no_source: {
      text: 'Je n’ai pas de fiche sûre sur ce point, et je préfère ne rien inventer : je ne peux pas répondre.',
      next: 'Reformulez avec l’objet de l’achat et son montant, ou demandez à un réserviste.',
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
      next: 'Si un achat public est en jeu, dites ce que vous voulez acheter et pour combien.',
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
  },
  outside: {
    supplier:
      'Je sers les services et les acheteurs publics. Une entreprise trouve de l’aide auprès de sa chambre de commerce ou de métiers, ou en posant sa question à l’acheteur sur son profil.',
    foreign:
      'Je ne connais que le droit français de la commande publique. Pour un autre pays, adressez-vous à ses propres services.',
    action:
      'Je réponds, mais je n’agis pas : je n’envoie, ne signe, ne paie et ne publie rien. Demandez-moi plutôt comment faire, étape par étape.',
  },
  clarify: {
    objet: 'La réponse change selon ce que vous achetez. De quoi s’agit-il ?',
    acheteur: 'La réponse change selon votre organisme. Pour qui achetez-vous ?',
  },
  clarifyTopic: 'Votre question peut viser plusieurs sujets. Lequel ?',
  choice: {
    travaux: 'Des travaux',
    fournitures_services: 'Des fournitures ou des services',
    etat: 'L’État ou une autorité centrale',
    collectivite: 'Une collectivité ou son établissement',
    sante: 'Un hôpital public',
    entite: 'Une entité adjudicatrice (réseaux)',
  },
  depends: 'Cela dépend',
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
};
