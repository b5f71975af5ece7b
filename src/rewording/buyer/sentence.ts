import { FILLERS, PLEA } from './everyday-words.ts';
import { applyFrames, introduce, VERB } from './frames.ts';
import { latin } from './latin.ts';
import { LEFT_OVER, SERVICE, toThirdPerson } from './person.ts';
import { askedBy, indirectQuestion } from './question.ts';
import { respell, upperStart } from './spelling.ts';
import { elided } from './verbs.ts';

/** A sentence told, or to be quoted because it could not be told safely. Speakers stand as in ./person.ts. */
export interface Told {
  readonly text: string;
  readonly quoted: boolean;
}

export interface Telling {
  /** Who «je» is: the department, or the author where the message is about themselves. */
  readonly author: string;
  readonly first: boolean;
  /** A line of a list: it need not be a sentence. */
  readonly item: boolean;
}

/** One sentence of a message, in the third person and in plain administrative French. */
export function tellSentence(source: string, { author, first, item }: Telling): Told {
  const spelt = tidy(respell(source.replace(LATIN_PLEA, ',').replace(LATIN_FILLERS, ' ')));
  if (!/[\p{L}\p{N}]/u.test(spelt)) return { text: '', quoted: false };
  const question =
    /\?[\s.!…]*$/u.test(spelt) ||
    UNMARKED_QUESTION.test(spelt) ||
    /(?:^|[,;:] ?)est-ce qu(?:e |['’])[^,;:]*$/iu.test(spelt) ||
    /^(?:pouvez|pourriez|peux|pourrais|auriez|avez)[- ](?:vous|tu)(?!\p{L})/iu.test(spelt);
  const bare = spelt
    .replace(/[\s.!?…;,:]+$/u, '')
    .replace(/,? (?:non|hein|si)$/iu, question ? '' : '$&')
    .trim();
  const told = question ? tellQuestion(bare, author) : tellStatement(bare, author, first && !item);
  if (told === undefined || LEFT_OVER.test(told)) return { text: `${spelt.trim()}`, quoted: true };
  return { text: item ? told : `${told}.`, quoted: false };
}

/** Asked without its mark: «personne n'a répondu, on fait quoi». */
const UNMARKED_QUESTION = latin(
  /(?:^|[,;:.] ?|(?<!\p{L})(?:et|mais|donc|du coup) )(?:on fait quoi|on fait comment|(?:et )?comment (?:on fait|faire|proc[eé]der|je fais)|que faire|qu['’]est[- ]ce qu['’]on fait|je fais (?:quoi|comment)|c['’]est possible|(?:on a|j['’]ai) le droit)[\s.!…]*$/iu,
);

const LATIN_PLEA = latin(PLEA);
const LATIN_FILLERS = latin(FILLERS);

function tellStatement(sentence: string, author: string, first: boolean): string | undefined {
  const framed = third(sentence, author);
  return upperStart(first ? introduce(framed) : framed);
}

function tellQuestion(question: string, author: string): string | undefined {
  const { told, clause, ofBuyer } = indirectQuestion(question);
  if (clause === undefined) return undefined;
  const who = /(?<![\p{L}])(?:je|j['’]|me|moi|m['’])(?![\p{L}])/iu.test(clause) ? author : SERVICE;
  const asked = upperStart(askedBy(third(clause, author), ofBuyer, who));
  if (told === undefined) return asked;
  if (/^(?:comment|combien|que|quel|quoi|on fait)(?!\p{L})/iu.test(told)) {
    const before = tellQuestion(told, author);
    return before === undefined ? undefined : `${before}. ${asked}`;
  }
  const before = upperStart(third(told.replace(/[\s,;:.]+$/u, ''), author));
  // «Le vieux bus, on peut le vendre ?»: a head without a verb is no sentence.
  return VERB.test(told) ? `${before}. ${asked}` : `${before} : ${asked}`;
}

const third = (text: string, author: string): string =>
  // «on est prêts»: the department is one.
  sayIl(negate(toThirdPerson(applyFrames(text), author)).replace(SEVERAL, '$1'));

/** «le service ne sait pas combien le service peut mettre» → «combien il peut mettre». */
function sayIl(text: string): string {
  return text.replace(SAME_SUBJECT, (_whole, before: string, word: string) =>
    /^si$/i.test(word)
      ? `${before}s'il`
      : /^(?:ce )?que$/i.test(word)
        ? `${before}${word.slice(0, -1)}'il`
        : `${before}${word} il`,
  );
}
const SAME_SUBJECT = latin(
  new RegExp(
    `(${SERVICE} (?:ne |n['’])?(?:demande|sait|ignore|se demande|voudrait savoir|a l['’]impression|pense|croit|estime|aimerait savoir|souhaite savoir|veut savoir|veut|hésite)[^.;:\\ue000]{0,40}?)(?<!\\p{L})(combien|comment|quand|où|pourquoi|si|ce que|que) ${SERVICE}(?! demand)`,
    'giu',
  ),
);

const SEVERAL = latin(
  new RegExp(
    `(?<=${SERVICE} (?:n['’])?(?:est|était|sera|serait) (?:pas |plus |tous |très |bien |d[eé]j[aà] |toujours |actuellement )?)(prêt|content|sûr|obligé|censé|tenu|habitué|équipé|situé|installé|coincé|bloqué|embêté|parti|arrivé|passé|satisfait|intéressé|certain|engagé|confronté|ouvert)s(?![\\p{L}])`,
    'giu',
  ),
);

const VERBS =
  '(est|sont|a|ont|va|vont|fait|font|peut|peuvent|veut|veulent|doit|doivent|était|étaient|avait|avaient|sera|seront|marche|marchent|fonctionne|fonctionnent|répond|répondent|vient|viennent|suffit|suffisent|convient|conviennent|reste|restent|sait|savent|connaît|comprend|accepte|acceptent|respecte|respectent|livre|livrent|veux|peux|dispose|souhaite|souhaitent|voudrait|pourrait|devrait|serait|aurait|passe|passent|tient|tiennent|correspond|correspondent|trouve|trouvent|arrive|arrivent|faut|prend|prennent|dépasse|dépassent|existe|existent|demande|change|utilise|cherche|commande|paie|pense|croit)';
const MISSING_NE = latin(
  new RegExp(
    `(?<=[\\p{L}\\p{M}\\ue000\\ue001)] )((?:en |y |se |s['’]|le |la |les |l['’]|lui |leur )?)${VERBS} (pas|jamais)(?![\\p{L}])`,
    'giu',
  ),
);
const BEFORE = /(?<![\p{L}])(?:ne|n['’](?:en|y)?|pas|plus|jamais|pour|sans|de|et|ou|à)\s*$/iu;

/** Speech drops «ne»: «on a pas» → «on n'a pas», «c'est pas» → «ce n'est pas». */
function negate(text: string): string {
  return text
    .replace(
      /(?<![\p{L}])c['’](est|était) (pas|plus|jamais)(?![\p{L}])/giu,
      (whole, verb: string, not: string) => `${/^C/.test(whole) ? 'Ce' : 'ce'} n'${verb} ${not}`,
    )
    .replace(MISSING_NE, (whole, clitic: string, verb: string, not: string, at: number) => {
      const before = text.slice(Math.max(0, at - 12), at);
      if (BEFORE.test(before)) return whole;
      const rest = `${clitic ?? ''}${verb}`;
      return `${elided('ne', rest)}${rest} ${not}`;
    });
}

function tidy(text: string): string {
  return text
    .replace(/[ \t\u00a0\u202f]{2,}/g, ' ')
    .replace(/([!?])[!?]+/g, (run) => (run.includes('?') ? '?' : '!'))
    .replace(/(?:\.\s*){2,}|…/g, '… ')
    .replace(/\s+,/g, ',')
    .replace(/^[\s,;:!?.…]+/u, '')
    .trim();
}
