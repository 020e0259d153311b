import { pathwayLabel } from '../../agencies/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink, Button, Columns, Link, Note, NotificationBanner, PageHead, Phone, PlainList, Section, StatusTag, SummaryList, WarningText,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { isStale, type Service } from '../listed-service.ts'
import { checkedOf, factsOf, languageIn, tagOf } from '../shown.ts'
import { words } from '../words.ts'

export interface ServicePageProps {
  page: PageContext
  service: Service
  prisonNames: readonly string[]
  mayKeep: boolean
  isJustSaved: boolean
}

/** One service: what it is, whom it takes, how to reach it, and how sure that is. */
export function ServicePage(props: ServicePageProps) {
  const { page, service, mayKeep, isJustSaved } = props
  const say = words(page.locale)
  const today = dayAt(page.now)
  const tag = tagOf(page.locale, service, today)
  return (
    <Layout page={page} title={service.name}>
      <BackLink href="/services">{say('list.title')}</BackLink>
      {isJustSaved && <NotificationBanner text={say('page.saved')} isSuccess />}
      <PageHead
        title={service.name}
        sub={
          <>
            {service.providerName} {tag && <StatusTag tone={tag.tone}>{tag.text}</StatusTag>}
          </>
        }
        actions={
          mayKeep && (
            <Button href={`/services/${service.id}/edit`} kind="secondary">
              {say('page.change')}
            </Button>
          )
        }
      />
      {service.withdrawnAt && (
        <WarningText>
          {say('page.withdrawn', { day: formatDay(page.locale, dayAt(service.withdrawnAt), 'full') })}
        </WarningText>
      )}
      {isStale(service.verifiedOn, today) && <WarningText>{say('page.stale')}</WarningText>}
      <Columns main={<Main {...props} />} aside={<Aside {...props} />} />
    </Layout>
  )
}

function Main({ page: { locale }, service, prisonNames }: ServicePageProps) {
  const say = words(locale)
  const { eligibility: who } = service
  const or = (text: string, otherwise: string) => text || otherwise
  const yesNo = who.onLicence === null ? say('page.not-said') : say(who.onLicence ? 'page.yes' : 'page.no')
  const ages = who.minAge !== null && who.maxAge !== null ? 'BETWEEN' : who.minAge !== null ? 'FROM' : who.maxAge !== null ? 'UP_TO' : 'ANY' // biome-ignore format: one choice
  const days = (count: number | null) => (count === null ? say('page.not-said') : say('page.days', { days: count }))
  return (
    <>
      <Section id="h-about" title={say('page.about')}>
        <p class="govuk-body">{service.plainWords}</p>
        <SummaryList
          rows={[
            { key: say('page.type'), value: say(`type.${service.type}`) },
            { key: say('page.pathways'), value: service.pathways.map((code) => pathwayLabel(locale, code)).join(', ') },
            ...(service.offers.length > 0 ? [{ key: say('page.offers'), value: service.offers.join('. ') }] : []),
          ]}
        />
      </Section>
      <Section id="h-whom" title={say('page.whom')}>
        <SummaryList
          rows={[
            { key: say('page.sexes'), value: or(who.sexes.map((sex) => say(`sex.${sex}`)).join(', '), say('page.anyone')) },
            { key: say('page.ages'), value: say('ages.value', { ages, min: who.minAge, max: who.maxAge }) },
            { key: say('page.licence'), value: yesNo },
            { key: say('page.languages'), value: or(who.languages.map((code) => languageIn(locale, code)).join(', '), say('page.not-said')) },
            { key: say('page.access'), value: or(who.accessNeeds.map((need) => say(`access.${need}`)).join(', '), say('page.not-said')) },
            service.isInPrison
              ? { key: say('page.prisons'), value: or(prisonNames.join(', '), say('page.all-prisons')) }
              : { key: say('page.areas'), value: or(service.areas.join(', '), say('page.everywhere')) },
          ]} // biome-ignore format: a row each
        />
      </Section>
      <Section id="h-reach" title={say('page.reach')}>
        <SummaryList
          rows={[
            { key: say('page.place'), value: or(service.place, say('page.not-said')) },
            { key: say('page.hours'), value: or(service.openingHours, say('page.not-said')) },
            { key: say('page.contact'), value: or(service.contact, say('page.not-said')) },
            { key: say('page.phone'), value: service.providerPhone ? <Phone number={service.providerPhone} /> : say('page.not-said') },
            { key: say('page.email'), value: or(service.providerEmail, say('page.not-said')) },
            { key: say('page.wait'), value: days(service.waitInDays) },
            { key: say('page.lead'), value: days(service.leadTimeInDays) },
          ]} // biome-ignore format: a row each
        />
      </Section>
    </>
  )
}

function Aside({ page, service, mayKeep }: ServicePageProps) {
  const say = words(page.locale)
  const { reliability } = service
  return (
    <>
      <Section id="h-room" title={say('page.room')}>
        <Glance facts={factsOf(page.locale, service, dayAt(page.now))} />
      </Section>
      <Section id="h-answers" title={say('page.answers')}>
        <Glance
          facts={[
            { term: say('page.asked'), value: reliability.asked },
            { term: say('page.in-time'), value: reliability.inTime },
            { term: say('page.accepted'), value: reliability.accepted },
            { term: say('page.declined'), value: reliability.declined },
            { term: say('page.expired'), value: reliability.expired },
          ]}
        />
      </Section>
      <p class="govuk-body tl-noprint">
        <Link href={`/services/${service.id}/plain`}>{say('page.plain-words')}</Link>
        <br />
        <Link href={`/services/${service.id}/history`}>{say('page.history')}</Link>
      </p>
      {mayKeep && <Keep page={page} service={service} />}
    </>
  )
}

function Glance({ facts }: { facts: readonly { term: string; value: string | number }[] }) {
  return (
    <PlainList>
      {facts.map(({ term, value }) => (
        <li class="tl-num">
          <span class="tl-quiet">{term}</span> <b>{value}</b>
        </li>
      ))}
    </PlainList>
  )
}

function Keep({ page, service }: Pick<ServicePageProps, 'page' | 'service'>) {
  const say = words(page.locale)
  const checked = checkedOf(page.locale, service, dayAt(page.now))
  const form = (verb: 'verify' | 'withdraw' | 'restore') => (
    <form method="post" action={`/services/${service.id}/${verb}`}>
      <input type="hidden" name="formId" value={newId()} />
      <input type="hidden" name="version" value={service.version} />
      <Button kind={verb === 'withdraw' ? 'warning' : 'secondary'}>{say(`page.${verb}`)}</Button>
    </form>
  )
  return (
    <Note title={say('page.keep')} level={2}>
      <p>{say('page.keep-text')}</p>
      <p>
        {say('page.checked')}: {checked}
      </p>
      {service.withdrawnAt ? form('restore') : form('verify')}
      {!service.withdrawnAt && (
        <>
          <p>{say('page.withdraw-text')}</p>
          {form('withdraw')}
        </>
      )}
    </Note>
  )
}
