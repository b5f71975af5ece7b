import { describe, expect, it } from 'vitest';
import { draw } from '../../../adapters/mail/draw.ts';
import { letterOfCase, letterOfWords } from '../../../adapters/mail/letter.ts';
import { meaningOf } from '../../../adapters/mail/smtp-fault.ts';
import type { Outgoing, Words } from '../../../src/message/delivery.ts';
import { mailTexts } from '../../../src/text/mail-texts.ts';

import { plain } from '../../fixtures/plain.ts';

const PLACES = {
  site: 'https://achats.ville.fr',
  stop: (kind: string) => `https://achats.ville.fr/courriels?quoi=${kind}`,
};
const MESSAGE: Outgoing = {
  id: 'm1',
  to: { platform: 'web', conversation: 'bob' },
  person: 'bob',
  case: 'c1',
  kind: 'offer',
  side: 'reservist',
  language: 'fr',
  text: 'Une demande vous est proposée (commune, 10 000–20 000 hab.). Réponse attendue lundi à 14 h.\n\n**La question**\n\n> Peut-on reconduire le marché de Mme Martin ?',
};
const WORDS: Words = {
  id: 'w1',
  to: { platform: 'web', conversation: 'bob' },
  person: 'bob',
  language: 'fr',
  text: 'Claire, sur « Chaises <b> » : le mot secret',
  brief: 'Claire, sur « Chaises <b> » : à lire sur sa page',
  purchase: 'p1',
  suggestions: [],
};

describe('an e-mail', () => {
  it('says of an offer from what kind of body and until when, and never the question', () => {
    const letter = letterOfCase(MESSAGE, PLACES);
    if (letter === undefined) throw new Error('an offer is told');
    const { text, html } = draw(letter);
    expect(text).toMatchInlineSnapshot(`
      "Une demande vous est proposée (commune, 10 000–20 000 hab.). Réponse attendue lundi à 14 h.

      Lire la demande et répondre : https://achats.ville.fr/dossier/c1

      -- 
      Personne ne lit les réponses à ce courriel : répondez sur la page.

      Ne plus recevoir les demandes qu’on vous propose : https://achats.ville.fr/courriels?quoi=offers
      "
    `);
    expect(plain(html)).toContain('10 000–20 000 hab.');
    expect(text + html).not.toContain('Martin');
    expect(html).toContain('href="https://achats.ville.fr/dossier/c1"');
  });

  it('carries no word of what one side wrote to the other, whatever the notice', () => {
    for (const side of ['requester', 'reservist'] as const)
      for (const kind of Object.keys(mailTexts.fr.cases[side]) as Outgoing['kind'][]) {
        const letter = letterOfCase({ ...MESSAGE, side, kind, text: 'Mots scellés' }, PLACES);
        if (letter === undefined || kind === 'offer') continue;
        const { text, html } = draw(letter);
        expect(text + html + letter.subject).not.toContain('scellés');
      }
  });

  it('shows what people wrote of a demand as it stands, without its markup, and not the words themselves', () => {
    const { text, html } = draw(letterOfWords(WORDS, PLACES));
    expect(plain(text)).toContain('Claire, sur « Chaises <b> » : à lire sur sa page');
    expect(html).toContain('Chaises &lt;b&gt;');
    expect(text + html).not.toContain('secret');
    expect(text).toContain('https://achats.ville.fr/demande/p1');
  });

  it('is not written of what its reader has just done, or need do nothing about', () => {
    for (const kind of ['searching', 'reopened', 'offer_over'] as const)
      expect(letterOfCase({ ...MESSAGE, side: 'requester', kind }, PLACES)).toBeUndefined();
  });

  it('draws Markdown of ours in both, calls no other host, and speaks the language of its reader', () => {
    const words: Words = {
      ...WORDS,
      purchase: undefined,
      brief: undefined,
      language: 'en',
      text: '**A** ![x](https://a.b/c.png)\n\n- one',
    };
    const { text, html } = draw(letterOfWords(words, PLACES));
    expect(text).toContain('- one');
    expect(html).toContain('<strong>A</strong>');
    expect(html).not.toContain('<img');
    expect(html).toContain('lang="en"');
    expect(text).toContain('Open my training: https://achats.ville.fr/formation/moi');
  });
});

describe('why a server took no e-mail', () => {
  const smtp = (command: string, response: string) => ({
    code: 'EENVELOPE',
    command,
    response,
    responseCode: Number(response.slice(0, 3)),
  });
  it.each([
    ['RCPT TO', '550 5.1.1 no such user', 'refused'],
    ['RCPT TO', '550 no such user', 'refused'],
    ['RCPT TO', '550 5.7.1 relaying denied', 'not_let_in'],
    ['RCPT TO', '553 5.1.8 sender', 'not_let_in'],
    ['RCPT TO', '554 relay access denied', 'not_let_in'],
    ['RCPT TO', '450 4.2.0 greylisted', 'later'],
    ['MAIL FROM', '550 5.1.1 who?', 'not_let_in'],
    ['DATA', '554 5.6.0 no', 'rejected'],
  ])('%s: %s', (command, response, kind) => {
    expect(meaningOf(smtp(command, response)).kind).toBe(kind);
  });

  it('never repeats the words of the server, which may hold an address', () => {
    expect(meaningOf(smtp('RCPT TO', '550 5.1.1 <bob@ville.fr> unknown')).why).toBe('smtp 550 5.1.1 RCPT TO');
    expect(meaningOf({ code: 'ECONNECTION', message: 'connect 10.0.0.1' })).toEqual({
      kind: 'unreachable',
      why: 'smtp ECONNECTION',
    });
    expect(meaningOf({ code: 'EAUTH', responseCode: 535, response: '535 5.7.8 no', command: 'AUTH PLAIN' }).kind).toBe(
      'not_let_in',
    );
  });
});
