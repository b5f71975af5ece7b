import type { Fiche } from '../corpus/fiche.ts';
import { createAsWritten } from '../corpus/phrasings.ts';
import type { Corpus } from '../corpus/read-corpus.ts';
import type { IsoDate } from '../days/iso-date.ts';
import type { followUp } from '../dialogue/follow-up.ts';
import type { Given } from '../dialogue/given.ts';
import { speaksOfOwnCase, speaksOfPurchase } from '../dialogue/signals.ts';
import type { Understand } from '../dialogue/understand.ts';
import { indexTerms } from '../french/words.ts';
import { boundaryIdOf } from '../retrieval/corpus-documents.ts';
import { isLibraryDocument } from '../retrieval/library-documents.ts';
import type { Retrieval, Retriever } from '../retrieval/retrieve.ts';
import type { Role } from '../vocabulary/people.ts';
import { type Candidate, type Decision, decide } from './decide.ts';
import { isDoubtful, isSurer } from './doubt.ts';
import type { Remembered } from './memory.ts';

/** A question with what is known to search it by. */
export interface Asked {
  readonly text: string;
  readonly query: ReturnType<typeof followUp>;
  readonly facts: Given;
  readonly today: IsoDate;
}

export interface Found {
  readonly retrieval: Retrieval;
  readonly decision: Decision;
  readonly facts: Given;
  /** The question as a model put it, where that is what was answered. */
  readonly question: string | undefined;
  readonly role: Role | undefined;
  readonly wantsHuman: boolean;
}

const UNREAD = { question: undefined, role: undefined, wantsHuman: false } as const;

/** Looks for what was asked and decides on what is found; a second time where a model reads the question better. */
export function createLook(corpus: Corpus, retriever: Retriever) {
  const byId = new Map(corpus.fiches.map((fiche): [string, Fiche] => [fiche.id, fiche]));
  const asWritten = createAsWritten(corpus.fiches);
  const boundaries = new Map(corpus.boundaries.map((boundary) => [boundary.id, boundary]));

  /** Searches, and decides on what is found. */
  async function look({ text, query, facts, today }: Asked): Promise<Found> {
    const retrieval = await retriever.retrieve(query);
    const written = asWritten(text);
    if (written !== undefined) {
      const decision = { kind: 'answer', ...written, also: undefined, limit: undefined, confidence: 1 } as const;
      return { retrieval, decision, facts, ...UNREAD };
    }
    const decision = decide({
      candidates: candidatesOf(retrieval),
      judged: retrieval.judged,
      given: facts,
      contentWords: new Set(indexTerms(text)).size,
      ownCase: speaksOfOwnCase(text),
      purchase: speaksOfPurchase(text),
      today,
      ficheOf: (id) => byId.get(id),
    });
    return { retrieval, decision, facts, ...UNREAD };
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
      query: { text: understood.question, leansBack: asked.query.leansBack },
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
      if (isLibraryDocument(hit.document.id)) return [{ kind: 'document', hit, ...seen }];
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
