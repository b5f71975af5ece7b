import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { conversationFilter, option, optionGroup } from './composition.ts';
import { allAmong, confirmed, element, focus, hinted, listed, several } from './element.ts';

const optionLists = {
  options: z.array(option).min(1).max(LIMITS.options).optional(),
  option_groups: z.array(optionGroup).min(1).max(LIMITS.optionGroups).optional(),
};
interface Listed {
  readonly options?: readonly z.infer<typeof option>[] | undefined;
  readonly option_groups?: readonly z.infer<typeof optionGroup>[] | undefined;
}
const hasOneList = (it: Listed) => (it.options === undefined) !== (it.option_groups === undefined);
const offered = (it: Listed) => it.options ?? it.option_groups?.flatMap((group) => group.options) ?? [];

const staticSelect = element('static_select', {
  ...optionLists,
  initial_option: option.optional(),
  ...hinted,
  ...focus,
  ...confirmed,
})
  .refine(hasOneList, 'must provide either options or option_groups')
  .refine((it) => allAmong(listed(it.initial_option), offered(it)), 'initial_option must be among the options');

const multiStaticSelect = element('multi_static_select', {
  ...optionLists,
  initial_options: z.array(option).min(1).optional(),
  ...several,
  ...hinted,
  ...focus,
  ...confirmed,
})
  .refine(hasOneList, 'must provide either options or option_groups')
  .refine((it) => allAmong(it.initial_options, offered(it)), 'initial_options must be among the options');

const external = { min_query_length: z.int().min(0).optional(), ...hinted, ...focus, ...confirmed };
const respondable = { response_url_enabled: z.boolean().optional() };
const conversational = {
  default_to_current_conversation: z.boolean().optional(),
  filter: conversationFilter.optional(),
  ...hinted,
  ...focus,
  ...confirmed,
};
const id = z.string().min(1);

/** A menu of one choice. */
export const selects = [
  staticSelect,
  element('external_select', { initial_option: option.optional(), ...external }),
  element('users_select', { initial_user: id.optional(), ...hinted, ...focus, ...confirmed }),
  element('conversations_select', { initial_conversation: id.optional(), ...respondable, ...conversational }),
  element('channels_select', { initial_channel: id.optional(), ...respondable, ...hinted, ...focus, ...confirmed }),
] as const;

/** A menu of several. */
export const multiSelects = [
  multiStaticSelect,
  element('multi_external_select', { initial_options: z.array(option).min(1).optional(), ...several, ...external }),
  element('multi_users_select', {
    initial_users: z.array(id).optional(),
    ...several,
    ...hinted,
    ...focus,
    ...confirmed,
  }),
  element('multi_conversations_select', {
    initial_conversations: z.array(id).optional(),
    ...several,
    ...conversational,
  }),
  element('multi_channels_select', {
    initial_channels: z.array(id).optional(),
    ...several,
    ...hinted,
    ...focus,
    ...confirmed,
  }),
] as const;
