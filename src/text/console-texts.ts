import type { CaseAction } from '../vocabulary/cases.ts';
import type { Role } from '../vocabulary/people.ts';
import { typeset } from './typeset.ts';

/** A command as it is typed, and what it does. */
type Usage = readonly [typed: string, does: string];

/** What the terminal says around a hand-over. Its commands are French words, so it speaks French alone. */
export const consoleTexts = typeset({
  who: {
    title: 'Qui jouez-vous ? Tout est inventé, rien ne sort de cette machine. Tapez un numéro.',
    unknown: 'Il n’y a personne à ce numéro.',
    nobody: 'Il n’y a personne à jouer : les dossiers ne peuvent pas être lus.',
    part: {
      reservist: 'réserviste',
      coordinator: 'anime le réseau',
      prescriber: 'service prescripteur',
      buyer: 'acheteur',
    } satisfies Record<Role | 'reservist' | 'coordinator', string>,
    you: (name: string, organisation: string) =>
      `Vous jouez **${name}**, ${organisation}. :dossiers montre vos dossiers, :aide ce que vous pouvez faire.`,
  },
  prompt: { asking: 'votre question', brief: 'aperçu', case: (number: number) => `dossier ${number}` },
  may: 'Maintenant, vous pouvez :',
  always: 'À tout moment :',
  general: [
    [':aide-humain [QUESTION]', 'demande un réserviste, pour votre dernière question ou celle-ci'],
    [':dossiers', 'vos dossiers, numérotés'],
    [':dossier N', 'où en est un dossier, et sa conversation'],
    [':retour', 'laisse le dossier ouvert, et revient à l’assistant'],
    [':mes-données', 'tout ce qui est gardé sur vous'],
    [':oublie-moi', 'efface tout ce qui est gardé sur vous'],
  ] satisfies readonly Usage[],
  reservist: [[':dispo [TEXTE]', 'vos disponibilités, par exemple « pause jusqu’au 15 »']] satisfies readonly Usage[],
  act: {
    say: [':dire TEXTE', 'écrit dans le dossier ; une ligne sans deux-points suffit'],
    accept: [':accepter', 'prend ce dossier'],
    decline: [':décliner [raison]', 'le laisse à un autre ; le demandeur ne verra pas la raison'],
    answer: [':répondu', 'dit que la question a sa réponse'],
    give_back: [':rendre', 'rend le cas : quelqu’un d’autre sera cherché'],
    pass_to: [':passer NOM', 'passe le cas à un autre réserviste'],
    open_identity: [':identité', 'ouvre votre identité, si l’autre côté accepte aussi'],
    close: [':clore', 'clôt le dossier'],
    rate: [':noter oui|non [commentaire]', 'dit si cette aide a été utile'],
    reopen: [':rouvrir POURQUOI', 'rouvre le dossier'],
    withdraw: [':retirer', 'retire la demande'],
    propose_fiche: [':fiche [QUESTION | RÉPONSE]', 'les propose au corpus, sans nom, après votre relecture'],
  } satisfies Record<CaseAction['kind'], Usage>,
  brief: {
    commands: [
      [':lever N', 'laisse visible ce qui est masqué sous ce numéro'],
      [':cacher MOTS', 'masque aussi ces mots ; un numéro masque de nouveau'],
      [':montants', 'met les montants en fourchettes, ou les rend'],
      [':envoyer [même-organisme]', 'envoie ; « même-organisme » admet quelqu’un de chez vous'],
      [':abandonner', 'renonce, n’envoie rien'],
    ] satisfies readonly Usage[],
    visible: 'laissé visible',
    same: 'inchangé',
    noSuchMask: 'Il n’y a pas de masque à ce numéro.',
    noWords: 'Dites quels mots masquer : :cacher MOTS.',
    amounts: { on: 'Montants en fourchettes.', off: 'Montants tels qu’écrits.' },
    none: 'Aucun aperçu n’est ouvert : :aide-humain en prépare un.',
    notSent: 'Rien n’est parti. Tapez :envoyer ou :envoyer même-organisme.',
    open: 'Rien n’est parti, et un aperçu est ouvert. Tapez :envoyer ou :abandonner ; :retour le laisse en brouillon.',
    givenUp: 'C’est abandonné : rien n’est parti.',
    kept: 'Rien n’est parti. Le brouillon reste dans vos dossiers.',
  },
  assistant: ':acheteur  :service  :explain  :oui  :non [raison]  :oublie  :quitter',
  dialogue: {
    commands: `:plus                déplie la dernière réponse : la fiche, ses pièges
:acheteur  :service   change de registre et redonne la dernière réponse
:explain             montre d’où vient la dernière réponse
:oui  :non [raison]  dit si la réponse a servi
:oublie              efface cette conversation
:formation           les modules, à suivre pas à pas
:aide  :quitter      (un chiffre seul choisit une suggestion)`,
    more: 'La fiche, ses pièges, les questions proches : tapez :plus.',
    noMore: 'Rien à déplier : posez d’abord une question.',
    askFirst: 'Posez d’abord une question.',
    nothingToRate: 'Rien à noter encore : posez d’abord une question.',
    nothingToPick: 'Rien à choisir ici : posez votre question, ou répondez à la dernière par des mots.',
    rated: 'C’est noté, merci.',
    wiped: 'Cette conversation est effacée.',
  },
  asking: 'Quelle est votre question ? Écrivez-la sur une ligne ; rien ne part avant que vous l’ayez relue.',
  notAsking: 'Bien, rien n’est demandé.',
  cases: {
    title: (number: number, status: string) => `**Dossier ${number}** (${status})`,
    waiting: (offers: number, open: number) =>
      [
        offers === 0
          ? undefined
          : `**${offers === 1 ? 'Une proposition vous attend' : `${offers} propositions vous attendent`}**`,
        open === 0 ? undefined : `${open === 1 ? 'un dossier ouvert' : `${open} dossiers ouverts`}`,
      ]
        .filter((part) => part !== undefined)
        .join(' ; '),
    toOther: (numbers: readonly number[]) =>
      `Ceci est pris pour une question. Pour écrire à l’autre côté de votre dossier : ${numbers.map((number) => `:dossier ${number}`).join(' ou ')}, puis votre message.`,
    noSuchCase: 'Il n’y a pas de dossier à ce numéro : :dossiers les montre.',
    noneOpen: 'Ouvrez d’abord un dossier : :dossiers les montre, :dossier N en ouvre un.',
    whichOffer: (numbers: readonly number[]) =>
      numbers.length === 0
        ? 'On ne vous propose rien en ce moment.'
        : `On vous propose les dossiers ${numbers.join(', ')} : ouvrez d’abord l’un d’eux avec :dossier N.`,
    left: 'Vous revenez à l’assistant.',
    cannotSay: 'Rien n’est parti : on n’écrit pas dans ce dossier pour l’instant. :retour revient à l’assistant.',
    lost: 'Ce dossier n’est plus ouvert pour vous : le délai est passé, ou quelqu’un d’autre l’a pris.',
    other: (organisation: string) => `En face : ${organisation}.`,
  },
  news: {
    offer: (number: number) => `**On vous propose le dossier ${number}.** :dossier ${number} le montre.`,
    case: (number: number, status: string) =>
      `**Du nouveau dans le dossier ${number}** (${status}). :dossier ${number} le montre.`,
    down: 'Les dossiers ne peuvent pas être lus pour l’instant ; je réessaie.',
    back: 'Les dossiers se lisent de nouveau.',
  },
  usage: {
    say: 'Il n’y a pas de texte : :dire TEXTE.',
    pass_to: 'Dites à qui : :passer NOM.',
    rate: 'Dites si cette aide a été utile : :noter oui ou :noter non, puis un mot si vous voulez.',
    reopen: 'Dites ce qui reste à éclaircir : :rouvrir POURQUOI.',
    propose_fiche: 'Donnez les deux, sans nom de personne : :fiche QUESTION | RÉPONSE.',
  },
  sure: 'Répondez « oui » pour que ce soit fait ; toute autre ligne y renonce.',
  notDone: 'Rien n’est changé.',
} as const);
