import type { FastifyInstance } from 'fastify'
import { getAgency } from '../../agencies/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { printPdf } from '../../platform/print.ts'
import { type Locale, languageTags } from '../../platform/words.ts'
import { listEntriesOfStandards, listStandards, readEvidence, type StandardEntry } from '../queries/standards.ts'
import { evidenceLine } from '../views/evidence-page.tsx'
import { words } from '../words.ts'
import { runs } from './show.ts'

/** The accreditation's pack on paper: each standard, what the agency says to it, and the rows of its mentors that show it. */
export async function evidencePackRoutes(app: FastifyInstance): Promise<void> {
  app.get('/mentors/evidence.pdf', runs, async (request, reply) => {
    const { locale } = request.page()
    const say = words(locale)
    const now = app.database.clock.now()
    const { standards, evidence, entries, agencyName } = await request.read(async (reading) => ({
      standards: await listStandards(reading),
      evidence: await readEvidence(reading),
      entries: await listEntriesOfStandards(reading),
      agencyName: (await getAgency(reading, reading.actor.agencyId)).name,
    }))
    const [lang, region] = languageTags[locale].split('-')
    const pack = {
      ...{ lang, region, title: say('list.evidence'), agency: agencyName, sub: say('evidence.sub') },
      made: say('pack.made', { agency: agencyName, day: formatDay(locale, dayAt(now), 'full') }),
      heads: (['mentor', 'day', 'what', 'how-long'] as const).map((head) => say(`pack.${head}`)),
      standards: standards.map(({ id, title, asks, words: said, shownBy }) => ({
        ...{ title, asks, words: said },
        lines: shownBy.map((proof) => evidenceLine(locale, proof, evidence.get(proof))),
        entries: entries.filter(({ standardId }) => standardId === id).map((entry) => cellsOf(locale, entry)),
      })),
    }
    return reply
      .type('application/pdf')
      .header('content-disposition', `inline; filename="accreditation-${dayAt(now)}.pdf"`)
      .send(printPdf('mentors/evidence-pack.typ', pack, now))
  })
}

function cellsOf(locale: Locale, entry: StandardEntry): string[] {
  const { mentorName, happenedOn, code, kind, words: said, minutes, untilOn } = entry
  const say = words(locale)
  const what = kind === 'VETTING' ? [say(`vetting.${code}` as 'vetting.INTERVIEW'), said] : [said]
  const untilKind = { VETTING: 'vetting', SUPERVISION: 'supervision', GOAL: 'goal', TRAINING: undefined }[kind]
  const until = untilOn && untilKind && say(`file.until-${untilKind as 'goal'}`, { day: formatDay(locale, untilOn) })
  return [
    mentorName,
    formatDay(locale, happenedOn),
    [...what, until].filter(Boolean).join('; '),
    minutes === null ? '' : say('file.minutes', { count: minutes }),
  ]
}
