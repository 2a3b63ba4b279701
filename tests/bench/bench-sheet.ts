/** What the benches' price sheets have in common: dimensional weight, rounding by range, all forms of brackets. */
export const benchSheet = {
  info: {
    抛比: 8000,
    预进位: '四舍五入0.1',
    进位: '≤1:进1; ≤10:四舍五入0.1; ≤100:进0.5; >100:四舍五入1',
    折扣: '85折',
    最低收费: 3,
    抹零: '角四舍五入',
    税率: '6%',
  },
  columns: ['0-0.5', '0.51-1', '1.01-2', '2.01-3', '3.01-30', '30以上'],
}
