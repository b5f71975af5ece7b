import type { Act } from '../../../src/screens/screen.ts';
import type { VerbValue } from '../../../src/screens/verbs.ts';

/** Where a form goes and what it takes along besides what is filled in. */
interface Wire {
  /** Within the window. */
  readonly path: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** An act as the form that asks for it, on the address of what it is about; undefined for one that no form asks for. */
export function wireOf(act: Act): Wire | undefined {
  switch (act.verb) {
    case 'act': {
      const { case: id, act: kind, useful } = act.value;
      const rated = useful === undefined ? {} : { useful: useful ? 'yes' : 'no' };
      return { path: casePath(id), fields: { do: kind, ...rated, ...onceFields(act) } };
    }
    case 'to_case':
      return {
        path: casePath(act.value.case),
        fields: { do: 'to_case', key: act.value.key ?? '', text: act.value.text },
      };
    case 'send':
    case 'preview':
    case 'give_up':
      return { path: draftPath(act.value.case), fields: { do: act.verb, seen: act.value.seen } };
    case 'human': {
      const { reply = '', question = '' } = act.value;
      return { path: '/aide', fields: { reply, asked: question } };
    }
    case 'availability': {
      const { confirm } = act.value;
      return {
        path: '/reserve/disponibilite',
        fields: confirm === undefined ? {} : { confirm: '1', availability: confirm },
      };
    }
    case 'interview':
      return { path: '/mon-achat', fields: { text: act.value.text ?? '', reply: act.value.reply ?? '' } };
    case 'interview_act': {
      const { purchase, on, do: step, fact = '', part = '', said = '' } = act.value;
      return { path: interviewPath(purchase), fields: { do: step, on: String(on), fact, part, button: said } };
    }
    case 'purchase':
      return { path: '/demandes', fields: { text: act.value.text ?? '', as: act.value.as ?? '' } };
    case 'purchase_do': {
      const { purchase, on, do: step, question = '' } = act.value;
      return { path: demandPath(purchase), fields: { do: step, on: String(on), question, key: `v${on}` } };
    }
    case 'forget_me':
      return { path: '/mes-donnees', fields: { sure: 'yes' } };
    default:
      return undefined;
  }
}

/** The page that an act only opens. */
export function hrefOf({ verb, value, href }: Act): string | undefined {
  if (href !== undefined) return href;
  switch (verb) {
    case 'open':
      return casePath(value.case);
    case 'mine':
      return '/dossiers';
    case 'desk':
      return '/reserve';
    case 'my_data':
      return '/mes-donnees/export';
    case 'purchases':
      return '/demandes';
    case 'programme':
      return PROGRAMME_PATH;
    case 'purchase_open':
      return demandPath(value.purchase);
    case 'boss':
      return bossPath(value.purchase);
    case 'calculate':
      return calculatorPath(value);
    case 'interview_file':
      return `${interviewPath(value.purchase)}/fiche/${value.as}`;
    default:
      return undefined;
  }
}

export const PROGRAMME_PATH = '/programmation';

/** What is known already stands in the address, as all that is typed there does. */
function calculatorPath({ goal, given = [] }: VerbValue<'calculate'>): string {
  if (goal === undefined) return '/calculs';
  const query = new URLSearchParams(given.map(([name, text]): [string, string] => [name, text])).toString();
  return `/calculs/${encodeURIComponent(goal)}${query === '' ? '' : `?${query}`}`;
}

export function casePath(id: string): string {
  return `/dossier/${encodeURIComponent(id)}`;
}

export function interviewPath(id: string): string {
  return `/mon-achat/${encodeURIComponent(id)}`;
}

export function demandPath(id: string): string {
  return `/demande/${encodeURIComponent(id)}`;
}

export function bossPath(id: string): string {
  return `${demandPath(id)}/page`;
}

export function draftPath(id: string): string {
  return `/aide/${encodeURIComponent(id)}`;
}

/**
 * The case that an act was decided on. The key is of that version, not drawn by lot: a page asks for its parts again and
 * again, and what says the same must be the same.
 */
function onceFields({ on }: Act): Wire['fields'] {
  return on === undefined ? {} : { key: `v${on.version}`, on: String(on.version) };
}
