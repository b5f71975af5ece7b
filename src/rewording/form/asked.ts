import type { SourceText } from '../brief/source-text.ts';
import type { ClauseText } from '../clauses/clause-features.ts';
import { type Clause, opens } from '../clauses/split-clauses.ts';

type Text = ClauseText & { readonly source: SourceText };

/** In characters: a shorter message is read whole, and one thing asked in its opening is read there. */
const LONG = 250;
const OPENING = 120;
/** A choice of more, or most of the message, saves no reading. */
const MOST = 3;
const MOST_OF_IT = 0.5;
const MOST_CHARACTERS = 420;
/** Words of a question that says something alone. */
const WHOLE = 4;

/**
 * What a department asks of its buyer, whole sentences of the message in its own words: its questions, what it wants done. Only of
 * a message long enough to hide them; none where they would be most of it. A question quoted from another's mail or asked of the
 * thing («Budget ?») is none; one too short to say anything («Peut-on ?») is told with the sentence before it.
 */
export function askedOf({ source, folded, clauses }: Text): readonly string[] {
  if (folded.length < LONG) return [];
  const found: { readonly start: number; readonly said: string }[] = [];
  let before: Clause | undefined;
  for (let from = 0, to = 0; from < clauses.length; from = to) {
    to = from + 1;
    while (to < clauses.length && !opens(clauses[to] as Clause)) to += 1;
    const [first, last] = [clauses[from] as Clause, clauses[to - 1] as Clause];
    const words = folded.slice(first.start, last.end);
    const count = words.match(/[a-z0-9']+/g)?.length ?? 0;
    const isShort = (count < WHOLE && !ALONE.test(words)) || (count < 2 * WHOLE + 1 && LEANS.test(words));
    const isSaid = last.question && OF_US.test(words) && !SMALL_TALK.test(words);
    if ((ASKS.test(words) || isSaid) && !isQuoted(folded, first.start) && !(isShort && first.after !== 'stop')) {
      const start = isShort && before !== undefined ? before.start : first.start;
      const said = source.say(start, last.end)?.value.replace(/\s+/g, ' ');
      if (said !== undefined) found.push({ start, said: last.question ? `${said}\u00a0?` : said });
    }
    before = first;
  }
  const length = found.reduce((sum, { said }) => sum + said.length, 0);
  const isRead = found.length === 1 && (found[0]?.start ?? 0) < OPENING;
  const isChoice = found.length > MOST || length > Math.min(MOST_CHARACTERS, MOST_OF_IT * folded.length);
  const isCut = found.some(({ said }) => NUMBERED.test(said));
  return isRead || isChoice || isCut ? [] : found.map(({ said }) => said);
}

/** A line of someone else's mail. */
function isQuoted(folded: string, at: number): boolean {
  const line = folded.lastIndexOf('\n', at - 1) + 1;
  return /^\s{0,8}(?:>|de :|from:)/.test(folded.slice(line, at + 4));
}

/** A question to the buyer in so many words, with or without its mark; or what is wanted, in so many words. */
const ASKS =
  /\b(?:faut[- ]il|est[- ]ce qu|puis[- ]je|peut[- ]on|que dois[- ]je|qu'est[- ]ce qu|comment (?:on|je|faire|proceder)|merci de (?:(?:bien vouloir )?(?:me|nous|m') ?(?:dire|confirmer|indiquer|repondre|preciser)|lancer|voir|regarder|confirmer|verifier|repondre|revenir)\b|merci de votre (?:retour|reponse)|di(?:tes|s)[- ](?:moi|nous)\b|(?:veux|voudrais|voudrions|souhait[a-z]{1,6}|aimerais?|aimerions) (?:savoir|(?:votre|ton) (?:accord|avis|retour|reponse)|que (?:vous|tu|l'on|ce soit)|qu'(?:on|ils?|elles?))\b|(?:pouvez|pourriez)[- ]vous|peux[- ]tu|besoin (?:de (?:votre|ton|savoir)|d'un retour|d'une reponse)|il me faut (?:une reponse|votre|ton)\b|reponse (?:attendue|ce |avant|demain|aujourd'hui)|attends? (?:votre|ton) (?:accord|avis|retour|reponse|feu)|(?:je|on) fai[ts] quoi|(?:votre|ton) (?:avis|accord)\b|je (?:ne )?sais pas (?:si (?:on|je|j'|nous|c'est a)|quoi (?:faire|lui|leur)|comment|par quoi)\b|(?:je veux(?! dire)|je (?:vous |te )?demande|nous (?:vous )?demandons|on demande|nous voulons|j'exige|je refuse)\b)/;
/** Short, and says what is asked all the same: «Qui commande ?». */
const ALONE = /^(?:et |donc |alors )?(?:qui|que) /;
/** Says nothing without what stands before it. */
const LEANS = /\b(?:ca|cela|le droit)\b/;
/** A list that goes on in the next sentences. */
const NUMBERED = /(?:^|\s)(?:1|a) ?[).°]/;
/** Said of whoever writes or reads. */
const OF_US =
  /^(?:et |mais |alors )?qui\b|\b(?:je|j'|on|nous|vous|tu|moi|notre|nos|votre|vos|quoi|faut|faudrait|peut|possible|est-ce|c'est|ca|normal|droit|vrai|couvre|combien|comment|quand|quel(?:le)?s?|pourquoi)\b/;
const SMALL_TALK = /^(?:slt|salut|bonjour|coucou|ca va|comment vas?|t'as|tu as 2|vous avez (?:deux|2) min)/;
