import { latin } from './latin.ts';

/** What opens and closes a message without being of it, and who writes to whom: names are kept, chatter is not. */
export interface Letter {
  /** Greeted by name («Bonjour Sophie»). */
  readonly to: string | undefined;
  /** Signature, as said. */
  readonly from: string | undefined;
  readonly body: string;
}

const L = '(?<![\\p{L}\\p{N}])';
const R = '(?![\\p{L}\\p{N}])';

const GREETING = new RegExp(
  `^\\s*(?:(?:re)?(?:bien )?(?:bonjour|bonsoir|salut|coucou|hello|hey|bjr|slt|yop?)(?: (?:à|a) (?:tous|toutes|vous|toi)(?: et (?:à|a) toutes)?| tout le monde| l['’]équipe|(?: l['’]| les )achats?(?=,)| les collègues| ch[eè]r?e?s? coll[eè]gues?| coll[eè]gues?)?|(?:monsieur|madame) (?:le|la) \\p{L}+(?: [\\p{Ll}\\p{M}]+){0,3}(?=,)|(?:mesdames|madame|messieurs|monsieur)(?:,? (?:et )?(?:mesdames|madame|messieurs|monsieur))*|ch[eè]re?s? (?:coll[eè]gues?|ma(?:dame|itre)|monsieur))(?<names>(?: (?:Mme|M\\.|Mr|Monsieur|Madame|Dr)?(?: ?\\p{Lu}[\\p{Ll}\\p{M}]+(?:-\\p{Lu}[\\p{Ll}\\p{M}]+)?){1,3})?)${R}[ ,!.;:]*\\s*`,
  'u',
);
const GREETING_ANY_CASE = new RegExp(GREETING.source.replaceAll('\\p{Lu}', '[A-ZÀ-Þ]'), 'u');

const CLOSING = `(?:(?:bien |tr[eè]s |tout )?(?:cordialement|respectueusement|sinc[eè]rement|confraternellement)|avec (?:mes|nos|tous mes|toutes mes) (?:remerciements|salutations|respects)|cordialement vôtre|cdt|cdlt|crdlt|bien [àa] (?:vous|toi)(?: tous)?|(?:je vous prie|nous vous prions|veuillez|je vous demande)[^.\\n]{0,60}agr[eé]er[^.\\n]{0,140}?(?:salutations|consid[eé]ration|sentiments|respects)[^.,\\n]{0,60}|amicalement|respectueusement|(?:mes |nos )?(?:sinc[eè]res |meilleures |cordiales )?salutations(?: (?:distingu[eé]es|cordiales|respectueuses))?|(?:bonne|belle|excellente) (?:journ[eé]e|soir[eé]e|semaine|r[eé]ception|fin de (?:journ[eé]e|semaine))(?: [àa] (?:vous|toi|tous))?|[àa] bient[oô]t|bises?|bisous|tchao|ciao|a\\+|(?:un grand |grand |mille |encore )?merci(?: (?:beaucoup|bien|d['’]avance|par avance|[àa] (?:vous|toi|tous)|infiniment|encore|pour (?:votre|ton|vos|tes|l['’]) ?(?:aide|retour|r[eé]ponse|conseils?|disponibilit[eé]|r[eé]activit[eé])|de (?:votre|ton|vos) (?:aide|retour|r[eé]ponse|conseils?|compr[eé]hension)))*)`;
const CLOSING_AT_END = latin(
  new RegExp(
    `(?:^|(?<=[\\s.,!?;:…)]))${CLOSING}(?:[ ,.!;\\n]+(?:et )?${CLOSING})*[ \\t]*[,.!…:;)]*\\s*(?<signature>[^]{0,160})$`,
    'iu',
  ),
);

const CHATTER = latin(
  new RegExp(
    [
      "j['’]esp[eè]re que (?:tu vas|vous allez|tout va|ça va|cela va|vous [eê]tes|tu as)[^.!?\\n]*",
      '(?:comment (?:vas-tu|allez-vous|ça va|ca va)|(?:ça|ca|tout) va(?: bien)?)(?=\\s*[?!.,])',
      "je (?:me permets de (?:vous |te )?(?:relancer|contacter|solliciter|[eé]crire|recontacter|revenir vers (?:vous|toi))|me permets de |viens vers vous|reviens vers vous|vous sollicite|vous contacte|vous [eé]cris|t['’][eé]cris|te sollicite|te contacte)(?:vous (?:[eé]crire|contacter|solliciter))?(?: ce jour| aujourd['’]hui)?(?: (?:car|parce que|pour vous dire que|pour te dire que|afin de savoir si|pour savoir si|pour|concernant|au sujet de|au sujet du|[àa] propos de|[àa] propos du))?",
      "n['’]h[eé]site[zs]? pas[^.!?\\n]*",
      'je (?:reste|suis|me tiens) [àa] (?:votre|ta) (?:enti[eè]re )?disposition[^.!?\\n]*',
      "(?:d[eé]sol[eé]e?|pardon|navr[eé]e?)(?: (?:de|pour) (?:vous|te|le|la|l['’]|mon|ce)[^.!?\\n,]*)?",
      "dans l['’]attente de (?:votre|ton) [^.!?\\n]*",
      'en (?:te|vous) remerciant[^.!?\\n]*',
      "merci(?: (?:beaucoup|bien|d['’]avance|par avance|[àa] (?:vous|toi|tous)|infiniment|encore))+",
      'merci(?: (?:pour|de) (?:votre|ton|vos|tes) (?:aide|retour|r[eé]ponse|conseils?|compr[eé]hension|r[eé]activit[eé]|disponibilit[eé]))?(?=\\s*[.!?,;)\\n]|\\s*$)',
      '(?:petite|une|juste une|deux|petites) questions? ?[:,]',
      '(?:dis|dites)(?:[- ]moi)?,',
      "j['’](?:ai|aurais) (?:juste |encore )?une (?:petite )?question ?[:.,]?",
      'dis[- ]moi(?= ?[,:])',
      'comme (?:convenu|vu ensemble|discut[eé]|évoqué)(?= ?,)',
    ]
      .map((way) => `${L}(?:${way})(?![\\p{L}\\p{N}'’-])[ ]*[,!.]?`)
      .join('|'),
    'giu',
  ),
);

/** Emoji and the like. */
const PICTURES =
  /(?:\p{Extended_Pictographic}|\u{fe0f}|\u{200d}|[\u{1f3fb}-\u{1f3ff}])+|(?<=\s|^)[:;]-?[)(DPp](?=\s|$)/gu;

/** Whether a line is a greeting and nothing else: one may stand below the subject. */
export const isGreeting = (line: string): boolean =>
  GREETING_ANY_CASE.exec(lowerFirst(line))?.[0].length === line.length && line.trim() !== '';

export function openLetter(text: string): Letter {
  let body = text.replace(/(?!\d)[\p{Extended_Pictographic}]/gu, ' ').replace(PICTURES, ' ');
  const greeted = GREETING_ANY_CASE.exec(lowerFirst(body));
  let to: string | undefined;
  if (greeted !== null) {
    to = greeted.groups?.['names']?.trim() || undefined;
    body = body.slice(greeted[0].length);
  }
  // Only the end of the message can hold its closing: a long text is not searched for it.
  const from = Math.max(0, body.length - 400);
  const closed = CLOSING_AT_END.exec(body.slice(from));
  let signature: string | undefined;
  if (closed !== null && isSignature(closed.groups?.['signature'] ?? '')) {
    signature =
      (closed.groups?.['signature'] ?? '')
        .split(/\n|,\s+/)
        .map((line) => line.replace(/^[\s,.–-]+|[\s,.]+$/g, ''))
        .filter((line) => line !== '')
        .join(', ') || undefined;
    if (signature !== undefined && /\p{Lu}\.$/u.test((closed.groups?.['signature'] ?? '').trim())) signature += '.';
    body = body.slice(0, from + closed.index);
  }
  return { to, from: signature, body: body.replace(CHATTER, ' ') };
}

/** The greeting is matched in small letters, names after it keep theirs. */
function lowerFirst(text: string): string {
  return text.replace(/^\s*\p{Lu}+[\p{Ll}\p{M}]*/u, (word) => word.toLowerCase());
}

/** Short lines of names, titles, services, numbers: no sentence. */
function isSignature(said: string): boolean {
  const text = said.trim();
  if (text === '') return true;
  if (/[?!]|\b(?:est|sont|faut|besoin|peut|veut|doit|avons|avez|si|que|pour que)\b/iu.test(text)) return false;
  return /^[\p{Lu}\d(+]/u.test(text) || /^(?:le |la )?(?:service|direction|p[oô]le|dst|mairie)/iu.test(text);
}
