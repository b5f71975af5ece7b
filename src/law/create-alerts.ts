import { intentOf } from '../corpus/dialogue-words.ts';
import type { Corpus } from '../corpus/read-corpus.ts';
import { articlesIn, citeArticle } from '../french/articles.ts';
import { frenchTypography } from '../french/typography.ts';
import { indexTerms } from '../french/words.ts';
import { ok } from '../result.ts';
import type { AlertRecords, Subject } from './alert-records.ts';
import type { AlertRow, Alerts } from './port/alerts.ts';

export interface AlertParts {
  readonly records: Pick<AlertRecords, 'alerts' | 'subscribe' | 'unsubscribe'>;
  readonly corpus: Corpus;
  /** Fiches that words are about, the likeliest first. */
  readonly search: (words: string) => Promise<readonly string[]>;
  readonly now: () => Date;
}

/** Subjects that one line may ask for: words that name more name a theme. */
const MOST = 12;

export function createAlerts({ records, corpus, search, now }: AlertParts): Alerts {
  const kindOf = (text: string) => {
    const intent = intentOf(corpus.dialogue, text);
    return intent === 'alert' || intent === 'alert_off' || intent === 'alerts' ? intent : undefined;
  };
  const rowsOf = (subjects: readonly Subject[]) =>
    subjects.map(({ kind, id }): AlertRow => ({ kind, id, label: frenchTypography(labelOf(corpus, { kind, id })) }));
  const of: Alerts['of'] = async (person) => {
    const mine = await records.alerts(person);
    return mine.ok ? ok(rowsOf(mine.value)) : mine;
  };
  const termsOf = (text: string) =>
    [...new Set(indexTerms(text))].filter((term) => !corpus.dialogue.alertWords.has(term));

  return {
    reads: (text) => kindOf(text) !== undefined,
    of,
    hear: async (person, text, fiche) => {
      const kind = kindOf(text);
      if (kind === 'alert') {
        const subjects = await subjectsIn(corpus, text, termsOf(text), fiche, search);
        if (subjects.length === 0) return ok({ kind: 'not_found' });
        const kept = await records.subscribe(person, subjects, now().toISOString());
        return kept.ok ? ok({ kind: 'asked', rows: rowsOf(subjects) }) : kept;
      }
      const mine = await of(person);
      if (!mine.ok) return mine;
      if (kind !== 'alert_off') return ok({ kind: 'list', rows: mine.value });
      const terms = termsOf(text);
      const rows = mine.value.filter((row) => holds(`${row.id.replace(/[._-]/g, ' ')} ${row.label}`, terms));
      const gone = rows.length === 0 ? ok(undefined) : await records.unsubscribe(person, rows);
      return gone.ok ? ok({ kind: 'stopped', rows }) : gone;
    },
    stop: (person, subject) => records.unsubscribe(person, [subject]),
    forget: (person) => records.unsubscribe(person),
  };
}

/** What a line names: articles, a theme by its title, figures by their label, else the fiche it is about. */
async function subjectsIn(
  corpus: Corpus,
  text: string,
  terms: readonly string[],
  answered: string | undefined,
  search: AlertParts['search'],
): Promise<readonly Subject[]> {
  const articles = articlesIn(text);
  if (articles.length > 0) return articles.slice(0, MOST).map((id) => ({ kind: 'article', id }));
  if (terms.length === 0) return answered === undefined ? [] : [{ kind: 'fiche', id: answered }];
  const themes = corpus.modules.filter(({ title }) => holds(title, terms));
  if (themes.length > 0) return themes.slice(0, 1).map(({ id }) => ({ kind: 'theme', id }));
  const figures = [...corpus.figures.values()].filter(({ key, label }) =>
    holds(`${key.replace(/[._]/g, ' ')} ${label}`, terms),
  );
  if (figures.length > 0) return figures.slice(0, MOST).map(({ key }) => ({ kind: 'figure', id: key }));
  const [first] = await search(text);
  const found = corpus.fiches.find(({ id }) => id === first);
  const isNear = found !== undefined && terms.some((term) => indexTerms(found.title).includes(term));
  return isNear ? [{ kind: 'fiche', id: found.id }] : [];
}

function holds(text: string, terms: readonly string[]): boolean {
  const own = new Set(indexTerms(text));
  return terms.every((term) => own.has(term));
}

function labelOf({ figures, fiches, modules }: Corpus, { kind, id }: Subject): string {
  if (kind === 'figure') return figures.get(id)?.label ?? id;
  if (kind === 'article') return citeArticle(id);
  return (kind === 'fiche' ? fiches : modules).find((one) => one.id === id)?.title ?? id;
}
