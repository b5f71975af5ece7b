import { expect, it } from 'vitest';
import { chooseBrief, NOTHING_CHOSEN } from '../../../../src/handoff/help/brief-choices.ts';
import { namesOf } from '../../../../src/handoff/help/identity.ts';
import { createMasker } from '../../../../src/masking/masker.ts';
import { readMaskingLists } from '../../../../src/masking/masking-lists.ts';

const masker = createMasker(readMaskingLists('knowledge/masquage').lists);
const body = { id: 'k', name: 'Commune de Kerlann-sur-Mer', publicClass: 'commune', territories: [] };

it.each(['l’école de Kerlann', 'la cantine kerlannaise', 'les Kerlannais', 'KERLANN SUR MER', 'à kerlann'])(
  'hides the requester’s own commune wherever it stands, short or by its people: %s',
  (said) => {
    const own = namesOf(undefined, body, [], masker);
    const original = {
      question: `Peut-on repeindre ${said} sans publicité ?`,
      answered: undefined,
      need: undefined,
      competences: [],
      language: 'fr',
    } as const;
    const { brief, masks } = chooseBrief(original, NOTHING_CHOSEN, own, masker);
    expect(brief.question).not.toMatch(/kerlann/i);
    expect(masks.length).toBeGreaterThan(0);
  },
);
