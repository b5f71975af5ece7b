import { describe, expect, it } from 'vitest';
import { answerWith, createFakeConversing } from '../fakes/conversing.ts';
import { titlesOf, wordsOf } from '../fakes/teams-connector/client.ts';
import { plain } from '../fixtures/plain.ts';
import { openTeamsTown } from '../fixtures/teams-town.ts';

const QUESTION = 'Le fournisseur nous réclame 12 000 € de plus, que dois-je faire ?';

describe('the whole story in Teams: asked, handed over, relayed, closed', () => {
  it('goes from the requester to the reservist and back, each in their own chat', async () => {
    const conversing = createFakeConversing({
      kind: 'handoff',
      reason: 'individual_decision',
      why: 'Cette décision dépend de votre dossier.',
      turnTo: 'l’acheteur de votre organisme',
      known: answerWith({}),
    });
    const town = await openTeamsTown({ conversing });
    const { client, claire, paul, net } = town;
    const [hers, his] = [client.chatOf(claire).id, client.chatOf(paul).id];
    const words = (conversation: string) => plain(wordsOf(client.lastShown(conversation).activity));

    // The reservist adds the app: he is known by the address his directory gives.
    await client.post(paul, { type: 'installationUpdate', action: 'add' });
    await town.settled();
    expect(words(his)).toContain('je suis Truchement');

    await client.say(claire, QUESTION);
    await town.settled();
    expect(words(hers)).toContain('Cette décision dépend de votre dossier.');

    await client.press(claire, client.lastShown(hers), 'Demander à un réserviste');
    const consent = client.lastShown(hers);
    expect(plain(wordsOf(consent.activity))).toContain('Ce qui partira');
    expect(plain(wordsOf(consent.activity))).toContain('réclame 12 000 € de plus');

    // Hiding a word changes what leaves: it is shown again before it goes.
    const again = await client.press(claire, consent, 'Envoyer à un réserviste', { added: 'fournisseur' });
    expect(plain(JSON.stringify(again.body))).toContain('Vos derniers choix changent le texte');
    await client.press(claire, { ...consent, activity: client.lastShown(hers).activity }, 'Envoyer à un réserviste', {
      added: 'fournisseur',
    });
    expect(words(hers)).toContain('Votre question est partie');

    await net.turn();
    const offer = client.lastShown(his);
    expect(plain(wordsOf(offer.activity))).not.toContain('fournisseur');
    expect(titlesOf(offer.activity)).toContain('Accepter');
    expect(plain(wordsOf(offer.activity))).not.toMatch(/Claire|Morel|vern/);

    await client.press(paul, offer, 'Accepter');
    expect(words(his)).toContain('La demande est à vous.');
    await net.turn();
    // The requester is told, and her card of the case stands where the case stands.
    expect(
      client
        .shown(hers)
        .map(({ activity }) => plain(wordsOf(activity)))
        .join('\n'),
    ).toContain('Prise en charge');
    // What she can do stands once: under what she was last told.
    const replies = client.shown(hers).filter(({ activity }) => titlesOf(activity).includes('Envoyer le message'));
    expect(replies.map(({ id }) => id)).toEqual([client.lastShown(hers).id]);

    const answer = 'Bonjour, demandez d’abord au fournisseur le décompte détaillé @everyone <at>tous</at>.';
    await client.press(paul, client.lastShown(his), 'Envoyer le message', { text: answer });
    await net.turn();
    const relayed = client.lastShown(hers);
    expect(plain(wordsOf(relayed.activity))).toContain('le décompte détaillé');
    expect(relayed.activity['entities'] ?? []).toEqual([]);

    // She replies by quoting what she was told: it is for him, and no question to the assistant.
    const asked = conversing.heard.length;
    await client.post(claire, {
      type: 'message',
      text: 'Merci, je le demande.',
      attachments: [
        {
          contentType: 'text/html',
          content: `<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="${relayed.id}"><p>…</p></blockquote><p>Merci, je le demande.</p>`,
        },
      ],
    });
    await town.settled();
    expect(conversing.heard).toHaveLength(asked);
    await net.turn();
    expect(words(his)).toContain('Merci, je le demande.');

    await client.press(paul, client.lastShown(his), 'J’ai répondu');
    await net.turn();
    await client.press(claire, client.lastShown(hers), 'Clore');
    await net.turn();
    expect(words(hers)).toContain('La demande est close.');
    const rated = await client.press(claire, client.lastShown(hers), 'Oui, utile', { comment: 'très clair' });
    expect(plain(JSON.stringify(rated.body))).toContain('Merci, votre avis est noté.');
    expect(town.logged.filter((line) => line.startsWith('error'))).toEqual([]);
    // Logs hold ids, never words.
    expect(town.logged.join('\n')).not.toMatch(/décompte|fournisseur/);
  });
});
