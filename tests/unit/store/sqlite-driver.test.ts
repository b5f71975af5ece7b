import { expect, it } from 'vitest';
import { loadSqlite } from '../../../src/store/sqlite-driver.ts';

it.each([
  [
    'is not installed',
    () => {
      throw new Error("Cannot find module 'better-sqlite3'");
    },
  ],
  [
    'was compiled for another version of Node',
    () =>
      class {
        constructor() {
          throw new Error('The module was compiled against a different Node.js version');
        }
      },
  ],
])('names the module and the one command that brings it where it %s', (_, load) => {
  expect(() => loadSqlite(load)).toThrow(
    /better-sqlite3[\s\S]*: sudo apt-get install -y g\+\+ make python3 && npm ci\n/,
  );
});

it('loads where it is', () => {
  expect(typeof loadSqlite()).toBe('function');
});
