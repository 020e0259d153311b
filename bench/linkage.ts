import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { link } from '../src/links/index.ts'
import { agencyRecords } from './linkage-records.ts'

// How fast, and how well, the records of several agencies are linked: `npm run bench:linkage -- 100000 1000000`.

const sizes = process.argv.slice(2).map(Number)
const folder = mkdtempSync(join(tmpdir(), 'throughline-linkage-'))

for (const size of sizes.length > 0 ? sizes : [100_000]) {
  const file = join(folder, `${size}.csv`)
  await write(file, size)
  const before = process.cpuUsage()
  const { measured, seconds } = await link({ files: [file], id: 'record', truth: 'person' })
  const { precision, recall, f1, blockingRecall } = measured!
  const ofProcessor = Math.round((process.cpuUsage(before).user + process.cpuUsage(before).system) / 1e4) / 100 // seconds
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024)
  console.log(JSON.stringify({ records: size, seconds, ofProcessor, megabytes, precision, recall, f1, blockingRecall }))
}
rmSync(folder, { recursive: true })

async function write(file: string, size: number): Promise<void> {
  const out = createWriteStream(file)
  for (const line of agencyRecords(size)) if (!out.write(`${line}\n`)) await once(out, 'drain')
  out.end()
  await once(out, 'finish')
}
