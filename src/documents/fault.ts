export type DocumentFaultKind =
  | 'missing'
  | 'unreadable'
  | 'outside'
  | 'unsupported'
  | 'empty'
  | 'encrypted'
  | 'corrupt'
  | 'scanned'
  | 'too-large'
  | 'too-slow'
  | 'zip-bomb'
  | 'not-kept';

/** Why one file is not in the library. It never stops the others. */
export interface DocumentFault {
  readonly kind: DocumentFaultKind;
  readonly path: string;
  /** For the log, in English: the file, what is wrong, what to do. */
  readonly message: string;
  /** The same for the person who adds documents, in French. */
  readonly shown: string;
}

export function documentFault(kind: DocumentFaultKind, path: string, detail?: string): DocumentFault {
  const { message, shown } = SAID[kind];
  const name = printablePath(path);
  return {
    kind,
    path,
    message: `${name}: ${message}${detail === undefined ? '' : ` (${detail})`}`,
    shown: `${name} : ${shown}`,
  };
}

/** A name as it may be printed: a control character in it must not drive the terminal, nor a direction mark reverse it. */
export function printablePath(path: string): string {
  return path.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '\ufffd');
}

const SAID: Readonly<Record<DocumentFaultKind, { readonly message: string; readonly shown: string }>> = {
  missing: {
    message: 'there is no such file; check the path',
    shown: 'fichier introuvable. Vérifiez le chemin.',
  },
  unreadable: {
    message: 'it cannot be read; check that it is a plain file, its name and its permissions',
    shown: 'lecture impossible. Vérifiez le nom du fichier et vos droits d’accès.',
  },
  outside: {
    message: 'it is a link that leads out of the folder, so it was not followed; add the file itself',
    shown: 'lien qui mène hors du dossier : il n’est pas suivi. Ajoutez le fichier lui-même.',
  },
  unsupported: {
    message: 'not a format that is read; save it as PDF, DOCX, PPTX, ODT, HTML, Markdown or text',
    shown: 'format non pris en charge. Enregistrez-le en PDF, DOCX, PPTX, ODT, HTML, Markdown ou texte.',
  },
  empty: {
    message: 'there is no text in it; check that it is the right file',
    shown: 'aucun texte dans ce fichier. Vérifiez que c’est le bon.',
  },
  encrypted: {
    message: 'it is protected by a password; save a copy without one',
    shown: 'fichier protégé par un mot de passe. Enregistrez une copie sans protection.',
  },
  corrupt: {
    message: 'it is damaged, or not of the format its name says; open it in its own software and save it again',
    shown: 'fichier endommagé ou qui n’est pas du format annoncé. Ouvrez-le puis enregistrez-le à nouveau.',
  },
  scanned: {
    message: 'its pages are images without text; run a character recognition (OCR) and add the result',
    shown: 'pages numérisées, sans texte. Passez-les à la reconnaissance de caractères (OCR).',
  },
  'too-large': {
    message: 'it is larger than what is read in one file; split it',
    shown: 'fichier trop gros. Découpez-le.',
  },
  'too-slow': {
    message: 'it takes too long to read; split it or print it to a new PDF',
    shown: 'lecture trop longue. Découpez-le ou réimprimez-le en PDF.',
  },
  'zip-bomb': {
    message: 'it inflates far beyond what a document does, so it was not opened; save it again from its own software',
    shown: 'contenu compressé anormal : fichier refusé par prudence. Enregistrez-le à nouveau.',
  },
  'not-kept': {
    message: 'it was read but could not be written in the library; check the space and permissions of the data folder',
    shown: 'lu mais non enregistré. Vérifiez l’espace disque du dossier de données.',
  },
};
