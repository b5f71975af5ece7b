import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { ownValue } from '../../src/own-value.ts';
import { err, ok, type Result } from '../../src/result.ts';
import { colourIcon, outlineIcon } from './icons.ts';

const FOLDER = fileURLToPath(new URL('../../adapters/teams/manifest', import.meta.url));
/** A day that every zip program takes: the same files make the same package. */
const DAY = '2026-01-01T00:00:00';

export interface PackageOptions {
  /** The bot's own id with Microsoft, which is the app's too. */
  readonly appId: string;
  /** Where people reach this server's pages: `https://…`, without a slash at the end. */
  readonly publicUrl: string;
  /** Three numbers; Teams offers an update only when it is higher. */
  readonly version: string;
}

/** The app package that is uploaded to Teams: manifest, languages, icons. */
export function makeTeamsPackage(options: PackageOptions): Result<Uint8Array, string> {
  const manifest = fillManifest(options);
  if (!manifest.ok) return manifest;
  const text = (name: string) => readFileSync(join(FOLDER, name));
  const files = {
    'manifest.json': Buffer.from(manifest.value),
    'fr.json': text('fr.json'),
    'en.json': text('en.json'),
    'color.png': colourIcon(),
    'outline.png': outlineIcon(),
  };
  return ok(zipSync(files, { level: 9, mtime: DAY }));
}

/** The manifest of one installation; the fault names what it cannot be made with. */
export function fillManifest({ appId, publicUrl, version }: PackageOptions): Result<string, string> {
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(appId))
    return err('TEAMS_APP_ID: must be the id of the bot, a UUID');
  if (!URL.canParse(publicUrl) || new URL(publicUrl).protocol !== 'https:')
    return err('PUBLIC_URL: must be an https:// address, which Teams shows and asks for');
  if (!/^\d+\.\d+\.\d+$/.test(version)) return err('the version must be three numbers');
  const values: Readonly<Record<string, string>> = {
    APP_ID: appId.toLowerCase(),
    PUBLIC_URL: publicUrl.replace(/(?<!\/)\/+$/, ''),
    HOST: new URL(publicUrl).hostname,
    VERSION: version,
  };
  const template = readFileSync(join(FOLDER, 'manifest.json'), 'utf8');
  return ok(template.replace(/\$\{\{(\w+)\}\}/g, (whole, name: string) => ownValue(values, name) ?? whole));
}
