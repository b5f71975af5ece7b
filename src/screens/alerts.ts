import type { AlertRow, AlertsSaid } from '../law/port/alerts.ts';
import { alertTexts as texts } from '../text/alert-texts.ts';
import { wasQuestion } from './aside.ts';
import { escapeMarkdown, makeScreen, markdown } from './make.ts';
import type { Act, Block, Screen } from './screen.ts';

/** Alerts that a screen can take back one by one. */
const MOST_ROWS = 12;

/** What came of a line about alerts. @param said undefined where nobody is known @param typed as it was said */
export function alertsScreen(said: AlertsSaid | undefined, typed: string): Screen {
  const [head, rows] = headOf(said);
  const may = said?.kind === 'asked' || said?.kind === 'list';
  const acts: readonly Act[] = [
    ...(said?.kind === 'asked' ? [sayAct(texts.mineLine, texts.mine)] : []),
    ...(may && rows.length > 1 ? [sayAct(texts.stopAllLine, texts.stop)] : []),
    { ...wasQuestion(typed, 'fr') },
  ];
  return makeScreen({
    ref: { view: 'note', key: '' },
    language: 'fr',
    blocks: [{ ...markdown(head), leads: true }, ...rowsBlock(rows, may)],
    acts,
  });
}

function headOf(said: AlertsSaid | undefined): readonly [string, readonly AlertRow[]] {
  if (said === undefined) return [texts.signIn, []];
  switch (said.kind) {
    case 'not_found':
      return [texts.notFound, []];
    case 'asked':
      return [texts.asked(said.rows.length), said.rows];
    case 'list':
      return [said.rows.length === 0 ? texts.noneYet : texts.yours(said.rows.length), said.rows];
    case 'stopped':
      return [said.rows.length === 0 ? texts.notStopped : texts.stopped(said.rows.length), said.rows];
  }
}

function rowsBlock(rows: readonly AlertRow[], may: boolean): readonly Block[] {
  if (rows.length === 0) return [];
  if (!may || rows.length > MOST_ROWS)
    return [markdown(rows.map(({ label }) => `- ${escapeMarkdown(label)}`).join('\n'))];
  return [
    {
      kind: 'rows',
      rows: rows.map(({ label }) => ({
        title: label,
        act: { ...sayAct(texts.stopLine(label), texts.stop), spoken: texts.stopOf(label) },
      })),
    },
  ];
}

function sayAct(text: string, label: string): Act {
  return { verb: 'say', value: { text }, label, look: 'plain' };
}
