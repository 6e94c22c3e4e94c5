/** The command line's entry: `npm run -s kneewise -- …`. */
import { Command } from 'commander';
import { ENGINE_VERSION } from '#core';

const program = new Command('kneewise')
  .description('Tells what a run asked of the knees, from FIT, GPX and TCX files.')
  .version(ENGINE_VERSION);

await program.parseAsync();
