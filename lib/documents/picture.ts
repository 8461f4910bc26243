import 'server-only';

export interface Picture {
  readonly bytes: Uint8Array;
  /** Pixels, as it is to be seen: turned upright. */
  readonly width: number;
  readonly height: number;
}

/** How large a picture may go out: its longer side in pixels, and its bytes. */
export interface PictureSize {
  readonly side: number;
  readonly bytes: number;
}

/** 8,000 by 6,000: the largest that phones make. */
const MOST_PIXELS = 48_000_000;
/** Of JPEG, from the best: the first that fits is taken. */
const qualities = [80, 70, 60, 50, 40, 30];
const readers = ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'];

/** The library, asked for by the first picture: a process that draws none does without its memory. */
async function drawing() {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  // Of the forty formats that it reads, some by old libraries, three are pictures that people have.
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: readers });
  return sharp;
}

/**
 * A picture drawn anew as JPEG: upright, small enough, and without anything of the file that came (camera,
 * place, time, what was hidden behind it). Takes JPEG, PNG and WebP. Null when it is none of these, is
 * broken, or is larger than any phone makes.
 */
export async function redrawn(file: Uint8Array, most: PictureSize): Promise<Picture | null> {
  const sharp = await drawing();
  try {
    const upright = await sharp(file, { limitInputPixels: MOST_PIXELS })
      .autoOrient()
      .resize({ width: most.side, height: most.side, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    return await within(most, upright);
  } catch {
    return null;
  }

  async function within(
    { side, bytes }: PictureSize,
    { data, info }: { data: Buffer; info: { width: number; height: number; channels: number } },
  ): Promise<Picture> {
    const raw = { ...info, channels: info.channels as 3 };
    let drawn = { data, info };
    for (let longest = side; ; longest = Math.floor(longest * 0.75)) {
      for (const quality of qualities) {
        drawn = await sharp(data, { raw })
          .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
          .jpeg({ quality, mozjpeg: true })
          .toBuffer({ resolveWithObject: true });
        if (drawn.data.length <= bytes || longest < 32) {
          const { width, height } = drawn.info;
          return { bytes: new Uint8Array(drawn.data), width, height };
        }
      }
    }
  }
}
