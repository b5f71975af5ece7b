import { type Cue, firstFrom, type Side, type SideWord } from './side.ts';

/** Verbs and adjectives that carry a predicate without being one: what is denied stands after or before them. */
const CARRIER =
  /^(?:est|sont|etre|ete|etait|etaient|sera|seront|serait|seraient|soit|soient|suis|sommes|etes|avoir|eu|eue|avons|avez|avait|avaient|aura|auront|ait|aient|ayant|etant|fait|faits|faite|faites|faire|font|fera|feront|faut|faudra|doi[a-z]+|dev[a-z]+|peu[a-z]*|pouv[a-z]+|pourr[a-z]+|puiss[a-z]+|veu[a-z]+|voul[a-z]+|voudr[a-z]+|souhait[a-z]+|aller|vont|vien[a-z]+|reste[a-z]*|sembl[a-z]+|plus|encore|toujours|deja|bien|tres|trop|assez|aussi|seul[a-z]*|autre[a-z]*|tout[a-z]*|chaque|certain[a-z]*|prevu[a-z]*|prevoi[a-z]*|realis[a-z]+|effectu[a-z]+|execut[a-z]+|possib[a-z]+|autoris[a-z]+|permi[a-z]+|permet[a-z]*|admi[a-z]+|admet[a-z]*|accept[a-z]+|toler[a-z]+|oblig[a-z]+|necess[a-z]+|besoin|exig[a-z]+|requi[a-z]+|demand[a-z]+|dispos[a-z]+|equip[a-z]+|dot[a-z]+|lieu|cas|merci|nombre|type|sorte|genre|part|objet|marche|contrat|service|compt[a-z]+|prend[a-z]*|met[a-z]*|donn[a-z]+|lui|jour|jours|lots?|dispose[a-z]*|date|actuel[a-z]*|moment|instant)$/;

/** A denial that may only say which: «les offres écartées». */
export const PARTICIPLE =
  /^(?:ecarte|exclu|interdit|refuse|rejete|proscri|prohibe|evince|elimine|absent|inaccessib|inutile|indisponib)/;

/** The word that a negation bears on: its verb, else the participle, adjective or noun that follows; undefined for «est interdit». */
export function predicateOf(side: Side, cue: Cue): SideWord | undefined {
  if (PARTICIPLE.test(cue.said) && !/^ (?:a |d)/.test(side.flat.slice(cue.to, cue.to + 3))) return undefined;
  // «ne perçoit aucune indemnité» denies the noun.
  const noun = /(?:aucune?|nul(?:le)?)$/.test(cue.said);
  const first = firstFrom(side.words, cue.start);
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
