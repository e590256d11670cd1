const OPENS =
  /^\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,20})?<(?:!doctype\s{1,4}html|html|head|body|main|article|section|div|h[1-6]|p|table|ul|ol|dl|time|header|span|strong|b)(?=[\s>/])/i;
const TAG =
  /<(?:p|div|h[1-6]|li|td|th|tr|table|ul|ol|dl|dt|dd|br|time|article|section)(?=[\s>/])/gi;
const LOOKED_AT = 65_536;

/** Whether a text is HTML, a page or a part of one, rather than Markdown with some tags in it. */
export const isHtml = (text: string): boolean => {
  const head = text.slice(0, LOOKED_AT).replace(/^\s*(?:<!--[^>]{0,2000}-->\s*)?/, '');
  if (OPENS.test(head)) {
    return (
      /^\s{0,200}(?:<\?xml|<!doctype|<html|<head|<body)/i.test(head) || !/^#{1,6}\s/m.test(head)
    );
  }
  const tags = head.match(TAG)?.length ?? 0;
  return (
    tags > 5 && !/^#{1,6}\s\S/m.test(head) && tags * 60 > Math.min(head.length, LOOKED_AT) / 10
  );
};
