import { asJson, asList, asText, type Json } from '../json.ts';
import { elementsOf } from './across.ts';

/**
 * What a person who listens to the screen would miss in some blocks (accessibility of Block Kit: `alt_text`,
 * `accessibility_label`): nothing Slack refuses, a list of sentences for the tests.
 */
export function findInaccessible(blocks: readonly Json[]): string[] {
  const found: string[] = [];
  const labels = new Map<string, string>();
  const hear = (label: string, where: string, at: string) => {
    const before = labels.get(label);
    if (before !== undefined && before !== where) found.push(`${at}: «${label}» is said of two different buttons`);
    labels.set(label, where);
  };
  for (const { element, at } of elementsOf(blocks)) {
    const label = asText(element['accessibility_label']);
    switch (element['type']) {
      case 'button':
        hear(
          label || asText(asJson(element['text'])['text']),
          JSON.stringify([element['action_id'], element['value'], element['url']]),
          at,
        );
        break;
      case 'icon_button':
        if (label === '') found.push(`${at}: an icon without a label`);
        break;
      case 'feedback_buttons':
        for (const side of ['positive_button', 'negative_button'])
          if (asText(asJson(element[side])['accessibility_label']) === '')
            found.push(`${at}/${side}: a thumb without a label`);
        break;
      default:
    }
  }
  for (const picture of pictures(blocks))
    if (/^(image|photo|\S+\.(png|jpe?g|gif)|https?:.*)$/i.test(asText(picture['alt_text']).trim()))
      found.push(`alt_text «${asText(picture['alt_text'])}» says nothing`);
  return found;
}

function* pictures(blocks: readonly Json[]): Generator<Json> {
  for (const block of blocks) {
    if (block['type'] === 'image') yield block;
    if (asJson(block['accessory'])['type'] === 'image') yield asJson(block['accessory']);
    for (const element of asList(block['elements'])) if (element['type'] === 'image') yield element;
  }
}
