import { frenchTypography } from '../../french/typography.ts';
import { HOSTILE, type Ungrounded } from '../../model/ungrounded.ts';
import { err, ok, type Result } from '../../result.ts';
import type { Passage } from '../grounding/passage.ts';

/** The claims of one register that hold, in order. */
export interface KeptClaims {
  /** The sentence to show, or why there is none. */
  add(text: string, checked: Result<readonly Passage[], Ungrounded>): Result<string, Ungrounded>;
  end(): void;
  /** All of the register has been read. */
  isEnded(): boolean;
  /** Enough is left to be an answer, and more was right than wrong. */
  isEnough(): boolean;
  isHostile(): boolean;
  sentences(): readonly string[];
  passages(): ReadonlySet<Passage>;
}

const LEAST = 2;
/** Claims that do not hold: past this the model does not follow its passages at all. */
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
      if (!checked.ok) return reject(checked.error);
      if (gap && GOES_ON.test(text)) return reject('dangling');
      gap = false;
      for (const passage of checked.value) resting.add(passage);
      const sentence = frenchTypography(attributed(text, checked.value));
      sentences.push(sentence);
      return ok(sentence);
    },
    end: () => {
      ended = true;
    },
    isEnded: () => ended,
    isEnough: () => sentences.length >= LEAST && sentences.length > rejected,
    isHostile: () => hostile,
    sentences: () => sentences,
    passages: () => resting,
  };
}

/** What only a document of the organisation says is told as that document's word. */
function attributed(text: string, passages: readonly Passage[]): string {
  const [first] = passages;
  if (first === undefined || passages.some(({ from }) => from.kind === 'fiche')) return text;
  return `D’après « ${plain(first.title)} » : ${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
}

/** A title is someone's text too: no markup of it is kept. */
function plain(title: string): string {
  return title
    .replace(/[*_`<>[\]()#|~\\]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
