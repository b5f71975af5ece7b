import type { Happened } from '../../src/desk/port/shown.ts';
import type { CaseRow } from '../../src/handoff/port/views.ts';
import { catalogues } from '../../src/text/catalogues.ts';
import { consoleTexts } from '../../src/text/console-texts.ts';
import { newsOf } from './news.ts';
import { type Press, press } from './press.ts';
import type { Block } from './screen.ts';
import { type Rows, rowsOf, type Seat } from './seat.ts';
import { mayIfOther } from './show.ts';

/** Someone holds it: words come without the status changing. */
const TALKING = new Set<CaseRow['status']>(['accepted', 'in_progress', 'answered']);
const { news: texts } = consoleTexts;
const { status: statusTexts } = catalogues.fr.handoffWeb;

interface WatchParts {
  readonly seat: Seat;
  /** What pressing comes to; of a look, one thing. */
  readonly ask: (pressed: Press) => Promise<Happened | undefined>;
  readonly say: (...blocks: readonly Block[]) => void;
}

/** Looks for what is new, and says it: all of it for the open case, that there is something for the others. */
export function createWatch({ seat, ask, say }: WatchParts): () => Promise<void> {
  /** A mark of each case as it was last seen; undefined before the first look, which announces nothing. */
  let known: Map<string, string> | undefined;
  let down = false;

  const followOpen = async (): Promise<boolean> => {
    if (seat.mode.kind !== 'case') return true;
    const { shown } = seat.mode;
    const now = await ask(press('open', { case: shown.id }));
    if (now?.name !== 'case') {
      if (now?.name === 'refused' && now.fault.kind === 'store_down') return false;
      seat.mode = { kind: 'assistant' };
      say(consoleTexts.cases.lost);
      return true;
    }
    seat.mode = { kind: 'case', shown: now.view };
    const news = newsOf(shown, now.view);
    if (news.length > 0) say(...news, ...mayIfOther(shown, now.view));
    return true;
  };

  const markOf = async ({ id, status }: CaseRow): Promise<string> => {
    if (!TALKING.has(status)) return status;
    const shown = await ask(press('open', { case: id }));
    return `${status} ${shown?.name === 'case' ? shown.view.lines.length : ''}`;
  };

  const followOthers = async (rows: Rows): Promise<void> => {
    const { mode, numbers } = seat;
    const openId = mode.kind === 'case' ? mode.shown.id : mode.kind === 'brief' ? mode.preview.case : undefined;
    const next = new Map<string, string>();
    const offers = new Set(rows.desk?.offers.map(({ id }) => id));
    for (const row of rowsOf(rows)) {
      const mark = await markOf(row);
      next.set(row.id, mark);
      if (known === undefined || known.get(row.id) === mark || row.id === openId || row.status === 'draft') continue;
      const number = numbers.of(row.id);
      say(offers.has(row.id) ? texts.offer(number) : texts.case(number, statusTexts[row.status].toLowerCase()));
    }
    if (known === undefined) greet(rows);
    known = next;
  };

  const greet = ({ mine, desk }: Rows): void => {
    const held = [...(desk?.cases ?? []), ...mine].filter(({ status }) => TALKING.has(status));
    const waiting = consoleTexts.cases.waiting(desk?.offers.length ?? 0, held.length);
    if (waiting !== '') say(`${waiting}.`);
  };

  return async () => {
    const followed = await followOpen();
    const rows = await ask(press('mine', {}));
    const isDown = !followed || rows?.name !== 'rows';
    if (isDown !== down) say(isDown ? texts.down : texts.back);
    down = isDown;
    if (rows?.name !== 'rows') return;
    seat.rows = rows;
    await followOthers(rows);
  };
}
