import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtScript } from '../fixtures/built.ts';
import { plain } from '../fixtures/plain.ts';

const FOLDER = 'tests/fixtures/slack';

/** What the app makes of each payload, in order: some lean on those before. Undefined: nothing is sent. */
const EXPECTED: readonly (readonly [name: string, sent: readonly string[] | undefined])[] = [
  ['message', ['-> chat.postMessage channel=D', '30 000 € HT est sous 60 000 € HT', 'En savoir plus']],
  ['message-changed', ['-> chat.update channel=D', '30 jours']],
  ['message-deleted', ['-> chat.delete channel=D']],
  ['message-hours', ['-> chat.postMessage channel=D']],
  ['app-mention', ['-> chat.postEphemeral channel=C', 'Partager dans le fil']],
  ['app-home-opened', ['-> views.publish user_id=U', 'Bonjour Claire Morel', 'Voir les modules']],
  ['assistant-thread-started', ['-> chat.postMessage', '-> assistant.threads.setSuggestedPrompts', '30 000 €']],
  ['assistant-thread-context-changed', undefined],
  ['reaction-added', undefined],
  ['command-question', ['-> response_url', 'Vous avez demandé']],
  ['command-reword', ['-> response_url', 'Marque citée sans « ou équivalent »']],
  ['command-reservist', ['-> views.open', 'Ce qui partira']],
  ['command-hours', ['-> views.open', 'Mes disponibilités']],
  ['command-module', ['-> response_url', 'Les modules, à la carte']],
  ['command-channel', ['-> response_url', 'vues de tous']],
  ['command-help', ['-> response_url', '/achat reformuler']],
  ['block-actions-register', ['-> chat.update', '30 000 € HT est sous 60 000 € HT']],
  ['block-actions-ask-reservist', ['-> views.open', 'Ce qui partira', 'faut-il trois devis']],
  ['block-actions-feedback', ['-> views.open', "Qu'est-ce qui manque ?"]],
  ['message-action-to-buyer', ['-> response_url', 'ou équivalent']],
  ['message-action-to-prescriber', ['-> response_url', 'Pour le service']],
  ['shortcut-need', ['-> views.open', 'Votre texte']],
  ['view-submission-need', ['-> chat.postMessage channel=U', 'ou équivalent']],
  ['app-context-changed', undefined],
  ['unknown-event', undefined],
  ['app-uninstalled', undefined],
  ['tokens-revoked', undefined],
];

describe('npm run replay -- slack', () => {
  let replayed: ReadonlyMap<string, string>;
  beforeAll(async () => {
    const files = EXPECTED.map(([name]) => `${FOLDER}/${name}.json`);
    const command = [await builtScript('scripts/replay.ts'), 'slack', ...files];
    const { stdout: out } = await promisify(execFile)(process.execPath, command);
    replayed = new Map(
      plain(out)
        .split(/^== /m)
        .slice(1)
        .map((section) => [/([\w-]+)\.json/.exec(section)?.[1] ?? '', section]),
    );
  }, 120_000);

  it('has a payload for each kind of thing that is listened to, and plays them all', () => {
    const names = readdirSync(FOLDER).map((file) => file.replace('.json', ''));
    expect(EXPECTED.map(([name]) => name).sort()).toEqual(names.sort());
    expect([...replayed.keys()].sort()).toEqual(names);
  });

  it.each(EXPECTED)('%s', (name, sent) => {
    const section = replayed.get(name) ?? '';
    expect(section).toMatch(/^\S+\n200\b/);
    if (sent === undefined) expect(section).not.toContain('->');
    for (const words of sent ?? []) expect(section).toContain(words);
  });
});
