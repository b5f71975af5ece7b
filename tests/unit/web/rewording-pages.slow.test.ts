// The pages of a rewording, from the text to the brief agreed on, over one server.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ok } from '../../../src/result.ts';
import { catalogues } from '../../../src/text/catalogues.ts';
import { createFakeConversing } from '../../fakes/conversing.ts';
import { createFakeHelping } from '../../fakes/helping.ts';
import { createFakeInterpreting, type FakeInterpreting, MESSAGE, NEED } from '../../fakes/interpreting.ts';
import { createBrowser } from '../../fixtures/browser.ts';
import { keepBrief, NAMES } from '../../fixtures/kept-brief.ts';
import { mustBe } from '../../fixtures/network.ts';
import { plain } from '../../fixtures/plain.ts';
import { type Served, serve } from '../../fixtures/served.ts';
import { createTown, got, PEOPLE } from '../purchases/town.ts';

let served: Served;
let interpreting: FakeInterpreting;
const logged: string[] = [];
const note = (fields: object, text: string) => void logged.push(JSON.stringify({ fields, text }));

beforeEach(async () => {
  logged.length = 0;
  interpreting = createFakeInterpreting();
  served = await serve(createFakeConversing(), { interpreting, log: { info: note, error: note } });
});
afterEach(() => served.stop());

const FRAGMENT = { 'x-fragment': '1' };
const HOSTILE = '<script>alert(1)</script> "\'& <img src=x onerror=alert(1)>';

/** Keeps the example of a need. */
const keep = (text = NEED, direction = 'to_buyer') => keepBrief(served, { text, direction });

describe('a text to reword', () => {
  it('is asked for by a form whose limit is said, with examples for both sides', async () => {
    const response = await served.get('/reformuler');
    const page = plain(await response.text());
    expect(response.status).toBe(200);
    expect(page).toContain('8 000 caractères');
    expect(page).toMatch(/name="example_to_buyer"[\s\S]*name="example_to_prescriber"/);
    expect(page).toMatch(/name="direction" value="" checked/);
    expect(page).toMatch(/<a href="\/reformuler" aria-current="page">/);
  });

  it('comes back beside its rewording, with what was guessed and the way to turn it over', async () => {
    const page = await (await served.post('/reformuler', { text: NEED, direction: '' })).text();
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).toContain(catalogues.fr.rewording.guessed.to_buyer);
    expect(page).toMatch(/name="direction" value="to_prescriber"><span>|value="to_prescriber">\s*<span>/);
    expect(page).toContain(catalogues.fr.rewording.faithful);
    expect(page).toMatch(/id="at-1" href="#finding-1"/);
    expect(page).toMatch(/id="finding-5"/);
    expect(page).toContain('name="answer_budget_0"');
  });

  it('takes an answer into the text and rewords it again', async () => {
    const form = { text: NEED, direction: 'to_buyer', guessed: '1', answer_budget_0: 'HT' };
    const page = await (await served.post('/reformuler', form)).text();
    expect(page).toContain(`${NEED.slice(-20)}\nBudget : HT`);
    expect(page).toContain(catalogues.fr.rewording.guessed.to_buyer);
  });

  it('shows what a buyer’s message asks before the message, and what it does not say is left out', async () => {
    const page = await (await served.post('/reformuler', { text: MESSAGE })).text();
    const asked = 'compléter votre besoin pour que l’achat puisse partir';
    expect(page).toContain(asked);
    expect(page.indexOf(asked)).toBeLessThan(page.indexOf('id="original"'));
    expect(page).toContain(`<dt>${catalogues.fr.rewording.points.otherwise}</dt>`);
    const { reword } = interpreting;
    interpreting.reword = async (...given) => {
      const rewording = mustBe(await reword(...given));
      if (rewording.direction !== 'to_prescriber') throw new Error('the message is a buyer’s');
      return ok({ ...rewording, points: { ...rewording.points, otherwise: undefined } });
    };
    const other = await (await served.post('/reformuler', { text: MESSAGE })).text();
    expect(other).not.toContain(`<dt>${catalogues.fr.rewording.points.otherwise}</dt>`);
  });

  it('stays text, whatever it holds', async () => {
    for (const form of [
      { text: HOSTILE },
      { text: HOSTILE, direction: 'to_prescriber' },
      { text: ' ', direction: HOSTILE },
    ]) {
      const page = await (await served.post('/reformuler', form)).text();
      expect(page).not.toMatch(/<script>|<img/);
      if (form.text === HOSTILE) expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &quot;&#39;&amp;');
    }
  });

  it('has nothing inline and loads nothing from elsewhere', async () => {
    const { prescriber } = await keep();
    const pages = [served.get('/reformuler'), served.post('/reformuler', { text: NEED }), served.get(prescriber)];
    for (const page of await Promise.all(pages)) {
      const text = await page.text();
      expect(text).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:/i);
      expect(text).not.toMatch(/<script(?![^>]*\ssrc="\/assets\/)/);
      for (const [, address] of text.matchAll(/(?:\ssrc|action|<link[^>]*href)="([^"]*)"/g))
        expect(address).toMatch(/^\//);
    }
  });

  it('is asked for again when there is none', async () => {
    for (const text of ['', ' \n ']) {
      const response = await served.post('/reformuler', { text });
      expect(response.status).toBe(422);
      expect(await response.text()).toContain(catalogues.fr.rewording.fault.empty);
    }
  });

  it('of more than 8,000 characters is refused by name of the limit, and stays in the box', async () => {
    const page = await served.post('/reformuler', { text: 'é'.repeat(8_012) });
    expect(page.status).toBe(413);
    const text = plain(await page.text());
    expect(text).toContain('la limite de 8 000 caractères (12 de trop)');
    expect(text).toContain('é'.repeat(8_012));
    expect((await served.post('/reformuler', { text: '€'.repeat(8_000) })).status).toBe(200);
  });

  it('too long with its answers is refused too, and the box then holds them all', async () => {
    const asked = { text: 'é'.repeat(7_000), answer_budget_0: 'a'.repeat(999), answer_deadline_0: 'b'.repeat(12) };
    const page = await served.post('/reformuler', asked);
    expect(page.status).toBe(413);
    const text = plain(await page.text());
    expect(text).toContain('(13 de trop)');
    for (const typed of Object.values(asked)) expect(text).toContain(typed);
  });

  it('of a megabyte is not read, and the answer names the limit too', async () => {
    for (const path of ['/reformuler', '/besoin']) {
      const page = await served.post(path, { text: 'a'.repeat(1_000_000) });
      expect(page.status).toBe(413);
      expect(plain(await page.text())).toContain('8 000 caractères');
    }
  });

  it('is not lost when it cannot be reworded', async () => {
    interpreting.reword = async () => {
      throw new Error('secret detail');
    };
    const page = await served.post('/reformuler', { text: NEED });
    expect(page.status).toBe(500);
    const text = await page.text();
    expect(text).toContain(catalogues.fr.rewording.fault.failed);
    expect(text).toContain(`>\n${NEED}</textarea>`);
    expect(text).not.toContain('secret detail');
  });

  it('gives the script the inside of the page alone', async () => {
    const text = await (await served.post('/reformuler', { text: NEED }, FRAGMENT)).text();
    expect(text).toMatch(/^<div id="screen">/);
    expect(text).not.toContain('<html');
  });

  it('is never logged, nor is the address of a brief', async () => {
    const { reading, buyer } = await keep('phrase confidentielle');
    await served.post(buyer, { version: '1', do: 'ask', ask: 'demande confidentielle' });
    expect(logged.length).toBeGreaterThan(1);
    expect(logged.join()).not.toMatch(/confidentielle|Camille|Nadia/);
    for (const path of [reading, buyer]) expect(logged.join()).not.toContain(path.split('/').at(-1));
  });
});

describe('a brief to agree on', () => {
  it('opens at an address of its own and shows what was understood', async () => {
    const { reading } = await keep();
    expect(reading).toMatch(/^\/besoin\/[0-9a-f-]{36}$/);
    const page = plain(await (await served.get(reading)).text());
    expect(page).toContain("Voici ce que j'ai compris");
    expect(page).toMatch(/Le service a enregistré la fiche<\/span>\s*<time datetime="2026-11-25T10:00:00.000Z"/);
  });

  it('keeps the language of the page', async () => {
    const response = await served.post('/besoin?lang=en', { text: NEED, by: 'buyer', ...NAMES });
    const path = /href="(\/besoin\/[^"]+)"/.exec(await response.text())?.[1] ?? '';
    expect(path).toMatch(/\?lang=en$/);
    const page = await (await served.get(path)).text();
    expect(page).toContain('Here is what I understood');
    expect(page).toMatch(new RegExp(`href="${path.split('?')[0]}" lang="fr"`));
  });

  it('asks for the side and the two names before it keeps anything, and loses nothing typed', async () => {
    const { refused } = catalogues.fr.rewording.agreement;
    for (const [form, fault] of [
      [NAMES, refused.side],
      [{ by: 'buyer' }, refused.names],
      [{ by: 'buyer', own_name: 'Nadia', other_name: ' \u200b ' }, refused.names],
    ] as const) {
      const page = await served.post('/besoin', { text: NEED, ...form });
      expect(page.status).toBe(422);
      expect(await page.text()).toContain(fault);
    }
  });

  it('is read, and only read, by its address alone', async () => {
    const { reading, buyer } = await keep();
    const page = await (await served.get(reading)).text();
    expect(page).toContain(catalogues.fr.rewording.agreement.share.link);
    expect(page).not.toMatch(/name="do" value="\w|<textarea/);
    const strangers = [reading, `${reading}/${'a'.repeat(43)}`, buyer.slice(0, -1), `${reading}/constructor`];
    for (const path of strangers)
      for (const form of [{ do: 'accept' }, { do: 'ask', ask: 'Une question ?' }, { do: 'withdraw', by: 'buyer' }]) {
        const response = await served.post(path, { version: '1', by: 'buyer', ...form });
        expect(response.status).toBe(403);
        expect(await response.text()).toContain(catalogues.fr.rewording.agreement.refused.not_a_party);
      }
    expect(await (await served.get(reading)).text()).toMatch(/version 1\s/);
  });

  it('is signed for a side by its link alone, whatever side the form names', async () => {
    const { buyer } = await keep();
    const page = plain(await (await served.post(buyer, { version: '1', by: 'prescriber', do: 'accept' })).text());
    expect(page).toContain("Acceptée par l'acheteur (Nadia Ben)");
    expect(page).toContain('Reste à accepter : le service (Camille Roux)');
  });

  it('is never signed for both sides from one browser', async () => {
    const kept = await served.post('/besoin', { text: NEED, by: 'prescriber', ...NAMES });
    const cookie = (kept.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    expect(kept.headers.get('set-cookie')).toMatch(/Path=\/besoin\/[0-9a-f-]{36}; Max-Age=\d+; HttpOnly/);
    const links = await kept.text();
    const buyer = new URL(/<code id="other-link">([^<]+)/.exec(links)?.[1] ?? '').pathname;
    const refused = await served.post(buyer, { version: '1', do: 'accept' }, { cookie });
    expect(refused.status).toBe(403);
    expect(plain(await refused.text())).toContain('vous agissez pour le service');
    expect(await (await fetch(served.address + buyer, { headers: { cookie } })).text()).not.toContain('value="accept"');
    const other = await served.post(buyer, { version: '1', do: 'accept' });
    expect(other.headers.get('set-cookie')).toContain('truchement-side=buyer');
  });

  it('is kept once by a form that is sent twice', async () => {
    const form = /name="key" value="([0-9a-f-]{36})"/.exec(
      await (await served.post('/reformuler', { text: NEED })).text(),
    );
    const sent = { text: NEED, by: 'prescriber', key: form?.[1] ?? '', ...NAMES };
    const pages = [await served.post('/besoin', sent), await served.post('/besoin', sent)];
    const links = await Promise.all(pages.map(async (page) => (await page.text()).match(/\/besoin\/[\w/-]+/g)));
    expect(links[0]).toHaveLength(2);
    expect(links[1]).toEqual(links[0]);
  });

  it('takes a correction, an answer, a word and both acceptances, each with who did it', async () => {
    const kept = await keep();
    const act = async ({ by, ...form }: Record<string, string>) => {
      const response = await served.post(by === 'buyer' ? kept.buyer : kept.prescriber, form);
      expect(response.status).toBe(200);
      return plain(await response.text());
    };
    expect(await act({ version: '1', by: 'buyer', do: 'slot_0_budget', slot_0_budget: '12 000 € HT' })).toMatch(
      /« budget »|12 000 € HT<\/q>[\s\S]*dit par l'acheteur/,
    );
    await act({ version: '2', by: 'buyer', do: 'ask', ask: 'Des sacoches ?' });
    expect(await act({ version: '3', by: 'prescriber', do: 'answer_3', answer_3: 'Non.' })).toMatch(
      /Le service répond :<\/span>Non\./,
    );
    expect(
      await act({ version: '4', by: 'buyer', do: 'term:le dépannage', 'term:le dépannage': 'remise en service' }),
    ).toMatch(/remise en service<\/b>, préféré par l'acheteur/);
    await act({ version: '5', by: 'buyer', do: 'accept' });
    const agreed = await act({ version: '6', by: 'prescriber', do: 'accept' });
    expect(agreed).toContain("D'accord des deux côtés");
    expect(agreed).not.toContain('name="slot_0_budget"');
    expect(await act({ version: '7', by: 'buyer', do: 'reopen' })).toContain('name="slot_0_budget"');
  });

  it('takes the whole of its own form, whose boxes are named after the words of the text', async () => {
    const { buyer } = await keep();
    const page = await (await fetch(served.address + buyer)).text();
    const names = [...page.matchAll(/<textarea[^>]* name="([^"]+)"/g)].map(([, name = '']) => name);
    expect(names.filter((name) => name.startsWith('term:')).join()).toContain('12k€');
    const form = Object.fromEntries(names.map((name) => [name.replaceAll('&#39;', "'"), '']));
    expect((await served.post(buyer, { ...form, version: '1', do: 'ask', ask: 'Des sacoches ?' })).status).toBe(200);
  });

  it('keeps what stands in the other boxes when one is saved', async () => {
    const { buyer } = await keep();
    const form = { version: '1', do: 'slot_0_budget', slot_0_budget: '9 k€', ask: 'brouillon' };
    expect(await (await served.post(buyer, form)).text()).toContain('brouillon</textarea>');
  });

  it('says that it was changed in the meantime, shows how it stands, and keeps what was typed', async () => {
    const { prescriber, buyer } = await keep();
    await served.post(buyer, { version: '1', do: 'slot_0_place', slot_0_place: 'à la mairie' });
    const late = await served.post(prescriber, {
      version: '1',
      do: 'slot_0_budget',
      slot_0_budget: 'ma somme',
    });
    expect(late.status).toBe(409);
    const page = await late.text();
    expect(page).toContain(catalogues.fr.rewording.agreement.stale);
    expect(page).toContain('à la mairie</q>');
    expect(page).toMatch(/<details class="edit" open>[\s\S]*?ma somme<\/textarea>/);
  });

  it.each([
    ['empty', { do: 'ask', ask: '  ' }],
    ['other', { do: 'answer_9', answer_9: 'x' }],
    ['other', { do: 'nothing of ours' }],
    ['unchanged', { do: 'slot_0_object', slot_0_object: 'PC portables Dell' }],
  ] as const)('says why a change is refused: %s', async (why, form) => {
    const response = await served.post((await keep()).buyer, { version: '1', ...form });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain(catalogues.fr.rewording.agreement.refused[why]);
  });

  it('names the limit of a box that is too full', async () => {
    const response = await served.post((await keep()).buyer, { version: '1', do: 'ask', ask: 'a'.repeat(2001) });
    expect(plain(await response.text())).toContain('2 000 caractères au plus');
  });

  it('has a page of its own for an address where nothing is', async () => {
    for (const path of ['/besoin/rien', '/besoin/rien.docx', `/besoin/${encodeURIComponent(HOSTILE)}`]) {
      const response = await served.get(path);
      expect(response.status).toBe(404);
      const page = await response.text();
      expect(page).toContain(catalogues.fr.rewording.agreement.unknown.title);
      expect(page).not.toContain('<script>');
    }
    expect((await served.post('/besoin/rien', { version: '1', by: 'buyer', do: 'accept' })).status).toBe(404);
  });

  it.each([
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['md', 'text/markdown; charset=utf-8'],
    ['json', 'application/json; charset=utf-8'],
  ])('is downloaded as %s under its own name', async (format, type) => {
    const response = await served.get(`${(await keep()).reading}.${format}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('content-disposition')).toContain(`filename*=UTF-8''Besoin%20%C3%A9t%C3%A9.${format}`);
    expect(await response.text()).toMatch(new RegExp(`^${format} [0-9a-f-]{36}$`));
  });

  it('loses nothing typed when the store is down', async () => {
    const { buyer: path } = await keep();
    interpreting.down = true;
    const unsaved = await served.post('/besoin', { text: NEED, by: 'prescriber', ...NAMES });
    expect(unsaved.status).toBe(503);
    const page = await unsaved.text();
    expect(page).toContain(catalogues.fr.faults.store_down.text);
    expect(page).toContain(`>\n${NEED}</textarea>`);

    const form = { version: '1', by: 'buyer', do: 'ask', ask: 'ma question', slot_0_place: 'mon lieu' };
    const unchanged = await served.post(path, form);
    expect(unchanged.status).toBe(503);
    const kept = await unchanged.text();
    expect(kept).toContain('ma question</textarea>');
    expect(kept).toContain('mon lieu</textarea>');
    expect(kept).toMatch(/name="do" value="ask"/);
    const part = await served.post(path, form, FRAGMENT);
    expect(part.status).toBe(503);
    expect(await part.text()).toMatch(/^<p>/);
    expect((await served.get(path)).status).toBe(503);

    interpreting.down = 'full';
    const readable = await served.post(path, form, FRAGMENT);
    expect(readable.status).toBe(503);
    const shown = await readable.text();
    expect(shown).toContain(catalogues.fr.faults.store_down.text);
    expect(shown).toMatch(/^<div id="screen">[\s\S]*mon lieu<\/textarea>[\s\S]*ma question<\/textarea>/);

    interpreting.down = false;
    expect((await served.post(path, form)).status).toBe(200);
  });

  it('loses nothing typed when the store throws, and tells nothing of it', async () => {
    const { buyer: path } = await keep();
    const fail = async () => {
      throw new Error('secret detail');
    };
    interpreting.change = fail;
    interpreting.agreement = fail;
    interpreting.open = fail;
    const unchanged = await served.post(path, { version: '1', by: 'buyer', do: 'ask', ask: 'ma question' });
    expect(unchanged.status).toBe(503);
    const kept = await unchanged.text();
    expect(kept).toContain('ma question</textarea>');
    const unsaved = await served.post('/besoin', { text: NEED, by: 'buyer', ...NAMES });
    expect(unsaved.status).toBe(503);
    expect(kept + (await unsaved.text())).not.toContain('secret detail');
    expect(logged.length).toBeGreaterThan(2);
  });

  it('is not changed from another site', async () => {
    const { buyer: path } = await keep();
    for (const target of ['/reformuler', '/besoin', path]) {
      const response = await served.post(
        target,
        { text: NEED, version: '1', by: 'buyer', do: 'accept' },
        { 'sec-fetch-site': 'cross-site' },
      );
      expect(response.status).toBe(403);
    }
    expect(await (await served.get(path)).text()).toMatch(/version 1\s/);
  });
});

it('becomes a demand of whoever asks for it, with all that the department said in it; pressed twice, one demand', async () => {
  const town = createTown({ people: PEOPLE.map((one) => (one.id === 'maelle' ? { ...one, id: 'claire' } : one)) });
  const own = await serve(createFakeConversing(), {
    interpreting,
    help: { helping: createFakeHelping(), signIn: { kind: 'demo' } },
    purchasing: town.purchasing,
  });
  const pageOf = async (person: string) => {
    const browser = createBrowser(own.address);
    await browser.post('/connexion', { person });
    const response = await browser.get(`/demo/${person}/besoin/${id}`);
    return { browser, page: await response.text() };
  };
  const reword = mustBe(await interpreting.reword('il nous faut 30 chaises pour l’école', 'to_buyer', 'fr'));
  const { view } = mustBe(
    await interpreting.open(reword, 'prescriber', { kind: 'person', id: 'x', side: 'prescriber' }),
  );
  const { id, version } = view;
  const budget = { kind: 'corrected', by: 'prescriber', need: 0, slot: 'budget', value: '1 800 € TTC' } as const;
  mustBe(await interpreting.change(id, version, budget, { kind: 'person', id: 'x', side: 'prescriber' }));
  const { browser, page } = await pageOf('claire');
  const fields = Object.fromEntries(
    [...page.matchAll(/name="(text|key)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );
  const twice = [];
  for (const _ of [1, 2]) twice.push(await browser.post('/demo/claire/demandes', fields));
  const [first, second] = twice.map(({ headers }) => headers.get('location'));
  expect(first).toMatch(/\/demande\//);
  expect(second).toBe(first);
  expect(got(await town.purchasing.mine('claire'))).toMatchObject([{ title: '30 chaises', stage: 'draft' }]);
  expect(plain(await (await browser.get(first ?? '')).text())).toContain(plain('Budget : 1 800 € TTC'));
  expect((await pageOf('karim')).page).not.toContain(catalogues.fr.rewording.agreement.demand);
  await own.stop();
});

it('has typeset every French sentence: no plain space before a double sign', () => {
  const texts: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value);
    else if (typeof value === 'function') texts.push(value('x', 'y'));
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
  };
  collect(catalogues.fr.rewording);
  expect(texts.length).toBeGreaterThan(150);
  expect(texts.filter((text) => / [:;?!»]|« /.test(text) || /\p{L}'\p{L}/u.test(text))).toEqual([]);
});
