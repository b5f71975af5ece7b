import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { createLog } from '../../src/log.ts';
import { openStore } from '../../src/store/open-store.ts';
import { builtScript } from '../fixtures/built.ts';
import { mustBe } from '../fixtures/network.ts';
import { plain } from '../fixtures/plain.ts';

/** One demo folder for both terminals: the first builds the index. */
const data = mkdtempSync(join(tmpdir(), 'truchement-chat-'));
let built: string;
beforeAll(async () => {
  built = await builtScript('scripts/chat.ts');
});
const children: ChildProcessWithoutNullStreams[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

const RESERVISTS = ['anne', 'karim', 'soizic'];
const LATE_MS = 60_000;

/** `npm run chat -- --demo` with these arguments, its two ends as pipes. */
function chat(...args: readonly string[]) {
  const child = spawn(process.execPath, [built, '--demo', ...args], {
    env: { ...process.env, TRUCHEMENT_DATA: data },
  });
  children.push(child);
  const said = { out: '', err: '' };
  let seen = 0;
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    said.out += String(chunk);
  });
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    said.err += String(chunk);
  });
  const end = once(child, 'close').then(([code]) => ({ code, ...said }));
  return {
    child,
    end,
    type: (line: string) => void child.stdin.write(`${line}\n`),
    out: () => plain(said.out),
    /** What has come since the last wait, once it holds these words. */
    see: async (words: string): Promise<string> => {
      const deadline = Date.now() + LATE_MS;
      for (;;) {
        const fresh = plain(said.out.slice(seen));
        const at = fresh.indexOf(words);
        if (at !== -1) {
          seen += at + words.length;
          return fresh;
        }
        const signal = AbortSignal.timeout(Math.max(1, deadline - Date.now()));
        const more = once(child.stdout, 'data', { signal }).then(
          () => true,
          () => false,
        );
        if (!(await Promise.race([more, end.then(() => false)])))
          throw new Error(`never came: ${words}\n${said.out.slice(seen)}\n${said.err}`);
      }
    },
  };
}

/** Whom the newest case is offered to: the demo has cases of before. */
async function askedReservist(): Promise<string> {
  const store = await openStore({ data: join(data, 'demo'), databaseUrl: undefined, log: createLog('silent') });
  try {
    const open = mustBe(await store.cases.open());
    const newest = open.reduce((one, other) => (other.openedAt > one.openedAt ? other : one));
    for (const person of RESERVISTS)
      if (mustBe(await store.cases.byReservist(`reserviste-${person}`)).some(({ id }) => id === newest.id))
        return person;
    throw new Error('nobody was asked');
  } finally {
    await store.close();
  }
}

/** Opens the case about the forty days; the prompt with its number. */
async function openCase(terminal: ReturnType<typeof chat>): Promise<string> {
  terminal.type(':dossiers');
  const listed = await terminal.see('40 jours');
  const number = [...listed.slice(0, listed.indexOf('40 jours')).matchAll(/(\d+)\. /g)].at(-1)?.[1];
  terminal.type(`:dossier ${number}`);
  return `dossier ${number} › `;
}

it('plays a case in two terminals, through the death of one of them', async () => {
  const maelle = chat('--as', 'maelle');
  await maelle.see('Vous jouez Maëlle Corre');
  await maelle.see('› ');
  maelle.type(
    'La société Batipro attend depuis 40 jours. Quel est le délai de paiement d’une commune ? Demande de Mme Sophie Tanguy',
  );
  await maelle.see('› ');
  maelle.type('demander à un réserviste');
  const preview = await maelle.see('aperçu › ');
  expect(preview).toContain("Ce que l'assistant a répondu");
  expect(preview).toContain('« Batipro » → [entreprise 1]');
  maelle.type(':envoyer');
  await maelle.see('Votre question est partie.');
  await maelle.see(' › ');

  const who = await askedReservist();
  const first = chat('--as', who);
  await first.see('proposition');
  expect(await first.see(await openCase(first))).toContain('[entreprise 1]');
  first.type(':accepter');
  await first.see('La demande est à vous.');
  await maelle.see('Un réserviste a accepté.');
  first.child.kill('SIGKILL');
  await first.end;

  maelle.type('Batipro a reconnu son retard.');
  await maelle.see('Message envoyé.');
  const second = chat('--as', who);
  await second.see('ouvert');
  expect(await second.see(await openCase(second))).toMatch(/│ \[(?:entreprise[^\]]*|masqué)\] a reconnu son retard/);
  second.type('Appliquez la formule du CCAG, puis le plafond.');
  await maelle.see('│ Appliquez la formule du CCAG, puis le plafond.');
  second.type(':répondu');
  await maelle.see('Le réserviste pense avoir répondu');
  maelle.type(':clore');
  await second.see("L'autre a clos la demande.");
  maelle.type(':noter oui');
  await maelle.see('votre avis est noté');

  expect(first.out() + second.out()).not.toMatch(/Batipro|Tanguy|Maëlle/);
  maelle.type(':quitter');
  second.child.stdin.end();
  for (const { code, err } of [await maelle.end, await second.end]) expect({ code, err }).toEqual({ code: 0, err: '' });
}, 180_000);

it('names the people there are when asked to play someone else', async () => {
  const { code, err } = await chat('--as', 'personne').end;
  expect(code).toBe(1);
  expect(err).toMatch(/maelle, .*yann/);
});
