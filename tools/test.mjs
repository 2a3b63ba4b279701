import { nodeIsTooOld } from './lib/node-version.mjs'

if (!nodeIsTooOld()) import('./lib/enter.mjs').then(({ enter }) => enter('test'))
