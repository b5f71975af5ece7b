import type { Token } from '../tokens.ts';
import { type CodedName, type CodedReader, codeAfter, counts } from './coded-name.ts';
import { singular } from './units.ts';

/** After these, a number is a name whatever follows; plural forms take a list («lots 1, 2 et 3»). */
const LABELS = new Set(
  'lot lots article articles art annexe annexes page pages chapitre tranche phase etape paragraphe alinea objectif action axe version titre cerfa formulaire'.split(
    ' ',
  ),
);
/** After these, a number is a name unless something counted follows («salle 12» but «salle 12 personnes»). */
const ROOMS = new Set(
  (
    'etage code niveau zone salle batiment bat porte quai ligne gare chambre classe categorie cat grade option variante question figure tableau ' +
    'point bureau secteur equipe groupe type taille format pointure modele serie gamme indice rn rd cp section canal route departement'
  ).split(' '),
);
/** After these, «n°» or a code with a hyphen or a slash is a name. */
const PAPERS = new Set(
  'marche contrat convention commande devis facture bon dossier arrete decret loi deliberation reference ref consultation avis accord permis cadre engagement ticket numero'.split(
    ' ',
  ),
);

/** `lot 2`, «marché n° 2021-045», «salle 12», «articles 3, 4 et 5». */
export const readLabel: CodedReader = (tokens, at) => {
  const head = tokens[at];
  if (head?.kind !== 'word') return undefined;
  const numbered = readNumberSign(tokens, at) ?? readNumberSign(tokens, at + 1);
  if (
    numbered !== undefined &&
    (numbered.sign === at || LABELS.has(head.text) || ROOMS.has(head.text) || PAPERS.has(head.text))
  ) {
    const code = codeAfter(tokens, numbered.next);
    if (code.next > numbered.next && /\d/.test(code.key)) {
      const name = numbered.sign === at ? 'n°' : singular(head.text);
      return { kind: 'label', next: code.next, key: `${name} ${code.key}` };
    }
  }
  const number = tokens[at + 1];
  if (number?.kind !== 'digits' || number.glued || number.newLine || number.text.length > 5) return undefined;
  const code = codeAfter(tokens, at + 1);
  const key = `${singular(head.text)} ${code.key}`;
  // «tous lots 600 000», «bâtiment 6 200 000», «mairie annexe 640 000»: a sum in thousands.
  const groups = [2, 3].filter((place) => /^\d{3}$/.test(tokens[at + place]?.text ?? '')).length;
  if (
    groups === 2 ||
    (number.text.length > 1 &&
      groups > 0 &&
      (head.text === 'lots' ? /^\d{3}$/ : /^\d00$/).test(tokens[at + 2]?.text ?? ''))
  )
    return undefined;
  if (head.text === 'lots' || head.text === 'articles') return readList(tokens, code.next, key);
  if (LABELS.has(head.text) && !head.text.endsWith('s')) return { kind: 'label', next: code.next, key };
  if (PAPERS.has(head.text) && /[-/]\d|^20\d\d[a-z]|\d[a-z]+\d/.test(code.key))
    return { kind: 'label', next: code.next, key };
  if (LABELS.has(head.text) || ROOMS.has(head.text))
    return counts(tokens, code.next) ? undefined : { kind: 'label', next: code.next, key };
  return undefined;
};

/** «lots 1, 2 et 3»: the numbers that follow belong to the same name. */
function readList(tokens: readonly Token[], at: number, first: string): CodedName {
  let key = first;
  let next = at;
  while (
    /^(?:,|et|a|ou|-)$/.test(tokens[next]?.text ?? '') &&
    tokens[next + 1]?.kind === 'digits' &&
    !counts(tokens, next + 2)
  ) {
    key += ` ${tokens[next + 1]?.text}`;
    next += 2;
  }
  return { kind: 'label', next, key };
}

/** «n° », «no. », «numéro »: index of the sign and of what follows. */
function readNumberSign(
  tokens: readonly Token[],
  at: number,
): { readonly sign: number; readonly next: number } | undefined {
  const text = tokens[at]?.text;
  const after = tokens[at + 1]?.text;
  if (text === 'n' && after === '°') return { sign: at, next: at + 2 };
  if (text === 'no' && (tokens[at + 1]?.kind === 'digits' || after === '.'))
    return { sign: at, next: after === '.' ? at + 2 : at + 1 };
  if (text === 'numero' || text === 'numeros') return { sign: at, next: at + 1 };
  return undefined;
}
