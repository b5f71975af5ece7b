import { readFileSync } from 'node:fs';
import { readArticleIndex } from '../../src/corpus/article-index.ts';
import { readForbidden } from '../../src/corpus/forbidden.ts';
import { referencesIn } from '../../src/corpus/references.ts';
import { readCheckedCorpus } from '../compose.ts';
import { productFiles } from './written.ts';

/** Loads every module of the product and reads what it reads at its start: every pattern that is built is built. */
export async function runProduct(): Promise<void> {
  for (const file of productFiles())
    if (/^(?:src|adapters)\//.test(file) && file.endsWith('.ts'))
      await import(new URL(`../../${file}`, import.meta.url).href);
  readCheckedCorpus('knowledge');
  readForbidden('knowledge');
  const read = (name: string) => readFileSync(`knowledge/${name}`, 'utf8');
  const { otherTexts } = readArticleIndex({
    articlesJsonl: '',
    absentsYaml: '[]',
    otherTextsYaml: read('other-texts.yaml'),
  }).index;
  referencesIn('loi 1', otherTexts);
}
