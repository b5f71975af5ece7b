import { describe, expect, it } from 'vitest';
import { readRewordRequest } from '../../../src/dialogue/reword-request.ts';

describe('a request to reword', () => {
  it.each([
    ["reformule pour l'achat : on veut 10 chaises", 'on veut 10 chaises', 'to_buyer'],
    ["Peux-tu traduire pour l'acheteur :\nil nous faut des PC", 'il nous faut des PC', 'to_buyer'],
    ['Traduis en clair : « le service fait vaut réception »', 'le service fait vaut réception', 'to_prescriber'],
    ['reformulez plus simplement : le DCE sera publié lundi', 'le DCE sera publié lundi', 'to_prescriber'],
    ['Reformule : on veut 10 chaises', 'on veut 10 chaises', undefined],
    [
      'reformuler il nous faut 10 chaises avant mars. Et deux tables.',
      'il nous faut 10 chaises avant mars. Et deux tables.',
      undefined,
    ],
    ["Reformule j'ai besoin d'un camion", "j'ai besoin d'un camion", undefined],
    ['traduire nous voulons : dix chaises', 'nous voulons : dix chaises', undefined],
    ['mets en langage juridique : on veut que ça aille vite', 'on veut que ça aille vite', 'to_buyer'],
    [
      'explique à mon service : la retenue de garantie est de 5 %',
      'la retenue de garantie est de 5 %',
      'to_prescriber',
    ],
    ['explique au service : la retenue est de 5 %', 'la retenue est de 5 %', 'to_prescriber'],
    ['explique pour le service : la retenue est de 5 %', 'la retenue est de 5 %', 'to_prescriber'],
    ['dis au service achat : il nous faut dix chaises', 'il nous faut dix chaises', 'to_buyer'],
  ])('%s', (text, rest, direction) => {
    expect(readRewordRequest(text)).toEqual({ text: rest, direction });
  });

  it('may mean what was last asked', () => {
    expect(readRewordRequest('reformule')).toEqual({ text: '', direction: undefined });
    expect(readRewordRequest("reformule ça pour l'acheteur")).toEqual({ text: '', direction: 'to_buyer' });
  });

  it.each([
    'comment reformuler une clause de pénalité ?',
    'explique-moi la dispense de publicité',
    'dis-moi le seuil des travaux',
    'reformule la clause de pénalité',
    'reformule ce texte de clause',
    'reformule nous la clause de pénalité',
    'mets-moi en contact avec un réserviste',
    "traduis en anglais : 'le chat dort'",
    'traduire vers l’espagnol : bonne année',
    'il faut traduire un document de 40 pages en anglais, quelle procédure ?',
  ])('is not: %s', (text) => {
    expect(readRewordRequest(text)).toBeUndefined();
  });
});
