import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';

export interface Solved {
  readonly question: string;
  readonly answer: string;
}

const NAME = '_quiz-propositions.yaml';
const HEAD = `# Questions proposées par les cas résolus, à relire puis à recopier dans quiz.yaml (README.md, « Le quiz d'un module »).
# Les marques {{a.ecrire}} sont à remplacer ; tant qu'elles sont là, rien de ce fichier n'est servi.
`;

/**
 * Puts forward a lesson and a question for a fiche that a solved case gave: what the case says is filled in, and what only a
 * trainer may write (wrong answers and what is wrong with them) is marked. The file is not served; the same fiche is proposed once.
 * @param root the `knowledge/` folder
 * @param file the fiche's path inside it
 * @throws when the file cannot be written
 */
export function proposeQuestion(root: string, file: string, { question, answer }: Solved): string {
  const fiche = file.split('/').at(-1)?.replace(/\.md$/, '') ?? '';
  const path = join(root, file, '..', NAME);
  if (!existsSync(path)) writeFileSync(path, HEAD);
  else if (readFileSync(path, 'utf8').includes(`id: ${fiche}-question\n`)) return path;
  const first = firstSentence(answer);
  const proposal = [
    {
      lesson: {
        fiche,
        situation: `${oneLine(question)} {{a.ecrire}} une personne devant ce problème, sans la solution`,
      },
      question: {
        id: `${fiche}-question`,
        kind: 'single',
        fiche,
        ask: oneLine(question).slice(0, 240),
        held_by: first,
        why: first,
        choices: [
          { text: '{{a.ecrire}} la bonne réponse, en une ligne', right: true },
          { text: '{{a.ecrire}} une erreur plausible', why: '{{a.ecrire}} ce qui est faux dans celle-ci' },
          { text: '{{a.ecrire}} une autre erreur plausible', why: '{{a.ecrire}} ce qui est faux dans celle-là' },
        ],
      },
    },
  ];
  appendFileSync(path, stringify(proposal, { lineWidth: 0 }));
  return path;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Up to the first end of sentence; an article's number is none. */
function firstSentence(text: string): string {
  const line = oneLine(text);
  return /^.*?[.!?](?=\s\p{Lu}|$)/u.exec(line)?.[0] ?? line;
}
