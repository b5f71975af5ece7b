import { type Cue, firstWordAt, type Side, type SideWord } from './side.ts';

/** Verbs and adjectives that carry a predicate without being one: what is denied stands after or before them. */
const CARRIER =
  /^(?:est|sont|etre|ete|etait|etaient|sera|seront|serait|seraient|soit|soient|suis|sommes|etes|avoir|eu|eue|avons|avez|avait|avaient|aura|auront|ait|aient|ayant|etant|fait|faits|faite|faites|faire|font|fera|feront|faut|faudra|doi[a-z]{1,20}|dev[a-z]{1,20}|peu[a-z]{0,20}|pouv[a-z]{1,20}|pourr[a-z]{1,20}|puiss[a-z]{1,20}|veu[a-z]{1,20}|voul[a-z]{1,20}|voudr[a-z]{1,20}|souhait[a-z]{1,20}|aller|vont|vien[a-z]{1,20}|reste[a-z]{0,20}|sembl[a-z]{1,20}|plus|encore|toujours|deja|bien|tres|trop|assez|aussi|seul[a-z]{0,20}|autre[a-z]{0,20}|tout[a-z]{0,20}|chaque|certain[a-z]{0,20}|prevu[a-z]{0,20}|prevoi[a-z]{0,20}|realis[a-z]{1,20}|effectu[a-z]{1,20}|execut[a-z]{1,20}|possib[a-z]{1,20}|autoris[a-z]{1,20}|permi[a-z]{1,20}|permet[a-z]{0,20}|admi[a-z]{1,20}|admet[a-z]{0,20}|accept[a-z]{1,20}|toler[a-z]{1,20}|oblig[a-z]{1,20}|necess[a-z]{1,20}|besoin|exig[a-z]{1,20}|requi[a-z]{1,20}|demand[a-z]{1,20}|dispos[a-z]{1,20}|equip[a-z]{1,20}|dot[a-z]{1,20}|lieu|cas|merci|nombre|type|sorte|genre|part|objet|marche|contrat|service|compt[a-z]{1,20}|prend[a-z]{0,20}|met[a-z]{0,20}|donn[a-z]{1,20}|lui|jour|jours|lots?|dispose[a-z]{0,20}|date|actuel[a-z]{0,20}|moment|instant)$/;

/** A denial that may only say which: «les offres écartées». */
export const PARTICIPLE =
  /^(?:ecarte|exclu|interdit|refuse|rejete|proscri|prohibe|evince|elimine|absent|inaccessib|inutile|indisponib)/;

/** The word that a negation bears on: its verb, else the participle, adjective or noun that follows; undefined for «est interdit». */
export function predicateOf(side: Side, cue: Cue): SideWord | undefined {
  if (PARTICIPLE.test(cue.said) && !/^ (?:a |d)/.test(side.flat.slice(cue.to, cue.to + 3))) return undefined;
  // «ne perçoit aucune indemnité» denies the noun.
  const noun = /(?:aucune?|nul(?:le)?)$/.test(cue.said);
  const first = firstWordAt(side.words, cue.start);
  for (let index = first; index < first + 9; index++) {
    const word = side.words[index];
    if (word === undefined || word.sentence !== cue.sentence || word.aside !== cue.aside) return undefined;
    if (word.clause !== cue.clause) return undefined;
    const inside = word.start < cue.end;
    if (inside && (noun || !/^(?:ne |n')/.test(cue.said))) continue;
    if (!CARRIER.test(word.text) && !word.key.startsWith('#')) return word;
  }
  return undefined;
}
