import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../fakes/slack-server/json.ts';
import { validateMessage } from '../../../fakes/slack-server/validate/message.ts';
import { validateView } from '../../../fakes/slack-server/validate/view.ts';

const text = (n: number) => 'é'.repeat(n);
const plain = (n: number) => ({ type: 'plain_text', text: text(n) });
const mrkdwn = (n: number) => ({ type: 'mrkdwn', text: text(n) });
const many = <T>(n: number, one: (index: number) => T) => Array.from({ length: n }, (_, index) => one(index));
const option = (index: number) => ({ text: plain(3), value: `v${index}` });
const button = (more: Json = {}) => ({ type: 'button', action_id: 'a', text: plain(3), ...more });
const actions = (element: Json) => ({ type: 'actions', elements: [element] });
const input = (element: Json, more: Json = {}) => ({ type: 'input', label: plain(3), element, ...more });
const select = (more: Json) => ({ type: 'static_select', action_id: 's', ...more });
const message = (...blocks: Json[]) => ({ text: 'repli', blocks });
const modal = (more: Json, ...blocks: Json[]) => ({
  type: 'modal',
  title: plain(3),
  submit: plain(3),
  blocks,
  ...more,
});
const picture = { image_url: 'https://vern.example/plan.png', alt_text: 'Le plan' };
const line = { type: 'section', text: mrkdwn(3) };

/** What is limited, how to make one of a size, the most it may be, and where the fault is found. */
type Row = readonly [name: string, make: (n: number) => Json, most: number, at: string, least?: number];

const MESSAGES: readonly Row[] = [
  ['blocks of a message', (n) => message(...many(n, () => ({ type: 'divider' }))), 50, '/blocks', 0],
  ['section text', (n) => message({ type: 'section', text: mrkdwn(n) }), 3_000, '/blocks/0/text/text'],
  ['section fields', (n) => message({ type: 'section', fields: many(n, () => mrkdwn(3)) }), 10, '/blocks/0/fields'],
  ['a field', (n) => message({ type: 'section', fields: [mrkdwn(n)] }), 2_000, '/blocks/0/fields/0/text'],
  ['header', (n) => message({ type: 'header', text: plain(n) }), 150, '/blocks/0/text/text'],
  [
    'context elements',
    (n) => message({ type: 'context', elements: many(n, () => mrkdwn(3)) }),
    10,
    '/blocks/0/elements',
  ],
  ['markdown block', (n) => message({ type: 'markdown', text: text(n) }), 12_000, '/blocks/0/text'],
  ['alert', (n) => message({ type: 'alert', text: plain(n) }), 200, '/blocks/0/text/text'],
  ['block_id', (n) => message({ ...line, block_id: text(n) }), 255, '/blocks/0/block_id'],
  ['action_id', (n) => message(actions(button({ action_id: text(n) }))), 255, '/blocks/0/elements/0/action_id'],
  ['button text', (n) => message(actions(button({ text: plain(n) }))), 75, '/blocks/0/elements/0/text/text'],
  ['button value', (n) => message(actions(button({ value: text(n) }))), 2_000, '/blocks/0/elements/0/value', 0],
  [
    'button label',
    (n) => message(actions(button({ accessibility_label: text(n) }))),
    75,
    '/blocks/0/elements/0/accessibility_label',
    0,
  ],
  [
    'actions',
    (n) => message({ type: 'actions', elements: many(n, (index) => button({ action_id: `a${index}` })) }),
    25,
    '/blocks/0/elements',
  ],
  [
    'context actions',
    (n) =>
      message({
        type: 'context_actions',
        elements: many(n, (index) => ({ type: 'icon_button', action_id: `i${index}`, icon: 'trash', text: plain(3) })),
      }),
    5,
    '/blocks/0/elements',
  ],
  [
    'feedback value',
    (n) =>
      message({
        type: 'context_actions',
        elements: [
          {
            type: 'feedback_buttons',
            positive_button: { text: plain(3), value: text(n) },
            negative_button: { text: plain(3), value: 'no' },
          },
        ],
      }),
    2_000,
    '/blocks/0/elements/0/positive_button/value',
  ],
  ['alt text', (n) => message({ type: 'image', ...picture, alt_text: text(n) }), 2_000, '/blocks/0/alt_text'],
  ['image title', (n) => message({ type: 'image', ...picture, title: plain(n) }), 2_000, '/blocks/0/title/text'],
  ['confirm title', (n) => message(confirming({ title: plain(n) })), 100, '/blocks/0/elements/0/confirm/title/text'],
  ['confirm text', (n) => message(confirming({ text: mrkdwn(n) })), 300, '/blocks/0/elements/0/confirm/text/text'],
  ['confirm yes', (n) => message(confirming({ confirm: plain(n) })), 30, '/blocks/0/elements/0/confirm/confirm/text'],
  ['confirm no', (n) => message(confirming({ deny: plain(n) })), 30, '/blocks/0/elements/0/confirm/deny/text'],
  ['options', (n) => message(actions(select({ options: many(n, option) }))), 100, '/blocks/0/elements/0/options'],
  [
    'option text',
    (n) => message(actions(select({ options: [{ text: plain(n), value: 'v' }] }))),
    75,
    '/blocks/0/elements/0/options/0/text/text',
  ],
  [
    'option value',
    (n) => message(actions(select({ options: [{ text: plain(3), value: text(n) }] }))),
    150,
    '/blocks/0/elements/0/options/0/value',
  ],
  [
    'placeholder',
    (n) => message(actions(select({ options: [option(0)], placeholder: plain(n) }))),
    150,
    '/blocks/0/elements/0/placeholder/text',
  ],
  [
    'overflow',
    (n) => message(actions({ type: 'overflow', action_id: 'o', options: many(n, option) })),
    5,
    '/blocks/0/elements/0/options',
    2,
  ],
  [
    'radio buttons',
    (n) => message(actions({ type: 'radio_buttons', action_id: 'r', options: many(n, option) })),
    10,
    '/blocks/0/elements/0/options',
  ],
  [
    'table rows',
    (n) => message({ type: 'table', rows: many(n, () => [{ type: 'raw_text', text: 'a' }]) }),
    100,
    '/blocks/0/rows',
  ],
  [
    'event type',
    (n) => ({ text: 'ok', metadata: { event_type: 'a'.repeat(n), event_payload: {} } }),
    255,
    '/metadata/event_type',
  ],
];

const VIEWS: readonly Row[] = [
  ['blocks of a view', (n) => modal({}, ...many(n, () => ({ type: 'divider' }))), 100, '/view/blocks', 0],
  ['modal title', (n) => modal({ title: plain(n) }), 24, '/view/title/text'],
  ['submit', (n) => modal({ submit: plain(n) }), 24, '/view/submit/text'],
  ['close', (n) => modal({ close: plain(n) }), 24, '/view/close/text'],
  ['private metadata', (n) => modal({ private_metadata: text(n) }), 3_000, '/view/private_metadata', 0],
  ['callback id', (n) => modal({ callback_id: text(n) }), 255, '/view/callback_id', 0],
  ['external id', (n) => modal({ external_id: text(n) }), 255, '/view/external_id', 0],
  ['input label', (n) => modal({}, input(typed({}), { label: plain(n) })), 2_000, '/view/blocks/0/label/text'],
  ['input hint', (n) => modal({}, input(typed({}), { hint: plain(n) })), 2_000, '/view/blocks/0/hint/text'],
  ['max_length', (n) => modal({}, input(typed({ max_length: n }))), 3_000, '/view/blocks/0/element/max_length'],
  [
    'initial value',
    (n) => modal({}, input(typed({ initial_value: text(n) }))),
    3_000,
    '/view/blocks/0/element/initial_value',
    0,
  ],
];

function typed(more: Json): Json {
  return { type: 'plain_text_input', action_id: 't', ...more };
}
function confirming(more: Json): Json {
  return actions(button({ confirm: { text: mrkdwn(3), ...more } }));
}

const named = (rows: readonly Row[]) =>
  rows.map(([name, make, most, at, least = 1]) => ({ name, make, most, at, least }));

describe.each(named(MESSAGES))('$name', ({ make, most, at, least }) => {
  it(`of ${least} to ${most} is accepted, one more is refused at ${at}`, () => {
    check((n) => validateMessage(make(n)), least, most, at);
  });
});

describe.each(named(VIEWS))('$name', ({ make, most, at, least }) => {
  it(`of ${least} to ${most} is accepted, one more is refused at ${at}`, () => {
    check((n) => validateView(make(n)), least, most, at);
  });
});

function check(
  faultsFor: (n: number) => readonly { readonly at: string }[],
  least: number,
  most: number,
  at: string,
): void {
  fc.assert(
    fc.property(fc.integer({ min: least, max: most }), (n) => {
      expect(faultsFor(n)).toEqual([]);
    }),
    { numRuns: 20 },
  );
  expect(faultsFor(most)).toEqual([]);
  for (const over of [most + 1, most + 7]) expect(faultsFor(over).map((fault) => fault.at)).toContain(at);
  if (least > 0) expect(faultsFor(least - 1)).not.toEqual([]);
}
