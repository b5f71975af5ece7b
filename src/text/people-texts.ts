import type { BodyKind, PersonRole } from '../vocabulary/people.ts';

/** What the administrator's command says, and the French words of its roles. */
export const peopleTexts = {
  usage: `usage : npm run people -- list
        npm run people -- add "nom=…" "courriel=…" "organisation=nom ou SIRET" [rôle=acheteur]
        npm run people -- role ID RÔLE… (prescripteur, acheteur, coordonnateur, administrateur ; -RÔLE le retire)
        npm run people -- link ID COMPTE (le « sub » de l’annuaire, ou l’identifiant d’une autre personne, dont les comptes passent à ID)
        npm run people -- unlink ID (ses comptes ne l’ouvrent plus, ses sessions sont closes)
        npm run people -- invite [ID] (lien qui fait un administrateur, une fois, pendant 24 h)
        npm run people -- sign-out ID (clôt toutes ses sessions)
        npm run people -- body ID SIRET [NOM] (donne son numéro, et son nom, à un organisme)`,
  roles: {
    prescripteur: 'prescriber',
    acheteur: 'buyer',
    coordonnateur: 'coordinator',
    administrateur: 'administrator',
  } satisfies Record<string, PersonRole>,
  unknownPerson: (id: string) => `Personne n’a l’identifiant « ${id} » : npm run people -- list les montre.`,
  unknownBody: (id: string) => `Aucun organisme n’a l’identifiant « ${id} » : npm run people -- list les montre.`,
  unknownRole: (role: string) =>
    `« ${role} » n’est pas un rôle : prescripteur, acheteur, coordonnateur ou administrateur.`,
  noSiret: (text: string) => `« ${text} » n’est pas un SIRET : quatorze chiffres, clé comprise.`,
  needed: (name: string) => `Il manque « ${name}=… ».`,
  emailTaken: (id: string) => `Cette adresse est déjà celle de ${id}.`,
  notEmail: (text: string) => `« ${text} » n’est pas une adresse électronique.`,
  noIssuer:
    'La connexion n’est pas configurée (OIDC_ISSUER, ou SMTP_URL) : il n’y a pas de compte à relier ni de lien à donner.',
  added: (id: string) => `Ajouté : ${id}`,
  hasRoles: (id: string, roles: string) => `${id} : ${roles}`,
  linked: (id: string, accounts: number) => `${id} : ${accounts} compte(s) relié(s)`,
  unlinked: (id: string, accounts: number) => `${id} : ${accounts} compte(s) détaché(s), sessions closes`,
  signedOut: (id: string, sessions: number) => `${id} : ${sessions} session(s) close(s)`,
  body: (id: string, united: number) =>
    united === 0 ? `${id} : c’est noté` : `${id} : c’est noté, ${united} organisme(s) réuni(s)`,
  /** The class of a body: said of it while it stays unnamed, and read by the rules of purchase. */
  bodyKinds: {
    commune: 'commune',
    intercommunality: 'intercommunalité (communauté, métropole)',
    department: 'département',
    region: 'région',
    syndicate: 'syndicat intercommunal ou mixte',
    state: 'service de l’État (ministère, préfecture, rectorat)',
    state_establishment: 'établissement public de l’État (université, agence)',
    hospital: 'établissement public de santé',
    housing_office: 'office public de l’habitat',
  } satisfies Record<BodyKind, string>,
  /** A body as somebody said theirs is, until a coordinator confirms it. */
  declaredBody: (name: string) => `${name} (à confirmer)`,
  /** The body that stands for those who are of a workspace without being of its body. */
  guestsOf: (workspace: string) => `Invités de ${workspace}`,
  invitation: (address: string) =>
    `Lien qui fait un administrateur, une seule fois, pendant 24 h, pour qui s’est connecté :\n  ${address}`,
  bodies: 'Organismes',
  storeDown: (reason: string) => `La base ne répond pas : ${reason}.`,
};
