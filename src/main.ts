import { loadCapabilities } from './platform/capability.ts'
import { config } from './platform/config.ts'
import { catchTheRest } from './platform/last-resort.ts'
import { log } from './platform/log.ts'
import { prepareAssets } from './platform/web/assets.ts'
import { startJobs, startProgram, welcome } from './program.ts'
import { buildSite } from './site.ts'

const program = await startProgram(config)
const hints = await welcome(program)
const assets = await prepareAssets(`${config.DATA_DIR}/assets`)
const capabilities = await loadCapabilities()
const app = await buildSite(program, capabilities, assets)
const worker = await startJobs(program, capabilities)

const address = await app.listen({ host: config.HOST, port: config.PORT })
catchTheRest()
console.log(`Throughline is at ${config.PUBLIC_URL ?? address}`)
for (const line of hints) console.log(line)

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)

const logged = (error: unknown) => log.error({ error }, 'something was left undone at the stop')

let isStopping = false // a Ctrl-C comes twice: from the terminal and from npm
async function stop(): Promise<void> {
  if (isStopping) return
  isStopping = true
  await app.close()
  await worker.stop()
  for (const { atStop } of capabilities.values()) await atStop?.(program.database).catch(logged)
  await program.stop()
}
