/**
 * Of which shapes (shape.ts) the texts of each field are, and how many: of the specimens of the layouts and the invented tables of
 * test/reading/varied, never of published ones. Made by `npm run golden` from test/reading/fit/learnt.test.ts.
 */
export const learnt = `
/department/code number:33
/department/name body:79 phrase:2 word:1
/owner/allocations/amount number:10
/owner/allocations/place word:5 body:2 person:1
/owner/allocations/project value:4 phrase:3 word:2 line:1
/owner/areas word:6 person:1
/owner/attribute word:29 phrase:2 rating:1
/owner/authorities/name body:17
/owner/authorities/title body:11 label:4
/owner/basis sentence:14 text:3 line:2 phrase:2 long:1
/owner/code code:10 number:1
/owner/contacts/head person:17
/owner/contacts/headPhone phone:14
/owner/content sentence:3 text:3 labelled:1 long:1 phrase:1
/owner/costLines/amount number:16
/owner/costLines/basis value:9 word:2 line:1 measure:1 phrase:1
/owner/costLines/earlier/amount number:14
/owner/costLines/name word:16
/owner/duties sentence:33
/owner/expenditure/amount number:60
/owner/feasibility sentence:7 text:1
/owner/fundUse sentence:4 line:2 phrase:2
/owner/funding/amount number:322 phone:2
/owner/goals/name slot:7 phrase:2 measure:1
/owner/goals/text text:126 sentence:84
/owner/goals/to year:8
/owner/income/amount number:40
/owner/indicators/basis word:19 phrase:9 measure:4 line:3
/owner/indicators/description about:54 measure:36 phrase:12 line:1 text:1
/owner/indicators/direction direction:8 yes:1
/owner/indicators/history/year year:15
/owner/indicators/level1 level1:222 level2:8 word:4 rating:1
/owner/indicators/level2 level2:515 word:15 measure:3 rating:3 phrase:1
/owner/indicators/name measure:728 word:146 phrase:91 body:17 level2:14 rating:11 label:6 line:3
/owner/indicators/places/place word:14 person:3 body:1
/owner/indicators/remark measure:24 phrase:5 word:2 about:1 line:1
/owner/indicators/scoringRule rule:29 phrase:6
/owner/indicators/standard measure:17 phrase:3 quantity:2 word:2
/owner/indicators/target/sign sign:215
/owner/indicators/target/text value:58 rating:57 word:55 phrase:4 yes:2 date:1 quantity:1
/owner/indicators/target/unit unit:514
/owner/indicators/target/value number:835 year:1
/owner/indicators/weight number:34
/owner/name phrase:100 word:18 rating:15 value:4 line:3
/owner/necessity sentence:8 text:4
/owner/period/end date:23 year:3
/owner/period/start date:19 year:2
/owner/plan/content phrase:22 word:12
/owner/plan/end date:27
/owner/plan/start date:30
/owner/safeguards sentence:6 text:5
/owner/summary text:14 sentence:10 phrase:1
/owner/tasks/content line:24 phrase:6 long:1 measure:1
/owner/tasks/duty word:6
/owner/tasks/expected rating:6
/owner/tasks/funding/amount number:25
/owner/tasks/name word:14 rating:11 phrase:10
/owner/title line:2 phrase:2 value:1
/owner/type word:8 phrase:4
/signoff/date date:7
/signoff/head person:5
/signoff/phone phone:8
/signoff/preparedBy person:9
/units/code number:19
/units/name body:85 phrase:4 word:2
`;
