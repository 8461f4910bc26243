import 'server-only';
import fs from 'node:fs';
import path from 'node:path';
import { create, type Font } from 'fontkit';
import { tuning } from '../env';

/** LXGW WenKai (SIL Open Font Licence): a 楷体 cut into slices, each with the characters it holds. */
const folder = () => path.join(process.cwd(), 'node_modules', 'lxgw-wenkai-webfont');

interface Slice {
  readonly file: string;
  readonly ranges: readonly (readonly [from: number, to: number])[];
}

let slices: Slice[] | undefined;
const opened = new Map<string, Font>();

function rangesOf(text: string): [number, number][] {
  return text.split(',').map((part) => {
    const [from = '', to = from] = part.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });
}

function readSlices(): Slice[] {
  const css = fs.readFileSync(path.join(folder(), 'lxgwwenkai-regular.css'), 'utf8');
  const faces = css.matchAll(
    /url\('\.\/(files\/[\w.-]+\.woff2)'\)[^}]*?unicode-range:\s*([^;}]+)/g,
  );
  return [...faces].map(([, file = '', ranges = '']) => ({ file, ranges: rangesOf(ranges) }));
}

function fontOf(character: number): Font | null {
  slices ??= readSlices();
  const slice = slices.find((s) =>
    s.ranges.some(([from, to]) => character >= from && character <= to),
  );
  if (!slice) return null;
  let font = opened.get(slice.file);
  if (!font) {
    const made = create(fs.readFileSync(path.join(folder(), slice.file)));
    if (!('glyphForCodePoint' in made)) return null;
    font = made;
    opened.set(slice.file, font);
  }
  return font.hasGlyphForCodePoint(character) ? font : null;
}

let rare: Font[] | undefined;

/** The faces of the files that the operator gave for rare characters; a collection holds several. */
function rareFonts(): Font[] {
  const files = tuning()
    .RARE_FONTS.split(',')
    .filter((file) => file.trim() !== '');
  rare ??= files.flatMap((file) => {
    const made = create(fs.readFileSync(file.trim()));
    if ('fonts' in made) return made.fonts as Font[];
    return 'glyphForCodePoint' in made ? [made] : [];
  });
  return rare;
}

const fontFor = (character: number): Font | null =>
  fontOf(character) ?? rareFonts().find((font) => font.hasGlyphForCodePoint(character)) ?? null;

/** One character as PDF drawing operators, in thousandths of the type size. */
export interface Drawn {
  readonly advance: number;
  readonly path: string;
}

const n = (value: number) => String(Math.round(value * 10) / 10);

/** Outlines as cubic curves: PDF knows no quadratic ones. */
function operators(font: Font, character: number): Drawn {
  const glyph = font.glyphForCodePoint(character);
  const scale = 1000 / font.unitsPerEm;
  const out: string[] = [];
  let [x, y] = [0, 0];
  for (const { command, args } of glyph.path.commands) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args.map((value) => value * scale);
    if (command === 'moveTo') out.push(`${n(a)} ${n(b)} m`);
    else if (command === 'lineTo') out.push(`${n(a)} ${n(b)} l`);
    else if (command === 'bezierCurveTo') out.push(`${[a, b, c, d, e, f].map(n).join(' ')} c`);
    else if (command === 'quadraticCurveTo') {
      const first = [x + ((a - x) * 2) / 3, y + ((b - y) * 2) / 3];
      const second = [c + ((a - c) * 2) / 3, d + ((b - d) * 2) / 3];
      out.push(`${[...first, ...second, c, d].map(n).join(' ')} c`);
    } else out.push('h');
    if (command === 'quadraticCurveTo') [x, y] = [c, d];
    else if (command === 'bezierCurveTo') [x, y] = [e, f];
    else if (command !== 'closePath') [x, y] = [a, b];
  }
  return { advance: glyph.advanceWidth * scale, path: out.join('\n') };
}

const cache = new Map<number, Drawn | null>();

/** The characters of a text that no face at hand draws, each once: what must not go on paper. */
export const missingIn = (text: string): string[] =>
  [...new Set(text)].filter(
    (character) => character.trim() !== '' && draw(character.codePointAt(0) ?? 0) === null,
  );

/** A character of the typeface, or null for one that it lacks (a few rare name characters). */
export function draw(character: number): Drawn | null {
  const known = cache.get(character);
  if (known !== undefined) return known;
  const font = fontFor(character);
  const drawn = font && operators(font, character);
  if (cache.size > 5000) cache.clear();
  cache.set(character, drawn);
  return drawn;
}
