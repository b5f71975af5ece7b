/**
 * What Slack accepts, from its own reference (docs.slack.dev, «Block Kit reference»: blocks, block elements, composition
 * objects; «views», «message metadata», method pages) and from the documentation comments of `@slack/types` 3.2.
 * Lengths are in UTF-16 units: never more lenient than a count of characters.
 */
export const LIMITS = {
  text: 3_000,
  actionId: 255,
  blockId: 255,
  button: { text: 75, value: 2_000, url: 3_000, label: 75 },
  confirm: { title: 100, text: 300, confirm: 30, deny: 30 },
  option: { text: 75, value: 150, description: 75, url: 3_000 },
  options: 100,
  optionGroups: 100,
  groupLabel: 75,
  choices: 10,
  overflow: { least: 2, most: 5 },
  placeholder: 150,
  plainTextInput: 3_000,
  actions: 25,
  context: 10,
  contextActions: 5,
  section: { text: 3_000, fields: 10, field: 2_000 },
  header: 150,
  image: { url: 3_000, alt: 2_000, title: 2_000 },
  input: { label: 2_000, hint: 2_000 },
  alert: 200,
  /** A markdown block, and all those of one message together. */
  markdown: 12_000,
  table: { rows: 100, columns: 20 },
  plan: 50,
  video: { title: 200, author: 50, provider: 50, description: 200 },
  messageBlocks: 50,
  viewBlocks: 100,
  view: { title: 24, button: 24, privateMetadata: 3_000, callbackId: 255, externalId: 255, bytes: 250_000, stack: 3 },
  /** `chat.postMessage` cuts past this; cut text is lost text, so the fake refuses it. */
  postText: 40_000,
  /** «The `text` field cannot exceed 4,000 characters» (chat.update, `msg_too_long`). */
  updateText: 4_000,
  /**
   * All blocks of a message together. Slack documents `msg_blocks_too_long` without a figure; about 13,200 characters
   * were measured by users (slackapi/bolt-js issues 2509 and 2867). Counted here on the JSON, the strictest reading.
   */
  messageBlocksTotal: 13_200,
  /** `metadata_too_large` has no figure in the documentation: these are the house's own bounds. */
  metadata: { eventType: 255, bytes: 16_000 },
  prompts: 4,
  loadingMessages: 10,
  attachments: 100,
  triggerLifeMs: 3_000,
  ackMs: 3_000,
  responseUrl: { uses: 5, lifeMs: 30 * 60_000 },
} as const;
