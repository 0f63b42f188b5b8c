// Asks with Comunica: node comunica.mjs FOLDER-WITH-NODE_MODULES SOURCE-TYPE SOURCE QUERY; prints a row a line.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [folder, type, value, query] = process.argv.slice(2);
const { QueryEngine } = createRequire(join(folder, 'package.json'))('@comunica/query-sparql');
const rows = await new QueryEngine().queryBindings(query, { sources: [type === 'file' ? value : { type, value }] });
for (const row of await rows.toArray()) {
  console.log([...row].map(([, term]) => term.value).join('\t'));
}
