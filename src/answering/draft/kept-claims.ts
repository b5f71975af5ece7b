import { frenchTypography } from '../../french/typography.ts';
import { HOSTILE, type Ungrounded } from '../../model/ungrounded.ts';
import { err, ok, type Result } from '../../result.ts';
import type { Checked } from '../grounding/check-claim.ts';
import type { Passage } from '../grounding/passage.ts';
import { plainTitle, showQuote } from '../grounding/show-quote.ts';
import { countWords } from '../port/short.ts';

/** The claims that hold, in order. */
export interface KeptClaims {
  /** The sentence to show, the claim's or the one it leans on; undefined where that one stands already or there is no room left; or why there is none. */
  add(text: string, checked: Checked): Result<string | undefined, Ungrounded>;
  isHostile(): boolean;
  sentences(): readonly string[];
  passages(): ReadonlySet<Passage>;
}

/** Claims of which nothing can be shown: past this the model does not follow its passages at all. */
const MOST_REJECTED = 4;
const MOST_CLAIMS = 5;

/** Goes on from the sentence before: without it, it would go on from another one. */
const GOES_ON =
  /^(?:dans ce cas|dans les deux cas|sinon|cela|ce (?:délai|seuil|montant|plafond)|cette|ces|celui|celle|il |elle |ils |elles |toutefois|mais|cependant|pourtant|pour cela|alors|là|en dessous|au-delà|au-dessus|de même|ainsi|donc|en revanche|par exception)/iu;

/** @param room words that are shown in all: what does not fit is never heard, so that nothing heard is taken back */
export function createKeptClaims(room: number): KeptClaims {
  const sentences: string[] = [];
  const resting = new Set<Passage>();
  let left = room;
  let rejected = 0;
  let titled: string | undefined;
  let gap = false;
  let hostile = false;
  const reject = (why: Ungrounded): Result<string, Ungrounded> => {
    rejected++;
    gap = true;
    hostile ||= HOSTILE.has(why) || rejected > MOST_REJECTED;
    return err(why);
  };
  const show = (text: string, passages: readonly Passage[]): Result<string | undefined, Ungrounded> => {
    const shown = frenchTypography(text);
    const words = countWords(shown);
    if (sentences.includes(shown) || sentences.length >= MOST_CLAIMS || (sentences.length > 0 && words > left)) {
      gap = true;
      return ok(undefined);
    }
    gap = false;
    left -= words;
    sentences.push(shown);
    for (const passage of passages) resting.add(passage);
    return ok(shown);
  };
  return {
    add: (text, checked) => {
      if (checked.as === 'dropped') return reject(checked.why);
      if (checked.as === 'quoted') {
        const { passage, text: quoted } = checked.quote;
        // Its yes or no is that of its own question, which may not be the one asked.
        const told = {
          text: withoutVerdict(quoted),
          passage: passage.title === titled ? { ...passage, title: '' } : passage,
        };
        titled = passage.title;
        return show(showQuote(told), [passage]);
      }
      if (gap && GOES_ON.test(text)) return reject('dangling');
      return show(attributed(text, checked.passages), checked.passages);
    },
    isHostile: () => hostile,
    sentences: () => sentences,
    passages: () => resting,
  };
}

/** «Oui, …» answers the question as somebody put it; the rule that follows stands by itself. */
export function withoutVerdict(text: string): string {
  const bare = text.trim().replace(/^(?:oui|non)\s*[,:;.]\s*(?=\S)/iu, '');
  return bare.slice(0, 1).toUpperCase() + bare.slice(1);
}

/** What only a document of the organisation says is told as that document's word. */
function attributed(text: string, passages: readonly Passage[]): string {
  const [first] = passages;
  if (first === undefined || passages.some(({ from }) => from.kind !== 'document')) return text;
  return `D’après « ${plainTitle(first.title)} » : ${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
}
