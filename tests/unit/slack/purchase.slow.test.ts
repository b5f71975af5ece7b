import { expect, it } from 'vitest';
import { asText } from '../../fakes/slack-server/json.ts';
import type { Message, View } from '../../fakes/slack-server/types.ts';
import { elementsOf } from '../../fakes/slack-server/validate/across.ts';
import { mustBe } from '../../fixtures/network.ts';
import { plain } from '../../fixtures/plain.ts';
import { openSlackTown } from '../../fixtures/slack-town.ts';

const elements = ({ blocks = [] }: Message) => [...elementsOf(blocks)].map(({ element }) => element);
const called = (name: string) => (view: View) => view.body['callback_id'] === name;
const said = (message: Message) => plain(JSON.stringify(message.blocks));

/** The name of the button with these words. */
function named(message: Message, words: string): string {
  const found = elements(message).find(({ text }) => plain(JSON.stringify(text ?? '')).includes(words));
  if (found === undefined) throw new Error(`no button «${words}» in ${said(message)}`);
  return asText(found['action_id']);
}

it('a purchase goes from «mon achat» to its sheet and its Word file, in forms, buttons and lines', async () => {
  const town = await openSlackTown();
  const { slack, claire } = town;
  await slack.dm(claire, 'mon achat');
  const start = await slack.nextMessage(claire);
  await slack.click(start, named(start, 'Faire le point'));
  const form = await slack.nextView(claire, called('purchase_begin'));
  expect((await slack.submitView(form, { text: 'nettoyage des locaux' })).result).toEqual({ kind: 'closed' });
  const sum = await slack.nextUpdate(claire);
  expect(said(sum)).toContain('Combien cela coûtera-t-il en tout');
  await slack.click(sum, named(sum, 'Votre réponse'));
  const box = await slack.nextView(claire, called('purchase_act'));
  const wrong = await slack.submitView(box, { said: 'bleu' });
  expect(wrong.result.kind).toBe('errors');
  expect((await slack.submitView(box, { said: '80 000 € HT par an pendant 4 ans' })).result).toEqual({
    kind: 'closed',
  });
  const who = await slack.nextUpdate(claire);
  expect([who.ts, said(who)]).toEqual([sum.ts, expect.stringContaining('Pour quel organisme')]);
  const before = structuredClone(who);
  await slack.click(who, named(who, 'Commune'));
  const when = await slack.nextUpdate(claire);
  expect(said(when)).toContain('Quand voulez-vous signer');
  // A button of before says so, and does nothing.
  await slack.click(before, named(before, 'État'));
  expect(said(await slack.nextUpdate(claire))).toContain("Ce bouton était d'avant");
  await slack.dm(claire, '15 mars 2027');
  const days = await slack.nextMessage(claire, (message) => said(message).includes('Combien de jours'));
  await slack.click(days, named(days, 'Je ne sais pas'));
  const sheet = await slack.nextUpdate(claire);
  expect(said(sheet)).toContain('procédure formalisée');
  expect(said(sheet)).toContain('R. 2144-4');
  await slack.click(sheet, named(sheet, 'Fiche Word'));
  const sent = await slack.nextMessage(claire, ({ files }) => files.length > 0);
  expect(sent.files[0]?.name).toMatch(/^mon-achat-.*\.docx$/);
  await slack.dm(claire, 'et si c’était 75 000 € HT ?');
  expect(said(await slack.nextMessage(claire))).toContain('procédure adaptée');
  const people = mustBe(await town.store.reserve.people());
  expect(people.some(({ name }) => name === 'Claire Morel')).toBe(false);
});
