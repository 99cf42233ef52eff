package org.stockwright.purchasing.internal.quality;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.base.PartnerId;
import org.stockwright.catalog.Item;
import org.stockwright.persistence.Transaction;
import org.stockwright.purchasing.Inspections.Extent;
import org.stockwright.purchasing.Inspections.Plan;
import org.stockwright.purchasing.Receipts;

/** Says whether goods that arrive are inspected. */
public final class QualityPlans {

    private static final Comparator<Plan> NEAREST = Comparator.<Plan, Boolean>comparing(plan -> plan.item().isPresent())
        .thenComparing(plan -> plan.category().length()).thenComparing(plan -> plan.supplier().isPresent());

    private final List<Plan> plans;

    QualityPlans(List<Plan> plans) {
        this.plans = List.copyOf(plans);
    }

    /** Reads all plans. */
    public static QualityPlans read(Transaction transaction) throws SQLException {
        List<Plan> plans = new ArrayList<>();
        try (
            PreparedStatement select = transaction.connection().prepareStatement("SELECT item_id, category, "
                + "supplier_id, extent, every_nth FROM quality_plan ORDER BY item_id, category, supplier_id");
            ResultSet row = select.executeQuery()) {
            while (row.next()) {
                long item = row.getLong(1);
                long supplier = row.getLong(3);
                plans.add(new Plan(item == 0 ? Optional.empty() : Optional.of(new ItemId(item)), row.getString(2),
                    supplier == 0 ? Optional.empty() : Optional.of(new PartnerId(supplier)),
                    Extent.valueOf(row.getString(4)), row.getInt(5)));
            }
        }
        return new QualityPlans(plans);
    }

    List<Plan> all() {
        return plans;
    }

    /** The plan that holds for an item of a supplier. */
    Optional<Plan> of(ItemId item, String category, PartnerId supplier) {
        return plans.stream()
            .filter(plan -> plan.item().isEmpty() || plan.item().get().equals(item))
            .filter(plan -> plan.category().isEmpty() || category.equals(plan.category())
                || category.startsWith(plan.category() + "/"))
            .filter(plan -> plan.supplier().isEmpty() || plan.supplier().get().equals(supplier)).max(NEAREST);
    }

    /** Whether the receipt that is being made is inspected, as far as it is of this item. */
    public boolean isInspected(Transaction transaction, Item item, PartnerId supplier) throws SQLException {
        Optional<Plan> plan = of(item.id(), item.category(), supplier);
        if (plan.isEmpty()) {
            return false;
        }
        return switch (plan.get().extent()) {
            case ALL -> true;
            case NONE -> false;
            case EVERY_NTH -> receipts(transaction, item.id(), supplier) % plan.get().every() == 0;
        };
    }

    /** How many receipts of an item a supplier made before, reversed ones left out. */
    private static long receipts(Transaction transaction, ItemId item, PartnerId supplier) throws SQLException {
        try (PreparedStatement select = transaction.connection().prepareStatement("SELECT COUNT(DISTINCT d.id) FROM "
            + "document_line l JOIN document d ON d.id = l.document_id WHERE l.item_id = ? AND d.kind = ? "
            + "AND d.partner_id = ? AND d.reverses_id IS NULL AND d.state NOT IN ('REVERSED', 'REVERSAL')")) {
            select.setLong(1, item.value());
            select.setString(2, Receipts.KIND);
            select.setLong(3, supplier.value());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

}
