import { describe, expect, it } from 'vitest';
import { labelOf, readLabelledNeeds } from '../../../../scripts/rewording-sets/labelled-needs.ts';
import { createJudgeLines } from '../../../../src/rewording/brief/judge-lines.ts';
import { readNeeds } from '../../../../src/rewording/brief/read-needs.ts';
import { readSourceText } from '../../../../src/rewording/brief/source-text.ts';
import { createFindTradeWords } from '../../../../src/rewording/brief/trades.ts';
import type { Slot } from '../../../../src/vocabulary/rewording.ts';
import { realCorpus } from '../../../fixtures/real-corpus.ts';

const judgeLine = createJudgeLines('knowledge');
const findTradeWords = createFindTradeWords(realCorpus.lexicon);
const read = (text: string) => readNeeds(text, findTradeWords, judgeLine)[0].slots;
const saidIn = (text: string, slot: Slot) => read(text)[slot]?.said.map(({ value }) => value) ?? [];

describe('judgeLine', () => {
  it('files what is plainly said', () => {
    const text = 'Bonjour, il nous faut 15 ordinateurs portables avant la rentrée, budget 12 000 € HT.';
    expect(saidIn(text, 'budget')).toEqual(['12 000 € HT']);
  });

  it.each<[Slot, string, string]>([
    ['budget', 'Il nous faut 12 chaises. La mairie voisine a payé 4 300 € pour les siennes.', '4 300 €'],
    ['quantity', 'Il nous faut des chaises pour la salle 214, téléphone 02 41 22 31 47.', '214'],
    ['quantity', 'Notre collège de 620 élèves demande la réparation du portail.', '620 élèves'],
    ['deadline', 'Suite à notre réunion du 12 mars, je demande des chaises.', '12 mars'],
    ['deadline', 'Le service sera fermé du 1er au 20 août. Il nous faut un broyeur.', '1er au 20 août'],
  ])('leaves out of %s what does not belong there: %s', (slot, text, wrong) => {
    expect(saidIn(text, slot).join(' ')).not.toContain(wrong);
  });

  it('keeps what was learnt: of the labelled whole messages nearly every line is right', () => {
    const counts = { right: 0, said: 0 };
    for (const message of readLabelledNeeds('tests/golden').filter(({ whole }) => whole)) {
      const { locate } = readSourceText(message.text);
      for (const { slots } of readNeeds(message.text, findTradeWords, judgeLine))
        for (const [slot, entry] of Object.entries(slots))
          for (const { span } of entry.said) {
            counts.said += 1;
            if (labelOf(message, { span: locate(span), by: slot as Slot, first: false, value: undefined }) === slot)
              counts.right += 1;
          }
    }
    expect(counts.said).toBeGreaterThan(250);
    expect(counts.right / counts.said).toBeGreaterThanOrEqual(0.95);
  });
});
