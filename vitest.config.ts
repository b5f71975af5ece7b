import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const SLOW = 'tests/**/*.slow.test.ts';
/** What works in this very process, and closes its servers behind it: the modules are read once for all of them. */
const SERVED = [
  'tests/contract/**/*.slow.test.ts',
  'tests/unit/{corpus-check,documents,fakes,handoff,intake,interviews,slack,teams,training,web}/**/!(fuzz).slow.test.ts',
];
/**
 * Those that take a longer way where NIGHTLY=1, or try their properties ten times as often
 * (`runs`, in tests/fixtures/runs.ts): by hand, `npm run test:nightly`.
 */
const LONGER = [
  'tests/unit/{dialogue,documents,fidelity,french,handoff,lexicon,masking,reserve,rewording,rules,slack,teams,training}/**/!(*.slow).test.ts',
  'tests/crash/{crash,standby}.slow.test.ts',
  'tests/unit/{answering/grounding/claims,handoff/help/outbox-seal,lexicon/find-concepts}.slow.test.ts',
  'tests/unit/hostile/*.slow.test.ts',
  'tests/unit/inherited-words.slow.test.ts',
  'tests/unit/linear/readers.slow.test.ts',
  'tests/unit/web/{fuzz,programs-fuzz}.slow.test.ts',
];

/** At night alone: a whole build, which brings its libraries from the registry. */
const OF_THE_NIGHT = ['tests/e2e/build.slow.test.ts'];

export default defineConfig({
  test: {
    // Vitest would leave one of two processors idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: [SLOW],
          setupFiles: ['tests/fixtures/no-server.ts'],
          // The modules are read once a worker, not once a file: reading them took as long as testing them.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'slow', include: [SLOW], exclude: [...SERVED, ...OF_THE_NIGHT] } },
      { extends: true, test: { name: 'served', include: SERVED, isolate: false } },
      // There only where it is asked for: a file named by hand runs once.
      ...(process.argv.includes('nightly')
        ? [
            {
              extends: true as const,
              test: { name: 'nightly', include: [...LONGER, ...OF_THE_NIGHT], env: { NIGHTLY: '1' } },
            },
          ]
        : []),
    ],
    globalSetup: ['tests/fixtures/one-run.ts'],
    setupFiles: ['tests/fixtures/drawn-alike.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters:
      process.env['CI'] === undefined ? ['default'] : ['default', ['json', { outputFile: 'artifacts/tests.json' }]],
    coverage: { provider: 'v8', include: ['src/**', 'adapters/**'], reporter: ['text-summary', 'html'] },
  },
});
