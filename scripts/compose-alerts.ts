import { randomUUID } from 'node:crypto';
import type { Corpus } from '../src/corpus/read-corpus.ts';
import { parisDay } from '../src/days/iso-date.ts';
import { createAlerts } from '../src/law/create-alerts.ts';
import { createLawPages } from '../src/law/create-law-pages.ts';
import type { Alerts } from '../src/law/port/alerts.ts';
import type { LawPages } from '../src/law/port/law-pages.ts';
import { tellChanges } from '../src/law/tell-changes.ts';
import type { Logger } from '../src/log.ts';
import type { Retriever } from '../src/retrieval/retrieve.ts';
import type { Store } from '../src/store/store.ts';
import { createCourse } from '../src/training/course.ts';
import { questionsOnArticle } from '../src/training/quiz-draw.ts';
import type { ComposedLaw } from './compose-law.ts';
import { repeat } from './repeat.ts';

const EVERY_MS = 60_000;
/** Of Paris: nobody is told of the law in the middle of the night that it changes. */
const FROM_HOUR = 8;
const hourOf = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', hour: '2-digit', hourCycle: 'h23' });

export interface ComposedAlerts {
  readonly alerts: Alerts;
  readonly pages: LawPages;
  /** Tells changes to whoever asked, from then on. */
  start(): { readonly stop: () => Promise<void> };
}

export function composeAlerts({
  corpus,
  retriever,
  store,
  law,
  log,
}: {
  readonly corpus: Corpus;
  readonly retriever: Retriever;
  readonly store: Store;
  readonly law: Pick<ComposedLaw, 'changes' | 'leaningOn'>;
  readonly log: Logger;
}): ComposedAlerts {
  const now = () => new Date();
  const search = async (text: string) => (await retriever.retrieve({ text })).hits.map(({ document }) => document.id);
  const course = createCourse(corpus);
  const round = async () => {
    if (Number(hourOf.format(now())) < FROM_HOUR) return;
    const sent = await tellChanges({
      records: store.law,
      people: store.reserve,
      corpus: () => corpus,
      leaningOn: law.leaningOn,
      hasQuiz: (article) => questionsOnArticle(course, article, 'achat', parisDay(now())).length > 0,
      now,
      newId: randomUUID,
    });
    if (!sent.ok) log.warn({}, 'law: changes wait to be told, the store is down');
    else if (sent.value > 0) log.info({ sent: sent.value }, 'law: changes were told');
  };
  return {
    pages: createLawPages({ records: store.law, corpus, changes: law.changes, leaningOn: law.leaningOn, now }),
    alerts: createAlerts({ records: store.law, corpus, search, now }),
    start: () => repeat(round, EVERY_MS, (error) => log.error({ err: error }, 'law: changes could not be told')),
  };
}
