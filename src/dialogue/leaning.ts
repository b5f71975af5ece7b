import { fold } from '../french/words.ts';

/** What a text says of itself that turns a question about the same thing into another one. */
export interface Leaning {
  /** «une fois signé», «c'est déjà payé»: behind; «avant de signer»: still ahead. */
  readonly stage: 'behind' | 'ahead' | undefined;
  /** «sauf quand ?», «toujours ?»: what the rule does not hold for. */
  readonly exception: boolean;
}

const AHEAD = /\b(?:avant|tant que|pas encore|sans attendre)\b/;
const BEHIND =
  /\b(?:deja|apres|une fois|trop tard|trop tot|depuis|maintenant que|hier|ce matin|quand (?:ce|le marche) sera|(?:marche|contrat|devis|bon|avenant|accord-cadre)s? signes?|(?:a|as|ai|avons|ont|est|ete|etait|sont|sera) (?:tout |bien |vite |jamais )?(?:sign|notifi|publi|attribu|lanc|commenc|livr|pay|regl|part|fini|termin|recu|retenu|touch|retire|fait)\w*)\b/;
const EXCEPTION =
  /\b(?:sauf|exceptions?|exceptionnel\w*|toujours|jamais|dispens\w*|echapp\w*|s'en passer|se passer|se passent|a chaque fois|a tous les coups|forcement|sans lots)\b/;
export function leaningOf(text: string): Leaning {
  const folded = fold(text);
  const stage = BEHIND.test(folded) ? 'behind' : AHEAD.test(folded) ? 'ahead' : undefined;
  return { stage, exception: EXCEPTION.test(folded) };
}
