import { expect, it } from 'vitest';
import type { ReadRole } from '../../../src/rules/roles/role-model.ts';
import type { Role } from '../../../src/rules/roles/role-names.ts';
import { settleRole } from '../../../src/rules/roles/settle-roles.ts';
import { readWords } from '../../../src/rules/words.ts';

const { admits } = readWords('knowledge');

function sum(...roles: readonly (readonly [Role, number])[]): ReadRole {
  return { kind: 'somme', span: [0, 5], marks: [], roles: roles.map(([role, share]) => ({ role, share })) };
}

it.each([
  ['both readers agree', sum(['estimation', 0.8], ['seuil', 0.2]), { counted: 'besoin' }],
  ['what was learnt hardly admits it', sum(['seuil', 0.97], ['estimation', 0.03]), { counted: 'rien' }],
  [
    'neither is sure',
    sum(['estimation', 0.55], ['part', 0.45]),
    { counted: 'besoin', doubt: { counted: 'rien', role: 'estimation', other: 'part', slight: false } },
  ],
  [
    'it is the less likely',
    sum(['part', 0.85], ['estimation', 0.15]),
    { counted: 'rien', doubt: { counted: 'besoin', role: 'part', other: 'estimation', slight: true } },
  ],
])('what words read stands, is left or is doubted: %s', (_, read, settled) => {
  expect(settleRole(read, 'besoin', 'procedure', admits)).toEqual(settled);
});
