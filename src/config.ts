import { z } from 'zod';

const configSchema = z.object({
  TRUCHEMENT_KNOWLEDGE: z.string().min(1).default('knowledge'),
  TRUCHEMENT_DATA: z.string().min(1).default('.truchement'),
  TRUCHEMENT_ORGANISATION: z.string().min(1).optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export interface Config {
  /** Folder of the corpus. */
  readonly knowledge: string;
  /** Folder of what the assistant writes: the index. */
  readonly data: string;
  /** Whose own documents may be shown besides those for all. */
  readonly organisation: string | undefined;
  /** Loopback unless set: the assistant is never exposed by default. */
  readonly host: string;
  readonly port: number;
  readonly logLevel: z.infer<typeof configSchema>['LOG_LEVEL'];
}

/**
 * Reads the environment, once.
 * @throws naming every bad variable at once
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = configSchema.safeParse(env);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`Configuration not usable:\n  ${faults.join('\n  ')}`);
  }
  const values = parsed.data;
  return {
    knowledge: values.TRUCHEMENT_KNOWLEDGE,
    data: values.TRUCHEMENT_DATA,
    organisation: values.TRUCHEMENT_ORGANISATION,
    host: values.HOST,
    port: values.PORT,
    logLevel: values.LOG_LEVEL,
  };
}
