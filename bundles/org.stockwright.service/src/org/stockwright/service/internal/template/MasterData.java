package org.stockwright.service.internal.template;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.documents.spi.ItemFacts;
import org.stockwright.ledger.LocationKind;
import org.stockwright.persistence.Transaction;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.Stage;
import org.stockwright.service.Template;

/** Whether the items and places that a template names are there and fit; stages are lines (from 1), the head is line 0. */
final class MasterData {

    private final Transaction transaction;
    private final List<Refusal> refusals = new ArrayList<>();

    MasterData(Transaction transaction) {
        this.transaction = transaction;
    }

    List<Refusal> check(Template template) throws SQLException {
        Set<ItemId> items = new HashSet<>();
        items.add(template.service());
        template.stored().ifPresent(items::add);
        template.stages().forEach(stage -> stage.materials().forEach(material -> items.add(material.item())));
        Map<ItemId, ItemFacts> known = ItemFacts.read(transaction, items);
        item(known, template.service(), 0, "service");
        if (template.stored().isPresent() && item(known, template.stored().get(), 0, "stored")
            && !isByLot(template.stored().get())) {
            refuse(0, "stored", Refusal.of(ServiceRefusal.STORED_NOT_BY_LOT, known.get(template.stored().get()).code())
                .hint("Each batch of prepared units is a lot: let the item be tracked by lot, or name another one."));
        }
        if (template.queue().isPresent()) {
            queue(template.queue().get());
        }
        for (int i = 0; i < template.stages().size(); i++) {
            for (Stage.Material material : template.stages().get(i).materials()) {
                material(template, i + 1, material, known);
            }
        }
        return refusals;
    }

    /** Whether somebody or something belongs to each pool; where no resources are planned, pools are only words. */
    List<Refusal> checkPools(Template template) throws SQLException {
        Set<String> pools = new HashSet<>();
        try (
            PreparedStatement select = transaction.connection()
                .prepareStatement("SELECT DISTINCT pool FROM service_resource_pool");
            ResultSet row = select.executeQuery()) {
            while (row.next()) {
                pools.add(row.getString(1));
            }
        }
        List<Refusal> unknown = new ArrayList<>();
        for (int i = 0; i < template.stages().size() && !pools.isEmpty(); i++) {
            Stage stage = template.stages().get(i);
            for (Stage.Need need : stage.needs()) {
                if (!pools.contains(need.pool())) {
                    unknown.add(Refusal.of(ServiceRefusal.POOL_WITHOUT_MEMBERS, stage.code(), need.pool())
                        .hint("Give a resource this pool first, or name another one.").at(Place.field(i + 1, "needs")));
                }
            }
        }
        return unknown;
    }

    private void refuse(int line, String column, Refusal refusal) {
        refusals.add(refusal.at(Place.field(line, column)));
    }

    private boolean item(Map<ItemId, ItemFacts> known, ItemId id, int line, String column) {
        ItemFacts facts = known.get(id);
        if (facts == null) {
            refuse(line, column, Refusal.of(ServiceRefusal.UNKNOWN_ITEM).hint("Choose one of the items."));
        } else if (!facts.active()) {
            refuse(line, column, Refusal.of(ServiceRefusal.ITEM_INACTIVE, facts.code())
                .hint("Make it active, or choose another one."));
        }
        return facts != null;
    }

    private void material(Template template, int line, Stage.Material material, Map<ItemId, ItemFacts> known) {
        if (!item(known, material.item(), line, "materials")) {
            return;
        }
        ItemFacts facts = known.get(material.item());
        if (material.item().equals(template.service())
            || template.stored().filter(material.item()::equals).isPresent()) {
            refuse(line, "materials", Refusal.of(ServiceRefusal.MATERIAL_IS_SERVICE,
                template.stages().get(line - 1).code(), facts.code()).hint("Name what is used up to do the stage."));
        }
        if (!Quantity.checked(material.quantity(), facts.unit()).isDone()) {
            refuse(line, "materials", Refusal.of(ServiceRefusal.MATERIAL_DOES_NOT_FIT,
                material.quantity().toPlainString(), facts.code(), facts.unit().code())
                .hint("Write a quantity that the unit can count, for one unit of the service."));
        }
    }

    private boolean isByLot(ItemId item) throws SQLException {
        return text("SELECT tracking FROM item WHERE id = ?", item.value()).filter("LOT"::equals).isPresent();
    }

    private void queue(LocationId place) throws SQLException {
        Optional<String> code = text("SELECT code FROM location WHERE id = ?", place.value());
        Optional<String> kind = text("SELECT kind FROM location WHERE id = ? AND active = 1", place.value());
        if (kind.filter(word -> LocationKind.valueOf(word).isPickable()).isEmpty()) {
            refuse(0, "queue", Refusal.of(ServiceRefusal.NOT_A_QUEUE, code.orElse("?"))
                .hint("Choose an active warehouse, zone, aisle or bin."));
        }
    }

    private Optional<String> text(String sql, long id) throws SQLException {
        try (PreparedStatement select = transaction.connection().prepareStatement(sql)) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

}
