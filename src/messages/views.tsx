import { formatAt } from '../platform/dates.ts'
import {
  BackLink,
  Cell,
  Empty,
  Link,
  PageHead,
  Pager,
  Row,
  RowHead,
  SummaryList,
  Table,
} from '../platform/web/components/index.ts'
import { Layout } from '../platform/web/layout.tsx'
import type { PageContext } from '../platform/web/page-context.ts'
import type { Mail } from './queries/mail.ts'
import { words } from './words.ts'

interface MailsProps {
  page: PageContext
  mails: readonly Mail[]
  /** The last one shown, when there are more. */
  older: string | undefined
}

export function MailsPage({ page, mails, older }: MailsProps) {
  const say = words(page.locale)
  return (
    <Layout page={page} title={say('title')}>
      <PageHead title={say('title')} sub={say('lead')} />
      {mails.length === 0 ? (
        <Empty title={say('empty.title')}>
          <p>{say('empty.text')}</p>
        </Empty>
      ) : (
        <>
          <Table
            caption={say('caption')}
            isCaptionHidden
            columns={[{ text: say('subject') }, { text: say('to') }, { text: say('written') }]}
          >
            {mails.map(({ id, subject, to, madeAt }) => (
              <Row>
                <RowHead>
                  <Link class="tl-link" href={`/mail/${id}`}>
                    {subject}
                  </Link>
                </RowHead>
                <Cell label={say('to')}>{to}</Cell>
                <Cell label={say('written')}>{formatAt(page.locale, madeAt)}</Cell>
              </Row>
            ))}
          </Table>
          <Pager
            shown={say('showing', { count: mails.length })}
            next={older ? { href: `/mail?before=${older}`, text: say('older') } : undefined}
          />
        </>
      )}
    </Layout>
  )
}

export function MailPage({ page, mail }: { page: PageContext; mail: Mail }) {
  const say = words(page.locale)
  return (
    <Layout page={page} title={mail.subject}>
      <BackLink href="/mail">{say('back')}</BackLink>
      <PageHead title={mail.subject} />
      <SummaryList
        rows={[
          { key: say('to'), value: mail.to },
          { key: say('written'), value: formatAt(page.locale, mail.madeAt) },
        ]}
      />
      <div lang={mail.locale}>
        {mail.body.split('\n\n').map((paragraph) => (
          <p class="govuk-body">
            <WithLinks text={paragraph} />
          </p>
        ))}
      </div>
    </Layout>
  )
}

function WithLinks({ text }: { text: string }) {
  return (
    <>
      {text.split(/(https?:\/\/\S+)/).map((part, index) => (index % 2 === 1 ? <Link href={part}>{part}</Link> : part))}
    </>
  )
}
