import type { Fiche } from '../corpus/fiche.ts';
import { createAsWritten } from '../corpus/phrasings.ts';
import type { Corpus } from '../corpus/read-corpus.ts';
import type { IsoDate } from '../days/iso-date.ts';
import type { Given } from '../dialogue/given.ts';
import { speaksOfOwnCase, speaksOfOwnRules, speaksOfPurchase } from '../dialogue/signals.ts';
import type { Understand } from '../dialogue/understand.ts';
import { indexTerms } from '../french/words.ts';
import { boundaryIdOf } from '../retrieval/corpus-documents.ts';
import type { Query, Retrieval, Retriever } from '../retrieval/retrieve.ts';
import type { Role } from '../vocabulary/people.ts';
import { type Candidate, type Decision, decide } from './decide.ts';
import { isDoubtful, isSurer } from './doubt.ts';
import type { Remembered } from './memory.ts';

/** A question with what is known to search it by. */
export interface Asked {
  readonly text: string;
  readonly query: Query;
  /** The same after what was being said, where something was, and what that gave. */
  readonly joined?: { readonly query: Query; readonly facts: Given } | undefined;
  readonly facts: Given;
  readonly today: IsoDate;
}

export interface Found {
  /** How the text was read: alone, or after what was being said. */
  readonly query: Query;
  readonly retrieval: Retrieval;
  readonly decision: Decision;
  readonly facts: Given;
  /** The question as a model put it, where that is what was answered. */
  readonly question: string | undefined;
  readonly role: Role | undefined;
  readonly wantsHuman: boolean;
}

const UNREAD = { question: undefined, role: undefined, wantsHuman: false } as const;

/**
 * More words than this make a question of their own; of 28 lines that go on and 120 that do not, those of up to four words
 * that are likelier after what was said are 24 and one («Et pour les travaux ?»).
 */
const FEW_WORDS = 4;
/** So few say what changes more than what is asked: they are read after what was said even where that is a little less likely. */
const HARDLY_A_WORD = 2;
const LEANING = 0.1;

/** How likely it is that one of the fiches found is asked about. */
function likeliest({ judged }: Retrieval): number {
  return Math.max(0, ...judged.map(({ inFiche }) => inFiche));
}

/** Looks for what was asked and decides on what is found; a second time where a model reads the question better. */
export function createLook(corpus: Corpus, retriever: Retriever) {
  const byId = new Map(corpus.fiches.map((fiche): [string, Fiche] => [fiche.id, fiche]));
  const asWritten = createAsWritten(corpus.fiches);
  const boundaries = new Map(corpus.boundaries.map((boundary) => [boundary.id, boundary]));

  /** Searches, and decides on what is found. */
  async function look(asked: Asked): Promise<Found> {
    const { text, today } = asked;
    const { query, facts, retrieval } = await read(asked);
    const written = asWritten(text);
    if (written !== undefined) {
      const decision = {
        kind: 'answer',
        ...written,
        options: [],
        also: undefined,
        limit: undefined,
        confidence: 1,
      } as const;
      return { query, retrieval, decision, facts, ...UNREAD };
    }
    const decision = decide({
      candidates: candidatesOf(retrieval),
      judged: retrieval.judged,
      own: retrieval.own,
      ownRules: speaksOfOwnRules(text),
      given: facts,
      contentWords: new Set(indexTerms(retrieval.searched)).size,
      ownCase: speaksOfOwnCase(text),
      purchase: speaksOfPurchase(text),
      today,
      ficheOf: (id) => byId.get(id),
    });
    return { query, retrieval, decision, facts, ...UNREAD };
  }

  /** A line of few words is about what was being said unless it is likelier a question by itself. */
  async function read({ text, query, joined, facts }: Asked) {
    const retrieval = await retriever.retrieve(query);
    const alone = { query, facts, retrieval };
    const words = new Set(indexTerms(text)).size;
    if (joined === undefined || words > FEW_WORDS) return alone;
    const after = await retriever.retrieve(joined.query);
    const slack = words <= HARDLY_A_WORD ? LEANING : 0;
    return likeliest(after) + slack > likeliest(retrieval) ? { ...joined, retrieval: after } : alone;
  }

  /** Where the words of the person leave a doubt, a model's understanding of them is searched too, and the surer is kept. */
  async function lookAgain(
    asked: Asked,
    before: Remembered | undefined,
    understand: Understand,
    signal: AbortSignal,
  ): Promise<Found> {
    const found = await look(asked);
    if (!isDoubtful(found, before)) return found;
    const { text, today } = asked;
    const expansion = found.retrieval.expansion;
    const understood = await understand({ text, before, expansion, today, signal });
    if (understood === undefined) return found;
    const read = { role: understood.role, wantsHuman: understood.intent === 'human' };
    if (understood.question === undefined) return { ...found, ...read };
    const again = await look({
      text: understood.question,
      query: { text: understood.question },
      facts: mergeGiven(asked.facts, understood.given),
      today,
    });
    return isSurer(again, found) ? { ...again, ...read, question: understood.question } : { ...found, ...read };
  }

  function candidatesOf(retrieval: Retrieval): readonly Candidate[] {
    return retrieval.hits.flatMap((hit): readonly Candidate[] => {
      const seen = { score: hit.score, similarity: hit.dense?.similarity ?? 0 };
      const boundary = boundaries.get(boundaryIdOf(hit.document) ?? '');
      if (boundary !== undefined) return [{ kind: 'boundary', boundary, ...seen }];
      const fiche = byId.get(hit.document.id);
      return fiche === undefined ? [] : [{ kind: 'fiche', fiche, ...seen }];
    });
  }

  return { look, lookAgain };
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
