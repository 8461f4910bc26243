// Those of `lib`, by folder.
const guard = 'the compiler asks for it; the list or text is long enough';
const quick = 'the shorter way to the same answer';
const falsy = 'its caller asks for its truth alone';
const joined = 'nothing joins the place of a seal as an empty text does';

export const equivalentInLib = {
  "lib/china/person-name.ts null characters[0] ?? '' → characters[0]": guard,
  "lib/china/person-name.ts null [...word][0] ?? '' → [...word][0]":
    'a stored name has no two spaces in a row',
  "lib/china/pinyin.ts null [...syllable][0] ?? '' → [...syllable][0]": guard,
  "lib/china/id/resident-id.ts null CHECK_CHARACTERS[sum % 11] ?? '' → CHECK_CHARACTERS[sum % 11]":
    guard,
  "lib/china/id/uscc.ts null first17[i] ?? '' → first17[i]": guard,
  "lib/china/id/uscc.ts null ALPHABET[(31 - (sum % 31)) % 31] ?? '' → ALPHABET[(31 - (sum % 31)) % 31]":
    guard,
  "lib/china/id/uscc.ts null first8[i] ?? '' → first8[i]": guard,
  'lib/documents/calendar-file.ts boolean !first || !last: || → &&':
    'a list has both or neither of a first and a last',
  'lib/documents/calendar-file.ts boundary at < last.from.getTime(): < → <=':
    'the last time is one of the times',
  'lib/documents/calendar-file.ts null weekdays[day] ?? [] → weekdays[day]': guard,
  'lib/documents/calendar-file.ts null entry.place ?? null → entry.place':
    'the library takes both for none',
  'lib/documents/calendar-file.ts null entry.note ?? null → entry.note':
    'the library takes both for none',
  'lib/documents/calendar-file.ts null entry.link ?? null → entry.link':
    'the library takes both for none',
  'lib/documents/decode-text.ts boundary from < file.length: < → <=':
    'one of the lines before is at fault, or nobody would ask',
  'lib/documents/decode-text.ts condition end < 0 → false':
    'one of the lines before is at fault, or nobody would ask',
  'lib/documents/decode-text.ts return 1 → null':
    'one of the lines is at fault, or nobody would ask',
  'lib/documents/decode-text.ts null bytes.match(/[\\x80-\\xFF]/g)?.length ?? 0 → bytes.match(/[\\x80-\\xFF]/g)?.length':
    'what is all ASCII was read as UTF-8 before',
  'lib/documents/decode-text.ts condition high === 0 → false':
    'what is all ASCII was read as UTF-8 before',
  "lib/documents/decode-text.ts null file.toString('latin1').match(/[\\x81-\\xFE][\\x40-\\xFE]|[^\\x81-\\xFE]/g) ?? [] → file.toString('latin1').match(/[\\x81-\\xF":
    'what holds no byte of a pair was read before',
  'lib/documents/delimited.ts condition !(error instanceof CsvError) → false':
    'the library throws nothing else at a text',
  "lib/documents/delimited.ts condition !line.includes('\"') → false": quick,
  'lib/documents/delimited.ts condition isOpen(rows) → false':
    'without quotation marks nothing stays open',
  "lib/documents/delimited.ts null rows[0] ?? [''] → rows[0]": guard,
  "lib/documents/delimited.ts condition !text.includes('\"') → false": quick,
  'lib/documents/plain-jpeg.ts null bytes[n] ?? 0 → bytes[n]':
    'no number at all is no marker and no length either',
  'lib/documents/plain-jpeg.ts arithmetic n + 4: + → -':
    'behind the end stands no marker, which is the same refusal',
  'lib/documents/qr.ts boundary x < row.length: < → <=': 'behind the end of a row nothing is dark',
  'lib/http/address.ts condition after === undefined → false':
    'an address without :: has all eight groups',
  "lib/http/address.ts null address?.trim().replace(/%.*$/, '') ?? '' → address?.trim().replace(/%.*$/, '')":
    '“undefined” is no address either',
  'lib/http/json-once.ts return false → null': falsy,
  'lib/http/safe-redirect.ts condition !URL.canParse(raw, HERE) → false':
    'what begins with one slash can be resolved',
  'lib/messaging/sms/quiet-hours.ts boundary quietFrom < quietUntil: < → <=':
    'equal hours were answered before',
  'lib/characters.ts condition MAY_HIDE.test(text) → true': quick,
  'lib/characters.ts condition /^[\\x20-\\x7e\\u3000-\\u3029\\u4e00-\\u9fff\\uff01-\\uff5e]*$/.test(text) → false':
    quick,
  'lib/characters.ts condition lengthOf(text) <= most → false': quick,
  'lib/characters.ts boundary lengthOf(text) <= most: <= → <': quick,
  "lib/characters.ts condition typeof Intl.Segmenter === 'function' → true":
    'only old phones have none; Node has it',
  'lib/characters.ts condition segmenter → true': 'only old phones have none; Node has it',
  "lib/auth/totp.ts boolean !result.valid || !('timeStep' in result): || → &&":
    'a valid code has its step, an invalid one has none',
  "lib/auth/phone-ticket.ts null ctx.client?.browser ?? '' → ctx.client?.browser": joined,
  "lib/auth/timed-ticket.ts null ctx.client?.browser ?? '' → ctx.client?.browser": joined,
  "lib/auth/search.ts null accountOf(actor) ?? client?.browser ?? '' → accountOf(actor) ?? client?.browser":
    joined,
};
