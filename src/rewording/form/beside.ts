import { indexTerms } from '../../french/words.ts';
import { type FormLineName, inFormOrder } from '../../vocabulary/form.ts';
import type { LintCode } from '../../vocabulary/rewording.ts';
import { isUnderWay, type Notion } from '../buyer/notions.ts';
import type { Form, FormLine, LintFinding } from '../port/rewording.ts';
import { sayForm } from '../port/say-form.ts';

/** Each point of law beside the values it is about; those about none of them on a line of their own. */
export function withLaw(lines: readonly FormLine[], lint: readonly LintFinding[]): readonly FormLine[] {
  // The line of the value says it by itself.
  const told = lint.filter(({ code }) => code !== 'AMOUNT_WITHOUT_TAX_BASIS');
  const lineFor = ({ span }: LintFinding) =>
    lines.find(({ values }) =>
      values.some(({ said }) => said?.span !== undefined && said.span[0] < span[1] && span[0] < said.span[1]),
    );
  const placed = told.map((finding) => ({ finding, line: lineFor(finding) }));
  const of = (line: FormLine | undefined) => [
    ...new Map(
      placed
        .filter((one) => one.line === line)
        .map(({ finding: { code, articles } }) => [code, { code, articles }] as const),
    ).values(),
  ];
  const beside = lines.map((line) => {
    const law = of(line);
    return law.length === 0 ? line : { ...line, law };
  });
  const apart = of(undefined);
  const all = apart.length === 0 ? beside : [...beside, { name: 'law' as const, values: [], law: apart }];
  return inFormOrder(all);
}

/** Notions that the name of a line says, or a point of law. */
const TOLD: ReadonlyMap<string, readonly string[]> = new Map<string, readonly (FormLineName | LintCode)[]>([
  ['valeur-estimee', ['budget']],
  ['ht-ttc', ['budget']],
  ['attributaire-titulaire', ['existing_contract']],
  ['considerations-environnementales', ['environment']],
  ['duree-marche', ['duration']],
  ['calendrier-execution', ['deadline']],
  ['specification-technique', ['constraints', 'BRAND_WITHOUT_EQUIVALENT']],
  ['local', ['LOCAL_PREFERENCE']],
]);

/** Notions worth saying beside a form: not what a line says already. */
export function notionLines(form: Omit<Form, 'need'>, notions: readonly Notion[]): readonly FormLine[] {
  const text = sayForm(form).map(({ name, value }) => `${name} : ${value}`);
  const said = ` ${indexTerms(text.join('\n')).join(' ')} `;
  const isSaid = (label: string) => said.includes(` ${indexTerms(label).join(' ')} `);
  const told = new Set<string>(form.lines.flatMap(({ name, law = [] }) => [name, ...law.map(({ code }) => code)]));
  const beside = notions.filter(
    (notion) =>
      !notion.trade &&
      !notion.shown.some(isSaid) &&
      !(TOLD.get(notion.entry.id) ?? []).some((one) => told.has(one)) &&
      !isUnderWay([notion]),
  );
  if (beside.length === 0) return [];
  return [
    {
      name: 'notions',
      values: beside.map((notion) => ({ note: sayNotion(notion), notion: notion.entry.id })),
    },
  ];
}

function sayNotion({ entry, shown }: Notion): string {
  // A short number alone would read as a figure of the message.
  const article = entry.articles.find((code) => /^[LRD]\d{4}/.test(code));
  return article === undefined ? shown.join(', ') : `${shown.join(', ')} (${article})`;
}
