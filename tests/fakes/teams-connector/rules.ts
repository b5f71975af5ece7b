/** What the Bot Connector refuses, as it says it. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Wire = Readonly<Record<string, unknown>>;

/** Bytes of a whole message, counted in UTF-16 as the service does: text alone, and with a card. */
const LARGEST = { text: 28 * 1024, card: 40 * 1024 } as const;
const CARD = 'application/vnd.microsoft.card.adaptive';
const TYPES = new Set(['message', 'typing', 'event', 'endOfConversation', 'messageUpdate']);

/** An activity as the service takes it: shape, size, and what streaming and suggested actions allow. */
export function checkActivity(
  body: unknown,
  raw: string,
  conversation: { readonly kind: string },
): Refusal | undefined {
  if (!isWire(body)) return bad('BadSyntax', 'the body is not an activity');
  if (typeof body['type'] !== 'string' || !TYPES.has(body['type'])) return bad('BadArgument', 'unknown activity type');
  const attachments = listOf(body['attachments']);
  const largest = attachments.length > 0 ? LARGEST.card : LARGEST.text;
  if (raw.length * 2 > largest)
    return { status: 413, code: 'MessageSizeTooBig', message: `${raw.length * 2} bytes, at most ${largest}` };
  if (body['type'] === 'message' && !body['text'] && attachments.length === 0)
    return bad('BadArgument', 'a message without text nor attachment');
  // Teams splits what has several parts, and then tells the id of none.
  if (attachments.length + (body['text'] ? 1 : 0) > 1)
    return bad('BadArgument', 'a text and a card, or two cards, in one activity');
  return (
    firstOf(attachments.map(checkAttachment)) ??
    checkSuggested(body['suggestedActions'], conversation) ??
    checkStream(body, conversation) ??
    checkCitations(body) ??
    checkMentions(body)
  );
}

function checkAttachment(attachment: unknown): Refusal | undefined {
  if (!isWire(attachment) || typeof attachment['contentType'] !== 'string')
    return bad('BadArgument', 'an attachment without a type');
  if (attachment['contentType'] !== CARD) return undefined;
  const { content } = attachment;
  if (!isWire(content) || content['type'] !== 'AdaptiveCard') return bad('BadArgument', 'not an adaptive card');
  if (Number(content['version']) > 1.5) return bad('BadArgument', 'cards go up to version 1.5');
  return undefined;
}

/** Shown in one-to-one chats alone; six at most are. */
function checkSuggested(suggested: unknown, { kind }: { readonly kind: string }): Refusal | undefined {
  if (suggested === undefined) return undefined;
  const actions = isWire(suggested) ? listOf(suggested['actions']) : [];
  if (kind !== 'personal') return bad('BadArgument', 'suggested actions are for personal chats');
  if (actions.length === 0 || actions.length > 6) return bad('BadArgument', 'one to six suggested actions');
  const valid = actions.every((action) => isWire(action) && action['type'] === 'imBack' && action['title'] !== '');
  return valid ? undefined : bad('BadArgument', 'a suggested action without title or of another type');
}

/** `informative` and `streaming` are typing activities, `final` is the message; only in personal chats. */
function checkStream(body: Wire, { kind }: { readonly kind: string }): Refusal | undefined {
  const info = entitiesOf(body).find((entity) => entity['type'] === 'streaminfo');
  if (info === undefined) return undefined;
  const forbidden = (message: string) => ({ status: 403, code: 'ContentStreamNotAllowed', message });
  if (kind !== 'personal') return forbidden('streaming is for personal chats');
  const { streamType, streamSequence, streamId } = info;
  if (streamType === 'final') {
    if (body['type'] !== 'message') return bad('BadRequest', 'the end of a stream is a message');
    if (streamSequence !== undefined) return bad('BadRequest', 'the end of a stream has no number');
    return typeof streamId === 'string' ? undefined : bad('BadRequest', 'the end of a stream names it');
  }
  if (streamType !== 'informative' && streamType !== 'streaming') return bad('BadRequest', 'unknown kind of stream');
  if (body['type'] !== 'typing') return bad('BadRequest', 'a stream goes by typing activities');
  if (typeof body['text'] !== 'string' || body['text'] === '') return bad('BadRequest', 'a stream says something');
  if (body['attachments'] !== undefined) return bad('BadRequest', 'attachments come at the end of a stream');
  if (typeof streamSequence !== 'number' || streamSequence < 1) return bad('BadRequest', 'a stream is numbered from 1');
  return undefined;
}

/** A citation shows where the text says its number; names, abstracts and keywords are short. */
function checkCitations(body: Wire): Refusal | undefined {
  const text = typeof body['text'] === 'string' ? body['text'] : '';
  for (const entity of entitiesOf(body)) {
    if (entity['type'] !== 'https://schema.org/Message') continue;
    if (entity['@type'] !== 'Message' || entity['@context'] !== 'https://schema.org')
      return bad('BadArgument', 'a message entity without its context');
    for (const citation of listOf(entity['citation'])) {
      if (!isWire(citation) || !isWire(citation['appearance']))
        return bad('BadArgument', 'a citation without appearance');
      const { name, abstract, keywords } = citation['appearance'];
      if (!text.includes(`[${String(citation['position'])}]`))
        return bad('BadArgument', 'a citation that no text calls');
      if (typeof name !== 'string' || name === '' || name.length > 80)
        return bad('BadArgument', 'a name of 80 characters');
      if (typeof abstract !== 'string' || abstract === '' || abstract.length > 160)
        return bad('BadArgument', 'an abstract of 160 characters');
      if (listOf(keywords).length > 3 || listOf(keywords).some((word) => String(word).length > 28))
        return bad('BadArgument', 'three keywords of 28 characters');
    }
  }
  return undefined;
}

/** Nobody is called by what a text says: a mention needs its entity, and an entity its place in the text. */
function checkMentions(body: Wire): Refusal | undefined {
  const mentions = entitiesOf(body).filter((entity) => entity['type'] === 'mention');
  const text = typeof body['text'] === 'string' ? body['text'] : '';
  const placed = mentions.every((mention) => typeof mention['text'] === 'string' && text.includes(mention['text']));
  return placed ? undefined : bad('BadSyntax', 'a mention that stands nowhere in the text');
}

export function entitiesOf(body: Wire): readonly Wire[] {
  return listOf(body['entities']).filter(isWire);
}

export function isWire(value: unknown): value is Wire {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function bad(code: string, message: string): Refusal {
  return { status: 400, code, message };
}

function firstOf(refusals: readonly (Refusal | undefined)[]): Refusal | undefined {
  return refusals.find((refusal) => refusal !== undefined);
}
