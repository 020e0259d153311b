import type { Client } from 'pg'
import { starters as questions } from '../../src/mechanisms/index.ts'
import { type Calendar, moment } from '../calendar.ts'

interface Planned {
  agency: string
  by: string
  about: string
  title: string
  question: string
  design: string
  sizes: readonly [without: number, with_: number, power: number, ratio: number] | null
  measures: readonly string[]
  /** Days from today. */
  period: readonly [from: number, until: number]
  ledBy: string
  approval: string
  begun: number | null
  entries: readonly (readonly [kind: string, day: number, words: string])[]
  isReported?: boolean
}

const plans: Planned[] = [
  { agency: 'RVM', by: 'pauline@riverside.example', about: 'PEER_MENTORS', title: 'Peer mentors through the gate', question: 'Do fewer people who meet their mentor at the gate commit a proven reoffence within a year?', design: 'MATCHED', sizes: [0.56, 0.46, 0.8, 2], measures: ['PEOPLE_MENTORED', 'NOT_BACK_IN_12_WEEKS', 'distance:EMPLOYMENT'], period: [-420, 240], ledBy: 'Wexley University, with two peer researchers', approval: 'Research ethics committee, reference 24/118; impact assessment of March', begun: -410, entries: [['CHANGE', -200, 'One wing was closed for three months: nobody joined there in that time.'], ['RESULT', -60, 'Half way: 131 people with a mentor, 214 matched. 44 of 100 against 50 of 100; with 95% confidence the difference lies from 17 fewer to 5 more in 100. Inconclusive so far.']] },
  { agency: 'FHI', by: 'helen@fernhall.example', about: 'KEY_WORK', title: 'A key worker for everybody', question: 'Can more people name their supervisor outside since everybody has a key worker?', design: 'SURVEY', sizes: [0.38, 0.5, 0.9, 1], measures: ['survey:supervisor', 'survey:plan'], period: [-800, -90], ledBy: 'Helen Marsh, head of resettlement', approval: 'Impact assessment 7, part 3; no ethics approval needed (service evaluation)', begun: -795, entries: [['RESULT', -80, 'From 38 to 62 of 100 can name their supervisor; 364 answered in each of the two half years. Interval of the difference: 17 to 31 in 100. Who answers is not everybody.']], isReported: true },
  { agency: 'WXC', by: 'dee@wexley-council.example', about: 'OTHER', title: 'Keys on the day', question: 'Does a settled first night become more common when housing is sought twelve weeks before?', design: 'SERIES', sizes: null, measures: ['distance:HOUSING'], period: [30, 400], ledBy: 'Dee Parry, housing options', approval: '', begun: null, entries: [] },
] // biome-ignore format: a table

/** Three evaluations, one of each state, and what three countries answered to nine questions. */
export async function writeEvaluations(client: Client, newId: () => string, calendar: Calendar): Promise<void> {
  for (const plan of plans) {
    const id = newId()
    const [without, with_, power, ratio] = plan.sizes ?? [null, null, null, null]
    const begunAt = plan.begun === null ? null : calendar.past(moment(plan.begun, 600))
    const reportedAt = plan.isReported ? calendar.past(moment(plan.entries.at(-1)![1], 620)) : null
    await client.query(
      `insert into evaluation (id, agency_id, about, title, question, design, measures, share_without, share_with, power, ratio, from_on, until_on,
         led_by, approval, made_by, made_at, began_at, began_by, reported_at, reported_by)
       select $1, y.id, $2, $3, $4, $5, array(
         select coalesce((select 'target:' || t.id from target t where t.definition = m.key), (select 'survey:' || s.id || ':' || substr(m.key, 8)
           from survey s where s.audience = 'PERSON' and m.key like 'survey:%'), m.key) from unnest($6::text[]) with ordinality m(key, place) order by place),
         $7, $8, $9, $10, $11, $12, $13, $14, a.id, $15, $16, case when $16::timestamptz is not null then a.id end, $17,
         case when $17::timestamptz is not null then a.id end
       from agency y, account a where y.code = $18 and a.email = $19`,
      [
        ...[id, plan.about, plan.title, plan.question, plan.design, plan.measures, without, with_, power, ratio],
        ...[calendar.day(plan.period[0]), calendar.day(plan.period[1]), plan.ledBy, plan.approval],
        ...[calendar.past(moment((plan.begun ?? -20) - 12, 560)), begunAt, reportedAt, plan.agency, plan.by],
      ],
    )
    for (const [kind, day, words] of plan.entries) {
      await client.query(
        `insert into evaluation_entry (id, evaluation_id, kind, words, made_by, made_at) select $1, $2, $3, $4, id, $5 from account where email = $6`,
        [newId(), id, kind, words, calendar.past(moment(day, 610)), plan.by],
      )
    }
  }
  await writeMechanisms(client, newId, calendar)
}

type Answer = readonly [group: string, locale: string, words: string, withWhom: string]
const english = 'Action learning set 4: 20 workers of six agencies'
const italian = 'Gruppo nazionale: 14 operatori di carcere, UEPE e due associazioni'
const dutch = 'Landelijke groep: 11 medewerkers en 3 ervaringsdeskundigen'
const answers: (readonly Answer[])[] = [
  [['UK-EW', 'en', 'Men from six months to four years, most from two wings. Those on remand hardly.', english], ['IT', 'it', 'Chi ha una pena sotto i tre anni e un domicilio; chi non ha casa resta fuori.', italian], ['NL', 'nl', 'Vooral mensen met een straf boven zes maanden; kortgestraften zijn al weg voordat het begint.', dutch]],
  [['UK-EW', 'en', 'Resettlement money had just ended. A charity had mentors already.', english], ['IT', 'it', 'La legge del 2013 ha aperto le misure alternative; pochi posti in comunità.', italian]],
  [['UK-EW', 'en', 'Friday releases made it harder. One manager on each wing who wanted it made it easier.', english], ['NL', 'nl', 'De gemeente had al nazorg: dat maakte het makkelijker. Toestemming vragen kostte tijd.', dutch]],
  [['UK-EW', 'en', 'They ring somebody before things go wrong, not after.', english], ['IT', 'it', 'Si presentano agli appuntamenti perché qualcuno li accompagna.', italian], ['NL', 'nl', 'Ze vragen eerder om hulp, ook aan familie.', dutch]],
  [['UK-EW', 'en', 'The mentor has been there: it is believed.', english], ['IT', 'it', 'La fiducia nasce prima dell’uscita, con la stessa persona dentro e fuori.', italian], ['NL', 'nl', 'Het maatje oordeelt niet en kan niets afpakken.', dutch]],
  [['UK-EW', 'en', 'Men who use spice: the first week outside is lost. Women said that the groups were not theirs.', english]],
  [['UK-EW', 'en', 'More first nights settled; the record counts it. Reoffending cannot be told yet.', english], ['IT', 'it', 'Meno revoche delle misure, secondo i registri; pochi numeri.', italian], ['NL', 'nl', 'Minder mensen zonder identiteitsbewijs bij vrijlating. Recidive weten we pas over twee jaar.', dutch]],
  [['NL', 'nl', 'Maatjes vonden zelf werk.', dutch]],
  [],
] // biome-ignore format: a table

async function writeMechanisms(client: Client, newId: () => string, calendar: Calendar): Promise<void> {
  const on = calendar.day(-75)
  for (const [nth, { part, texts }] of questions.entries()) {
    const id = newId()
    await client.query(
      `insert into mechanism_question (id, part, texts, position, made_by, made_at) select $1, $2, $3, $4, id, $5 from account
       where email = 'marian@wexley-council.example'`,
      [id, part, JSON.stringify(texts), nth + 1, calendar.past(moment(-120, 600))],
    )
    const given = [...(nth === 0 ? [first] : []), ...answers[nth]!]
    for (const [place, [group, locale, words, withWhom]] of given.entries()) {
      const version = 1 + given.slice(0, place).filter(([other]) => other === group).length
      await client.query(
        `insert into mechanism_answer (question_id, national_group, version, words, locale, with_whom, answered_on, made_by, made_at)
         select $1, $2, $3, $4, $5, $6, $7, id, $8 from account where email = 'marian@wexley-council.example'`,
        [id, group, version, words, locale, withWhom, on, calendar.past(moment(-74, 600 + place))],
      )
    }
  }
}

/** What was answered to the first question before somebody counted. */
const first: Answer = ['UK-EW', 'en', 'Anybody who asks.', 'Action learning set 3: 18 workers']
