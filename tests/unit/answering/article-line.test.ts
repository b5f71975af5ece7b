import { describe, expect, it } from 'vitest';
import { composeReal, dialogue, plain } from '../../fixtures/composed.ts';

const { assistant } = await composeReal();
const say = (text: string) => dialogue(assistant, { role: 'buyer' })(text);

describe('a line that names an article and asks for nothing else', () => {
  it.each(['R2122-8', 'c’est quoi le R. 2122-8 ?', 'que dit l’article r2122-8 stp'])(
    'is told what it says: %s',
    async (text) => {
      const { outcome, text: reply } = await say(text);
      expect(outcome.kind).toBe('answer');
      expect(plain(reply)).toMatch(/^R\. 2122-8 \(version en vigueur depuis le /);
      if (outcome.kind === 'answer') expect(outcome.cited.map(({ reference }) => reference)).toEqual(['R2122-8']);
      expect(plain(reply)).toContain("S'appuient dessus");
    },
  );

  it('that there is not is refused with the nearest, one press away', async () => {
    const { outcome } = await say('que dit l’article R2122-99 ?');
    expect(outcome).toMatchObject({ kind: 'refusal', reason: 'no_source' });
    if (outcome.kind !== 'refusal') return;
    expect(plain(outcome.text)).toContain("n'a été lu ici");
    const [first] = outcome.suggestions;
    expect((await say(first?.text ?? '')).outcome.kind).toBe('answer');
  });

  it.each(['peut-on négocier avec le R2123-5 ?', 'quelle différence entre R2122-8 et R2123-1 ?'])(
    'unlike a question about it: %s',
    async (text) => {
      const { outcome } = await say(text);
      if (outcome.kind === 'answer') expect(plain(outcome.title)).not.toMatch(/^Article /);
    },
  );
});
