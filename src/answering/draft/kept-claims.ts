import { frenchTypography } from '../../french/typography.ts';
import { HOSTILE, type Ungrounded } from '../../model/ungrounded.ts';
import { err, ok, type Result } from '../../result.ts';
import type { Checked } from '../grounding/check-claim.ts';
import type { Passage } from '../grounding/passage.ts';
import { plainTitle, showQuote } from '../grounding/show-quote.ts';

/** The claims of one register that hold, in order. */
export interface KeptClaims {
  /** The sentence to show, the claim's or the one it leans on; undefined where that one stands already; or why there is none. */
  add(text: string, checked: Checked): Result<string | undefined, Ungrounded>;
  end(): void;
  /** All of the register has been read. */
  isEnded(): boolean;
  /** There is something to show. */
  isEnough(): boolean;
  isHostile(): boolean;
  sentences(): readonly string[];
  passages(): ReadonlySet<Passage>;
}

/** Claims of which nothing can be shown: past this the model does not follow its passages at all. */
const MOST_REJECTED = 6;

/** Goes on from the sentence before: without it, it would go on from another one. */
const GOES_ON =
  /^(?:dans ce cas|dans les deux cas|sinon|cela|ce (?:délai|seuil|montant|plafond)|cette|ces|celui|celle|il |elle |ils |elles |toutefois|mais|cependant|pourtant|pour cela|alors|là|en dessous|au-delà|au-dessus|de même|ainsi|donc|en revanche|par exception)/iu;

export function createKeptClaims(): KeptClaims {
  const sentences: string[] = [];
  const resting = new Set<Passage>();
  let rejected = 0;
  let gap = false;
  let hostile = false;
  let ended = false;
  const reject = (why: Ungrounded): Result<string, Ungrounded> => {
    rejected++;
    gap = true;
    hostile ||= HOSTILE.has(why) || rejected > MOST_REJECTED;
    return err(why);
  };
  return {
    add: (text, checked) => {
      if (checked.as === 'dropped') return reject(checked.why);
      if (checked.as === 'quoted') {
        gap = false;
        const shown = frenchTypography(showQuote(checked.quote));
        if (sentences.includes(shown)) return ok(undefined);
        resting.add(checked.quote.passage);
        sentences.push(shown);
        return ok(shown);
      }
      if (gap && GOES_ON.test(text)) return reject('dangling');
      gap = false;
      for (const passage of checked.passages) resting.add(passage);
      const sentence = frenchTypography(attributed(text, checked.passages));
      sentences.push(sentence);
      return ok(sentence);
    },
    end: () => {
      ended = true;
    },
    isEnded: () => ended,
    isEnough: () => sentences.length > 0,
    isHostile: () => hostile,
    sentences: () => sentences,
    passages: () => resting,
  };
}

/** What only a document of the organisation says is told as that document's word. */
function attributed(text: string, passages: readonly Passage[]): string {
  const [first] = passages;
  if (first === undefined || passages.some(({ from }) => from.kind === 'fiche')) return text;
  return `D’après « ${plainTitle(first.title)} » : ${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
}
