import { inflateSync } from 'node:zlib';

const objectsOf = (file: string): Map<string, string> =>
  new Map(
    [...file.matchAll(/(\d+) 0 obj\n([\s\S]*?)endobj/g)].map(([, id = '', body = '']) => [
      id,
      body,
    ]),
  );

function streamOf(body = ''): string {
  const packed = /stream\n([\s\S]*)\nendstream/.exec(body)?.[1] ?? '';
  const bytes = Buffer.from(packed, 'latin1');
  return (body.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
}

/** The characters of a face by their place in it, as its ToUnicode table says. */
function unicodeOf(cmap: string): string[] {
  const list = /beginbfrange\n[^[]*\[([^\]]*)\]/.exec(cmap)?.[1] ?? '';
  return [...list.matchAll(/<([^>]*)>/g)].map(([, units = '']) =>
    String.fromCharCode(...units.split(' ').map((unit) => Number.parseInt(unit, 16))),
  );
}

/** What a reader copies out of a PDF of lib/documents/pdf: its lines in reading order, page by page. */
export function pdfText(file: Buffer): string[] {
  const objects = objectsOf(file.toString('latin1'));
  return [...objects]
    .sort(([a], [b]) => Number(a) - Number(b))
    .filter(([, body]) => body.includes('/Type /Page\n'))
    .flatMap(([, page]) => linesOf(objects, page));
}

function linesOf(objects: Map<string, string>, page: string): string[] {
  const at = (body: string, name: string) =>
    objects.get(new RegExp(`/${name} (\\d+) 0 R`).exec(body)?.[1] ?? '') ?? '';
  const resources = at(page, 'Resources');
  const faces = new Map(
    [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [
      name,
      unicodeOf(streamOf(at(objects.get(id) ?? '', 'ToUnicode'))),
    ]),
  );
  const lines = streamOf(at(page, 'Contents')).split(/\/(?:H1|P) <</);
  return lines.slice(1).map((line) =>
    [...line.matchAll(/\/(F\d+) [\d.]+ Tf\n\[([^\]]*)\] TJ/g)]
      .map(([, name = '', shown = '']) =>
        [...shown.matchAll(/<([0-9a-f]*)>/g)]
          .flatMap(([, codes = '']) => codes.match(/.{4}/g) ?? [])
          .map((code) => faces.get(name)?.[Number.parseInt(code, 16)] ?? '')
          .join(''),
      )
      .join(''),
  );
}
