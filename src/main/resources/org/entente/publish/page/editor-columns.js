// What the columns of an answer hold: numbers, dates, words or IRIs.

const XSD = "http://www.w3.org/2001/XMLSchema#";
const NUMBER = /#(integer|decimal|double|float|int|long|short|byte|(non)?(negative|positive)Integer|unsigned\w+)$/i;
const DATE = new RegExp(`^(${XSD}(date|dateTime|dateTimeStamp|gYear|gYearMonth)|.*/edtf.*)$`, "i");
const WORDS = [undefined, XSD + "string", "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"];
const MOMENT = /^(-?\d{2}[\dX]{2})(?:-(\d\d|XX)(?:-(\d\d|XX))?)?(T[\d:.]+)?(?:Z|[+-]\d\d:\d\d)?[~?%]?$/;
const DAY = 24 * 60 * 60 * 1000;

/** The columns of an answer that is a table or a graph; none for a verdict or an error. */
export function columnsOf(results) {
  const rows = results?.getBindings();
  if (!rows?.length) {
    return [];
  }
  return results.getVariables().map(name => {
    const cells = rows.map(row => row[name]);
    return { name, cells, kind: kindOf(name, cells.filter(Boolean)) };
  }).filter(column => column.kind !== "empty");
}

function kindOf(name, cells) {
  const all = test => cells.every(test);
  if (cells.length === 0) {
    return "empty";
  }
  if (all(cell => cell.type === "uri" || cell.type === "bnode")) {
    return "iri";
  }
  if (all(cell => isDate(name, cell))) {
    return "date";
  }
  return all(cell => NUMBER.test(cell.datatype ?? "") && Number.isFinite(Number(cell.value))) ? "number" : "words";
}

/** Whole numbers are years only where the column says so: "2018" may count anything. */
function isDate(name, cell) {
  const dated = DATE.test(cell.datatype ?? "") || WORDS.includes(cell.datatype)
    || (/year/i.test(name) && NUMBER.test(cell.datatype));
  return cell.type !== "uri" && dated && span(cell.value) !== null;
}

/**
 * The first and the last moment that a date may mean, as numbers: "2018-02" is the whole of February. Takes the forms
 * of xsd:date and its like and of EDTF, "2018-02~", "201X", "2018-02/2018-05"; gives null for "about 2018".
 */
export function span(text) {
  const parts = text.split("/");
  if (parts.length === 2) {
    const [first, last] = parts.map(part => span(part));
    return first && last ? [first[0], last[1]] : first ?? last;
  }
  const found = MOMENT.exec(text);
  if (!found) {
    return null;
  }
  const [, year, month, day] = found.map(part => part === "XX" ? undefined : part);
  const [from, to] = [year.replaceAll("X", "0"), year.replaceAll("X", "9")].map(Number);
  if (month !== undefined && (month < 1 || month > 12)) {
    return null;
  }
  const start = moment(from, month ? month - 1 : 0, Number(day ?? 1));
  const end = day ? start + DAY : moment(to, Number(month ?? 12), 1);
  return [start, end];
}

/** Date.UTC takes the years before 100 for those of the twentieth century. */
function moment(year, month, day) {
  return new Date(0).setUTCFullYear(year, month, day);
}

/** How a cell is written in a picture. */
export function wordsOf(cell, names) {
  return cell.type === "uri" ? names.label(cell.value) : cell.value;
}

/** Sums can be read from a picture only where the numbers count something. */
export function countsSomething(column) {
  return column.cells.every(cell => !cell || /^\d+$/.test(cell.value));
}
