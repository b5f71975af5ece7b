import { describe, expect, it } from 'vitest';
import { actionsOf, titlesOf, wordsOf } from '../../fakes/teams-connector/client.ts';
import { ask, mustBe, offered } from '../../fixtures/network.ts';
import { plain } from '../../fixtures/plain.ts';
import { silence } from '../../fixtures/silence.ts';
import { openTeamsTown, type TeamsTown } from '../../fixtures/teams-town.ts';

silence();

async function say(town: TeamsTown, who: 'claire' | 'paul', text: string): Promise<string> {
  await town.client.say(town[who], text);
  await town.settled();
  return lastWords(town, who);
}

function lastWords({ client, ...town }: TeamsTown, who: 'claire' | 'paul'): string {
  return plain(wordsOf(client.lastShown(client.chatOf(town[who]).id).activity));
}

describe('training in a chat', () => {
  it('is followed line by line: a module, its lesson, its quiz answered by a letter, the letter to oneself', async () => {
    const town = await openTeamsTown({ learns: true });
    const { client, claire, conversing } = town;
    const chat = client.chatOf(claire).id;
    expect(await say(town, 'claire', 'Formations')).toMatch(/module/i);
    const [first] = suggestionsOf(client.lastShown(chat).activity);
    expect(first).toMatch(/^module /);
    const id = first?.replace('module ', '') ?? '';
    await say(town, 'claire', `module ${id}`);
    const lesson = await say(town, 'claire', `commencer ${id}`);
    expect(lesson).toMatch(/Leçon 1/);
    expect(suggestionsOf(client.lastShown(chat).activity)).toContain('suite');
    // In the middle of a lesson a question is a question, and the lesson keeps its place.
    await say(town, 'claire', 'Quel seuil pour des travaux ?');
    expect(conversing.heard.map(({ text }) => text)).toEqual(['Quel seuil pour des travaux ?']);
    expect(await say(town, 'claire', 'suite')).not.toBe(lesson);
    const quiz = await say(town, 'claire', `quiz ${id}`);
    expect(quiz).toContain('a)');
    // Which question comes first is drawn by person; where several letters may be right, none is offered alone.
    const several = quiz.includes('Plusieurs réponses sont justes');
    expect(suggestionsOf(client.lastShown(chat).activity).includes('a')).toBe(!several);
    expect(await say(town, 'claire', 'a')).toMatch(/Question 2/);
    expect(await say(town, 'claire', 'lettre')).toMatch(/lettre/i);
    expect(conversing.heard).toHaveLength(1);
  });

  it('begins from an answer by one click, in personal chats', async () => {
    const town = await openTeamsTown({ learns: true });
    const { client, claire } = town;
    await say(town, 'claire', 'Faut-il trois devis ?');
    const [lesson = ''] = suggestionsOf(client.lastShown(client.chatOf(claire).id).activity);
    expect(lesson).toBe('leçon petit-achat');
    expect(await say(town, 'claire', lesson)).toMatch(/Leçon \d/);
  });

  it('makes known whoever asks to learn, and nobody else', async () => {
    const town = await openTeamsTown({ learns: true });
    const people = async () => {
      const all = await town.store.reserve.people();
      return all.ok ? all.value.filter(({ email }) => email === 'claire@vern.example').length : -1;
    };
    await say(town, 'claire', 'Quel seuil ?');
    // A letter is an answer only to whoever is being asked.
    await say(town, 'claire', 'a');
    expect(await people()).toBe(0);
    await say(town, 'claire', 'Formations');
    expect(await people()).toBe(1);
  });

  it('is private: a channel is told so', async () => {
    const town = await openTeamsTown({ learns: true });
    const channel = town.client.addConversation('channel', [town.claire]);
    await town.client.say(town.claire, 'Formations', { in: channel, thread: '1' });
    await town.settled();
    const shown = town.client.lastShown(`${channel.id};messageid=1`);
    expect(plain(wordsOf(shown.activity))).toContain('conversation privée');
    expect(town.conversing.heard).toHaveLength(0);
  });
});

describe('a line about one’s own hours', () => {
  it('is played back, and kept once confirmed', async () => {
    const town = await openTeamsTown();
    const { client, paul } = town;
    const chat = client.chatOf(paul).id;
    await client.post(paul, { type: 'installationUpdate', action: 'add' });
    const played = await say(town, 'paul', 'je suis en pause jusqu’au 15');
    expect(played).toMatch(/pause/i);
    expect(titlesOf(client.lastShown(chat).activity)).toEqual(
      expect.arrayContaining(['C’était une question pour l’assistant']),
    );
    expect(await isPaused(town)).toBe(false);
    await client.press(paul, client.lastShown(chat), 'Oui, c’est bien cela');
    expect(await isPaused(town)).toBe(true);
    expect(town.conversing.heard).toHaveLength(0);
  });

  it('goes to the assistant when it was a question after all', async () => {
    const town = await openTeamsTown();
    const { client, paul } = town;
    const chat = client.chatOf(paul).id;
    await client.post(paul, { type: 'installationUpdate', action: 'add' });
    await say(town, 'paul', 'je suis en pause jusqu’au 15');
    await client.press(paul, client.lastShown(chat), 'C’était une question pour l’assistant');
    expect(town.conversing.heard.map(({ text }) => text)).toEqual(['je suis en pause jusqu’au 15']);
    const shown = client.shown(chat).map(({ activity }) => plain(wordsOf(activity)));
    expect(shown.join('\n')).toContain('Oui : dispense sous 60 000 € HT.');
    expect(await isPaused(town)).toBe(false);
  });

  it('is a question where it comes from someone who lends no help', async () => {
    const town = await openTeamsTown();
    await say(town, 'claire', 'je suis en pause jusqu’au 15');
    expect(town.conversing.heard).toHaveLength(1);
  });
});

it('a request for one’s data, in one’s own words, opens its card', async () => {
  const town = await openTeamsTown();
  await town.client.post(town.paul, { type: 'installationUpdate', action: 'add' });
  expect(await say(town, 'paul', 'je veux voir mes données, merci')).toContain('gardé sur vous');
  const shown = JSON.stringify(town.client.lastShown(town.client.chatOf(town.paul).id).activity);
  // For people first; what a program reads is folded.
  expect(shown).toContain('Notes de Teams et de Slack');
  expect(shown).toMatch(/"id":"export","isVisible":false/);
  expect(await say(town, 'paul', 'efface mes données svp')).toContain('Effacer toutes vos données');
  expect(town.conversing.heard).toHaveLength(0);
});

async function isPaused({ net }: TeamsTown): Promise<boolean> {
  const desk = await net.helping.desk('bob');
  if (!desk.ok) throw new Error(desk.error.kind);
  return desk.value.availability.paused;
}

function suggestionsOf(activity: Readonly<Record<string, unknown>>): readonly string[] {
  return actionsOf(activity).flatMap(({ data }) => {
    const { msteams } = Object(data) as { readonly msteams?: { readonly text: string } };
    return msteams === undefined ? [] : [msteams.text];
  });
}

describe('a line of someone with a case under way', () => {
  async function openHeld() {
    const town = await openTeamsTown();
    await say(town, 'claire', 'mes dossiers');
    await town.client.post(town.paul, { type: 'installationUpdate', action: 'add' });
    const people = mustBe(await town.store.reserve.people());
    const asker = people.find(({ name }) => name === town.claire.name)?.id ?? '';
    const id = await ask(town.net, 'Une entreprise a 40 jours de retard : que faire ?', asker);
    mustBe(await town.net.helping.act(await offered(town.net, id), id, { kind: 'accept' }));
    await town.net.turn();
    const said = async () =>
      mustBe(await town.net.cases.history(id)).flatMap((event) => (event.kind === 'messaged' ? [event.text] : []));
    return { town, chat: town.client.chatOf(town.claire).id, said };
  }

  it('reaches the reservist once its author has said so, and so do those that follow', async () => {
    const { town, chat, said } = await openHeld();
    const { client, claire, conversing } = town;
    expect(await say(town, 'claire', 'Voici le constat.')).toContain("n'est pas encore parti");
    expect(await said()).toEqual([]);
    const asked = client.lastShown(chat);
    await Promise.all([1, 2].map(() => client.press(claire, asked, 'C’est pour le réserviste')));
    expect(await said()).toEqual(['Voici le constat.']);
    expect(await say(town, 'claire', 'Appelez M. Brezhon.')).toMatch(
      /Message transmis au réserviste.*Masqué avant envoi/,
    );
    expect(await said()).toEqual(['Voici le constat.', 'Appelez M. Brezhon.']);
    expect(conversing.heard).toEqual([]);
  });

  it('is answered by the assistant where it was a question, and those that follow too', async () => {
    const { town, chat, said } = await openHeld();
    const { client, claire, conversing } = town;
    await say(town, 'claire', 'Quel seuil ?');
    await client.press(claire, client.lastShown(chat), 'C’est une question pour l’assistant');
    await say(town, 'claire', 'Et pour les travaux ?');
    expect(conversing.heard.map(({ text }) => text)).toEqual(['Quel seuil ?', 'Et pour les travaux ?']);
    expect(await said()).toEqual([]);
  });
});
