package org.stockwright.exchange.internal;

import java.io.IOException;
import java.nio.file.Path;

import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.exchange.ExchangeRefusal;
import org.xml.sax.SAXException;

/** Reads the first sheet of an XLSX workbook: values only, of formulas the value that was stored with them. */
final class XlsxTables {

    private XlsxTables() {
    }

    /**
     * Reads all rows.
     *
     * @throws TableRefused when it is no workbook, or a damaged or hostile one
     */
    static void read(Path file, TableBuilder builder) {
        try (WorkbookParts parts = new WorkbookParts(file)) {
            SharedTexts shared = new SharedTexts();
            parts.part("sharedStrings", shared);
            CellStyles styles = new CellStyles();
            parts.part("styles", styles);
            parts.firstSheet(new SheetHandler(shared, styles, parts.isFrom1904(), builder));
        } catch (TableRefused | Progress.Cancelled e) {
            throw e;
        } catch (SAXException | IOException e) {
            throw damaged(e, builder);
        } catch (RuntimeException e) {
            // zip and XML readers answer some damaged files with index and argument errors of all kinds
            throw damaged(e, builder);
        }
    }

    private static TableRefused damaged(Exception e, TableBuilder builder) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        String line = message.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", "?");
        return new TableRefused(Refusal.of(ExchangeRefusal.DAMAGED_WORKBOOK,
            line.length() > 160 ? line.substring(0, 160) + "…" : line).at(builder.at(0))
            .hint("Open it in a spreadsheet program and save it again as XLSX or CSV."));
    }

}
