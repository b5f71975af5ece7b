import { beforeEach, describe, expect, it } from 'vitest';
import type { OwnTable, Tables } from '../../../src/bodies/port/tables.ts';
import { readXlsxCells } from '../../../src/documents/read-cells.ts';
import { vallon, vallonRows } from '../../fixtures/bodies/vallon.ts';
import { mustBe } from '../../fixtures/network.ts';

let tables: Tables;
beforeEach(() => {
  tables = vallon().tables;
});
const own = async (by = 'nadia'): Promise<OwnTable> => mustBe(await tables.own(by));
const CHAIRS = { family: 'chaises longues', buyer: 'Nadia Ferrand' };

describe('the page of a body’s table', () => {
  it('is read by its members and kept by those who buy; anybody else has none of it', async () => {
    expect(await own('anne')).toMatchObject({ body: 'Vallon', keeps: false });
    expect(await own('nadia')).toMatchObject({ keeps: true, version: 1 });
    expect(await own('bob')).toMatchObject({ rows: [], keeps: false });
    expect(await tables.own('nobody')).toEqual({ ok: false, error: { kind: 'no_member' } });
    const [first] = (await own()).rows;
    for (const by of ['anne', 'bob']) {
      const refused = { ok: false, error: { kind: 'not_keeper' } };
      expect(await tables.save(by, undefined, CHAIRS)).toEqual(refused);
      expect(await tables.remove(by, first?.id ?? '')).toEqual(refused);
      expect(await tables.read(by, Buffer.from('famille;acheteur\nx;y'), 'replace')).toEqual(refused);
      expect(await tables.put(by, 'famille;acheteur\nx;y', 'replace', 1)).toEqual(refused);
      expect(await tables.propose(by, '')).toEqual(refused);
    }
    expect((await own()).version).toBe(1);
    const file = mustBe(await tables.file('bob', 'csv'));
    expect(Buffer.from(file.bytes).toString()).not.toMatch(/Ferrand/);
  });

  it('says which contract is over, ends soon, or has used its ceiling', async () => {
    const said = (await own()).rows.flatMap(({ row, warnings }) =>
      warnings.length > 0 ? [[row.contract?.until, ...warnings]] : [],
    );
    expect(said.some((one) => one.includes('over'))).toBe(true);
    expect(said.some((one) => one.includes('nearly_used'))).toBe(true);
    const typed = { title: 'Gants', holder: 'X', until: '30/04/2027', ceiling: '10', used: '10' };
    const { rows } = mustBe(await tables.save('nadia', undefined, typed));
    expect(rows.at(-1)?.warnings).toEqual(['ending', 'used_up']);
  });

  it('has a row added once, changed, and taken out, by what it said when it was looked at', async () => {
    const before = (await own()).rows.length;
    await tables.save('nadia', undefined, CHAIRS);
    const twice = mustBe(await tables.save('nadia', undefined, CHAIRS));
    expect(twice.rows).toHaveLength(before + 1);
    const [one, other] = twice.rows;
    // Two look at one table; each changes a row, and both changes stay.
    await tables.save('nadia', one?.id, { ...one?.typed, team: 'Moyens généraux' });
    const both = mustBe(await tables.save('nadia', other?.id, { ...other?.typed, substitute: 'Anne' }));
    expect(both.rows[0]?.typed.team).toBe('Moyens généraux');
    expect(both.rows[1]?.typed.substitute).toBe('Anne');
    // The row that was looked at is another one now.
    expect(await tables.save('nadia', one?.id, CHAIRS)).toMatchObject({ ok: true });
    expect(await tables.remove('nadia', one?.id ?? '')).toEqual({ ok: false, error: { kind: 'stale' } });
    const left = mustBe(await tables.remove('nadia', both.rows.at(-1)?.id ?? ''));
    expect(left.rows).toHaveLength(before);
    const wrong = await tables.save('nadia', undefined, { family: 'x', until: '31/02/2027' });
    expect(!wrong.ok && wrong.error.kind).toBe('row_refused');
  });

  it('shows what a file would change before anything is kept, and keeps it on the table that was looked at', async () => {
    const csv = Buffer.from(mustBe(await tables.file('nadia', 'csv')).bytes).toString();
    const more = `${csv.replace('41500', '52000')}rideaux;;Nadia;;;;;;;;;\r\n`;
    const read = mustBe(await tables.read('nadia', Buffer.from(more), 'merge'));
    if (read.kind !== 'preview') throw new Error(read.kind);
    expect(read.added.map(({ family }) => family)).toEqual(['rideaux']);
    expect(read.changed.map(({ before, after }) => [before.used, after.used])).toEqual([['41500', '52000']]);
    expect(read.removed).toEqual([]);
    expect((await own()).version).toBe(1);
    const replaced = mustBe(await tables.read('nadia', Buffer.from('famille;acheteur\nrideaux;Nadia'), 'replace'));
    expect(replaced.kind === 'preview' && replaced.removed.length).toBe(vallonRows().length);
    const kept = mustBe(await tables.put('nadia', read.rows, 'merge', read.on));
    expect(kept.version).toBe(2);
    expect(await tables.put('nadia', read.rows, 'merge', read.on)).toEqual({ ok: false, error: { kind: 'stale' } });
    expect(await tables.put('nadia', 'n’importe quoi', 'replace', 2)).toMatchObject({
      error: { kind: 'file_refused' },
    });
    const bad = await tables.read('nadia', Buffer.from('famille;acheteur;fin\nx;y;hier'), 'merge');
    expect(!bad.ok && bad.error).toMatchObject({
      kind: 'file_refused',
      faults: [{ line: 2, column: 'fin' }, { line: 2 }],
    });
  });

  it('proposes published contracts one by one, and no more what was accepted', async () => {
    const one = (objet: string) => ({
      id: objet,
      acheteur: { id: '21350360000016' },
      objet,
      codeCPV: '39160000-1',
      dureeMois: 24,
      dateNotification: '2026-06-01',
      titulaires: [{ titulaire: { id: '12345678900011' } }],
    });
    const file = Buffer.from(JSON.stringify({ marches: { marche: [one('Luges'), one('Skis')] } }));
    const read = mustBe(await tables.read('nadia', file, 'merge'));
    if (read.kind !== 'proposals') throw new Error(read.kind);
    expect(read.proposed.map(({ typed }) => typed.title).toSorted()).toEqual(['Luges', 'Skis']);
    expect((await own()).version).toBe(1);
    const luges = read.proposed.find(({ typed }) => typed.title === 'Luges');
    await tables.save('nadia', undefined, { ...luges?.typed, buyer: 'Nadia Ferrand' });
    const left = mustBe(await tables.propose('nadia', read.rows));
    expect(left.proposed.map(({ typed }) => typed.title)).toEqual(['Skis']);
  });

  it('goes out as a workbook that comes back the same', async () => {
    const { name, bytes } = mustBe(await tables.file('anne', 'xlsx'));
    expect(name).toBe('qui-achete-quoi.xlsx');
    const cells = mustBe(await readXlsxCells(Buffer.from(bytes)));
    expect(cells[0]?.cells.slice(0, 3)).toEqual(['famille', 'cpv', 'acheteur']);
    const again = mustBe(await tables.read('nadia', Buffer.from(bytes), 'replace'));
    expect(again).toMatchObject({ kind: 'preview', added: [], changed: [], removed: [] });
  });
});
