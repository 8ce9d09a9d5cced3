// Makes charts/report/bundle/quarter.js, the one script of a page, and bundle/still.js, which draws the stills of its figures when the
// page is written: same sources, same bytes.
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';

const here = new URL('.', import.meta.url);
const version = (name) => JSON.parse(readFileSync(new URL(`../../../node_modules/${name}/package.json`, here))).version;

const common = {
  bundle: true,
  minify: !process.env.READABLE,
  format: 'iife',
  charset: 'ascii',
  legalComments: 'none',
  define: { 'process.env.NODE_ENV': '"production"' },
  banner: {
    js: `/* Quarter page script, Apache-2.0. Contains Apache ECharts ${version('echarts')} (Apache-2.0, Copyright The Apache Software Foundation), ` +
      `zrender ${version('zrender')} (BSD-3-Clause, Copyright Baidu Inc.) and tslib ${version('tslib')} (0BSD, Copyright Microsoft Corporation). */`,
  },
};
const bundle = (from, to, target) => build({ ...common, target, entryPoints: [new URL(from, here).pathname], outfile: new URL(`../bundle/${to}`, here).pathname });

await bundle('still.js', 'still.js', 'es2015');
await bundle('boot.js', 'quarter.js', 'chrome78');
