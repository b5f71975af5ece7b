import { typeset } from './typeset.ts';

const fr = {
  names: {
    local: 'Chez vous',
    procedure: 'Procédure',
    publicity: 'Publicité',
    calendar: 'Calendrier',
  } as Readonly<Record<'local' | 'procedure' | 'publicity' | 'calendar', string>>,
  file: 'Verser au dossier',
  fileIntro: 'Un document Word, avec ce que vous choisissez : le reste disparaît avec la demande.',
  parts: {
    form: 'la fiche du besoin',
    settled: 'les questions et leurs réponses',
    sheet: 'les règles et le calendrier',
    purpose: 'à quoi l’achat sert',
    comments: 'la relecture',
    talk: 'les échanges et les étapes, mot pour mot',
  },
  fileGo: 'Télécharger',
  fileGiven: 'Le document à verser au dossier.',
  sheet: 'Procédure et calendrier',
  steps: {
    file_named: (who: string) => `${who} a versé la demande au dossier`,
    letter: (who: string) => `${who} a écrit une lettre`,
  },
  letter: 'Écrire une lettre à votre acheteur',
  letterBox: 'La lettre',
  letterHint: 'Un achat qui compte pour vous : pourquoi, pour qui, ce que vous en attendez.',
  letterGo: 'Continuer',
};

/** The sheet of a demand, its file, and the letter that opens one. */
export const purchaseSheetTexts = typeset(fr);
