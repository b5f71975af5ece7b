import { catalogues } from '../../../src/text/catalogues.ts';
import { consoleTexts } from '../../../src/text/console-texts.ts';
import { literal } from '../plain.ts';
import { renderHours } from './render.ts';
import { type Command, orFault, type Session } from './session.ts';

/** A person's own hours and own data. */
export function createSelfCommands(session: Session): Readonly<Record<string, Command>> {
  const { helping, person } = session;
  const by = person.person;

  const hours: Command = async (rest) => {
    if (!person.reservist) return session.say(consoleTexts.notReservist);
    if (rest === '') {
      const desk = await orFault(session, () => helping.desk(by));
      return desk && session.say(...renderHours(desk));
    }
    const heard = await orFault(session, () => helping.availability(by, rest, false));
    if (heard === undefined) return;
    session.pending = async () => {
      const kept = await orFault(session, () => helping.availability(by, rest, true));
      if (kept !== undefined)
        session.say(kept.done ? catalogues.fr.handoffWeb.desk.changed : literal(kept.playback, 2000));
    };
    session.say(literal(heard.playback, 2000), consoleTexts.sure);
  };

  const data: Command = async () => {
    const exported = await orFault(session, () => helping.exportOf(by));
    if (exported !== undefined) session.say(catalogues.fr.handoff.exported, { quoted: exported });
  };

  const forget: Command = async () => {
    const { forgetAsk } = catalogues.fr.handoffWeb.data;
    session.pending = async () => {
      const gone = await session.guarded(() => helping.forgetMe(by));
      if (!gone.ok) return session.say(consoleTexts.fault.store_down);
      session.over = true;
      session.say(catalogues.fr.handoff.forgotten);
    };
    session.say(`**${forgetAsk.title}** ${forgetAsk.text}`, consoleTexts.sure);
  };

  return { dispo: hours, 'mes-donnees': data, 'oublie-moi': forget };
}
