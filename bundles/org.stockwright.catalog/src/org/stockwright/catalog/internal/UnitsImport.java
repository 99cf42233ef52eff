package org.stockwright.catalog.internal;

import java.sql.SQLException;
import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Progress;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;

/** Units from a file, in any order. An empty cell of a stored unit changes nothing. */
@Component(service = ImportKind.class)
public final class UnitsImport extends CatalogImport {

    private static final List<ImportColumn> COLUMNS = List.of(
        ImportColumn.required("unit", "Code, what people type"),
        ImportColumn.optional("name", "What people call it; empty: the code"),
        ImportColumn.optional("dimension", "What it measures; empty: what base_unit measures, or else a dimension of "
            + "its own"),
        ImportColumn.optional("base_unit", "The unit that numerator and denominator speak of, which may stand in any "
            + "line; empty: the base unit of the dimension"),
        ImportColumn.optional("numerator", "One of it is numerator / denominator of base_unit; empty: 1"),
        ImportColumn.optional("denominator", "See numerator; empty: 1"),
        ImportColumn.optional("scale", "Decimals of a quantity in it, 0 to 9; empty: those of step, or else 0"),
        ImportColumn.optional("step", "The smallest amount; empty: one in the last decimal"));

    @Activate
    public UnitsImport(@Reference UnitOfWork work, @Reference CatalogMemory memory) {
        super("units", "Units of measure", COLUMNS, Topic.ITEMS, new FileImport(work, memory));
    }

    @Override
    ImportResult store(Transaction tx, List<ImportRow> rows, ImportMode mode, Progress progress)
        throws SQLException {
        return new UnitDefinitions(tx, rows).store(mode, progress);
    }

}
