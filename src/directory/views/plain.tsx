import { dayAt } from '../../platform/calendar-day.ts'
import { Link, PageHead, Phone, Section } from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Service } from '../listed-service.ts'
import { checkedOf } from '../shown.ts'
import { words } from '../words.ts'
import { takesText } from './list.tsx'

/** The directory for the person: what one gets, where, when and whom to call. To read together, or to print. */
export function PlainServicesPage({
  page,
  services,
  query,
}: {
  page: PageContext
  services: Service[]
  query: string
}) {
  const say = words(page.locale)
  return (
    <Layout page={page} title={say('list.plain-title')}>
      <PageHead
        title={say('list.plain-title')}
        sub={say('plain.ask')}
        actions={<Link href={`/services${query}`}>{say('list.staff')}</Link>}
      />
      <div class="tl-leaflet">
        {services.map((service) => (
          <Section id={`s-${service.id}`} title={service.name}>
            <PlainService page={page} service={service} />
          </Section>
        ))}
      </div>
    </Layout>
  )
}

export function PlainService({ page, service }: { page: PageContext; service: Service }) {
  const say = words(page.locale)
  const place = service.place || service.areas.join(', ')
  return (
    <div class="tl-mt">
      <p class="govuk-body">{service.plainWords || say(`type.${service.type}`)}</p>
      <p class="govuk-body">{takesText(page, service)}.</p>
      {place && <p class="govuk-body">{say('plain.where', { place })}</p>}
      {service.openingHours && <p class="govuk-body">{say('plain.when', { hours: service.openingHours })}</p>}
      {service.providerPhone && (
        <p class="govuk-body">
          {say('plain.call', { phone: '' })}
          <Phone number={service.providerPhone} />
        </p>
      )}
      <p class="tl-small tl-quiet">
        {say('checked.label')}: {checkedOf(page.locale, service, dayAt(page.now))}
      </p>
    </div>
  )
}
