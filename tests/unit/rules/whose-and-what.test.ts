import { describe, expect, it } from 'vitest';
import { told } from './told.ts';

describe('what is no purchase', () => {
  it.each([
    'une dame tient un kiosque au bord du plan d’eau et nous verse 1 200 € pour la saison, il nous faut lancer un marché public ?',
    'un food-truck veut s’installer sur la place et nous paie 3 000 € par an, il faut un marché public ?',
    'on vend un vieux tracteur de la commune 9 000 €, faut-il une mise en concurrence ?',
    'le camping est exploité par une société qui verse à la commune une redevance de 20 000 € par an, quelle procédure ?',
  ])('«%s» is not worked out as one', async (text) => {
    expect((await told(text)).said).toBe('');
  });

  it('is not what is paid for', async () => {
    expect((await told('on loue un photocopieur 300 € HT par mois pendant 4 ans, quelle procédure ?')).said).toMatch(
      /^Achat direct.* : 14 400 € HT/,
    );
  });
});

describe('what one unit of a body buys', () => {
  it('is told under the condition that the others’ needs count', async () => {
    const { said } = await told('mon service veut acheter 12 000 € HT de chaises, on peut acheter directement ?');
    expect(said).toMatch(/^Oui, achat direct.*\(si les achats semblables de tout l'organisme, ajoutés, restent/);
  });

  it('is asked about as a whole where others buy the same', async () => {
    const { said, asks } = await told(
      'notre labo achète 50 000 € HT de réactifs, les autres labos aussi, faut-il un marché ?',
    );
    expect(said).toMatch(/^Si ce montant est tout le besoin : .*\(les besoins semblables des unités s'additionnent/);
    expect(asks).toBe('montant_ht');
  });

  it.each([
    'la commune achète 12 000 € HT de chaises, on peut acheter directement ?',
    'notre école passe ses marchés de façon autonome, 30 000 € HT de mobilier, quelle procédure ?',
    'notre école à rénover, 30 000 € HT de travaux, quelle procédure ?',
  ])('«%s»: is not what a whole body buys, nor one of its own, nor works', async (text) => {
    expect((await told(text)).said).not.toContain('organisme');
  });
});

describe('a purchase said to be new', () => {
  it.each([
    'Le vendeur affirme que sa solution est innovante, 85 000 € HT, peut-on l’acheter sans mise en concurrence ?',
    'Un logiciel soi-disant innovant à 90 000 € HT, achat innovant direct possible ?',
    'Ils ont un capteur jamais vu ailleurs à 78 000 € HT et sont labellisés jeune entreprise innovante, achat innovant sans concurrence ?',
  ])('«%s»: is asked about where who sells it says so, or its status is argued', async (text) => {
    const { said, asks } = await told(text);
    expect(asks).toBe('innovant');
    expect(said).not.toMatch(/^Oui/);
  });

  it('is not, where that is denied once', async () => {
    const { said } = await told(
      'achat innovant de 75 000 € HT, mais le produit n’est pas innovant, on peut l’acheter sans mise en concurrence ?',
    );
    expect(said).toMatch(/^Non, pas de dispense/);
  });

  it('is permitted under its condition', async () => {
    expect((await told('Une solution innovante à 62 000 € HT, on y va sans consultation ?')).said).toMatch(
      /^Oui, achat innovant permis.* \(si ce qui est acheté est vraiment nouveau ou nettement amélioré\)\.$/,
    );
  });
});

describe('a notification of which the month or the year alone is told', () => {
  it.each([
    [
      'Marché de services notifié en mars 2023, prestations similaires prévues. Peut-on encore en conclure aujourd’hui ?',
      /^Non, délai passé : le dernier jour pour conclure était le dimanche 1er mars 2026/,
    ],
    [
      'marché de services notifié en 2022, prestations similaires prévues au départ, encore possible ?',
      /^Non, délai passé/,
    ],
    [
      'marché de travaux notifié en juin 2024, prestations similaires annoncées, jusqu’à quand peut-on conclure ?',
      /^Mardi 1er juin 2027, dernier jour pour conclure/,
    ],
    [
      'Marché de voirie notifié en mars 2023, documents sans mention de prestations similaires. Peut-on en confier au même titulaire aujourd’hui ?',
      /^Non, pas au titre des prestations similaires\.$/,
    ],
  ])('«%s»', async (text, wanted) => {
    expect((await told(text)).said).toMatch(wanted);
  });
});

describe('what is asked in the words of another thing', () => {
  it.each([
    'le sous-traitant a fait 450 € TTC de peinture, c’est nous qui le payons en direct ?',
    'un mandat de maîtrise d’ouvrage à 8 000 € HT, faut-il un contrat écrit ?',
  ])('«%s» is not worked out as an ordinary purchase', async (text) => {
    expect((await told(text)).said).not.toMatch(/achat direct|procédure/i);
  });

  it('of a notice of change is answered, and not whether the change is open', async () => {
    const notice = async (how: string) =>
      (
        await told(
          `travaux de 2 M€ HT ${how}, avenant de 12 % pour un imprévu de sous-sol : faut-il publier un avis de modification ?`,
        )
      ).said;
    expect(await notice('passés en procédure adaptée')).toMatch(/^Non, aucun avis de modification à publier/);
    expect(await notice('passés en procédure formalisée')).toMatch(/^Oui, un avis de modification est à publier/);
  });

  it('of meals served to residents is a specific service', async () => {
    const { said } = await told('EHPAD public : prestation de restauration à 300 000 € HT par an, quelle procédure ?');
    expect(said).toMatch(/^Procédure adaptée/);
  });
});

it('adds up what separate quotes would cut', async () => {
  const { said } = await told(
    'on refait trois rues du même quartier, 60 000, 55 000 et 65 000 € HT de travaux, le maire veut trois devis séparés, quelle procédure ?',
  );
  expect(said).toContain('180 000 € HT');
});
