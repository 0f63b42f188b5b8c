// YASR's table, with our links: a thing of this data set leads to its page on this host, under its short name.

export function tableWith(Yasr, names) {
  const YasrTable = Yasr.plugins.table;

  return class Table extends YasrTable {
    constructor(yasr) {
      super(yasr);
      this.helpReference = undefined;
      // Whole values, and no datatypes until the reader asks for them.
      this.persistentConfig = { compact: true, isEllipsed: false };
      this.config = { ...this.config, tableConfig: { ...this.config.tableConfig, autoWidth: false } };
    }

    /** Columns find their own widths; YASR's handles fix them and are for a mouse only, as is opening a cut value. */
    draw(chosen) {
      super.draw(chosen);
      this.destroyResizer();
      this.tableEl.classList.remove("grip-padding");
      [this.tableEl, ...this.tableEl.tHead.rows[0].cells].forEach(each => each.removeAttribute("style"));
    }

    drawControls() {
      super.drawControls();
      this.tableEllipseSwitch.closest("div").remove();
      this.tableSizeField.setAttribute("aria-label", "Page size: rows on a page");
    }

    /** What the table sorts, filters and recognises numbers by is text, never markup. */
    getColumns() {
      return super.getColumns().map(column => column.name === "" ? { ...column, title: "Row" } : {
        ...column,
        render: (cell, purpose) => cell === "" ? "" : purpose === "display"
          ? this.getCellContent(cell, this.yasr.getPrefixes()) : escaped(cell.value),
      });
    }

    getUriLinkFromBinding(binding, prefixes) {
      const address = names.address(binding.value);
      if (address === null) {
        return escaped(names.short(binding.value, prefixes));
      }
      const link = document.createElement("a");
      link.className = "iri";
      link.textContent = names.short(binding.value, prefixes);
      link.setAttribute("href", address);
      link.title = binding.value;
      return link.outerHTML;
    }

    /** A date or a code is not broken in two lines. */
    formatLiteral(binding, prefixes) {
      const text = super.formatLiteral(binding, prefixes);
      return /^\S{1,20}$/.test(binding.value) ? `<span class="whole">${text}</span>` : text;
    }

    download(filename) {
      return csv(this.yasr, filename);
    }
  };
}

function escaped(text) {
  const carrier = document.createElement("span");
  carrier.textContent = text;
  return carrier.innerHTML;
}

/** What every view of rows offers for download. */
export function csv(yasr, filename) {
  return {
    getData: () => yasr.results?.asCsv() ?? "",
    contentType: "text/csv",
    title: "Download as CSV",
    filename: `${filename || "answer"}.csv`,
  };
}
