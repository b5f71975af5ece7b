import { type KnowledgeFiles, lineOfText } from '../corpus/knowledge-files.ts';
import type { LexiconEntry } from '../corpus/lexicon.ts';
import type { CorpusProblem } from '../corpus/problem.ts';
import { createFindCues } from '../rewording/buyer/find-cues.ts';
import { createFindJargon } from '../rewording/prescriber/plain-terms.ts';
import { atOnce } from '../sliced.ts';

/** A rule of a concept that carries its own examples. */
interface Rule {
  readonly name: string;
  readonly right: readonly string[];
  readonly wrong: readonly string[];
  /** It needs an example of each kind. */
  readonly hasExcept: boolean;
  readonly finds: (sentence: string) => boolean;
}

/** The examples that stand in the lexicon: each right one must be read so, each wrong one must not. */
export function checkConcepts(lexicon: readonly LexiconEntry[], files: KnowledgeFiles): readonly CorpusProblem[] {
  const glossRules = createGlossRules(lexicon);
  const cueRules = createCueRules(lexicon);
  const known = new Set(lexicon.map(({ id }) => id));
  return lexicon.flatMap((entry) => {
    const strangers = (entry.hides ?? []).filter((id) => !known.has(id));
    const faults = [
      ...[...glossRules(entry), ...cueRules(entry)].flatMap(faultsOf),
      ...strangers.map((id) => `hides: no concept has the id ${id}`),
    ];
    if (faults.length === 0) return [];
    const mark = `- id: ${entry.id}\n`;
    const file = [...files.keys()].find((name) => name.startsWith('lexicon/') && files.get(name)?.includes(mark));
    const shown = file ?? 'lexicon';
    const line = lineOfText(files, shown, mark);
    return faults.map((message) => ({ file: shown, line, field: entry.id, message }));
  });
}

function faultsOf({ name, right, wrong, hasExcept, finds }: Rule): readonly string[] {
  return [
    ...right.filter((sentence) => !finds(sentence)).map((sentence) => `${name} is not read in «${sentence}»`),
    ...wrong.filter(finds).map((sentence) => `${name} is read in «${sentence}», which is a wrong example`),
    ...(hasExcept && (right.length === 0 || wrong.length === 0) ? [`${name} needs a right and a wrong example`] : []),
  ];
}

function createGlossRules(lexicon: readonly LexiconEntry[]): (entry: LexiconEntry) => readonly Rule[] {
  const findJargon = createFindJargon(lexicon);
  return ({ id, gloss = [] }) =>
    gloss.map(({ plain, right, wrong, context, except }) => ({
      name: `the gloss «${plain}»`,
      right,
      wrong,
      hasExcept: context.length + except.length > 0,
      finds: (sentence) => findJargon(sentence).some((one) => one.gloss.concept === id && one.gloss.plain === plain),
    }));
}

function createCueRules(lexicon: readonly LexiconEntry[]): (entry: LexiconEntry) => readonly Rule[] {
  const findCues = atOnce(createFindCues(lexicon));
  return ({ cues = [] }) =>
    cues.map((cue) => ({
      name: `the turn «${cue.say[0]}»`,
      right: cue.right,
      wrong: cue.wrong,
      hasExcept: cue.except.length > 0,
      finds: (sentence) => findCues(sentence, []).some((said) => said.cue === cue),
    }));
}
