package org.stockwright.documents.internal.printing;

import java.util.Locale;
import java.util.function.Function;

import org.stockwright.reporting.spi.ReportDataSet.Column;
import org.stockwright.reporting.spi.ReportDataSet.Type;

/** The columns that lines of papers can have. */
enum LineColumn {

    LINE(Type.INTEGER, PaperLine::line), PLACE(Type.TEXT, PaperLine::place), ITEM(Type.TEXT, PaperLine::item),
    NAME(Type.TEXT, PaperLine::name), LOT(Type.TEXT, PaperLine::lot), EXPIRES(Type.TEXT, PaperLine::expires),
    HS_CODE(Type.TEXT, PaperLine::commodityCode), ORIGIN(Type.TEXT, PaperLine::origin),
    HAZARD(Type.TEXT, PaperLine::hazard), DUE(Type.TEXT, PaperLine::due),
    QUANTITY(Type.DECIMAL, PaperLine::quantity), UNIT(Type.TEXT, PaperLine::unit),
    PRICE(Type.DECIMAL, PaperLine::price), AMOUNT(Type.DECIMAL, PaperLine::amount),
    WEIGHT(Type.DECIMAL, PaperLine::weight), VOLUME(Type.DECIMAL, PaperLine::volume),
    PACKAGES(Type.INTEGER, PaperLine::packages), PACKAGE(Type.TEXT, PaperLine::unitText),
    NOTE(Type.TEXT, PaperLine::note);

    private final Type type;
    private final Function<PaperLine, Object> cell;

    LineColumn(Type type, Function<PaperLine, Object> cell) {
        this.type = type;
        this.cell = cell;
    }

    /** As the design and CSV files name it. */
    Column column() {
        return new Column(name().toLowerCase(Locale.ROOT), type);
    }

    /** What stands in it. */
    Object cell(PaperLine line) {
        return cell.apply(line);
    }

}
