import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { micromark } from 'micromark';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../../src/documents/read-docx.ts';
import { visibleText } from '../../../../src/french/words.ts';
import { exportDocx } from '../../../../src/rewording/agreement/export-docx.ts';
import { exportJson } from '../../../../src/rewording/agreement/export-json.ts';
import { exportMarkdown } from '../../../../src/rewording/agreement/export-markdown.ts';
import type { AgreementAct, AgreementView } from '../../../../src/rewording/port/agreement.ts';
import { runs } from '../../../fixtures/runs.ts';
import { anyAgreement, openedView, played, TO_BUYER, TO_PRESCRIBER } from './examples.ts';

const STORY: readonly AgreementAct[] = [
  { kind: 'corrected', by: 'prescriber', need: 0, slot: 'deadline', value: 'avant le 12 mars 2027' },
  { kind: 'corrected', by: 'buyer', need: 0, slot: 'constraints', value: 'Pas de plastique\nPieds en caoutchouc' },
  { kind: 'term_corrected', by: 'buyer', term: { concept: 'mobilier' }, wording: 'mobilier de restauration' },
  { kind: 'asked', by: 'buyer', text: 'Avec ou sans accoudoirs ?' },
  { kind: 'answered', by: 'prescriber', question: 5, text: 'Sans.' },
  { kind: 'accepted', by: 'prescriber' },
  { kind: 'accepted', by: 'buyer' },
];

/** Everything a person said or was told of in an agreement: what no export may lose. */
function values(view: AgreementView): readonly string[] {
  const needs = view.needs.flatMap(({ slots, proof, risks }) => [
    ...Object.values(slots).flatMap((slot) => slot.said),
    ...proof,
    ...risks,
  ]);
  const said = needs.flatMap((each) => [each.value, each.understood ?? '']);
  const exchanged = view.exchanges.flatMap(({ text, answer }) => [text, answer?.text ?? '']);
  const corrected = view.history.flatMap((event) => (event.kind === 'corrected' ? [event.value] : []));
  const preferred = view.wordings.flatMap(({ words, wording }) => [words, wording]);
  const points = view.points.map(({ text }) => text);
  // The form is what a need is reworded into.
  const text = view.direction === 'to_buyer' ? [] : [view.text];
  return [...said, ...exchanged, ...corrected, ...preferred, ...points, view.source, ...text];
}

/** As both a reader and the project's own reader of Word files see a text: no control characters, blanks as one space. */
function seen(text: string): string {
  return visibleText(
    text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]|\p{Cf}/gu, '').replace(/\s+/g, ' '),
  );
}

/** For texts of any characters: marks that compose over a cut and blanks are no part of what is compared. */
function bare(text: string): string {
  return text.normalize('NFD').replace(/[\s|\p{C}\p{M}]/gu, '');
}

async function docxText(bytes: Buffer): Promise<string> {
  const read = await readDocx({ path: 'fiche.docx', bytes });
  if (!read.ok) throw new Error(read.error.message);
  return read.value.parts.map(({ text }) => text).join('\n');
}

function xmlOf(bytes: Buffer, name: string): string {
  const file = unzipSync(bytes)[name];
  if (file === undefined) throw new Error(`${name} is missing`);
  return strFromU8(file);
}

describe('the brief as JSON', () => {
  it('holds the whole, value for value, whatever the texts, with the version of its format', () => {
    fc.assert(
      fc.property(anyAgreement, (view) => {
        expect(JSON.parse(exportJson(view))).toEqual({ format: 'truchement-brief', version: 1, brief: view });
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('the brief as a Word document', () => {
  it('holds every value, what is missing, and the story', async () => {
    const view = played(openedView(), STORY);
    const text = await docxText(await exportDocx(view, 'fr'));
    for (const value of values(view)) expect(text).toContain(seen(value));
    for (const said of [
      'Fiche d’expression du besoin',
      'Accord des deux parties le 25 novembre 2026',
      'Nature de l’achat | | fournitures (acquisition de biens, L1111-3)',
      'Objet | « 30 chaises solides » | mobilier scolaire',
      'Valeur estimée du besoin | « 4000 € » « 6000 € » | 4 000 € 6 000 € HT ou TTC à préciser Contradiction à trancher',
      'Délai de livraison | « avant le 12 mars 2027 » | Corrigé par le service demandeur',
      'Exigences | « Pas de plastique » « Pieds en caoutchouc » | Corrigé par l’acheteur',
      'Budget | Quel montant retenir, et est-il hors taxes ?',
      'Service demandeur | À compléter | Donné le 25 novembre 2026 à 10 h 06',
      '« Avec ou sans accoudoirs ? » | Acheteur | « Sans. »',
      'Mot préféré : « mobilier de restauration » plutôt que « chaises »',
    ])
      expect(text).toContain(seen(said));
  });

  it('says of what the page leaves open that it is open, and never that nothing is missing', async () => {
    if (TO_BUYER.direction !== 'to_buyer') throw new Error('the example is a need');
    const [chairs] = TO_BUYER.needs;
    const functions = chairs.functions.map((one) => ({ statement: one.statement, flexibility: one.flexibility }));
    const needs = [{ ...chairs, functions, missing: [] }] as const;
    const text = await docxText(await exportDocx(openedView({ ...TO_BUYER, missing: [], questions: [], needs }), 'fr'));
    expect(text).toContain(seen('Niveau attendu : « s’empiler » | À préciser avec le service demandeur'));
    expect(text).toMatch(/Non abordé, à ajouter au besoin.:.*durée/);
    expect(text).not.toContain('toutes les rubriques utiles sont renseignées');
  });

  it('is accessible: language, title, real headings and list, heads of tables marked, A4, pages numbered', async () => {
    const bytes = await exportDocx(openedView(), 'fr');
    const document = xmlOf(bytes, 'word/document.xml');
    const tables = document.match(/<w:tbl>/g)?.length ?? 0;
    expect(tables).toBeGreaterThanOrEqual(4);
    expect(document.match(/<w:tbl>.*?<w:tr>.*?<w:tblHeader\/>.*?<\/w:tbl>/g)).toHaveLength(tables);
    expect(document.match(/<w:pStyle w:val="Title"\/>/g)).toHaveLength(1);
    const levels = [...document.matchAll(/<w:pStyle w:val="Heading(\d)"\/>/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    expect(levels).toContain(2);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 1)).toBeLessThanOrEqual(1);
    expect(document).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(xmlOf(bytes, 'word/styles.xml')).toContain('<w:lang w:val="fr-FR"/>');
    expect(xmlOf(bytes, 'docProps/core.xml')).toMatch(/<dc:title>Fiche d’expression du besoin – 30 chaises solides/);
    expect(xmlOf(bytes, 'word/footer1.xml')).toMatch(/PAGE.*NUMPAGES/);
    expect(xmlOf(bytes, 'word/header1.xml')).toContain('Fiche d’expression du besoin');
    expect(xmlOf(await exportDocx(openedView(), 'en'), 'word/styles.xml')).toContain('<w:lang w:val="en-GB"/>');
  });

  it('keeps the lines of a message, a line end of Windows being one', async () => {
    const xml = xmlOf(
      await exportDocx({ ...openedView(), source: 'un\r\ndeux\n\n\ntrois' }, 'fr'),
      'word/document.xml',
    );
    const quotes = xml.match(/<w:pStyle w:val="Quote"\/>.*?<\/w:p>/g)?.map((each) => each.replace(/<w:br\/>/g, '/'));
    expect(quotes?.map((each) => each.replace(/<[^>]*>/g, ''))).toEqual(['un/deux', 'trois']);
  });

  it('drops what XML cannot hold and keeps the rest, markup included', async () => {
    const value = 'a\u0000b\ud800c\u001bd\ufffe & <w:p/> ]]> "x" \ud83d\ude00';
    const view = played(openedView(), [{ kind: 'corrected', by: 'buyer', need: 0, slot: 'place', value }]);
    const bytes = await exportDocx(view, 'fr');
    expect(await docxText(bytes)).toContain('« abcd & <w:p/> ]]> "x" \ud83d\ude00 »');
    expect(xmlOf(bytes, 'word/document.xml')).toMatch(
      /^[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u,
    );
  });

  it('keeps every value of any texts whatever', async () => {
    await fc.assert(
      fc.asyncProperty(anyAgreement, async (view) => {
        const text = bare(await docxText(await exportDocx(view, 'fr')));
        for (const value of values(view)) expect(text).toContain(bare(seen(value)));
      }),
      { numRuns: runs(60) },
    );
  });
});

describe('the brief as Markdown', () => {
  it('tells the buyer’s message in plain words too', () => {
    const text = exportMarkdown(openedView(TO_PRESCRIBER), 'fr');
    expect(text).toMatch(/^# Message de l’acheteur, en clair\n/);
    expect(text).toContain('| À faire | ne rien commander |');
    expect(text).not.toContain('Le besoin');
  });

  it('says which side has still to accept', () => {
    const state = (acts: readonly AgreementAct[]) =>
      /\*\*État.*/.exec(exportMarkdown(played(openedView(), acts), 'fr'))?.[0];
    expect(state([])).toBe('**État\u00a0:** Projet, à accepter par le service demandeur et l’acheteur');
    expect(state([{ kind: 'accepted', by: 'buyer' }])).toBe(
      '**État\u00a0:** Projet, à accepter par le service demandeur',
    );
    expect(state([{ kind: 'withdrawn', by: 'buyer' }])).toBe(
      '**État\u00a0:** Retiré le 25 novembre 2026 par l’acheteur',
    );
  });

  const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };
  const TRICKS = [
    '[clic](javascript:alert(1))',
    '![x](http://e.com/i.png)',
    '<script>alert(1)</script>',
    '<http://e.com>',
    '# titre',
    'x\n===',
    'x\n---',
    '***',
    '- a\n- b',
    '1. a',
    '> a',
    '`a`',
    '```\na',
    '~~~\na',
    '**a**',
    '_a_',
    '\\[a](b)',
    '[a]: http://e.com',
    '[a]',
    '&lt;b&gt; &#60;',
    '    code',
    '\tcode',
    'a\\\nb',
    'a  \nb',
    'a | b \\| c \\\\| d',
    '| a |\n| - |',
    '@octocat #12 www.e.com a@e.com',
  ];

  it.each(TRICKS)('shows %j as typed, not as markup', (trick) => {
    for (const value of [trick, `${trick}\n\n${trick}`]) expectText(value);
  });

  it('shows any text as typed', () => {
    const token = fc.constantFrom(...TRICKS, ...'\\`*_{}[]<>()#+-.!|~&:/="\'', ' ', '\n', 'a', '1');
    fc.assert(
      fc.property(fc.array(token, { minLength: 1, maxLength: 12 }), (tokens) => {
        fc.pre(tokens.join('').trim() !== '');
        expectText(tokens.join(''));
      }),
      { numRuns: runs(300) },
    );
  });

  /** Puts the text at every place of a fiche, renders it, and looks for markup that is not the fiche's own. */
  function expectText(value: string): void {
    const { forms: _forms, ...plain } = openedView();
    const said = { value, span: [0, 1] } as const;
    const filled = (text: string): AgreementView => ({
      ...plain,
      source: text,
      text,
      needs: plain.needs.map((need) => ({
        ...need,
        slots: { object: { said: [{ ...said, value: text }], conflict: false } },
        risks: [{ ...said, value: text }],
      })),
      points: [{ point: 'asked', text }],
    });
    const rendered = (markdown: string): string =>
      micromark(markdown, { allowDangerousHtml: true, allowDangerousProtocol: true });
    const tags = (html: string): string =>
      (html.match(/<[^>]*>/g) ?? []).filter((tag) => !/^<\/?(?:p|br \/|blockquote)>$/.test(tag)).join('');
    const markdown = exportMarkdown(filled(value), 'fr');
    const html = rendered(markdown);
    expect(tags(html)).toBe(tags(rendered(exportMarkdown(filled('mot'), 'fr'))));
    const shown = html.replace(/<[^>]*>|\s/g, '').replace(/&(lt|gt|quot|amp);/g, (_, name) => ENTITIES[name] ?? '');
    expect(shown.split(value.replace(/\s/g, '')).length - 1).toBeGreaterThanOrEqual(5);
    for (const line of markdown.split('\n').filter((each) => each.startsWith('| ')))
      expect([3, 4]).toContain(line.replace(/\\./g, '').split('|').length - 1);
  }
});
