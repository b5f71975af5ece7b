import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEnglishTerms } from '../corpus/english.ts';
import type { CorpusProblem } from '../corpus/problem.ts';
import { compileExpression } from '../french/pattern/expression.ts';
import { createMatcher } from '../french/pattern/matcher.ts';
import { readTokens } from '../french/pattern/tokens.ts';
import { ENGLISH_FILE } from './rulebook.ts';
import { readWords, type Words } from './words.ts';

/** Everything wrong in `regles/mots.yaml`: its form, and the sentences that its words must see or must not; and in the English words. */
export function checkWords(knowledge: string): readonly CorpusProblem[] {
  const problem = (field: string, message: string) => ({ file: 'regles/mots.yaml', line: 1, field, message });
  try {
    const english = readFileSync(join(knowledge, 'regles', ENGLISH_FILE), 'utf8');
    return [
      ...readEnglishTerms(english, `regles/${ENGLISH_FILE}`).problems,
      ...Object.entries(withSentences(readWords(knowledge).spoken)).flatMap(([section, entries]) =>
        entries.flatMap((entry, index) =>
          faultsOf(entry).map((message) => problem(`${section}.${index + 1} (${entry.mots[0]})`, message)),
        ),
      ),
    ];
  } catch (error) {
    return [problem('mots', error instanceof Error ? error.message : String(error))];
  }
}

function withSentences({
  abreges: _short,
  defauts: _,
  roles: _roles,
  prix: _prices,
  ...sections
}: Words['spoken']): Readonly<Record<string, readonly Entry[]>> {
  return sections;
}

interface Entry {
  readonly mots: readonly string[];
  readonly justes: readonly string[];
  readonly faux: readonly string[];
}

function faultsOf({ mots, justes, faux }: Entry): readonly string[] {
  const find = createMatcher(
    mots.map((source) => ({ expression: compileExpression(source, new Map()), value: source })),
  );
  const seen = (text: string) => {
    const tokens = readTokens(text);
    return tokens.sentences.flatMap(({ first, last }) => find(tokens, first, last)).map(({ value }) => value);
  };
  return [
    ...justes.filter((text) => seen(text).length === 0).map((text) => `does not see «${text}»`),
    ...faux.flatMap((text) => seen(text).map((by) => `«${by}» sees «${text}», which is said to be wrong`)),
  ];
}
