import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../../src/corpus/problem.ts';
import { readCorpus } from '../../../src/corpus/read-corpus.ts';
import { copyOfCorpus, FIXTURE_CORPUS, PETIT_ACHAT, spoil } from '../../fixtures/corpus-copy.ts';
import { realReading } from '../../fixtures/real-corpus.ts';

describe('a good corpus', () => {
  const { corpus, problems } = readCorpus(FIXTURE_CORPUS);

  it('is read without a problem, every field of a fiche with it', () => {
    expect(problems).toEqual([]);
    expect(corpus.modules.map(({ id }) => id)).toEqual(['seuils']);
    expect(corpus.lexicon.map(({ id }) => id)).toEqual(['devis']);
    expect(corpus.boundaries.map(({ id }) => id)).toEqual(['recettes']);
    const fiche = corpus.fiches.find(({ id }) => id === 'petit-achat');
    expect(fiche).toMatchObject({ module: 'seuils', file: PETIT_ACHAT, related: ['petits-travaux'] });
    expect(fiche?.questions.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual([
      'signer-direct oui',
      'plafond valeur',
    ]);
    expect(fiche?.questions[0]?.answer.service).toContain('{{seuil.dispense.fournitures_services}}');
    expect(fiche?.questions[0]?.said).toContain('on a un petit achat de mobilier, quelle est la règle');
    expect(fiche?.read).toMatchObject([{ article: 'R2122-8', as: 'whole' }]);
    expect(Object.values(fiche?.sections ?? {}).every((text) => text.length > 10)).toBe(true);
  });

  it('reads windows line ends alike', () => {
    const folder = copyOfCorpus();
    writeFileSync(join(folder, PETIT_ACHAT), readFixture(PETIT_ACHAT).replace(/\n/g, '\r\n'));
    expect(readCorpus(folder).problems).toEqual([]);
  });
});

describe('the knowledge folder', () => {
  it('has no problem', () => {
    const { corpus, problems } = realReading;
    expect(problems.map(formatProblem)).toEqual([]);
    expect(corpus.fiches.length).toBeGreaterThan(200);
  });
});

describe('a defect is named with its file, line and field', () => {
  const cases: readonly (readonly [
    name: string,
    file: string,
    from: string,
    to: string,
    field: string,
    message: RegExp,
    /** How many lines after the change the reader can first tell. */
    after?: number,
  ])[] = [
    ['a bad date', PETIT_ACHAT, 'verified_on: 2026-11-24', 'verified_on: 2026-02-30', 'verified_on', /not a date/],
    [
      'a review before the check',
      PETIT_ACHAT,
      'review_before: 2027-11-24',
      'review_before: 2026-11-24',
      'review_before',
      /after verified_on/,
    ],
    [
      'an unknown related id',
      PETIT_ACHAT,
      'related: [petits-travaux]',
      'related: [nulle-part]',
      'related',
      /nulle-part/,
    ],
    ['an unknown field', PETIT_ACHAT, 'depends_on: [objet, montant]', 'depends_on: [couleur]', 'depends_on.0', /objet/],
    [
      'an unknown figure key in prose',
      PETIT_ACHAT,
      "Sous {{seuil.dispense.fournitures_services}}, l'achat",
      "Sous {{seuil.inconnu}}, l'achat",
      'En bref',
      /seuil\.inconnu/,
    ],
    [
      'an unknown figure key in the answer to a question',
      PETIT_ACHAT,
      'service: "Oui, sous {{seuil.dispense.fournitures_services}}',
      'service: "Oui, sous {{seuil.perdu}}',
      'questions.signer-direct.answer.service',
      /seuil\.perdu/,
    ],
    [
      'a key with a bad day',
      PETIT_ACHAT,
      '{{seuil.dispense.fournitures_services@2026-03-31}}',
      '{{seuil.dispense.fournitures_services@2026-13-31}}',
      'Pour l’acheteur',
      /2026-13-31/,
    ],
    [
      'a legal figure written out in digits',
      PETIT_ACHAT,
      'Demandez le total',
      'Sous 60 000 € HT, demandez le total',
      'Pour le service',
      /60 000 €.*looks like a legal figure/,
    ],
    [
      'a legal figure written out in words',
      PETIT_ACHAT,
      '- Comparer un seul',
      '- Payer sous trente jours. Comparer un seul',
      'Pièges',
      /trente jours/,
    ],
    ['an empty section', PETIT_ACHAT, '- Comparer un seul devis au seuil.', '', 'Pièges', /missing or empty/, 1],
    ['an unknown section', PETIT_ACHAT, '## Pièges', '## Astuces', 'Astuces', /unknown section/],
    ['a section that stands twice', PETIT_ACHAT, '## Exemple', '## Pièges', 'Pièges', /stands twice/],
    ['an id that is not the file name', PETIT_ACHAT, 'id: petit-achat', 'id: gros-achat', 'id', /petit-achat/],
    ['YAML that is none', PETIT_ACHAT, 'facts: [F001]', 'facts: [F001', 'yaml', /./, 1],
    ['no front matter', PETIT_ACHAT, '---\nid', 'id', 'front matter', /three hyphens/],
    ['no question', PETIT_ACHAT, 'questions:\n  - id', 'questions: []\nother:\n  - id', 'questions', /at least one/],
    ['a module field', 'modules/seuils/module.yaml', 'order: 1', 'order: none', 'order', /number/],
    ['a figure without unit', 'figures.yaml', 'unit: EUR', 'unit: POUNDS', '0.unit', /EUR/],
    [
      'a figure key twice',
      'figures.yaml',
      '- key: seuil.dispense.travaux',
      '- key: seuil.dispense.fournitures_services',
      'seuil.dispense.fournitures_services.key',
      /already defined/,
    ],
    [
      'a lexicon fiche that is not there',
      'lexicon/base.yaml',
      'fiche: petit-achat',
      'fiche: absente',
      'devis.fiche',
      /absente/,
    ],
    [
      'a lexicon concept cut short',
      'lexicon/base.yaml',
      'achat: { preferred: offre, hidden: [ofre] }',
      'achat: {}',
      '0.achat.preferred',
      /string/,
    ],
    [
      'an expression of a concept that cannot be read',
      'lexicon/base.yaml',
      '  fiche: petit-achat',
      '  gloss: [{ plain: le prix, says: [offre], context: ["(prix"] }]\n  fiche: petit-achat',
      'devis.gloss.0.context.0',
      /«\(prix» cannot be read: a bracket is not closed/,
    ],
    [
      'a turn of a concept that cannot be read',
      'lexicon/base.yaml',
      '  fiche: petit-achat',
      '  cues: [{ say: [devis, "… prix"], right: [Un devis.] }]\n  fiche: petit-achat',
      'devis.cues.0.say.1',
      /«… prix» cannot be read: cannot start with/,
    ],
    [
      'a reason that is none',
      'perimeter/dehors.yaml',
      'reason: out_of_scope',
      'reason: because',
      '0.reason',
      /out_of_scope/,
    ],
    [
      'a perimeter fiche that is not there',
      'perimeter/dehors.yaml',
      '  next: "Demandez',
      '  fiches: [absente]\n  next: "Demandez',
      'recettes.fiches',
      /absente/,
    ],
  ];

  const named = cases.map(([name, file, from, to, field, message, after = 0]) => ({
    name,
    file,
    from,
    to,
    field,
    message,
    after,
  }));
  it.each(named)('$name', ({ file, from, to, field, message, after }) => {
    const folder = copyOfCorpus();
    const line = spoil(folder, file, from, to);
    const found = readCorpus(folder).problems.filter((problem) => problem.file === file && problem.field === field);
    expect(found.map((problem) => problem.message).join('\n')).toMatch(message);
    expect(found.map((problem) => problem.line)).toContain(line + after);
  });

  it('allows amounts in the example and in what people ask', () => {
    const folder = copyOfCorpus();
    spoil(folder, PETIT_ACHAT, '31 000 € HT de mobilier', '31 000 € HT de mobilier, livré en trente jours');
    spoil(folder, PETIT_ACHAT, 'cest toujours 40 000 euros', 'cest toujours 90 000 euros');
    expect(readCorpus(folder).problems).toEqual([]);
  });

  it('an id twice', () => {
    const folder = copyOfCorpus();
    mkdirSync(join(folder, 'modules/zz'));
    writeFileSync(join(folder, 'modules/zz/module.yaml'), readFixture('modules/seuils/module.yaml'));
    writeFileSync(join(folder, 'modules/zz/petit-achat.md'), readFixture(PETIT_ACHAT));
    expect(readCorpus(folder).problems.map(formatProblem)).toEqual([
      `modules/zz/petit-achat.md:2 [id] the id petit-achat is already that of ${PETIT_ACHAT}`,
    ]);
  });

  it('a concept and a theme defined twice', () => {
    const folder = copyOfCorpus();
    writeFileSync(join(folder, 'lexicon/second.yaml'), readFixture('lexicon/base.yaml'));
    writeFileSync(join(folder, 'perimeter/second.yaml'), readFixture('perimeter/dehors.yaml'));
    expect(readCorpus(folder).problems.map(({ file, line, field }) => `${file}:${line} ${field}`)).toEqual([
      'lexicon/second.yaml:1 devis.id',
      'perimeter/second.yaml:1 recettes.id',
    ]);
  });

  it.each(['figures.yaml', 'modules/seuils/module.yaml'])('a missing file: %s', (file) => {
    const folder = copyOfCorpus();
    rmSync(join(folder, file));
    const problem = readCorpus(folder).problems.find((found) => found.file === file);
    expect(problem).toMatchObject({ line: 1, field: 'file' });
    expect(problem?.message).toContain('cannot be read');
  });

  it('a fiche that cannot be read', () => {
    const folder = copyOfCorpus();
    rmSync(join(folder, PETIT_ACHAT));
    mkdirSync(join(folder, PETIT_ACHAT));
    const found = readCorpus(folder).problems.filter(({ file }) => file === PETIT_ACHAT);
    expect(found.map(({ field }) => field)).toContain('file');
  });

  it('a fiche deleted while others point to it', () => {
    const folder = copyOfCorpus();
    rmSync(join(folder, PETIT_ACHAT));
    const found = readCorpus(folder).problems.map(({ file, field }) => `${file} ${field}`);
    expect(found.filter((line) => !line.includes('quiz.yaml'))).toEqual([
      'modules/seuils/petits-travaux.md related',
      'lexicon/base.yaml devis.fiche',
    ]);
    expect(found).toContain('modules/seuils/quiz.yaml lessons.0.fiche');
  });

  it('a folder that is not there', () => {
    const { corpus, problems } = readCorpus('/nowhere/at/all');
    expect(corpus.fiches).toEqual([]);
    expect(problems.map(({ file }) => file)).toEqual(
      expect.arrayContaining(['figures.yaml', 'modules', 'lexicon', 'perimeter']),
    );
  });

  it('all at once, of several files', () => {
    const folder = copyOfCorpus();
    spoil(folder, PETIT_ACHAT, 'verified_on: 2026-11-24', 'verified_on: hier');
    spoil(folder, PETIT_ACHAT, 'title: Petit achat sans mise en concurrence', 'title: a');
    spoil(folder, 'figures.yaml', 'unit: EUR', 'unit: POUNDS');
    spoil(folder, 'lexicon/base.yaml', 'id: devis', 'id: DEVIS');
    spoil(folder, 'perimeter/dehors.yaml', 'reason: out_of_scope', 'reason: because');
    const fields = readCorpus(folder).problems.map(({ file, field }) => `${file} ${field}`);
    expect(fields).toEqual(
      expect.arrayContaining([
        `${PETIT_ACHAT} verified_on`,
        `${PETIT_ACHAT} title`,
        'figures.yaml 0.unit',
        'lexicon/base.yaml 0.id',
        'perimeter/dehors.yaml 0.reason',
      ]),
    );
  });
});

function readFixture(file: string): string {
  return readFileSync(join(FIXTURE_CORPUS, file), 'utf8');
}
