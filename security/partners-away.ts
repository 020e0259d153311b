import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inDatabase } from './in-database.ts'
import { beginTrial } from './trial.ts'

/** What went otherwise than promised while neither an agency's provider of sign-in nor a scanner answers. */
export async function partnersAway(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'away-'))
  const nobody = '127.0.0.1:9'
  const trial = await beginTrial(folder, { PRIVATE_PROVIDERS: 'on', SCANNER_URL: `tcp://${nobody}` })
  try {
    const { expectThat, write, statusOf, problems } = trial
    const agencyId = await inDatabase(trial.direct, async (client) => {
      const { rows } = await client.query<{ agency_id: string }>(
        `insert into agency_sign_in (agency_id, issuer, client_id, client_secret, email_domains)
         select id, $1, 'throughline', 'x', '{agency.example}' from agency returning agency_id`,
        [`http://${nobody}`],
      )
      return rows[0]!.agency_id
    })
    const led = await statusOf(`/sign-in/agency/${agencyId}`)
    expectThat(`whoever signs in through a provider that is away is told so: ${led}`, led === 503)
    const own = await statusOf('/sign-in')
    expectThat(`everybody else signs in as always: ${own}`, own === 200)
    const noted = await write()
    expectThat(`work goes on: ${noted}`, noted === 201)
    expectThat('nothing has to be started anew', await trial.recovers())
    return problems
  } finally {
    await trial.site.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
