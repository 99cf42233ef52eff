package org.stockwright.catalog.internal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Refusal;
import org.stockwright.base.Unit;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.UnitView;
import org.stockwright.catalog.internal.UnitTable.StoredUnit;
import org.stockwright.persistence.Transaction;

/** Checks units against their fields and against what was posted in them, and stores those that differ. */
final class UnitSaving {

    private static final BigInteger LARGEST = BigInteger.TEN.pow(27);
    private static final BigDecimal LARGEST_STEP = BigDecimal.TEN.pow(18);

    private final Transaction tx;
    private final Map<String, StoredUnit> stored;
    private final List<UnitView> changed = new ArrayList<>();

    UnitSaving(Transaction tx, Map<String, StoredUnit> stored) {
        this.tx = tx;
        this.stored = stored;
    }

    /** Checks a unit; takes it to be stored when it is sound and differs. Tells whether it was taken. */
    boolean add(UnitView view, Findings findings) throws SQLException {
        Unit unit = view.unit();
        findings.code("unit", view.code(), 32);
        findings.required("name", view.name(), 200);
        findings.code("dimension", unit.dimension(), 64);
        if (unit.factor().numerator().compareTo(LARGEST) >= 0) {
            findings.outOfRange("numerator", unit.factor().numerator(), "shorter than 28 digits in lowest terms");
        }
        if (unit.factor().denominator().compareTo(LARGEST) >= 0) {
            findings.outOfRange("denominator", unit.factor().denominator(), "shorter than 28 digits in lowest terms");
        }
        if (unit.step().compareTo(LARGEST_STEP) >= 0) {
            findings.outOfRange("step", unit.step(), "less than 1000000000000000000");
        }
        StoredUnit old = stored.get(view.code());
        if (!findings.isClean() || old != null && old.view().equals(view)) {
            return false;
        }
        if (old != null && !old.unit().equals(unit) && UnitTable.isInUse(tx.connection(), old)) {
            findings.add(fieldThatDiffers(old.unit(), unit), Refusal
                .of(CatalogRefusal.IN_USE, "What " + view.code() + " measures, its factor, scale or step", view.code())
                .hint("Make a new unit with another code."));
            return false;
        }
        changed.add(view);
        return true;
    }

    private static String fieldThatDiffers(Unit before, Unit after) {
        if (!before.dimension().equals(after.dimension())) {
            return "dimension";
        }
        if (!before.factor().equals(after.factor())) {
            return "numerator";
        }
        return before.scale() == after.scale() ? "step" : "scale";
    }

    /** Stores what was taken. */
    void store() throws SQLException {
        if (!changed.isEmpty()) {
            UnitTable.store(tx, stored, changed);
            tx.changes(Topic.ITEMS);
        }
    }

}
