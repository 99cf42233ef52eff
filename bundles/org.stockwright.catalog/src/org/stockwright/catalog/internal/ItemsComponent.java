package org.stockwright.catalog.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.base.gs1.ElementString;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.ItemDraft;
import org.stockwright.catalog.ItemMatch;
import org.stockwright.catalog.ItemRow;
import org.stockwright.catalog.ItemScan;
import org.stockwright.catalog.ItemSupplierTerms;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.internal.ItemResolver.Resolved;
import org.stockwright.catalog.internal.ItemSaving.Result;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.Access;
import org.stockwright.security.spi.Guarded;

/** The items of the open store. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.catalog.Items")
public final class ItemsComponent implements Items, Guarded {

    private final UnitOfWork work;
    private final CatalogMemory memory;
    private final KnownRoles knownRoles;
    private final Costs costs;

    @Activate
    public ItemsComponent(@Reference UnitOfWork work, @Reference CatalogMemory memory,
        @Reference KnownRoles knownRoles, @Reference Access access) {
        this.costs = new Costs(access);
        this.work = work;
        this.memory = memory;
        this.knownRoles = knownRoles;
    }

    @Override
    public Outcome<Item> save(ItemDraft draft) {
        return store(List.of(ItemEntry.of(draft, 0))).then(ids -> Outcome.done(get(ids.getFirst()).orElseThrow()));
    }

    @Override
    public Outcome<List<ItemId>> saveAll(List<ItemDraft> drafts) {
        List<ItemEntry> entries = new ArrayList<>();
        for (ItemDraft draft : drafts) {
            entries.add(ItemEntry.of(draft, entries.size() + 1));
        }
        return store(entries);
    }

    private Outcome<List<ItemId>> store(List<ItemEntry> entries) {
        List<Refusal> hidden = entries.stream().flatMap(entry -> costs.refusals(entry).stream()).toList();
        if (!hidden.isEmpty()) {
            return Outcome.refused(hidden);
        }
        Outcome<List<ItemId>> outcome = work.write(Races.guarded(tx -> {
            Result result = new ItemSaving(tx, knownRoles.codes()).keepingCosts(!costs.shown())
                .save(entries, false, Progress.NONE);
            return result.refusals().isEmpty() ? Outcome.done(List.copyOf(result.ids()))
                : Outcome.refused(result.refusals());
        }));
        memory.changed(Set.of(Topic.ITEMS));
        return outcome;
    }

    @Override
    public Optional<Item> get(ItemId id) {
        return work.read(tx -> new ItemReader(tx.connection()).byIds(List.of(id.value()))).values().stream()
            .map(StoredItem::item).map(costs::seen).findFirst();
    }

    @Override
    public Optional<Item> byCode(String code) {
        return Optional.ofNullable(byCodes(List.of(code)).get(code));
    }

    @Override
    public Map<String, Item> byCodes(Collection<String> codes) {
        Map<String, Item> items = new LinkedHashMap<>();
        work.read(tx -> new ItemReader(tx.connection()).byCodes(codes))
            .forEach((code, stored) -> items.put(code, costs.seen(stored.item())));
        return items;
    }

    @Override
    public Outcome<ItemMatch> resolve(String text) {
        return resolve(ScannedText.of(text)).map(Resolved::item);
    }

    private Outcome<Resolved> resolve(ScannedText scanned) {
        if (!scanned.isUsable()) {
            return Outcome.refused(ItemResolver.unknown(scanned, List.of()));
        }
        Optional<Outcome<Resolved>> match = work.read(tx -> new ItemResolver(tx.connection()).resolve(scanned));
        return match.orElseGet(() -> Outcome.refused(ItemResolver.unknown(scanned, memory.items().codes())));
    }

    @Override
    public Outcome<ItemScan> scan(String text) {
        ScannedText scanned = ScannedText.of(text);
        return resolve(scanned).then(resolved -> resolved.byBarcode() && scanned.gtin().isPresent()
            ? scanned.elements().map(label -> scan(resolved.item(), label))
            : Outcome.done(ItemScan.of(resolved.item())));
    }

    @Override
    public Outcome<ItemScan> scanMore(ItemMatch item, String text) {
        return ElementString.parse(text).then(label -> label.gtin().or(label::contained).isPresent() ? scan(text)
            : Outcome.done(scan(item, label)));
    }

    private ItemScan scan(ItemMatch item, ElementString label) {
        int year = LocalDate.now(work.clock()).getYear();
        Optional<Outcome<Quantity>> quantity = new ScannedQuantity(label, item, memory.units()).read();
        return new ItemScan(item, label.lot().orElse(""), label.serial().orElse(""),
            label.expires(year).or(() -> label.bestBefore(year)),
            quantity.filter(Outcome::isDone).map(Outcome::value), quantity.map(Outcome::refusals).orElse(List.of()));
    }

    @Override
    public List<ItemRow> search(String text, int limit) {
        return costs.seen(memory.items().search(text, limit));
    }

    @Override
    public List<ItemRow> list() {
        return costs.seen(memory.items().rows());
    }

    @Override
    public Optional<String> lookAlike(String code) {
        return memory.items().lookAlike(code);
    }

    @Override
    public Outcome<Item> lock(ItemId id, String reason) {
        Findings findings = new Findings(field -> Place.field(0, field));
        findings.optional("reason", reason, 400);
        if (!findings.isClean()) {
            return Outcome.refused(findings.refusals());
        }
        Outcome<ItemId> outcome = work.write(Races.guarded(tx -> {
            tx.watch("item", List.of(id.value()));
            try (Batch update = new Batch(tx.connection(),
                "UPDATE item SET lock_reason = ?, version = version + 1 WHERE id = ?")) {
                update.add(reason.isBlank() ? null : reason.strip(), id.value());
                if (update.finish() > 0) {
                    return Outcome.refused(Refusal.of(CatalogRefusal.UNKNOWN_ITEM, id).hint("Refresh the list."));
                }
            }
            tx.changes(Topic.ITEMS);
            return Outcome.done(id);
        }));
        memory.changed(Set.of(Topic.ITEMS));
        return outcome.then(locked -> Outcome.done(get(locked).orElseThrow()));
    }

    @Override
    public List<String> roles() {
        return List.copyOf(knownRoles.codes());
    }

    @Override
    public List<ItemSupplierTerms> suppliers(ItemId id) {
        return work.read(tx -> SupplierTable.load(tx.connection(), List.of(id.value()))).stream()
            .map(SupplierTable.StoredTerms::terms).map(costs::seen).toList();
    }

    @Override
    public Outcome<Integer> saveSuppliers(List<ItemSupplierTerms> terms) {
        return changeSuppliers(List.of(), terms);
    }

    @Override
    public Outcome<Integer> changeSuppliers(List<ItemSupplierTerms> removed, List<ItemSupplierTerms> terms) {
        Outcome<Integer> outcome = work.write(Races.guarded(tx -> {
            int gone = SupplierTable.remove(tx, removed);
            SupplierSaving saving = new SupplierSaving(tx,
                terms.stream().map(term -> term.item().value()).toList());
            List<Refusal> refusals = new ArrayList<>();
            for (int i = 0; i < terms.size(); i++) {
                int line = i + 1;
                Findings findings = new Findings(field -> Place.field(line, field));
                saving.add(allowed(terms.get(i), saving, findings), findings);
                refusals.addAll(findings.refusals());
            }
            if (!refusals.isEmpty()) {
                return Outcome.refused(refusals);
            }
            if (gone > 0) {
                tx.changes(Topic.ITEMS);
            }
            return Outcome.done(gone + saving.store());
        }));
        memory.changed(Set.of(Topic.ITEMS));
        return outcome;
    }

    /** The terms as they may be stored: somebody who may not see prices leaves them as they are. */
    private ItemSupplierTerms allowed(ItemSupplierTerms terms, SupplierSaving saving, Findings findings) {
        if (costs.shown()) {
            return terms;
        }
        terms.price().flatMap(price -> costs.refusal()).ifPresent(refusal -> findings.add("price", refusal));
        return Costs.kept(terms, saving.stored(SupplierTable.Key.of(terms)));
    }

}
