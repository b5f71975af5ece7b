import { stringify } from 'yaml';
import { z } from 'zod';
import { conceptSchema, type LexiconEntry } from '../corpus/lexicon.ts';
import type { CorpusProblem } from '../corpus/problem.ts';
import { readYaml } from '../corpus/yaml-source.ts';
import { err, ok, type Result } from '../result.ts';

/** What an exchange file says of one concept, before it is checked: anything may be missing. */
export interface ConceptDraft {
  id: string;
  service: LabelsDraft;
  achat: LabelsDraft;
  explain: { service?: string; achat?: string };
  false_friend?: string;
  articles: string[];
  fiche?: string;
}

interface LabelsDraft {
  preferred?: string;
  alt: string[];
  hidden: string[];
}

/** What the files hold of a concept: its labels and explanations, without the rules by which messages are read. */
export const exchanged = ({
  id,
  service,
  achat,
  explain,
  false_friend,
  articles,
  fiche,
}: LexiconEntry): LexiconEntry => ({
  id,
  service,
  achat,
  explain,
  articles,
  ...(false_friend === undefined ? {} : { false_friend }),
  ...(fiche === undefined ? {} : { fiche }),
});

export type ExchangeFault =
  /** The file is not Turtle, or not XML, or holds no concept. */
  | { readonly kind: 'unreadable'; readonly message: string }
  /** A text holds a character that XML cannot carry (a control character, half a surrogate pair). */
  | { readonly kind: 'unwritable'; readonly message: string }
  | { readonly kind: 'incomplete'; readonly problems: readonly CorpusProblem[] };

export function emptyDraft(id: string): ConceptDraft {
  return {
    id,
    service: { alt: [], hidden: [] },
    achat: { alt: [], hidden: [] },
    explain: {},
    articles: [],
  };
}

/** Characters that XML 1.0 has no way of writing; refused for Turtle too, so that both files hold the same lexicon. */
const UNWRITABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

/** The first concept with a text that cannot be exchanged. */
export function unwritable(entries: readonly LexiconEntry[]): ExchangeFault | undefined {
  const bad = entries.find((entry) => textsOf(entry).some((text) => UNWRITABLE.test(text)));
  return bad === undefined
    ? undefined
    : { kind: 'unwritable', message: `the concept ${bad.id} holds a control character: take it out first` };
}

function textsOf(entry: LexiconEntry): readonly string[] {
  const { service, achat, explain, articles, false_friend = '', fiche = '' } = entry;
  const labels = [service, achat].flatMap(({ preferred, alt, hidden }) => [preferred, ...alt, ...hidden]);
  return [...labels, explain.service, explain.achat, ...articles, false_friend, fiche];
}

/** One quoted line for each text: `yaml` loses blanks around line feeds when it folds a long quoted text. */
const YAML_STYLE = {
  lineWidth: 0,
  aliasDuplicateObjects: false,
  defaultStringType: 'QUOTE_DOUBLE',
  defaultKeyType: 'PLAIN',
  doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
} as const;

/** Drafts as a file of `knowledge/lexicon`, checked as every lexicon file is. */
export function lexiconFile(
  drafts: readonly ConceptDraft[],
  file: string,
): Result<{ readonly yaml: string; readonly entries: readonly LexiconEntry[] }, ExchangeFault> {
  if (drafts.length === 0) return err({ kind: 'unreadable', message: 'the file holds no concept' });
  const ordered = drafts.map(({ id, service, achat, ...rest }) => ({
    id,
    service: { preferred: service.preferred, alt: service.alt, hidden: service.hidden },
    achat: { preferred: achat.preferred, alt: achat.alt, hidden: achat.hidden },
    ...rest,
  }));
  const yaml = stringify(ordered, YAML_STYLE);
  const { value: entries = [], problems } = readYaml(yaml, z.array(conceptSchema), file);
  if (problems.length === 0) return ok({ yaml, entries });
  const named = problems.map((problem) => {
    const [number, ...field] = problem.field.split('.');
    return { ...problem, field: [drafts[Number(number)]?.id ?? number, ...field].join('.') };
  });
  return err({ kind: 'incomplete', problems: named });
}
