import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyMasks } from '../../../src/masking/apply.ts';
import { type MaskRequest, NO_CHOICES } from '../../../src/masking/finding.ts';
import { createMasker } from '../../../src/masking/masker.ts';
import { NO_MASKING_LISTS, readMaskingLists } from '../../../src/masking/masking-lists.ts';
import { createSeal } from '../../../src/masking/seal.ts';
import { startProcessorClock } from '../../fixtures/processor-time.ts';
import { NIGHTLY, runs } from '../../fixtures/runs.ts';

const masker = createMasker(readMaskingLists('knowledge/masquage').lists);
const mask = (text: string, request?: MaskRequest) => applyMasks(text, masker.find(text, request), NO_CHOICES).text;
const found = (text: string) => masker.find(text).map(({ kind, text: words }) => `${kind} ${words}`);

/** Of characters. */
const HOSTILE = NIGHTLY ? 20_000 : 8_000;

describe('the masker', () => {
  it.each([
    ['M. Dupont a signé. dupont, DUPONT.', 'M. [personne 1] a signé. [personne 1], [personne 1].'],
    [
      'Sophie Bernard et Jean Morel ; Mme Bernard et M. Morel.',
      '[personne 1] et [personne 2] ; Mme [personne 1] et M. [personne 2].',
    ],
    ['M. Bernard et Mme Bernard', 'M. [personne 1] et Mme [personne 2]'],
    ['Vu avec Julie. Julie Martin signe.', 'Vu avec [personne 1]. [personne 1] signe.'],
    ['Mme Lefèvre, puis lefevre et Lefe\u0300vre', 'Mme [personne 1], puis [personne 1] et [personne 1]'],
    ['M. Petit a un petit marché', 'M. [personne 1] a un petit marché'],
    ['MM. Petit, Durand et Le Goff', 'MM. [personne 1], [personne 2] et [personne 3]'],
    ['Madame la Maire et Monsieur le Préfet', 'Madame la Maire et Monsieur le Préfet'],
    ['la commune de Kerzuelou ; Kerzuelou paie', 'la [commune] ; [commune] paie'],
    ['la mairie de Kerzuelou et la mairie de Plouvian', 'la [commune 1] et la [commune 2]'],
    ['le département de l’Ille-et-Vilaine', 'le [département]'],
    ['le SDIS 35 et le lycée Jean Guéhenno', "le [service d'incendie et de secours] et le [lycée]"],
    ['la société Dupont TP ; Dupont livre', 'la société [entreprise 1] ; [entreprise 1] livre'],
    ['marché n° 2021-045, lot n° 3, article R2122-8', 'marché n° [n° de marché], lot n° 3, article R2122-8'],
    ['au 12 bis, rue des Lilas 35000 Rennes.', 'au [adresse].'],
    ['la rue des Lilas et le gymnase Jean Moulin', 'la rue des Lilas et le [équipement public]'],
    ['chez nous, école jean-jaurès et crèche les lutins', 'chez nous, [école 1] et [école 2]'],
    ['le lycée les refuse, à l’école les mercredis', 'le lycée les refuse, à l’école les mercredis'],
    ['l’école Nord et l’école Sud', 'l’école Nord et l’école Sud'],
    ['le syndicat mixte Énergies 47', 'le [syndicat]'],
    ['l’office hlm logis armoricain', "l’[office public de l'habitat]"],
    ['offre de g.m.r. toiture, facture de K.L.T. hier', 'offre de [entreprise 1], facture de [entreprise 2]. hier'],
    ['l’entreprise V2R et l’offre du C.C.A.P. en B2B', 'l’entreprise [entreprise 1] et l’offre du C.C.A.P. en B2B'],
    ['c benniloc 47 le presta', 'c [entreprise 1] le presta'],
    ['mais frigolis peut livrer, lentreprise peut livrer', 'mais [entreprise 1] peut livrer, lentreprise peut livrer'],
    ['l’entreprise lartigot & fils', 'l’entreprise [entreprise 1]'],
    ['l’élue aux sports de Plessidec', 'l’élue aux sports de [commune]'],
    ['des bennes à Plessidec et Saint-Just-de-Brizac', 'des bennes à [commune 1] et [commune 2]'],
    ['c’est maëva r. de la compta', 'c’est [personne 1]. de la compta'],
    ['mr meunier passe, pas le meunier', 'mr [personne 1] passe, pas le meunier'],
    ['le plombier Jean Lefebvre, le peintre Couleurs Durables', 'le plombier [personne 1], le peintre [entreprise 1]'],
    ['le délai payé à l’hôpital public, à l’échelle du pays', 'le délai payé à l’hôpital public, à l’échelle du pays'],
    ['les travaux à L’Hôpital', 'les travaux à [commune de 5\u202f000 à 10\u202f000\u00a0habitants]'],
    ['La réunion a lieu lundi.', 'La réunion a lieu lundi.'],
    ['La Réunion attend ses camions.', '[département] attend ses camions.'],
    ['CAA de Nantes, tribunal administratif de Rennes', 'CAA de Nantes, tribunal administratif de Rennes'],
    ['prenom.nom [at] mairie.fr ou +33 6 12 34 56 78', '[courriel] ou [téléphone]'],
    ['Cordialement,\nMaëlys Kerguelen\nDirectrice', 'Cordialement,\n[personne 1]\nDirectrice'],
  ])('%s', (text, expected) => expect(mask(text)).toBe(expected));

  it('says how large a commune is where the lists know, and of no other body', () => {
    expect(mask('la mairie de Vitré, le CHU de Brest')).toBe(
      'la [commune de 10\u202f000 à 20\u202f000\u00a0habitants], le [établissement public de santé]',
    );
    expect(mask('la ville de Paris et la commune de Trifouillis')).toBe(
      'la [commune de plus de 200\u202f000\u00a0habitants] et la [commune]',
    );
    expect(mask('the commune de Betton', { language: 'en' })).toBe(
      'the [municipality of 10,000 to 20,000 inhabitants]',
    );
  });

  it('turns amounts into ranges on request only', () => {
    const text = 'un marché de 45 000 € HT et un autre de 800 €';
    expect(mask(text)).toBe(text);
    expect(mask(text, { amounts: true })).toBe(
      'un marché entre 40\u202f000\u00a0€ et 60\u202f000\u00a0€\u00a0HT et un autre de moins de 1\u202f000\u00a0€',
    );
  });

  it('finds numbers and ways to reach someone without any list', () => {
    const bare = createMasker(NO_MASKING_LISTS);
    expect(bare.find('a@b.fr 06 12 34 56 78 SIRET 732 829 320 00074').map(({ kind }) => kind)).toEqual([
      'email',
      'phone',
      'siret',
    ]);
  });

  it('takes a false key where the number is announced, and asks for the key elsewhere', () => {
    expect(found('SIRET 732 829 320 00075')).toEqual(['siret 732 829 320 00075']);
    expect(found('le code 73282932000075')).toEqual([]);
  });

  it('keeps spans verbatim, sorted and apart, and what it masks never passes the seal, whatever the text', () => {
    const pieces = fc.constantFrom(
      'M. Dupont',
      'mme le goff',
      'Sophie Bernard',
      'commune de Plouézec',
      'SARL Bati',
      '06 12 34 56 78',
      'a@b.fr',
      '\u200b',
      '\ud800',
      'e\u0301',
      '\r\n',
      ' ',
      ', ',
      '. ',
      '12 rue des Lilas',
      '35000 Rennes',
      'n° 2021-045',
      'œ',
      '’',
      'FR76',
      '732829320',
      "l'",
      'de',
      'et',
      'Cordialement,',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 25 }), (parts) => {
        const text = parts.join('');
        const findings = masker.find(text, { amounts: true });
        let past = 0;
        for (const { span, text: words, hidden } of findings) {
          expect(text.slice(...span)).toBe(words);
          expect(span[0]).toBeGreaterThanOrEqual(past);
          expect(hidden.length).toBeGreaterThan(0);
          past = span[1];
        }
        const { masked } = applyMasks(text, findings, NO_CHOICES);
        const seal = createSeal(masked);
        expect(seal(seal(text))).toBe(seal(text));
      }),
      { numRuns: runs(1500) },
    );
  });

  it('reads ten kilobytes in under 60 ms, and hostile texts in linear time', () => {
    const letter =
      "Bonjour, M. Dupont de la mairie de Plouézec conteste le marché n° 2021-045 de la société Bati Ouest pour 12 000 €. L'offre de Lyreco est irrégulière au sens de l'article R2152-1. ";
    const text = letter.repeat(60).slice(0, 10_000);
    for (let run = 0; run < 5; run++) masker.find(text);
    const times = Array.from({ length: 7 }, () => timeOf(text)).sort((a, b) => a - b);
    // 15 to 30 ms on a core of its own.
    expect(times[0]).toBeLessThan(60);
    for (const piece of [
      'a',
      '1',
      '12 ',
      'a@',
      ' at ',
      'Jean ',
      'M. ',
      'Saint-',
      '12 rue de la ',
      'commune de ',
      'FR76 ',
      "d'",
      'n° ',
      '\n',
      '\u200b',
      'www.',
      'A. ',
      '06 ',
      'zéro deux ',
      'R. 2122-8, ',
      'son cancer du ',
      'mairie du bois de la ',
      'a point b arobase ',
      'identifiant e-',
      '!',
    ])
      expect(timeOf(piece.repeat(Math.ceil(HOSTILE / piece.length))), piece).toBeLessThan(HOSTILE * 0.015);
    const crowd = Array.from({ length: 4000 }, (_, at) => `Mme A${at} Dupont`).join(' ');
    expect(timeOf(crowd)).toBeLessThan(1000);
  });
});

describe('what the requester chose', () => {
  const said = 'M. Dupont veut une piscine à vagues. Les vagues pressent, dit Dupont.';
  const chosen = (choices: { readonly lifted: readonly string[]; readonly added: readonly string[] }) => {
    const { text, masked } = applyMasks(said, masker.find(said), choices);
    return { text, seal: createSeal(masked) };
  };

  it('hides what they added, in this text and in every later one', () => {
    const { text, seal } = chosen({ lifted: [], added: ['piscine à vagues'] });
    expect(text).not.toMatch(/piscine|Dupont/);
    expect(seal('Et la piscine à vagues ? Dupont attend.')).not.toMatch(/piscine|Dupont/);
  });

  it('leaves what they lifted, in this text and in every later one', () => {
    const { text, seal } = chosen({ lifted: ['Dupont'], added: [] });
    expect(text).toContain('Dupont');
    expect(seal('Dupont attend.')).toBe('Dupont attend.');
  });
});

/** In milliseconds of processor: others may be at work beside. */
function timeOf(text: string): number {
  const spent = startProcessorClock();
  masker.find(text);
  return spent();
}
