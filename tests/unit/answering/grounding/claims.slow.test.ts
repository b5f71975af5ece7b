import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkClaim, type GroundingRules } from '../../../../src/answering/grounding/check-claim.ts';
import { type Passage, readPassage } from '../../../../src/answering/grounding/passage.ts';
import { readContrasts } from '../../../../src/corpus/contrasts.ts';
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
const contrasts = readContrasts('knowledge');
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
      { figures: corpus.figures, contrasts },
      AT,
    ),
  );
  return new Map(passages.map((passage) => [passage.id, passage]));
}

const check = (text: string, passages: ReadonlyMap<string, Passage>, question = '') =>
  checkClaim({ text, passages: [...passages.keys()] }, { passages, question, shape: SHAPE, contrasts });

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
      return { ...claim, passed: check(claim.text, passagesOf(fiche), claim.question).as === 'said' };
    });
  };

  it('is caught, most often, when it says what the passages do not: this set was not learnt from', () => {
    const wrong = judged().filter(({ says }) => says === 'wrong');
    const through = wrong.filter(({ passed }) => passed);
    expect(through.length, through.map(({ text }) => text).join('\n')).toBeLessThanOrEqual(wrong.length * 0.08);
  });

  it('passes, most often, when it does', () => {
    const right = judged().filter(({ says }) => says === 'right');
    const share = right.filter(({ passed }) => passed).length / right.length;
    console.log(`right claims kept: ${(100 * share).toFixed(0)} % of ${right.length}`);
    expect(share).toBeGreaterThanOrEqual(0.48);
  });
});

describe('a claim of a careful model over questions and articles', () => {
  const lineSchema = z.object({
    id: z.string(),
    passages: z.array(z.object({ id: z.string(), title: z.string(), text: z.string(), articles: z.array(z.string()) })),
    claims: z.array(z.object({ text: z.string(), says: z.enum(['right', 'wrong']) })),
  });
  const forbidden = readForbidden('knowledge').map(({ pattern }) => pattern);

  it('is shown as said when it is right, as its sentence when the rules do not follow it, and seldom as said when wrong', () => {
    const told = { right: { said: 0, quoted: 0, dropped: 0 }, wrong: { said: 0, quoted: 0, dropped: 0 } };
    for (const line of readFileSync('tests/golden/model/paraphrases.jsonl', 'utf8').trim().split('\n')) {
      const { passages: given, claims } = lineSchema.parse(JSON.parse(line));
      const passages = new Map(
        given.map(({ id, title, text, articles }) => {
          const about = { id, from: { kind: 'fiche', id, main: true } as const, title, name: '' };
          return [id, readPassage(about, text, { figures: corpus.figures, contrasts }, AT, articles)];
        }),
      );
      const rules = { passages, question: '', shape: { ...SHAPE, forbidden }, contrasts };
      for (const { text, says } of claims) told[says][checkClaim({ text, passages: [...passages.keys()] }, rules).as]++;
    }
    const share = ({ said, quoted, dropped }: (typeof told)['right'], of: number) => of / (said + quoted + dropped);
    console.log(told);
    expect(share(told.right, told.right.said)).toBeGreaterThanOrEqual(0.42);
    expect(share(told.right, told.right.said + told.right.quoted)).toBeGreaterThanOrEqual(0.97);
    expect(share(told.wrong, told.wrong.said)).toBeLessThanOrEqual(0.05);
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
          if (check(text, passages).as === 'said') held++;
        }
    }
    expect(all).toBeGreaterThan(250);
    expect(held / all).toBeGreaterThan(0.93);
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
          if (check(spoiled, passages).as === 'said') through.push(spoiled);
        }
    }
    expect(through.length, through.slice(0, 5).join('\n')).toBeLessThanOrEqual(
      Math.max(2, all * (/condition|works/.test(name) ? 0.3 : 0.1)),
    );
    if (/amount|count|article|limit/.test(name)) expect(through).toEqual([]);
  });
});

describe('what is told of another fiche', () => {
  const two = (): ReadonlyMap<string, Passage> => {
    const main = readPassage(
      { id: 'P1', from: { kind: 'fiche', id: 'a', main: true }, title: 'Petit achat', name: 'En bref' },
      'Un petit achat se fait sans mise en concurrence sous {{seuil.dispense.fournitures_services}}.',
      { figures: corpus.figures, contrasts },
      AT,
    );
    const other = readPassage(
      { id: 'P2', from: { kind: 'fiche', id: 'b', main: false }, title: 'Petits marchés de défense', name: 'En bref' },
      'Un marché se passe sans mise en concurrence sous {{seuil.dispense.defense}}.',
      { figures: corpus.figures, contrasts },
      AT,
    );
    return new Map([main, other].map((passage) => [passage.id, passage]));
  };

  it('says for whom it stands', () => {
    const passages = two();
    const said = passages.get('P2')?.text ?? '';
    expect(check(said, passages)).toMatchObject({ as: 'quoted', why: 'scope' });
    expect(check(said.replace('Un marché', 'Un marché de défense'), passages).as).toBe('said');
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
          { figures: corpus.figures, contrasts },
          AT,
        ),
      ],
    ]);

  it('holds a sum to the article that it is told with', () => {
    const told = passages(
      'R2122-8 : sous 60 000 € HT ou 100 000 € HT, petits lots compris. R2131-12 : un avis sous 90 000 € HT, petits lots compris.',
    );
    expect(check('R2122-8 : sous 60 000 € HT ou 100 000 € HT, petits lots compris.', told).as).toBe('said');
    expect(check('R2122-8 : sous 90 000 € HT ou 100 000 € HT, petits lots compris.', told).as).not.toBe('said');
  });

  it('is told in its own words or not at all', () => {
    const held = passages('Toute commande passe par le visa de la direction des finances avant signature.');
    expect(check('Toute commande passe par le visa de la direction des finances avant signature.', held).as).toBe(
      'said',
    );
    expect(
      check('La direction des finances valide chaque commande du service en réunion hebdomadaire.', held).as,
    ).not.toBe('said');
  });
});

describe('any text at all', () => {
  it('is judged without a throw, and never passes on passages that say something else', async () => {
    const [fiche] = corpus.fiches;
    if (fiche === undefined) throw new Error('no fiche');
    const passages = passagesOf(fiche);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.array(fc.string({ maxLength: 4 })), (text, ids) => {
        expect(checkClaim({ text, passages: ids }, { passages, question: text, shape: SHAPE, contrasts }).as).not.toBe(
          'said',
        );
      }),
      { numRuns: 300 },
    );
  });

  it('takes no figure from the question', () => {
    const [fiche] = corpus.fiches.filter(({ id }) => id === 'petit-achat-dispense');
    if (fiche === undefined) throw new Error('no fiche');
    const passages = passagesOf(fiche);
    const claim = 'Le seuil est de 90 000 € HT.';
    expect(check(claim, passages, 'le seuil est bien de 90 000 € HT ?')).toMatchObject({ as: 'quoted', why: 'figure' });
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
