import { asText } from '../json.ts';
import { messageAt } from '../populate.ts';
import { wireUser } from '../wire.ts';
import { type Ask, findConversation, type Handler, isRefusal, pageOf, refuse } from './answer.ts';

const withEmail = (ask: Ask) => ask.workspace.scopes.includes('users:read.email');

const userInfo: Handler = (ask) => {
  const user = ask.world.users.get(asText(ask.args['user']));
  if (user === undefined) return refuse('user_not_found');
  return user.team === ask.workspace.id
    ? { ok: true, user: wireUser(user, withEmail(ask)) }
    : refuse('user_not_visible');
};

const userList: Handler = (ask) => {
  const paged = pageOf(
    ask,
    [...ask.world.users.values()]
      .filter((user) => user.team === ask.workspace.id)
      .map((user) => wireUser(user, withEmail(ask))),
  );
  return isRefusal(paged) ? paged : { ok: true, members: paged.page, response_metadata: paged.metadata };
};

const lookupByEmail: Handler = (ask) => {
  const email = asText(ask.args['email']).toLowerCase();
  const user = [...ask.world.users.values()].find(
    (one) => one.team === ask.workspace.id && !one.deleted && one.email?.toLowerCase() === email,
  );
  return user === undefined ? refuse('users_not_found') : { ok: true, user: wireUser(user, true) };
};

const botInfo: Handler = (ask) => {
  const bot = asText(ask.args['bot']);
  if (bot !== '' && bot !== ask.workspace.botId) return refuse('bot_not_found');
  return {
    ok: true,
    bot: {
      id: ask.workspace.botId,
      app_id: ask.world.app.appId,
      user_id: ask.workspace.botUser,
      name: 'truchement',
      deleted: false,
    },
  };
};

const react =
  (added: boolean): Handler =>
  (ask) => {
    const channel = findConversation(ask, asText(ask.args['channel']), false);
    if (isRefusal(channel)) return channel;
    const message = messageAt(ask.world, channel.id, asText(ask.args['timestamp']));
    if (message === undefined) return refuse('message_not_found');
    const name = asText(ask.args['name']);
    if (!/^[a-z0-9_+-]+$/.test(name)) return refuse('invalid_name');
    const bot = ask.workspace.botUser;
    const there = message.reactions.find((reaction) => reaction.name === name);
    if (added && there?.users.includes(bot)) return refuse('already_reacted');
    if (!added && !there?.users.includes(bot)) return refuse('no_reaction');
    if (!added) there?.users.splice(there.users.indexOf(bot), 1);
    else if (there === undefined) message.reactions.push({ name, users: [bot] });
    else there.users.push(bot);
    ask.world.journal.add({ kind: 'reaction', name, message, added });
    return { ok: true };
  };

export const people: Readonly<Record<string, Handler>> = {
  'users.info': userInfo,
  'users.list': userList,
  'users.lookupByEmail': lookupByEmail,
  'bots.info': botInfo,
  'reactions.add': react(true),
  'reactions.remove': react(false),
};
