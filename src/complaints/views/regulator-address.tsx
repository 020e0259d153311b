import { Link } from '../../platform/web/components/index.ts'
import { type Jurisdiction, regulators } from '../regulators.ts'

/** Name and address of the regulator of a country. */
export function RegulatorAddress({ jurisdiction }: { jurisdiction: Jurisdiction }) {
  const { name, address, phone, url } = regulators[jurisdiction]
  return (
    <ul class="govuk-list">
      <li>{name}</li>
      <li>{address}</li>
      <li>{phone}</li>
      <li>
        <Link href={url}>{url}</Link>
      </li>
    </ul>
  )
}
