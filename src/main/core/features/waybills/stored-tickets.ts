export { ticketSource as storedTickets } from './ticket-source.repository'
