import { createRequire } from 'node:module';
import type Database from 'better-sqlite3';
import { frenchTypography } from '../french/typography.ts';
import { commandTexts } from '../text/command-texts.ts';

/**
 * The compiled driver, asked for where a file is opened: with a server, or to ask a question, nothing of it is needed.
 * @throws naming it and the command that brings it: it was not compiled here, or for another version of Node
 */
export function loadSqlite(load: (name: string) => unknown = createRequire(import.meta.url)): typeof Database {
  try {
    const driver = load('better-sqlite3') as typeof Database;
    // Its compiled part is looked for by the first database only.
    new driver(':memory:').close();
    return driver;
  } catch (cause) {
    throw new Error(frenchTypography(commandTexts.noSqlite), { cause });
  }
}
