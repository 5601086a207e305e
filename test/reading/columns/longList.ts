/** A long list as budget systems export it: a row an indicator, names repeated in each; all contents invented. */
export function longList(projects: number): string[][] {
  const rows = [heads];
  for (let project = 0; project < projects; project += 1) {
    const unit = Math.floor(project / 2);
    for (const [level1, level2, name, sign, value, measure, weight, direction] of indicators) {
      const amount = `${((project % 50) + 2) * 13},500.00`;
      const goal = `完成第${project + 1}批道路养护，保障出行安全。`;
      const of = [
        `${830001 + unit}-青溪镇${names[unit % names.length]}`,
        `${works[project % works.length]}${project + 1}期`,
        amount,
        goal,
      ];
      rows.push([...of, level1, level2, name, sign, value, measure, weight, direction]);
    }
  }
  return rows;
}

export const heads = [
  ...['单位名称', '项目名称', '预算数', '年度目标', '一级指标', '二级指标', '三级指标'],
  ...['指标性质', '指标值', '度量单位', '权重', '指标方向性'],
];
const names = ['人民政府', '中心小学', '卫生院'];
const works = ['村道养护', '校舍维修', '食堂设备更新', '设备采购'];
const indicators = [
  ['产出指标', '数量指标', '养护道路长度', '≥', '36', '公里', '20', '正向指标'],
  ['产出指标', '质量指标', '验收合格率', '＝', '100', '%', '20', '正向指标'],
  ['产出指标', '成本指标', '每公里成本', '≤', '41600', '元', '20', '反向指标'],
  ['效益指标', '社会效益指标', '受益村民', '≥', '1250', '人', '20', '正向指标'],
  ['满意度指标', '服务对象满意度指标', '村民满意度', '≥', '92.5', '%', '10', '正向指标'],
] as const;
