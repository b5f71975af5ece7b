/** Ways of opening and closing a message, which say nothing of what is bought. */
const COURTESY = [
  '(?:bien )?(?:bonjour|bonsoir|salut|coucou)(?: (?:à tous|à toutes|mesdames|messieurs|madame|monsieur|chère? collègue))?',
  '(?:bien )?(?:cordialement|respectueusement|sincères salutations)(?: à (?:vous|tous))?',
  "merci(?: (?:beaucoup|bien|d['’]avance|par avance|à vous|de votre retour|pour votre retour))*",
  "(?:pouvez|pourriez|peux|pourrais)[- ](?:vous|tu) (?:me|nous|m['’])? ?(?:dire|aider|indiquer|préciser|expliquer)",
  "(?:bonne|belle) (?:journée|soirée|semaine)|bien à (?:vous|toi)|s['’]il (?:vous|te) pla[iî]t|svp|stp",
  "je (?:vous|t['’]) ?(?:écris|contacte|sollicite)|je reste à (?:votre|ta) disposition|comment on s['’]y prend",
  'suite à (?:notre|votre|nos) (?:échanges?|appel|mail|conversation|message)',
];

const PATTERN = new RegExp(`(?<![\\p{L}\\p{N}])(?:${COURTESY.join('|')})(?![\\p{L}\\p{N}])`, 'giu');

/** The text without its greetings and thanks («merci d'avance» asks for no advance payment); whole if that is all. */
export function withoutCourtesy(text: string): string {
  return text.replace(PATTERN, ' ');
}
