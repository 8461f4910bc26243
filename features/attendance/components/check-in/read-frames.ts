type Read = (video: HTMLVideoElement) => Promise<string | null>;

interface NativeDetector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
interface NativeDetectorClass {
  new (options: { formats: string[] }): NativeDetector;
  getSupportedFormats?(): Promise<string[]>;
}

declare global {
  interface Window {
    BarcodeDetector?: NativeDetectorClass;
  }
}

async function native(): Promise<Read | null> {
  const Detector = window.BarcodeDetector;
  if (!Detector) return null;
  // Some desktops have the class and no codes behind it.
  const formats = (await Detector.getSupportedFormats?.()) ?? ['qr_code'];
  if (!formats.includes('qr_code')) return null;
  const detector = new Detector({ formats: ['qr_code'] });
  return async (video) => (await detector.detect(video))[0]?.rawValue ?? null;
}

/** The reader of our own, fetched only where the browser has none; its file comes from this site. */
async function ours(): Promise<Read> {
  const { prepareZXingModule, readBarcodes } = await import('zxing-wasm/reader');
  const file = new URL('zxing-wasm/reader/zxing_reader.wasm', import.meta.url);
  prepareZXingModule({ overrides: { locateFile: () => file.href } });
  const canvas = document.createElement('canvas');
  return async (video) => {
    const scale = Math.min(1, 800 / Math.max(video.videoWidth, video.videoHeight, 1));
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    const drawing = canvas.getContext('2d', { willReadFrequently: true });
    if (!drawing || canvas.width === 0) return null;
    drawing.drawImage(video, 0, 0, canvas.width, canvas.height);
    const image = drawing.getImageData(0, 0, canvas.width, canvas.height);
    const found = await readBarcodes(image, { formats: ['QRCode'], maxNumberOfSymbols: 1 });
    return found[0]?.text ?? null;
  };
}

/** How this browser reads a QR code from a picture: natively, else by the reader we bring. */
export const frameReader = async (): Promise<Read> => (await native().catch(() => null)) ?? ours();
