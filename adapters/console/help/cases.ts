import type { CaseView } from '../../../src/handoff/port/views.ts';
import { ownValue } from '../../../src/own-value.ts';
import { catalogues } from '../../../src/text/catalogues.ts';
import { consoleTexts } from '../../../src/text/console-texts.ts';
import type { CaseAction, HelpFault } from '../../../src/vocabulary/cases.ts';
import { ACTS } from './acts.ts';
import type { Briefs } from './brief.ts';
import { sayFault } from './faults.ts';
import { newsOf } from './news.ts';
import { renderCase, renderMay, renderRow } from './render.ts';
import { readRows } from './rows.ts';
import { type Command, orFault, type Session } from './session.ts';

/** Acts after which the case is no longer this reservist's. */
const GIVEN_AWAY: ReadonlySet<CaseAction['kind']> = new Set(['decline', 'give_back', 'pass_to']);
const { mine: mineTexts, desk: deskTexts, case: caseTexts, fault: webFaults } = catalogues.fr.handoffWeb;
const { cases: texts } = consoleTexts;

/** One's cases: the list, the one that is open, and what is done at it. */
export function createCaseCommands(session: Session, briefs: Pick<Briefs, 'reopen'>) {
  const { helping, person, numbers } = session;
  const by = person.person;

  const open = (shown: CaseView) => {
    session.mode = { kind: 'case', shown };
    session.say(...renderCase(shown, numbers.of(shown.id)));
  };

  const list: Command = async () => {
    const rows = await orFault(session, () => readRows(session));
    if (rows === undefined) return;
    const { mine, desk } = rows;
    const section = (title: string, found: typeof mine, none: string) =>
      `**${title}**\n${found.length === 0 ? none : found.map((row) => renderRow(row, numbers)).join('\n')}`;
    session.say(
      ...(desk === undefined
        ? []
        : [
            `${section(deskTexts.offers, desk.offers, deskTexts.noOffer)}\n`,
            `${section(deskTexts.cases, desk.cases, deskTexts.noCase)}\n`,
          ]),
      section(mineTexts.title, mine, mineTexts.none),
    );
  };

  const show: Command = async (rest) => {
    if (rest === '' && session.mode.kind !== 'case') return list(rest);
    const id = rest === '' && session.mode.kind === 'case' ? session.mode.shown.id : await idOf(rest);
    if (id === undefined) return session.say(texts.noSuchCase);
    const shown = await orFault(session, () => helping.view(by, id));
    if (shown === undefined) return;
    if (shown.status === 'draft') await briefs.reopen(id);
    else open(shown);
  };

  /** Numbers are given as cases are first seen: someone who knows theirs from before may begin with one. */
  const idOf = async (typed: string): Promise<string | undefined> => {
    if (!/^\d{1,6}$/.test(typed)) return undefined;
    const known = numbers.idOf(Number(typed));
    if (known !== undefined) return known;
    const rows = await session.guarded(() => readRows(session));
    if (!rows.ok) return undefined;
    for (const { id } of [...(rows.value.desk?.offers ?? []), ...(rows.value.desk?.cases ?? []), ...rows.value.mine])
      numbers.of(id);
    return numbers.idOf(Number(typed));
  };

  /** The case a command is for: the open one, or the only one that is offered. */
  const target = async (name: string): Promise<CaseView | undefined> => {
    const { mode } = session;
    const isAnswer = name === 'accepter' || name === 'decliner';
    if (mode.kind === 'case' && !(isAnswer && !mode.shown.may.includes('accept'))) return mode.shown;
    if (!isAnswer || !person.reservist) {
      session.say(mode.kind === 'case' ? consoleTexts.fault.wrong_status : texts.noneOpen);
      return undefined;
    }
    const desk = await orFault(session, () => helping.desk(by));
    if (desk === undefined) return undefined;
    const [offer, ...others] = desk.offers;
    if (offer !== undefined && others.length === 0) return orFault(session, () => helping.view(by, offer.id));
    session.say(texts.whichOffer(desk.offers.map(({ id }) => numbers.of(id))));
    return undefined;
  };

  const act = async (name: string, rest: string): Promise<void> => {
    const shown = await target(name);
    if (shown === undefined) return;
    const action = ownValue(ACTS, name)?.(rest, shown);
    if (action === undefined) return;
    if (typeof action === 'string') return session.say(action);
    if (action.kind !== 'propose_fiche') return give(shown, action);
    const { proposeWhy, proposeQuestion, proposeAnswer } = caseTexts;
    session.pending = () => give(shown, action);
    const { question, answer } = action;
    const fields = [`**${proposeQuestion}**`, { quoted: question }, `**${proposeAnswer}**`, { quoted: answer }];
    session.say(proposeWhy, ...fields, consoleTexts.sure);
  };

  const give = async (shown: CaseView, action: CaseAction): Promise<void> => {
    const acted = await session.guarded(() => helping.act(by, shown.id, action));
    if (!acted.ok) return refuse(shown, action, acted.error);
    const after = acted.value;
    const done = caseTexts.done[action.kind] ?? '';
    if (GIVEN_AWAY.has(action.kind)) {
      session.mode = { kind: 'assistant' };
      return session.say(done);
    }
    if (action.kind === 'accept') {
      session.say(done);
      return open(after);
    }
    session.mode = { kind: 'case', shown: after };
    session.say(...newsOf(shown, after, true), done, ...(sameMay(shown, after) ? [] : renderMay(after)));
  };

  /** Where the case stands now says more than that it was too late. */
  const refuse = async (shown: CaseView, { kind }: CaseAction, fault: HelpFault): Promise<void> => {
    const again = kind === 'propose_fiche' && fault.kind === 'taken';
    session.say(again ? webFaults.already_proposed.text : sayFault(fault));
    if (fault.kind === 'store_down' || session.mode.kind !== 'case' || session.mode.shown.id !== shown.id) return;
    const now = await session.guarded(() => helping.view(by, shown.id));
    if (now.ok) {
      session.mode = { kind: 'case', shown: now.value };
      const news = newsOf(shown, now.value);
      const stands = fault.kind === 'wrong_status' && news.length === 0 ? [now.value.standing] : news;
      if (stands.length > 0) session.say(...stands, ...(sameMay(shown, now.value) ? [] : renderMay(now.value)));
    } else if (now.error.kind !== 'store_down') session.mode = { kind: 'assistant' };
  };

  const commands: Readonly<Record<string, Command>> = {
    dossiers: list,
    dossier: show,
    ...Object.fromEntries(Object.keys(ACTS).map((name) => [name, (rest: string) => act(name, rest)])),
  };
  return { commands, act };
}

export function sameMay(before: CaseView, after: CaseView): boolean {
  return before.may.join() === after.may.join();
}
