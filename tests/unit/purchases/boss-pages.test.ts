import { describe, expect, it } from 'vitest';
import { createBossPages } from '../../../src/purchases/create-boss-pages.ts';
import { ok } from '../../../src/result.ts';
import { CHAIRS, createTown, got } from './town.ts';

const DAY_MS = 24 * 60 * 60_000;

async function opened() {
  const town = createTown();
  const draft = got(await town.purchasing.draft('maelle', CHAIRS));
  const { id } = got(await town.purchasing.act('maelle', draft.id, { kind: 'send' }));
  const pages = createBossPages({
    records: town.records,
    reserve: {
      person: async (one) => ok(town.roster.find((person) => person.id === one)),
      people: async () => ok(town.roster),
    },
    addWorkingMinutes: (from) => from,
    now: () => new Date(town.clock.now),
    newId: () => `key-${Math.random()}`,
  });
  return { ...town, id, pages };
}

const gone = { ok: false, error: { kind: 'unknown_purchase' } };

describe('the boss’s page of a demand', () => {
  it('is half a page: need, why, amount, procedure, calendar, what is asked', async () => {
    const { pages, purchasing, id } = await opened();
    const lines = [
      { name: 'procedure', text: 'Sans publicité ni mise en concurrence' },
      { name: 'calendar', text: 'Commande : lundi 3 mai 2027 ; Livraison : mardi 1er juin 2027' },
    ] as const;
    got(await purchasing.act('nadia', id, { kind: 'sheet', lines }));
    const page = got(await pages.page('nadia', id));
    expect(page).toMatchObject({ title: '30 chaises', prescribers: ['Maëlle Corre'], buyers: ['Nadia Benali'] });
    const part = (name: string) => page.parts.find((one) => one.name === name)?.lines.join(' | ') ?? '';
    expect(part('need')).toContain('chaises');
    expect(part('why')).toContain('rentrée');
    expect(part('amount')).toBe('Pas encore chiffré.');
    expect(part('procedure')).toBe('Sans publicité ni mise en concurrence');
    expect(part('calendar')).toContain('Livraison');
    expect(part('asked')).toContain('accord');
    const words = page.parts
      .flatMap((one) => one.lines)
      .join(' ')
      .split(/\s+/).length;
    expect(words).toBeLessThanOrEqual(150);
    const pdf = got(await pages.pdf('maelle', id));
    expect(Buffer.from(pdf.bytes).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('is read by its link for a fortnight, or until it is taken back or another takes its place', async () => {
    const { pages, id, clock, records } = await opened();
    const first = got(await pages.share('maelle', id, 'Votre accord, Monsieur.'));
    expect(got(await pages.read(first.link)).parts.at(-1)?.lines).toEqual(['Votre accord, Monsieur.']);
    const kept = got(await records.eventsOf(id));
    expect(JSON.stringify(kept)).not.toContain(first.link.split('.')[1]);
    const second = got(await pages.share('nadia', id, ''));
    expect(await pages.read(first.link)).toEqual(gone);
    expect((await pages.read(second.link)).ok).toBe(true);
    got(await pages.unshare('maelle', id));
    expect(await pages.read(second.link)).toEqual(gone);
    const third = got(await pages.share('maelle', id, ''));
    clock.now += 15 * DAY_MS;
    expect(await pages.read(third.link)).toEqual(gone);
  });

  it('is opened by nothing else: no guess, no one outside, nobody who left', async () => {
    const { pages, id, roster } = await opened();
    for (const who of ['paul', 'soizic', 'admin', 'ancien', 'nobody']) {
      expect(await pages.page(who, id)).toEqual(gone);
      expect(await pages.share(who, id, '')).toEqual(gone);
      expect(await pages.pdf(who, id)).toEqual(gone);
    }
    expect(await pages.read(`${id}.`)).toEqual(gone);
    const { link } = got(await pages.share('maelle', id, ''));
    for (const wrong of [
      id,
      `${id}.x`,
      link.slice(0, -1),
      `${link}a`,
      link.replace(id, 'id-0x'),
      '',
      '.',
      'a'.repeat(999),
    ])
      expect(await pages.read(wrong), wrong).toEqual(gone);
    roster.splice(
      roster.findIndex((one) => one.id === 'maelle'),
      1,
    );
    expect(await pages.read(link)).toEqual(gone);
  });
});
