// One catalogue of one subject: longer than a file of code, read from top to bottom.
import { frenchDate } from '../days/iso-date.ts';

const s = (count: number) => (count > 1 ? 's' : '');

export const trainingFr = {
  noFinding: 'Rien : la phrase ne pose pas de problème',
  rewordAsk: {
    service: 'Quelle formulation dit ce besoin à l’acheteur, sans rien perdre ni inventer ?',
    achat: 'Quelle formulation dit ce message au service, sans rien perdre ni inventer ?',
  },
  lintAsk: 'Que relèverait la vérification des formulations dans cette phrase ?',
  /** What is sent to a person when nothing was asked. */
  messages: {
    invited: (path: string) =>
      `Vous avez terminé le parcours **${path}**. Si vous le souhaitez, vous pouvez rejoindre la réserve : d’autres organismes du territoire pourront vous demander conseil. Rien ne se fait sans votre accord : dites oui ou non dans « Mes formations ».`,
    approved: (path: string) =>
      `Bienvenue dans la réserve. Les compétences du parcours **${path}** comptent désormais quand une demande cherche quelqu’un. Vous pouvez changer vos disponibilités à tout moment.`,
    refused: (path: string) =>
      `Votre demande de rejoindre la réserve par le parcours **${path}** n’a pas été retenue pour le moment. L’animateur du réseau peut vous dire pourquoi.`,
    paused: (path: string) =>
      `Votre attestation du parcours **${path}** n’est plus valable : ses compétences ne comptent plus pour vous proposer des demandes. Repassez les questions pour qu’elles comptent de nouveau ; vos demandes en cours restent les vôtres.`,
    restored: (path: string) =>
      `Votre attestation du parcours **${path}** est à jour : ses compétences comptent de nouveau.`,
    notice: (path: string, until: string, lawChanged: boolean) =>
      `Votre attestation du parcours **${path}** est valable jusqu’au ${frenchDate(until)}. ${lawChanged ? 'La loi a changé : quelques questions sur ce qui a changé suffisent à la renouveler.' : 'Repassez le quiz de ses modules pour la renouveler.'} D’ici là, rien ne change.`,
    nudgeSeat:
      'Vous aviez commencé une leçon ou un quiz : dites « suite » pour reprendre où vous en étiez. Ce rappel est le seul.',
    nudgeCards: (points: number) =>
      `${points} point${s(points)} que vous aviez manqué${s(points)} ${points > 1 ? 'sont à revoir' : 'est à revoir'} : dites « réviser ». Ce rappel est le seul.`,
  },
  chat: {
    intro: 'Les modules, à la carte. Dites par exemple « module seuils » ou « commencer seuils ».',
    recommended: (module: string, why: string) => `**Recommandé pour vous : ${module}**, ${why}`,
    because: {
      asked: (fiche: string) => `parce qu’une de vos questions a mené à la fiche « ${fiche} ».`,
      worded: (fiche: string) => `parce qu’un de vos mots a dû être traduit (fiche « ${fiche} »).`,
    },
    moduleLine: (title: string, minutes: number, mark: string) => `- **${title}**, environ ${minutes} min${mark}`,
    marks: { valid: ' ✓ attesté', recheck: ' : à revérifier, la loi a changé', lapsed: ' : attestation échue' },
    start: 'Commencer',
    next: 'Suite',
    quiz: 'Passer le quiz',
    stopped: 'C’est gardé où vous en étiez. Dites « suite » quand vous voudrez reprendre.',
    /** The reading of a line was stopped. */
    unread:
      'Cette ligne demande trop de temps à lire : rien n’a été fait. Dites-le plus simplement, par exemple « suite » ou la lettre d’une réponse.',
    lesson: (place: number, of: number, title: string, minutes: number) =>
      `**Leçon ${place} sur ${of} : ${title}** (environ ${minutes} min)`,
    situation: 'La situation',
    rule: 'La règle',
    otherSide: { prescriber: 'Ce que l’on dit au service', buyer: 'Ce que l’on dit à l’acheteur' },
    other: 'L’autre côté',
    example: 'Un exemple',
    lessonDone: (left: number) =>
      left === 0
        ? 'Leçon terminée : c’était la dernière du module. Il reste le quiz.'
        : `Leçon terminée. Encore ${left} dans ce module ; « suite » pour continuer, ou passez le quiz quand vous voulez.`,
    question: (number: number, of: number) => `**Question ${number} sur ${of}**`,
    past: 'Cette question a déjà sa réponse, ou n’est plus posée : rien n’a changé. « Suite » montre où vous en êtes.',
    howTo: 'Répondez par une lettre.',
    howToSeveral: 'Plusieurs réponses sont justes : donnez toutes les lettres, par exemple « a c ».',
    right: '**C’est juste.**',
    wrong: '**Ce n’est pas cela.**',
    readFiche: (title: string) => `À relire : « ${title} ».`,
    passed: (title: string, right: number, of: number, code: string) =>
      `**Module validé : ${title}.** ${right} réponses justes sur ${of}. Votre attestation porte le code **${code}** ; le papier et le badge sont dans « Mes formations ».`,
    failed: (title: string, right: number, of: number, needed: number) =>
      `${title} : ${right} réponses justes sur ${of}, il en fallait ${needed}. Les points manqués reviendront ; vous pouvez repasser le quiz quand vous voulez, avec d’autres questions.`,
    reviewed: (right: number, of: number) =>
      `Révision terminée : ${right} sur ${of}. Ce qui a été manqué reviendra bientôt, le reste plus tard.`,
    missed: 'À relire',
    letterNext: (path: string, id: string) =>
      `Il ne manque qu’une lettre pour terminer le parcours **${path}** : dites « lettre ${id} : » suivi de votre texte.`,
    letterAsk: (path: string) =>
      `Écrivez à la personne qui sera un jour votre collègue : un achat qui a compté pour vous, et ce que vous auriez aimé savoir. Dites « lettre ${path} : » suivi de votre texte. Elle reste à vous seul, sauf si vous l’offrez à la collection.`,
    letterDone: (
      path: string,
      {
        offered,
        attested,
        invited,
      }: { readonly offered: boolean; readonly attested: boolean; readonly invited: boolean },
    ) =>
      `Votre lettre est gardée, ${offered ? 'et offerte à la collection' : 'pour vous seul ; « offrir ma lettre » la donne à la collection'}.${attested ? ` Le parcours **${path}** est terminé et attesté.` : ''}${invited ? ' Vous êtes invité à rejoindre la réserve : rien ne se fait sans votre oui.' : ''}`,
    noLetter: 'Vous n’avez pas encore écrit de lettre : dites « lettre ».',
    letterOffered: {
      offered: 'Votre lettre est offerte à la collection. « Reprendre ma lettre » la rend à vous seul.',
      private: 'Votre lettre est de nouveau à vous seul.',
    },
    pathLine: (id: string, title: string, passed: number, of: number, state: string) =>
      `- **${title}** (${id}) : ${passed} module${s(passed)} sur ${of}${state === '' ? '' : `. ${state}`}`,
    notInvited:
      'Aucune invitation à rejoindre la réserve n’attend votre réponse. Dites « parcours » pour voir où vous en êtes.',
    found: (title: string, module: string, fiche: string) =>
      `- **${title}** (module « ${module} ») : « leçon ${fiche} »`,
    /** On the button that leads from an answer to its lesson. */
    lessonOf: (module: string) => `Suivre la leçon (${module})`,
    /** Under an answer: the module it comes from, and how to follow it. */
    follow: (module: string, fiche: string) =>
      `Module : ${module}. Pour le suivre à partir d’ici, dites « leçon ${fiche} ».`,
    mineEmpty: 'Vous n’avez pas encore d’attestation. Dites « formation » pour choisir un module.',
    mineLine: (title: string, state: string, until: string, code: string) =>
      `- **${title}** : ${state}, jusqu’au ${until} (code ${code})`,
    due: (points: number) => `${points} point${s(points)} à revoir : dites « réviser ».`,
    nudgeSet: (hour: number) => `C’est noté : un seul rappel, à ${hour} h, si vous vous arrêtez en route.`,
    nudgeOff: 'C’est noté : aucun rappel.',
    recommendSet: {
      on: 'C’est noté : les recommandations partent de vos seules questions, et vous pouvez les couper à tout moment.',
      off: 'C’est noté : plus de recommandations, et ce qui les nourrissait est effacé.',
    },
    unknownModule: 'Je ne connais pas ce module. Dites « formation » pour voir la liste.',
    notSignedIn: 'Pour suivre une formation ici, il faut être identifié.',
    commands:
      'formation · chercher un module MOTS · module NOM · commencer NOM · leçon FICHE · suite · quiz NOM · réviser · mes formations · parcours · lettre PARCOURS : TEXTE · offrir ma lettre · rejoindre PARCOURS · décliner PARCOURS · rappel 9h · rappel non · recommandations non · arrêter',
  },
  web: {
    nav: 'Se former',
    title: 'Se former',
    intro:
      'Des modules à la carte, en leçons de quelques minutes. Chaque leçon part d’une situation, donne la règle aux deux côtés, et se termine par des questions.',
    mine: 'Mes formations',
    /** Before the name of a source's module. */
    /** From a source of an answer to its lesson. */
    follow: 'suivre cette leçon',
    filter: {
      title: 'Chercher un module',
      words: 'Un mot, un sujet',
      role: 'Pour',
      anyRole: 'tout le monde',
      roles: { prescriber: 'les services', buyer: 'les acheteurs' },
      minutes: 'Durée',
      anyLength: 'peu importe',
      upTo: (minutes: number) => `${minutes} min au plus`,
      competence: 'Compétence',
      anyCompetence: 'toutes',
      apply: 'Chercher',
      clear: 'Tout voir',
      count: (modules: number) => `${modules} module${s(modules)}`,
      none: 'Aucun module ne correspond. Essayez avec moins de critères.',
    },
    recommended: 'Recommandé pour vous',
    because: {
      asked: (fiche: string, day: string) => `Le ${day}, une de vos questions a mené à « ${fiche} ».`,
      worded: (fiche: string, day: string) => `Le ${day}, un de vos mots a dû être traduit : « ${fiche} ».`,
    },
    recommendOff: 'Ne plus recommander',
    recommendOn: 'Recommander à partir de mes questions',
    recommendIsOff: 'Les recommandations sont coupées : rien de ce que vous demandez n’est retenu pour elles.',
    minutes: (minutes: number) => `environ ${minutes} min`,
    lessons: (count: number) => `${count} leçon${s(count)}`,
    progress: (read: number, of: number) => `${read} leçon${s(read)} lue${s(read)} sur ${of}`,
    standing: { valid: 'attesté', recheck: 'à revérifier', lapsed: 'attestation échue' },
    objectives: 'Ce que vous saurez faire',
    contents: 'Les leçons',
    read: 'lue',
    begin: 'Commencer',
    goOn: 'Continuer',
    quiz: 'Passer le quiz',
    quizAgain: 'Repasser le quiz',
    recheck: (questions: number) => `Revérifier (${questions} question${s(questions)})`,
    quizHow:
      'Dix questions, huit réponses justes pour une attestation. On peut s’arrêter et reprendre, et repasser autant de fois qu’on veut.',
    quizSignIn: 'Les leçons se lisent sans compte. Pour une attestation, il faut être identifié.',
    noQuiz: 'Ce module n’a pas encore de quiz.',
    partOf: 'Ce module fait partie de',
    export: 'Pour une autre plateforme',
    lesson: {
      place: (place: number, of: number) => `Leçon ${place} sur ${of}`,
      about: (minutes: number) => `environ ${minutes} min`,
      situation: 'La situation',
      rule: 'La règle',
      register: { prescriber: 'Pour le service', buyer: 'Pour l’acheteur' },
      pitfalls: 'Pièges',
      example: 'Un exemple',
      questions: 'Et vous ?',
      articles: 'Articles',
      verified: (day: string) => `vérifiée le ${day}`,
      asked: 'Répondre',
      done: 'J’ai lu cette leçon',
      next: 'Leçon suivante',
      previous: 'Leçon précédente',
      back: 'Le module',
    },
    question: {
      number: (number: number, of: number) => `Question ${number} sur ${of}`,
      several: 'Plusieurs réponses sont justes.',
      answer: 'Répondre',
      right: 'C’est juste.',
      wrong: 'Ce n’est pas cela.',
      yours: 'votre réponse',
      rightOne: 'juste',
      missedOne: 'il fallait la choisir',
      why: 'Pourquoi',
      fiche: 'Relire la leçon',
      next: 'Question suivante',
      quit: 'Arrêter là',
    },
    result: {
      passed: 'Quiz réussi',
      failed: 'Pas encore',
      score: (right: number, of: number, needed: number) =>
        `${right} réponse${s(right)} juste${s(right)} sur ${of} ; il en fallait ${needed}.`,
      missed: 'À relire',
      willComeBack: 'Ces points reviendront dans « Réviser », de plus en plus rarement.',
      again: 'Repasser le quiz',
      attestation: 'Votre attestation',
      letter: (path: string) => `Terminer le parcours « ${path} » par une lettre`,
      reviewDone: 'Révision terminée',
    },
    attestation: {
      title: 'Mes attestations',
      none: 'Pas encore d’attestation : passez le quiz d’un module.',
      issued: (day: string) => `délivrée le ${day}`,
      until: (day: string) => `valable jusqu’au ${day}`,
      code: 'Code',
      pdf: (title: string) => `Attestation « ${title} » en PDF`,
      pdfShort: 'PDF',
      badge: (title: string) => `Badge « ${title} » (Open Badges)`,
      badgeShort: 'Badge',
      changed: 'La loi a changé depuis : quelques questions la renouvellent.',
      verify: {
        title: 'Vérifier une attestation',
        intro: 'Le code est en bas du papier, en trois groupes de quatre signes.',
        code: 'Code de vérification',
        check: 'Vérifier',
        unknown: 'Aucune attestation ne porte ce code.',
        /** Before the address of the published key. */
        key: 'Un badge se vérifie sans nous, par la clé publique que ce site publie :',
        of: (name: string, organisation: string) => `${name}, ${organisation}`,
        kind: { module: 'Module', path: 'Parcours' },
      },
    },
    mineTitle: 'Mes formations',
    mineModules: 'Mes modules',
    resume: (title: string) => `Reprendre : ${title}`,
    review: (points: number) => `Réviser ${points} point${s(points)}`,
    reviewTitle: 'Réviser',
    messages: 'Messages',
    paths: {
      title: 'Les parcours',
      intro:
        'Un parcours réunit des modules et se termine par une lettre. Ceux des acheteurs peuvent mener à la réserve.',
      lastStep: 'Dernière étape : une lettre à votre futur collègue',
      letter: 'Écrire la lettre',
      done: 'Parcours terminé',
      leadsTo: (competences: string) => `Compétences reconnues : ${competences}`,
      join: {
        invited: 'Vous êtes invité à rejoindre la réserve. Rien ne se fait sans votre oui.',
        declined: 'Vous avez dit non à la réserve. Vous pouvez changer d’avis.',
        asked: 'Votre demande attend l’accord de l’animateur du réseau.',
        approved: 'Vous êtes dans la réserve par ce parcours.',
        refused: 'Votre demande n’a pas été retenue pour le moment.',
        paused: 'Attestation échue : ces compétences ne comptent plus pour l’instant.',
      },
      yes: 'Oui, rejoindre la réserve',
      no: 'Non merci',
    },
    letter: {
      title: 'Une lettre à votre futur collègue',
      intro:
        'Racontez un achat qui a compté pour vous, et ce que vous auriez aimé savoir. Quelqu’un qui arrive vous lira peut-être.',
      prompt: 'Cher collègue, chère collègue,',
      label: 'Votre lettre',
      offered: 'L’offrir à la collection de l’animateur du réseau',
      offeredWhy: 'Sans cette case, elle reste à vous seul. Vous pourrez changer d’avis. N’y nommez personne.',
      send: 'Garder la lettre',
      mine: 'Mes lettres',
      private: 'pour moi seul',
      isOffered: 'offerte à la collection',
      makePrivate: 'La reprendre',
      offer: 'L’offrir',
      done: 'Votre lettre est gardée.',
    },
    settings: {
      title: 'Réglages',
      nudge: 'Me rappeler une leçon commencée',
      nudgeWhy: 'Un seul rappel, à l’heure choisie, si vous vous êtes arrêté en route.',
      never: 'jamais',
      hour: (hour: number) => `à ${hour} h`,
      save: 'Enregistrer',
      saved: 'C’est enregistré.',
    },
    cohort: {
      title: 'Formation du réseau',
      intro: (smallest: number) =>
        `Aucun nom, sauf de qui demande à rejoindre la réserve. Un organisme de moins de ${smallest} apprenants n’est pas montré.`,
      groups: 'Par organisme',
      noGroups: 'Aucun groupe n’est assez grand pour être montré.',
      hidden: (bodies: number) =>
        `${bodies} organisme${s(bodies)} trop petit${s(bodies)} pour être montré${s(bodies)}.`,
      columns: { module: 'Module', learners: 'Apprenants', passed: 'Attestés', lessons: 'Leçons lues' },
      learners: (count: number) => `${count} apprenant${s(count)}`,
      hardest: 'Les questions les plus manquées',
      failing: 'Les fiches qui passent mal',
      nothing: 'Trop peu de réponses pour le dire.',
      missedOf: (missed: number, asked: number) => `manquée ${missed} fois sur ${asked}`,
      joins: 'Demandes pour rejoindre la réserve',
      noJoins: 'Aucune demande.',
      approve: (name: string) => `Accepter ${name}`,
      approveShort: 'Accepter',
      refuse: (name: string) => `Ne pas retenir ${name}`,
      refuseShort: 'Ne pas retenir',
      letters: 'La collection de lettres',
      noLetters: 'Aucune lettre offerte.',
      csv: 'Télécharger (CSV)',
      judged: {
        approved: 'La personne a rejoint la réserve.',
        refused: 'La demande n’est pas retenue ; la personne est prévenue.',
      },
    },
  },
};
