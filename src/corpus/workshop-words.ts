import type { KnowledgeFiles } from './knowledge-files.ts';
import type { CorpusProblem } from './problem.ts';

/**
 * How those who write the corpus speak of their sources. A reader was not there: what is sure is said as the rule itself,
 * what is not is said in plain words («à vérifier sur Légifrance», «d'après la presse spécialisée»), and the line under the
 * answer gives the weakest status of the fiche's sources.
 */
const WORKSHOP_WORDS: readonly RegExp[] = [
  /(?<![\p{L}\d-])V[12](?:-faible)?(?![\p{L}\d])/u,
  /(?<!\p{L})non (?:re)?lue?s?(?!\p{L})/iu,
  /(?<!\p{L})(?:textes|articles|versions?|codes?|cahiers|CCAG|sources?) (?:que nous avons )?(?:re)?lue?s?(?!\p{L})/iu,
  /(?<!\p{L})(?:texte|article) relu(?!\p{L})/iu,
  /(?<!\p{L})(?:textes?|lois?|codes?|décrets?|articles?|règlements?|règles?|cahiers?)(?!\p{L})[^.;:!?\n]{0,40}(?<!\p{L})pas (?:été )?(?:re)?lue?s?(?!\p{L})/iu,
  /(?<!\p{L})(?:ici|repères|délai),? de mémoire(?!\p{L})|(?<!\p{L})de mémoire(?:,| et) à vérifier|, de mémoire\)/iu,
  /(?<!\p{L})sources? (?:secondaires?|fragiles?)(?!\p{L})/iu,
  /(?<!\p{L})(?:ce|notre) corpus(?!\p{L})/iu,
];

/** Lines that no reader is shown: what a source is and how it was read, what people type, comments. */
const NOT_SHOWN = /^\s*(?:- \{ (?:ref|article): |- "|- ask: |said: |#(?!#))/;

/** Words of the workshop in what a reader is shown, one problem a line, with what to write instead. */
export function workshopWords(files: KnowledgeFiles): readonly CorpusProblem[] {
  return [...files].flatMap(([file, text]) => {
    if (file === 'figures.yaml') return [];
    return text.split('\n').flatMap((line, at) => {
      if (NOT_SHOWN.test(line)) return [];
      const found = WORKSHOP_WORDS.map((pattern) => pattern.exec(line)?.[0]).find((words) => words !== undefined);
      if (found === undefined) return [];
      const message = `« ${found.trim()} » speaks of how the corpus was written: say the rule, or in plain words what is to be checked and where; the status of the sources is shown under the answer`;
      return [{ file, line: at + 1, field: 'words', message }];
    });
  });
}
