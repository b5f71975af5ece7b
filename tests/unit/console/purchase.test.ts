import { expect, it } from 'vitest';
import { commonOf } from '../../../adapters/console/face.ts';
import { readLine } from '../../../adapters/console/inbound.ts';
import { createSeat } from '../../../adapters/console/seat.ts';
import { show } from '../../../adapters/console/show.ts';
import { createDesk } from '../../../src/desk/create-desk.ts';
import type { Heard } from '../../../src/desk/port/heard.ts';
import { createFakeConversing } from '../../fakes/conversing.ts';
import { createMemoryInterviews } from '../../fakes/interviews.ts';
import { plain } from '../../fixtures/plain.ts';
import { createInterviews } from '../interviews/fixtures.ts';

it('a purchase is told at a terminal by lines and numbers, and a question in the middle is still one', async () => {
  const conversing = createFakeConversing();
  const desk = createDesk({
    conversing,
    interviewing: createInterviews(createMemoryInterviews()),
    now: () => new Date(),
    report: (error) => {
      throw error;
    },
  });
  const seat = createSeat('terminal', undefined, false);
  let lines = 0;
  const type = async (line: string): Promise<string> => {
    const said: string[] = [];
    for (const step of readLine(seat, line)) {
      if (step.kind !== 'said' && step.kind !== 'pressed') throw new Error(`«${line}» is ${step.kind}`);
      const key = `l${++lines}`;
      const heard = { ...commonOf(seat, key), ...step, ...(step.kind === 'said' ? { message: key } : {}) } as Heard;
      for await (const shown of desk.hear(heard)) said.push(...show(seat, shown).map(String));
    }
    return plain(said.join('\n'));
  };
  expect(await type('mon achat')).toContain('Une phrase suffit');
  expect(await type('mon achat : nettoyage des locaux')).toContain('Combien cela coûtera-t-il');
  await type('peut-on négocier en appel d’offres ?');
  expect(conversing.heard.map(({ text }) => text)).toEqual(['peut-on négocier en appel d’offres ?']);
  const who = await type('80 000 € HT par an pendant 4 ans');
  expect(who).toContain('1. Commune, département, région, groupement');
  expect(await type('1')).toContain('Quand voulez-vous signer ?');
  expect(await type('15 mars 2027')).toContain('Combien de jours');
  expect(await type('je ne sais pas')).toContain('procédure formalisée');
  expect(await type('et si c’était 75 000 € HT ?')).toContain('procédure adaptée');
});
