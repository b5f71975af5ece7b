import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { composeLocal } from '../../../../scripts/compose-local.ts';
import { loadConfig } from '../../../../src/config/config.ts';
import { readLocalRules } from '../../../../src/rules/local/local-rules.ts';

const HEAD = 'titre: règlement\ndate: 2026-01-15\n';

/** «6 delais.0.jours»: where each mistake is. */
function placesIn(text: string): readonly string[] {
  const read = readLocalRules(text, 'regles.yaml');
  return read.ok ? [] : read.error.map(({ line, field }) => `${line} ${field}`);
}

function messageOf(text: string): string {
  const read = readLocalRules(text, 'regles.yaml');
  return read.ok ? '' : read.error.map(({ message }) => message).join('\n');
}

describe('the file of a body’s own rules', () => {
  it('is read as the example of the documentation writes it', () => {
    const read = readLocalRules(readFileSync('docs/regles-internes.yaml', 'utf8'), 'regles-internes.yaml');
    expect(read).toMatchObject({
      ok: true,
      value: {
        title: 'règlement interne des achats',
        date: '2026-01-15',
        print: expect.stringMatching(/^[\da-f]{8}$/),
      },
    });
    if (read.ok) expect(read.value.competition.map(({ a_partir_de }) => a_partir_de)).toEqual([500, 3000, 40_000]);
  });

  it('is told apart from another state of it', () => {
    const [one, other] = ['art. 1', 'art. 2'].map((article) => {
      const read = readLocalRules(`${HEAD}signature:\n  - qui: moi\n    article: ${article}\n`, 'regles.yaml');
      return read.ok ? read.value.print : undefined;
    });
    expect(one).not.toBe(other);
  });

  it('tells every mistake at once, each at its line and field', () => {
    const text = `titre: ''
date: 15/01/2026
mise_en_concurrence:
  - a_partir_de: 3 000 €
    devis: 0
    article: art. 4
  - procedur: adaptee
    devis: 3
signature:
  - a_partir_de: -1
    article: art. 6
delais:
  - etape: reunion
    jours: 2.5
    article: art. 9
seuils: []
`;
    expect(new Set(placesIn(text))).toEqual(
      new Set([
        '1 titre',
        '2 date',
        '4 mise_en_concurrence.0.a_partir_de',
        '5 mise_en_concurrence.0.devis',
        '7 mise_en_concurrence.1.procedur',
        '7 mise_en_concurrence.1.article',
        '10 signature.0.a_partir_de',
        '10 signature.0.qui',
        '13 delais.0.etape',
        '14 delais.0.jours',
        '16 seuils',
      ]),
    );
  });

  it.each([
    [
      'quotes and a procedure in one level',
      'mise_en_concurrence:\n  - devis: 3\n    procedure: adaptee\n    article: a\n',
      'pas les deux',
    ],
    ['a level that wants nothing', 'mise_en_concurrence:\n  - article: a\n', 'l’un des deux'],
    [
      'a written procedure',
      'mise_en_concurrence:\n  - procedure: adaptee\n    ecrits: true\n    article: a\n',
      'ne va qu’avec',
    ],
    [
      'two signatures for one sum',
      'signature:\n  - qui: a\n    article: a\n  - qui: b\n    natures: [travaux]\n    article: b\n',
      'n’en gardez qu’un',
    ],
    ['no level at all', '', 'au moins une des listes'],
    ['an empty list', 'signature: []\n', 'un palier au moins'],
    ['a misspelt nature', 'signature:\n  - qui: a\n    natures: [travau]\n    article: a\n', 'services_specifiques'],
    ['a list that is a text', 'conduite: le service des achats\n', 'un tiret par palier'],
  ])('refuses %s and says what to write', (_, text, said) => {
    expect(messageOf(`${HEAD}${text}`)).toContain(said);
  });

  it.each([
    ['nothing', ''],
    ['a sentence', 'trois devis dès 3 000 €'],
    ['what is no YAML', 'titre: [\n'],
    ['a field twice', `${HEAD}titre: autre\n`],
  ])('refuses %s', (_, text) => {
    expect(placesIn(text).length).toBeGreaterThan(0);
  });

  it('lets two natures have their own level at the same sum', () => {
    const text = `${HEAD}signature:\n  - qui: a\n    natures: [services]\n    article: a\n  - qui: b\n    natures: [travaux]\n    article: b\n`;
    expect(messageOf(text)).toBe('');
  });
});

describe('a start with local rules', () => {
  it('has none unless a file is named', () => {
    expect(composeLocal(loadConfig({}))('21350001900017')).toBeUndefined();
  });

  it('says which file could not be read, and by which variable it was named', () => {
    const config = loadConfig({ TRUCHEMENT_LOCAL_RULES: 'tests/nulle-part.yaml' });
    expect(() => composeLocal(config)).toThrow(/TRUCHEMENT_LOCAL_RULES.*tests\/nulle-part\.yaml/);
  });

  it('names every mistake of it', () => {
    expect(() => composeLocal({ localRules: 'package.json', body: undefined })).toThrow(/titre.*\n.*date/);
  });

  it('are each body’s own, by its SIREN, and no other’s', () => {
    const folder = mkdtempSync(join(tmpdir(), 'truchement-rules-'));
    const example = readFileSync('docs/regles-internes.yaml', 'utf8');
    writeFileSync(join(folder, 'a.yaml'), `siret: "21350001900017"\n${example}`);
    writeFileSync(join(folder, 'b.yaml'), example.replace('règlement interne des achats', 'guide du département'));
    const body = { siret: '22350001800013', name: undefined };
    const of = composeLocal({ localRules: folder, body });
    expect(of('21350001900025')?.title).toBe('règlement interne des achats');
    expect(of(body.siret)?.title).toBe('guide du département');
    expect([of('13002220500012'), of(undefined)]).toEqual([undefined, undefined]);
    expect(() => composeLocal({ localRules: folder, body: undefined })).toThrow(/b\.yaml:1 \[siret\]/);
    rmSync(folder, { recursive: true });
  });
});
