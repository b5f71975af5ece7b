import { readFileSync } from 'node:fs';
import { readArticleIndex } from '../../src/corpus/article-index.ts';
import { readForbidden } from '../../src/corpus/forbidden.ts';
import { referencesIn } from '../../src/corpus/references.ts';
import { readCheckedCorpus } from '../compose.ts';

/* Reads what the product reads at its start, so that the patterns built from knowledge are built. */
readCheckedCorpus('knowledge');
readForbidden('knowledge');
const read = (name: string) => readFileSync(`knowledge/${name}`, 'utf8');
const { otherTexts } = readArticleIndex({
  articlesJsonl: '',
  absentsYaml: '[]',
  otherTextsYaml: read('other-texts.yaml'),
}).index;
referencesIn('loi 1', otherTexts);
