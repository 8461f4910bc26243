// Kernels before Chrome 99 ignore @layer and would show an unstyled page, so the layers are flattened.
export default { plugins: { '@tailwindcss/postcss': {}, '@csstools/postcss-cascade-layers': {} } };
