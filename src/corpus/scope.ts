import { type ArticleIndex, backingRow } from './article-index.ts';
import type { KnowledgeFiles } from './knowledge-files.ts';
import type { CorpusProblem } from './problem.ts';
import { referencesIn } from './references.ts';

/** How a sentence names a procedure; `en` sets it apart from « les seuils de procédure formalisée ». */
const NAMED = {
  formalisée: /formalisée?s?(?![\p{L}\d])/iu,
  adaptée: /adaptée?s?(?![\p{L}\d])|(?<!\p{L})MAPA(?!\p{L})/iu,
} as const;
const HELD_FOR = {
  formalisée:
    /(?<!\p{L})(?:en procédure formalisée|en formalisé|en toute procédure|dans toutes les procédures)(?!\p{L})/iu,
  adaptée: /(?<!\p{L})(?:en procédure adaptée|en MAPA|en toute procédure|dans toutes les procédures)(?!\p{L})/iu,
} as const;
const OTHER = { formalisée: 'adaptée', adaptée: 'formalisée' } as const;

const SENTENCE_END = /[.;!?] /;
/** Lists of references, not sentences. */
const LISTS = /^\s*(?:articles:|- \{ (?:ref|article):)/;

/**
 * Sentences that say of one kind of procedure what an article says only of the other: a condition lost, the commonest
 * way in which a summary came to be wrong. A sentence that names the article's own procedure too is left alone.
 */
export function beyondScope(files: KnowledgeFiles, index: ArticleIndex): readonly CorpusProblem[] {
  const problems: CorpusProblem[] = [];
  for (const [file, text] of files)
    for (const [row, line] of text.split('\n').entries()) {
      if (LISTS.test(line)) continue;
      for (const sentence of line.split(SENTENCE_END))
        for (const { name } of referencesIn(sentence, index.otherTexts)) {
          const own = backingRow(name, index)?.scope?.procedure;
          if (own === undefined || own === 'toute' || NAMED[own].test(sentence)) continue;
          if (!HELD_FOR[OTHER[own]].test(sentence)) continue;
          const message = `${name} speaks of « procédure ${own} » only, and this sentence of another: say which one it binds`;
          problems.push({ file, line: row + 1, field: name, message });
        }
    }
  return problems;
}
