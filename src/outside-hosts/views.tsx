import { SettingsFrame } from '../agencies/index.ts'
import { formatAt } from '../platform/dates.ts'
import { newId } from '../platform/ids.ts'
import {
  Button,
  Cell,
  Empty,
  Input,
  problemOf,
  Row,
  RowHead,
  Section,
  StatusTag,
  Table,
  Textarea,
} from '../platform/web/components/index.ts'
import { type Problem, type Typed, typedText } from '../platform/web/form.ts'
import type { PageContext } from '../platform/web/page-context.ts'
import type { OutsideUse, PermittedHost } from './queries.ts'
import { words } from './words.ts'

export interface OutsideProps {
  page: PageContext
  may: ReadonlySet<string>
  hosts: readonly PermittedHost[]
  uses: readonly OutsideUse[]
  form: { typed: Typed; problems: Problem[] }
  done: string | undefined
}

/** What leaves this server, and which hosts it may ask. */
export function OutsidePage({ page, may, hosts, uses, form, done }: OutsideProps) {
  const say = words(page.locale)
  return (
    <SettingsFrame
      page={page}
      may={may}
      title={say('title')}
      sub={say('sub')}
      problems={form.problems}
      say={say}
      done={done}
    >
      <Section id="uses" title={say('uses.title')}>
        <Uses page={page} uses={uses} hosts={hosts} />
      </Section>
      <Section id="hosts" title={say('hosts.title')}>
        <p class="govuk-body">{say('hosts.text')}</p>
        <Hosts page={page} hosts={hosts} uses={uses} />
      </Section>
      <Section id="new" title={say('new.title')}>
        <form class="tl-mt" method="post" action="/settings/outside-hosts" novalidate>
          <input type="hidden" name="formId" value={newId()} />
          <Input
            name="host"
            label={say('new.host')}
            hint={say('new.host-hint')}
            value={typedText(form, 'host')}
            error={problemOf(form.problems, 'host', say)}
            width={20}
            autocomplete="off"
          />
          <Textarea
            name="reason"
            label={say('new.reason')}
            hint={say('new.reason-hint')}
            rows={3}
            value={typedText(form, 'reason')}
            error={problemOf(form.problems, 'reason', say)}
          />
          <Button preventDoubleClick>{say('new.button')}</Button>
        </form>
      </Section>
    </SettingsFrame>
  )
}

const needsList = (kind: OutsideUse['kind']) => kind === 'webhook' || kind === 'provider'

function Uses({ page: { locale }, uses, hosts }: Pick<OutsideProps, 'page' | 'uses' | 'hosts'>) {
  const say = words(locale)
  const isListed = (host: string) => hosts.some((each) => each.host === host)
  if (uses.length === 0) {
    return (
      <Empty title={say('uses.none')}>
        <p class="govuk-body">{say('uses.none-text')}</p>
      </Empty>
    )
  }
  const heads = [say('c.host'), say('c.purpose'), say('c.agency'), say('c.last')]
  return (
    <Table caption={say('uses.title')} isCaptionHidden columns={heads.map((text) => ({ text }))}>
      {uses.map(({ kind, host, agencyName, lastUsedAt }) => (
        <Row>
          <RowHead>
            {host} {needsList(kind) && !isListed(host) && <StatusTag tone="bad">{say('uses.not-listed')}</StatusTag>}
          </RowHead>
          <Cell label={say('c.purpose')}>{say(`kind.${kind}`)}</Cell>
          <Cell label={say('c.agency')}>{agencyName ?? say('uses.server')}</Cell>
          <Cell label={say('c.last')}>
            {lastUsedAt ? formatAt(locale, lastUsedAt, 'brief') : say(kind === 'scanner' ? 'uses.unknown' : 'never')}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}

function Hosts({ page: { locale }, hosts, uses }: Pick<OutsideProps, 'page' | 'hosts' | 'uses'>) {
  const say = words(locale)
  if (hosts.length === 0) {
    return (
      <Empty title={say('hosts.none')}>
        <p class="govuk-body">{say('hosts.none-text')}</p>
      </Empty>
    )
  }
  const heads = [say('c.host'), say('c.reason'), say('c.added'), say('c.change')]
  const isUsed = (host: string) => uses.some((use) => use.host === host && needsList(use.kind))
  return (
    <Table caption={say('hosts.title')} isCaptionHidden columns={heads.map((text) => ({ text }))}>
      {hosts.map(({ id, host, reason, addedByName, addedAt }) => (
        <Row>
          <RowHead>{host}</RowHead>
          <Cell label={say('c.reason')}>{reason}</Cell>
          <Cell label={say('c.added')}>
            {say('added-by', { at: formatAt(locale, addedAt, 'brief'), name: addedByName ?? 'Throughline' })}
          </Cell>
          <Cell label={say('c.change')}>
            <form method="post" action={`/settings/outside-hosts/${id}/removal`}>
              <input type="hidden" name="formId" value={newId()} />
              {isUsed(host) && <p class="govuk-body-s">{say('remove.used')}</p>}
              <Button kind="secondary">
                {say('remove')}
                <span class="govuk-visually-hidden"> {host}</span>
              </Button>
            </form>
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
