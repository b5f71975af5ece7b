import type { Fiche } from '../../corpus/fiche.ts';
import { phrasingsOf } from '../../corpus/phrasings.ts';
import { indexTerms } from '../../french/words.ts';
import type { Embed } from '../../model/embed.ts';
import { readText, type TextReading } from './read-text.ts';

/** One way of asking, as it is compared. */
interface Said {
  readonly text: string;
  readonly terms: ReadonlySet<string>;
  readonly vector: Float32Array;
}

export interface QuestionReading {
  readonly ask: TextReading;
  /** `ask` first. */
  readonly said: readonly [Said, ...Said[]];
  readonly answer: Omit<Said, 'text'>;
  readonly notThis: readonly Float32Array[];
  readonly about: ReadonlyMap<string, readonly string[]>;
  /** Every term of the question: as it is asked and as it is answered. */
  readonly terms: ReadonlySet<string>;
}

export type FicheReading = readonly QuestionReading[];

/** The questions of a fiche, read once when the fiche is first among those found. */
export async function readFiche(fiche: Fiche, embed: Embed): Promise<FicheReading> {
  const phrasings = phrasingsOf(fiche);
  const answers = fiche.questions.map(({ answer }) => `${fiche.title} ${answer.service}`);
  const denied = fiche.questions.flatMap(({ not_this }) => not_this);
  const vectors = await embed.embed([...phrasings.map(({ text }) => text), ...answers, ...denied]);
  const vectorAt = (place: number) => vectors[place] ?? new Float32Array(embed.dimensions);
  let deniedAt = phrasings.length + answers.length;
  return fiche.questions.map((question, position): QuestionReading => {
    const [first, ...others] = phrasings.flatMap((phrasing, place): readonly Said[] =>
      phrasing.question === position
        ? [{ text: phrasing.text, terms: new Set(indexTerms(phrasing.text)), vector: vectorAt(place) }]
        : [],
    );
    const answer = {
      terms: new Set(indexTerms(`${question.answer.service} ${question.answer.achat}`)),
      vector: vectorAt(phrasings.length + position),
    };
    const ask = readText(question.ask);
    const said: readonly [Said, ...Said[]] = [
      first ?? { text: question.ask, terms: ask.terms, vector: answer.vector },
      ...others,
    ];
    return {
      ask,
      said,
      answer,
      notThis: question.not_this.map(() => vectorAt(deniedAt++)),
      about: new Map(
        Object.entries(question.about ?? {}).flatMap(([facet, values]) =>
          values === undefined ? [] : [[facet, values]],
        ),
      ),
      terms: new Set([...said.flatMap(({ terms }) => [...terms]), ...answer.terms]),
    };
  });
}
