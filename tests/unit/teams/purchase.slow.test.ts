import { expect, it } from 'vitest';
import { createFakeConversing } from '../../fakes/conversing.ts';
import { actionsOf, wordsOf } from '../../fakes/teams-connector/client.ts';
import { plain } from '../../fixtures/plain.ts';
import { silence } from '../../fixtures/silence.ts';
import { openTeamsTown } from '../../fixtures/teams-town.ts';

silence();

it('a purchase goes from the answer to its sheet, on one card', async () => {
  const town = await openTeamsTown({ conversing: createFakeConversing() });
  const { client, claire } = town;
  const shown = () => client.lastShown(client.chatOf(claire).id);
  const words = () => plain(wordsOf(shown().activity));
  await client.say(claire, 'J’ai besoin de faire nettoyer les locaux, 80 000 € HT par an pendant 4 ans');
  await town.settled();
  await client.press(claire, shown(), 'Faire le point sur cet achat');
  const begun = words();
  expect(begun).toMatch(/Pour quel organisme|Achetez-vous/);
  for (let pressed = 0; pressed < 6 && !words().includes('Mise en concurrence'); pressed += 1) {
    const before = words();
    if (before.includes('Pour quel organisme'))
      await client.press(claire, shown(), 'Commune, département, région, groupement');
    else if (before.includes('Achetez-vous')) await client.press(claire, shown(), 'Des services');
    else if (before.includes('signer')) await client.press(claire, shown(), 'Continuer', { said: '15 mars 2027' });
    else await client.press(claire, shown(), 'Continuer', { said: '30' });
  }
  expect(words()).toContain(
    'Mise en concurrence la plus encadrée (procédure formalisée) ; annonces au BOAMP et au journal européen',
  );
  expect(words()).toContain('mardi 2 février 2027');
  expect(words()).toContain('R. 2144-4');
  await client.press(claire, shown(), 'Recalculer', { text: '75 000 € HT' });
  expect(words()).toContain('procédure adaptée');
  await client.press(claire, shown(), 'Dates (agenda)');
  const [file = {}] = actionsOf(shown().activity['attachments']).filter(({ type }) => type === 'Action.OpenUrl');
  const fetched = await fetch(String(file['url']));
  expect([fetched.status, fetched.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  expect(await fetched.text()).toContain('BEGIN:VEVENT');
  expect((await fetch(`${String(file['url'])}x`)).status).toBe(404);
  await client.say(claire, 'mon achat : 300 chaises à 45 € pour la mairie');
  await town.settled();
  expect(words()).toContain('Achat direct');
});
