import { err, type Result } from '../result.ts';
import { type Complete, type ModelFault, NO_USAGE, type Purpose, type Usage } from './complete.ts';

/** What one call used, for the accounts of its organisation. */
export interface Charge {
  readonly organisation: string;
  readonly purpose: Purpose;
  readonly usage: Usage;
  readonly ms: number;
  readonly outcome: 'ok' | ModelFault['kind'];
}

/** Prices of an endpoint that does not report what a call cost, per million tokens, in the organisation's currency. */
interface Prices {
  readonly prompt: number;
  readonly completion: number;
}

export interface AccountsParts {
  readonly charge: (charge: Charge) => void;
  /** Tokens used today; an accounting that is down answers what it knows. */
  readonly tokensToday: (organisation: string) => Promise<number>;
  /** Undefined: no limit. */
  readonly dailyTokens: number | undefined;
  readonly prices: Prices | undefined;
}

/** In characters: what a token is worth where the endpoint does not count them. */
const CHARACTERS_A_TOKEN = 3.5;

/** Charges each call to its organisation, and makes none once the day's tokens are used. */
export function withAccounts(
  complete: Complete,
  { charge, tokensToday, dailyTokens, prices }: AccountsParts,
): Complete {
  return async (prompt, listening) => {
    const { organisation } = listening;
    if (dailyTokens !== undefined && (await tokensToday(organisation)) >= dailyTokens)
      return err({ kind: 'budget_spent' });
    const started = performance.now();
    const given = await complete(prompt, listening);
    const usage = given.ok
      ? priced(
          counted(
            given.value.usage,
            prompt.system.length + prompt.user.length,
            JSON.stringify(given.value.value ?? '').length,
          ),
          prices,
        )
      : undefined;
    charge({
      organisation,
      purpose: prompt.purpose,
      usage:
        usage ??
        (given.ok || !SENT.has(given.error.kind) ? NO_USAGE : estimated(prompt.system.length + prompt.user.length, 0)),
      ms: performance.now() - started,
      outcome: given.ok ? 'ok' : given.error.kind,
    });
    return given.ok && usage !== undefined ? withUsage(given, usage) : given;
  };
}

/** The prompt was taken, and is paid for, whatever came after. */
const SENT: ReadonlySet<ModelFault['kind']> = new Set(['cut', 'timeout', 'empty', 'cancelled']);

function withUsage<T extends { readonly usage: Usage }, E>(given: Result<T, E>, usage: Usage): Result<T, E> {
  return given.ok ? { ok: true, value: { ...given.value, usage } } : given;
}

/** An endpoint that counts nothing would have no budget: its tokens are estimated. */
function counted(usage: Usage, promptLength: number, textLength: number): Usage {
  if (usage.promptTokens + usage.completionTokens > 0) return usage;
  const { promptTokens, completionTokens } = estimated(promptLength, textLength);
  return { ...usage, promptTokens, completionTokens };
}

function estimated(promptLength: number, textLength: number): Usage {
  return {
    ...NO_USAGE,
    promptTokens: Math.ceil(promptLength / CHARACTERS_A_TOKEN),
    completionTokens: Math.ceil(textLength / CHARACTERS_A_TOKEN),
  };
}

function priced(usage: Usage, prices: Prices | undefined): Usage {
  if (usage.cost !== undefined || prices === undefined) return usage;
  return {
    ...usage,
    cost: (usage.promptTokens * prices.prompt + usage.completionTokens * prices.completion) / 1_000_000,
  };
}
