import { workerRoleLabel } from '../../agencies/index.ts'
import { formatDay } from '../../platform/dates.ts'
import { BackLink, Cell, Empty, Link, PageHead, Row, RowHead, Section, Table } from '../../platform/web/components/index.ts' // biome-ignore format: one line
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Resting, WorkersHad } from '../queries/continuity.ts'
import { words } from '../words.ts'

interface ContinuityProps {
  page: PageContext
  resting: readonly Resting[]
  had: readonly WorkersHad[]
}

/** Cases that rest on one worker, and how often the others changed. */
export function ContinuityPage(props: ContinuityProps) {
  const { page, resting, had } = props
  const say = words(page.locale)
  return (
    <Layout page={page} title={say('continuity')}>
      <BackLink href="/workloads">{say('person.back')}</BackLink>
      <PageHead title={say('continuity')} />
      <Section id="h-rests" title={say('rests')}>
        {resting.length === 0 ? (
          <Empty title={say('rests.empty')}>
            <p class="govuk-body">{say('rests.empty-text')}</p>
          </Empty>
        ) : (
          <Rests {...props} />
        )}
      </Section>
      {had.length > 0 && (
        <Section id="h-many" title={say('many')}>
          <Many {...props} />
        </Section>
      )}
    </Layout>
  )
}

function Rests({ page, resting }: ContinuityProps) {
  const { locale } = page
  const say = words(locale)
  const [worker, release, deputy] = [say('worker'), say('un.release'), say('rests.deputy')]
  const columns = [say('un.person'), worker, release].map((text) => ({ text }))
  return (
    <>
      <p class="govuk-body">
        {say('rests.sub')} {say('rests.first', { count: resting.length })}
      </p>
      <Table caption={say('rests')} isCaptionHidden columns={[...columns, { text: deputy, isForScreen: true }]}>
        {resting.map(({ caseId, name, workerName, releaseOn }) => (
          <Row>
            <RowHead>{name}</RowHead>
            <Cell label={worker}>{workerName}</Cell>
            <Cell label={release}>{releaseOn ? formatDay(locale, releaseOn) : say('un.no-date')}</Cell>
            <Cell class="tl-noprint">
              <Link href={`/cases/${caseId}/team`}>
                {deputy}
                <span class="govuk-visually-hidden">: {name}</span>
              </Link>
            </Cell>
          </Row>
        ))}
      </Table>
    </>
  )
}

function Many({ page, had }: ContinuityProps) {
  const { locale } = page
  const say = words(locale)
  const [count, overlap] = [say('many.count'), say('many.overlap')]
  return (
    <>
      <p class="govuk-body">{say('many.sub')}</p>
      <Table
        caption={say('many')}
        isCaptionHidden
        columns={[{ text: say('un.person') }, { text: count }, { text: overlap, isNumeric: true }]}
      >
        {had.map(({ caseId, name, workers, byRole, overlapInDays }) => (
          <Row>
            <RowHead>
              <Link class="tl-link" href={`/cases/${caseId}/team`}>
                {name}
              </Link>
            </RowHead>
            <Cell label={count}>
              {workers}
              <small>
                {byRole
                  .map((each) => say('many.roles', { role: workerRoleLabel(locale, each.role), count: each.workers }))
                  .join(', ')}
              </small>
            </Cell>
            <Cell label={overlap} isNumeric>
              {overlapInDays}
            </Cell>
          </Row>
        ))}
      </Table>
    </>
  )
}
