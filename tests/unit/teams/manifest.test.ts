import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { default as AjvDraft4, ValidateFunction } from 'ajv-draft-04';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../adapters/teams/handlers/extension.ts';
import { fillManifest, makeTeamsPackage } from '../../../scripts/teams-package/package.ts';
import { catalogues } from '../../../src/text/catalogues.ts';

const require = createRequire(import.meta.url);
const OPTIONS = {
  appId: '6F1C1B8A-3c1e-4b0e-9a53-0f2d2f9b7a11',
  publicUrl: 'https://truchement.ville.example/',
  version: '1.2.3',
};
const FOLDER = join(import.meta.dirname, '../../../adapters/teams/manifest');
/** Microsoft's own schemas, which the package `@microsoft/app-manifest` ships. */
const SCHEMAS = join(require.resolve('@microsoft/app-manifest/package.json'), '../build/json-schemas/teams');

// A CommonJS package whose types say that it is not.
const { default: Ajv }: { default: typeof AjvDraft4.default } = require('ajv-draft-04');

function validatorOf(file: string): ValidateFunction {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false });
  return ajv.compile(JSON.parse(readFileSync(join(SCHEMAS, file), 'utf8')));
}

const filled = () => {
  const made = fillManifest(OPTIONS);
  if (!made.ok) throw new Error(made.error);
  return JSON.parse(made.value);
};

describe('the manifest of the Teams app', () => {
  it('is valid against Microsoft’s schema of its version', () => {
    const validate = validatorOf('v1.30/MicrosoftTeams.schema.json');
    validate(filled());
    expect(validate.errors).toBeNull();
    // The schema sees: without what it must have, it is not.
    const { icons: _icons, ...without } = filled();
    expect(validate(without)).toBe(false);
  });

  it('has every language valid, with the same keys, each for a text of the manifest', () => {
    const validate = validatorOf('v1.30/MicrosoftTeams.Localization.schema.json');
    const [fr, en] = ['fr', 'en'].map((name) => JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')));
    for (const language of [fr, en]) {
      validate(language);
      expect(validate.errors).toBeNull();
    }
    expect(Object.keys(en)).toEqual(Object.keys(fr));
    for (const [path, text] of Object.entries(fr).filter(([key]) => key !== '$schema'))
      expect(at(filled(), path), path).toBe(text);
  });

  it('names only commands that the bot knows, in both languages', () => {
    const { bots, composeExtensions } = filled();
    const known = Object.values(catalogues).flatMap(({ teams: { commands } }) => Object.values(commands).flat());
    const titles = [
      ...bots[0].commandLists.flatMap(({ commands }: { commands: { title: string }[] }) =>
        commands.map(({ title }) => title),
      ),
      ...Object.entries(JSON.parse(readFileSync(join(FOLDER, 'en.json'), 'utf8')))
        .filter(([key]) => /^bots.*title$/.test(key))
        .map(([, title]) => title),
    ];
    // What the assistant and training hear is theirs.
    for (const title of titles)
      if (!/^(?:Je suis|I am|Formations$|Learn$)/.test(title)) expect(known).toContain(String(title).toLowerCase());
    expect(composeExtensions[0].commands.map(({ id }: { id: string }) => id).sort()).toEqual(
      Object.values(COMMANDS).sort(),
    );
  });

  it('asks for no permission beyond who speaks and to write to them', () => {
    const { permissions, authorization, webApplicationInfo } = filled();
    expect(permissions).toEqual(['identity', 'messageTeamMembers']);
    expect([authorization, webApplicationInfo]).toEqual([undefined, undefined]);
  });

  it('is packed with its icons, as the project draws them: colour 192, outline 32, white on nothing', () => {
    const made = makeTeamsPackage(OPTIONS);
    const files = made.ok ? unzipSync(made.value) : {};
    expect(Object.keys(files).sort()).toEqual(['color.png', 'en.json', 'fr.json', 'manifest.json', 'outline.png']);
    for (const [name, size] of [
      ['color.png', 192],
      ['outline.png', 32],
    ] as const) {
      const png = Buffer.from(files[name] ?? []);
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
      expect(png.equals(readFileSync(join(FOLDER, name))), `${name} is drawn by «npm run teams:package -- icons»`).toBe(
        true,
      );
    }
  });

  it('is not made with an id that is none, a page without TLS, or a version that Teams would not take', () => {
    for (const wrong of [
      { appId: 'bot' },
      { publicUrl: 'http://ville.example' },
      { publicUrl: '' },
      { version: '1.0' },
    ])
      expect(fillManifest({ ...OPTIONS, ...wrong }).ok).toBe(false);
  });
});

function at(value: unknown, path: string): unknown {
  return path
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
    .reduce<unknown>((inside, part) => (inside as Record<string, unknown>)[part], value);
}
