import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inDatabase } from './in-database.ts'
import { openSession } from './open-session.ts'
import { beginTrial } from './trial.ts'

// `npm run test:scan`: wapiti and sqlmap, as Debian has them (`apt-get install wapiti sqlmap`), against a site of its own with
// somebody signed in. What is not installed is said and skipped. `-- --long` gives wapiti an hour.

const minutes = process.argv.includes('--long') ? 60 : 4
const fewestPages = 100
const isInstalled = (program: string) => spawnSync('which', [program]).status === 0

const folder = mkdtempSync(join(tmpdir(), 'scan-'))
const trial = await beginTrial(folder)
const { site, direct, caseId } = trial
let found = 0
try {
  const cookie = await openSession(direct, ['WORKER', 'COORDINATOR'], caseId)
  found += scanWithWapiti(cookie)
  found += scanWithSqlmap(cookie)
  const denied = await inDatabase(direct, (client) =>
    client.query<{ count: number }>(`select count(*)::int as count from audit where outcome <> 'done'`),
  )
  console.log(`the audit holds ${denied.rows[0]!.count} refusals of the scan`)
  const isUp = (await trial.statusOf('/health/ready')) === 200
  console.log(isUp ? 'the site still works' : 'the site does not work any more')
  process.exitCode = found > 0 || !isUp ? 1 : 0
} finally {
  await site.stop()
  rmSync(folder, { recursive: true, force: true })
}

/** Crawls what somebody who signed in can reach, and tries what it knows. @returns how many high or medium findings */
function scanWithWapiti(cookie: string): number {
  if (!isInstalled('wapiti')) {
    console.log('wapiti is not here: skipped (apt-get install wapiti)')
    return 0
  }
  const report = join(folder, 'wapiti.json')
  // Debian's asks for brotli, cannot read it, and then finds no link on any page.
  // Nothing is left out with -x: Debian's 3.0.4 ends with a fault of its own there under Python 3.11.
  const limits = ['--max-scan-time', String(minutes * 20), '--max-attack-time', String(minutes * 6), '-d', '4', '--max-files-per-dir', '30'] // biome-ignore format: one line
  const modules = 'sql,xss,permanentxss,exec,file,redirect,crlf,ssrf,csp,cookieflags,http_headers,methods'
  const args = ['-u', `${site.address}/`, '-s', `${site.address}/cases/${caseId}`, '-H', `Cookie: ${cookie}`, '-H', 'Accept-Encoding: gzip', '-m', modules, ...limits, '-f', 'json', '-o', report, '--flush-session', '--store-session', folder, '--store-config', folder, '--no-bugreport', '-v', '1'] // biome-ignore format: one line
  const { status, stderr, stdout } = spawnSync('wapiti', args, { encoding: 'utf8', timeout: minutes * 120_000 })
  if (status !== 0) {
    console.log(`wapiti ended with ${status}: ${stderr.slice(-500)}`)
    return 1
  }
  const { vulnerabilities, anomalies } = JSON.parse(readFileSync(report, 'utf8')) as Report
  let counted = 0
  for (const [kind, each] of Object.entries({ ...vulnerabilities, ...anomalies })) {
    for (const { level, method, path, info } of each) {
      if (level >= 2) counted += 1
      console.log(`  wapiti ${kind} (${level}): ${method} ${path} ${info}`)
    }
  }
  const pages = Number(/found (\d+) URLs and forms/.exec(stdout)?.[1] ?? 0)
  console.log(`wapiti: ${pages} pages and forms, ${counted} findings of medium or high`)
  return pages < fewestPages ? counted + 1 : counted // a scan that saw nothing has shown nothing
}

interface Report {
  vulnerabilities: Record<string, { level: number; method: string; path: string; info: string }[]>
  anomalies: Report['vulnerabilities']
}

/** Tries each parameter of the searches and lists, and the sign-in. @returns how many it could inject into */
function scanWithSqlmap(cookie: string): number {
  if (!isInstalled('sqlmap')) {
    console.log('sqlmap is not here: skipped (apt-get install sqlmap)')
    return 0
  }
  const targets: string[][] = [
    ['-u', `${site.address}/people?q=a`],
    ['-u', `${site.address}/releases?q=a&page=1`],
    ['-u', `${site.address}/services?q=a&pathway=ACCOMMODATION`],
    ['-u', `${site.address}/cases/${caseId}/timeline?kind=a`],
    ['-u', `${site.address}/sign-in`, '--data', 'email=a@example.org&password=a', '-p', 'email,password'],
  ]
  let counted = 0
  for (const target of targets) {
    const common = ['--cookie', cookie, '--batch', '--level', '1', '--risk', '1', '--dbms', 'PostgreSQL', '--technique', 'BEU', '--flush-session', '--disable-coloring', '--output-dir', join(folder, 'sqlmap'), '--timeout', '30', '--retries', '1'] // biome-ignore format: one line
    const { stdout } = spawnSync('sqlmap', [...target, ...common], { encoding: 'utf8', timeout: minutes * 60_000 })
    const isOpen = /is vulnerable|identified the following injection point/.test(stdout)
    if (isOpen) counted += 1
    const tested = (stdout.match(/testing if .* parameter|testing for SQL injection on/g) ?? []).length
    console.log(`sqlmap ${target[1]!.replace(site.address, '')}: ${tested} tests, ${isOpen ? 'INJECTABLE' : 'not injectable'}`) // biome-ignore format: one line
  }
  return counted
}
