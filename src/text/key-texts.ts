import type { Language } from '../vocabulary/people.ts';
import { typeset } from './typeset.ts';

const fr = {
  title: 'Clés des programmes',
  intro:
    'Une clé laisse un autre outil poser des questions, reformuler, contrôler et calculer ici, au nom d’un organisme, jamais d’une personne. Elle ne se montre qu’une fois.',
  none: 'Aucune clé.',
  make: 'Faire une clé',
  organisation: 'Pour quel organisme',
  name: 'À quoi elle sert',
  nameHint: 'Par exemple : le logiciel des marchés.',
  scopesTitle: 'Ce qu’elle permet',
  scopes: {
    answer: 'poser des questions',
    reword: 'reformuler un texte',
    check: 'contrôler un texte (rédaction, fidélité)',
    compute: 'calculer une procédure, un délai, une somme',
    read: 'lire les articles, les chiffres et le lexique',
    body: 'les règles et documents internes de l’organisme',
  },
  made: 'Voici la clé : copiez-la maintenant, elle ne sera plus montrée.',
  madeFor: (organisation: string, name: string) => `Pour ${organisation} : ${name}.`,
  backToList: 'Toutes les clés',
  since: (day: string) => `faite le ${day}`,
  used: (day: string) => `dernier usage le ${day}`,
  unused: 'jamais utilisée',
  revoked: (day: string) => `révoquée le ${day}`,
  revoke: 'Révoquer',
  revokeOf: (name: string) => `Révoquer la clé « ${name} »`,
  sure: (name: string) => `Révoquer « ${name} » ? Les outils qui s’en servent cesseront aussitôt de marcher.`,
  keep: 'La garder',
  done: 'Clé révoquée.',
  faults: {
    store_down: 'La base ne répond pas : réessayez dans un moment.',
    no_organisation: 'Dites pour quel organisme.',
    no_name: 'Dites à quoi elle sert.',
    no_scope: 'Choisissez au moins une chose qu’elle permet.',
    too_long: 'C’est trop long : 120 caractères au plus.',
    made_before:
      'Cette clé est déjà faite : elle ne se montre qu’une fois. Révoquez-la et faites-en une autre si vous l’avez perdue.',
    unknown_key: 'Cette clé n’est plus là, ou est déjà révoquée.',
    not_of_body: (body: string | undefined) =>
      body === undefined
        ? 'Aucun organisme n’est configuré ici (TRUCHEMENT_ORGANISATION) : il n’y a pas de règles internes à ouvrir.'
        : `Les règles et documents internes sont ceux de « ${body} » : seule une clé de cet organisme peut les lire.`,
  },
  command: {
    usage: `usage : npm run api-keys -- list
        npm run api-keys -- add "organisation=…" "nom=…" portées=answer,reword,check,compute,read[,body]
        npm run api-keys -- revoke ID`,
    needed: (name: string) => `Il manque « ${name}=… ».`,
    scopes: (all: string) => `portées : parmi ${all}, séparées par des virgules.`,
  },
};

export type KeyTexts = typeof fr;

const en: KeyTexts = {
  title: 'Keys for programs',
  intro:
    'A key lets another tool ask, reword, check and compute here, on behalf of an organisation, never of a person. It is shown once.',
  none: 'No key.',
  make: 'Make a key',
  organisation: 'For which organisation',
  name: 'What it is for',
  nameHint: 'For instance: the contract management software.',
  scopesTitle: 'What it allows',
  scopes: {
    answer: 'asking questions',
    reword: 'rewording a text',
    check: 'checking a text (lawful wording, fidelity)',
    compute: 'working out a procedure, a delay, a sum',
    read: 'reading articles, figures and the lexicon',
    body: 'the organisation’s own rules and documents',
  },
  made: 'Here is the key: copy it now, it will not be shown again.',
  madeFor: (organisation) => `For ${organisation}`,
  backToList: 'All keys',
  since: (day) => `made on ${day}`,
  used: (day) => `last used on ${day}`,
  unused: 'never used',
  revoked: (day) => `revoked on ${day}`,
  revoke: 'Revoke',
  revokeOf: (name) => `Revoke the key “${name}”`,
  sure: (name) => `Revoke “${name}”? The tools that use it stop working at once.`,
  keep: 'Keep it',
  done: 'Key revoked.',
  faults: {
    store_down: 'The database does not answer: try again in a moment.',
    no_organisation: 'Say for which organisation.',
    no_name: 'Say what it is for.',
    no_scope: 'Choose at least one thing that it allows.',
    too_long: 'Too long: 120 characters at most.',
    made_before: 'This key was made already: it is shown once. Revoke it and make another one if you lost it.',
    unknown_key: 'This key is there no more, or was revoked already.',
    not_of_body: (body) =>
      body === undefined
        ? 'No organisation is configured here (TRUCHEMENT_ORGANISATION): there are no rules of its own to open.'
        : `The rules and documents here are those of “${body}”: only a key of that organisation may read them.`,
  },
  command: fr.command,
};

export const keyTexts: Readonly<Record<Language, KeyTexts>> = { fr: typeset(fr), en };
