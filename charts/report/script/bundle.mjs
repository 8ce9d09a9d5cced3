// Makes charts/report/bundle/quarter.js, the one script of a page: same sources, same bytes.
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';

const here = new URL('.', import.meta.url);
const version = (name) => JSON.parse(readFileSync(new URL(`../../../node_modules/${name}/package.json`, here))).version;

await build({
  entryPoints: [new URL('boot.js', here).pathname],
  outfile: new URL('../bundle/quarter.js', here).pathname,
  bundle: true,
  minify: !process.env.READABLE,
  format: 'iife',
  target: 'chrome78',
  charset: 'ascii',
  legalComments: 'none',
  define: { 'process.env.NODE_ENV': '"production"' },
  banner: {
    js: `/* Quarter page script, Apache-2.0. Contains Apache ECharts ${version('echarts')} (Apache-2.0, Copyright The Apache Software Foundation), ` +
      `zrender ${version('zrender')} (BSD-3-Clause, Copyright Baidu Inc.) and tslib ${version('tslib')} (0BSD, Copyright Microsoft Corporation). */`,
  },
});
