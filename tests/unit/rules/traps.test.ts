import { describe, expect, it } from 'vitest';
import { createReckon } from '../../../src/rules/reckon.ts';
import { figures } from './fixtures.ts';

const reckon = createReckon('knowledge', figures);

async function told(text: string) {
  const reckoned = await reckon({ text, at: '2026-11-28', reader: 'achat', before: undefined });
  const plain = (said = '') =>
    said
      .replace(/[\u00a0\u202f]/g, ' ')
      .replace(/’/g, "'")
      .replace(/\*/g, '');
  return { said: plain(reckoned?.told.said), asks: reckoned?.told.missing?.fact };
}

describe('what a message tells, and what it only seems to', () => {
  it.each([
    [
      'the day the case began',
      'consultation engagée le 10 mars 2026, la commune a acheté des tablettes pour 52 000 € HT sans publicité ni concurrence, marché signé le 24 avril, était-ce permis ?',
      /adaptée/,
    ],
    [
      'papers that are not online',
      "Commune, appel d'offres ouvert, offres électroniques, avis envoyé le 14 décembre 2026, des plans ne peuvent pas être mis en ligne. Limite minimale ?",
      /18 janvier 2027/,
    ],
    [
      'a due day beside a day of payment',
      'facture 12000 ttc échue le 5 oct 2026 payée le 26 oct, on doit combien ?',
      /111,80/,
    ],
    [
      'the day an invoice came',
      'commune, facture de 12 000 € TTC reçue le 3 septembre 2026, payée le 20 novembre, on doit combien ?',
      /1?\d{2,3},\d\d €/,
    ],
    [
      'lots without competition',
      'Commune, travaux allotis en procédure adaptée, total 600 000 € HT. Puis-je traiter sans mise en concurrence deux lots, de 95 000 € et 30 000 € HT ?',
      /^Non/,
    ],
    [
      'renewals told within the length',
      "Régie d'eau potable agissant comme entité adjudicatrice : accord-cadre de 6 ans reconductions comprises. Durée admise ?",
      /^Oui/,
    ],
  ])('%s', async (_, text, result) => {
    const { said } = await told(text);
    expect(said).toMatch(result);
  });

  it.each([
    [
      'a firm’s status',
      'Nous voulons prendre une jeune entreprise innovante pour un service à 85 000 € HT : mon chef dit que ça suffit pour acheter de gré à gré',
      'innovant',
    ],
    [
      'a maximum of an unsaid time',
      'Commune, accord-cadre de fournitures de bureau sur quatre ans. Le brouillon dit « maximum 60 000 € HT ». Quelle procédure ?',
      'montant_ht',
    ],
    ['a need without a sum', '30 chaises pour la salle des fêtes, quelle procédure ?', 'montant_ht'],
  ])('%s is asked about', async (_, text, fact) => {
    expect((await told(text)).asks).toBe(fact);
  });

  it('a lot that nobody answered is no question of small lots', async () => {
    const { said } = await told("MAPA travaux de 320 000 € en 4 lots, le lot 3 (38 000 €) n'a reçu aucune offre");
    expect(said).not.toMatch(/petits lots/);
  });
});
