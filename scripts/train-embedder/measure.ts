import type { Corpus } from '../../src/corpus/read-corpus.ts';
import type { IsoDate } from '../../src/days/iso-date.ts';
import type { LocalEmbedder } from '../../src/model/local-embedder.ts';
import type { RetrievalSettings } from '../../src/retrieval/settings.ts';
import type { HoldOut } from './hold-out.ts';
import { type CdtnSet, cdtnGain, readCdtn } from './measure-cdtn.ts';
import { goldenRanks, type Ranks } from './measure-golden.ts';
import { type Hits, heldBackConcepts, heldBackQuestions } from './measure-held-back.ts';

export interface Measuring {
  readonly corpus: Corpus;
  readonly at: IsoDate;
  readonly held: HoldOut;
  readonly golden: readonly { readonly text: string; readonly facts: readonly string[] }[];
  readonly cdtn: CdtnSet | undefined;
  readonly settings: RetrievalSettings;
}

export interface Measures {
  readonly golden: { readonly dense: Ranks; readonly hybrid: Ranks };
  readonly questions: Hits;
  readonly serviceToAchat: Hits;
  readonly achatToService: Hits;
  /** nDCG@10, 0 to 1; undefined when no set was given. */
  readonly cdtn: number | undefined;
}

/** @throws when the folder of the CDTN set cannot be read */
export function measuringFor(options: Omit<Measuring, 'cdtn'> & { readonly cdtn: string | undefined }): Measuring {
  return { ...options, cdtn: options.cdtn === undefined ? undefined : readCdtn(options.cdtn) };
}

/** Everything that is compared before and after, for one set of weights. */
export async function measure(
  { corpus, at, held, golden, cdtn, settings }: Measuring,
  embedder: LocalEmbedder,
): Promise<Measures> {
  return {
    golden: await goldenRanks(golden, corpus, at, embedder, settings),
    questions: await heldBackQuestions(corpus, at, held, embedder),
    serviceToAchat: await heldBackConcepts(corpus.lexicon, held, 'service', embedder),
    achatToService: await heldBackConcepts(corpus.lexicon, held, 'achat', embedder),
    cdtn: cdtn === undefined ? undefined : await cdtnGain(cdtn, embedder, settings),
  };
}
