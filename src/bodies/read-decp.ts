import { Parser } from 'htmlparser2';
import { DateTime } from 'luxon';
import { z } from 'zod';
import { parisDay } from '../days/iso-date.ts';
import { withoutEnd } from '../french/ends.ts';
import { ownValue } from '../own-value.ts';
import { err, ok, type Result } from '../result.ts';
import type { BodyRow } from './body-table.ts';

/*
 * Essential data of public contracts as a body publishes them: the regulatory schema of the order of 22 December 2022 («format
 * commande publique», version 2: marches → marche → objet, codeCPV, dureeMois, dateNotification, montant, titulaires → titulaire,
 * modifications → modification), and the older form, where the lists hold no inner name. Read as proposals: who buys and how a
 * thing is ordered are not in them.
 */

/** A number as some platforms write it, between quotes. */
const number = z.coerce.number().min(0).optional().catch(undefined);
const text = z.string().trim().min(1).optional().catch(undefined);
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}/)
  .transform((said) => said.slice(0, 10));
const named = z.looseObject({ id: z.coerce.string().optional(), denominationSociale: text });
/** `[{titulaire: {…}}]`, `{titulaire: […]}` or `[{…}]`: one list. */
const inner = (name: string) =>
  z.preprocess((given) => {
    const all = [given].flat().filter((one) => one !== undefined && one !== null && one !== '');
    return all.flatMap((one) => {
      const held =
        typeof one === 'object' && one !== null && Object.hasOwn(one, name)
          ? Object.entries(one).find(([key]) => key === name)?.[1]
          : one;
      return [held].flat();
    });
  }, z.array(z.unknown()));

const contractSchema = z.looseObject({
  id: z.coerce.string().optional(),
  acheteur: z.looseObject({ id: z.coerce.string() }).optional(),
  objet: z.string().trim().min(1),
  codeCPV: text,
  dureeMois: number,
  dateNotification: day,
  montant: number,
  nature: text,
  techniques: inner('technique'),
  titulaires: inner('titulaire'),
  modifications: inner('modification'),
});
const changeSchema = z.looseObject({ dureeMois: number, montant: number, titulaires: inner('titulaire') });

/** Those of the body that are not over on that day, the first to end first. @returns why it is none of that, else */
export function readDecp(
  source: string,
  { siret, now }: { readonly siret: string | undefined; readonly now: Date },
): Result<readonly BodyRow[], string> {
  const published = readMarches(source.replace(/^\uFEFF/, ''));
  if (!published.ok) return published;
  const today = parisDay(now);
  const rows = published.value.flatMap((one) => {
    const read = contractSchema.safeParse(one);
    if (!read.success) return [];
    const { acheteur } = read.data;
    // Establishments of one body share the nine figures of its SIREN.
    if (siret !== undefined && acheteur !== undefined && acheteur.id.slice(0, 9) !== siret.slice(0, 9)) return [];
    const row = proposed(read.data);
    return row?.contract !== undefined && row.contract.until >= today ? [row] : [];
  });
  return ok(rows.toSorted((a, b) => ((a.contract?.until ?? '') < (b.contract?.until ?? '') ? -1 : 1)));
}

const LONGEST = 600;

function proposed({ objet, codeCPV, dateNotification, ...one }: z.infer<typeof contractSchema>): BodyRow | undefined {
  const changes = one.modifications.flatMap((change) => changeSchema.safeParse(change).data ?? []);
  const latest = <T>(first: T, of: (change: (typeof changes)[number]) => T | undefined): T =>
    changes.reduce<T>((before, change) => of(change) ?? before, first);
  const months = latest(one.dureeMois, ({ dureeMois }) => dureeMois);
  if (months === undefined) return undefined;
  const holders = latest(one.titulaires, ({ titulaires }) => (titulaires.length > 0 ? titulaires : undefined));
  const names = holders.flatMap((holder) => {
    const { denominationSociale, id } = named.safeParse(holder).data ?? {};
    return denominationSociale ?? (id === undefined ? [] : `SIRET ${id}`);
  });
  const last = DateTime.fromISO(dateNotification, { zone: 'utc' }).plus({ months }).minus({ days: 1 }).toISODate();
  if (last === null) return undefined;
  const isFramework = [...one.techniques, one.nature].some((said) => /^accord-cadre/i.test(String(said ?? '')));
  const ceiling = isFramework ? latest(one.montant, ({ montant }) => montant) : undefined;
  const code = /^(\d{8})/.exec(codeCPV ?? '')?.[1];
  return {
    cpv: code === undefined ? [] : [withoutEnd(code, '0').padEnd(2, '0')],
    contract: {
      title: objet.slice(0, LONGEST),
      holder: names.length > 0 ? names.join(', ').slice(0, LONGEST) : '?',
      until: last,
      ...(ceiling === undefined ? {} : { ceiling }),
    },
  };
}

function readMarches(source: string): Result<readonly unknown[], string> {
  if (/^\s*</.test(source.slice(0, 200))) return ok(xmlMarches(source));
  try {
    const read: unknown = JSON.parse(source);
    const marches = typeof read === 'object' && read !== null && 'marches' in read ? read.marches : read;
    return ok(inner('marche').parse(marches));
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error));
  }
}

type Held = Record<string, unknown>;

/** Each `marche` of the XML form as the JSON form has it; what is repeated is a list. */
function xmlMarches(source: string): readonly unknown[] {
  const found: Held[] = [];
  const open: { readonly name: string; readonly held: Held; text: string }[] = [];
  const parser = new Parser(
    {
      onopentag: (name) => {
        if (open.length > 0 || name === 'marche') open.push({ name, held: {}, text: '' });
      },
      ontext: (said) => {
        const last = open.at(-1);
        if (last !== undefined) last.text += said;
      },
      onclosetag: (name) => {
        const last = open.at(-1);
        if (last?.name !== name) return;
        open.pop();
        const parent = open.at(-1);
        if (parent === undefined) found.push(last.held);
        else put(parent.held, name, Object.keys(last.held).length > 0 ? last.held : last.text.trim());
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(source);
  return found;
}

function put(held: Held, name: string, value: unknown): void {
  const before = ownValue(held, name);
  Object.defineProperty(held, name, {
    value: before === undefined ? value : [before, value].flat(),
    enumerable: true,
    configurable: true,
    writable: true,
  });
}
