import { readdirSync, readFileSync } from 'node:fs';
import { readArticleIndex } from '../../src/corpus/article-index.ts';
import { DIALOGUE_FILE, readDialogueWords } from '../../src/corpus/dialogue-words.ts';
import { readEnglishTerms } from '../../src/corpus/english.ts';
import { readForbidden } from '../../src/corpus/forbidden.ts';
import { readLintRules } from '../../src/corpus/lint-rules.ts';
import { referencesIn } from '../../src/corpus/references.ts';

/*
 * Reads the knowledge that patterns are built from, as the product does at its start; the rest of it would take half of the
 * time of the check. A reader that begins to build patterns and is not here is told as a place that was never seen.
 */
const read = (name: string) => readFileSync(`knowledge/${name}`, 'utf8').normalize('NFC');
const lint = readdirSync('knowledge/lint').filter((name) => name.endsWith('.yaml'));
readLintRules(new Map(lint.map((name) => [name, read(`lint/${name}`)])), 'lint', new Map());
readEnglishTerms(read('anglais.yaml'), 'anglais.yaml');
readDialogueWords(read(DIALOGUE_FILE));
readForbidden('knowledge');
const { otherTexts } = readArticleIndex({
  articlesJsonl: '',
  absentsYaml: '[]',
  otherTextsYaml: read('other-texts.yaml'),
}).index;
referencesIn('loi 1', otherTexts);
