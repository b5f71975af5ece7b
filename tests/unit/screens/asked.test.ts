import { describe, expect, it } from 'vitest';
import { sayRewording } from '../../../src/rewording/say-rewording.ts';
import { rewordingScreen } from '../../../src/screens/rewording.ts';
import { catalogues } from '../../../src/text/catalogues.ts';
import { TO_BUYER } from '../rewording/agreement/examples.ts';

const asks = { ...TO_BUYER, asked: ['Je signe le *devis*\u00a0?'] };

describe('what a long message asks of its buyer', () => {
  it('stands first on a screen and in a terminal, its marks escaped', () => {
    const { blocks } = rewordingScreen(asks, { language: 'fr', reply: undefined, boxes: false });
    expect(blocks[0]).toMatchObject({ text: '**Demandé**\u00a0: «\u00a0Je signe le \\*devis\\*\u00a0?\u00a0»' });
    const said = sayRewording(asks, catalogues.fr.rewording).split('\n\n');
    expect(said[1]).toBe('**Demandé** : «\u00a0Je signe le \\*devis\\*\u00a0?\u00a0»');
  });

  it('is not spoken of where nothing is lifted', () => {
    const { blocks } = rewordingScreen(TO_BUYER, { language: 'fr', reply: undefined, boxes: false });
    expect(JSON.stringify(blocks)).not.toContain('Demandé');
    expect(sayRewording(TO_BUYER, catalogues.fr.rewording)).not.toContain('Demandé');
  });
});
