import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { mergeRows, readTableFile } from '../../../src/bodies/keep-table.ts';
import { readDecp } from '../../../src/bodies/read-decp.ts';
import { readRow, readTable, typedOf, writeTable, writeTemplate } from '../../../src/bodies/read-rows.ts';
import { readCsvCells } from '../../../src/documents/read-cells.ts';
import { vallonRows } from '../../fixtures/bodies/vallon.ts';

const now = () => new Date('2026-11-28T09:00:00Z');
const parts = { knowsCpv: (digits: string) => !digits.startsWith('99'), now };
const fileOf = (text: string) => readTableFile(Buffer.from(text), parts, '21350001900017');

const table = (text: string) => {
  const cells = readCsvCells(text);
  return cells.ok ? readTable(cells.value, parts.knowsCpv) : cells;
};

describe('the file of a body’s table', () => {
  it('says each fault with its line, in French, and keeps nothing then', () => {
    const read = table(
      [
        'famille;cpv;acheteur;suppléant;marché;titulaire;fin;plafond HT',
        'mobilier;39;Nadia;;Chaises;;31/02/2027;beaucoup',
        ';;;;;;;',
        'repas;99;;;;;;',
        'repas;abc;;Paul;;Toque;;',
        'mobilier;39;Nadia;;Tables;Bois;31/12/2027;1 000,50 €',
        'mobilier;39;Nadia;;Tables;Bois;31/12/2028;',
      ].join('\n'),
    );
    expect(read.ok).toBe(false);
    const faults = read.ok || !Array.isArray(read.error) ? [] : read.error;
    expect(faults.map(({ line, column }) => `${line} ${column}`)).toEqual([
      '2 fin',
      '2 plafond HT',
      '2 titulaire',
      '4 cpv',
      '4 acheteur',
      '5 cpv',
      '5 titulaire',
      '5 acheteur',
      '5 suppléant',
      '7 marché',
    ]);
  });

  it('refuses a column that nobody knows, and says which are known', () => {
    const read = table('famille;achteur\nmobilier;Nadia');
    expect(read).toMatchObject({
      ok: false,
      error: [
        { line: 1, column: 'achteur' },
        { line: 1, column: 'acheteur' },
      ],
    });
  });

  it('comes back as it went out, its template too', () => {
    const rows = vallonRows();
    expect(table(writeTable(rows))).toEqual({ ok: true, value: rows });
    expect(table(writeTemplate())).toMatchObject({ ok: true, value: [{ cpv: ['3916'], contract: { used: 41_500 } }] });
  });

  it('takes whatever is typed without throwing, and any row that it takes comes back', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('3916', '31/12/2027', '=1+1', '90 000', 'Nadia; Paul', ''));
    fc.assert(
      fc.property(
        fc.record({ family: cell, cpv: cell, buyer: cell, title: cell, holder: cell, until: cell }),
        (typed) => {
          const row = readRow(typed, () => true);
          if (row.ok) expect(readRow(typedOf(row.value), () => true)).toEqual(row);
        },
      ),
    );
  });

  it('is read from a workbook as from a CSV', async () => {
    const rows = [
      ['famille', 'acheteur', 'marché', 'titulaire', 'fin', 'plafond HT'],
      ['mobilier', 'Nadia', 'Chaises', 'Bois', '31/12/2027', 90_000],
    ];
    const read = await readTableFile(workbook(rows), parts, undefined);
    expect(read).toMatchObject({
      ok: true,
      value: { from: 'table', rows: [{ buyer: 'Nadia', contract: { until: '2027-12-31', ceiling: 90_000 } }] },
    });
    const broken = await readTableFile(Buffer.from('PK\u0003\u0004 no archive'), parts, undefined);
    expect(broken).toMatchObject({ ok: false, error: [{ line: 1 }] });
  });

  it('merged, completes a contract that is there and leaves the others', () => {
    const [chairs, cleaning] = vallonRows();
    if (chairs?.contract === undefined || cleaning === undefined) throw new Error('the made table has changed');
    const { title, holder, until } = chairs.contract;
    const merged = mergeRows([chairs, cleaning], [{ cpv: [], contract: { title, holder, until, used: 50_000 } }]);
    expect(merged).toHaveLength(2);
    expect(merged[0]).toEqual({ ...chairs, contract: { ...chairs.contract, used: 50_000 } });
  });
});

const MARCHE = {
  id: '2025F01',
  acheteur: { id: '21350001900025' },
  nature: 'Marché',
  objet: 'Fourniture de mobilier scolaire',
  codeCPV: '39160000-1',
  techniques: { technique: ['Accord-cadre'] },
  dureeMois: 24,
  dateNotification: '2025-09-01',
  montant: 90_000,
  titulaires: [{ titulaire: { id: '55204599900869', typeIdentifiant: 'SIRET' } }],
  modifications: [{ modification: { id: 1, dureeMois: 36, montant: 120_000 } }],
};

describe('published essential data', () => {
  it('are proposals: what is in force, with its last day, its ceiling and its holder’s number', async () => {
    const read = await fileOf(JSON.stringify({ marches: { marche: [MARCHE, { ...MARCHE, objet: '' }, 3] } }));
    expect(read).toEqual({
      ok: true,
      value: {
        from: 'published',
        rows: [
          {
            cpv: ['3916'],
            contract: {
              title: 'Fourniture de mobilier scolaire',
              holder: 'SIRET 55204599900869',
              until: '2028-08-31',
              ceiling: 120_000,
            },
          },
        ],
      },
    });
  });

  it('of another body, or over, or without a length, are left out', () => {
    const rows = [
      { ...MARCHE, acheteur: { id: '13002220500012' } },
      { ...MARCHE, dateNotification: '2020-01-01' },
      { ...MARCHE, dureeMois: undefined, modifications: [] },
    ];
    const own = { siret: '21350001900017', now: now() };
    expect(readDecp(JSON.stringify({ marches: rows }), own)).toEqual({ ok: true, value: [] });
  });

  it('are the same in the XML form, and in the older one', () => {
    const xml = `<?xml version="1.0"?><marches><marche><id>1</id><acheteur><id>21350001900025</id></acheteur>
      <objet>Nettoyage &amp; vitrerie</objet><codeCPV>90910000-9</codeCPV><dureeMois>24</dureeMois>
      <dateNotification>2026-01-01</dateNotification><montant>10</montant>
      <titulaires><titulaire><id>1</id><denominationSociale>Propre</denominationSociale></titulaire></titulaires></marche></marches>`;
    const own = { siret: '21350001900017', now: now() };
    const row = { cpv: ['9091'], contract: { title: 'Nettoyage & vitrerie', holder: 'Propre', until: '2027-12-31' } };
    expect(readDecp(xml, own)).toEqual({ ok: true, value: [row] });
    const older = [
      {
        ...MARCHE,
        techniques: undefined,
        modifications: undefined,
        titulaires: [{ id: 1, denominationSociale: 'Bois' }],
      },
    ];
    expect(readDecp(JSON.stringify({ marches: older }), own)).toMatchObject({
      value: [{ contract: { holder: 'Bois', until: '2027-08-31' } }],
    });
  });

  it('that are anything else are a fault or nothing, never a throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string(), fc.constant('<marches><marche><objet>')), (text) => {
        expect(typeof readDecp(text, { siret: undefined, now: now() }).ok).toBe('boolean');
      }),
    );
  });
});

/** The least that a spreadsheet program writes: one sheet, its texts beside their cells. */
function workbook(rows: readonly (readonly (string | number)[])[]): Buffer {
  const cells = (row: readonly (string | number)[], at: number) =>
    row.map((value, column) => {
      const place = `${String.fromCharCode(65 + column)}${at + 1}`;
      return typeof value === 'number'
        ? `<c r="${place}"><v>${value}</v></c>`
        : `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`;
    });
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const sheet = rows.map((row, at) => `<row r="${at + 1}">${cells(row, at).join('')}</row>`).join('');
  const files = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Table" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
  };
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))));
}
