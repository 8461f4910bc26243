import 'server-only';
import fs from 'node:fs';
import path from 'node:path';
import { create, type Font as Face } from 'fontkit';
import { tuning } from '../../env';

export type { Face };

export type Weight = 'regular' | 'bold';

/** Noto Sans SC (SIL Open Font Licence): the characters of GB 18030 level 2 and of 通用规范汉字表. */
const files: Record<Weight, string> = {
  regular: '400Regular/NotoSansSC_400Regular.ttf',
  bold: '700Bold/NotoSansSC_700Bold.ttf',
};

function openFile(file: string): Face[] {
  const made = create(fs.readFileSync(file));
  if ('fonts' in made) return made.fonts as Face[];
  return 'glyphForCodePoint' in made ? [made] : [];
}

const opened: Partial<Record<Weight | 'rare', readonly Face[]>> = {};

/** Ten megabytes each: read when the first document needs them, then kept. */
function usual(weight: Weight): readonly Face[] {
  const folder = path.join(process.cwd(), 'node_modules', '@expo-google-fonts', 'noto-sans-sc');
  opened[weight] ??= openFile(path.join(folder, files[weight]));
  return opened[weight];
}

/** The faces that the deployer gave for rarer characters (`RARE_FONTS`), in one weight each. */
function rare(): readonly Face[] {
  opened.rare ??= tuning()
    .RARE_FONTS.split(',')
    .map((file) => file.trim())
    .filter((file) => file !== '')
    .flatMap(openFile);
  return opened.rare;
}

const holding = (faces: readonly Face[], character: string): Face | undefined =>
  faces.find((face) => face.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));

const faceFor = (character: string, weight: Weight): Face | undefined =>
  holding(usual(weight), character) ?? holding(rare(), character);

/** A name of which a rarer face draws a part is not half bold: that face has one weight. */
const weightOf = (text: string, weight: Weight): Weight =>
  weight === 'bold' && [...text].every((one) => holding(usual('bold'), one)) ? 'bold' : 'regular';

/**
 * The characters of a text that no face at hand draws, each once and in their order; empty for nearly
 * every name. Nothing that holds one may be issued: a substitute sign on a certificate is a wrong name.
 */
export const missingIn = (text: string): string[] =>
  [...new Set(text)].filter(
    (character) => character.trim() !== '' && !faceFor(character, 'regular'),
  );

/** A stretch of text that one face draws. */
export interface Run {
  readonly face: Face;
  readonly text: string;
}

/**
 * A line cut where its face changes.
 * @throws Error for a character that `missingIn` names: its caller should have refused in words
 */
export function runsOf(text: string, weight: Weight): Run[] {
  const runs: { face: Face; text: string }[] = [];
  const drawn = weightOf(text, weight);
  for (const character of text) {
    const face = faceFor(character, drawn);
    if (!face) throw new Error('no face draws a character of this line');
    const last = runs.at(-1);
    if (last?.face === face) last.text += character;
    else runs.push({ face, text: character });
  }
  return runs;
}

const widthOfRun = ({ face, text }: Run): number =>
  face.layout(text).advanceWidth / face.unitsPerEm;

/** How wide a line is drawn, in points at this size. */
export type Measure = (text: string, size: number, weight?: Weight) => number;

/** The width that the file will have: of the same glyphs, kerning included. */
export const measure: Measure = (text, size, weight = 'regular') =>
  size * runsOf(text, weight).reduce((sum, run) => sum + widthOfRun(run), 0);
