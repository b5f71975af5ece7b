import { beforeEach, describe, expect, it } from 'vitest';
import { composeRules } from '../../../scripts/compose-rules.ts';
import { createDesk } from '../../../src/desk/create-desk.ts';
import type { Heard } from '../../../src/desk/port/heard.ts';
import { createProgramming } from '../../../src/programming/create-programming.ts';
import type { PlannedNeed } from '../../../src/programming/planned-need.ts';
import type { Programming } from '../../../src/programming/port/programming.ts';
import { amountIn, natureOf, wantedIn } from '../../../src/programming/read-need.ts';
import { err, ok } from '../../../src/result.ts';
import { createFakeConversing } from '../../fakes/conversing.ts';
import { vallon } from '../../fixtures/bodies/vallon.ts';
import { mustBe } from '../../fixtures/network.ts';

const NOW = new Date('2026-11-28T09:00:00Z');
const rules = composeRules('knowledge');
const person = (id: string, organisation: string, role: 'prescriber' | 'buyer') => ({
  id,
  name: id,
  email: undefined,
  organisation,
  roles: [role],
  language: 'fr' as const,
  address: undefined,
});
const PEOPLE = [
  person('anne', 'vallon', 'prescriber'),
  person('paul', 'vallon', 'prescriber'),
  person('nadia', 'vallon', 'buyer'),
  person('bob', 'elsewhere', 'buyer'),
];

let programming: Programming;
let opened: string[];
beforeEach(() => {
  const kept = new Map<string, PlannedNeed>();
  const done = new Map<string, string>();
  let count = 0;
  opened = [];
  programming = createProgramming({
    records: {
      of: async (organisation) => ok([...kept.values()].filter((one) => one.organisation === organisation)),
      by: async (by) => ok([...kept.values()].filter((one) => one.by === by)),
      find: async (id) => ok(kept.get(id)),
      save: async (need, key) => {
        const ref = key === undefined ? undefined : done.get(key);
        if (ref !== undefined) return err({ kind: 'done_before', ref });
        if ((kept.get(need.id)?.version ?? 0) !== need.version - 1) return err({ kind: 'version_conflict' });
        kept.set(need.id, need);
        if (key !== undefined) done.set(key, need.id);
        return ok(undefined);
      },
      remove: async (id) => ok(void kept.delete(id)),
      findDone: async (key) => ok(done.get(key)),
    },
    reserve: {
      person: async (id) => ok(PEOPLE.find((one) => one.id === id)),
      people: async () => ok(PEOPLE),
      organisation: async (id) => ok({ id, name: 'Vallon', publicClass: '', territories: [] }),
    },
    buying: vallon().buying,
    formOf: async (words) =>
      ok(words.includes('bonjour') ? undefined : { title: words.split(' en ')[0] ?? words, cpv: '39160000' }),
    labelOf: () => 'Mobilier scolaire',
    rules,
    open: async (_by, words) => {
      opened.push(words);
      return ok(`p${opened.length}`);
    },
    now: () => NOW,
    newId: () => `n${++count}`,
  });
});

describe('a yearly campaign', () => {
  it('takes a sentence to what it says: sum, family, day, year', async () => {
    const { need, programme } = mustBe(await programming.add('anne', 'chaises d’école en septembre, 4 000 €'));
    expect(need).toMatchObject({ wanted: '2027-09-01', mine: true });
    expect(need.sum?.replace(/\s/g, ' ')).toBe('4 000 €');
    expect(programme).toMatchObject({ year: 2027, count: 1 });
    expect(programme.families[0]?.name).toBeDefined();
    expect(await programming.add('anne', 'bonjour')).toEqual({ ok: false, error: { kind: 'no_need' } });
    expect(await programming.add('anne', ' ')).toEqual({ ok: false, error: { kind: 'empty' } });
  });

  it('counts what services announce of one family as one need, with the law’s word on the whole', async () => {
    await programming.add('anne', 'chaises d’école en septembre, 40 000 €');
    await programming.add('paul', 'tables d’école en mai, 30 000 €');
    const { families } = mustBe(await programming.read('nadia', 2027));
    expect(families).toHaveLength(1);
    const said = families[0]?.rules.map(({ text }) => text.replace(/\s/g, ' ')).join('\n') ?? '';
    expect(said).toContain('40 000 € + 30 000 € = 70 000 € HT');
    expect(said).toContain('procédure adaptée');
    expect(families[0]?.calendar.length).toBeGreaterThan(0);
    expect(families[0]?.calendar.map(({ text }) => text).join(' ')).toContain('mai 2027');
  });

  it('says what else of the year counts with a demande: the same family and nature, not itself, not another year’s nor body’s', async () => {
    const { need } = mustBe(await programming.add('anne', 'chaises d’école en septembre, 40 000 €'));
    await programming.add('paul', 'tables d’école en mai, 30 000 €');
    await programming.add('paul', 'bancs d’école en juin');
    await programming.add('paul', 'armoires d’école en mars 2028, 9 000 €');
    const made = mustBe(await programming.ask('anne', need.id));
    expect(mustBe(await programming.besides('nadia', { purchase: made, words: need.words }))).toEqual([30_000]);
    // Asked for by its own sentence, once announced: it is that one.
    const words = 'tables d’école en mai';
    expect(mustBe(await programming.besides('nadia', { purchase: 'x', words }))).toEqual([40_000]);
    expect(mustBe(await programming.besides('nadia', { purchase: 'x', words: 'lits d’école en mai' }))).toEqual([
      40_000, 30_000,
    ]);
    expect(mustBe(await programming.besides('bob', { purchase: 'x', words }))).toEqual([]);
    expect(mustBe(await programming.besides('nadia', { purchase: 'x', words: 'bonjour' }))).toEqual([]);
  });

  it('is its members’ own: each changes theirs, whoever buys changes all, another body has nothing of it', async () => {
    const { need } = mustBe(await programming.add('anne', 'chaises d’école en septembre, 4 000 €'));
    const typed = { ...need.typed, amount: '5 000,50', wanted: 'octobre 2027' };
    const unknown = { ok: false, error: { kind: 'unknown_need' } };
    for (const by of ['paul', 'bob', 'nobody']) {
      expect(await programming.change(by, need.id, 1, typed)).toEqual(unknown);
      expect(await programming.remove(by, need.id, 1)).toEqual(unknown);
      expect(await programming.ask(by, need.id)).toEqual(unknown);
    }
    expect(mustBe(await programming.read('bob', 2027)).count).toBe(0);
    expect(await programming.read('nobody')).toEqual(unknown);
    const changed = mustBe(await programming.change('nadia', need.id, 1, typed));
    expect(changed.families[0]?.needs[0]?.typed).toMatchObject({ amount: '5000,5', wanted: '2027-10-01' });
    expect(await programming.change('anne', need.id, 1, typed)).toEqual({ ok: false, error: { kind: 'stale' } });
    const wrong = await programming.change('anne', need.id, 2, { ...typed, amount: 'beaucoup' });
    expect(wrong).toEqual({ ok: false, error: { kind: 'wrong_box', box: 'amount' } });
    expect(mustBe(await programming.remove('anne', need.id, 2)).count).toBe(0);
  });

  it('becomes a demande with one press, once, of whoever announced it', async () => {
    const { need } = mustBe(await programming.add('anne', 'chaises d’école en septembre, 4 000 €'));
    expect(await programming.ask('nadia', need.id)).toEqual({ ok: false, error: { kind: 'unknown_need' } });
    expect(await programming.ask('anne', need.id)).toEqual({ ok: true, value: 'p1' });
    expect(await programming.ask('anne', need.id)).toEqual({ ok: true, value: 'p1' });
    expect(opened).toEqual(['chaises d’école en septembre, 4 000 €']);
    expect(mustBe(await programming.read('nadia', 2027)).families[0]?.needs[0]).toMatchObject({
      asked: true,
      purchase: undefined,
    });
  });

  it('goes out as CSV and as a workbook, and to whoever asks for their data', async () => {
    await programming.add('anne', '=cmd en septembre, 4 000 €');
    const csv = Buffer.from(mustBe(await programming.file('paul', 2027, 'csv')).bytes).toString();
    expect(csv).toContain(";'=cmd;4000;1er septembre 2027;anne;");
    expect(mustBe(await programming.file('paul', 2027, 'xlsx')).name).toBe('programmation-2027.xlsx');
    expect(mustBe(await programming.exportOf('anne'))).toMatchObject([{ title: '=cmd', amount: 4000 }]);
    expect(mustBe(await programming.exportOf('paul'))).toEqual([]);
  });

  it('reads a sum only where it is the whole without its tax', () => {
    const said = [
      '30 chaises, 4 000 €',
      'à 40 € pièce',
      '4 000 € TTC',
      '300 € par mois',
      '4 000 € puis 2 000 €',
      '12k€ HT',
    ];
    expect(said.map(amountIn)).toEqual([4000, undefined, undefined, undefined, undefined, 12_000]);
    expect(wantedIn('30 chaises', '2026-11-28')).toBeUndefined();
    expect(['39160000', '45000000', '48000000', '90910000', undefined].map(natureOf)).toEqual([
      'fournitures',
      'travaux',
      'fournitures',
      'services',
      undefined,
    ]);
  });

  it('is told in a dialogue where nobody else reads, and added to by a sentence', async () => {
    const conversing = createFakeConversing();
    const report = (error: unknown) => {
      throw error;
    };
    const desk = createDesk({ conversing, programming, report, now: () => NOW });
    let lines = 0;
    const say = async (text: string, isPrivate = true, who: string | undefined = 'anne') => {
      const key = `k${++lines}`;
      const known =
        who === ''
          ? undefined
          : {
              person: who,
              name: who,
              organisation: 'vallon',
              role: 'prescriber',
              reservist: false,
              coordinator: false,
            };
      const heard = {
        key,
        face: {
          name: 'web',
          can: { press: true, whisper: false, file: true },
          writes: 'box',
          carries: () => true,
          whenDown: 'answer',
          strangers: 'met',
          briefs: 'own',
        },
        actor: {
          account: 'a',
          language: 'fr',
          known: async () => ok(known),
          meet: async () => ok(known),
          role: async () => undefined,
          setRole: async () => undefined,
        },
        conversation: 'c',
        isPrivate,
        kind: 'said',
        message: key,
        text,
      } as unknown as Heard;
      let came = '';
      for await (const { happened, screen } of desk.hear(heard))
        came += `${happened.name} ${JSON.stringify(screen.blocks)}`;
      return came.replace(/\s/g, ' ');
    };
    expect(await say('ajoute à la programmation : chaises d’école en septembre, 4 000 €')).toMatch(
      /^programme .*Ajouté : chaises d’école .*4 000 € HT .*1er septembre 2027/,
    );
    expect(await say('Notre programmation ?')).toMatch(/^programme .*un besoin annoncé, 4 000 € HT/);
    expect(await say('notre programmation', false)).toMatch(/^not_here/);
    expect(await say('notre programmation', true, '')).toMatch(/^answer/);
    expect(await say('la programmation des achats est-elle obligatoire ?')).toMatch(/^answer/);
  });
});
