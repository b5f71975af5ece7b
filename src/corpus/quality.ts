import { fold } from '../french/words.ts';
import type { Fiche, SectionName } from './fiche.ts';
import { SECTIONS } from './fiche.ts';
import { type KnowledgeFiles, lineOfText } from './knowledge-files.ts';
import { type LexiconEntry, labelsOf } from './lexicon.ts';
import type { CorpusProblem } from './problem.ts';
import { placeholders } from './prose.ts';
import type { Corpus } from './read-corpus.ts';
import { kandelMoles } from './readability.ts';

/** The limits of the rules below; measured on the corpus of November 2026 where a figure says so. */
export const LIMITS = {
  /** Words of « En bref »: said in one breath, yet an answer. */
  brief: { min: 25, max: 90 },
  /** Words of each register: something to act on, short enough for a chat. */
  register: { min: 60, max: 260 },
  /** Kandel–Moles of « Pour le service ». */
  serviceEase: 70,
  /** Cosine of two fiches' whole texts. */
  twins: 0.93,
} as const;

/** What the rules look at; the vectors are of `wholeText`, by fiche id. */
export interface QualityInput {
  readonly corpus: Corpus;
  readonly files: KnowledgeFiles;
  readonly vectors: ReadonlyMap<string, Float32Array>;
}

export interface QualityRule {
  readonly name: string;
  /** `warning`: worth a look, does not stop the corpus from being served. */
  readonly severity: 'problem' | 'warning';
  find(input: QualityInput): readonly CorpusProblem[];
}

/** What a good corpus keeps to, beyond being well formed; one entry a rule. */
export const QUALITY_RULES: readonly QualityRule[] = [
  { name: 'length of En bref', severity: 'problem', find: (input) => lengths(input, 'brief', LIMITS.brief) },
  { name: 'length of the service register', severity: 'problem', find: (i) => lengths(i, 'service', LIMITS.register) },
  { name: 'length of the buyer register', severity: 'problem', find: (i) => lengths(i, 'buyer', LIMITS.register) },
  { name: 'no section opens with a verdict', severity: 'problem', find: verdicts },
  { name: 'reading ease for the service', severity: 'problem', find: hardToRead },
  { name: 'shared labels are marked as false friends', severity: 'problem', find: unmarkedFalseFriends },
  { name: 'every fiche has its module', severity: 'problem', find: orphans },
  { name: 'no two fiches say the same', severity: 'problem', find: twins },
  { name: 'every figure is used', severity: 'warning', find: unusedFigures },
];

/** Words as a reader counts them: what stands between spaces and holds a letter or a digit; a figure key is one. */
export function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;
}

/** The text by which two fiches are compared, without the figure keys, which would make all thresholds look alike. */
export function wholeText(fiche: Fiche): string {
  return [fiche.title, ...Object.values(fiche.sections)].join('\n').replace(/\{\{[^{}]*\}\}/g, ' ');
}

function lengths(
  { corpus, files }: QualityInput,
  section: SectionName,
  { min, max }: { readonly min: number; readonly max: number },
): readonly CorpusProblem[] {
  return corpus.fiches.flatMap((fiche) => {
    const count = wordCount(fiche.sections[section]);
    if (count >= min && count <= max) return [];
    return [sectionProblem(fiche, files, section, `${count} words, ${min} to ${max} expected`)];
  });
}

function hardToRead({ corpus, files }: QualityInput): readonly CorpusProblem[] {
  return corpus.fiches.flatMap((fiche) => {
    const ease = kandelMoles(fiche.sections.service);
    if (ease >= LIMITS.serviceEase) return [];
    const message = `reading ease ${ease.toFixed(1)}, at least ${LIMITS.serviceEase} expected: shorter sentences, shorter words`;
    return [sectionProblem(fiche, files, 'service', message)];
  });
}

/** A section is read after whatever question led to it: Oui or Non would answer one that was not asked. */
function verdicts({ corpus, files }: QualityInput): readonly CorpusProblem[] {
  const message = 'opens with Oui or Non, whatever was asked: say the rule itself';
  return corpus.fiches.flatMap((fiche) =>
    VERDICT_FREE.flatMap((section) =>
      /^(?:oui|non)(?:[\s\u00a0\u202f]*[,.;:!]|$)/i.test(fiche.sections[section])
        ? [sectionProblem(fiche, files, section, message)]
        : [],
    ),
  );
}

const VERDICT_FREE = ['brief', 'service', 'buyer'] as const;

function sectionProblem(fiche: Fiche, files: KnowledgeFiles, section: SectionName, message: string): CorpusProblem {
  const firstLine = fiche.sections[section].split('\n')[0] ?? '';
  const line = lineOfText(files, fiche.file, firstLine === '' ? '## ' : firstLine);
  return { file: fiche.file, line, field: SECTIONS[section], message };
}

/** A label that two concepts claim, on whichever side, is a trap for the reader: both must say so. */
function unmarkedFalseFriends({ corpus, files }: QualityInput): readonly CorpusProblem[] {
  const claims = new Map<string, Map<string, LexiconEntry>>();
  for (const entry of corpus.lexicon)
    for (const label of [...labelsOf(entry, 'service'), ...labelsOf(entry, 'achat')]) {
      const claimants = claims.get(fold(label)) ?? new Map<string, LexiconEntry>();
      claims.set(fold(label), claimants.set(entry.id, entry));
    }
  return [...claims].flatMap(([label, claimants]) => {
    if (claimants.size < 2) return [];
    const names = [...claimants.keys()].join(', ');
    return [...claimants.values()]
      .filter((entry) => entry.false_friend === undefined)
      .map(({ id }) => {
        const file = [...files.keys()].find(
          (name) => name.startsWith('lexicon/') && files.get(name)?.includes(`- id: ${id}\n`),
        );
        const shown = file ?? 'lexicon';
        const message = `« ${label} » is claimed by ${names}: each needs a false_friend note`;
        return { file: shown, line: lineOfText(files, shown, `- id: ${id}\n`), field: id, message };
      });
  });
}

function orphans({ corpus }: QualityInput): readonly CorpusProblem[] {
  const modules = new Set(corpus.modules.map(({ id }) => id));
  return corpus.fiches
    .filter((fiche) => !modules.has(fiche.module))
    .map(({ file, module }) => ({ file, line: 1, field: 'module', message: `no module ${module} can be read` }));
}

function twins({ corpus, vectors }: QualityInput): readonly CorpusProblem[] {
  return corpus.fiches.flatMap((fiche, at) =>
    corpus.fiches.slice(0, at).flatMap((other) => {
      const cosine = dot(vectors.get(fiche.id), vectors.get(other.id));
      if (cosine < LIMITS.twins) return [];
      const message = `says nearly the same as ${other.file} (cosine ${cosine.toFixed(3)}, below ${LIMITS.twins} expected)`;
      return [{ file: fiche.file, line: 1, field: 'fiche', message }];
    }),
  );
}

function dot(a: Float32Array = new Float32Array(), b: Float32Array = new Float32Array()): number {
  return a.reduce((sum, x, at) => sum + x * (b[at] ?? 0), 0);
}

function unusedFigures({ corpus, files }: QualityInput): readonly CorpusProblem[] {
  const used = new Set([...files.values()].flatMap((text) => placeholders(text).map(({ key }) => key)));
  const rules = [...files].flatMap(([name, text]) => (name.startsWith('regles/') ? [text] : [])).join('\n');
  // A rule names the figure `taux.avenant.cao` as `chiffres . taux avenant cao`.
  const inRules = (key: string) => rules.includes(`chiffres . ${key.replaceAll(/[._]/g, ' ')}`);
  return [...corpus.figures.keys()]
    .filter((key) => !used.has(key) && !inRules(key))
    .map((key) => ({
      file: 'figures.yaml',
      line: lineOfText(files, 'figures.yaml', `key: ${key}\n`),
      field: key,
      message: 'no fiche, concept, theme or rule uses this figure',
    }));
}
