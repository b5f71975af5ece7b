/** Ways of spoiling a French sentence, each with the defects that may be named for it; undefined where it does not apply. */
import type { DefectKind } from '../../../src/vocabulary/rewording.ts';

export interface Mutator {
  readonly name: string;
  readonly kinds: readonly DefectKind[];
  readonly mutate: (sentence: string) => string | undefined;
}

const swap = (table: readonly (readonly [RegExp, string])[]) => (sentence: string) => {
  for (const [pattern, by] of table) {
    const changed = sentence.replace(pattern, by);
    if (changed !== sentence) return changed;
  }
  return undefined;
};

const MONTHS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');
const monthPattern = new RegExp(`(?<=(?:\\d|er|en|fin|début|de|d'ici|avant) )(?:${MONTHS.join('|')})(?![\\p{L}])`, 'u');

export const MUTATORS: readonly Mutator[] = [
  {
    name: 'digit',
    kinds: ['NUMBER_CHANGED', 'DATE_CHANGED', 'NAME_CHANGED', 'UNIT_CHANGED'],
    mutate: (sentence) => {
      const match = /(?<![\p{L}\d.-])\d[\d\u00a0\u202f ]*(?:[.,]\d+)?/u.exec(sentence);
      if (match === null) return undefined;
      const at =
        match.index + match[0].trimEnd().length - (/0$/.test(match[0].trimEnd()) ? match[0].trimEnd().length : 1);
      const digit = Number(sentence[at]);
      const by = digit === 9 ? 4 : digit + 1;
      return `${sentence.slice(0, at)}${by}${sentence.slice(at + 1)}`;
    },
  },
  {
    name: 'spelled number',
    kinds: ['NUMBER_CHANGED', 'DATE_CHANGED'],
    mutate: swap([
      [/(?<![\p{L}-])(?:deux|trois)(?= (?!(?:premi|derni)|cents?|mille)\p{L}{4,})/u, 'quatre'],
      [/(?<![\p{L}-])(?:cinq|six|dix)(?= \p{L}{3,})/u, 'douze'],
      [/(?<!\p{L})(?:vingtaine|trentaine|quinzaine)(?!\p{L})/u, 'cinquantaine'],
    ]),
  },
  {
    name: 'month',
    kinds: ['DATE_CHANGED'],
    mutate: (sentence) => {
      const changed = sentence.replace(monthPattern, (month) => MONTHS[(MONTHS.indexOf(month) + 5) % 12] ?? month);
      return changed === sentence ? undefined : changed;
    },
  },
  {
    name: 'weekday',
    kinds: ['DATE_CHANGED'],
    mutate: swap([
      [/(?<!\p{L})lundi(?!\p{L})/u, 'jeudi'],
      [/(?<!\p{L})mardi(?!\p{L})/u, 'samedi'],
      [/(?<!\p{L})vendredi(?!\p{L})/u, 'mercredi'],
    ]),
  },
  {
    name: 'unit',
    kinds: ['UNIT_CHANGED', 'CONSTRAINT_DROPPED', 'NUMBER_CHANGED'],
    mutate: swap([
      [/(?<=\d[\s\u00a0\u202f])jours ouvrés/u, 'jours'],
      [/(?<=\d[\s\u00a0\u202f])jours(?!\p{L})/u, 'semaines'],
      [/(?<=\d[\s\u00a0\u202f])mois(?!\p{L})/u, 'ans'],
      [/(?<=\d[\s\u00a0\u202f])ans(?!\p{L})/u, 'mois'],
      [/(?<=\d[\s\u00a0\u202f])semaines(?!\p{L})/u, 'mois'],
      [/(?<=(?:€|euros)[\s\u00a0\u202f])HT(?!\p{L})/u, 'TTC'],
      [/(?<=(?:€|euros)[\s\u00a0\u202f])TTC(?!\p{L})/u, 'HT'],
      [/(?<=\d[\s\u00a0\u202f]?)m²/u, 'ml'],
      [/(?<=\d[\s\u00a0\u202f])km(?!\p{L})/u, 'm'],
      [/(?<=\d[\s\u00a0\u202f])kg(?!\p{L})/u, 'tonnes'],
      [/(?<=\d[\s\u00a0\u202f])%/u, '€'],
    ]),
  },
  {
    name: 'negation',
    kinds: ['NEGATION_DROPPED', 'CONSTRAINT_DROPPED', 'OBLIGATION_STRENGTHENED', 'OBLIGATION_WEAKENED'],
    mutate: swap([
      [/(?<!\p{L})n['’](\p{L}+) (?:pas|plus|jamais)(?!\p{L})/u, '$1'],
      [/(?<!\p{L})ne (\p{L}+) (?:pas|plus|jamais)(?!\p{L})/u, '$1'],
      [/(?<!\p{L})[Nn]e (?:pas|plus|jamais) (?=\p{L}+er)/u, ''],
      [/(?<!\p{L})sans (?!délai|doute|attendre|faute|que)/u, 'avec '],
      [/(?<!\p{L})interdit(e?s?)(?!\p{L})/u, 'autorisé$1'],
      [/(?<!\p{L})impossible/u, 'possible'],
      [/(?<!\p{L})exclu(e?s?)(?!\p{L})/u, 'inclu$1'],
      [/(?<!\p{L})[Pp]as de (?!souci|problème)/u, 'du '],
      [/(?<!\p{L})[Jj]amais(?!\p{L})/u, 'toujours'],
    ]),
  },
  {
    name: 'obligation weakened',
    kinds: ['OBLIGATION_WEAKENED'],
    mutate: swap([
      [/(?<!\p{L}|ne |n['’])doit(?!\p{L}| pas|-| aucun| jamais)/u, 'peut'],
      [/(?<!\p{L}|ne |n['’])doivent(?!\p{L}| pas|-| aucun| jamais)/u, 'devraient'],
      [/(?<!\p{L})(?:est|sont) obligatoires?(?!\p{L})/u, 'est facultatif'],
      [/(?<!\p{L}|ne )vous devez(?! pas)/u, 'vous pouvez'],
      [/(?<!\p{L})il faut (?=\p{L}+er)/u, 'il est possible de '],
      [/(?<!\p{L})exigée?s?(?!\p{L})/u, 'recommandé'],
    ]),
  },
  {
    name: 'obligation strengthened',
    kinds: ['OBLIGATION_STRENGTHENED'],
    mutate: swap([
      [/(?<!\p{L}|ne |n['’])peut(?!\p{L}| pas|-| plus| être que| aucun| jamais)/u, 'doit'],
      [/(?<!\p{L}|ne |n['’])peuvent(?!\p{L}| pas|-| plus| aucun| jamais)/u, 'doivent'],
      [/(?<!\p{L})facultati(?:f|ve)s?(?!\p{L})/u, 'obligatoire'],
      [/(?<!\p{L})(?:souhaitable|recommandée?)s?(?!\p{L})/u, 'obligatoire'],
      [/(?<!\p{L})on (?:voudrait|aimerait) que/u, 'il est obligatoire que'],
    ]),
  },
  {
    name: 'name',
    kinds: ['NAME_CHANGED'],
    mutate: swap([
      [/(?<!\p{L})Lyon(?!\p{L})/u, 'Lille'],
      [/(?<!\p{L})(?:Nantes|Rennes|Toulouse)(?!\p{L})/u, 'Bordeaux'],
      [/(?<!\p{L})Dell(?!\p{L})/u, 'Lenovo'],
      [/(?<!\p{L})(?:Otis|Ricoh|Renault|Canon)(?!\p{L})/u, 'Kone'],
      [/(?<!\p{L})(Mme|M\.|Madame) (\p{Lu}\p{L}+)/u, '$1 Lambert'],
      [/(?<!\p{L})(?:DSI|CCAS|DRH)(?!\p{L})/u, 'DGST'],
      [/(?<!\p{L})(?:Jean Moulin|Jules Ferry|Victor Hugo)(?!\p{L})/u, 'Louise Michel'],
    ]),
  },
  {
    name: 'condition',
    kinds: ['CONSTRAINT_DROPPED', 'NEGATION_DROPPED'],
    mutate: swap([
      [/,? sauf [^,.;!?]+/u, ''],
      [/,? sous réserve [^,.;!?]+/u, ''],
      [/,? à condition [^,.;!?]+/u, ''],
      [/ (?:uniquement|seulement|exclusivement)(?!\p{L})/u, ''],
      [
        /(?<=\d[\s\u00a0\u202f]?(?:€|€ HT|euros|%|personnes|pages)) (?:maximum|au maximum|minimum|au plus|au moins)/u,
        '',
      ],
      [/(?<!\p{L})(?:au moins|au maximum|au plus) (?=\d)/u, ''],
      [/ ou équivalent/u, ''],
      [/,? en cas d[e'’] [^,.;!?]+/u, ''],
    ]),
  },
];
