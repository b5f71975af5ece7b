import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LexiconEntry } from '../../../src/corpus/lexicon.ts';
import { exchanged, lexiconFile } from '../../../src/lexicon/exchange.ts';
import { fromSkos, toSkos } from '../../../src/lexicon/skos.ts';
import { fromTbx, toTbx } from '../../../src/lexicon/tbx.ts';
import { realCorpus } from '../../fixtures/real-corpus.ts';
import { runs } from '../../fixtures/runs.ts';

const formats = [
  { name: 'SKOS', write: toSkos, read: fromSkos },
  { name: 'TBX', write: toTbx, read: fromTbx },
] as const;

const lexicon = realCorpus.lexicon.map(exchanged);

function written(write: typeof toSkos, entries: readonly LexiconEntry[]): string {
  const text = write(entries);
  if (!text.ok) throw new Error(JSON.stringify(text.error));
  return text.value;
}

/** Out, in, to the YAML of `knowledge/lexicon` and back: the whole way an import goes. */
function throughFile({ write, read }: (typeof formats)[number], entries: readonly LexiconEntry[]) {
  const drafts = read(written(write, entries));
  if (!drafts.ok) throw new Error(JSON.stringify(drafts.error));
  const file = lexiconFile(drafts.value, 'import.yaml');
  if (!file.ok) throw new Error(JSON.stringify(file.error));
  return file.value.entries;
}

const odd = [
  '"',
  "'",
  '\\',
  '<',
  '&',
  ']]>',
  '\r',
  '\n',
  '\t',
  ' ',
  '\u00a0',
  '\u0085',
  '\u2028',
  'é',
  '{}',
  '#',
  '- ',
  ': ',
  '%',
  '😀',
];
const writable = (text: string) => /^[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u.test(text);
const textOf = (minLength: number) =>
  fc
    .string({
      unit: fc.oneof(fc.constantFrom(...odd), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })),
      minLength,
      maxLength: 30,
    })
    .filter((text) => writable(text) && text.length >= minLength);
const labels = fc.record({
  preferred: textOf(2),
  alt: fc.array(textOf(2), { maxLength: 3 }),
  hidden: fc.array(textOf(2), { maxLength: 3 }),
});
const concept = fc.record(
  {
    id: fc.stringMatching(/^[a-z0-9]{1,5}(-[a-z0-9]{1,5}){0,2}$/),
    service: labels,
    achat: labels,
    explain: fc.record({ service: textOf(10), achat: textOf(10) }),
    articles: fc.array(textOf(2), { maxLength: 3 }),
    false_friend: textOf(10),
    fiche: textOf(0),
  },
  { requiredKeys: ['id', 'service', 'achat', 'explain', 'articles'] },
);
const concepts = fc.uniqueArray(concept, { selector: ({ id }) => id, minLength: 1, maxLength: 3 });

describe.each(formats)('the lexicon as $name', (format) => {
  it('comes back whole', () => {
    expect(lexicon.length).toBeGreaterThan(300);
    expect(throughFile(format, lexicon)).toEqual(lexicon);
  });

  it('keeps every field, whatever the characters', () => {
    fc.assert(
      fc.property(concepts, (entries) => {
        expect(throughFile(format, entries)).toEqual(entries);
      }),
      { numRuns: runs(300) },
    );
  });

  it.each(['\u0000', '\u0008', '\uFFFE', '\uD800'])(
    'refuses what XML cannot carry, and says where (%j)',
    (character) => {
      const [first] = lexicon;
      if (first === undefined) throw new Error('an entry');
      const bad = { ...first, explain: { ...first.explain, achat: `une explication ${character}` } };
      expect(format.write([bad])).toMatchObject({ ok: false, error: { kind: 'unwritable' } });
    },
  );

  it('is read without harm when it is cut anywhere', () => {
    const whole = written(format.write, lexicon.slice(0, 2));
    for (let length = 0; length < whole.length; length += 97) {
      const read = format.read(whole.slice(0, length));
      if (read.ok) expect(read.value.length).toBeLessThanOrEqual(2);
      else expect(read.error.kind).toBe('unreadable');
    }
  });
});

describe('an import', () => {
  it('names the concept and the field that are missing', () => {
    const drafts = fromTbx('<tbx><text><body><conceptEntry id="sourcage"></conceptEntry></body></text></tbx>');
    if (!drafts.ok) throw new Error('readable');
    const file = lexiconFile(drafts.value, 'x.tbx');
    if (file.ok || file.error.kind !== 'incomplete') throw new Error('incomplete');
    expect(file.error.problems.map(({ field }) => field)).toContain('sourcage.service.preferred');
  });

  it('reads terms that another tool left without a status', () => {
    const section = (side: string) =>
      `<langSec xml:lang="FR-x-${side}"><descripGrp><descrip type="definition">une définition</descrip></descripGrp><termSec><term>un</term></termSec><termSec><term>deux &amp; trois</term><termNote type="partOfSpeech">noun</termNote></termSec></langSec>`;
    const drafts = fromTbx(
      `<tbx type="TBX-Basic"><text><body><conceptEntry id="_1a">${section('service')}${section('achat')}</conceptEntry></body></text></tbx>`,
    );
    expect(drafts).toMatchObject({
      ok: true,
      value: [
        {
          id: '1a',
          service: { preferred: 'un', alt: ['deux & trois'], hidden: [] },
          explain: { achat: 'une définition' },
        },
      ],
    });
  });

  it('takes no entity from a document type', () => {
    const read = fromTbx(
      '<!DOCTYPE tbx [<!ENTITY x SYSTEM "file:///etc/passwd">]><tbx><text><body><conceptEntry id="a"><note>&x;</note></conceptEntry></body></text></tbx>',
    );
    expect(read).toMatchObject({ ok: true, value: [{ false_friend: '&x;' }] });
  });

  it('says that a file is neither', () => {
    expect(fromSkos('ceci n’est pas du Turtle')).toMatchObject({ ok: false, error: { kind: 'unreadable' } });
    expect(fromTbx('<html></html>')).toMatchObject({ ok: false, error: { kind: 'unreadable' } });
    expect(lexiconFile([], 'x')).toMatchObject({ ok: false, error: { kind: 'unreadable' } });
  });
});
