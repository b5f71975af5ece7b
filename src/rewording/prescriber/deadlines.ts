import type { Span } from '../../french/span.ts';
import { readValues } from '../../french/values/read-values.ts';
import type { SourceText } from '../brief/source-text.ts';

/** A day or a delay in which something is due, or the day of an event; folded positions, with the words that go with it. */
export interface When {
  readonly span: Span;
  readonly due: boolean;
  /** ISO day, month or year, where the words fix it. */
  readonly iso: string | undefined;
}

const DUE_BEFORE =
  /(?:au plus tard|avant|d'ici(?: a| au)?|date limite|echeance|a rendre|attendue?s?|retour|reponse|(?:votre|ta) part|jusqu'au?|pour|impératif|imperativement)(?: (?:le|la|les|l'|est|au|fixee? au|pour|:)){0,18} ?$/;
const WITHIN =
  /(?:sous(?: un delai de)?|dans (?:les|un delai(?: maximum| maximal| imperatif)? de)|d'ici|dispose(?:z|nt)? de|delai(?: imperatif| maximum)? (?:de|:)|sous les|delai ?:) ?$/;
const BEFORE_EVENT = /^ (?:au moins )?avant (?:l'|le |la |les )[a-z]{3,20}(?: (?:de l'|du |de la |de |d')[a-z]{3,20})?/;
const TAIL =
  /^(?: \d{1,2}(?= a \d{1,2} ?h))?(?: (?:matin|midi|soir|prochain|au plus tard|imperativement|inclus|francs?))?(?:,? (?:(?:a|avant) )?\d{1,2} ?h(?:eures?)?(?: ?\d{2})?)?(?: (?:a compter|a partir|suivant|apres|des) (?:de |du |d'|la |le |les |l'){0,2}[a-z0-9' ]{3,40}?(?=[,.;:)\n]|$| pour | et |, ))?/;
const SOON =
  /(?<![a-z])(?:dans les (?:meilleurs|plus brefs) delais|des que possible|le plus (?:vite|rapidement|tot) possible|au plus (?:vite|tot)|sans delai|en urgence|d'urgence|sous huitaine|sous quinzaine|des reception)(?![a-z])/g;
const HAPPENS =
  /(?<![a-z])(?:se tien(?:t|dra|dront)|se deroule(?:ra)?|aura(?:ont)? lieu|a lieu|ont lieu|(?:est|sont) (?:fixee?s?|prevue?s?|programmee?s?|planifiee?s?)|se reuni(?:t|ra|ssant)|deliberera|demarre(?:ra|ront|nt)?|debute(?:ra)?|commence(?:ra)?|prochaine reunion|rendez-vous|passera|partira|se clot(?:ura)?|sera clos|prend(?:ra)? fin|se termine(?:ra)?|expire(?:ra)?)(?![a-z])/;

/** In the order of the text. */
export function whensIn(source: string, { folded, locate }: Pick<SourceText, 'folded' | 'locate'>): readonly When[] {
  const whens: When[] = [];
  for (const value of readValues(source)) {
    if (value.kind !== 'date' && value.kind !== 'duration') continue;
    const [start, end] = locate(value.span);
    const before = folded.slice(Math.max(0, start - 40), start);
    const after = folded.slice(end, end + 80);
    const said = folded.slice(start, end);
    if (value.kind === 'duration') {
      const lead = /^(?:dans|sous|d'ici) /.test(said) ? '' : WITHIN.exec(before)?.[0];
      const event = BEFORE_EVENT.exec(after)?.[0];
      if (lead === undefined && event === undefined) continue;
      if (lead !== undefined && /^dispose/.test(lead))
        whens.push({ span: [start, end + (TAIL.exec(after)?.[0].length ?? 0)], due: true, iso: undefined });
      else
        whens.push({
          span: [start - (lead?.length ?? 0), end + (event ?? TAIL.exec(after)?.[0] ?? '').length],
          due: true,
          iso: undefined,
        });
      continue;
    }
    if (/^(?:a compter|a partir|des |depuis|apres)/.test(said)) continue;
    const lead = DUE_BEFORE.exec(before)?.[0] ?? '';
    const due =
      (value.edge === 'before' || /^(?:pour|d'ici)/.test(said) || (lead !== '' && !/^pour/.test(lead))) &&
      !/^pour (?:l'annee )?\d{4}$/.test(said);
    const article =
      lead === '' && !due
        ? (/(?<![a-z])(?:(?:le|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) ){1,14}$/.exec(before)?.[0] ?? '')
        : '';
    const keeps = /^(?:au plus tard|avant|d'ici|jusqu)/.test(lead) ? lead.length : article.length;
    if (due || happens(folded, start))
      whens.push({ span: [start - keeps, end + (TAIL.exec(after)?.[0].length ?? 0)], due, iso: value.iso });
  }
  for (const match of folded.matchAll(SOON))
    whens.push({ span: [match.index, match.index + match[0].length], due: true, iso: undefined });
  return whens
    .toSorted((a, b) => a.span[0] - b.span[0])
    .filter((when, i, all) => i === 0 || (all[i - 1]?.span[1] ?? 0) <= when.span[0]);
}

/** The words between the last stop and the date say that something takes place. */
function happens(folded: string, start: number): boolean {
  const before = folded.slice(Math.max(0, start - 120), start);
  return HAPPENS.test(
    before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf('\n'), before.lastIndexOf(';')) + 1),
  );
}

/** The earliest first; one whose day is not fixed keeps its place. */
export function byDay<T extends { readonly iso: string | undefined }>(whens: readonly T[]): readonly T[] {
  const dated = whens
    .filter(({ iso }) => iso !== undefined)
    .toSorted((a, b) => ((a.iso ?? '') < (b.iso ?? '') ? -1 : 1));
  let next = 0;
  return whens.map((when) => (when.iso === undefined ? when : (dated[next++] ?? when)));
}
