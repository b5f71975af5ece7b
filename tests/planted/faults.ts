/** One fault as somebody might make it one day, and the tests that must see it. */
export interface Planted {
  readonly name: string;
  readonly file: string;
  /** Found once in the file. */
  readonly find: string;
  readonly replace: string;
  readonly tests: readonly string[];
}

export const FAULTS: readonly Planted[] = [
  {
    name: 'search: a question turned round is taken for the one asked',
    file: 'src/retrieval/pair/features.ts',
    find: 'as.denied === asked.denied',
    replace: 'true',
    tests: ['tests/unit/retrieval/judge.test.ts'],
  },
  {
    name: 'decision: a rule ten years past its review is still given',
    file: 'src/answering/decide.ts',
    find: 'Number(fiche.review_before.slice(0, 4)) + 1;',
    replace: 'Number(fiche.review_before.slice(0, 4)) + 10;',
    tests: ['tests/unit/answering/decide.test.ts'],
  },
  {
    name: 'answer: a rule past its review is given without a caution',
    file: 'src/answering/compose.ts',
    find: 'if (today > fiche.review_before)',
    replace: 'if (today > fiche.review_before && at > today)',
    tests: ['tests/unit/dialogue/respond.test.ts'],
  },
  {
    name: 'fidelity: a lost «sans» or «sauf» is let through',
    file: 'src/fidelity/compare-denials.ts',
    find: "new Set(['denies', 'without', 'except'])",
    replace: "new Set(['denies'])",
    tests: ['tests/unit/fidelity/check-fidelity.test.ts'],
  },
  {
    name: 'masking: what the requester added is hidden in this text only',
    file: 'src/masking/apply.ts',
    find: "...kept.flatMap(({ hidden }) => hidden), ...choices.added.filter((one) => one.trim() !== '')",
    replace: '...kept.flatMap(({ hidden }) => hidden)',
    tests: ['tests/unit/masking/masker.test.ts'],
  },
  {
    name: 'consent: another text leaves than the one that was seen',
    file: 'src/handoff/help/preview.ts',
    find: 'if (preview.seen !== seen) return ok(preview);',
    replace: '',
    tests: ['tests/unit/handoff/help/once.slow.test.ts'],
  },
  {
    name: 'case: a second click does the act again',
    file: 'src/handoff/cases.ts',
    find: 'return now.ok ? ok({ state: now.value, moved: false }) : now;',
    replace: '',
    tests: ['tests/unit/handoff/help/once.slow.test.ts'],
  },
  {
    name: 'case: a button of before still acts on what has moved on',
    file: 'src/handoff/cases.ts',
    find: 'if (seen.length === 0 || hasMoved(command, foldCase(id, seen), before.value))',
    replace: 'if (seen.length === 0)',
    tests: ['tests/unit/handoff/help/once.slow.test.ts'],
  },
  {
    name: 'outbox: a platform that is down is tried every five seconds',
    file: 'src/handoff/courier.ts',
    find: 'FIRST_WAIT_MS * 2 ** attempts',
    replace: 'FIRST_WAIT_MS',
    tests: ['tests/unit/handoff/courier.test.ts'],
  },
  {
    name: 'outbox: the message to someone who has gone is given up before their case is freed',
    file: 'src/handoff/courier.ts',
    find: 'if (!told.ok) return { done: false, value: told };',
    replace: '',
    tests: ['tests/unit/handoff/courier.test.ts'],
  },
  {
    name: 'timers: a draft is never thrown away',
    file: 'src/handoff/timers.ts',
    find: "return [{ kind: 'expire', at: addDays(state.since, policy.draftDays) }];",
    replace: 'return [];',
    tests: ['tests/unit/handoff/case-machine.test.ts'],
  },
  {
    name: 'matching: a reservist tied to a firm of the case is asked',
    file: 'src/handoff/match.ts',
    find: 'conflicts.suppliers.some((supplier) => state.suppliers.includes(supplier))',
    replace: 'conflicts.suppliers.every((supplier) => state.suppliers.includes(supplier) && false)',
    tests: ['tests/unit/handoff/match.test.ts'],
  },
  {
    name: 'sessions: one that is over still opens the page',
    file: 'src/reserve/sessions.ts',
    find: 'if (kept === undefined || kept.until <= at.toISOString()) return undefined;',
    replace: 'if (kept === undefined) return undefined;',
    tests: ['tests/unit/web/handoff-session.slow.test.ts'],
  },
  {
    name: 'Slack: a request recorded an hour ago is taken',
    file: 'adapters/slack/signature.ts',
    find: '> FRESH_SECONDS)',
    replace: '> FRESH_SECONDS * 60)',
    tests: ['tests/unit/slack/signature.test.ts'],
  },
  {
    name: 'web: a quotation mark closes an attribute',
    file: 'adapters/web/html.ts',
    find: `text.replace(/[&<>"']/g`,
    replace: 'text.replace(/[&<>]/g',
    tests: ['tests/unit/web/outbound.test.ts'],
  },
  {
    name: 'Slack: a relayed text calls the whole channel',
    file: 'adapters/slack/blocks/mrkdwn.ts',
    find: "    .replaceAll('<', '&lt;')\n",
    replace: '',
    tests: ['tests/unit/slack/blocks.test.ts'],
  },
  {
    name: 'Teams: a relayed text brings a link of its own',
    file: 'adapters/teams/card/elements.ts',
    find: '[\\\\`*_[\\]<>~]',
    replace: '[\\\\`*_<>~]',
    tests: ['tests/unit/teams/cards.test.ts'],
  },
  {
    name: 'terminal: a relayed text moves the cursor',
    file: 'src/french/clean.ts',
    find: "    .replace(UNSEEN, '')\n",
    replace: '',
    tests: ['tests/unit/console/help.test.ts'],
  },
  {
    name: 'relay: a text mentions everyone',
    file: 'src/handoff/help/escape-relayed.ts',
    find: '/@(?=\\S)/g',
    replace: '/@(?=\\S{99})/g',
    tests: ['tests/unit/handoff/help/escape-relayed.test.ts'],
  },
  {
    name: 'lint: what a sentence forbids is taken for what it does',
    file: 'src/rewording/lint/lint.ts',
    find: 'if (check.rule.negatable && (isNegated(text, sentence, trigger) || isExcusedForAll(text, index, match)))',
    replace: 'if (check.rule.negatable && isExcusedForAll(text, index, match))',
    tests: ['tests/unit/rewording/lint/lint.test.ts'],
  },
  {
    name: 'figures: a new threshold comes a day late',
    file: 'src/corpus/figures.ts',
    find: 'isSettled(value) && value.valid_from <= at',
    replace: 'isSettled(value) && value.valid_from < at',
    tests: ['tests/unit/corpus/figures.test.ts'],
  },
  {
    name: 'quiz: one right choice among several is enough',
    file: 'src/training/question/mark-answer.ts',
    find: 'choices.every((choice) => choice.right === choice.chosen)',
    replace: 'choices.some((choice) => choice.right && choice.chosen)',
    tests: ['tests/unit/training/mark-answer.test.ts'],
  },
  {
    name: 'backup: the key of the badges stays behind',
    file: 'src/store/backup/back-up.ts',
    find: "const BESIDE = ['cle-des-badges.json', 'documents', 'knowledge']",
    replace: "const BESIDE = ['documents', 'knowledge']",
    tests: ['tests/e2e/backup.slow.test.ts'],
  },
  {
    name: 'intake: a message overtakes the one of its thread that is tried again',
    file: 'src/intake/intake.ts',
    find: 'if (room.blocked.has(laneOf(event))) return leave(room, event);',
    replace: '',
    tests: ['tests/unit/intake/intake.test.ts'],
  },
];
