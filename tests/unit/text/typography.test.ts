import { describe, expect, it } from 'vitest';
import { renderMarkdown as renderForTerminal } from '../../../adapters/console/markdown.ts';
import { note as slackNote } from '../../../adapters/slack/note.ts';
import { toActivities } from '../../../adapters/teams/message/activities.ts';
import { notePart } from '../../../adapters/teams/note.ts';
import { createSay } from '../../../adapters/teams/say.ts';
import { html, toText } from '../../../adapters/web/html.ts';
import { renderMarkdown } from '../../../adapters/web/markdown.ts';
import { catalogues } from '../../../src/text/catalogues.ts';
import { typeset } from '../../../src/text/typeset.ts';

/** Every sentence of a table; what a function would say is seen with the words it is given. */
function leaves(held: unknown, path = ''): readonly (readonly [path: string, text: string])[] {
  if (typeof held === 'string') return [[path, held]];
  if (typeof held !== 'object' || held === null) return [];
  return Object.entries(held).flatMap(([key, value]) => leaves(value, `${path}.${key}`));
}

describe('the French texts', () => {
  // What is typed to the bot, not shown: «?» alone, between backticks a command as it is written.
  const shown = leaves(catalogues.fr)
    .filter(([path]) => !path.startsWith('.teams.commands'))
    .map(([path, text]) => [path, text.replace(/`[^`]*`/g, '')] as const);

  it.each([
    ['a plain space before what French keeps away from it', /\S [;:?!»%€](?:\s|$)/],
    ['a plain space after «', /« /],
    ['a straight apostrophe', /\p{L}'\p{L}/u],
    ['a figure in one piece', /\d{4} (?:caractères|€|euros)/],
    ['hours with a colon', /\b\d{1,2}:\d{2}\b/],
  ])('have nowhere %s', (_, fault) => {
    expect(shown.length).toBeGreaterThan(900);
    expect(shown.filter(([, text]) => fault.test(text))).toEqual([]);
  });

  it('are set when they are filled in, save the lines they quote', () => {
    const table = typeset({
      limit: (most: number) => `Au plus ${most} caractères !`,
      quote: (own: string) => `Dit :\n\n> ${own}`,
    });
    expect(table.limit(8000)).toBe('Au plus 8\u202f000 caractères\u202f!');
    expect(table.quote('R2122-8 : "oui" ?')).toBe('Dit\u00a0:\n\n> R2122-8 : "oui" ?');
  });
});

describe('no-break spaces reach', () => {
  const text = catalogues.fr.refusal.unclear.next;
  const SET = '45\u202f000\u00a0€\u00a0HT\u202f?\u00a0»';

  it('Slack', () => expect(JSON.stringify(slackNote(text, 'fr'))).toContain(SET));

  it('Teams', () => {
    const say = createSay('fr');
    expect(JSON.stringify(toActivities({ card: notePart(text, say) }, say))).toContain(SET);
  });

  it('the web page', () => {
    expect(toText(html`${renderMarkdown(text)}`)).toContain(SET);
  });

  it('the terminal', () => expect(renderForTerminal(text, false)).toContain(SET));
});
