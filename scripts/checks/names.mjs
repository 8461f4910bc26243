// A name is exported once in the product, so that whoever searches for it finds the one thing it means.
import { exported } from './sources.mjs';

/** Each room has one of these, and lists are made of them. */
const oneARoom = new Set(['*', 'personalData']);
const product = /^(features|lib|components|db\/schema)\//;
const test = /\.test(-helpers|-data)?\.tsx?$/;

/** @returns a problem for every file after the first that exports a name */
export function checkNames(all) {
  const first = new Map();
  return all
    .filter(({ file }) => product.test(file) && !test.test(file))
    .flatMap((source) =>
      [...new Set(exported(source).map(({ name }) => name))]
        .filter((name) => !oneARoom.has(name))
        .flatMap((name) => {
          const before = first.get(name);
          first.set(name, before ?? source.file);
          return before
            ? [`${source.file}: exports ${name} as ${before} does; call one of them what it is`]
            : [];
        }),
    );
}
