import { frenchTimes } from '../../src/french/typography.ts';
import type { BriefPreview, CaseLine, CaseRow, CaseView, DeskView, MaskChoice } from '../../src/handoff/port/views.ts';
import { ownValue } from '../../src/own-value.ts';
import { catalogues } from '../../src/text/catalogues.ts';
import { sayCompetence } from '../../src/text/competence-names.ts';
import { consoleTexts } from '../../src/text/console-texts.ts';
import { lengthText } from '../../src/text/reserve-texts.ts';
import { literal } from './plain.ts';
import type { Block } from './screen.ts';
import type { CaseNumbers } from './seat.ts';

const ZONE = 'Europe/Paris';
const { brief: briefTexts, case: caseTexts, status: statusTexts, desk: deskTexts } = catalogues.fr.handoffWeb;
/** Characters of a question in a list. */
const SHORT = 60;
const SHORT_TIME = new Intl.DateTimeFormat('fr-FR', {
  timeZone: ZONE,
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
const DAY = new Intl.DateTimeFormat('fr-FR', { timeZone: ZONE, dateStyle: 'long' });

/** Commands and what they do, in two columns. */
export function renderUsages(usages: readonly (readonly [string, string])[]): string {
  const width = Math.max(...usages.map(([typed]) => typed.length)) + 2;
  // No-break spaces: the columns must not be folded.
  return usages.map(([typed, does]) => `\u00a0\u00a0${typed.padEnd(width, '\u00a0')}${does}`).join('\n');
}

/** What would leave, word for word, then what is hidden in it, by number. A text that is as `before` is not said again. */
export function renderBrief(preview: BriefPreview, amounts: boolean, before?: BriefPreview): readonly Block[] {
  const masks = distinctMasks(preview.masks);
  return [
    `**${briefTexts.title}**`,
    ...(before === undefined ? [`${briefTexts.intro}\n`] : []),
    ...renderTexts(preview, before),
    ...(preview.competences.length === 0
      ? []
      : [
          `**${briefTexts.competences}** : ${preview.competences.map((name) => literal(sayCompetence(name))).join(', ')}`,
        ]),
    `\n**${briefTexts.masks}**`,
    ...(masks.length === 0 ? [briefTexts.noMask] : masks.map((mask, index) => renderMask(mask, index + 1))),
    ...(amounts ? [consoleTexts.brief.amounts.on] : []),
    `\n${renderUsages(consoleTexts.brief.commands)}`,
  ];
}

function renderMask({ kind, text, replacement, masked }: MaskChoice, number: number): string {
  const name = ownValue(briefTexts.kind, kind) ?? briefTexts.otherKind;
  const state = masked ? `→ ${literal(replacement)}` : `(${consoleTexts.brief.visible})`;
  return `\u00a0\u00a0${number}. «\u00a0${literal(text)}\u00a0» ${state} · ${name}`;
}

/** Mentions of the same thing are one choice. */
export function distinctMasks(masks: readonly MaskChoice[]): readonly MaskChoice[] {
  return [...new Map(masks.map((mask) => [keyOfMask(mask), mask])).values()];
}

export function keyOfMask({ replacement, text }: MaskChoice): string {
  return `${replacement}\n${text.toLowerCase()}`;
}

function renderTexts(texts: CaseView['brief'], before?: CaseView['brief']): readonly Block[] {
  return (['question', 'answered', 'need'] as const).flatMap((name): readonly Block[] => {
    const text = texts[name];
    if (text === undefined || text === '') return [];
    if (text === before?.[name]) return [`**${briefTexts[name]}** (${consoleTexts.brief.same})`];
    return [`**${briefTexts[name]}**`, { quoted: text }];
  });
}

/** Where a case stands and who is on the other side. */
export function renderStanding({ status, standing, other }: CaseView, number: number): readonly Block[] {
  return [
    consoleTexts.cases.title(number, statusTexts[status].toLowerCase()),
    standing,
    ...(other.name === undefined
      ? [consoleTexts.cases.other(literal(other.organisation))]
      : [caseTexts.identityOpen(literal(other.name), literal(other.organisation))]),
  ];
}

/** A whole case: where it stands, what was passed on, what was said, what may be done. */
export function renderCase(shown: CaseView, number: number): readonly Block[] {
  const { lines } = shown;
  return [
    ...renderStanding(shown, number),
    `\n**${caseTexts.brief}**`,
    ...renderTexts(shown.brief),
    ...(lines.length === 0 ? [] : [`\n**${caseTexts.talk}**`, ...lines.flatMap(renderLine)]),
    ...renderMay(shown),
  ];
}

export function renderMay({ may }: CaseView): readonly Block[] {
  return may.length === 0 ? [] : [`\n${consoleTexts.may}\n${renderUsages(may.map((kind) => consoleTexts.act[kind]))}`];
}

export function renderLine(line: CaseLine): readonly Block[] {
  const at = sayShort(line.at);
  if (line.kind === 'step') return [`${at} · ${literal(line.text, 1000)}`];
  const who = line.from === 'you' ? caseTexts.you : caseTexts[line.from];
  return [`${at} · **${who}**`, { quoted: line.text }, ...renderHidden(line)];
}

/** What the other side does not read of one's own words. */
export function renderHidden(line: CaseLine): readonly Block[] {
  return line.kind === 'message' && line.hidden !== undefined ? [line.hidden] : [];
}

export function renderRow({ id, question, status, expiresAt }: CaseRow, numbers: CaseNumbers): string {
  const until = expiresAt === undefined ? statusTexts[status].toLowerCase() : caseTexts.until(sayShort(expiresAt));
  return `\u00a0\u00a0${numbers.of(id)}. ${until} · «\u00a0${literal(question, SHORT)}\u00a0»`;
}

export function renderHours({ availability: hours }: DeskView): readonly Block[] {
  const { said, paused, pausedUntil, absences, nextAt } = hours;
  const pausedText =
    pausedUntil === undefined ? deskTexts.paused : deskTexts.pausedUntil(DAY.format(new Date(pausedUntil)));
  return [
    `**${deskTexts.availability}** : ${paused ? pausedText : deskTexts.available}`,
    said === '' ? deskTexts.noWeek : `- ${literal(said, 1000)}`,
    `- ${deskTexts.hours(lengthText(hours.usedMinutes), lengthText(hours.monthlyMinutes))} ; ${deskTexts.atOnce(hours.simultaneousCases)}`,
    ...absences.map(
      // An absence ends where the next day begins.
      ({ from, to }) => `- ${deskTexts.absence(DAY.format(new Date(from)), DAY.format(new Date(Date.parse(to) - 1)))}`,
    ),
    ...(nextAt === undefined ? [] : [`- ${deskTexts.next(sayShort(nextAt))}`]),
    deskTexts.changeHint,
  ];
}

function sayShort(at: string): string {
  const instant = new Date(at);
  return Number.isNaN(instant.getTime()) ? at : frenchTimes(SHORT_TIME.format(instant));
}
