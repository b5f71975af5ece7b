import { fold } from '../french/words.ts';

/** «une fois signé», «c'est déjà payé»: behind; «avant de signer»: still ahead. */
type Stage = 'behind' | 'ahead' | undefined;

const AHEAD = /\b(?:avant|tant que|pas encore|sans attendre)\b/;
const BEHIND =
  /\b(?:deja|apres|une fois|trop tard|trop tot|depuis|maintenant que|hier|ce matin|quand (?:ce|le marche) sera|(?:marche|contrat|devis|bon|avenant|accord-cadre)s? signes?|(?:a|as|ai|avons|ont|est|ete|etait|sont|sera) (?:tout |bien |vite |jamais )?(?:sign|notifi|publi|attribu|lanc|commenc|livr|pay|regl|part|fini|termin|recu|retenu|touch|retire|fait)\w*)\b/;

/** Where a text stands in the course of a purchase, by what it says is done or is to come. */
export function stageOf(text: string): Stage {
  const folded = fold(text);
  return BEHIND.test(folded) ? 'behind' : AHEAD.test(folded) ? 'ahead' : undefined;
}
