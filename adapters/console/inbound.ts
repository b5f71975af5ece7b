import { actSaid } from '../../src/desk/port/act-said.ts';
import { fold } from '../../src/french/words.ts';
import { QUESTION_BOX } from '../../src/screens/start.ts';
import { catalogues } from '../../src/text/catalogues.ts';
import { consoleTexts } from '../../src/text/console-texts.ts';
import type { Role } from '../../src/vocabulary/people.ts';
import { type Command, HELP_COMMANDS, type Step, shown } from './commands.ts';
import { parseCommand } from './parse-command.ts';
import { press } from './press.ts';
import type { Seat } from './seat.ts';
import { showMore } from './show.ts';

const { dialogue: texts } = consoleTexts;

/** What a line is, as things stand before the person. */
export function readLine(seat: Seat, line: string): readonly Step[] {
  const settled = settle(seat, line);
  if (settled !== undefined) return settled;
  const pressed = /^\d{1,2}$/.test(line) ? seat.pressed[Number(line) - 1] : undefined;
  if (pressed !== undefined) return [pressed];
  const picked = /^\d$/.test(line) ? seat.offered[Number(line) - 1] : undefined;
  // A number picks, or answers what was asked back; of itself it says nothing.
  if (/^\d{1,2}$/.test(line) && picked === undefined && seat.mode.kind === 'assistant' && !seat.asks)
    return shown(texts.nothingToPick);
  return line.startsWith(':') ? command(seat, line) : plainLine(seat, picked?.text ?? line, picked?.on);
}

/** What waits for a yes; another line gives it up, and is read as ever once that was said. */
function settle(seat: Seat, line: string): readonly Step[] | undefined {
  const { pending } = seat;
  if (pending === undefined) return undefined;
  seat.pending = undefined;
  const said = fold(line).replace(/^:/, '').replace(/[.!]$/, '').trim();
  if (/^(?:oui|o|ok|yes|y)$/.test(said)) return [pending];
  if (/^(?:non|n|no)$/.test(said)) return shown(consoleTexts.notDone);
  return [...shown(consoleTexts.notDone), ...readLine(seat, line)];
}

function plainLine({ mode }: Seat, text: string, on: string | undefined): readonly Step[] {
  switch (mode.kind) {
    case 'assistant':
      return [{ kind: 'said', text, on }];
    case 'asking':
      return [press('human', {}, { [QUESTION_BOX]: text })];
    case 'brief':
      return shown(consoleTexts.brief.open);
    case 'case':
      return mode.shown.may.includes('say') || actSaid(text) !== undefined
        ? [{ kind: 'said', text, case: mode.shown.id }]
        : shown(consoleTexts.cases.cannotSay);
  }
}

function command(seat: Seat, line: string): readonly Step[] {
  const { name, rest } = parseCommand(line);
  if (name === 'quitter' || name === 'q') return [{ kind: 'leave' }];
  const found = (seat.person === undefined ? undefined : HELP_COMMANDS.get(name)) ?? COMMANDS.get(name);
  return found?.(seat, rest) ?? [{ kind: 'unknown' }];
}

/** Said of the other side from now on: the answer that stands is said again. */
const turnTo =
  (role: Role): Command =>
  ({ last }) => {
    const turned = press('role', { role });
    return last === undefined
      ? [turned, ...shown(catalogues.fr.roleSet[role])]
      : [turned, press('register', { reply: last.id, role, full: true, question: last.question })];
  };

const rate =
  (useful: boolean): Command =>
  ({ last }, why) =>
    last === undefined ? shown(texts.nothingToRate) : [press('feedback', { reply: last.id, useful }, { comment: why })];

/** Commands of the assistant's dialogue. */
const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['acheteur', turnTo('buyer')],
  ['service', turnTo('prescriber')],
  ['plus', (seat) => shown(...showMore(seat))],
  ['explain', ({ last }) => (last === undefined ? shown(texts.askFirst) : [{ kind: 'explain' }])],
  ['oui', rate(true)],
  ['non', rate(false)],
  ['oublie', () => [{ kind: 'forget' }]],
]);
