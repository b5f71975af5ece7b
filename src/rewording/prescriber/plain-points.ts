import { sentencesOf } from '../../french/sentences.ts';
import type { PlainPoints } from '../port/rewording.ts';

/** What the message itself says of what is asked, to send, by when and otherwise; the rest comes from the corpus. */
export type SaidPoints = Pick<PlainPoints, 'asked' | 'send' | 'byWhen' | 'otherwise'>;

const B = '(?<![\\p{L}\\p{N}])';
const E = '(?![\\p{L}\\p{N}])';

const ASKS = new RegExp(
  `${B}(?:merci (?:de|d['’]|pour votre)|c['’]est à vous (?:de|d['’])|il (?:vous |te )?(?:appartient|incombe|revient)|vous voudrez bien|` +
    `(?:je|nous|on) (?:vous|te|t['’]) ?(?:demande|demandons|prie|prions|remercie|remercions|invite|invitons)|` +
    `vous avez l['’]obligation|vous (?:devez|devrez|êtes (?:tenu|invité|prié))|tu dois|il (?:vous|te) (?:est demandé|faut)|` +
    `prière (?:de|d['’])|veuillez|(?:peux|pouvez|pourriez|pourrais)-(?:tu|vous)|` +
    `j['’](?:ai besoin|attends)|nous (?:avons besoin|attendons)|il (?:me|nous) (?:faut|manque)|` +
    `(?:pensez|n['’]oubliez pas|indiquez|précisez|envoyez|transmettez|complétez|signez|retournez|renvoyez|faites|vérifiez|confirmez|dites|remplissez|joignez|fournissez|déposez|adressez))${E}`,
  'iu',
);
const QUESTION = /\?\s*$/;
const OTHERWISE = new RegExp(
  `${B}(?:à défaut|faute (?:de|d['’])|sans (?:réponse|retour|nouvelles?)|sinon|sous peine|à peine|passé ce délai|au-delà de (?:cette date|ce délai)|dans le cas contraire|sans quoi)${E}`,
  'iu',
);
const SENDS = new RegExp(
  `${B}(?:transmettre|envoyer|fournir|communiquer|retourner|renvoyer|joindre|adresser|produire|remettre|déposer|faire (?:parvenir|passer|suivre)|` +
    `transmettez|envoyez|fournissez|communiquez|retournez|renvoyez|joignez|adressez|remettez|déposez|envoie|transmets)(?:-(?:moi|nous))? ([^.;!?\\n]{3,160})`,
  'giu',
);
const MONTH =
  'janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre';
const DAY = `(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?: (?:prochain|matin|soir|midi))?`;
const DATE = `(?:(?:le |la |les |${DAY} )?(?:\\d{1,2}(?:er)?(?: (?:${MONTH})(?: \\d{4})?|[/.]\\d{1,2}(?:[/.]\\d{2,4})?)|fin (?:de (?:semaine|mois)|${MONTH}|d['’]année)|${MONTH})|${DAY}|demain|ce soir|la fin (?:de la semaine|du mois|de l['’]année)|la rentrée)(?:(?: à|,) \\d{1,2} ?h(?:eures?)?(?: ?\\d{2})?)?`;
const SPAN =
  '(?:\\d+|un|une|deux|trois|quatre|cinq|six|huit|dix|quinze) (?:jours?(?: (?:ouvrés?|ouvrables?|francs?|calendaires?))?|semaines?|mois|heures?|h)';
const BY_WHEN = new RegExp(
  `${B}(?:(?:au plus tard|impérativement)? ?(?:avant|d['’]ici(?: à| au)?|pour|au plus tard|jusqu['’]au?|pour le) ?(?:le )?${DATE}|au plus tard (?:le )?${DATE}|(?:sous|dans (?:un délai de|les)|d['’]ici) ${SPAN}|dans les meilleurs délais|dans les plus brefs délais|sans délai|dès que possible|le plus vite possible)${E}`,
  'iu',
);

/**
 * @param source the buyer's own words, where «by when» is taken verbatim
 * @param plain the same in plain words: what the reader is told
 */
export function saidPoints(source: string, plain: string): SaidPoints {
  const sentences = sentencesOf(plain).map((span) => plain.slice(...span));
  const asked = sentences.filter((sentence) => ASKS.test(sentence) || QUESTION.test(sentence));
  const asking = sentencesOf(source)
    .map((span) => source.slice(...span))
    .filter((sentence) => ASKS.test(sentence) || QUESTION.test(sentence));
  const byWhen = BY_WHEN.exec(asking.join('\n'))?.[0] ?? BY_WHEN.exec(source)?.[0];
  const send = asked.flatMap((sentence) => [...sentence.matchAll(SENDS)].map(([, what = '']) => untilDeadline(what)));
  return {
    asked,
    send: [...new Set(send)].filter((what) => what.length > 2),
    byWhen: byWhen?.trim(),
    otherwise: sentences.find((sentence) => OTHERWISE.test(sentence)),
  };
}

/** «le devis signé avant le 12 mai» → «le devis signé»: when stands in a point of its own. */
function untilDeadline(what: string): string {
  const when = BY_WHEN.exec(what);
  const cut = when === null ? what : what.slice(0, when.index);
  return cut.replace(/(?<![\s,:])[\s,:]+$/u, '');
}
