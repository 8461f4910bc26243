import { type Drawn, draw } from './typeface';

/** Type 3 fonts have one byte per character. */
const PER_FONT = 255;
/** 〓, the printer's sign for a character that is missing. */
const MISSING = 0x3013;

interface Used {
  readonly character: number;
  readonly drawn: Drawn;
}

const hex = (value: number, length: number) =>
  value.toString(16).toUpperCase().padStart(length, '0');

/** UTF-16 of a character, which is how PDF writes Unicode. */
export const utf16 = (text: string): string =>
  [...Buffer.from(text, 'utf16le').swap16()].map((byte) => hex(byte, 2)).join('');

/**
 * The characters a document uses, each drawn once: only these go into the file, with their Unicode, so
 * that text can be searched, copied and read aloud.
 */
export class UsedGlyphs {
  private readonly used: Used[] = [];
  private readonly places = new Map<number, number>();

  private placeOf(character: number): number {
    const known = this.places.get(character);
    if (known !== undefined) return known;
    const drawn = draw(character) ?? draw(MISSING) ?? { advance: 1000, path: '' };
    this.used.push({ character, drawn });
    this.places.set(character, this.used.length - 1);
    return this.used.length - 1;
  }

  /** Width of a line at a size, in points. */
  widthOf(text: string, size: number): number {
    const units = [...text].reduce((sum, character) => {
      const place = this.placeOf(character.codePointAt(0) ?? 0);
      return sum + (this.used[place]?.drawn.advance ?? 0);
    }, 0);
    return (units * size) / 1000;
  }

  /** Operators that show a line at the current position; it may change fonts on its way. */
  show(text: string, size: number): string {
    return [...text]
      .map((character) => {
        const place = this.placeOf(character.codePointAt(0) ?? 0);
        const font = Math.floor(place / PER_FONT);
        return `/F${font} ${size} Tf <${hex((place % PER_FONT) + 1, 2)}> Tj`;
      })
      .join('\n');
  }

  /** Every font of the document: widths, drawings and Unicode of its characters. */
  fonts(): { widths: number[]; drawings: string[]; toUnicode: string }[] {
    const fonts = [];
    for (let start = 0; start < this.used.length; start += PER_FONT) {
      const part = this.used.slice(start, start + PER_FONT);
      const lines = part.map(
        ({ character }, i) => `<${hex(i + 1, 2)}> <${utf16(String.fromCodePoint(character))}>`,
      );
      const chunks = [];
      for (let i = 0; i < lines.length; i += 100) {
        const some = lines.slice(i, i + 100);
        chunks.push(`${some.length} beginbfchar\n${some.join('\n')}\nendbfchar`);
      }
      fonts.push({
        widths: part.map(({ drawn }) => Math.round(drawn.advance)),
        drawings: part.map(
          ({ drawn }) => `${Math.round(drawn.advance)} 0 -200 -300 1200 1100 d1\n${drawn.path}\nf`,
        ),
        toUnicode: `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /U def /CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange
${chunks.join('\n')}
endcmap CMapName currentdict /CMap defineresource pop end end`,
      });
    }
    return fonts;
  }
}
