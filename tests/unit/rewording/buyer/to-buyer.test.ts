import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCorpus } from '../../../../src/corpus/read-corpus.ts';
import { readNeeds } from '../../../../src/rewording/brief/read-needs.ts';
import { foldPlaced } from '../../../../src/rewording/buyer/fold-placed.ts';
import { natureOf } from '../../../../src/rewording/buyer/nature.ts';
import { ALL_CUES } from '../../../../src/rewording/buyer/notions.ts';
import { createToBuyer, type ToBuyer } from '../../../../src/rewording/buyer/to-buyer.ts';
import { checkFidelity } from '../../../../src/rewording/fidelity/check-fidelity.ts';
import { createFindTerms } from '../../../../src/rewording/terms.ts';
import { fold, indexTerms } from '../../../../src/text/words.ts';

interface Item {
  readonly id: string;
  readonly text: string;
  readonly terms: readonly string[];
  readonly keep: readonly string[];
  readonly absent: readonly string[];
}

const items: readonly Item[] = readFileSync('tests/golden/rewording/to-buyer.jsonl', 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line) as Item);
const { corpus } = readCorpus('knowledge');
const toBuyer: ToBuyer = createToBuyer({
  findTerms: createFindTerms(corpus.lexicon),
  lexicon: corpus.lexicon,
});
const reword = (text: string) => toBuyer(text, readNeeds(text));

describe('the golden messages', () => {
  const told: { readonly item: Item; readonly text: string }[] = [];
  beforeAll(async () => {
    for (const item of items) told.push({ item, text: (await reword(item.text)).text });
  });

  it('keep every figure, name and negation in at least 97 in a hundred', () => {
    const lost = told.filter(({ item, text }) => item.keep.some((one) => !holds(text, one)));
    expect(lost.length, lost.map(({ item }) => item.id).join(' ')).toBeLessThanOrEqual(items.length * 0.03);
  });

  it('say at least 80 in a hundred of the terms that the buyer expects', () => {
    const wanted = told.flatMap(({ item, text }) => item.terms.map((term) => holds(text, term)));
    expect(wanted.filter(Boolean).length / wanted.length).toBeGreaterThanOrEqual(0.8);
  });

  it('hold none of the words that would be chatter or invention in at least 97 in a hundred', () => {
    const wrong = told.filter(({ item, text }) =>
      item.absent.some((word) => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'iu').test(text)),
    );
    expect(wrong.length, wrong.map(({ item }) => item.id).join(' ')).toBeLessThanOrEqual(items.length * 0.03);
  });

  it('pass the fidelity guard in at least 97 in a hundred', () => {
    const unfaithful = told.filter(({ item, text }) => !checkFidelity(item.text, text).faithful);
    expect(unfaithful.length, unfaithful.map(({ item }) => item.id).join(' ')).toBeLessThanOrEqual(items.length * 0.03);
  });
});

describe('the person who speaks', () => {
  it.each([
    ['On a besoin de chaises.', 'Le service demandeur a besoin de chaises.'],
    ['Je prends 3 lots de gants.', 'Le service demandeur prend 3 lots de gants.'],
    ['Nous gérons 4 sites et nous finissons en mai.', 'Le service demandeur gère 4 sites et le service finit en mai.'],
    ['il nous faut des écrans', "Le service demandeur a besoin d'écrans."],
    ['On veut pas de plastique.', 'Le service demandeur ne veut pas de plastique.'],
    ['On aimerait que notre école soit repeinte.', 'Le service demandeur aimerait que son école soit repeinte.'],
    ['Peut-on renouveler ?', "Le service demande s'il peut renouveler."],
    ['Combien de devis faut-il ?', 'Le service demande combien de devis il faut.'],
    ['Le budget est bloqué, on fait quoi ?', 'Le budget est bloqué. Le service demande comment procéder.'],
    [
      "Mon cousin répond au marché, je peux l'aider ?",
      "Le cousin de l'auteur de la demande répond au marché. L'auteur de la demande demande s'il peut l'aider.",
    ],
    ['Remplacer les néons.', 'Le besoin consiste à remplacer les néons.'],
    ['12 chaises pour la salle', 'Le besoin porte sur 12 chaises pour la salle.'],
    ['On a besoin de deux choses.', 'Le service demandeur a besoin de deux choses.'],
    ['La mairie aimerait confier la tonte.', 'La mairie aimerait confier la tonte.'],
    ['Une école organise un voyage.', 'Une école organise un voyage.'],
    ['il faut le meme modele, dici mars', "Il faut le même modèle, d'ici mars."],
    ['15 chaises pr la salle avt fin mai', 'Le besoin porte sur 15 chaises pour la salle avant fin mai.'],
    ["a livrer a la mairie, a l'accueil", "À livrer à la mairie, à l'accueil."],
    ["personne n'a répondu, on fait quoi", "Personne n'a répondu. Le service demande comment procéder."],
    ["Comment on l'écrit ?", "Le service demande comment il l'écrit."],
    ['On sait pas combien on peut mettre.', 'Le service demandeur ne sait pas combien il peut mettre.'],
    [
      'On annule, prévenez les 4 candidats.',
      'Le service demandeur annule, le service demande de prévenir les 4 candidats.',
    ],
    ["Vous nous avez dit d'attendre.", "L'acheteur a dit au service demandeur d'attendre."],
    ['peut on louer une salle ?', "Le service demande s'il peut louer une salle."],
    ['On prend le même genre de bancs.', 'Le service demandeur prend le même genre de bancs.'],
  ])('%s', async (source, expected) => {
    expect((await reword(source)).text.split('\n[')[0]).toBe(expected);
  });

  it('is quoted where no safe turn exists', async () => {
    expect((await reword('Vous en pensez quoi, vous autres ?')).text).toMatch(
      /«\u00a0Vous en pensez quoi, vous autres \?\u00a0»/,
    );
  });
});

describe('the nature of the purchase', () => {
  it.each([
    ['il faudrait 12 kayaks', 'fournitures'],
    ['louer 2 pianos pour un an', 'fournitures'],
    ['remplacer les 3 autolaveuses', 'fournitures'],
    ['refaire la peinture du hall', 'travaux'],
    ['acheter de la peinture pour les ateliers', 'fournitures'],
    ['un coup de neuf sur la façade', 'travaux'],
    ['faire traduire un site', 'services'],
    ["l'entretien des ascenseurs", 'services'],
    ['une étude sur le trafic', 'prestations intellectuelles'],
    ['le maire est absent mardi', undefined],
    ['on ne veut plus de chaises', undefined],
  ])('%s: %s', (message, nature) => {
    expect(natureOf(foldPlaced(message).text, [])).toBe(nature);
  });

  it('is said of each of two needs', async () => {
    const { text } = await reword('On veut refaire la peinture du couloir et acheter 6 bancs.');
    expect(text).toContain("Nature de l'achat : travaux et fournitures");
  });

  it('is not that of the department which asks', async () => {
    const { text } = await reword('Le service des archives a besoin de 15 chaises.');
    expect(text).toContain('fournitures');
    expect(text).not.toContain('archivage');
  });
});

describe('an amount', () => {
  it.each([
    ['Achat de 4 bancs, 2 000 € HT.', true],
    ['La facture précédente était de 3 100 € HT.', false],
    ['La subvention de 20 000 € est refusée.', false],
  ])('is a value to estimate only when it is of a purchase to come: %s', async (message, estimated) => {
    expect((await reword(message)).text.includes('valeur estimée')).toBe(estimated);
  });
});

describe('letters', () => {
  it('lose their courtesy and keep who writes and to whom', async () => {
    const { text } = await reword(
      "Bonjour Sophie,\nOn a 3 vélos à réparer.\nMerci d'avance,\nCordialement\nPaul Martin\nService des sports",
    );
    expect(text).toContain("À l'attention de Sophie.");
    expect(text).toContain('Demande présentée par Paul Martin, Service des sports.');
    expect(text).not.toMatch(/Bonjour|Merci|Cordialement/);
  });

  it('keep bullets and paragraphs in order', async () => {
    const { text } = await reword('Besoin :\n- 3 bancs\n- 2 tables\n\nLivraison en mai.');
    expect(text.indexOf('- 3 bancs')).toBeLessThan(text.indexOf('- 2 tables'));
    expect(text.indexOf('- 2 tables')).toBeLessThan(text.indexOf('Livraison en mai'));
  });
});

describe('amounts', () => {
  it('written short are also given as read', async () => {
    expect((await reword('Budget de 12k€ pour un vélo.')).text).toMatch(/12k€ \(12[\s\u202f]000[\s\u00a0]€\)/);
  });
});

describe('the tables of turns', () => {
  const known = new Set(corpus.lexicon.map(({ id }) => id));
  it.each(ALL_CUES.map((cue) => [cue.concept, cue] as const))('%s', (concept, cue) => {
    expect(known.has(concept)).toBe(true);
    // A figure of ours would read as one of the person's.
    for (const label of cue.show ?? []) expect(label).not.toMatch(/\d/);
  });
});

describe('any text', () => {
  const words = [
    'on',
    'je',
    'nous',
    'notre',
    'vous',
    'pas',
    '12k€',
    'école',
    'besoin de',
    '?',
    '.',
    '\n- ',
    "j'ai",
    'faut',
    'le 3 mai',
    'Dell',
    '(',
    '«',
    '😀',
    '\u200b',
    'e\u0301',
    'œuvre',
    '30 %',
  ];
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((list) => list.join(' ')),
  );

  it('is reworded without throwing, and terms are the very words of the source', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (source) => {
        const { text, terms } = await reword(source);
        for (const { from, span, to } of terms) {
          expect(source.slice(...span)).toBe(from);
          expect(text).toContain(to);
        }
      }),
    );
  });

  it('keeps all its figures', async () => {
    const said = fc.array(fc.constantFrom(...words, '2 500', '17', '48 h', 'svp', 'Bonjour', 'Merci', 'cordialement'), {
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(said, async (list) => {
        const source = list.join(' ');
        const { text } = await reword(source);
        for (const figure of source.match(/\d+/g) ?? []) expect(text).toContain(figure);
      }),
    );
  });
});

/** One of the alternatives stands in the text, as it is or in other inflections. */
function holds(text: string, alternatives: string): boolean {
  const plain = fold(text).replace(/\s+/g, ' ');
  const stems = ` ${indexTerms(text).join(' ')} `;
  return alternatives.split('|').some((one) => {
    const terms = indexTerms(one);
    return (
      plain.includes(fold(one.trim()).replace(/\s+/g, ' ')) ||
      (terms.length > 0 && !/\d/.test(one) && stems.includes(` ${terms.join(' ')} `))
    );
  });
}
