import { Tag } from 'antd'
import type { AccountDetail } from '#shared/contract/accounts'
import { useWords } from '../../i18n'

export function Contacts({ contacts }: { contacts: AccountDetail['contacts'] }) {
  const t = useWords()
  const headings = [
    t('accounts:form.contactName'),
    t('accounts:form.title'),
    t('accounts:form.phone'),
    t('accounts:form.email'),
    t('accounts:contact.note'),
  ]
  return (
    <section className="panel-plain">
      <table className="plain-table">
        <thead>
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {contacts.map((contact) => (
            <tr key={contact.id ?? contact.name}>
              <td>
                {contact.name} {contact.primary ? <Tag>{t('accounts:contact.primary')}</Tag> : null}
              </td>
              <td>{contact.title}</td>
              <td className="figure">{contact.phone}</td>
              <td>{contact.email}</td>
              <td>{contact.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
