import { nodeIsTooOld } from './lib/node-version.mjs'

if (!nodeIsTooOld()) void import('./lib/enter.mjs').then(({ enter }) => enter('bench'))
