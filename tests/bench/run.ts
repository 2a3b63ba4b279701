import { run as customerBench } from './customer.bench'
import { run as engineBench } from './engine.bench'
import { importOnce, run as importBench } from './import.bench'
import { line, median } from './measure'
import { run as ratingBench } from './rating.bench'
import { run as reportBench } from './report.bench'
import { run as searchBench } from './search.bench'
import { run as simulationBench } from './simulation.bench'
import { run as startBench } from './start.bench'

const runs = 5

async function rating(): Promise<void> {
  const times: number[] = []
  for (let index = 0; index < runs; index++) times.push((await ratingBench()).seconds)
  line('1,000,000 tickets rated in memory, one core', `${median(times).toFixed(2)} s`, 'at most 2 s')
}

const benches: Record<string, () => Promise<void>> = {
  rating,
  engine: engineBench,
  report: reportBench,
  customer: customerBench,
  import: importBench,
  simulation: simulationBench,
  start: startBench,
  search: searchBench,
}

/** `npm run bench [-- rating engine search report customer import simulation start]`: medians of five runs, ratios within one run. */
const [first, ...rest] = process.argv.slice(2)
if (first === 'import-once') await importOnce(rest[0] ?? '', rest[1] ?? '')
else {
  const wanted = first === undefined ? Object.keys(benches) : [first, ...rest]
  for (const name of wanted) await benches[name]?.()
}
