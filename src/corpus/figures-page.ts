import { frenchDate } from '../days/iso-date.ts';
import { citeArticle } from '../french/articles.ts';
import { ownValue } from '../own-value.ts';
import { type Figure, type Figures, type FigureValue, isSettled, sayValue } from './figures.ts';

const GROUPS: Readonly<Record<string, string>> = {
  seuil: 'Seuils en euros',
  taux: 'Taux et parts',
  periode: 'Périodes',
  delai: 'Délais',
  duree: 'Durées',
  ratio: 'Rapports',
  nombre: 'Nombres',
  montant: 'Montants',
  peine: 'Peines',
  penalite: 'Pénalités de retard des CCAG',
  ccag: 'Autres chiffres des CCAG',
  moe: 'Maîtrise d’œuvre',
  travaux: 'Travaux',
};

const STATUS: Readonly<Record<FigureValue['status'], string>> = {
  V1: 'article lu',
  V2: 'source secondaire',
  'V2-faible': 'source fragile',
  M: 'de mémoire',
};

/**
 * `knowledge/figures.md`: the dated table as people read it, one table for the first part of the keys.
 * It does not depend on the day: it gives the last value of the table, what came before and what is announced.
 */
export function figuresPage(figures: Figures): string {
  const sections = [...byFirstPart(figures)].flatMap(([group, members]) => [
    `## ${ownValue(GROUPS, group) ?? group}`,
    '',
    '| Chiffre | Valeur | Depuis le | Jusqu’au | Article | Vérification | Avant | Changement annoncé |',
    '|---|---|---|---|---|---|---|---|',
    ...members.map(row),
    '',
  ]);
  return [
    '# Les chiffres de la commande publique, avec leurs dates',
    '',
    '> Page produite par `npm run figures:page` depuis `figures.yaml` : ne pas la modifier à la main.',
    '',
    `${figures.size} chiffres. « Article lu » : dans la copie tierce de LEGI applicable au 2026-08-23 (voir \`articles.README.md\`), qui n’est pas Légifrance. « Source secondaire », « source fragile » et « de mémoire » : à vérifier avant de s’en servir. Un changement annoncé n’est pas en vigueur.`,
    '',
    ...sections,
  ].join('\n');
}

function byFirstPart(figures: Figures): ReadonlyMap<string, readonly Figure[]> {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures.values()) {
    const group = figure.key.split('.')[0] ?? '';
    const members = groups.get(group) ?? [];
    members.push(figure);
    groups.set(group, members);
  }
  return groups;
}

function row(figure: Figure): string {
  const settled = figure.values.filter(isSettled);
  const last = settled.at(-1);
  const review = figure.review_before === undefined ? '' : `<br>à revoir avant le ${frenchDate(figure.review_before)}`;
  const cells = [
    `${figure.label}<br>\`${figure.key}\``,
    last === undefined ? '' : `**${sayValue(figure, last.value)}**`,
    last === undefined ? '' : frenchDate(last.valid_from),
    last?.valid_to === undefined ? '' : frenchDate(last.valid_to),
    last === undefined ? '' : citeArticle(last.article),
    last === undefined ? '' : `${STATUS[last.status]}${note(last)}${review}`,
    settled
      .slice(0, -1)
      .map((value) => past(figure, value))
      .join('<br>'),
    figure.values
      .filter(({ announced }) => announced === 'pending')
      .map((value) => announced(figure, value))
      .join('<br>'),
  ];
  return `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
}

function past(figure: Figure, value: FigureValue): string {
  const until = value.valid_to === undefined ? '' : ` au ${frenchDate(value.valid_to)}`;
  return `${sayValue(figure, value.value)} du ${frenchDate(value.valid_from)}${until} (${STATUS[value.status]})`;
}

function announced(figure: Figure, value: FigureValue): string {
  return `${sayValue(figure, value.value)} au ${frenchDate(value.valid_from)} (${STATUS[value.status]})${note(value)}`;
}

function note(value: FigureValue): string {
  return value.note === undefined ? '' : `<br>${value.note}`;
}
