/** Regions and bodies at the head of a project's name: 青禾市青山区, 2025年石桥镇, 某某局. They do not tell what it is about. */
export const placeNames =
  /^[\u4e00-\u9fff]{0,12}(?:自治区|[省市县区旗州盟])(?:[\u4e00-\u9fff]{1,6}(?:街道|[乡镇村]))?|[\u4e00-\u9fff]{2,4}(?:街道|[乡镇村])|[\u4e00-\u9fff]{2,8}(?:局|委员会)/g;
