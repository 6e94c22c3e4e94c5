/** Prints the validation table of the knee-load model: `npm run validate`. Fails when a row fails. */
import { createServer } from 'vite';

const server = await createServer({
  configFile: false,
  logLevel: 'error',
  server: { middlewareMode: true },
  appType: 'custom',
});
const { formatValidationTable, validationTable } = await server.ssrLoadModule(
  '/src/load/validation/validation-table.ts',
);
const rows = validationTable();
process.stdout.write(`${formatValidationTable(rows)}\n`);
await server.close();
process.exitCode = rows.some(({ status }) => status === 'fail') ? 1 : 0;
