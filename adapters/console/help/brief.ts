import { fold } from '../../../src/french/words.ts';
import type { BriefPreview, HelpRequest, PreviewChoices } from '../../../src/handoff/port/views.ts';
import { catalogues } from '../../../src/text/catalogues.ts';
import { consoleTexts } from '../../../src/text/console-texts.ts';
import { distinctMasks, keyOfMask, renderBrief, renderMay, renderStanding } from './render.ts';
import { type Command, type Mode, orFault, type Session } from './session.ts';

type BriefMode = Extract<Mode, { kind: 'brief' }>;

const UNCHOSEN: PreviewChoices = { lifted: [], added: [], amountsAsRanges: false };
const SAME_BODY = /^meme[- ]organisme$/;
const { brief: texts } = consoleTexts;

export interface Briefs {
  /** Shows what would leave for this question; without one, waits for it. */
  start(request: HelpRequest | undefined): Promise<void>;
  /** A draft that was left: the choices made on it are to be made again. */
  reopen(id: string): Promise<void>;
  readonly commands: Readonly<Record<string, Command>>;
}

/** Asking for a person: what would leave, as the requester wants it, then off it goes. */
export function createBriefs(session: Session): Briefs {
  const show = (preview: BriefPreview, choices: PreviewChoices, notice?: string) => {
    const { mode } = session;
    const before = mode.kind === 'brief' && mode.preview.case === preview.case ? mode.preview : undefined;
    session.mode = { kind: 'brief', preview, choices };
    const rows = renderBrief(preview, choices.amountsAsRanges, before);
    session.say(...(notice === undefined ? [] : [`${notice}\n`]), ...rows);
  };

  const revise = async (id: string, choices: PreviewChoices, notice?: string): Promise<void> => {
    const preview = await orFault(session, () => session.helping.revise(session.person.person, id, choices));
    if (preview !== undefined) show(preview, choices, notice);
  };

  /** The command needs a preview before the person. */
  const within =
    (act: (mode: BriefMode, rest: string) => Promise<void>): Command =>
    async (rest) => {
      const { mode } = session;
      if (mode.kind === 'brief') await act(mode, rest);
      else session.say(texts.none);
    };

  const lift = within(async ({ preview, choices }, rest) => {
    const chosen = masksAt(preview, rest);
    if (chosen === undefined) return session.say(texts.noSuchMask);
    const words = chosen.filter(({ kind }) => kind === 'added').map(({ text }) => text);
    await revise(preview.case, {
      ...choices,
      lifted: [...new Set([...choices.lifted, ...chosen.filter(({ kind }) => kind !== 'added').map(({ id }) => id)])],
      added: choices.added.filter((added) => !words.includes(added)),
    });
  });

  const hide = within(async ({ preview, choices }, rest) => {
    if (rest === '') return session.say(texts.noWords);
    const again = masksAt(preview, rest)?.filter(({ masked }) => !masked) ?? [];
    const ids = new Set(again.map(({ id }) => id));
    await revise(
      preview.case,
      again.length > 0
        ? { ...choices, lifted: choices.lifted.filter((id) => !ids.has(id)) }
        : { ...choices, added: [...new Set([...choices.added, rest])] },
    );
  });

  const amounts = within(async ({ preview, choices }) => {
    const amountsAsRanges = !choices.amountsAsRanges;
    await revise(preview.case, { ...choices, amountsAsRanges }, texts.amounts[amountsAsRanges ? 'on' : 'off']);
  });

  /** A text that has changed since it was shown is shown again. */
  const send = within(async ({ preview, choices }, rest) => {
    const sameBodyPreferred = SAME_BODY.test(fold(rest));
    if (rest !== '' && !sameBodyPreferred) return session.say(texts.notSent);
    const { helping, person, numbers } = session;
    const consent = { seen: preview.seen, choices, sameBodyPreferred };
    const sent = await orFault(session, () => helping.send(person.person, preview.case, consent));
    if (sent === undefined) return;
    if (sent.kind === 'changed') return show(sent.preview, choices, catalogues.fr.handoffWeb.brief.changed);
    const { view } = sent;
    session.mode = { kind: 'case', shown: view };
    session.say(
      `**${catalogues.fr.handoffWeb.case.done['send'] ?? ''}**\n`,
      ...renderStanding(view, numbers.of(view.id)),
      ...renderMay(view),
    );
  });

  const giveUp: Command = async () => {
    const { mode, helping, person } = session;
    if (mode.kind === 'asking') {
      session.mode = { kind: 'assistant' };
      return session.say(consoleTexts.notAsking);
    }
    if (mode.kind !== 'brief') return session.say(texts.none);
    const left = await orFault(session, () => helping.act(person.person, mode.preview.case, { kind: 'withdraw' }));
    if (left === undefined) return;
    session.mode = { kind: 'assistant' };
    session.say(texts.givenUp);
  };

  return {
    start: async (request) => {
      if (request === undefined) {
        session.mode = { kind: 'asking' };
        return session.say(consoleTexts.asking);
      }
      const preview = await orFault(session, () => session.helping.preview(session.person.person, request));
      if (preview !== undefined) show(preview, UNCHOSEN);
    },
    reopen: (id) => revise(id, UNCHOSEN, catalogues.fr.handoffWeb.brief.again),
    commands: { lever: lift, cacher: hide, montants: amounts, envoyer: send, abandonner: giveUp },
  };
}

/** Every mask under the numbers typed; undefined when they are not all numbers of the list. */
function masksAt({ masks }: BriefPreview, typed: string) {
  const shown = distinctMasks(masks);
  const numbers = typed.split(/[\s,]+/);
  if (!numbers.every((number) => /^\d{1,3}$/.test(number))) return undefined;
  const keys = numbers.map((number) => shown[Number(number) - 1]).map((mask) => mask && keyOfMask(mask));
  return keys.includes(undefined) ? undefined : masks.filter((mask) => keys.includes(keyOfMask(mask)));
}
