import { z } from 'zod';
import { firstOf, legible, lengthOf, problemOf, searchMost, textProblems } from './characters';

interface TextRule {
  max: number;
  min?: number;
  /** Said when the field is left empty. */
  required?: string;
  /** Newlines kept; otherwise they become spaces. */
  multiline?: boolean;
}

function tidy(text: string, multiline: boolean): string {
  const plain = text.replace(/\r\n?|[\u2028\u2029]/g, '\n');
  return (multiline ? plain : plain.replace(/[\n\t]+/g, ' ')).trim();
}

/**
 * The one owner of what a person types as text: trimmed, otherwise kept as typed, counted as people
 * count. What hides in it is refused in words, and the form shows the text without it.
 * A value absurdly longer than `max` is refused before anything else looks at it.
 */
export function cleanText({ max, min = 1, required = '请填写', multiline = false }: TextRule) {
  return z
    .string({ error: required })
    .max(max * 12 + 1000, `最多${max}个字，请精简`)
    .superRefine((text, ctx) => {
      const problem = problemOf(text);
      if (problem) ctx.addIssue({ code: 'custom', message: textProblems[problem] });
    })
    .transform((text) => tidy(text, multiline))
    .refine((text) => min === 0 || text !== '', required)
    .refine((text) => text === '' || lengthOf(text) >= min, `至少${min}个字`)
    .refine((text) => lengthOf(text) <= max, `最多${max}个字，请精简`);
}

/** A text of a form that may be left empty; empty becomes null. */
export function optionalText(rule: Omit<TextRule, 'min' | 'required'>) {
  return cleanText({ ...rule, min: 0 })
    .optional()
    .transform((text) => text || null);
}

/** For `like` and `ilike`: what a person typed is searched as it stands. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

/** Words to look for, as typed: never an error; cut to so many characters, which the page says. */
export const searchWords = z
  .union([z.string(), z.array(z.string()).transform((all) => all[0] ?? '')])
  .catch('')
  .transform((typed) => firstOf(legible(typed.slice(0, searchMost * 12)), searchMost));

/** A person's own words before a full stop of ours: theirs goes, or there would be two. */
export const unstopped = (text: string): string => text.replace(/[。．.；;，,、\s]+$/u, '');
