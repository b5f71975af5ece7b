import type { Happened } from '../../src/desk/port/shown.ts';
import type { Act, Screen, Block as ScreenBlock } from '../../src/screens/screen.ts';
import { interviewTexts } from '../../src/text/interview-texts.ts';
import { type Press, press } from './press.ts';
import type { Block } from './screen.ts';
import type { Seat } from './seat.ts';

/** A purchase at the terminal: what can be pressed has a number, the rest is typed. */
export function showInterview(seat: Seat, { title, blocks, acts }: Screen): readonly Block[] {
  const numbered = acts.flatMap((act) => {
    const done = pressOf(act);
    return done === undefined ? [] : [{ label: act.label, done }];
  });
  seat.pressed = numbered.map(({ done }) => done);
  const hints = acts.flatMap(({ needs }) => needs?.fields.flatMap(({ hint }) => hint ?? []) ?? []);
  return [
    ...(title === undefined ? [] : [`**${title}**`]),
    ...blocks.flatMap(lines),
    ...(numbered.length === 0 ? [] : [numbered.map(({ label }, index) => `${index + 1}. ${label}`).join('\n')]),
    ...hints.slice(0, 1).map((hint) => `*${hint}*`),
  ];
}

/** What needs words is typed: nothing but a line is filled in at a terminal. */
function pressOf(act: Act): Press | undefined {
  if (act.needs !== undefined) return undefined;
  switch (act.verb) {
    case 'interview_act':
    case 'purchase_do':
    case 'purchase_open':
      return press(act.verb, act.value) as Press;
    default:
      return undefined;
  }
}

function lines(block: ScreenBlock): readonly Block[] {
  switch (block.kind) {
    case 'markdown':
    case 'notice':
      return [block.text];
    case 'fold':
      return [`**${block.label}**`, ...block.blocks.flatMap(lines)];
    case 'facts':
      return [block.facts.map(({ name, value }) => `${name}\u00a0: ${value}`).join('\n')];
    case 'heading':
      return [`**${block.text}**`];
    case 'rows':
      return [
        block.rows.map(({ title, note }) => [title, note].filter((one) => one !== undefined).join(' · ')).join('\n'),
      ];
    default:
      return [];
  }
}

/** What says how to begin. */
export function startOf(happened: Happened): readonly Block[] {
  const { start, faults } = interviewTexts.fr;
  const fault =
    happened.name === 'no_interview' ? [happened.fault === 'store_down' ? faults.down : faults.unknown] : [];
  return [...fault, `${start.intro} ${start.hint}`];
}
