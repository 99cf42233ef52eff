package org.stockwright.ledger.internal.imports;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.ledger.Ledger;
import org.stockwright.ledger.LedgerPermission;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.persistence.UnitOfWork;

import static org.stockwright.exchange.spi.ImportColumn.optional;
import static org.stockwright.exchange.spi.ImportColumn.required;

/** The perpetual record: one movement per row, posted in the order of the file. */
@Component
public final class MovementsImport implements ImportKind {

    private final UnitOfWork work;
    private final Ledger ledger;
    private final MovementRows reader;

    @Activate
    public MovementsImport(@Reference UnitOfWork work, @Reference Ledger ledger, @Reference MovementRows reader) {
        this.work = work;
        this.ledger = ledger;
        this.reader = reader;
    }

    @Override
    public String id() {
        return "movements";
    }

    @Override
    public String title() {
        return "Movements";
    }

    @Override
    public String permission() {
        return LedgerPermission.POST;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(required("key", "made by the sender, unique: posting the same row again is harmless"),
            optional("effective", "when it happened: a date (start of the day) or an instant; default now"),
            required("type", "one of " + MovementRows.TYPE_WORDS),
            required("item", "code, alias or barcode"),
            required("quantity", "positive; an adjustment may be negative: that much less was found"),
            optional("unit", "default the item's base unit, or the pack whose barcode it is"),
            optional("from", "location; default the one that the type implies"),
            optional("to", "location; default the one that the type implies"),
            optional("lot", "for items tracked by lot"),
            optional("serial", "for items tracked by serial number"),
            optional("owner", "partner; default the company itself"),
            optional("status", "quality status; default AVAILABLE"),
            optional("to_status", "quality status in which it arrives; default the same"),
            optional("unit_cost", "per unit of the row, in the row's currency"),
            optional("currency",
                "of unit_cost: converted at the exchange rate in force at effective; default the company's"),
            optional("reference", "the paper that it stands for"),
            optional("reason", "why, in words"));
    }

    @Override
    public ImportResult run(List<ImportRow> rows, ImportMode mode, Progress progress) {
        RowErrors errors = new RowErrors();
        Postings postings = reader.read(rows, errors, progress);
        Set<Long> foreign = rows.stream().filter(PriceReader::isForeign).map(ImportRow::line)
            .collect(Collectors.toSet());
        return postings.post(ledger, work, rows.size(), 0, errors, mode,
            refusal -> foreign.contains(refusal.place().line()) ? helped(refusal) : refusal, progress);
    }

    private static Refusal helped(Refusal refusal) {
        return refusal.code() == LedgerRefusal.KEY_REUSED_WITH_OTHER_CONTENT && refusal.hint().isEmpty()
            ? refusal.hint("Another exchange rate since then makes another cost, too.") : refusal;
    }

}
