import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { CorpusProblem } from '../../corpus/problem.ts';
import { readYaml } from '../../corpus/yaml-source.ts';
import { type IsoDate, isIsoDate } from '../../days/iso-date.ts';
import { err, ok, type Result } from '../../result.ts';
import { localTexts } from '../../text/local-texts.ts';
import { NATURES } from '../facts.ts';

const { faults } = localTexts;

const words = (error: string) => z.string({ error }).trim().min(1, { error });

/** A field that nobody reads is most often one misspelt: each is told at its own line, with those that are known. */
function strictly<Shape extends z.ZodRawShape>(shape: Shape, error: string) {
  const unknown = z.custom<never>(() => false, { error: faults.unknown(Object.keys(shape)) });
  return z.object(shape, { error }).catchall(unknown);
}

const level = {
  a_partir_de: z.number({ error: faults.amount }).min(0, { error: faults.amount }).default(0),
  natures: z
    .array(z.enum(NATURES, { error: faults.natures }), { error: faults.natures })
    .min(1, { error: faults.natures })
    .optional(),
  article: words(faults.article),
};

const competition = strictly(
  {
    ...level,
    devis: z
      .int({ error: faults.quotes })
      .min(1, { error: faults.quotes })
      .max(20, { error: faults.quotes })
      .optional(),
    ecrits: z.boolean({ error: faults.written }).optional(),
    procedure: z.enum(['achat_direct', 'adaptee', 'formalisee'], { error: faults.procedure }).optional(),
  },
  faults.level,
)
  .refine(({ devis, procedure }) => (devis === undefined) !== (procedure === undefined), { error: faults.either })
  .refine(({ devis, ecrits }) => devis !== undefined || ecrits === undefined, {
    error: faults.writtenAlone,
    path: ['ecrits'],
  });

const person = strictly({ ...level, qui: words(faults.who) }, faults.level);

const STEPS = ['analyse', 'commission', 'selection', 'signature_a_notification'] as const;
const delay = strictly(
  {
    ...level,
    etape: z.enum(STEPS, { error: faults.step }),
    jours: z.int({ error: faults.days }).min(1, { error: faults.days }).max(365, { error: faults.days }),
  },
  faults.level,
);

type Reach = Pick<Level, 'a_partir_de' | 'natures'>;

/** Levels of one list; two that begin at the same sum for a same purchase cannot both be meant. */
function levels<T extends z.ZodType<Reach>>(one: T, isOf: (a: z.infer<T>, b: z.infer<T>) => boolean = () => true) {
  return z
    .array(one, { error: faults.list })
    .min(1, { error: faults.list })
    .superRefine((all, context) => {
      for (const [index, own] of all.entries()) {
        const other = all.slice(0, index).findIndex((before) => isOf(own, before) && meet(own, before));
        if (other >= 0)
          context.addIssue({ code: 'custom', path: [index, 'a_partir_de'], message: faults.twice(other + 1) });
      }
    })
    .default([]);
}

function meet(a: Reach, b: Reach): boolean {
  const { natures } = a;
  const share = natures === undefined || b.natures === undefined || natures.some((one) => b.natures?.includes(one));
  return a.a_partir_de === b.a_partir_de && share;
}

const LISTS = ['mise_en_concurrence', 'signature', 'conduite', 'delais'] as const;

const schema = strictly(
  {
    siret: z
      .string({ error: faults.siret })
      .regex(/^\d{14}$/, { error: faults.siret })
      .optional(),
    titre: words(faults.title),
    date: z.string({ error: faults.date }).refine(isIsoDate, { error: faults.date }),
    mise_en_concurrence: levels(competition),
    signature: levels(person),
    conduite: levels(person),
    delais: levels(delay, (a, b) => a.etape === b.etape),
  },
  faults.document,
).refine((file) => LISTS.some((list) => file[list].length > 0), { error: faults.nothing });

/** From which sum on, that sum in it, in euros without tax; for some natures, or for all; and where it is written. */
export interface Level {
  readonly a_partir_de: number;
  readonly natures?: readonly (typeof NATURES)[number][] | undefined;
  readonly article: string;
}

/** Quotes or a procedure, one of both. */
export interface Competition extends Level {
  readonly devis?: number | undefined;
  readonly ecrits?: boolean | undefined;
  readonly procedure?: 'achat_direct' | 'adaptee' | 'formalisee' | undefined;
}

interface Person extends Level {
  readonly qui: string;
}

/** Calendar days. */
export interface Delay extends Level {
  readonly etape: (typeof STEPS)[number];
  readonly jours: number;
}

/** What a body asks of its own purchases, beside the law. */
export interface LocalRules {
  /** Of the body whose they are; undefined: of the one that is configured. */
  readonly siret: string | undefined;
  /** «règlement interne des achats»: how its articles are named. */
  readonly title: string;
  readonly date: IsoDate;
  /** First figures of the file's SHA-256: tells one state of it from another. */
  readonly print: string;
  readonly competition: readonly Competition[];
  /** Who signs, and who leads the consultation. */
  readonly signature: readonly Person[];
  readonly conduct: readonly Person[];
  readonly delays: readonly Delay[];
}

/** The rules of the body whose member asks, by its SIRET; none for anybody else. */
export type LocalRulesOf = (siret: string | undefined) => LocalRules | undefined;

/** @returns every mistake of the text at once, each with its line, its field and what to write instead */
export function readLocalRules(text: string, file: string): Result<LocalRules, readonly CorpusProblem[]> {
  const { value, problems } = readYaml(text, schema, file);
  if (value === undefined)
    return err(problems.map((one) => (one.field === 'yaml' ? { ...one, message: faults.yaml(one.message) } : one)));
  const { siret, titre, date, mise_en_concurrence, signature, conduite, delais } = value;
  return ok({
    siret,
    title: titre,
    date,
    print: createHash('sha256').update(text).digest('hex').slice(0, PRINT),
    competition: mise_en_concurrence,
    signature,
    conduct: conduite,
    delays: delais,
  });
}

const PRINT = 8;
