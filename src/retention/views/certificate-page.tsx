import { SettingsFrame } from '../../agencies/index.ts'
import { Cell, Row, RowHead, Section, SummaryList, Table, WayOn } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { type Certificate, certificateRows, certificateText } from '../certificate.ts'
import { words } from '../words.ts'

type Props = Certificate & { page: PageContext; may: ReadonlySet<string> }

/** What was disposed of, for the file of whoever must account for it. */
export function CertificatePage({ page, may, ...certificate }: Props) {
  const { locale } = page
  const say = words(locale)
  const url = `/retention/disposals/${certificate.disposal.id}`
  return (
    <SettingsFrame
      page={page}
      may={may}
      title={say('certificate.title')}
      sub={certificateText(locale, certificate)}
      back={{ href: url, text: say('disposals.title') }}
      actions={<WayOn href={`${url}/certificate.pdf`}>{say('disposal.certificate-pdf')}</WayOn>}
    >
      <SummaryList rows={certificateRows(locale, certificate)} />
      <Section id="rows" title={say('certificate.rows')}>
        <Table
          caption={say('certificate.rows')}
          isCaptionHidden
          columns={[{ text: say('certificate.table') }, { text: say('certificate.count'), isNumeric: true }]}
        >
          {certificate.rowsGone.map(({ table, count }) => (
            <Row>
              <RowHead>{table}</RowHead>
              <Cell label={say('certificate.count')} isNumeric>
                {count}
              </Cell>
            </Row>
          ))}
        </Table>
      </Section>
    </SettingsFrame>
  )
}
