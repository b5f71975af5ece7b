import type { Fiche } from '../corpus/fiche.ts';
import { createAsWritten } from '../corpus/phrasings.ts';
import type { Question } from '../corpus/question.ts';
import type { Corpus } from '../corpus/read-corpus.ts';
import type { IsoDate } from '../days/iso-date.ts';
import type { Given } from '../dialogue/given.ts';
import { speaksOfOwnRules } from '../dialogue/signals.ts';
import { frenchTypography } from '../french/typography.ts';
import { indexTerms, isCutOff } from '../french/words.ts';
import type { Told, ToldCase } from '../retrieval/cases/told-case.ts';
import type { Query, Retrieval, Retriever } from '../retrieval/retrieve.ts';
import { createCandidates } from './candidate.ts';
import { type Decision, decide, ONE_ANSWER, type Option, type ToldCases } from './decide.ts';
import { isSurelyOutside, type ModeModel, modeOfSearch, modeOfWords } from './mode.ts';
import type { Doubt } from './port/outcome.ts';

/** A question with what is known to search it by. */
export interface Asked {
  readonly text: string;
  readonly query: Query;
  /** The same after what was being said, where something was, and what that gave. */
  readonly joined?: Joined | undefined;
  /** It is about what was being said: the joined reading is the one that counts. */
  readonly leans?: boolean;
  /** Questions that were offered and not taken: they are not offered again. */
  readonly offered?: Doubt['choices'] | undefined;
  /** It is asked of one's own body: its contracts, who buys there. */
  readonly ofBody?: boolean;
  readonly facts: Given;
  readonly today: IsoDate;
}

interface Joined {
  readonly query: Query;
  readonly facts: Given;
}

export interface Found {
  /** What was asked, as typed. */
  readonly text: string;
  /** How the text was read: alone, or after what was being said. */
  readonly query: Query;
  readonly retrieval: Retrieval;
  readonly decision: Decision;
  /** Of the questions that it shows, the case that the line tells, or what was said before it. */
  readonly cases: ToldCases;
  readonly facts: Given;
}

/** What was found of a line by itself, and after what was being said. */
export interface Searches {
  readonly alone: Retrieval;
  readonly joined: Retrieval | undefined;
}

const SURELY = { options: [], also: undefined, limit: undefined, confidence: 1 } as const;

/** Looks for what was asked and decides on what is found. */
export function createLook(corpus: Corpus, retriever: Retriever, modes: () => ModeModel, toldCase?: ToldCase) {
  const byId = new Map(corpus.fiches.map((fiche): [string, Fiche] => [fiche.id, fiche]));
  const asWritten = createAsWritten(corpus.fiches);
  const candidatesOf = createCandidates(corpus);

  /** Searches, unless that was done, and decides on what is found. */
  async function look(asked: Asked, searches?: Searches): Promise<Found> {
    const { text, today, offered, joined } = asked;
    const { query, facts } = (asked.leans === true ? joined : undefined) ?? asked;
    const done = query === joined?.query ? searches?.joined : searches?.alone;
    const retrieval = done ?? (await retriever.retrieve(query));
    const written = asWritten(text);
    if (written !== undefined) {
      const { fiche, question, turned } = written;
      const one = fiche.questions[question];
      const cases: ToldCases = new Map(one && turned ? [[one, { opening: turned, isSure: true }]] : []);
      const decision = { kind: 'answer', fiche, question, ...SURELY } as const;
      return { text, query, retrieval, decision, cases, facts };
    }
    const candidates = candidatesOf(retrieval);
    // A line that goes on with what was said wants what both want together.
    const words = modeOfWords(modes(), query.context === undefined ? query.text : retrieval.searched);
    const judged = lessOffered(retrieval.judged, offered);
    const cases = await casesIn(judged.slice(0, LIKELIEST), [text, retrieval.searched], facts.at ?? today);
    const decision = decide({
      candidates,
      judged,
      cases,
      own: retrieval.own[0],
      ownRules: speaksOfOwnRules(text),
      ofBody: asked.ofBody === true,
      given: facts,
      contentWords: new Set(indexTerms(retrieval.searched)).size,
      isCutOff: isCutOff(query.text),
      mode: modeOfSearch(modes(), words, { candidates, retrieval }),
      today,
      ficheOf: (id) => byId.get(id),
    });
    return { text, query, retrieval, decision, cases, facts };
  }

  /** Of each question, the case that the first of these texts tells which tells any, or its way turned round. */
  async function casesIn(options: readonly Option[], texts: readonly string[], at: IsoDate): Promise<ToldCases> {
    const told = new Map<Question, Told>();
    for (const { fiche, question } of options) {
      const one = fiche.questions[question];
      for (const text of one === undefined ? [] : new Set(texts)) {
        const found = one && !told.has(one) && (await toldCase?.(one, text, at));
        if (one !== undefined && found) told.set(one, found);
      }
    }
    return told;
  }

  /** Both readings of a line: by itself, and after what was being said. */
  const search = async ({ query, joined }: Pick<Asked, 'query' | 'joined'>): Promise<Searches> => ({
    alone: await retriever.retrieve(query),
    joined: joined && (await retriever.retrieve(joined.query)),
  });

  return {
    search,
    look,
    isWritten: (text: string) => asWritten(text) !== undefined,
    isOutside: (text: string) => isSurelyOutside(modes(), text),
  };
}

/** So many may be shown. */
const LIKELIEST = 3;

/** What is left of how likely a question is that was offered in doubt, and not taken. */
const NOT_TAKEN = 0.5;

function lessOffered(judged: Retrieval['judged'], offered: Doubt['choices'] | undefined): Retrieval['judged'] {
  if (offered === undefined || (judged[0]?.confidence ?? 0) >= ONE_ANSWER) return judged;
  const asks = new Set(offered.map(({ question }) => question));
  return judged.map((one) => {
    const wasOffered = asks.has(frenchTypography(one.fiche.questions[one.question]?.ask ?? ''));
    return wasOffered ? { ...one, confidence: one.confidence * NOT_TAKEN } : one;
  });
}

/** What the question gives, and what the dialogue gave before where the question leans on it. */
export function mergeGiven(now: Given, before: Given | undefined): Given {
  if (before === undefined) return now;
  return {
    objet: now.objet ?? before.objet,
    acheteur: now.acheteur ?? before.acheteur,
    at: now.at ?? before.at,
  };
}
