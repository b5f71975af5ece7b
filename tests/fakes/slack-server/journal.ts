import type { Json } from './json.ts';
import type { Call, Delivery, Message, View } from './types.ts';

/** Everything an app does to a workspace, in order. */
export type Happening =
  | { readonly kind: 'message'; readonly message: Message; readonly via: Via }
  | { readonly kind: 'update'; readonly message: Message; readonly via: Via }
  | { readonly kind: 'delete'; readonly message: Message; readonly via: Via }
  | { readonly kind: 'view'; readonly how: 'opened' | 'pushed' | 'updated'; readonly view: View }
  | { readonly kind: 'home'; readonly view: View }
  | {
      readonly kind: 'assistant';
      readonly what: 'status' | 'title' | 'prompts';
      readonly channel: string;
      readonly threadTs: string;
      readonly body: Json;
    }
  | { readonly kind: 'reaction'; readonly name: string; readonly message: Message; readonly added: boolean }
  | { readonly kind: 'stream'; readonly step: 'started' | 'appended' | 'stopped'; readonly message: Message }
  | { readonly kind: 'unfurl'; readonly channel: string; readonly ts: string; readonly unfurls: Json }
  | { readonly kind: 'socket'; readonly state: 'connected' | 'closed'; readonly open: number }
  | { readonly kind: 'call'; readonly call: Call }
  | { readonly kind: 'delivered'; readonly delivery: Delivery };

export type Via = 'api' | 'response_url' | 'command' | 'person';
type Of<K extends Happening['kind']> = Extract<Happening, { readonly kind: K }>;

export interface Journal {
  readonly all: readonly Happening[];
  add(happening: Happening): void;
  /**
   * The first happening of a kind that fits and was not yet taken by an earlier wait: it may have happened already. Each is
   * given once, so a test reads its story in order and cannot miss a fast answer.
   * Rejects after `withinMs`, saying what did happen.
   */
  next<K extends Happening['kind']>(
    kind: K,
    fits: (happening: Of<K>) => boolean,
    what: string,
    withinMs?: number,
  ): Promise<Of<K>>;
  /** Everything of a kind, taken or not. */
  of<K extends Happening['kind']>(kind: K): Of<K>[];
}

interface Wait {
  take(happening: Happening): boolean;
}

export function createJournal(patienceMs: number): Journal {
  const all: Happening[] = [];
  const taken = new Set<Happening>();
  const waits = new Set<Wait>();

  return {
    all,
    add(happening) {
      all.push(happening);
      for (const wait of waits) if (wait.take(happening)) return;
    },
    next(kind, fits, what, withinMs = patienceMs) {
      type Wanted = Of<typeof kind>;
      const wanted = (happening: Happening): happening is Wanted =>
        happening.kind === kind && !taken.has(happening) && fits(happening as Wanted);
      const found = all.find(wanted);
      if (found !== undefined) {
        taken.add(found);
        return Promise.resolve(found);
      }
      return new Promise((resolve, reject) => {
        const wait: Wait = {
          take(happening) {
            if (!wanted(happening)) return false;
            taken.add(happening);
            waits.delete(wait);
            clearTimeout(timer);
            resolve(happening);
            return true;
          },
        };
        const timer = setTimeout(() => {
          waits.delete(wait);
          reject(new Error(`no ${what} within ${withinMs} ms; so far: ${all.slice(-30).map(tell).join(' | ')}`));
        }, withinMs);
        waits.add(wait);
      });
    },
    of: (kind) => all.filter((happening): happening is Of<typeof kind> => happening.kind === kind),
  };
}

function tell(happening: Happening): string {
  switch (happening.kind) {
    case 'message':
    case 'update':
    case 'delete':
      return `${happening.kind} ${happening.message.channel} «${happening.message.text.slice(0, 80)}»`;
    case 'view':
      return `view ${happening.how} for ${happening.view.user}`;
    case 'call':
      return `${happening.call.method} → ${JSON.stringify(happening.call.answer?.['ok'] === true ? 'ok' : happening.call.answer)}`;
    case 'delivered':
      return `${happening.delivery.kind} ${happening.delivery.attempts.at(-1)?.outcome.kind}`;
    default:
      return happening.kind;
  }
}
