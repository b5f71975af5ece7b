import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCommandLine } from './command-line.ts';
import { colourIcon, outlineIcon } from './teams-package/icons.ts';
import { makeTeamsPackage } from './teams-package/package.ts';

const USAGE = `usage: npm run teams:package -- [VERSION]   writes artifacts/truchement-teams.zip (1.0.0 unless said)
       npm run teams:package -- icons        draws the icons of adapters/teams/manifest again
TEAMS_APP_ID and PUBLIC_URL are read from the environment.`;

/** The app package for Teams, from the manifest and the icons of the project. */
function main([asked = '1.0.0']: readonly string[]): void {
  if (asked === 'icons') {
    const folder = fileURLToPath(new URL('../adapters/teams/manifest', import.meta.url));
    writeFileSync(join(folder, 'color.png'), colourIcon());
    writeFileSync(join(folder, 'outline.png'), outlineIcon());
    process.stdout.write(`${folder}/{color,outline}.png\n`);
    return;
  }
  // Two of the server's settings: what else it needs is no matter of the package.
  const { TEAMS_APP_ID, MicrosoftAppId, PUBLIC_URL } = process.env;
  const made = makeTeamsPackage({
    appId: TEAMS_APP_ID ?? MicrosoftAppId ?? '',
    publicUrl: PUBLIC_URL ?? '',
    version: asked,
  });
  if (!made.ok) throw new Error(`${made.error}\n${USAGE}`);
  mkdirSync('artifacts', { recursive: true });
  const file = join('artifacts', 'truchement-teams.zip');
  writeFileSync(file, made.value);
  process.stdout.write(`${file}: ${made.value.length} bytes\n`);
}

try {
  main(readCommandLine('teams:package').rest);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
