import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFakeConversing } from '../../fakes/conversing.ts';
import { plain } from '../../fixtures/composed.ts';
import { ANYWHERE, type Served, serve } from '../../fixtures/served.ts';

const NOTICE =
  '**Commune de Kerlann**, 1 place de la Mairie. Contact : marches@kerlann.example\n\n<script>alert(1)</script>';
let served: Served;
let bare: Served;

beforeAll(async () => {
  bare = await serve(createFakeConversing());
  const about = { ...ANYWHERE.about, version: '1.2.3', notice: NOTICE, hasModel: true };
  served = await serve(createFakeConversing(), { about });
});
afterAll(async () => {
  await bare.stop();
  await served.stop();
});

const pageOf = async ({ get }: Served, path: string) => plain(await (await get(path)).text());

describe('the foot of every page', () => {
  it('leads to the legal notice, the data and the accessibility of the service, a page that is not found included', async () => {
    for (const path of ['/', '/nowhere', '/a-propos'])
      for (const id of ['mentions', 'donnees', 'accessibilite'])
        expect(await pageOf(bare, path), path).toContain(`href="/a-propos#${id}"`);
    const about = await pageOf(bare, '/a-propos');
    for (const id of ['mentions', 'donnees', 'accessibilite']) expect(about).toContain(`id="${id}"`);
    expect(about).toContain('n’a pas encore écrit ses mentions légales'.replace('’', "'"));
  });

  it('says what the body wrote of itself, the version, how long things are kept, and whether a model is asked', async () => {
    const about = await pageOf(served, '/a-propos');
    expect(about).toContain('<strong>Commune de Kerlann</strong>');
    expect(about).not.toContain('<script>alert');
    expect(about).toContain('Truchement 1.2.3');
    expect(about).toContain('3 mois');
    expect(about).toContain('Un modèle de langage');
    expect(await pageOf(bare, '/a-propos')).toContain('Aucun modèle de langage');
  });

  it('speaks English where the page does, and leaves the notice in French', async () => {
    const about = await pageOf(served, '/a-propos?lang=en');
    expect(about).toContain('Accessibility: not compliant');
    expect(about).toContain('<div lang="fr">');
  });
});

describe('what goes over the network', () => {
  it('is compressed for who can read it, and left as it is for who cannot', async () => {
    const bytes = async (encoding: string) => {
      const reply = await fetch(served.address, { headers: { 'accept-encoding': encoding } });
      return { encoding: reply.headers.get('content-encoding'), text: await reply.text() };
    };
    expect((await bytes('br')).encoding).toBe('br');
    expect((await bytes('gzip')).encoding).toBe('gzip');
    expect((await bytes('identity')).encoding).toBeNull();
    expect((await bytes('br')).text).toBe((await bytes('identity')).text);
  });
});
