import { asJson, asList, asText, type Json } from '../json.ts';
import type { Fault } from './faults.ts';

/** Every interactive element of some blocks, with the block it stands in and where. */
export function* elementsOf(blocks: readonly Json[]): Generator<{ element: Json; block: Json; at: string }> {
  for (const [index, block] of blocks.entries()) {
    const at = `/blocks/${index}`;
    if (block['accessory'] !== undefined) yield { element: asJson(block['accessory']), block, at: `${at}/accessory` };
    if (block['element'] !== undefined) yield { element: asJson(block['element']), block, at: `${at}/element` };
    if (block['type'] !== 'actions' && block['type'] !== 'context_actions') continue;
    for (const [place, element] of asList(block['elements']).entries())
      yield { element, block, at: `${at}/elements/${place}` };
  }
}

/** What no single block can tell: names met twice, two elements that want the focus. */
export function faultsAcross(blocks: readonly Json[], code: string): Fault[] {
  const faults: Fault[] = [];
  const seen = new Set<string>();
  for (const [index, block] of blocks.entries()) {
    const id = asText(block['block_id']);
    if (id !== '' && seen.has(id))
      faults.push({ code, message: `duplicate block_id: ${id}`, at: `/blocks/${index}/block_id` });
    seen.add(id);
  }
  const actions = new Set<string>();
  let focused = 0;
  for (const { element, block, at } of elementsOf(blocks)) {
    const key = `${blocks.indexOf(block)} ${asText(element['action_id'])}`;
    if (asText(element['action_id']) !== '' && actions.has(key))
      faults.push({ code, message: `action_id already exists in this block: ${key.slice(key.indexOf(' ') + 1)}`, at });
    actions.add(key);
    if (element['focus_on_load'] === true) focused += 1;
    if (focused > 1) faults.push({ code, message: 'only one element may have focus_on_load', at });
  }
  return faults;
}
