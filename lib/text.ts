import { z } from 'zod';

/** NUL and lone surrogates break the database and every export; other controls are no text either. */
export function isReadable(text: string): boolean {
  return !/\p{Cs}|(?![\t\n\r])\p{Cc}/u.test(text);
}

export function lengthOf(text: string): number {
  return [...text].length;
}

interface TextRule {
  max: number;
  min?: number;
  /** Said when the field is left empty. */
  required?: string;
  /** Newlines kept; otherwise they become spaces. */
  multiline?: boolean;
}

function tidy(text: string, multiline: boolean): string {
  const plain = text.replace(/\r\n?/g, '\n');
  return (multiline ? plain : plain.replace(/[\n\t]+/g, ' ')).trim();
}

/**
 * A zod rule for text a person types: trimmed, readable characters only, counted by code point.
 * A value absurdly longer than `max` is refused before anything else looks at it.
 */
export function cleanText({ max, min = 1, required = '请填写', multiline = false }: TextRule) {
  return z
    .string({ error: required })
    .max(max * 4 + 1000, `最多${max}个字，请精简`)
    .refine(isReadable, '包含无法识别的字符，请重新输入')
    .transform((text) => tidy(text, multiline))
    .refine((text) => min === 0 || text !== '', required)
    .refine((text) => text === '' || lengthOf(text) >= min, `至少${min}个字`)
    .refine((text) => lengthOf(text) <= max, `最多${max}个字，请精简`);
}

/** The same, left empty when there is nothing to say; empty becomes null. */
export function optionalText(rule: Omit<TextRule, 'min' | 'required'>) {
  return cleanText({ ...rule, min: 0 })
    .optional()
    .transform((text) => text || null);
}

/** For `like` and `ilike`: what a person typed is searched as it stands. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
