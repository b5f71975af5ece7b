import { asJson, asList, asText, isJson, type Json } from '../json.ts';

/** What a person chooses in an element: the value of an option, several, a date, an id, a text. */
export type Choice = string | readonly string[] | number | undefined;

/**
 * The state of one element after a choice, as `state.values` and `actions` tell it («view_submission», «block_actions»).
 * Throws when what is chosen is not there to be chosen.
 */
export function chosenIn(element: Json, choice: Choice): Json {
  const type = asText(element['type']);
  const one = Array.isArray(choice) ? choice[0] : choice;
  const many = choice === undefined ? [] : Array.isArray(choice) ? choice : [String(choice)];
  const text = one === undefined ? null : String(one);
  switch (type) {
    case 'static_select':
    case 'radio_buttons':
    case 'external_select':
      return { type, selected_option: text === null ? null : optionOf(element, text) };
    case 'overflow':
      return { type, selected_option: optionOf(element, text ?? '') };
    case 'multi_static_select':
    case 'multi_external_select':
    case 'checkboxes':
      return { type, selected_options: many.map((value) => optionOf(element, value)) };
    case 'users_select':
      return { type, selected_user: text };
    case 'channels_select':
      return { type, selected_channel: text };
    case 'conversations_select':
      return { type, selected_conversation: text };
    case 'multi_users_select':
      return { type, selected_users: many };
    case 'multi_channels_select':
      return { type, selected_channels: many };
    case 'multi_conversations_select':
      return { type, selected_conversations: many };
    case 'datepicker':
      return { type, selected_date: text };
    case 'timepicker':
      return { type, selected_time: text };
    case 'datetimepicker':
      return { type, selected_date_time: text === null ? null : Number(text) };
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return { type, value: text };
    case 'rich_text_input':
      return {
        type,
        rich_text_value:
          text === null
            ? null
            : {
                type: 'rich_text',
                elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
              },
      };
    default:
      throw new Error(`nothing to choose in a ${type}`);
  }
}

/** What an element holds before anyone touches it; undefined when it holds no state (a button). */
function initialOf(element: Json): Json | undefined {
  const type = asText(element['type']);
  const initial = (name: string) => element[name] ?? null;
  switch (type) {
    case 'static_select':
    case 'radio_buttons':
    case 'external_select':
      return { type, selected_option: initial('initial_option') };
    case 'multi_static_select':
    case 'multi_external_select':
    case 'checkboxes':
      return { type, selected_options: element['initial_options'] ?? [] };
    case 'users_select':
      return { type, selected_user: initial('initial_user') };
    case 'channels_select':
      return { type, selected_channel: initial('initial_channel') };
    case 'conversations_select':
      return { type, selected_conversation: initial('initial_conversation') };
    case 'multi_users_select':
      return { type, selected_users: element['initial_users'] ?? [] };
    case 'multi_channels_select':
      return { type, selected_channels: element['initial_channels'] ?? [] };
    case 'multi_conversations_select':
      return { type, selected_conversations: element['initial_conversations'] ?? [] };
    case 'datepicker':
      return { type, selected_date: initial('initial_date') };
    case 'timepicker':
      return { type, selected_time: initial('initial_time') };
    case 'datetimepicker':
      return { type, selected_date_time: initial('initial_date_time') };
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return { type, value: initial('initial_value') };
    case 'rich_text_input':
      return { type, rich_text_value: initial('initial_value') };
    case 'file_input':
      return { type, files: [] };
    default:
      return undefined;
  }
}

function isEmpty(state: Json): boolean {
  return Object.entries(state).every(
    ([name, value]) =>
      name === 'type' || value === null || value === '' || (Array.isArray(value) && value.length === 0),
  );
}

function optionOf(element: Json, value: string): Json {
  const options = [
    ...asList(element['options']),
    ...asList(element['option_groups']).flatMap((group) => asList(group['options'])),
  ];
  const option = options.find((one) => one['value'] === value);
  if (option === undefined)
    throw new Error(`no option «${value}» among ${options.map((one) => asText(one['value'])).join(', ')}`);
  return option;
}

/** Why Slack's client would not let a value go («This is required», too short…); undefined when it would. */
export function complaintOf(block: Json, element: Json, state: Json): string | undefined {
  if (isEmpty(state)) return block['optional'] === true ? undefined : 'required';
  const value = state['value'];
  const type = element['type'];
  if (type === 'plain_text_input' && typeof value === 'string') {
    if (value.length < Number(element['min_length'] ?? 0)) return 'too short';
    if (value.length > Number(element['max_length'] ?? 3_000)) return 'too long';
    if (element['multiline'] !== true && value.includes('\n')) return 'one line only';
  }
  if (type === 'number_input') {
    const number = Number(value);
    if (!Number.isFinite(number)) return 'not a number';
    if (element['is_decimal_allowed'] === false && !Number.isInteger(number)) return 'not a whole number';
    if (number < Number(element['min_value'] ?? Number.NEGATIVE_INFINITY)) return 'too small';
    if (number > Number(element['max_value'] ?? Number.POSITIVE_INFINITY)) return 'too large';
  }
  if (type === 'email_text_input' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(asText(value))) return 'not an address';
  if (type === 'url_text_input' && !/^https?:\/\/\S+$/.test(asText(value))) return 'not a link';
  const most = element['max_selected_items'];
  const selected = Object.entries(state).find(([, held]) => Array.isArray(held))?.[1];
  if (typeof most === 'number' && Array.isArray(selected) && selected.length > most) return 'too many';
  return undefined;
}

/** Every stateful element of some blocks with what it holds: what was chosen, or what it began with. */
export function stateOf(
  blocks: readonly Json[],
  chosen: Readonly<Record<string, Readonly<Record<string, Json>>>>,
): Record<string, Record<string, Json>> {
  const values: Record<string, Record<string, Json>> = {};
  for (const block of blocks) {
    const held = block['type'] === 'actions' ? asList(block['elements']) : [block['element'] ?? block['accessory']];
    for (const element of held.filter(isJson)) {
      const id = asText(block['block_id']);
      const action = asText(element['action_id']);
      const state = asJson(chosen[id])[action] ?? initialOf(element);
      if (isJson(state)) values[id] = { ...values[id], [action]: state };
    }
  }
  return values;
}
