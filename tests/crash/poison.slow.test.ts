import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Places, postgresPlaces, sqlitePlaces } from '../contract/store/places.ts';
import { builtScript } from '../fixtures/built.ts';

/** A process that says nothing for so long is frozen: whoever supervises it kills it. */
const FROZEN_MS = 2_500;
const MOST_LIVES = 12;

interface Ended {
  readonly by: 'itself' | 'a signal' | 'the supervisor';
  readonly said: string;
}

/** @param killWhen the life is killed from outside, healthy, once it has said so much */
function live(
  script: string,
  [mode, life]: readonly [string, number],
  env: Readonly<Record<string, string>>,
  killWhen: (said: string) => boolean = () => false,
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, mode, String(life)], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    let supervised = false;
    const kill = () => {
      supervised = true;
      child.kill('SIGKILL');
    };
    // Until it beats for the first time it starts, which takes a while on a busy machine.
    let timer = setTimeout(kill, 60_000);
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      clearTimeout(timer);
      timer = setTimeout(kill, FROZEN_MS);
      if (killWhen(said)) kill();
    });
    child.on('exit', (_code, signal) => {
      clearTimeout(timer);
      resolve({ by: supervised ? 'the supervisor' : signal === null ? 'itself' : 'a signal', said });
    });
  });
}

const POSTGRES = postgresPlaces();
if (POSTGRES.skipped !== undefined) console.warn(`poison on PostgreSQL skipped: ${POSTGRES.skipped}`);

describe.each<Places>([sqlitePlaces(), POSTGRES])(
  'poison of each kind, then a hundred ordinary events: $name',
  (places) => {
    describe.skipIf(places.skipped !== undefined)(places.skipped ?? 'in use', () => {
      let script: string;
      beforeAll(async () => {
        script = await builtScript('tests/crash/poison-life.ts', 'within');
        await places.begin();
      }, 60_000);
      afterAll(() => places.end());

      it('each ordinary one is answered once, and what kills, freezes or throws is set aside after three times', async () => {
        const folder = mkdtempSync(join(tmpdir(), 'truchement-poison-'));
        const { databaseUrl } = await places.place();
        const env = { CRASH_FOLDER: folder, ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }) };
        await live(script, ['fill', 0], env, (said) => said.includes('kept'));
        const deaths: Ended['by'][] = [];
        let last: Ended | undefined;
        for (let life = 1; life <= MOST_LIVES && last?.by !== 'itself'; life++) {
          // The first is killed in the middle of its work, as if by chance.
          last = await live(script, ['work', life], env, (said) => life === 1 && said.length > 4);
          deaths.push(last.by);
        }
        expect(deaths.at(-1)).toBe('itself');
        const setAside: readonly { id: string; deaths: number; faults: number }[] = JSON.parse(
          last?.said.trim().split('\n').at(-1) ?? '[]',
        );
        expect(setAside.map(({ id }) => id).sort()).toEqual(['teams kills', 'teams loops', 'teams throws']);
        for (const one of setAside) expect(one.deaths + one.faults, one.id).toBe(3);
        const answers = readFileSync(join(folder, 'answered.log'), 'utf8').trim().split('\n').map(Number);
        expect(answers.sort((a, b) => a - b)).toEqual([...Array(100).keys(), 1_000, 1_001, 1_002]);
        rmSync(folder, { recursive: true, force: true });
      }, 240_000);
    });
  },
);
