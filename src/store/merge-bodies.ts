import { sql } from 'kysely';
import { readSiret } from '../french/checksums.ts';
import { bodyName, isNumberAlone } from '../reserve/bodies.ts';
import type { Organisation } from '../reserve/reservist.ts';
import { organisationSchema } from '../reserve/reservist-schema.ts';
import type { Db } from './run.ts';

/**
 * Bodies that are one and the same become one: those of one SIRET, and one of a name that has no SIRET with the only one of that
 * name that has. Whatever named one of them names the one that stays.
 * @param andMore what names a body in tables that are younger than the migration that does this
 * @returns how many went
 */
export async function mergeBodies(
  db: Db,
  andMore: (db: Db, from: string, to: string) => Promise<void> = async () => undefined,
): Promise<number> {
  const rows = await db.selectFrom('organisations').select(['id', 'body']).orderBy('id').execute();
  const bodies = rows.flatMap(({ id, body }) => {
    const parsed = organisationSchema.safeParse(readJson(body));
    return parsed.success && parsed.data.id === id ? [parsed.data] : [];
  });
  const merged = mergedBodies(bodies);
  for (const body of merged.kept)
    await db
      .updateTable('organisations')
      .set({ body: JSON.stringify(body) })
      .where('id', '=', body.id)
      .execute();
  for (const [from, to] of merged.instead) {
    await rename(db, from, to);
    await andMore(db, from, to);
    await db.deleteFrom('organisations').where('id', '=', from).execute();
  }
  if (merged.kept.length > 0 || merged.instead.size > 0)
    await db
      .updateTable('reserve_stamp')
      .set((eb) => ({ changes: eb('changes', '+', 1) }))
      .execute();
  return merged.instead.size;
}

interface Merged {
  /** Those that stay and are written anew. */
  readonly kept: readonly Organisation[];
  /** Which one stands in the place of each that goes. */
  readonly instead: ReadonlyMap<string, string>;
}

/** Pure. */
export function mergedBodies(bodies: readonly Organisation[]): Merged {
  const numbered = new Map<string, Organisation[]>();
  const nameless: Organisation[] = [];
  for (const body of bodies) {
    // Nobody has confirmed that it is the body whose name it bears.
    if (body.declared !== undefined && body.siret === undefined) continue;
    // Those of a directory bore their number as their id, and nowhere else.
    const siret = body.siret ?? readSiret(body.id);
    if (siret === undefined) nameless.push(body);
    else numbered.set(siret, [...(numbered.get(siret) ?? []), { ...body, siret }]);
  }
  const joining: (readonly [Organisation[], Organisation])[] = [];
  for (const body of nameless) {
    const like = [...numbered.values()].filter((group) => group.some((one) => isSameName(one, body)));
    const [only] = like;
    if (only === undefined || like.length > 1) continue;
    // Two towns may bear one name: where nothing says which of them has the number, neither has.
    const rivals = nameless.some((one) => bodyName(one.name) === bodyName(body.name) && !isSameName(one, body));
    if (!rivals || only.some(({ territories }) => territories.length > 0)) joining.push([only, body]);
  }
  for (const [group, body] of joining) group.push(body);
  const before = new Map(bodies.map((body) => [body.id, JSON.stringify(body)]));
  const kept: Organisation[] = [];
  const instead = new Map<string, string>();
  for (const [siret, group] of numbered) {
    const first = group.find((one) => !isNumberAlone(one)) ?? group[0];
    if (first === undefined) continue;
    const territories = group.map((one) => one.territories).find((codes) => codes.length > 0) ?? [];
    const whole = { ...first, siret, territories: first.territories.length > 0 ? first.territories : territories };
    if (JSON.stringify(whole) !== before.get(whole.id)) kept.push(whole);
    for (const { id } of group) if (id !== first.id) instead.set(id, first.id);
  }
  return { kept, instead };
}

function isSameName(one: Organisation, other: Organisation): boolean {
  if (isNumberAlone(one) || isNumberAlone(other) || bodyName(one.name) !== bodyName(other.name)) return false;
  const [some, more] = [one.territories, other.territories];
  return some.length === 0 || more.length === 0 || some.some((code) => more.includes(code));
}

/** Where a body's id stands inside JSON, and the columns by which a row is found again. */
const IN_JSON = [
  ['people', ['id']],
  ['reservists', ['id']],
  ['case_events', ['case_id', 'version']],
  ['outbox', ['id']],
  ['briefs', ['case_id']],
  ['agreement_events', ['agreement', 'version']],
  ['platform_notes', ['platform', 'kind', 'key']],
  ['training_learners', ['person']],
  ['training_attestations', ['id']],
  ['training_letters', ['id']],
  ['training_queue', ['id']],
] as const;
const IN_COLUMNS = ['cases', 'training_progress'] as const;

async function rename(db: Db, from: string, to: string): Promise<void> {
  for (const table of IN_COLUMNS)
    await sql`update ${sql.table(table)} set organisation = ${to} where organisation = ${from}`.execute(db);
  for (const [table, key] of IN_JSON) {
    const columns = sql.join(key.map((column) => sql.ref(column)));
    // What the pattern lets through besides is left as it is below.
    const pattern = /[\\"]/.test(from) ? '%' : `%${from}%`;
    const rows = await sql<
      Record<string, unknown>
    >`select ${columns}, body from ${sql.table(table)} where body like ${pattern}`.execute(db);
    for (const { body, ...row } of rows.rows) {
      const before = readJson(String(body));
      const renamed = before instanceof Error ? body : JSON.stringify(renamedIn(before, from, to));
      if (renamed === body) continue;
      const isRow = sql.join(
        Object.entries(row).map(([column, value]) => sql`${sql.ref(column)} = ${value}`),
        sql` and `,
      );
      await sql`update ${sql.table(table)} set body = ${renamed} where ${isRow}`.execute(db);
    }
  }
}

/** The id alone, where a body is named: a word of somebody's text that happens to be the same is left. */
function renamedIn(value: unknown, from: string, to: string): unknown {
  if (Array.isArray(value)) return value.map((one) => renamedIn(one, from, to));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inside]) => {
      if (key === 'organisation' && inside === from) return [key, to];
      if (key === 'organisations' && Array.isArray(inside))
        return [key, [...new Set(inside.map((one: unknown) => (one === from ? to : one)))]];
      return [key, renamedIn(inside, from, to)];
    }),
  );
}

/** What cannot be read is left as it is: whoever reads it says so. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
}
