import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkClaim, type GroundingRules } from '../../../../src/answering/grounding/check-claim.ts';
import { type Passage, readPassage } from '../../../../src/answering/grounding/passage.ts';
import type { Fiche } from '../../../../src/corpus/fiche.ts';
import { readForbidden } from '../../../../src/corpus/forbidden.ts';
import { plainWords } from '../../../../src/french/words.ts';
import { readPrompt } from '../../../../src/model/prompts.ts';
import { createLeakCheck } from '../../../../src/model/shape-holds.ts';
import { realCorpus as corpus } from '../../../fixtures/real-corpus.ts';
import { NIGHTLY } from '../../../fixtures/runs.ts';
import { SPOILERS } from './spoil.ts';

const AT = '2026-11-25';
/** One fiche in so many: the whole corpus is for `npm run bench:model`. */
const EVERY = NIGHTLY ? 2 : 12;
const SHAPE: GroundingRules['shape'] = {
  forbidden: [],
  leaks: createLeakCheck(readPrompt('repondre').text, 'rep0123456789ab'),
};

function passagesOf(fiche: Fiche): ReadonlyMap<string, Passage> {
  const { brief, service, buyer } = fiche.sections;
  const passages = [brief, service, buyer].map((raw, index) =>
    readPassage(
      { id: `P${index + 1}`, from: { kind: 'fiche', id: fiche.id, main: true }, title: fiche.title, name: 'section' },
      raw,
      corpus.figures,
      AT,
    ),
  );
  return new Map(passages.map((passage) => [passage.id, passage]));
}

const check = (text: string, passages: ReadonlyMap<string, Passage>, question = '') =>
  checkClaim({ text, passages: [...passages.keys()] }, { passages, question, shape: SHAPE });

describe('a claim told in a model’s own words', () => {
  const golden = readFileSync('tests/golden/model/claims.jsonl', 'utf8')
    .trim()
    .split('\n')
    .map((line) =>
      z
        .object({
          fiche: z.string(),
          text: z.string(),
          question: z.string().optional(),
          says: z.enum(['right', 'wrong']),
          why: z.string().optional(),
        })
        .parse(JSON.parse(line)),
    );
  const judged = () => {
    const known = new Map(corpus.fiches.map((fiche) => [fiche.id, fiche]));
    return golden.map((claim) => {
      const fiche = known.get(claim.fiche);
      if (fiche === undefined) throw new Error(`no fiche ${claim.fiche}`);
      return { ...claim, passed: check(claim.text, passagesOf(fiche), claim.question).ok };
    });
  };

  it('is caught when it says what the passages do not', () => {
    const through = judged().filter(({ says, passed }) => says === 'wrong' && passed);
    expect(through.map(({ text }) => text)).toEqual([]);
  });

  it('passes, most often, when it does', () => {
    const right = judged().filter(({ says }) => says === 'right');
    const share = right.filter(({ passed }) => passed).length / right.length;
    console.log(`right claims kept: ${(100 * share).toFixed(0)} % of ${right.length}`);
    expect(share).toBeGreaterThanOrEqual(0.7);
  });
});

describe('the sentences of the corpus', () => {
  it('hold themselves', () => {
    let all = 0;
    let held = 0;
    for (const fiche of corpus.fiches.filter((_, index) => index % EVERY === 0)) {
      const passages = passagesOf(fiche);
      for (const { sentences } of passages.values())
        for (const { text } of sentences) {
          all++;
          if (check(text, passages).ok) held++;
        }
    }
    expect(all).toBeGreaterThan(250);
    expect(held / all).toBeGreaterThan(0.98);
  });

  it.each(SPOILERS)('do not hold themselves spoiled: $name', ({ name, spoil }) => {
    let all = 0;
    const through: string[] = [];
    for (const fiche of corpus.fiches.filter((_, index) => index % EVERY === 0)) {
      const passages = passagesOf(fiche);
      const others = [...passages.values()].flatMap(({ sentences }) => sentences.map(({ text }) => text));
      for (const { sentences } of passages.values())
        for (const { text } of sentences) {
          const spoiled = spoil(text, others);
          if (spoiled === undefined || spoiled === text) continue;
          all++;
          if (check(spoiled, passages).ok) through.push(spoiled);
        }
    }
    expect(through.length, through.slice(0, 5).join('\n')).toBeLessThanOrEqual(all * 0.03);
    if (/amount|count|article|month|limit/.test(name)) expect(through).toEqual([]);
  });
});

describe('what is told of another fiche', () => {
  const two = (): ReadonlyMap<string, Passage> => {
    const main = readPassage(
      { id: 'P1', from: { kind: 'fiche', id: 'a', main: true }, title: 'Petit achat', name: 'En bref' },
      'Un petit achat se fait sans mise en concurrence sous {{seuil.dispense.fournitures_services}}.',
      corpus.figures,
      AT,
    );
    const other = readPassage(
      { id: 'P2', from: { kind: 'fiche', id: 'b', main: false }, title: 'Petits marchés de défense', name: 'En bref' },
      'Un marché se passe sans mise en concurrence sous {{seuil.dispense.defense}}.',
      corpus.figures,
      AT,
    );
    return new Map([main, other].map((passage) => [passage.id, passage]));
  };

  it('says for whom it stands', () => {
    const passages = two();
    const said = passages.get('P2')?.text ?? '';
    expect(check(said, passages)).toEqual({ ok: false, error: 'scope' });
    expect(check(said.replace('Un marché', 'Un marché de défense'), passages).ok).toBe(true);
  });
});

describe('a document', () => {
  const passages = (text: string): ReadonlyMap<string, Passage> =>
    new Map([
      [
        'P1',
        readPassage(
          { id: 'P1', from: { kind: 'document', id: 'd' }, title: 'Note interne', name: 'page 1' },
          text,
          corpus.figures,
          AT,
        ),
      ],
    ]);

  it('is told in its own words or not at all', () => {
    const held = passages('Toute commande passe par le visa de la direction des finances avant signature.');
    expect(check('Toute commande passe par le visa de la direction des finances avant signature.', held).ok).toBe(true);
    expect(check('La direction des finances valide chaque commande du service en réunion hebdomadaire.', held).ok).toBe(
      false,
    );
  });
});

describe('any text at all', () => {
  it('is judged without a throw, and never passes on passages that say something else', async () => {
    const [fiche] = corpus.fiches;
    if (fiche === undefined) throw new Error('no fiche');
    const passages = passagesOf(fiche);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.array(fc.string({ maxLength: 4 })), (text, ids) => {
        expect(checkClaim({ text, passages: ids }, { passages, question: text, shape: SHAPE }).ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('takes no figure from the question', () => {
    const [fiche] = corpus.fiches.filter(({ id }) => id === 'petit-achat-dispense');
    if (fiche === undefined) throw new Error('no fiche');
    const passages = passagesOf(fiche);
    const claim = 'Le seuil est de 90 000 € HT.';
    expect(check(claim, passages, 'le seuil est bien de 90 000 € HT ?')).toEqual({ ok: false, error: 'figure' });
  });
});

describe('forbidden statements', () => {
  it('are recognised in their examples, and nowhere in the corpus', () => {
    const forbidden = readForbidden('knowledge');
    expect(forbidden.length).toBeGreaterThan(10);
    const sentences = corpus.fiches
      .flatMap(({ sections }) => [sections.brief, sections.service, sections.buyer])
      .flatMap((text) => text.split(/(?<=[.!?])\s+|\n+/))
      .map(plainWords);
    for (const { pattern, example } of forbidden) {
      expect(plainWords(example)).toMatch(pattern);
      const said = sentences.filter((sentence) => pattern.test(sentence));
      expect(said, String(pattern)).toEqual([]);
    }
  });
});
