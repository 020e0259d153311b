import { type Agency, SettingsFrame } from '../../agencies/index.ts'
import { formatAt } from '../../platform/dates.ts'
import { Empty, Link, PrintButton, Section, SummaryList } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Schedule } from '../../retention/index.ts'
import type { Processing } from '../queries.ts'
import { purposeOf, recordLines } from '../record-lines.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  may: ReadonlySet<string>
  agency: Pick<Agency, 'id' | 'name'>
  /** The law that asks for the record. */
  duty: string
  processing: readonly Processing[]
  schedule: Schedule
}

/** What one agency does with people's data, as it stands now. */
export function RecordPage({ page, may, agency, duty, processing, schedule }: Props) {
  const { locale } = page
  const say = words(locale)
  const at = formatAt(locale, page.now)
  return (
    <SettingsFrame
      page={page}
      may={may}
      title={say('record.title', { agency: agency.name })}
      sub={say('record.sub', { duty, at })}
      back={{ href: '/processing-records', text: say('title') }}
      actions={
        processing.length > 0 && (
          <>
            <Link href={`/processing-records/${agency.id}/file.csv`}>{say('csv')}</Link>
            <PrintButton>{say('print')}</PrintButton>
          </>
        )
      }
    >
      {processing.length === 0 && (
        <Empty title={say('none')}>
          <p class="govuk-body">{say('none-text')}</p>
        </Empty>
      )}
      {processing.map((each) => (
        <Section id={`agreement-${each.agreementId}`} title={purposeOf(locale, each)}>
          <SummaryList
            rows={recordLines(locale, each, schedule).map(({ name, text }) => ({
              key: say(`f.${name}`),
              value: name === 'agreement' ? <Link href={`/agreements/${each.agreementId}`}>{text}</Link> : text,
            }))}
          />
        </Section>
      ))}
    </SettingsFrame>
  )
}
