import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { loadConfig } from '../src/config/config.ts';
import type { Span } from '../src/french/span.ts';
import { readValues } from '../src/french/values/read-values.ts';
import { type LinearModel, writeLinearModel } from '../src/learned/linear-model.ts';
import { isGoalName } from '../src/rules/goals.ts';
import { afterRoles, type RoleText, roleFeatures } from '../src/rules/roles/role-features.ts';
import { type ReadRole, ROLES_FILE, readRoles } from '../src/rules/roles/role-model.ts';
import { isRoleOf, ROLE_LABELS, type Role, type RoleKind, roleLabel } from '../src/rules/roles/role-names.ts';
import { countsOf, roleSpans } from '../src/rules/roles/role-spans.ts';
import { settleRole } from '../src/rules/roles/settle-roles.ts';
import { readRulebook } from '../src/rules/rulebook.ts';
import { countByWords } from '../src/rules/text/count-by-words.ts';
import { readable } from '../src/rules/text/read-text.ts';
import { spellOutBy } from '../src/rules/text/reading.ts';
import { readDays } from '../src/rules/text/said-dates.ts';
import { readSums } from '../src/rules/text/said-sums.ts';
import { readWords } from '../src/rules/words.ts';
import { readCommandLine } from './command-line.ts';
import { type Example, type FitSettings, fitLinear, type Rows, slimmed } from './fit-linear.ts';
import { createRandom, shuffled } from './random.ts';

/**
 * `npm run train:roles [-- --folds 5]`: learns from the marked messages of `knowledge/regles/roles.jsonl` what each value of a
 * message is, and writes `knowledge/regles/roles.tsv`. `--folds N`: learns N times without a part, prints how each role is read
 * in what was left out, then the same of a quarter and of half of what was learnt. The same file gives the same weights.
 */
const SEED = 7;
const SETTINGS: FitSettings = { epochs: 10, rate: 0.6, pull: 1e-3, seldom: 3 };
const SLIGHT = 0.2;
/** Days of the messages that give no year are read from here. */
const AT = '2026-11-28';

const messageSchema = z.strictObject({
  goal: z.string().refine(isGoalName, { error: 'is no goal' }).nullable(),
  text: z.string().min(3),
  values_only: z.boolean().optional(),
});

interface Message extends RoleText {
  /** Of each span, what it was marked to be; undefined where it was not. */
  readonly roles: readonly (Role | undefined)[];
}

const line = readCommandLine('train:roles');
const { knowledge } = loadConfig(process.env);
const words = readWords(knowledge);
const { objects } = readRulebook(knowledge);
const spellOut = spellOutBy(knowledge, words, objects);
const messages = readFileSync(join(knowledge, 'regles', 'roles.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map(readMessage);
const folds = line.number('folds', 0);

if (folds > 1) for (const share of [0.25, 0.5, 1]) printRead(folds, share);
else {
  const text = writeLinearModel(ROLE_LABELS, learn(messages));
  const to = join(knowledge, 'regles', ROLES_FILE);
  writeFileSync(to, text);
  console.log(
    `${messages.length} messages, ${examplesOf(messages).length} values, ${Math.round(text.length / 1000)} kB in ${to}`,
  );
}

function readMessage(json: string): Message {
  const { goal, text: marked } = messageSchema.parse(JSON.parse(json));
  const marks: { readonly span: Span; readonly role: string }[] = [];
  let text = '';
  let next = 0;
  const composed = marked.normalize('NFC');
  for (const match of composed.matchAll(/\[([^[\]|]+)\|([a-z_]+)\]/g)) {
    const [whole, said = '', role = ''] = match;
    text += spellOut(composed.slice(next, match.index));
    const full = spellOut(said);
    marks.push({ span: [text.length, text.length + full.length], role });
    text += full;
    next = match.index + whole.length;
  }
  text = readable(text + spellOut(composed.slice(next)));
  const values = readValues(text);
  const said = words.read(text);
  const sums = readSums(text, values);
  const days = readDays(text, values, AT, 'near');
  const { claims } = said;
  const spans = roleSpans({ text, values, sums, days, objects, told: said.told });
  const counts = goal === null ? undefined : countByWords({ text, goal, sums, days, claims }, words);
  const byWords = countsOf(spans, { sums, days }, counts);
  const roles = spans.map(({ kind, span: [start, end] }) => {
    const mark = marks.find((one) => one.span[0] < end && start < one.span[1] && isRoleOf(kind, one.role));
    return mark !== undefined && isRoleOf(kind, mark.role) ? mark.role : undefined;
  });
  return { text, goal: goal ?? undefined, spans, claims, roles, byWords };
}

function examplesOf(some: readonly Message[]): readonly Example[] {
  return some.flatMap((message) => {
    const features = roleFeatures(message);
    const before: { readonly kind: RoleKind; readonly role: Role }[] = [];
    return message.spans.flatMap(({ kind }, at) => {
      const role = message.roles[at];
      if (role === undefined) return [];
      const seen = [...(features[at] ?? []), ...afterRoles(kind, before)];
      before.push({ kind, role });
      return [{ features: seen, label: roleLabel(kind, role), weight: 1 }];
    });
  });
}

function learn(some: readonly Message[]): Rows {
  return slimmed(fitLinear(examplesOf(some), ROLE_LABELS, SETTINGS, createRandom(SEED)), SLIGHT);
}

/** Each message read by weights that did not see it. @param share of what is left to learn, that is learnt */
function printRead(count: number, share: number): void {
  const all = shuffled(messages, createRandom(SEED));
  const seen: { readonly wanted: string; readonly read: string; readonly share: number }[] = [];
  const duels: Duel[] = [];
  for (let fold = 0; fold < count; fold++) {
    const learnt = all.filter((_, index) => index % count !== fold);
    const rows = learn(learnt.slice(0, Math.round(learnt.length * share)));
    const model: LinearModel = { labels: ROLE_LABELS, weightsOf: (name) => rows.get(name) };
    for (const message of all.filter((_, index) => index % count === fold))
      for (const [at, { kind, roles: read }] of readRoles(message, model).entries()) {
        const [role, best] = [message.roles[at], read[0]];
        if (role !== undefined && best !== undefined)
          seen.push({ wanted: roleLabel(kind, role), read: roleLabel(kind, best.role), share: best.share });
        duels.push(...duelsOf(message, at, { ...message.spans[at], kind, roles: read } as ReadRole));
      }
  }
  const right = seen.filter(({ wanted, read }) => wanted === read);
  console.log(
    `\nlearnt from ${percent(share, 1)} of the rest: ${right.length} of ${seen.length}, ${percent(right.length, seen.length)}`,
  );
  for (const least of [0.5, 0.7, 0.9]) {
    const sure = seen.filter((one) => one.share >= least);
    console.log(
      `  a share of ${least} at least: ${percent(sure.length, seen.length)} of the values, ${percent(sure.filter(({ wanted, read }) => wanted === read).length, sure.length)} right`,
    );
  }
  printDuels(duels, share < 1);
  if (share < 1) return;
  for (const label of ROLE_LABELS) {
    const [wanted, read] = [seen.filter((one) => one.wanted === label), seen.filter((one) => one.read === label)];
    if (wanted.length === 0) continue;
    const both = wanted.filter((one) => one.read === label).length;
    console.log(
      `${label.padEnd(26)} ${String(wanted.length).padStart(4)}  recall ${percent(both, wanted.length)}  precision ${percent(both, read.length)}`,
    );
  }
}

interface Duel {
  readonly label: string;
  readonly words: boolean;
  readonly both: boolean;
  readonly doubted: boolean;
  readonly saved: boolean;
}

/** How one value is counted by words alone, and where what was learnt is held against them. */
function duelsOf({ goal, roles, byWords }: Message, at: number, read: ReadRole): readonly Duel[] {
  const [role, word] = [roles[at], byWords[at]];
  const right = goal && role && words.admits(read.kind, role, goal);
  if (goal === undefined || role === undefined || word === undefined || right === undefined) return [];
  const { counted, doubt } = settleRole(read, word, goal, words.admits);
  const saved = doubt !== undefined && (right.includes(counted) || right.includes(doubt.counted));
  return [
    {
      label: roleLabel(read.kind, role),
      words: right.includes(word),
      both: right.includes(counted),
      doubted: doubt !== undefined,
      saved,
    },
  ];
}

function printDuels(duels: readonly Duel[], isShort: boolean): void {
  const said = (name: string, some: readonly Duel[]) => {
    const sure = some.filter(({ doubted }) => !doubted);
    console.log(
      `${name.padEnd(26)} ${String(some.length).padStart(4)}  words ${percent(some.filter((one) => one.words).length, some.length)}  both readers ${percent(some.filter((one) => one.both).length, some.length)}  doubted ${percent(some.length - sure.length, some.length)} (the right one among the two ${percent(some.filter(({ saved }) => saved).length, some.length - sure.length)})  wrong without a doubt ${percent(sure.filter((one) => !one.both).length, some.length)}`,
    );
  };
  said('counted right', duels);
  if (!isShort)
    for (const label of ROLE_LABELS)
      if (duels.some((one) => one.label === label))
        said(
          label,
          duels.filter((one) => one.label === label),
        );
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
}
