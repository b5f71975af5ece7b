import type { CaseRow } from '../../../src/handoff/port/views.ts';
import { catalogues } from '../../../src/text/catalogues.ts';
import { consoleTexts } from '../../../src/text/console-texts.ts';
import { sameMay } from './cases.ts';
import { newsOf } from './news.ts';
import { renderMay } from './render.ts';
import { type Rows, readRows } from './rows.ts';
import type { Session } from './session.ts';

/** Someone holds it: words come without the status changing. */
const TALKING = new Set<CaseRow['status']>(['accepted', 'in_progress', 'answered']);
const { news: texts } = consoleTexts;
const { status: statusTexts } = catalogues.fr.handoffWeb;

/** Looks for what is new, and says it: all of it for the open case, that there is something for the others. */
export function createWatch(session: Session): () => Promise<void> {
  const { helping, person, numbers } = session;
  /** A mark of each case as it was last seen; undefined before the first look, which announces nothing. */
  let known: Map<string, string> | undefined;
  let down = false;

  const followOpen = async (): Promise<boolean> => {
    if (session.mode.kind !== 'case') return true;
    const { shown } = session.mode;
    const now = await session.guarded(() => helping.view(person.person, shown.id));
    if (!now.ok) {
      if (now.error.kind === 'store_down') return false;
      session.mode = { kind: 'assistant' };
      session.say(consoleTexts.cases.lost);
      return true;
    }
    session.mode = { kind: 'case', shown: now.value };
    const news = newsOf(shown, now.value);
    if (news.length > 0) session.say(...news, ...(sameMay(shown, now.value) ? [] : renderMay(now.value)));
    return true;
  };

  const markOf = async ({ id, status }: CaseRow): Promise<string> => {
    if (!TALKING.has(status)) return status;
    const shown = await session.guarded(() => helping.view(person.person, id));
    return `${status} ${shown.ok ? shown.value.lines.length : ''}`;
  };

  const followOthers = async ({ mine, desk }: Rows): Promise<void> => {
    const { mode } = session;
    const openId = mode.kind === 'case' ? mode.shown.id : mode.kind === 'brief' ? mode.preview.case : undefined;
    const next = new Map<string, string>();
    const offers = new Set(desk?.offers.map(({ id }) => id));
    for (const row of [...(desk?.offers ?? []), ...(desk?.cases ?? []), ...mine]) {
      const mark = await markOf(row);
      next.set(row.id, mark);
      if (known === undefined || known.get(row.id) === mark || row.id === openId || row.status === 'draft') continue;
      const number = numbers.of(row.id);
      session.say(offers.has(row.id) ? texts.offer(number) : texts.case(number, statusTexts[row.status].toLowerCase()));
    }
    if (known === undefined) greet({ mine, desk });
    known = next;
  };

  const greet = ({ mine, desk }: Rows): void => {
    const held = [...(desk?.cases ?? []), ...mine].filter(({ status }) => TALKING.has(status));
    const waiting = consoleTexts.cases.waiting(desk?.offers.length ?? 0, held.length);
    if (waiting !== '') session.say(`${waiting}.`);
  };

  return async () => {
    const followed = await followOpen();
    const rows = await session.guarded(() => readRows(session));
    const isDown = !followed || !rows.ok;
    if (isDown !== down) session.say(isDown ? texts.down : texts.back);
    down = isDown;
    if (rows.ok) await followOthers(rows.value);
  };
}
