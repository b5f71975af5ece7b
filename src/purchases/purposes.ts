import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readYaml } from '../corpus/yaml-source.ts';
import { PURPOSE_THEMES } from '../vocabulary/purchases.ts';
import type { OfferedEffect } from './port/purchasing.ts';

const FILE = 'finalites.yaml';

const schema = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    theme: z.enum(PURPOSE_THEMES),
    effet: z.string().min(3).max(100),
    mesure: z.string().min(3).max(160),
    /** Beginnings of CPV codes where it is offered first; none: it holds anywhere. */
    pour: z.array(z.string().regex(/^\d{2,8}$/)).optional(),
  }),
);

type Written = z.infer<typeof schema>[number];

/** Every effect that trainers have written. @throws where the file is missing or is not as `finalites.yaml` says of itself */
export function readEffects(knowledge: string): readonly Written[] {
  const { value, problems } = readYaml(readFileSync(join(knowledge, FILE), 'utf8'), schema, FILE);
  if (value === undefined)
    throw new Error(problems.map(({ line, field, message }) => `${FILE}:${line} ${field}: ${message}`).join('\n'));
  return value;
}

/** Read before a choice is made: more is a form nobody fills. */
const MOST_OFFERED = 6;

/** Those to choose from for a purchase: one a theme, of its class first where it has one. */
export function effectsFor(all: readonly Written[], cpv: string | undefined): readonly OfferedEffect[] {
  const fits = ({ pour }: Written) => cpv !== undefined && pour?.some((start) => cpv.startsWith(start)) === true;
  const near = all.filter(fits);
  const any = all.filter(({ pour }) => pour === undefined);
  const themes = new Set(near.map(({ theme }) => theme));
  const others = any.filter(({ theme }) => !themes.has(theme) && themes.add(theme));
  return [...near.slice(0, MOST_OFFERED - 2), ...others]
    .slice(0, MOST_OFFERED)
    .map(({ id, theme, effet, mesure }) => ({ id, theme, effect: effet, measure: mesure }));
}
