import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFakeConversing, type FakeConversing } from '../../fakes/conversing.ts';
import { createFakeHelping } from '../../fakes/helping.ts';
import { type Served, serve } from '../../fixtures/served.ts';

let served: Served;
let conversing: FakeConversing;
beforeEach(async () => {
  conversing = createFakeConversing();
  served = await serve(conversing, { help: { helping: createFakeHelping(), signIn: { kind: 'demo' } } });
});
afterEach(() => served.stop());

const FORM = 'application/x-www-form-urlencoded';
const post = (path: string, type: string, body: string | Buffer) =>
  fetch(served.address + path, { method: 'POST', headers: { 'content-type': type }, body });

async function expectPage(reply: Response, status: number, title: string): Promise<void> {
  const text = await reply.text();
  expect([reply.status, reply.headers.get('content-type')]).toEqual([status, 'text/html; charset=utf-8']);
  expect(text).toMatch(/<html lang="fr">/);
  expect(text).toContain(title);
}

describe('a form that no page of ours sends is refused with a page, and nothing looks at it', () => {
  it.each<[string, string | Buffer]>([
    ['a bad percent', 'text=100%'],
    ['half a character', 'text=%E0%A4'],
    ['half a surrogate pair', 'text=%ED%A0%80'],
    ['an overlong letter', 'text=%C0%80'],
    ['a NUL', 'text=a%00b'],
    ['a NUL in a name', 'te%00xt=a'],
    ['a field sent twice', 'text=a&text=b'],
    ['a name of every object', 'text=a&constructor=b'],
    ['the prototype', '__proto__=b&text=a'],
    ['a nested name', 'text[a]=b'],
    ['an endless name', `${'a'.repeat(500)}=b`],
    ['a thousand fields', Array.from({ length: 1000 }, (_, i) => `a${i}=b`).join('&')],
  ])('%s', async (_, body) => {
    await expectPage(await post('/', FORM, body), 400, 'Demande incomprise');
    expect(conversing.heard).toEqual([]);
  });

  it('another charset, or another type', async () => {
    for (const type of [`${FORM}; charset=utf-16`, `${FORM};charset="latin1"`, 'application/json', 'text/plain'])
      await expectPage(await post('/', type, 'text=a'), 415, 'Demande incomprise');
    expect((await post('/', `${FORM}; charset=UTF-8`, 'text=%C3%A9t%C3%A9')).status).toBe(200);
    expect(conversing.heard.map(({ text }) => text)).toEqual(['été']);
  });

  it.each([
    '/?lang=%',
    '/?lang=fr&lang=en',
    '/?a=%00',
    '/?__proto__=1',
    '/?constructor',
    '/connexion?suite=%ED%A0%80',
    '/nulle-part?a=%',
  ])('a query: %s', async (path) => expectPage(await served.get(path), 400, 'Demande incomprise'));

  it.each([
    ['/besoin/%E0%A4', 400],
    [`/formation/${'a'.repeat(300)}`, 404],
    ['/dossier/a%00b', 400],
  ])('an address: %s', async (path, status) => {
    const reply = await served.get(path);
    expect(reply.status).toBe(status);
    expect(await reply.text()).toContain('<html lang="fr">');
  });

  it('is told in the language and the shape it was asked in', async () => {
    const reply = await fetch(`${served.address}/?lang=en`, {
      method: 'POST',
      headers: { 'content-type': FORM, 'x-fragment': '1' },
      body: 'text=%',
    });
    expect([reply.status, await reply.text()]).toEqual([400, expect.stringMatching(/^<p>[A-Z]/)]);
  });

  it('what mailers add to an address is no fault', async () => {
    expect((await served.get('/?utm_source=lettre&_gl=1*abc&fbclid=x-y_z')).status).toBe(200);
  });
});

describe('a form with a file', () => {
  const part = (name: string, more = '', text = 'a') =>
    `--x\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${text}\r\n`;
  const multipart = (body: string, type = 'multipart/form-data; boundary=x') => post('/reserve/calendrier', type, body);

  it.each([
    ['has no boundary', part('a'), 'multipart/form-data'],
    ['is cut short', part('a')],
    ['is cut short in a file', '--x\r\nContent-Disposition: form-data; name="f"; filename="a.ics"\r\n\r\nBEGIN'],
    ['is cut short in its headers', '--x\r\nContent-Disp'],
    ['has a field twice', `${part('text')}${part('text')}--x--\r\n`],
    ['has a field of every object', `${part('constructor')}--x--\r\n`],
    ['has the prototype', `${part('__proto__')}--x--\r\n`],
    ['has a NUL', `${part('text', '', 'a\0b')}--x--\r\n`],
    [
      'has JSON for text',
      `--x\r\nContent-Disposition: form-data; name="text"\r\nContent-Type: application/json\r\n\r\n{}\r\n--x--\r\n`,
    ],
  ])('that %s is refused with a page', async (_, body, type?: string) => {
    await expectPage(await multipart(body, type), 400, 'Demande incomprise');
  });

  it('that has too much of something is refused with a page', async () => {
    for (const body of [
      `${part('f', '; filename="a"')}${part('g', '; filename="b"')}--x--\r\n`,
      `${Array.from({ length: 60 }, (_, i) => part(`a${i}`)).join('')}--x--\r\n`,
      `${part('text', '', 'a'.repeat(70_000))}--x--\r\n`,
    ]) {
      const reply = await multipart(body);
      expect([reply.status, (await reply.text()).includes('<html lang="fr">')]).toEqual([413, true]);
    }
  });
});
