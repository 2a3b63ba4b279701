import { words, type FieldDeclaration } from '#shared/fields/field'

/** The columns of a list of official holidays and adjusted working days (法定节假日与调休). */
export const holidayFields: readonly FieldDeclaration[] = [
  {
    key: 'date',
    type: 'date',
    labelKey: 'holiday.date',
    required: true,
    aliases: words('日期 | 节假日日期 | 放假日期 | 公历日期 | Date | Day'),
    weakAliases: words('时间'),
  },
  {
    key: 'name',
    type: 'text',
    labelKey: 'holiday.name',
    aliases: words('名称 | 节日 | 节日名称 | 节假日 | 节假日名称 | 假日 | 假期 | Name | Holiday'),
    weakAliases: words('说明 | 备注'),
    maxLength: 40,
  },
  {
    key: 'kind',
    type: 'choice',
    labelKey: 'holiday.kind',
    required: true,
    aliases: words('类型 | 休班 | 休/班 | 休或班 | 休假或上班 | 安排 | 性质 | Off/work | Kind | Type'),
    weakAliases: words('状态'),
    choices: {
      off: words('休 | 放假 | 休息 | 假日 | 假期 | 节假日 | 法定节假日 | 休假 | off | holiday | rest'),
      work: words('班 | 上班 | 补班 | 调休上班 | 工作 | 工作日 | 补休上班 | work | workday | working day'),
    },
  },
]
