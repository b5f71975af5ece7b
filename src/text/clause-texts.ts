import { typeset } from './typeset.ts';

const fr = {
  found: (count: number) =>
    count === 1 ? 'Une clause qui a servi, à adapter :' : `${count} clauses qui ont servi, à adapter :`,
  notModel: 'Ce n’est pas un modèle de contrat : elle a servi une fois, dans un autre contexte que le vôtre.',
  context: 'Contexte',
  origin: 'Origine',
  became: 'Ce qu’elle est devenue',
  readOn: (day: string) => `Relue par une deuxième personne le ${day}.`,
  offer: 'Proposer une clause au réseau',
  intro: 'Sans les noms. Quelqu’un d’autre la relit avant que le réseau ne la trouve.',
  title: 'Ce qu’elle règle, en quelques mots',
  text: 'La clause',
  contextBox: 'Le contexte : quel achat, quelle taille, quelle procédure',
  becameBox: 'Ce qu’elle est devenue à l’usage',
  go: 'Proposer',
  needed: 'Écrivez quelque chose d’abord.',
  offered: (who: string) => `${who} a proposé une clause au réseau`,
};

/** A clause that served, offered and found. */
export const clauseTexts = typeset(fr);
