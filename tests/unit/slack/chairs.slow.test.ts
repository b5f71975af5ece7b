// One scene from start to end: thirty chairs, a department in Slack, its buyer in Teams. One test, since each step needs the one before.
import { expect, it } from 'vitest';
import { asText } from '../../fakes/slack-server/json.ts';
import type { Message } from '../../fakes/slack-server/types.ts';
import { actionsOf, type TeamsClient, wordsOf } from '../../fakes/teams-connector/client.ts';
import { mustBe } from '../../fixtures/network.ts';
import { plain } from '../../fixtures/plain.ts';
import { silence } from '../../fixtures/silence.ts';
import { boxOf, effectsIn, elements, said } from '../../fixtures/slack-message.ts';
import { openTwoChats, SITE } from '../../fixtures/two-chats.ts';

silence();

const MOST_WORDS = 120;
const TABLE = `famille;cpv;acheteur;équipe;suppléant;marché;titulaire;couvre;fin;plafond HT;consommé HT;comment commander
mobilier scolaire;3916;Stan Lozach;;;Mobilier scolaire;Ateliers du Ponant;tables et chaises des écoles;31/08/2027;90 000;41 500;bon de commande au service achats, livraison sous six semaines`;

const wordCount = (text: string) => text.split(/\s+/).filter((word) => /\p{L}|\p{N}/u.test(word)).length;

it('goes from a sentence in Slack to the order in Teams, each in their own words', async () => {
  const chats = await openTwoChats(TABLE);
  const { slack, teams, anne, stan } = chats;
  const { client } = teams;
  const chat = client.chatOf(stan).id;
  const { click, shown, card, press } = chats;
  const next = (words: string) => chats.next(anne, words);

  // What he will read, who he is and the contract in force, before it is sent; pressed twice, it is sent once.
  await slack.dm(anne, 'il me faut 30 chaises, CP, pour la rentrée');
  const draft = await next('Ce que lira Stan Lozach');
  expect(said(draft)).toContain(plain('Un marché existe : Mobilier scolaire (Ateliers du Ponant)'));
  expect(wordCount(plain(draft.text))).toBeLessThanOrEqual(MOST_WORDS);
  await Promise.all([click(draft, 'Envoyer à Stan'), click(draft, 'Envoyer à Stan')]);
  const sent = await slack.nextUpdate(anne);
  expect(plain(sent.text).startsWith(plain('Stan Lozach l’a reçue.'))).toBe(true);
  await chats.tell();
  expect(card()).toContain(plain('Anne Kerbrat vous demande : 30 chaises'));
  expect(wordCount(card())).toBeLessThanOrEqual(MOST_WORDS);
  expect(client.shown(chat).filter(({ activity }) => plain(wordsOf(activity)).includes('vous demande'))).toHaveLength(
    1,
  );

  // What it is for, asked early and kept, with what ought to be left of it.
  await click(sent, 'Dire à quoi cela sert');
  const purpose = await slack.nextView(anne);
  const [effect = ''] = effectsIn(purpose);
  await slack.submitView(purpose, { serves: 'une classe ouverte en mai', effects: [effect], recall: '12' });
  expect(said(await slack.nextUpdate(anne))).toContain(plain('une classe ouverte en mai'));

  await press('Je m’en charge');
  expect(card()).toContain(plain('Vous vous en chargez : Anne Kerbrat le sait.'));
  await chats.tell();
  await next('se charge de votre demande');
  await press('Poser une question', {
    'text:ask': 'Le réemploi est-il envisageable ? Avez-vous procédé à un sourcing ?',
  });
  expect(card()).toContain(plain('en attente d’Anne Kerbrat'));
  await chats.tell();

  // In plain words, once, the very words one look below; what she answers changes the form.
  const asked = await next('rencontrer des fournisseurs');
  expect(plain(asked.text).startsWith(plain('Stan Lozach vous demande, sur « 30 chaises » : Le réemploi'))).toBe(true);
  expect(said(asked)).not.toContain(plain('à vous de répondre'));
  // Left without an answer: she is told where she works, once, then whoever is in it is; then nobody.
  expect(await chats.wait(10)).toBe(1);
  expect(plain((await next('attend votre réponse')).text)).toContain(plain('« 30 chaises » attend votre réponse'));
  expect(await chats.wait(0)).toBe(1);
  await next('attend toujours une réponse');
  expect(card()).toContain(plain('attend toujours une réponse, malgré un rappel'));
  expect(await chats.wait(30)).toBe(0);
  await click(asked, 'Répondre');
  const form = await slack.nextView(anne);
  await slack.submitView(form, { [boxOf(form)]: 'd’occasion ça nous va, budget 1 800 € TTC' });
  const answered = await slack.nextUpdate(anne);
  expect(plain(answered.text).startsWith(plain('Votre réponse est partie à Stan Lozach.'))).toBe(true);
  await chats.tell();
  expect(card()).toContain(plain('Anne Kerbrat répond, sur « 30 chaises » : d’occasion ça nous va'));
  expect(card()).toContain(plain('Valeur estimée du besoin : « budget 1 800 € TTC »'));

  await click(answered, 'd’accord');
  await slack.nextUpdate(anne);
  await chats.tell();
  await press('Je suis d’accord avec cette fiche');
  expect(card()).toContain(plain('Vous êtes d’accord tous les deux sur la fiche.'));
  await chats.tell();
  await next('d’accord tous les deux');
  // What the rules make of it, in his chat.
  await press('Préciser la procédure et le calendrier');
  expect(card()).toContain(plain('Procédure : Dispense de publicité et de mise en concurrence'));
  const going = shown();
  await press('Dire où elle en est', { to: 'ordered', why: 'bon de commande n° 12' });
  await chats.tell();
  const ordered = await next('commandée (bon de commande n° 12)');

  // Asked in either chat, one line.
  for (const [line, answer] of [
    ['où en est-ce ?', 'commandée, en attente de vous'],
    ['où en est ma demande de chaises ?', 'commandée, en attente de vous'],
    ['qui est mon acheteur ?', 'Votre acheteur : Stan Lozach.'],
    // Nothing of the body is asked: it has a contract for what is told all the same.
    [
      'une chaise cassée en CM2, j’en reprends deux au magasin du coin ?',
      'Un marché de votre organisme peut couvrir cela',
    ],
    ['mes demandes', 'Nouvelle demande'],
  ] as const) {
    await slack.dm(anne, line);
    await next(answer);
  }
  await chats.ask('où en est la demande de chaises ?');
  expect(card()).toContain(plain('commandée, en attente d’Anne Kerbrat'));
  await chats.ask('deux chaises cassées en CM2, je les reprends au magasin du coin ?');
  const shownThere = client.shown(chat).map(({ activity }) => plain(wordsOf(activity)));
  expect(shownThere.some((words) => words.includes(plain('Un marché de votre organisme peut couvrir cela')))).toBe(
    true,
  );

  // The page for whoever decides, from either chat: a link that is read, a PDF, then no link.
  await click(ordered, 'Page pour ma hiérarchie');
  const page = await next('Ce qui vous est demandé');
  await click(page, 'Créer un lien');
  await slack.submitView(await slack.nextView(anne), { asks: 'Votre accord pour 1 800 € TTC.' });
  const linked = await slack.nextUpdate(anne);
  const link = new RegExp(`${SITE}/lecture/([\\w.-]+)`).exec(linked.text)?.[1] ?? '';
  expect(await chats.bossPages.read(link)).toMatchObject({ ok: true, value: { title: '30 chaises' } });
  await click(linked, 'PDF');
  const pdf = await slack.nextMessage(anne, ({ files }) => files.length > 0);
  expect(pdf.files[0]?.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  await click(ordered, 'Verser au dossier');
  await slack.submitView(await slack.nextView(anne), {});
  const file = await slack.nextMessage(anne, ({ files }) => files.length > 0);
  expect(file.files[0]?.name).toBe('demande.docx');
  await chats.ask('mes demandes');
  await press('Ouvrir : 30 chaises');
  await press('Page pour ma hiérarchie');
  expect(card()).toContain(plain('Votre accord pour 1 800 € TTC.'));
  await press('Retirer le lien');
  expect(card()).toContain(plain('Le lien ne marche plus.'));
  expect((await chats.bossPages.read(link)).ok).toBe(false);

  await nobodyElse(chats, { messages: [answered, ordered, linked], cards: [going, shown()] });

  // Received; a year later both are asked whether it was so, where they work.
  await click(ordered, 'C’est reçu');
  await slack.submitView(await slack.nextView(anne), { to: 'delivered' });
  expect(await chats.wait(370)).toBe(1);
  const recalled = await next('Était-ce le cas ?');
  expect(plain(recalled.text)).toContain(plain('« 30 chaises » devait laisser : du réemploi'));
  expect(card()).toContain(plain('Était-ce le cas ?'));
  await click(recalled, 'Dire si c’était le cas');
  await slack.submitView(await slack.nextView(anne), { was: 'partly', 'text:outcome': '18 chaises sur 30' });
  await chats.tell();
  expect(card()).toContain(plain('devait laisser : en partie'));

  // Whoever has left reads nothing more of it, with the very buttons that they were shown.
  for (const one of [mustBe(await chats.store.reserve.person('anne'))])
    if (one !== undefined) mustBe(await chats.store.reserve.savePerson({ ...one, organisation: 'chu' }));
  await slack.dm(anne, 'mes demandes');
  await next('Aucune demande pour l’instant');
  await click(ordered, 'Page pour ma hiérarchie');
  await next('n’existe pas, ou n’est pas à vous');
}, 300_000);

/** Words of the demande that no stranger typed. */
const SECRETS = /Ateliers|réemploi|1 800|classe ouverte|Kerbrat|Lozach/;

/** Every button that the two were shown, sent by strangers from a chat of their own, and the lines that ask for it: nothing is shown or done. */
async function nobodyElse(
  { slack, teams: { client }, strangers, store, settled }: Awaited<ReturnType<typeof openTwoChats>>,
  {
    messages,
    cards,
  }: { readonly messages: readonly Message[]; readonly cards: readonly ReturnType<TeamsClient['lastShown']>[] },
): Promise<void> {
  const mine = mustBe(await store.purchases.of('anne'));
  const kept = async () => JSON.stringify(await Promise.all(mine.map(({ id }) => store.purchases.eventsOf(id))));
  const before = await kept();
  let attempts = 4;
  const lines = [
    'mes demandes',
    'où en est la demande de chaises de la Ville de Vitré ?',
    'qui est l’acheteur de Vitré ?',
    'Nous sommes candidats au marché de chaises de Vitré : envoyez-nous la demande',
  ];
  for (const line of lines) await client.say(strangers.teams, line);
  const filled = {
    'text:ask': 'et moi ?',
    'text:say': 'et moi ?',
    to: 'delivered',
    serves: 'à moi',
    'text:help': 'lisez-moi',
  };
  const answers: unknown[] = [];
  for (const { id: replyToId, activity } of cards)
    for (const { type, verb, data } of actionsOf(activity)) {
      if (type !== 'Action.Execute') continue;
      const action = { type, verb, data: { ...(data as object), ...filled } };
      answers.push(
        await client.invoke(strangers.teams, 'adaptiveCard/action', { action, trigger: 'manual' }, { replyToId }),
      );
      attempts++;
    }
  for (const line of lines) {
    await slack.dm(strangers.slack, line);
    attempts++;
  }
  const here = await slack.nextMessage(strangers.slack);
  for (const message of messages) {
    const forged = { ...message, channel: here.channel, ts: here.ts };
    for (const { type, action_id: action, options = [] } of elements(message)) {
      const choices = (type === 'overflow' ? options : [undefined]) as readonly (
        | { readonly value: string }
        | undefined
      )[];
      for (const choice of choices) {
        const which = { user: strangers.slack };
        if (type === 'button') await slack.click(forged, asText(action as never), which);
        else if (choice !== undefined) await slack.select(forged, asText(action as never), choice.value, which);
        attempts++;
      }
    }
  }
  await settled();
  const { id } = strangers.slack;
  const seen = JSON.stringify([
    slack.journal.of('message').filter(({ message }) => message.channel === here.channel),
    slack.journal.of('update').filter(({ message }) => message.channel === here.channel),
    slack.journal.of('view').filter(({ view }) => view.user === id),
    client.shown(client.chatOf(strangers.teams).id),
    answers,
  ]);
  expect(attempts).toBeGreaterThan(30);
  expect(SECRETS.exec(seen)?.[0]).toBeUndefined();
  expect(await kept()).toBe(before);
}
