import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Memory } from '../../../src/answering/memory.ts';
import { catalogues } from '../../../src/text/catalogues.ts';
import { composeReal, plain } from '../../fixtures/composed.ts';
import { type Served, serve } from '../../fixtures/served.ts';

const QUESTION = 'cest toujours 40 000 euros la limite ?';
let served: Served;
let memory: Memory;

beforeAll(async () => {
  const composed = await composeReal();
  memory = composed.memory;
  const { respond } = composed.assistant;
  served = await serve(
    { respond, addFeedback: memory.addFeedback, exchanged: memory.exchanged, forget: memory.forget },
    { perMinute: 1000 },
  );
});
afterAll(() => served.stop());

function cookieOf(response: Response): string {
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}

function conversationOf(response: Response): string {
  return cookieOf(response).split('=')[1] ?? '';
}

describe('without JavaScript', () => {
  it('promises no reservist where nobody signs in', async () => {
    const page = await (await fetch(`${served.address}/`)).text();
    expect(page).toContain('Une réponse, deux versions');
    expect(page).not.toContain('Un réserviste au besoin');
  });

  it('answers a plain form with the whole page: both registers, the source, its date and its articles', async () => {
    const response = await served.post('/', { text: QUESTION });
    const text = plain(await response.text());
    expect(response.status).toBe(200);
    expect(text).toMatch(/^<!doctype html>\n<html lang="fr">/);
    expect(text).toContain(`<p>${QUESTION}</p>`);
    expect(text).toMatch(/class="prose\b[^>]*>\s*<p>60 000 € HT en fournitures et services depuis le 1er avril 2026/);
    expect(text).toMatch(/<details class="more" data-key="other">\s*<summary>Pour l'acheteur<\/summary>/);
    expect(text).not.toMatch(/<details[^>]* open/);
    expect(text).toMatch(/à jour au \d{1,2}(?:er)? \p{L}+ 2026/u);
    expect(text).toMatch(
      /<a class="article" href="https:\/\/www\.legifrance\.gouv\.fr\/[^"]*" target="_blank" rel="external noopener noreferrer">/,
    );
    const sure = Object.values(catalogues.fr.sure).flatMap((line) => (typeof line === 'string' ? [plain(line)] : []));
    expect(sure.some((line) => text.includes(line))).toBe(true);
    expect(text).not.toContain('id="welcome"');
  });

  it('keeps the dialogue by a session cookie that no script reads and no other site sends', async () => {
    const first = await served.post('/', { text: 'j’ai un devis de 30 000 €, je peux signer ?' });
    expect(first.headers.get('set-cookie')).toMatch(/^truchement=[0-9a-f-]{36}; Path=\/; HttpOnly; SameSite=Strict$/);
    const cookie = cookieOf(first);
    const second = await served.post('/', { text: 'et pour les travaux ?' }, { cookie });
    expect(cookieOf(second)).toBe(cookie);
    expect(plain(await second.text())).toMatch(/100 000 € HT/);
  });

  it('marks the cookie as secure behind a proxy that speaks HTTPS', async () => {
    const response = await served.post('/', { text: 'bonjour' }, { 'x-forwarded-proto': 'https' });
    expect(response.headers.get('set-cookie')).toMatch(/; Secure$/);
  });

  it('gives a dialogue of its own to a cookie it never wrote, and none to who only looks', async () => {
    const response = await served.post('/', { text: 'bonjour' }, { cookie: 'truchement=../../etc/passwd' });
    expect(conversationOf(response)).toMatch(/^[0-9a-f-]{36}$/);
    expect((await served.get('/')).headers.get('set-cookie')).toBeNull();
  });

  it('answers in the register of the role that is chosen, and keeps it chosen', async () => {
    const text = await (await served.post('/', { text: QUESTION, role: 'buyer' })).text();
    expect(text).toMatch(/<details class="more" data-key="other">\s*<summary>Pour le service<\/summary>/);
    expect(text).toContain('name="role" value="buyer" checked>');
  });

  it('keeps no role as chosen that nobody chose', async () => {
    const text = await (await served.post('/', { text: QUESTION })).text();
    expect(text).not.toMatch(/name="role"[^>]*checked/);
  });

  it('sends a button’s text rather than what stands in the box, with its role', async () => {
    const text = await (await served.post('/', { text: 'brouillon', say_buyer: QUESTION })).text();
    expect(text).toContain(`<p>${QUESTION}</p>`);
    expect(text).toContain('<summary>Pour le service</summary>');
  });

  it('forgets the dialogue when asked, and says so', async () => {
    const asked = await served.post('/', { text: QUESTION });
    expect(memory.recall(conversationOf(asked))).toBeDefined();
    const response = await served.post('/forget', {}, { cookie: cookieOf(asked) });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/?forgotten=1');
    expect(response.headers.get('set-cookie')).toContain('Max-Age=0');
    expect(memory.recall(conversationOf(asked))).toBeUndefined();
    expect(plain(await (await served.get('/?forgotten=1')).text())).toContain('La conversation est effacée');
  });

  it('shows the dialogue again when the page is loaded again, with the side its person is on, and with each new answer', async () => {
    const asked = await served.post('/', { text: QUESTION, role: 'buyer' });
    const cookie = cookieOf(asked);
    const again = await (await fetch(`${served.address}/`, { headers: { cookie } })).text();
    expect(again).toContain(`<p>${QUESTION}</p>`);
    expect(again).toContain('name="role" value="buyer" checked>');
    expect(again).not.toContain('id="welcome"');
    const second = await (await served.post('/', { text: 'et pour les travaux ?', role: 'buyer' }, { cookie })).text();
    expect(second.match(/class="exchange"/g)).toHaveLength(2);
    expect(second.indexOf(QUESTION)).toBeLessThan(second.indexOf('et pour les travaux ?'));
    await served.post('/forget', {}, { cookie });
    expect(await (await fetch(`${served.address}/`, { headers: { cookie } })).text()).toContain('id="welcome"');
  });

  it('has an address for each answer, which gives it again to anyone, apart from the dialogue they are in', async () => {
    const asked = await served.post('/', { text: QUESTION, role: 'buyer' });
    const address = /class="permalink" href="([^"]+)"/.exec(await asked.text())?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(address).toMatch(/^\/reponse\?question=.+&pour=buyer$/);
    const opened = await served.get(address);
    expect(opened.headers.get('set-cookie')).toContain('truchement=');
    const page = plain(await opened.text());
    expect(page).toContain(`<p>${QUESTION}</p>`);
    expect(page).toContain('<summary>Pour le service</summary>');
    const cookie = cookieOf(await served.post('/', { text: 'bonjour' }));
    const apart = await fetch(served.address + address, { headers: { cookie } });
    expect(apart.headers.get('set-cookie')).toBeNull();
    const after = await (await fetch(`${served.address}/`, { headers: { cookie } })).text();
    expect(after).not.toContain(QUESTION);
    expect((await fetch(`${served.address}/reponse`, { redirect: 'manual' })).headers.get('location')).toBe('/');
  });

  it('copies nothing without a script: the button that would is hidden', async () => {
    const page = await (await served.post('/', { text: QUESTION })).text();
    expect(page).toMatch(/<button type="button" class="copy" data-copy="m-[^>]* hidden>/);
  });

  it('offers to forget only to who has a dialogue', async () => {
    expect(await (await served.get('/')).text()).toMatch(/class="forget"[^>]* hidden>/);
    const asked = await served.post('/', { text: 'bonjour' });
    const again = await fetch(`${served.address}/`, { headers: { cookie: cookieOf(asked) } });
    expect(await again.text()).not.toMatch(/class="forget"[^>]* hidden>/);
  });
});

describe('with the script', () => {
  it('gets the new exchange alone', async () => {
    const text = await (await served.post('/', { text: QUESTION }, { 'x-fragment': '1' })).text();
    expect(text).toMatch(/^<article class="exchange" id="m-[0-9a-f-]{36}"/);
    expect(text).not.toContain('<html');
  });
});

describe('feedback', () => {
  async function messageId(): Promise<string> {
    const text = await (await served.post('/', { text: QUESTION })).text();
    return /name="message" value="([^"]+)"/.exec(text)?.[1] ?? '';
  }

  it('stores that an answer is useful', async () => {
    const message = await messageId();
    const response = await served.post('/feedback', { message, useful: 'yes' });
    expect(await response.text()).toContain('Merci, votre avis est noté.');
    expect(memory.feedback().at(-1)).toEqual({ messageId: message, useful: true, why: undefined });
  });

  it('stores why an answer is not useful: the choice, then the comment', async () => {
    const message = await messageId();
    await served.post('/feedback', { message, useful: 'no', why: 'incomplete', comment: ' il manque le délai ' });
    expect(memory.feedback().at(-1)).toEqual({
      messageId: message,
      useful: false,
      why: 'incomplete: il manque le délai',
    });
  });

  it('cuts a comment that is far too long', async () => {
    const message = await messageId();
    await served.post('/feedback', { message, useful: 'no', comment: 'x'.repeat(5000) });
    expect(memory.feedback().at(-1)?.why).toHaveLength(1000);
  });

  it('stores nothing for a form that is not ours', async () => {
    const before = memory.feedback().length;
    const response = await served.post('/feedback', { message: 'un autre', useful: 'yes' });
    expect(response.status).toBe(400);
    expect((await served.post('/feedback', { message: await messageId(), useful: 'maybe' })).status).toBe(400);
    expect(memory.feedback()).toHaveLength(before);
  });
});

describe('in English', () => {
  it('shows the page in English and leads back to French', async () => {
    const text = await (await served.get('/?lang=en')).text();
    expect(text).toMatch(/<html lang="en">/);
    expect(text).toContain('<a href="/" lang="fr" hreflang="fr"');
    expect(text).toContain('action="/?lang=en"');
    expect(text).toContain('Your question');
  });

  it('marks what is quoted from the corpus as French, and writes dates in English', async () => {
    const text = await (await served.post('/?lang=en', { text: QUESTION })).text();
    expect(text).toContain('<div class="prose leads" lang="fr">');
    expect(text).toContain('<h3>What to do now</h3><div class="prose" lang="fr">');
    expect(text).toMatch(/up to date as of \d{1,2} \p{L}+ 2026/u);
    expect(text).toContain('The corpus is in French');
  });

  it('does not mark its own sentences as French', async () => {
    const text = await (await served.post('/?lang=en', { text: 'hello' })).text();
    expect(text).not.toMatch(/<(?:div|p|button)[^>]*lang="fr"/);
  });
});

it('is healthy', async () => {
  expect(await (await served.get('/health')).json()).toEqual({ status: 'ok' });
});
