/** Why something was not done, and what to do: each text also stands alone, where a face shows no title. */
export const faultsFr = {
  unknown_case: {
    title: 'Demande introuvable',
    text: 'Cette demande n’existe pas, n’existe plus, ou n’est pas ouverte pour vous : elle a pu être effacée au terme de sa conservation.',
  },
  not_yours: {
    title: 'Cette demande n’est pas à vous',
    text: 'Ce geste n’est ouvert qu’à la personne qui a posé la question ou au réserviste qui la suit.',
  },
  taken: {
    title: 'Demande déjà prise',
    text: 'Un autre réserviste a accepté cette demande juste avant vous. Merci d’avoir répondu : rien d’autre à faire.',
  },
  offer_expired: {
    title: 'Proposition échue',
    text: 'Le délai pour accepter est passé, la question est proposée à d’autres. Merci quand même.',
  },
  wrong_status: {
    title: 'La demande a changé entre-temps',
    text: 'Ce geste n’est pas possible là où en est la demande : regardez où elle en est.',
  },
  stale: {
    title: 'La demande a changé entre-temps',
    text: 'Vous avez décidé sur ce qui était affiché avant : rien n’a été fait. Regardez où en est la demande, puis décidez.',
  },
  unknown_reservist: {
    title: 'Réserviste inconnu',
    text: 'Personne de ce nom ne peut prendre cette demande : pas du réseau, pas disponible, ou lié à l’affaire. Vérifiez le nom ; la demande est toujours à vous.',
  },
  store_down: {
    title: 'Indisponible pour le moment',
    text: 'Rien n’a pu être enregistré ou lu pour l’instant. Rien n’est perdu : réessayez dans une minute.',
  },
  files_refused: {
    title: 'Fichier refusé',
    text: 'Les fichiers ne sont pas transmis : copiez dans le message le passage utile, sans nom de personne, ou échangez le document une fois les identités ouvertes.',
  },
  second_person: {
    title: 'Une deuxième personne doit approuver',
    text: 'Une autre personne que celle qui l’a proposée doit relire et approuver cette fiche.',
  },
  empty_text: { title: 'Rien n’est écrit', text: 'Il n’y a pas de texte : écrivez d’abord quelques mots.' },
  too_slow: {
    title: 'Texte trop long à lire',
    text: 'Ce texte demande trop de temps à lire : rien n’est parti. Coupez-le en deux, ou retirez ce qui s’y répète.',
  },
  too_long: {
    title: 'Texte trop long',
    text: (limit: number) => `Ce texte est trop long : ${limit} caractères au plus. Raccourcissez-le.`,
  },
  /** With the corpus' own reason. */
  unfit_candidate: {
    title: 'Le corpus ne peut pas la recevoir ainsi',
    text: (why: string) => `Cette fiche ne peut pas entrer dans le corpus : ${why}`,
  },
  unread: { title: 'Geste inconnu', text: 'Ce geste n’est pas connu ici. Rien n’a été changé.' },
  unknown_candidate: {
    title: 'Fiche introuvable',
    text: 'Cette fiche proposée n’existe pas ou plus : quelqu’un l’a peut-être déjà traitée.',
  },
  already_proposed: {
    title: 'Fiche déjà proposée',
    text: 'Cette demande a déjà donné une fiche : elle attend son approbation, ou elle l’a reçue.',
  },
  not_reservist: {
    title: 'Réservé aux réservistes',
    text: 'C’est réservé aux réservistes ; vous n’y êtes pas inscrit. Demandez à l’animateur de votre réseau.',
  },
  not_coordinator: {
    title: 'Réservé à l’animation du réseau',
    text: 'Seul l’animateur du réseau voit cette page ; votre compte n’y donne pas accès.',
  },
  not_signed_in: {
    title: 'Il faut être identifié',
    text: 'Les leçons se lisent sans compte ; pour garder ce que vous faites, identifiez-vous.',
  },
  unknown_training: { title: 'Introuvable', text: 'Cette page de formation n’existe pas, ou n’existe plus.' },
  no_quiz: { title: 'Pas de quiz', text: 'Ce module n’a pas encore de quiz.' },
  nothing_due: { title: 'Rien à revoir', text: 'Il n’y a rien à revoir pour le moment.' },
  nothing_chosen: { title: 'Aucune réponse choisie', text: 'Choisissez au moins une réponse.' },
  path_not_passed: { title: 'Parcours pas encore terminé', text: 'Validez d’abord tous ses modules.' },
  already_judged: { title: 'Déjà fait', text: 'Cette demande a déjà reçu une réponse.' },
};
