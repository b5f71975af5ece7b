// What the lines of a dialogue are read as, and what comes of each: over the real corpus, one class of lines after another.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Composed } from '../../../scripts/compose.ts';
import type { OutboundMessage } from '../../../src/answering/port/outcome.ts';
import { composeReal, dialogue, plain } from '../../fixtures/composed.ts';

let composed: Composed;
beforeAll(async () => {
  composed = await composeReal();
});
const last = async (...lines: readonly string[]): Promise<OutboundMessage> => {
  const speak = dialogue(composed.assistant);
  let reply: OutboundMessage | undefined;
  for (const line of lines) reply = await speak(line);
  if (reply === undefined) throw new Error('nothing was said');
  return reply;
};
const fiches = ({ outcome }: OutboundMessage) =>
  outcome.kind === 'answer' || outcome.kind === 'clarification' ? outcome.sources.map(({ fiche }) => fiche) : [];
const short = ({ outcome, role }: OutboundMessage) =>
  outcome.kind === 'answer' ? plain(outcome.short[role].answer) : '';

describe('a line without a subject of its own is about what was being said', () => {
  it.each([
    ['qui la préside ?', 'la commission d’appel d’offres, qui la compose ?', /cao|commission|appel-offres/],
    ['et une seule suffit ?', 'combien de lettres de rejet envoyer aux candidats évincés ?', /rejet/],
    [
      'il doit répondre en combien de jours',
      'le sous-traitant présenté en cours de marché, on l’accepte comment ?',
      /sous-trait/,
    ],
  ])('«%s» after «%s»', async (line, question, fiche) => {
    expect(fiches(await last(question, line)).join(' ')).toMatch(fiche);
  });

  it('is not answered with the same words twice', async () => {
    const first = await last('à partir de quel montant faut-il un contrat écrit ?');
    const next = await last('à partir de quel montant faut-il un contrat écrit ?', 'en dessous c’est libre ?');
    expect(fiches(next)[0]).toBe(fiches(first)[0]);
    expect(short(next)).not.toBe(short(first));
    expect(short(next)).toMatch(/en dessous/i);
  });
});

describe('a line with a subject of its own leaves what was said', () => {
  it.each([
    ['pourquoi faut-il diviser un marché de travaux en lots ?', /allot|lots/],
    ['quel délai pour payer une facture ?', /paiement/],
    ['pourquoi garder une retenue ?', /retenue/],
  ])('«%s»', async (line, fiche) => {
    expect(fiches(await last('peut-on négocier en appel d’offres ?', line)).join(' ')).toMatch(fiche);
  });

  it('a case that was worked out, too', async () => {
    const reply = await last('quelle est l’avance obligatoire ?', 'délai de paiement d’un hôpital');
    expect(fiches(reply).join(' ')).toMatch(/delai-de-paiement/);
  });
});

describe('facts', () => {
  it('apply the question that was asked, worked out or not before', async () => {
    const { outcome } = await last('je dois refaire un toit, quelle procédure ?', '80 000 euros ht');
    expect(outcome.kind === 'answer' ? plain(outcome.computed?.said ?? '') : '').toMatch(/^Achat direct.*80 000/);
  });

  it('are none where somebody else said them: that is a doubt', async () => {
    const lines = [
      '80 000 € HT de mobilier pour la mairie, quelle procédure ?',
      'sûr ? on m’avait dit 40 000',
    ] as const;
    const reply = await last(...lines);
    expect(reply.outcome).not.toHaveProperty('computed.said');
    expect(short(reply)).toMatch(/^Procédure adaptée : 80 000 €/);
  });

  it('put right the value that was given', async () => {
    const { outcome } = await last('70 000 euros HT de mobilier, quelle procédure ?', 'pardon, 7 000 et pas 70 000');
    expect(outcome.kind === 'answer' ? plain(outcome.computed?.said ?? '') : '').toMatch(/^Achat direct.*: 7 000 €/);
  });
});

describe('another sum after a rule with two cases', () => {
  it('is answered by its own case, and nothing is to be read again', async () => {
    const question =
      'Pour la médiathèque, 50 000 € HT de romans et de BD chez le libraire, sans mise en concurrence, ça va ?';
    const reply = await last(question, 'et 95 000 ?');
    expect(short(reply)).toMatch(/^À partir de 90 000 €/);
  });
});

describe('a sum that the rule itself tells', () => {
  it('is asked about, and is not what a purchase costs', async () => {
    const { outcome } = await last(
      'on me dit que les travaux sans concurrence passent a 140 000 au 1er janvier c est vrai ??',
    );
    expect(outcome.kind === 'answer' ? outcome.asks : 'none').toBeUndefined();
  });
});

describe('a sum, in a case apart', () => {
  const said = async (line: string) => {
    const { outcome } = await last(line);
    return plain(('computed' in outcome && outcome.computed?.said) || '');
  };

  it('concludes neither yes nor no, and names the case', async () => {
    const line = 'commune, 110 000 € HT de services de maintenance du logiciel, seul éditeur, quelle procédure ?';
    expect(await said(line)).toMatch(/^Procédure adaptée.*, sauf cas à part : un seul .* \(R\. ?2122-3\)\.$/);
  });

  it('is told of no other purchase', async () => {
    expect(await said('12 ordinateurs à 900 € HT pour la mairie')).toMatch(/^Achat direct[^,]*, [^,]*: 10 800 € HT\.$/);
  });
});

describe('a sum, and another question beside it', () => {
  it('what the sum decides stands first, the other rule under it', async () => {
    const { outcome } = await last(
      'la chaudière de l’ehpad a lâché dimanche, on a appelé un chauffagiste direct 8000 euros c grave ?',
    );
    expect(outcome).toMatchObject({ kind: 'answer', beside: { question: expect.stringMatching(/urgence/) } });
    expect(plain((outcome.kind === 'answer' && outcome.computed?.said) || '')).toMatch(/^Achat direct/);
  });

  it('none is told where it would be of the same rule', async () => {
    const { outcome } = await last('commune, 75 000 € HT de mobilier, quelle procédure ?');
    expect(outcome).toMatchObject({ kind: 'answer', beside: undefined });
  });
});

describe('what is asked of the answer', () => {
  const QUESTION = 'peut-on négocier en appel d’offres ?';

  it.each([
    ['vous en êtes certain ?', /^Non[ .].*Je m'appuie sur la fiche/],
    ['dans quel texte c’est écrit', /^C'est écrit là : L\. 2124-2/],
  ])('«%s» is answered from it', async (line, said) => {
    const first = await last(QUESTION);
    const next = await last(QUESTION, line);
    expect(fiches(next)).toEqual(fiches(first));
    expect(short(next)).toMatch(said);
  });

  it('since when is told of the figures that it says', async () => {
    const next = await last('à partir de quel montant faut-il un contrat écrit ?', 'c’est depuis quand ?');
    expect(short(next)).toMatch(/25 000 € HT depuis le 1er/);
  });

  it('is asked of the likeliest, where several were offered', async () => {
    const { outcome } = await last('comment marche la procédure avec négociation ?', 'plus court svp');
    expect(outcome.kind).toBe('answer');
  });

  it('of nothing is told so', async () => {
    expect((await last('la source ?')).outcome.kind).toBe('smalltalk');
  });
});

it.each([
  ['parfait, merci à vous et bonne fin de journée', 'smalltalk'],
  ['je préfère avoir une vraie personne au téléphone', 'handoff'],
])('«%s» is heard', async (line, kind) => {
  expect((await last('peut-on négocier en appel d’offres ?', line)).outcome.kind).toBe(kind);
});
