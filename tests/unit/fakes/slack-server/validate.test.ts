import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../fakes/slack-server/json.ts';
import { findInaccessible } from '../../../fakes/slack-server/validate/accessible.ts';
import { say } from '../../../fakes/slack-server/validate/faults.ts';
import { validateMessage } from '../../../fakes/slack-server/validate/message.ts';
import { validateView } from '../../../fakes/slack-server/validate/view.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const line = (text: string, more: Json = {}) => ({ type: 'section', text: { type: 'mrkdwn', text }, ...more });
const button = (action_id: string, more: Json = {}) => ({ type: 'button', action_id, text: plain(action_id), ...more });
const row = (...elements: Json[]) => ({ type: 'actions', elements });
const option = (value: string) => ({ text: plain(value), value });
const input = (action_id: string, more: Json = {}) => ({
  type: 'input',
  label: plain('Montant'),
  element: { type: 'plain_text_input', action_id, ...more },
});
const modal = (...blocks: Json[]) => ({ type: 'modal', title: plain('Besoin'), submit: plain('Envoyer'), blocks });

const ofBlocks = (...blocks: Json[]) => validateMessage({ text: 'repli', blocks }).map(say);
const ofView = (view: unknown) => validateView(view).map(say);

describe('a message', () => {
  it('has something to say, and a text beside its blocks', () => {
    expect(validateMessage({}).map((fault) => fault.code)).toEqual(['no_text']);
    expect(validateMessage({ text: '   ' }).map((fault) => fault.code)).toEqual(['no_text']);
    const [fault] = validateMessage({ blocks: [line('a')] });
    expect(fault?.code).toBe('no_text');
    expect(fault?.message).toContain('text fallback');
    expect(validateMessage({ text: 'a' })).toEqual([]);
    expect(validateMessage({ markdown_text: '**a**' })).toEqual([]);
  });

  it('is as long as Slack keeps: more when posted than when updated', () => {
    const text = 'a'.repeat(4_001);
    expect(validateMessage({ text })).toEqual([]);
    expect(validateMessage({ text }, 'update').map((fault) => fault.code)).toEqual(['msg_too_long']);
    expect(validateMessage({ text: 'a'.repeat(40_001) }).map((fault) => fault.code)).toEqual(['msg_too_long']);
  });

  it('is not both Markdown and text', () => {
    expect(validateMessage({ markdown_text: 'a', text: 'a' }).map((fault) => fault.code)).toContain(
      'markdown_text_conflict',
    );
  });

  it('has blocks short enough together, and Markdown too', () => {
    const long = Array.from({ length: 5 }, () => line('a'.repeat(2_900)));
    expect(validateMessage({ text: 'a', blocks: long }).map((fault) => fault.code)).toEqual(['msg_blocks_too_long']);
    expect(validateMessage({ text: 'a', blocks: long.slice(1) })).toEqual([]);
    const markdown = Array.from({ length: 2 }, () => ({ type: 'markdown', text: 'a'.repeat(6_001) }));
    expect(ofBlocks(...markdown)).toEqual(['[ERROR] markdown blocks are too long together [json-pointer:/blocks]']);
  });

  it('has metadata of the right form and size', () => {
    const of = (metadata: unknown) => validateMessage({ text: 'a', metadata }).map((fault) => fault.code);
    expect(of({ event_type: 'answer', event_payload: { id: '1' } })).toEqual([]);
    expect(of({ event_type: 'with space', event_payload: {} })).toEqual(['invalid_metadata_format']);
    expect(of({ event_type: 'answer' })).toEqual(['invalid_metadata_format']);
    expect(of({ event_type: 'answer', event_payload: { id: 'a'.repeat(16_000) } })).toEqual(['metadata_too_large']);
  });
});

describe('blocks', () => {
  it('are of a known type, without anything unknown, with all they need', () => {
    expect(ofBlocks({ type: 'sction' })).toEqual(['[ERROR] unsupported type [json-pointer:/blocks/0/type]']);
    expect(ofBlocks(line('a', { color: 'red' }))).toEqual([
      '[ERROR] invalid additional property: color [json-pointer:/blocks/0]',
    ]);
    expect(ofBlocks(row({ type: 'button', action_id: 'a' }))).toEqual([
      '[ERROR] missing required field [json-pointer:/blocks/0/elements/0/text]',
    ]);
    expect(ofBlocks({ type: 'section' })).toEqual([
      '[ERROR] must provide either text or fields [json-pointer:/blocks/0]',
    ]);
    expect(ofBlocks({ type: 'header', text: { type: 'mrkdwn', text: 'a' } })).toEqual([
      '[ERROR] must be one of: plain_text [json-pointer:/blocks/0/text/type]',
    ]);
    expect(ofBlocks(line('   '))).toEqual([
      '[ERROR] must be more than 0 characters [json-pointer:/blocks/0/text/text]',
    ]);
    expect(validateMessage({ text: 'a', blocks: 'none' }).map((fault) => fault.code)).toEqual([
      'invalid_blocks_format',
    ]);
  });

  it('show a picture with its alternative, from one place only', () => {
    const image = { type: 'image', image_url: 'https://vern.example/a.png', alt_text: 'Le plan' };
    expect(ofBlocks(image)).toEqual([]);
    expect(ofBlocks({ ...image, alt_text: undefined })).not.toEqual([]);
    expect(ofBlocks({ ...image, slack_file: { id: 'F1' } })).not.toEqual([]);
    expect(ofBlocks({ ...image, image_url: 'javascript:alert(1)' })).not.toEqual([]);
  });

  it('have ids of their own', () => {
    expect(ofBlocks(line('a', { block_id: 'x' }), line('b', { block_id: 'x' }))).toEqual([
      '[ERROR] duplicate block_id: x [json-pointer:/blocks/1/block_id]',
    ]);
    expect(ofBlocks(row(button('a'), button('a')))).toEqual([
      '[ERROR] action_id already exists in this block: a [json-pointer:/blocks/0/elements/1]',
    ]);
    expect(ofBlocks(row(button('a')), row(button('a')))).toEqual([]);
  });

  it('offer a choice among what they offer', () => {
    const select = (more: Json) => row({ type: 'static_select', action_id: 's', ...more });
    const options = [option('a'), option('b')];
    expect(ofBlocks(select({ options, initial_option: option('b') }))).toEqual([]);
    expect(ofBlocks(select({ options, initial_option: option('c') }))).not.toEqual([]);
    expect(ofBlocks(select({}))).not.toEqual([]);
    expect(ofBlocks(select({ options, option_groups: [{ label: plain('g'), options }] }))).not.toEqual([]);
    const grouped = { option_groups: [{ label: plain('g'), options }], initial_option: option('a') };
    expect(ofBlocks(select(grouped))).toEqual([]);
  });
});

describe('a view', () => {
  it('holds what a view may: inputs, no feedback buttons, no Markdown', () => {
    expect(ofView(modal(input('a')))).toEqual([]);
    expect(ofView({ type: 'home', blocks: [line('a')] })).toEqual([]);
    expect(ofView({ type: 'home', title: plain('a'), blocks: [] })).not.toEqual([]);
    expect(ofView(modal({ type: 'markdown', text: 'a' }))).not.toEqual([]);
    expect(ofView({ type: 'modal', title: plain('a'), blocks: [input('a')] })).toEqual([
      '[ERROR] submit is required with an input block [json-pointer:/view/submit]',
    ]);
    expect(ofView('{}')).not.toEqual([]);
  });

  it('gives the focus to one input, asks for lengths that can be met', () => {
    expect(ofView(modal(input('a', { focus_on_load: true }), input('b', { focus_on_load: true })))).toEqual([
      '[ERROR] only one element may have focus_on_load [json-pointer:/view/blocks/1/element]',
    ]);
    expect(ofView(modal(input('a', { min_length: 9, max_length: 3 })))).not.toEqual([]);
    expect(ofView(modal(input('a', { max_length: 3, initial_value: 'quatre' })))).not.toEqual([]);
  });

  it('weighs at most 250 kB', () => {
    const heavy = modal(...Array.from({ length: 90 }, () => line('a'.repeat(2_900))));
    expect(validateView(heavy).map((fault) => fault.code)).toEqual(['view_too_large']);
  });
});

describe('any message of good blocks', () => {
  const words = fc.stringMatching(/^[a-zéà «»]{0,40}[a-zé]$/);
  const good: fc.Arbitrary<Json> = fc.oneof(
    words.map((text) => line(text)),
    words.map((text) => ({ type: 'header', text: plain(text) })),
    fc.constant({ type: 'divider' }),
    fc.uniqueArray(words, { minLength: 1, maxLength: 5 }).map((ids) => row(...ids.map((id) => button(id)))),
    fc.array(words, { minLength: 1, maxLength: 10 }).map((texts) => ({ type: 'context', elements: texts.map(plain) })),
  );
  const blocks = fc.array(good, { minLength: 1, maxLength: 50 });

  it('is accepted', () => {
    fc.assert(
      fc.property(blocks, (list) => {
        expect(ofBlocks(...list)).toEqual([]);
      }),
    );
  });

  it('is refused once any object in it has one thing more', () => {
    fc.assert(
      fc.property(blocks, fc.nat(), (list, pick) => {
        const copy: Json[] = structuredClone(list);
        const objects = [...objectsIn(copy)];
        Object.assign(objects[pick % objects.length] ?? {}, { tint: 'red' });
        expect(ofBlocks(...copy).join()).toContain('invalid additional property: tint');
      }),
    );
  });

  it('is refused once any of its types is another', () => {
    fc.assert(
      fc.property(blocks, fc.nat(), (list, pick) => {
        const copy: Json[] = structuredClone(list);
        const objects = [...objectsIn(copy)];
        Object.assign(objects[pick % objects.length] ?? {}, { type: 'nonsense' });
        expect(ofBlocks(...copy)).not.toEqual([]);
      }),
    );
  });
});

describe('someone who listens to the screen', () => {
  it('tells buttons, thumbs, icons and pictures apart', () => {
    expect(
      findInaccessible([row(button('a', { text: plain('Voir') }), button('b', { text: plain('Voir') }))]),
    ).toHaveLength(1);
    const labelled = button('b', { text: plain('Voir'), accessibility_label: 'Voir le module 2' });
    expect(findInaccessible([row(button('a', { text: plain('Voir') }), labelled)])).toEqual([]);
    const thumb = { text: plain('Utile'), value: 'oui' };
    const feedback = { type: 'feedback_buttons', positive_button: thumb, negative_button: thumb };
    expect(findInaccessible([{ type: 'context_actions', elements: [feedback] }])).toHaveLength(2);
    expect(findInaccessible([{ type: 'image', alt_text: 'plan.png' }])).toEqual(['alt_text «plan.png» says nothing']);
  });
});

function* objectsIn(value: unknown): Generator<object> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value;
  for (const inner of Object.values(value)) yield* objectsIn(inner);
}
