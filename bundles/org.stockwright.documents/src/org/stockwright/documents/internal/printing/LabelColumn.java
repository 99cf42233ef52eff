package org.stockwright.documents.internal.printing;

import java.util.Locale;
import java.util.function.Function;

import org.stockwright.reporting.spi.ReportDataSet.Column;
import org.stockwright.reporting.spi.ReportDataSet.Type;

/** The columns of labels. */
enum LabelColumn {

    NUMBER(Label::number), REFERENCE(Label::reference), DATE(Label::date), PIECE(Label::piece), WEIGHT(Label::weight),
    FROM_ADDRESS(Label::from), TO_ADDRESS(Label::to), CARRIER(Label::carrier), TRACKING(Label::tracking),
    ITEM(Label::item), NAME(Label::name), LOT(Label::lot), EXPIRES(Label::expires), QUANTITY(Label::quantity),
    PLACE(Label::place), CODE(label -> label.bars().text());

    private final Function<Label, String> cell;

    LabelColumn(Function<Label, String> cell) {
        this.cell = cell;
    }

    /** As the design and CSV files name it. */
    Column column() {
        return new Column(name().toLowerCase(Locale.ROOT), Type.TEXT);
    }

    /** What stands in it. */
    String cell(Label label) {
        return cell.apply(label);
    }

}
